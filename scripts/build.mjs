// Builds the program into out/.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './setup/paths.mjs'
import { PlainError, run, runScript } from './setup/process.mjs'
import { setUp } from './setup.mjs'

/** Everything that the built program is made from. */
const sources = [
  ...['electron', 'renderer', 'shared', 'resources'],
  ...['electron.vite.config.ts', 'package.json', 'package-lock.json'],
]

/** Builds, and stops with a sentence if that fails. */
export async function build() {
  const code = await run('electron-vite', ['build'])
  if (code !== 0) throw new PlainError('The program could not be built: see above.')
}

/** Builds only if a source is newer than what was built last. */
export async function buildIfOld() {
  const built = join(root, 'out', 'main', 'index.js')
  if (existsSync(built)) {
    const builtAt = statSync(built).mtimeMs
    if (!sources.some((source) => hasNewer(join(root, source), builtAt))) return
  }
  await build()
}

/**
 * @param {string} path a file, or a folder with everything in it
 * @param {number} time in milliseconds
 * @returns {boolean}
 */
function hasNewer(path, time) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return false
  // A folder's own time tells of files that were removed.
  if (stat.mtimeMs > time) return true
  return stat.isDirectory() && readdirSync(path).some((name) => hasNewer(join(path, name), time))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    await setUp({ electron: 'none' })
    await build()
    return 0
  })
}
