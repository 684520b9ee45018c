/**
 * Chooses a record of one kind by typing a part of its name in any script. Where a record can begin with its name
 * alone (a source, a case, a facility, an organisation) it can be made on the spot.
 */
import { CloseButton, Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { ChevronsUpDown, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { RecordId } from '../../../../shared/ids.ts'
import type { OpenKind } from '../../../../shared/model/model.ts'
import { useCall, useMutationCall } from '../../../shared/bridge/hooks.ts'
import { useErrorTexts, useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { useTitle } from '../useTitle.ts'
import { beginHere } from './controls/types.ts'
import { firstChange } from './quickRecord.ts'
import classes from './RefPicker.module.css'

const NEW = 'new'
const SHOWN = 20

interface RefPickerProps {
  readonly kind: OpenKind
  readonly value: RecordId | null
  /** Title of the chosen record. */
  readonly title: string
  onChange(id: RecordId | null, title: string): void
  readonly id?: string
  readonly label?: string
  readonly ariaLabel?: string
  readonly error?: ReactNode
  readonly placeholder?: string
  readonly autoFocus?: boolean
  /** Off inside a popover, which would take a click in the list for one outside. */
  readonly withinPortal?: boolean
}

export function RefPicker(props: RefPickerProps) {
  const { kind, value, title, onChange } = props
  const t = useT()
  const labels = useLabels()
  const readable = useTitle()
  const errorTexts = useErrorTexts()
  const [typed, setTyped] = useState<string | null>(null)
  const [query] = useDebouncedValue(typed?.trim() ?? '', 120)
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setTyped(null)
    },
    onDropdownOpen: () => setTyped(''),
  })
  const found = useCall(
    'records.list',
    {
      kind,
      query,
      limit: SHOWN,
      ...(query === '' ? { sort: { by: 'updatedAt', descending: true } } : {}),
    },
    { enabled: combobox.dropdownOpened },
  )
  const create = useMutationCall('records.create')
  const name = typed?.trim() ?? ''
  const first = name === '' ? null : firstChange(kind, name)

  const choose = (id: RecordId | null, chosenTitle: string) => {
    onChange(id, chosenTitle)
    combobox.closeDropdown()
  }
  const submit = (option: string) => {
    if (option !== NEW) {
      const row = found.data?.rows.find(({ id }) => id === option)
      if (row) choose(row.id, readable(kind, row.title))
    } else if (first) {
      create.mutate({ kind, change: first }, { onSuccess: ({ id }) => choose(id, name) })
    }
  }
  const shownTitle = value === null ? '' : title || t(`records.untitled.${kind}`)

  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal={props.withinPortal ?? true}>
      <Combobox.Target>
        <TextInput
          {...(props.id ? { id: props.id } : {})}
          label={props.label}
          aria-label={props.ariaLabel}
          {...beginHere(props.autoFocus ?? false)}
          autoComplete="off"
          spellCheck={false}
          placeholder={typed === null ? (props.placeholder ?? t('form.chooseRecord')) : shownTitle}
          value={typed ?? shownTitle}
          error={create.error ? errorTexts[create.error.code].what : props.error}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onChange={(event) => {
            combobox.openDropdown()
            setTyped(event.currentTarget.value)
            combobox.updateSelectedOptionIndex()
          }}
          rightSection={
            create.isPending ? (
              <Loader size={14} />
            ) : value !== null ? (
              <CloseButton
                size="sm"
                aria-label={t('form.clear')}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChange(null, '')}
              />
            ) : (
              <ChevronsUpDown size={14} aria-hidden />
            )
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options className={classes.options ?? ''}>
          {found.data?.rows.map((row) => (
            <Combobox.Option key={row.id} value={row.id} active={row.id === value}>
              <span className={classes.option}>{readable(kind, row.title)}</span>
            </Combobox.Option>
          ))}
          {found.data?.rows.length === 0 && first === null && (
            <Combobox.Empty>{t('form.noneOf', { kind: labels.kinds[kind].many })}</Combobox.Empty>
          )}
          {first !== null && (
            <Combobox.Option value={NEW} className={classes.create ?? ''}>
              <Plus size={14} aria-hidden />
              <span className={classes.option}>
                {t('form.create', { kind: labels.kinds[kind].one, name })}
              </span>
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
