// `npm run -s cli -- COMMAND`: the command line on plain Node. Standard output is the command's
// alone; what set-up has to say goes to standard error.
import { join } from 'node:path'
import { toStderr } from './setup/output.mjs'
import { root } from './setup/paths.mjs'
import { run, runScript } from './setup/process.mjs'
import { setUp } from './setup.mjs'

await runScript(async () => {
  const { node } = await setUp({ electron: 'none', output: toStderr })
  // npm starts scripts in the checkout; a relative path means the folder the person is in.
  const fromNpm = process.env.npm_lifecycle_event === 'cli' ? process.env.INIT_CWD : undefined
  return run(node, [join(root, 'electron', 'cli', 'main.ts'), ...process.argv.slice(2)], {
    cwd: fromNpm ?? process.cwd(),
  })
})
