/** Controls of values that have no parts: text, numbers, menus, yes or no, dates, other records. */
import { Select, Textarea, TextInput } from '@mantine/core'
import { valueLabel } from '../../../../../shared/i18n/labels.ts'
import type { RecordId } from '../../../../../shared/ids.ts'
import { isSealedKind } from '../../../../../shared/model/model.ts'
import { useLabels, useT } from '../../../../shared/i18n/i18n.ts'
import { DateInput } from '../DateInput.tsx'
import { useFormState } from '../FormContext.tsx'
import { RefPicker } from '../RefPicker.tsx'
import { takeFirst } from './takeFirst.ts'
import { beginHere, type ControlProps } from './types.ts'
import { useProblems } from './useProblems.ts'

type PlainProps = ControlProps<string>

const SEARCHABLE_FROM = 9

export function TextControl({ id, raw, onRaw, errors, label, autoFocus, spec }: PlainProps) {
  const error = useProblems(errors)()
  const common = { id, value: raw, error, 'aria-label': label, ...beginHere(autoFocus) }
  return spec.type === 'longText' ? (
    <Textarea {...common} maxRows={16} onChange={(event) => onRaw(event.currentTarget.value)} />
  ) : (
    <TextInput
      {...common}
      autoComplete="off"
      inputMode={spec.type === 'number' ? 'numeric' : 'text'}
      maw={spec.type === 'number' ? 140 : undefined}
      onChange={(event) => onRaw(event.currentTarget.value)}
    />
  )
}

export function EnumControl(props: PlainProps) {
  const { id, raw, onRaw, errors, label, autoFocus, spec, kind, field } = props
  const t = useT()
  const labels = useLabels()
  const values = spec.values ?? []
  return (
    <Select
      id={id}
      aria-label={label}
      {...beginHere(autoFocus)}
      value={raw === '' ? null : raw}
      error={useProblems(errors)()}
      placeholder={t('form.chooseValue')}
      data={values.map((value) => ({ value, label: valueLabel(labels, kind, field, value) }))}
      searchable={values.length >= SEARCHABLE_FROM}
      selectFirstOptionOnChange
      openOnFocus={false}
      clearable
      nothingFoundMessage={t('form.noSuchValue')}
      maxDropdownHeight={280}
      onKeyDown={takeFirst}
      onChange={(value) => onRaw(value ?? '')}
    />
  )
}

export function BooleanControl({ id, raw, onRaw, errors, label, autoFocus }: PlainProps) {
  const t = useT()
  return (
    <Select
      id={id}
      aria-label={label}
      {...beginHere(autoFocus)}
      maw={200}
      value={raw === '' ? null : raw}
      error={useProblems(errors)()}
      placeholder={t('form.chooseValue')}
      data={[
        { value: 'yes', label: t('common.yes') },
        { value: 'no', label: t('common.no') },
      ]}
      clearable
      onChange={(value) => onRaw(value ?? '')}
    />
  )
}

export function DateControl({ id, raw, onRaw, errors, label, autoFocus }: PlainProps) {
  const { today } = useFormState()
  return (
    <DateInput
      id={id}
      ariaLabel={label}
      autoFocus={autoFocus}
      value={raw}
      today={today}
      error={useProblems(errors)()}
      onChange={onRaw}
    />
  )
}

export function RefControl({ id, raw, onRaw, errors, label, autoFocus, spec }: PlainProps) {
  const { titles, rememberTitle } = useFormState()
  const error = useProblems(errors)()
  const { target } = spec
  if (!target || isSealedKind(target)) return null
  return (
    <RefPicker
      kind={target}
      id={id}
      ariaLabel={label}
      autoFocus={autoFocus}
      value={raw === '' ? null : (raw as RecordId)}
      title={titles[raw] ?? ''}
      error={error}
      onChange={(chosen, title) => {
        if (chosen !== null) rememberTitle(chosen, title)
        onRaw(chosen ?? '')
      }}
    />
  )
}
