/** A date as people write it. What was understood is said below it; what was not is said when one moves on. */
import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { parseDate } from '../../../../shared/dates/parse.ts'
import { useT } from '../../../shared/i18n/i18n.ts'
import { useDates } from '../useDates.ts'
import { beginHere } from './controls/types.ts'

interface DateInputProps {
  readonly id?: string
  readonly label?: string
  readonly ariaLabel?: string
  readonly value: string
  readonly today: string
  readonly error?: ReactNode
  readonly autoFocus?: boolean
  readonly required?: boolean
  onChange(typed: string): void
}

export function DateInput(props: DateInputProps) {
  const { value, today, onChange } = props
  const t = useT()
  const date = useDates()
  const [left, setLeft] = useState(false)
  const parsed = value.trim() === '' ? null : parseDate(value, today)
  const error =
    props.error ?? (left && parsed && !parsed.ok ? t(`form.problem.${parsed.problem}`) : undefined)
  return (
    <TextInput
      {...(props.id ? { id: props.id } : {})}
      label={props.label}
      aria-label={props.ariaLabel}
      {...beginHere(props.autoFocus ?? false)}
      autoComplete="off"
      required={props.required ?? false}
      withAsterisk={false}
      placeholder={t('form.dateExample')}
      value={value}
      error={error}
      description={parsed?.ok ? `= ${date(parsed.value, 'long')}` : undefined}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      onFocus={() => setLeft(false)}
      onBlur={() => setLeft(true)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
