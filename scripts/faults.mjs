// `npm run test:faults`: the long fault tests, after setting up what they need. Arguments: rounds, seed.
import { join } from 'node:path'
import { root } from './setup/paths.mjs'
import { run, runScript } from './setup/process.mjs'
import { setUp } from './setup.mjs'

await runScript(async () => {
  const { node } = await setUp({ electron: 'none' })
  return run(node, [join(root, 'tests', 'faults', 'main.ts'), ...process.argv.slice(2)])
})
