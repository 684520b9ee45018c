/** Rows in an order made of what they say: the same from whichever order they come in. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inOrderOfCells } from '../../../electron/vault/export/rowOrder.ts'
import type { CellText } from '../../../electron/vault/export/tableText.ts'

const noPause = async () => {}
const sorted = (rows: readonly (readonly CellText[])[], descending = false) =>
  inOrderOfCells(rows, { language: 'uk', descending, cellsOf: (row) => row }, noPause)

const long = 'а'.repeat(300)
const cell = fc.oneof(
  // Some have one place in the order: of other case, without a letter, the same for long, a text and a number.
  fc.constantFrom('', 'Ґ', 'г', 'є', 'Ab', 'ab', 'ç', '—', '…', '7', `${long}б`, `${long}в`),
  fc.nat({ max: 12 }),
)
const table = fc.array(fc.tuple(cell, cell), { maxLength: 40 })

it('do not depend on the order in which they come', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.boolean(), async (rows, descending) => {
      const once = await sorted(rows, descending)
      expect(once).toHaveLength(rows.length)
      expect(await sorted(rows.toReversed(), descending)).toEqual(once)
    }),
  )
})

it('are in order over any number of runs, numbers by what they count, what is empty last', async () => {
  const rows = Array.from({ length: 4321 }, (_, n): CellText[] => [
    n % 7 === 0 ? '' : (n * 37) % 1009,
  ])
  const filled = rows.flatMap(([value]) => (typeof value === 'number' ? [value] : []))
  const up = filled.toSorted((a, b) => a - b)
  const empty = Array.from({ length: rows.length - filled.length }, () => '')
  expect((await sorted(rows)).flat()).toEqual([...up, ...empty])
  expect((await sorted(rows, true)).flat()).toEqual([...up.toReversed(), ...empty])
})
