/**
 * The rows of a list, asked for in pages as they come into view. While another search or order is on its way the
 * rows before it stay, so nothing flickers under the hand.
 */
import { useQueries } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { CallInput } from '../../../../shared/contract/contract.ts'
import type { ListRow } from '../../../../shared/contract/records.ts'
import type { OpenKind } from '../../../../shared/model/model.ts'
import { ask, type BridgeFailure } from '../../../shared/bridge/client.ts'
import { callKey, useCall } from '../../../shared/bridge/hooks.ts'
import type { ListParams } from './listState.ts'

const PAGE_SIZE = 100

const inputOf = (kind: OpenKind, params: ListParams, page: number): CallInput<'records.list'> => ({
  kind,
  query: params.query,
  filter: { ...params.filter },
  stale: params.stale,
  ...(params.sort ? { sort: params.sort } : {}),
  offset: page * PAGE_SIZE,
  limit: PAGE_SIZE,
})

export interface Rows {
  /** What is on screen; differs from what was asked for while that is on its way. */
  readonly shown: ListParams
  readonly total: number | undefined
  readonly row: (index: number) => ListRow | undefined
  readonly waiting: boolean
  readonly error: BridgeFailure | null
  readonly retry: () => void
}

/** `from` and `to` are the first and the last visible row. */
export function useRows(kind: OpenKind, params: ListParams, from: number, to: number): Rows {
  const [shown, setShown] = useState(params)
  const head = useCall('records.list', inputOf(kind, params, 0))
  const arrived = head.data !== undefined
  useEffect(() => {
    if (arrived) setShown(params)
  }, [arrived, params])

  const pages = useMemo(() => {
    const first = Math.floor(Math.max(0, from) / PAGE_SIZE)
    const last = Math.floor(Math.max(from, to) / PAGE_SIZE)
    // The first page also says how many rows there are.
    const wanted = new Set([0, ...Array.from({ length: last - first + 1 }, (_, i) => first + i)])
    return [...wanted]
  }, [from, to])
  const answers = useQueries({
    queries: pages.map((page) => {
      const input = inputOf(kind, shown, page)
      return { queryKey: callKey('records.list', input), queryFn: () => ask('records.list', input) }
    }),
  })

  const byPage = new Map(pages.map((page, index) => [page, answers[index]?.data?.rows]))
  return {
    shown,
    total: answers[0]?.data?.total,
    row: (index) => byPage.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE],
    waiting: params !== shown || answers[0]?.data === undefined,
    error: head.error,
    retry: () => void head.refetch(),
  }
}
