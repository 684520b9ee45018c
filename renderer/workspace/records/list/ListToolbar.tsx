/** Above a list: the search, one chip per filter, and how many rows there are. */
import { CloseButton, Kbd, Menu, TextInput } from '@mantine/core'
import { Check, ChevronDown, Hourglass, Search, X } from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'
import { fieldLabel, valueLabel } from '../../../../shared/i18n/labels.ts'
import type { OpenKind } from '../../../../shared/model/model.ts'
import { useFormats } from '../../../shared/format/useFormats.ts'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { filtersOf, goesStale } from './columns.ts'
import classes from './ListToolbar.module.css'
import type { ListParams } from './listState.ts'

interface ListToolbarProps {
  readonly kind: OpenKind
  readonly typed: string
  readonly params: ListParams
  readonly total: number | undefined
  readonly searchRef: Ref<HTMLInputElement>
  onType(text: string): void
  onFilter(filter: ListParams['filter']): void
  onStale(stale: boolean): void
  /** Arrow down or Enter in the search: on to the rows. */
  onLeave(how: 'rows' | 'open'): void
}

export function ListToolbar(props: ListToolbarProps) {
  const { kind, typed, params, total, searchRef, onType, onFilter, onStale, onLeave } = props
  const t = useT()
  const formats = useFormats()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') onLeave('rows')
    else if (event.key === 'Enter') onLeave('open')
    else if (event.key === 'Escape' && typed !== '') onType('')
    else return
    event.preventDefault()
  }
  return (
    <div className={classes.toolbar}>
      <TextInput
        className={classes.search ?? ''}
        ref={searchRef}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        maxLength={200}
        type="search"
        autoComplete="off"
        spellCheck={false}
        placeholder={t(`records.searchIn.${kind}`)}
        aria-label={t(`records.searchIn.${kind}`)}
        leftSection={<Search size={16} aria-hidden />}
        rightSection={
          typed === '' ? (
            <Kbd size="xs" aria-hidden>
              /
            </Kbd>
          ) : (
            <CloseButton
              size="sm"
              aria-label={t('records.clearSearch')}
              onClick={() => onType('')}
            />
          )
        }
      />
      {filtersOf(kind).map(([field]) => (
        <FilterChip
          key={field}
          kind={kind}
          field={field}
          filter={params.filter}
          onFilter={onFilter}
        />
      ))}
      {goesStale(kind) && (
        <span className={classes.chip} data-on={params.stale || undefined}>
          <button
            type="button"
            className={classes.chipButton}
            aria-pressed={params.stale}
            onClick={() => onStale(!params.stale)}
          >
            <Hourglass size={13} aria-hidden />
            {t('records.onlyStale')}
          </button>
        </span>
      )}
      <span className={classes.count} role="status">
        {total !== undefined && t('records.rows', { count: total, shown: formats.number(total) })}
      </span>
    </div>
  )
}

interface FilterChipProps {
  readonly kind: OpenKind
  readonly field: string
  readonly filter: ListParams['filter']
  onFilter(filter: ListParams['filter']): void
}

function FilterChip({ kind, field, filter, onFilter }: FilterChipProps) {
  const t = useT()
  const labels = useLabels()
  const spec = filtersOf(kind).find(([name]) => name === field)?.[1]
  const chosen = filter[field]
  const label = fieldLabel(labels, kind, field)
  const { [field]: _, ...others } = filter
  return (
    <span className={classes.chip} data-on={chosen !== undefined || undefined}>
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <button type="button" className={classes.chipButton}>
            {chosen === undefined ? (
              label
            ) : (
              <>
                <span className={classes.chipField}>{label}:</span>{' '}
                {valueLabel(labels, kind, field, chosen)}
              </>
            )}
            <ChevronDown size={14} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown className={classes.menu ?? ''}>
          {spec?.values?.map((value) => (
            <Menu.Item
              key={value}
              leftSection={
                <Check
                  size={14}
                  aria-hidden
                  className={classes.check}
                  data-on={chosen === value || undefined}
                />
              }
              onClick={() => onFilter(chosen === value ? others : { ...filter, [field]: value })}
            >
              {valueLabel(labels, kind, field, value)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {chosen !== undefined && (
        <button
          type="button"
          className={classes.chipClear}
          aria-label={t('records.clearFilter', { field: label })}
          onClick={() => onFilter(others)}
        >
          <X size={14} aria-hidden />
        </button>
      )}
    </span>
  )
}
