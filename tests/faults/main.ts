/**
 * `npm run test:faults [-- ROUNDS [SEED [CASES]]]`: kills the program at work, 500 times unless said otherwise, and
 * checks what it left each time, with a new vault every 25 rounds; then damages a vault and its backup, 10,000 times
 * unless said otherwise (flip.ts). The last line is `N passed, N failed`.
 */
import process from 'node:process'
import { runFlips } from './flip.ts'
import { KillSeries } from './kill/killing.ts'

const ROUNDS_PER_VAULT = 25

const [rounds = '500', seed = `${Date.now()}`, cases = '10000'] = process.argv.slice(2)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

// What the vault does in quiet moments keeps no process alive; this one waits for it.
const awake = setInterval(() => {}, 60_000)

const total = Number(rounds)
const cutOff: Record<string, number> = {}
let passed = 0
let failed = 0
say(`kills: ${total} rounds, seed ${seed}`)
while (passed + failed < total) {
  const done = passed + failed
  const series = new KillSeries(`${seed}-${done}`)
  try {
    await series.start()
    for (let number = 1; number <= Math.min(ROUNDS_PER_VAULT, total - done); number += 1) {
      await series.round(number)
      passed += 1
    }
  } catch (error) {
    // What this vault is now says nothing about further kills: the next round begins with another.
    failed += 1
    say(`failed: round ${passed + failed} (seed ${seed}-${done}): ${String(error)}`)
  } finally {
    series.end()
  }
  for (const [what, count] of Object.entries(series.cutOff)) {
    cutOff[what] = (cutOff[what] ?? 0) + count
  }
  say(`kills: ${passed + failed} of ${total}`)
}
const kinds = Object.entries(cutOff).map(([what, count]) => `${what} ${count}`)
say(`killed in the middle of: ${kinds.join(', ')}`)

const flips = Number(cases)
if (flips > 0) {
  say(`flips: ${flips} cases, seed ${seed}`)
  const onCase = (done: number) => {
    if (done % 100 === 0) say(`flips: ${done} of ${flips}`)
  }
  const { failures, noticed, unaffected, failedCases } = await runFlips({
    cases: flips,
    seed,
    onCase,
  })
  for (const failure of failures) say(`failed: ${failure}`)
  say(`noticed ${noticed}, without effect ${unaffected}`)
  failed += failedCases
  passed += flips - failedCases
}
say(`${passed} passed, ${failed} failed`)
clearInterval(awake)
process.exitCode = failed === 0 ? 0 : 1
