// The suites of `npm test`, in the order of running: the cheap ones first. To add a check that is
// passed or failed as a whole, add a line to `suites`.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root } from '../setup/paths.mjs'
import { projectEnv, run } from '../setup/process.mjs'
import { failure, playwrightResult, vitestResult, wholeResult } from './results.mjs'

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} [needs] a suite without whose success this one would mislead
 * @property {(filters: readonly string[]) => Promise<import('./results.mjs').Result>} run
 *   `filters`: parts of file names; only suites of several files look at them
 */

/** @type {readonly Suite[]} */
export const suites = [
  whole('types', 'tsc', ['--noEmit', '-p', '.']),
  whole('lint', 'biome', ['check', '--error-on-warnings']),
  whole('unused', 'knip', ['--no-progress', '--treat-config-hints-as-errors']),
  { name: 'unit', run: runVitest },
  whole('build', 'electron-vite', ['build']),
  { name: 'e2e', needs: 'build', run: runPlaywright },
]

/**
 * @param {string} name
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Suite}
 */
function whole(name, command, args) {
  return { name, run: async () => wholeResult(name, await run(command, args)) }
}

/** @param {readonly string[]} filters */
function runVitest(filters) {
  return withReport(async (file) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const exitCode = await run('vitest', ['run', ...reporters, ...filters])
    return vitestResult('unit', exitCode, await readReport(file), (path) => relative(root, path))
  })
}

/** @param {readonly string[]} filters */
function runPlaywright(filters) {
  return withReport(async (file) => {
    const exitCode = await run('playwright', ['test', '--reporter=list,json', ...filters], {
      env: { ...projectEnv(), PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    })
    return playwrightResult('e2e', exitCode, await readReport(file))
  })
}

/**
 * Calls `use` with the name of a file for a report, in a folder that is removed afterwards.
 * @template T
 * @param {(file: string) => Promise<T>} use
 */
async function withReport(use) {
  const folder = await mkdtemp(join(tmpdir(), 'emanet-report-'))
  try {
    return await use(join(folder, 'report.json'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @param {string} file */
async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Runs suites one after another.
 * @param {readonly Suite[]} chosen
 * @param {readonly string[]} filters
 * @param {(line: string) => void} say
 */
export async function runSuites(chosen, filters, say) {
  /** @type {Map<string, import('./results.mjs').Result>} */
  const results = new Map()
  for (const { name, needs, run: runSuite } of chosen) {
    say(`\n── ${name} ${'─'.repeat(76 - name.length)}`)
    const unmet = needs !== undefined && (results.get(needs)?.failed ?? 0) > 0
    const result = unmet
      ? failure(`${name}: not run, because ${needs} failed`)
      : await runSuite(filters).catch((error) => failure(`${name}: could not be started: ${error}`))
    results.set(name, result)
  }
  return [...results.values()]
}
