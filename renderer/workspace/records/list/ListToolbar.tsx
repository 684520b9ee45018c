/** Above a list: the search, one chip per filter, and how many rows there are. */
import { Menu } from '@mantine/core'
import { Check, ChevronDown, Hourglass, X } from 'lucide-react'
import type { Ref } from 'react'
import { fieldLabel, valueLabel } from '../../../../shared/i18n/labels.ts'
import type { OpenKind } from '../../../../shared/model/model.ts'
import { useFormats } from '../../../shared/format/useFormats.ts'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { ExportButton } from '../../export/ExportButton.tsx'
import type { Subject } from '../../export/ExportDialog.tsx'
import { filtersOf, goesStale } from './columns.ts'
import classes from './ListToolbar.module.css'
import type { ListParams } from './listState.ts'
import { SearchInput } from './SearchInput.tsx'

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
  const leave = (key: string): boolean => {
    if (key === 'ArrowDown') onLeave('rows')
    else if (key === 'Enter') onLeave('open')
    return key === 'ArrowDown' || key === 'Enter'
  }
  return (
    <div className={classes.toolbar}>
      <SearchInput
        label={t(`records.searchIn.${kind}`)}
        value={typed}
        inputRef={searchRef}
        onType={onType}
        onKey={leave}
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
      <div className={classes.end}>
        <span className={classes.count} role="status">
          {total !== undefined && t('records.rows', { count: total, shown: formats.number(total) })}
        </span>
        <ExportButton size="compact-sm" subject={subjectOf(kind, params)} disabled={!total} />
      </div>
    </div>
  )
}

/** What the list shows, in its order. */
const subjectOf = (kind: OpenKind, { query, filter, stale, sort }: ListParams): Subject => ({
  ...{ of: 'list', kind, query, filter: { ...filter }, stale },
  ...(sort ? { sort } : {}),
})

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
