/** Hits by kind. */
import { expect, it } from 'vitest'
import { groupHits } from '../../../renderer/workspace/search/groupHits.ts'
import type { SearchHit } from '../../../shared/contract/records.ts'
import { recordId } from '../records/support.ts'

const hit = (n: number, kind: SearchHit['kind']): SearchHit => ({
  id: recordId(n),
  kind,
  title: String(n),
  score: 10 - n,
  reasons: [],
})

it('keeps the best hit first, and every hit', () => {
  const groups = groupHits([hit(1, 'person'), hit(2, 'case'), hit(3, 'person'), hit(4, 'source')])
  expect(groups.map(({ kind, hits }) => [kind, hits.map(({ title }) => title)])).toEqual([
    ['person', ['1', '3']],
    ['case', ['2']],
    ['source', ['4']],
  ])
})
