/** 300 cases of the flip test; `node tests/faults/flip.ts 10000` runs the long form. */
import { expect, it } from 'vitest'
import { runFlips } from './flip.ts'

const CASES = 300

it('notices any damage, names what is affected, and loses nothing else', {
  timeout: 600_000,
}, async () => {
  const { failures, noticed, unaffected } = await runFlips({
    cases: CASES,
    seed: 'always the same',
  })
  expect(failures).toEqual([])
  expect(noticed + unaffected).toBe(CASES)
  // Most bytes matter; were it otherwise, nothing would have been tested.
  expect(noticed).toBeGreaterThan(CASES / 2)
})
