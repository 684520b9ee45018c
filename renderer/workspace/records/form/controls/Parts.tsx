/** Building blocks of editors for values with parts: each part has its own small label and its own mistake. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../../../../shared/i18n/i18n.ts'
import { DateInput } from '../DateInput.tsx'
import { useFormState } from '../FormContext.tsx'
import classes from './Parts.module.css'
import { beginHere, type ComposedProps } from './types.ts'
import { useProblems } from './useProblems.ts'

export type PartName =
  | 'text'
  | 'lang'
  | 'type'
  | 'surname'
  | 'given'
  | 'patronymic'
  | 'article'
  | 'caption'
  | 'years'
  | 'months'
  | 'prisonYears'
  | 'regime'
  | 'note'
  | 'list'
  | 'date'
  | 'number'
  | 'publisher'
  | 'definition'
  | 'claim'
  | 'figure'
  | 'from'
  | 'to'
  | 'view'
  | 'region'
  | 'x'
  | 'y'
  | 'markType'
  | 'sizeMm'
  | 'colour'
  | 'age'
  | 'cause'
  | 'consistency'
  | 'audience'
  | 'data'
  | 'level'

interface PartProps {
  readonly props: ComposedProps
  readonly part: string
  /** The word for the part where it is not the part's own. */
  readonly label?: PartName
  readonly main?: boolean
  readonly area?: string
}

/** The group of parts; the name of the field stands for the whole. */
export function Parts({
  label,
  layout,
  children,
}: {
  label: string
  layout: string
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside a fieldset per value is noise to a screen reader
    <div role="group" aria-label={label} className={classes.parts} data-layout={layout}>
      {children}
    </div>
  )
}

function useSetPart({ raw, onRaw }: ComposedProps) {
  return (part: string) => (text: string) => onRaw({ ...raw, [part]: text })
}

export function TextPart({
  props,
  part,
  label,
  main = false,
  words,
  long = false,
  numeric = false,
}: PartProps & { long?: boolean; numeric?: boolean; words?: string }) {
  const t = useT()
  const set = useSetPart(props)(part)
  const problem = useProblems(props.errors)
  const error = problem(part) ?? (main ? problem() : undefined)
  const common = {
    ...(main ? { id: props.id, ...beginHere(props.autoFocus) } : {}),
    label: words ?? t(`form.part.${label ?? (part as PartName)}`),
    value: props.raw[part] ?? '',
    error,
  }
  return (
    <div className={classes.part} data-part={part}>
      {long ? (
        <Textarea
          {...common}
          minRows={1}
          maxRows={8}
          onChange={(event) => set(event.currentTarget.value)}
        />
      ) : (
        <TextInput
          {...common}
          autoComplete="off"
          inputMode={numeric ? 'decimal' : 'text'}
          onChange={(event) => set(event.currentTarget.value)}
        />
      )}
    </div>
  )
}

export function DatePart({ props, part }: PartProps) {
  const t = useT()
  const { today } = useFormState()
  const error = useProblems(props.errors)(part)
  return (
    <div className={classes.part} data-part={part}>
      <DateInput
        label={t(`form.part.${part as PartName}`)}
        value={props.raw[part] ?? ''}
        today={today}
        error={error}
        onChange={useSetPart(props)(part)}
      />
    </div>
  )
}

interface MenuPartProps extends PartProps {
  readonly data: ReadonlyArray<{ readonly value: string; readonly label: string }>
  /** The value that holds while nothing was chosen. */
  readonly shown?: string
}

/** A native menu: short, known by everybody, and typed into. */
export function MenuPart({ props, part, label, data, shown, main = false }: MenuPartProps) {
  const t = useT()
  const set = useSetPart(props)(part)
  const problem = useProblems(props.errors)
  return (
    <div className={classes.part} data-part={part}>
      <NativeSelect
        {...(main ? { id: props.id, ...beginHere(props.autoFocus) } : {})}
        label={t(`form.part.${label ?? (part as PartName)}`)}
        value={props.raw[part] || (shown ?? '')}
        data={[...data]}
        error={problem(part) ?? (main ? problem() : undefined)}
        onChange={(event) => set(event.currentTarget.value)}
      />
    </div>
  )
}
