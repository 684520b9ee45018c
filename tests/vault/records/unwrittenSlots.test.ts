/** Which rows a list of one kind waits for. */
import { describe, expect, it } from 'vitest'
import { type Unwritten, UnwrittenSlots } from '../../../electron/vault/records/unwrittenSlots.ts'
import type { OpenKind } from '../../../shared/model/model.ts'

const slot = (kind: OpenKind | undefined): Unwritten => ({ kind, unwritten: undefined })

describe('slots that are to be written', () => {
  it('stand with the kind that they have, once', () => {
    const slots = new UnwrittenSlots<Unwritten>()
    const one = slot(undefined)
    slots.add(one)
    expect([...slots.of('person')]).toEqual([])
    one.kind = 'person'
    slots.add(one)
    slots.add(one)
    expect([...slots.of('person')]).toEqual([one])
    expect([...slots.all()]).toEqual([one])
    expect(slots.isEmpty).toBe(false)
    slots.delete(one)
    expect([slots.isEmpty, [...slots.of('person')], slots.has(one)]).toEqual([true, [], false])
  })

  it('stay with the kind that they lost, until they are written', () => {
    const slots = new UnwrittenSlots<Unwritten>()
    const one = slot('person')
    slots.add(one)
    one.kind = undefined
    slots.add(one)
    expect([...slots.of('person')]).toEqual([one])
    slots.delete(one)
    slots.add(one)
    expect([...slots.of('person')]).toEqual([])
    expect(slots.has(one)).toBe(true)
  })

  it('may be written while they are gone through', () => {
    const slots = new UnwrittenSlots<Unwritten>()
    const all = Array.from({ length: 100 }, () => slot('stay'))
    for (const each of all) slots.add(each)
    let count = 0
    for (const each of slots.of('stay')) {
      slots.delete(each)
      count += 1
    }
    expect([count, slots.isEmpty]).toEqual([100, true])
  })
})
