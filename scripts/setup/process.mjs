// Starts other programs for the scripts, and ends a script with a plain sentence when it fails.
// Programs get the project's own commands first on their PATH, so a machine with an old Node runs
// the pinned one.
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { binFolder, root } from './paths.mjs'

/** Exit codes of the scripts. */
export const exitCodes = /** @type {const} */ ({ failed: 1, systemPackagesMissing: 3 })

/** A failure that is said to the person as it is, without a stack. */
export class PlainError extends Error {
  /**
   * @param {string} message what happened and what to do next
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = exitCodes.failed) {
    super(message)
    this.name = 'PlainError'
    this.exitCode = exitCode
  }
}

/**
 * Runs a script's main function; a {@link PlainError} becomes its message and its exit code.
 * @param {() => Promise<number | undefined>} main resolves to the exit code, 0 if undefined
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    if (!(error instanceof PlainError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = error.exitCode
  }
}

/** @returns {Record<string, string | undefined>} this process's environment with the project's commands first */
export function projectEnv() {
  return { ...process.env, PATH: `${binFolder}${delimiter}${pathWithoutProject()}` }
}

/** The machine's own PATH: npm has to be run by a Node that `npm ci` does not delete under it. */
export function pathWithoutProject() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== binFolder)
    .join(delimiter)
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the checkout if not given
 * @property {Record<string, string | undefined>} [env] {@link projectEnv} if not given
 * @property {import('node:child_process').StdioOptions} [stdio] all inherited if not given
 * @property {number} [timeout] milliseconds, after which the program is killed
 */

/**
 * Runs a program to its end. Ctrl-C reaches it through the terminal's process group; this process
 * waits for it, so that its last words are not lost.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; 128 + n if signal n ended it, as shells say it
 */
export function run(command, args, options = {}) {
  const wait = () => {}
  process.on('SIGINT', wait)
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: /** @type {NodeJS.ProcessEnv} */ (options.env ?? projectEnv()),
      stdio: options.stdio ?? 'inherit',
      ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
      // npm and the commands in node_modules/.bin are .cmd files on Windows, which only a shell runs.
      shell: process.platform === 'win32' && !command.endsWith('.exe'),
    })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal === 'SIGINT' ? 2 : 15)))
  }).finally(() => process.off('SIGINT', wait))
}

/**
 * Runs a short program and returns what it wrote.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {{ code: number, stdout: string }} code 127 if there is no such program
 */
export function ask(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return { code: result.status ?? 127, stdout: result.stdout ?? '' }
}

/**
 * @param {string} command
 * @returns {boolean} whether the machine (not the project) has this program
 */
export function machineHas(command) {
  return pathWithoutProject()
    .split(delimiter)
    .some((folder) => {
      try {
        accessSync(join(folder, command), constants.X_OK)
        return statSync(join(folder, command)).isFile()
      } catch {
        return false
      }
    })
}
