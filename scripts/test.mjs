// All tests, after setting up what they need. The last line is `N passed, N failed`, the sum over
// all suites (with `, N skipped` if there are any), and the exit code is 0 only if nothing failed.
//
//   npm test                       everything
//   npm test -- unit               one suite; several can be named
//   npm test -- unit tests/vault   only those files

import { runScript } from './setup/process.mjs'
import { setUp } from './setup.mjs'
import { sum, summaryLine } from './test/results.mjs'
import { runSuites, suites } from './test/suites.mjs'

await runScript(async () => {
  const args = process.argv.slice(2)
  const named = suites.filter(({ name }) => args.includes(name))
  const filters = args.filter((arg) => !suites.some(({ name }) => name === arg))
  const chosen = named.length > 0 ? named : suites

  const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`)
  await setUp({ electron: 'hidden window', peers: true })
  const total = sum(await runSuites(chosen, filters, say))

  say('')
  for (const line of total.failures) say(`failed: ${line}`)
  say(summaryLine(total))
  return total.failed === 0 ? 0 : 1
})
