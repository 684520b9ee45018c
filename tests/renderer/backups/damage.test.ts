/** Damaged parts in words. */
import { expect, it } from 'vitest'
import { damagedObjects, wrongWith } from '../../../renderer/workspace/backups/damage.ts'

it('says what is wrong by the code that the core gave', () => {
  expect(wrongWith({ what: 'object', id: 'a', why: 'object_missing' })).toBe('object_missing')
})

it('falls back to plain damage of the part for a reason without words', () => {
  expect(wrongWith({ what: 'entry', id: '7', why: 'eaten' })).toBe('ledger_damaged')
  expect(wrongWith({ what: 'header', id: '', why: 'toString' })).toBe('header_damaged')
})

it('asks for the name of each damaged file once, and of nothing else', () => {
  expect(
    damagedObjects([
      { what: 'object', id: 'a', why: 'object_missing' },
      { what: 'entry', id: '7', why: 'ledger_damaged' },
      { what: 'object', id: 'a', why: 'object_damaged' },
      { what: 'object', id: 'b', why: 'object_damaged' },
    ]),
  ).toEqual(['a', 'b'])
})
