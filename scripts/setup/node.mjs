// The Node that runs the project's TypeScript: the one pinned in package.json's optional
// dependencies, whatever version the machine has. It needs no build step for that (type stripping).
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { nodeModules } from './paths.mjs'
import { PlainError } from './process.mjs'

/** better-sqlite3 needs Node-API 10 (22.14), running .ts files without a flag needs 22.18. */
const oldestUsable = [22, 18]

/**
 * The file of the Node to run the project with; only after the dependencies are installed.
 * @returns {string}
 */
export function projectNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const pinned = join(nodeModules, `node-${system}-${process.arch}`, 'bin', binary)
  if (existsSync(pinned)) return pinned
  if (isAtLeast(process.version, oldestUsable)) return process.execPath
  throw new PlainError(
    `Node ${oldestUsable.join('.')} or newer is needed, and no pinned one exists for ` +
      `${process.platform} on ${process.arch}: install Node 24 from https://nodejs.org and run again.`,
  )
}

/**
 * @param {string} version as in process.version
 * @param {readonly number[]} least major and minor
 */
export function isAtLeast(version, least) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = least
  return major > leastMajor || (major === leastMajor && minor >= leastMinor)
}
