/** Why a row was found: the spelling or the words that matched, as the search says. */
import { useMemo } from 'react'
import type { z } from 'zod'
import type { Reason } from '../../../../shared/contract/records.ts'
import type { RecordId } from '../../../../shared/ids.ts'
import { useCall } from '../../../shared/bridge/hooks.ts'

export type FoundBy = z.infer<typeof Reason>

/** Reasons for the nearest hits; rows further down are found too, but say no reason. */
const MOST = 200

export function useReasons(query: string): (id: RecordId) => FoundBy | undefined {
  const asked = query.trim()
  const { data } = useCall(
    'search.query',
    { query: asked, limit: MOST },
    { enabled: asked !== '', staleTime: 0 },
  )
  return useMemo(() => {
    const found = new Map(data?.hits.map(({ id, reasons }) => [id, reasons[0]]))
    return (id) => (asked === '' ? undefined : found.get(id))
  }, [data, asked])
}
