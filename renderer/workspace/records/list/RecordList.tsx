/**
 * A list of records of one kind: search, filters, order, and the table. `/` goes to the search, `n` makes a new
 * record; what was typed and where it was scrolled to is there again when one comes back.
 */
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { SearchX } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { RecordId } from '../../../../shared/ids.ts'
import type { OpenKind } from '../../../../shared/model/model.ts'
import { EmptyState } from '../../../shared/components/EmptyState.tsx'
import { ErrorNote } from '../../../shared/components/ErrorNote.tsx'
import { useT } from '../../../shared/i18n/i18n.ts'
import { usePageKeys } from '../usePageKeys.ts'
import { ListToolbar } from './ListToolbar.tsx'
import { isNarrowed, type ListParams, NO_PARAMS, nextSort, usePlace } from './listState.ts'
import { RecordGrid } from './RecordGrid.tsx'
import classes from './RecordList.module.css'
import { useReasons } from './useReasons.ts'
import { useRows } from './useRows.ts'

const TYPING_PAUSE_MS = 130

interface RecordListProps {
  readonly kind: OpenKind
  readonly onOpen: (id: RecordId) => void
  readonly onNew?: (() => void) | undefined
  /** Shown when there is no record of the kind at all. */
  readonly empty: ReactNode
}

export function RecordList({ kind, onOpen, onNew, empty }: RecordListProps) {
  const t = useT()
  const { left, remember } = usePlace(kind)
  const [typed, setTyped] = useState(left.params.query)
  const [query] = useDebouncedValue(typed, TYPING_PAUSE_MS)
  const [narrowing, setNarrowing] = useState(left.params)
  const params = useMemo<ListParams>(() => ({ ...narrowing, query }), [narrowing, query])
  const [active, setActive] = useState(left.active)
  const [view, setView] = useState({ from: 0, to: 0 })
  const grid = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const rows = useRows(kind, params, view.from, view.to)
  const reasons = useReasons(rows.shown.query)

  const onView = useCallback(
    (from: number, to: number, scroll: number) => {
      setView((before) => (before.from === from && before.to === to ? before : { from, to }))
      remember({ scroll })
    },
    [remember],
  )
  const lastShown = useRef(rows.shown)
  useEffect(() => {
    remember({ params: rows.shown })
    if (lastShown.current !== rows.shown) setActive(0)
    lastShown.current = rows.shown
  }, [rows.shown, remember])

  const toSearch = () => search.current?.focus()
  usePageKeys({ '/': toSearch, n: onNew })

  const open = (index: number) => {
    const row = rows.row(index)
    if (!row) return
    remember({ active: index })
    onOpen(row.id)
  }

  if (rows.error && rows.total === undefined) {
    return <ErrorNote error={rows.error} onRetry={rows.retry} />
  }
  if (rows.total === 0 && !isNarrowed(rows.shown) && typed === '') return <>{empty}</>
  return (
    <div className={classes.list}>
      <ListToolbar
        kind={kind}
        typed={typed}
        params={params}
        total={rows.total}
        searchRef={search}
        onType={setTyped}
        onFilter={(filter) => setNarrowing((before) => ({ ...before, filter }))}
        onStale={(stale) => setNarrowing((before) => ({ ...before, stale }))}
        onLeave={(how) => (how === 'open' ? open(0) : grid.current?.focus())}
      />
      {rows.error && <ErrorNote error={rows.error} onRetry={rows.retry} />}
      {rows.total === 0 ? (
        <EmptyState
          icon={SearchX}
          title={t('records.nothingFound')}
          action={
            <Button
              variant="default"
              onClick={() => {
                setTyped('')
                setNarrowing({ ...NO_PARAMS, sort: narrowing.sort })
                toSearch()
              }}
            >
              {t('records.showAllAgain')}
            </Button>
          }
        >
          {t('records.nothingFoundHint')}
        </EmptyState>
      ) : (
        <RecordGrid
          kind={kind}
          rows={rows}
          reasons={reasons}
          gridRef={grid}
          active={active}
          initialScroll={left.scroll}
          onActive={setActive}
          onOpen={open}
          onTop={toSearch}
          onSort={(by) =>
            setNarrowing((before) => ({ ...before, sort: nextSort(before.sort, by) }))
          }
          onView={onView}
        />
      )}
    </div>
  )
}
