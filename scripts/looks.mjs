// `npm run test:looks`: every view in every language, each in both themes. `npm test` has the first language in both
// and the others in one.
import { runScript } from './setup/process.mjs'
import { setUp } from './setup.mjs'
import { sum, summaryLine } from './test/results.mjs'
import { runSuites, suites } from './test/suites.mjs'

await runScript(async () => {
  process.env.EMANET_EVERY_LOOK = '1'
  const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`)
  await setUp({ electron: 'hidden window' })
  const chosen = suites.filter(({ name }) => name === 'build' || name === 'e2e')
  const total = sum(await runSuites(chosen, ['tests/e2e/views.spec.ts'], say))
  say(summaryLine(total))
  return total.failed === 0 ? 0 : 1
})
