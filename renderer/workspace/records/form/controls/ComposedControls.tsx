/** Editors of values with parts: a name, a charge, a sentence, an earlier list, a claim. */
import { useState } from 'react'
import { FIGURES, NAME_LANGUAGES, NAME_TYPES, REGIMES } from '../../../../../shared/model/values.ts'
import { useLabels, useT } from '../../../../shared/i18n/i18n.ts'
import { guessLanguage } from '../guessLanguage.ts'
import classes from './Parts.module.css'
import { DatePart, MenuPart, Parts, TextPart } from './Parts.tsx'
import type { ComposedProps } from './types.ts'

const NAME_PARTS = ['surname', 'given', 'patronymic'] as const
const PERIOD = ['from', 'to'] as const

/** The language is suggested from the letters until somebody chooses one. */
export function NameControl(props: ComposedProps) {
  const t = useT()
  const labels = useLabels()
  const { raw } = props
  const [open, setOpen] = useState([...NAME_PARTS, ...PERIOD].some((part) => raw[part]))
  const text = raw.text ?? ''
  return (
    <div className={classes.parts}>
      <Parts label={props.label} layout="name">
        <TextPart props={props} part="text" main />
        <MenuPart
          props={props}
          part="lang"
          shown={text === '' ? 'uk' : guessLanguage(text)}
          data={NAME_LANGUAGES.map((value) => ({ value, label: labels.nameLanguages[value] }))}
        />
        <MenuPart
          props={props}
          part="type"
          data={[
            { value: '', label: t('form.notSaid') },
            ...NAME_TYPES.map((value) => ({ value, label: labels.nameTypes[value] })),
          ]}
        />
      </Parts>
      {open ? (
        <>
          <Parts label={t('form.nameParts')} layout="nameParts">
            {NAME_PARTS.map((part) => (
              <TextPart key={part} props={props} part={part} />
            ))}
          </Parts>
          <Parts label={t('form.namePeriod')} layout="period">
            {PERIOD.map((part) => (
              <DatePart key={part} props={props} part={part} />
            ))}
          </Parts>
        </>
      ) : (
        <button type="button" className={classes.more} onClick={() => setOpen(true)}>
          {t('form.nameParts')}…
        </button>
      )}
    </div>
  )
}

export function ChargeControl(props: ComposedProps) {
  return (
    <Parts label={props.label} layout="charge">
      <TextPart props={props} part="article" main />
      <TextPart props={props} part="caption" />
    </Parts>
  )
}

export function SentenceControl(props: ComposedProps) {
  const t = useT()
  const labels = useLabels()
  return (
    <Parts label={props.label} layout="sentence">
      <TextPart props={props} part="years" main numeric />
      <TextPart props={props} part="months" numeric />
      <TextPart props={props} part="prisonYears" numeric />
      <MenuPart
        props={props}
        part="regime"
        data={[
          { value: '', label: t('form.notSaid') },
          ...REGIMES.map((value) => ({ value, label: labels.regimes[value] })),
        ]}
      />
      <TextPart props={props} part="note" />
    </Parts>
  )
}

export function ListEntryControl(props: ComposedProps) {
  return (
    <Parts label={props.label} layout="listEntry">
      <TextPart props={props} part="list" main />
      <DatePart props={props} part="date" />
    </Parts>
  )
}

export function ClaimControl(props: ComposedProps) {
  const t = useT()
  return (
    <Parts label={props.label} layout="claim">
      <TextPart props={props} part="text" label="claim" main long />
      <TextPart props={props} part="publisher" />
      <DatePart props={props} part="date" />
      <TextPart props={props} part="number" numeric />
      <MenuPart
        props={props}
        part="figure"
        data={[
          { value: '', label: t('form.notSaid') },
          ...FIGURES.map((value) => ({ value, label: t(`figures.name.${value}`) })),
        ]}
      />
      <TextPart props={props} part="definition" long />
    </Parts>
  )
}
