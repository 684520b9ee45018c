/**
 * Source, grade, as-of and confidentiality of one value, folded into a small button beside it. A value follows the
 * form's own source until it is given another here.
 */
import { Button, NativeSelect, Popover } from '@mantine/core'
import { useState } from 'react'
import { CONFIDENTIALITY, type Confidentiality } from '../../../../shared/model/field.ts'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { specOf } from '../own/ownFields.ts'
import { ConfidentialityMark } from '../SourceMark.tsx'
import { AS_OF, detailsOf } from './change.ts'
import { DateInput } from './DateInput.tsx'
import classes from './DetailsFields.module.css'
import type { Entry } from './draft.ts'
import { useFormState } from './FormContext.tsx'
import { GradeInput } from './GradeInput.tsx'
import { PickersContext, usePickers } from './pickers.ts'
import { RefPicker } from './RefPicker.tsx'

export function DetailsPopover({ entry, label }: { entry: Entry; label: string }) {
  const t = useT()
  const { draft, titles, errors } = useFormState()
  const [opened, setOpened] = useState(false)
  const pickers = usePickers()
  const close = () => pickers.whenChosen(() => setOpened(false))
  const details = detailsOf(draft, entry)
  const wrong = errors.get(entry.key)?.some(({ part }) => part === AS_OF) ?? false
  const own = Object.keys(entry.own).length > 0
  const source =
    details.source === null
      ? t('records.noSourceShort')
      : titles[details.source] || t('records.untitledRecord')
  return (
    <Popover
      opened={opened}
      onChange={(open) => (open ? setOpened(true) : close())}
      position="bottom-end"
      width={380}
      trapFocus
      returnFocus
      withArrow
      shadow="md"
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.button}
          data-own={own || undefined}
          data-wrong={wrong || undefined}
          aria-label={t('form.detailsOf', {
            field: label,
            summary: `${source}, ${details.grade}, ${details.confidentiality}`,
          })}
          onClick={() => (opened ? close() : setOpened(true))}
        >
          <span className={classes.grade}>{details.grade}</span>
          <span className={classes.source}>{source}</span>
          <ConfidentialityMark level={details.confidentiality} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('form.detailsTitle', { field: label })}>
        <PickersContext.Provider value={pickers.context}>
          <DetailsFields entry={entry} onClose={close} />
        </PickersContext.Provider>
      </Popover.Dropdown>
    </Popover>
  )
}

function DetailsFields({ entry, onClose }: { entry: Entry; onClose(): void }) {
  const t = useT()
  const labels = useLabels()
  const { draft, dispatch, titles, rememberTitle, today, errors } = useFormState()
  const details = detailsOf(draft, entry)
  const usual = specOf(draft.kind, entry.field, draft.specs)?.confidentiality ?? 'C1'
  const set = (own: Entry['own']) => dispatch({ do: 'detail', key: entry.key, own })
  const asOfProblem = errors.get(entry.key)?.find(({ part }) => part === AS_OF)?.problem
  return (
    <div className={classes.fields}>
      <RefPicker
        kind="source"
        label={t('records.source')}
        withinPortal={false}
        value={details.source}
        title={details.source === null ? '' : (titles[details.source] ?? '')}
        placeholder={t('records.noSource')}
        onChange={(id, title) => {
          if (id !== null) rememberTitle(id, title)
          set({ source: id })
        }}
      />
      <GradeInput value={details.grade} onChange={(grade) => set({ grade })} />
      <div className={classes.pair}>
        <DateInput
          label={t('form.asOf')}
          value={details.asOf}
          today={today}
          error={asOfProblem && t(`form.problem.${asOfProblem}`)}
          onChange={(asOf) => set({ asOf })}
        />
        <NativeSelect
          label={t('records.confidentiality')}
          value={details.confidentiality}
          data={CONFIDENTIALITY.map((level) => ({
            value: level,
            label: `${level} – ${labels.confidentiality[level]}`,
          }))}
          error={details.confidentiality < usual && t('form.lowerThanUsual', { level: usual })}
          onChange={(event) =>
            set({ confidentiality: event.currentTarget.value as Confidentiality })
          }
        />
      </div>
      <div className={classes.below}>
        <Button
          variant="subtle"
          size="xs"
          disabled={Object.keys(entry.own).length === 0 || entry.corrects !== null}
          onClick={() => dispatch({ do: 'followDefaults', key: entry.key })}
        >
          {t('form.asTheForm')}
        </Button>
        <Button variant="default" size="xs" onClick={onClose}>
          {t('common.done')}
        </Button>
      </div>
    </div>
  )
}
