import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LinkTable } from '../../../electron/vault/records/linkTable.ts'
import type { RecordId } from '../../../shared/ids.ts'

const id = fc.constantFrom(...(['a', 'b', 'c', 'd'] as string[] as RecordId[]))
const link = fc.record({ id, via: fc.constantFrom('person', 'case') })

describe('the link table', () => {
  it('knows the same from either end, however links are replaced', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(id, fc.array(link, { maxLength: 4 })), { maxLength: 12 }),
        (steps) => {
          const table = new LinkTable()
          const now = new Map<RecordId, Set<string>>()
          for (const [source, links] of steps) {
            table.set(source, links)
            now.set(source, new Set(links.map((each) => `${each.id} ${each.via}`)))
          }
          for (const end of ['a', 'b', 'c', 'd'] as RecordId[]) {
            const from = table.from(end).map((each) => `${each.id} ${each.via}`)
            expect(from.toSorted()).toEqual([...(now.get(end) ?? [])].toSorted())
            const expected = [...now].flatMap(([source, links]) =>
              [...links]
                .filter((each) => each.startsWith(`${end} `))
                .map((each) => `${source}${each.slice(1)}`),
            )
            const to = table.to(end).map((each) => `${each.id} ${each.via}`)
            expect(to.toSorted()).toEqual(expected.toSorted())
          }
        },
      ),
    )
  })
})
