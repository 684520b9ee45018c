// biome-ignore-all lint/a11y/useSemanticElements: a virtual table places its own rows, which a <table> cannot
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys are the grid's, which has the focus
/**
 * The table of a list. Only the rows in view are in the document, however many there are; the grid holds the focus
 * and names its active row, so arrows, Page keys, Home, End and Enter work as in a spreadsheet.
 */
import { Skeleton } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef } from 'react'
import { fieldLabel } from '../../../../shared/i18n/labels.ts'
import type { RecordId } from '../../../../shared/ids.ts'
import type { OpenKind } from '../../../../shared/model/model.ts'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { type Column, columnsOf, tracksOf } from './columns.ts'
import { ListCell, TitleCell } from './ListCell.tsx'
import type { Sort } from './listState.ts'
import classes from './RecordGrid.module.css'
import type { FoundBy } from './useReasons.ts'
import type { Rows } from './useRows.ts'

const ROW_HEIGHT = 52
const WAITING_ROWS = 12

interface RecordGridProps {
  readonly kind: OpenKind
  readonly rows: Rows
  readonly reasons: (id: RecordId) => FoundBy | undefined
  readonly gridRef: RefObject<HTMLDivElement | null>
  readonly active: number
  readonly initialScroll: number
  onActive(index: number): void
  onOpen(index: number): void
  /** Arrow up on the first row. */
  onTop(): void
  onSort(by: string): void
  onView(from: number, to: number, scroll: number): void
}

export function RecordGrid(props: RecordGridProps) {
  const { kind, rows, gridRef, active, onOpen, onView } = props
  const gridId = useId()
  const labels = useLabels()
  const columns = useMemo(() => columnsOf(kind), [kind])
  const total = rows.total ?? 0
  const virtual = useVirtualizer({
    count: rows.total ?? WAITING_ROWS,
    getScrollElement: () => gridRef.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    initialOffset: props.initialScroll,
    onChange: ({ range, scrollOffset }) =>
      onView(range?.startIndex ?? 0, range?.endIndex ?? 0, scrollOffset ?? 0),
  })

  // Another search or order begins at its top; coming back to the list does not.
  const lastShown = useRef(rows.shown)
  useEffect(() => {
    if (lastShown.current === rows.shown) return
    lastShown.current = rows.shown
    virtual.scrollToOffset(0)
  }, [rows.shown, virtual])

  const go = (index: number) => {
    const next = Math.max(0, Math.min(total - 1, index))
    props.onActive(next)
    virtual.scrollToIndex(next)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / ROW_HEIGHT) - 2)
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(active + 1),
      ArrowUp: () => (active === 0 ? props.onTop() : go(active - 1)),
      PageDown: () => go(active + page),
      PageUp: () => go(active - page),
      Home: () => go(0),
      End: () => go(total - 1),
      Enter: () => onOpen(active),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }

  return (
    <div
      className={classes.grid}
      ref={gridRef}
      role="grid"
      tabIndex={0}
      aria-label={labels.kinds[kind].many}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-busy={rows.waiting}
      aria-activedescendant={rows.row(active) ? `${gridId}-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      <HeadRow kind={kind} columns={columns} sort={rows.shown.sort} onSort={props.onSort} />
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows.row(index)
          return (
            <div
              key={index}
              id={`${gridId}-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === active}
              className={classes.row}
              style={{
                gridTemplateColumns: tracksOf(columns),
                transform: `translateY(${start}px)`,
              }}
              onClick={() => onOpen(index)}
            >
              {columns.map((column) => (
                <div key={column.by} role="gridcell" className={classes.cell}>
                  {row === undefined ? (
                    <Skeleton height={12} width={column.by === 'title' ? '70%' : '50%'} />
                  ) : column.by === 'title' ? (
                    <TitleCell kind={kind} row={row} found={props.reasons(row.id)} />
                  ) : (
                    <ListCell kind={kind} row={row} column={column} />
                  )}
                </div>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

interface HeadRowProps {
  readonly kind: OpenKind
  readonly columns: readonly Column[]
  readonly sort: Sort | null
  onSort(by: string): void
}

function HeadRow({ kind, columns, sort, onSort }: HeadRowProps) {
  const t = useT()
  const labels = useLabels()
  const name = (by: string): string => {
    if (by === 'title') return labels.kinds[kind].one
    return by === 'updatedAt' ? t('records.changed') : fieldLabel(labels, kind, by)
  }
  return (
    <div role="rowgroup" className={classes.head}>
      <div
        role="row"
        aria-rowindex={1}
        className={classes.headRow}
        style={{ gridTemplateColumns: tracksOf(columns) }}
      >
        {columns.map(({ by }) => {
          const sorted =
            sort?.by === by ? (sort.descending ? 'descending' : 'ascending') : undefined
          return (
            <div
              key={by}
              role="columnheader"
              aria-sort={sorted ?? 'none'}
              className={classes.headCell}
            >
              {/* A heading half in sight would stay so: the browser scrolls sideways only to what is out of sight. */}
              <button
                type="button"
                className={classes.sort}
                onClick={() => onSort(by)}
                onFocus={({ currentTarget }) =>
                  currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' })
                }
              >
                <span className={classes.headName}>{name(by)}</span>
                {sorted === 'ascending' && <ArrowUp size={13} aria-hidden />}
                {sorted === 'descending' && <ArrowDown size={13} aria-hidden />}
              </button>
            </div>
          )
        })}
      </div>
    </div>
  )
}
