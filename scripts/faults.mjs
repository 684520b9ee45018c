// `npm run test:faults`: the long fault tests, after setting up what they need. Arguments: rounds, seed.
import { join } from 'node:path'
import { root } from './setup/paths.mjs'
import { projectEnv, run, runScript } from './setup/process.mjs'
import { setUp } from './setup.mjs'

await runScript(async () => {
  const { node } = await setUp({ electron: 'none' })
  // The program is started over and over: its types are stripped once.
  const env = {
    ...projectEnv(),
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'emanet'),
  }
  return run(node, [join(root, 'tests', 'faults', 'main.ts'), ...process.argv.slice(2)], { env })
})
