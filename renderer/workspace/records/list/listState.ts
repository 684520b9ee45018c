/**
 * What a list shows: search, filters, order. Kept per kind while the program is open, so that coming back from a
 * record finds the list as it was left; it is memory of this process only and goes with the lock.
 */
import { useCallback, useState } from 'react'
import type { OpenKind } from '../../../../shared/model/model.ts'

export interface Sort {
  readonly by: string
  readonly descending: boolean
}

export interface ListParams {
  readonly query: string
  readonly filter: Readonly<Record<string, string>>
  /** Only what nobody has confirmed for too long. */
  readonly stale: boolean
  readonly sort: Sort | null
}

export interface ListPlace {
  readonly params: ListParams
  readonly active: number
  readonly scroll: number
}

export const NO_PARAMS: ListParams = { query: '', filter: {}, stale: false, sort: null }
const START: ListPlace = { params: NO_PARAMS, active: 0, scroll: 0 }

const places = new Map<OpenKind, ListPlace>()

/** Where the list was left; `remember` keeps a part of it. */
export function usePlace(kind: OpenKind) {
  const [left] = useState(() => places.get(kind) ?? START)
  const remember = useCallback(
    (part: Partial<ListPlace>): void => {
      places.set(kind, { ...(places.get(kind) ?? START), ...part })
    },
    [kind],
  )
  return { left, remember }
}

export const isNarrowed = ({ query, filter, stale }: ListParams): boolean =>
  query.trim() !== '' || stale || Object.keys(filter).length > 0

/** A column's heading was pressed: rising, falling, and back to the list's own order. */
export function nextSort(sort: Sort | null, by: string): Sort | null {
  // Of dates of change the newest is what people look for.
  const firstDescending = by === 'updatedAt'
  if (sort?.by !== by) return { by, descending: firstDescending }
  return sort.descending === firstDescending ? { by, descending: !firstDescending } : null
}
