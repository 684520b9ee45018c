// `npm run demo`: the whole main job, done by the real program on invented data; leaves demo-out/.
import { join } from 'node:path'
import { build } from './build.mjs'
import { root } from './setup/paths.mjs'
import { run, runScript } from './setup/process.mjs'
import { setUp } from './setup.mjs'

await runScript(async () => {
  const { node } = await setUp({ electron: 'hidden window', peers: true })
  await build()
  return run(node, [join(root, 'tests', 'demo', 'demo.ts'), ...process.argv.slice(2)])
})
