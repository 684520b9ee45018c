/** Finds people by name and puts them on the list. Rows are drawn as they come into view, so a thousand are no more than ten. */
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Search } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ListRow } from '../../../shared/contract/records.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { StatusBadge } from '../records/StatusBadge.tsx'
import { useDates } from '../records/useDates.ts'
import { useTitle } from '../records/useTitle.ts'
import classes from './Dossier.module.css'

/** As many as a dossier may hold (shared/dossier/document.ts), and as many as a list gives at once. */
const MOST_PEOPLE = 1000
/** Of most rows; one with a long name is as high as its name. */
const ROW_HEIGHT = 48

interface PeoplePickerProps {
  readonly chosen: ReadonlyMap<RecordId, string>
  readonly onChange: (chosen: ReadonlyMap<RecordId, string>) => void
}

export function PeoplePicker({ chosen, onChange }: PeoplePickerProps) {
  const t = useT()
  const [query, setQuery] = useState('')
  const [asked] = useDebouncedValue(query, 150)
  const list = useCall(
    'records.list',
    { kind: 'person', query: asked, limit: MOST_PEOPLE },
    { placeholderData: (before) => before },
  )
  const toggle = ({ id, title }: ListRow) => {
    const next = new Map(chosen)
    if (!next.delete(id) && next.size < MOST_PEOPLE) next.set(id, title)
    onChange(next)
  }
  const selectAll = (rows: readonly ListRow[]) => {
    const next = new Map(chosen)
    for (const { id, title } of rows) if (next.size < MOST_PEOPLE) next.set(id, title)
    onChange(next)
  }
  return (
    <section className={classes.picker} aria-label={t('dossier.people')}>
      <div className={classes.pickerHead}>
        <TextInput
          className={classes.pickerSearch ?? ''}
          aria-label={t('dossier.search')}
          placeholder={t('dossier.search')}
          leftSection={<Search size={16} aria-hidden />}
          value={query}
          maxLength={200}
          data-autofocus
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={!list.data || list.data.rows.length === 0}
          onClick={() => list.data && selectAll(list.data.rows)}
        >
          {t('dossier.selectShown')}
        </Button>
      </div>
      <Answer query={list}>
        {({ rows, total }) => (
          <>
            <p className={classes.found} aria-live="polite">
              {t('dossier.found', { count: total })}
              {chosen.size >= MOST_PEOPLE && ` ${t('dossier.tooMany', { count: MOST_PEOPLE })}`}
            </p>
            {rows.length === 0 ? (
              <p className={classes.nobody}>{t('dossier.nobodyFound')}</p>
            ) : (
              <Rows rows={rows} chosen={chosen} onToggle={toggle} />
            )}
          </>
        )}
      </Answer>
    </section>
  )
}

interface RowsProps {
  readonly rows: readonly ListRow[]
  readonly chosen: ReadonlyMap<RecordId, string>
  readonly onToggle: (row: ListRow) => void
}

function Rows({ rows, chosen, onToggle }: RowsProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  })
  return (
    <div ref={scroller} className={classes.rows}>
      <ul className={classes.rowsInner} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          return (
            row && (
              <li
                key={row.id}
                ref={virtualizer.measureElement}
                data-index={index}
                className={classes.row}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
              >
                <PersonRow row={row} chosen={chosen.has(row.id)} onToggle={onToggle} />
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

interface PersonRowProps {
  readonly row: ListRow
  readonly chosen: boolean
  readonly onToggle: (row: ListRow) => void
}

function PersonRow({ row, chosen, onToggle }: PersonRowProps) {
  const t = useT()
  const titleOf = useTitle()
  const date = useDates()
  const name = titleOf('person', row.title)
  const [status] = row.values.status ?? []
  const [born] = row.values.birthDate ?? []
  return (
    // The whole row is the label of its box, so it can be hit anywhere.
    // biome-ignore lint/a11y/noLabelWithoutControl: the box inside is Mantine's
    <label className={classes.rowLabel} data-chosen={chosen || undefined}>
      <Checkbox
        checked={chosen}
        aria-label={t('dossier.selectNamed', { name })}
        onChange={() => onToggle(row)}
      />
      <span className={classes.rowName}>{name}</span>
      <span className={classes.rowBorn}>{born && date(born)}</span>
      <span className={classes.rowStatus}>{status && <StatusBadge status={status} />}</span>
    </label>
  )
}
