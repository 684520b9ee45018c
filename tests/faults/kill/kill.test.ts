/** Killed at any moment, the program loses nothing that it acknowledged. `npm run test:faults` kills it more often. */
import { expect, it } from 'vitest'
import { KillSeries } from './killing.ts'

const ROUNDS = 25
const SEED = process.env.EMANET_FAULT_SEED ?? `${Date.now()}`

it(`loses nothing in ${ROUNDS} kills (seed ${SEED})`, { timeout: 300_000 }, async () => {
  const series = new KillSeries(SEED)
  try {
    await series.start()
    for (let number = 1; number <= ROUNDS; number += 1) {
      await series.round(number).catch((error) => {
        throw new Error(`round ${number} of seed ${SEED}`, { cause: error })
      })
    }
  } finally {
    series.end()
  }
  // The kills came in the middle of different work, not always in the same.
  expect(Object.keys(series.cutOff).length).toBeGreaterThan(2)
})
