// npm dependencies: `npm ci` when node_modules is not what the lock file says, and nothing otherwise.
// npm itself checks every package against the hash in the lock file, and .npmrc keeps it from
// running the packages' own install scripts.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeModules, root } from './paths.mjs'
import { PlainError, pathWithoutProject, run } from './process.mjs'

/**
 * The part of a lock file that decides what is installed.
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string | string[],
 *   cpu?: string | string[], optionalDependencies?: Record<string, string>,
 *   dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} LockEntry
 * @typedef {{ packages?: Record<string, LockEntry> }} Lock
 * @typedef {{ platform: string, arch: string }} Machine
 */

/**
 * Does what is installed match the lock file?
 *
 * `installed` is the record npm leaves in node_modules as the last step of an installation, so an
 * interrupted one does not match. An optional package may be absent (it is for another system),
 * except those that the project itself asks for and that are for this machine.
 *
 * @param {Lock} lock package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json
 * @param {Machine} machine
 */
export function dependenciesMatch(lock, installed, machine) {
  const wanted = lock.packages
  const present = installed?.packages
  if (wanted === undefined || present === undefined) return false

  const ownOptional = Object.keys(wanted['']?.optionalDependencies ?? {})
  const needed = new Set(ownOptional.map((name) => `node_modules/${name}`))

  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || path in present) continue
    const mayBeAbsent = entry.optional === true && !(needed.has(path) && isFor(entry, machine))
    if (!mayBeAbsent) return false
  }
  return Object.entries(present).every(([path, entry]) => {
    const want = wanted[path]
    return want?.version === entry.version && want?.integrity === entry.integrity
  })
}

/**
 * Does package.json ask for what the lock file was made from? (`npm ci` refuses otherwise, and
 * says which package; so this only has to notice.)
 * @param {LockEntry} manifest package.json
 * @param {Lock} lock
 */
export function manifestMatches(manifest, lock) {
  const locked = lock.packages?.['']
  if (locked === undefined) return false
  const groups = /** @type {const} */ (['dependencies', 'devDependencies', 'optionalDependencies'])
  return groups.every((group) => sameVersions(manifest[group] ?? {}, locked[group] ?? {}))
}

/**
 * @param {Record<string, string>} a
 * @param {Record<string, string>} b
 */
function sameVersions(a, b) {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}

/**
 * @param {LockEntry} entry
 * @param {Machine} machine
 */
function isFor(entry, machine) {
  return matches(entry.os, machine.platform) && matches(entry.cpu, machine.arch)
}

/**
 * npm's `os` and `cpu`: a name or a list of names, `!name` excludes.
 * @param {string | string[] | undefined} allowed
 * @param {string} actual
 */
function matches(allowed, actual) {
  const list = typeof allowed === 'string' ? [allowed] : (allowed ?? [])
  if (list.includes(`!${actual}`)) return false
  const positive = list.filter((name) => !name.startsWith('!'))
  return positive.length === 0 || positive.includes(actual)
}

/**
 * Installs the dependencies if they are not the lock file's.
 * @param {import('./output.mjs').Output} output
 */
export async function installDependencies(output) {
  const manifest = /** @type {LockEntry} */ (readJson(join(root, 'package.json')))
  const lock = /** @type {Lock} */ (readJson(join(root, 'package-lock.json')))
  const installed = /** @type {Lock | undefined} */ (
    readJson(join(nodeModules, '.package-lock.json'))
  )
  if (lock === undefined) throw new PlainError('package-lock.json is missing: restore it from git.')
  const current = manifestMatches(manifest, lock) && dependenciesMatch(lock, installed, process)
  if (current) return

  output.say('Installing the dependencies of package-lock.json (npm ci) …')
  // Warnings are about the machine's older Node, which only installs and then steps aside.
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: { ...process.env, PATH: pathWithoutProject() },
    stdio: output.stdio,
  })
  if (code !== 0) throw new PlainError(`npm ci failed with exit code ${code}: see its words above.`)
}

/**
 * @param {string} file
 * @returns {unknown} undefined if it is missing or not JSON
 */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
