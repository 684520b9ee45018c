/**
 * Chooses a record of one kind by typing a part of its name in any script. Where a record can begin with its name
 * alone (a source, a case, a facility, a place, an organisation) it can be made on the spot. Enter takes what is marked,
 * and waits for it where it is not found yet; text that chose nothing stays, says so, and holds up who would save.
 */
import { CloseButton, Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue, useId } from '@mantine/hooks'
import { ChevronsUpDown, Plus } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'
import type { RecordId } from '../../../../shared/ids.ts'
import type { OpenKind } from '../../../../shared/model/model.ts'
import { useCall, useMutationCall } from '../../../shared/bridge/hooks.ts'
import { useErrorTexts, useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { useTitle } from '../useTitle.ts'
import { bestOption } from './bestOption.ts'
import { beginHere } from './controls/types.ts'
import { useReportedPicker } from './pickers.ts'
import { firstChange } from './quickRecord.ts'
import classes from './RefPicker.module.css'

const NEW = 'new'
const SHOWN = 20

/** Why the text in the field is no choice: several records fit, none does, or it was left before it chose one. */
type Problem = 'several' | 'none' | 'left'

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
  const ownId = useId()
  const id = props.id ?? ownId
  /** What stands in the field and is no choice; `null` while the field shows the choice. */
  const [typed, setTyped] = useState<string | null>(null)
  /** Enter was pressed on this text, and what was found for it is not here yet. */
  const [entered, setEntered] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const name = typed?.trim() ?? ''
  const [query] = useDebouncedValue(name, 120)
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      // Text stays until it chose something or was taken out.
      setTyped((text) => (text?.trim() ? text : null))
    },
    onDropdownOpen: () => setTyped((text) => text ?? ''),
  })
  const found = useCall(
    'records.list',
    {
      kind,
      query,
      limit: SHOWN,
      ...(query === '' ? { sort: { by: 'updatedAt', descending: true } } : {}),
    },
    { enabled: combobox.dropdownOpened || entered },
  )
  const create = useMutationCall('records.create')
  const first = name === '' ? null : firstChange(kind, name)
  const rows = found.data?.rows
  const answered = query === name && !found.isFetching && found.status !== 'pending'
  const best =
    answered && rows && name !== ''
      ? bestOption(
          rows.map((row) => readable(kind, row.title)),
          name,
          first !== null,
        )
      : null

  const { insisted } = useReportedPicker(
    id,
    name === '' ? null : entered || create.isPending ? 'waiting' : 'unchosen',
  )

  const rest = () => {
    setTyped(null)
    setEntered(false)
    setProblem(null)
  }
  const choose = (chosen: RecordId | null, chosenTitle: string) => {
    rest()
    onChange(chosen, chosenTitle)
    combobox.closeDropdown()
  }
  const submit = (option: string) => {
    if (option !== NEW) {
      const row = rows?.find((each) => each.id === option)
      if (row) choose(row.id, readable(kind, row.title))
    } else if (first && !create.isPending) {
      create.mutate({ kind, change: first }, { onSuccess: (made) => choose(made.id, name) })
    }
  }

  // What Enter would take is marked once it is known, so that it is seen before the key is pressed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer; the arrows go on from there
  useEffect(() => {
    if (best !== null && combobox.dropdownOpened) combobox.selectOption(best)
  }, [best, query, combobox.dropdownOpened])

  // Enter came before the answer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the answer is there, with what stands then
  useEffect(() => {
    if (!entered || !answered) return
    setEntered(false)
    if (best !== null) submit(rows?.[best]?.id ?? NEW)
    else setProblem(rows && rows.length > 0 ? 'several' : 'none')
  }, [entered, answered])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && name !== '') {
      rest()
      return
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || name === '') return
    // What is marked may belong to what was typed before.
    if (!answered) combobox.resetSelectedOption()
    if (!answered || !combobox.dropdownOpened || combobox.getSelectedOptionIndex() === -1) {
      combobox.openDropdown()
      setProblem(null)
      setEntered(true)
    }
  }

  const shownTitle = value === null ? '' : title || t(`records.untitled.${kind}`)
  const words: Record<Problem, () => string> = {
    several: () => t('form.severalFit', { name }),
    none: () => t('form.noneOf', { kind: labels.kinds[kind].many }),
    left: () => t('form.notChosen', { name }),
  }
  const held = problem ?? (insisted && name !== '' && !entered ? 'left' : null)
  const failed = create.error ?? found.error

  return (
    <>
      <Combobox store={combobox} onOptionSubmit={submit} withinPortal={props.withinPortal ?? true}>
        <Combobox.Target withExpandedAttribute>
          <TextInput
            id={id}
            label={props.label}
            aria-label={props.ariaLabel}
            {...beginHere(props.autoFocus ?? false)}
            autoComplete="off"
            spellCheck={false}
            // Escape takes the text out, and only then closes what is around.
            data-mantine-stop-propagation={name !== '' || undefined}
            placeholder={
              typed === null ? (props.placeholder ?? t('form.chooseRecord')) : shownTitle
            }
            value={typed ?? shownTitle}
            error={failed ? errorTexts[failed.code].what : held ? words[held]() : props.error}
            onClick={() => combobox.openDropdown()}
            onBlur={() => {
              combobox.closeDropdown()
              if (name !== '' && !entered && !create.isPending)
                setProblem((before) => before ?? 'left')
            }}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              combobox.openDropdown()
              create.reset()
              setTyped(event.currentTarget.value)
              setEntered(false)
              setProblem(null)
              combobox.resetSelectedOption()
            }}
            rightSection={
              create.isPending || entered ? (
                <Loader size={14} />
              ) : value !== null || name !== '' ? (
                <CloseButton
                  size="sm"
                  aria-label={t('form.clear')}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => (name === '' ? choose(null, '') : rest())}
                />
              ) : (
                <ChevronsUpDown size={14} aria-hidden />
              )
            }
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options className={classes.options ?? ''}>
            {rows?.map((row) => (
              <Combobox.Option key={row.id} value={row.id} active={row.id === value}>
                <span className={classes.option}>{readable(kind, row.title)}</span>
              </Combobox.Option>
            ))}
            {rows?.length === 0 && first === null && (
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
      <span className="visually-hidden" role="status">
        {held && words[held]()}
      </span>
    </>
  )
}
