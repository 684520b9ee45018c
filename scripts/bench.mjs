// `npm run bench`: a table of speeds, each beside what it is compared with; also as JSON.
import { join } from 'node:path'
import { root } from './setup/paths.mjs'
import { run, runScript } from './setup/process.mjs'
import { setUp } from './setup.mjs'

await runScript(async () => {
  const { node } = await setUp({ electron: 'none', peers: true })
  // The benchmarks ask for memory to be collected before they measure it.
  const main = join(root, 'tests', 'bench', 'main.ts')
  return run(node, ['--expose-gc', main, ...process.argv.slice(2)])
})
