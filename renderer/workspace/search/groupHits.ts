/** Hits by kind: the kind of the best hit first, and inside a kind the best first. */
import type { SearchHit } from '../../../shared/contract/records.ts'
import type { OpenKind } from '../../../shared/model/model.ts'

export interface HitGroup {
  readonly kind: OpenKind
  readonly hits: readonly SearchHit[]
}

export function groupHits(hits: readonly SearchHit[]): readonly HitGroup[] {
  const groups = new Map<OpenKind, SearchHit[]>()
  for (const hit of hits) {
    const group = groups.get(hit.kind)
    if (group) group.push(hit)
    else groups.set(hit.kind, [hit])
  }
  return [...groups].map(([kind, ofKind]) => ({ kind, hits: ofKind }))
}
