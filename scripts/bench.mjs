// `npm run bench`: a table of speeds, each beside what it is compared with; also as JSON.
import { join } from 'node:path'
import { buildIfOld } from './build.mjs'
import { root } from './setup/paths.mjs'
import { run, runScript } from './setup/process.mjs'
import { setUp } from './setup.mjs'

await runScript(async () => {
  const names = process.argv.slice(2)
  // One of them drives the built program, on a screen that nobody sees.
  const needsWindows = names.length === 0 || names.includes('searchBox')
  const { node } = await setUp({ electron: needsWindows ? 'hidden window' : 'none', peers: true })
  if (needsWindows) await buildIfOld()
  // The benchmarks ask for memory to be collected before they measure it.
  const main = join(root, 'tests', 'bench', 'main.ts')
  return run(node, ['--expose-gc', main, ...names])
})
