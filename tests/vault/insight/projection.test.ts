import { describe, expect, it } from 'vitest'
import { Projection, type ProjectionSource } from '../../../electron/vault/insight/projection.ts'
import type { FoldedRecord } from '../../../electron/vault/records/fold.ts'
import type { RecordId } from '../../../shared/ids.ts'

/** Records that are only numbers, and how often each was folded. */
function source(count: number) {
  const id = (number: number) => `${number}`.padStart(32, '0') as RecordId
  const records = new Map<RecordId, number>(
    Array.from({ length: count }, (_, number) => [id(number), number]),
  )
  const folded: RecordId[] = []
  const listeners = new Set<(ids: readonly RecordId[]) => void>()
  const parts: ProjectionSource = {
    idsOf: () => [...records.keys()],
    kindOf: (each) => (records.has(each) ? 'stay' : undefined),
    readable(each) {
      folded.push(each)
      // A record that cannot be read: see the test of it.
      const number = records.get(each)
      return number === undefined || number < 0
        ? undefined
        : ({ lastSeq: number } as unknown as FoldedRecord)
    },
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const tell = (...ids: RecordId[]) => {
    for (const listener of listeners) listener(ids)
  }
  return { id, records, folded, parts, tell }
}

describe('a projection', () => {
  it('folds every record once, and later only what changed', async () => {
    const { id, records, folded, parts, tell } = source(50)
    const projection = new Projection('stay', parts, ({ lastSeq }) => lastSeq)
    expect((await projection.facts()).size).toBe(50)
    expect(folded).toHaveLength(50)
    records.set(id(7), 700)
    tell(id(7))
    expect((await projection.facts()).get(id(7))).toBe(700)
    expect(folded).toHaveLength(51)
  })

  it('takes in a new record, lets an erased one go, and does not mind others', async () => {
    const { id, records, folded, parts, tell } = source(3)
    const projection = new Projection('stay', parts, ({ lastSeq }) => lastSeq)
    await projection.facts()
    records.set(id(9), 9)
    records.delete(id(1))
    tell(id(9), id(1), id(77))
    expect([...(await projection.facts()).values()]).toEqual([0, 2, 9])
    expect(folded).not.toContain(id(77))
  })

  it('has no fact of a record that cannot be read', async () => {
    const { id, records, parts, tell } = source(3)
    const projection = new Projection('stay', parts, ({ lastSeq }) => lastSeq)
    await projection.facts()
    records.set(id(2), -1)
    tell(id(2))
    expect([...(await projection.facts()).keys()]).toEqual([id(0), id(1)])
  })

  it('lets others take their turn, and hears what changes meanwhile', async () => {
    const { id, records, parts, tell } = source(400)
    const projection = new Projection('stay', parts, ({ lastSeq }) => {
      const end = performance.now() + 0.2
      while (performance.now() < end);
      return lastSeq
    })
    let turns = 0
    const other = setInterval(() => {
      turns += 1
    }, 0)
    const working = projection.facts()
    records.set(id(0), 1000)
    tell(id(0))
    expect(projection.facts()).toBe(working)
    expect((await working).get(id(0))).toBe(1000)
    clearInterval(other)
    expect(turns).toBeGreaterThan(2)
  })
})
