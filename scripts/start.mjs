// `npm start`: opens the program for a person, built anew if a source has changed.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildIfOld } from './build.mjs'
import { root } from './setup/paths.mjs'
import { PlainError, run, runScript } from './setup/process.mjs'
import { setUp } from './setup.mjs'

await runScript(async () => {
  await setUp({ electron: 'window' })
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    throw new PlainError(
      'The program does not run as root: the sandbox that keeps evidence files away from your ' +
        'computer works for ordinary users only. Run `npm start` as an ordinary user.',
    )
  }
  await buildIfOld()
  // What Electron's own package exports is the path of its program.
  const electron = /** @type {string} */ (createRequire(join(root, 'scripts/'))('electron'))
  return run(electron, [root, ...process.argv.slice(2)])
})
