// Makes a fresh clone ready to run: dependencies, Node, Electron, system packages. Plain JavaScript
// on Node's built-ins, for Node 20 and newer, because it is what runs before anything is installed.
// Each step first looks whether it has anything to do, so a second run costs a fraction of a second.
//
//   node scripts/setup.mjs             what `npm start` needs
//   node scripts/setup.mjs --peers     and what `npm test` and `npm run demo` need besides
//   node scripts/setup.mjs --refresh   first forget the Electron runtime, to try its download again
//
// Exit code 3: system packages are missing and this is not root; the apt-get line is printed.
import { fileURLToPath } from 'node:url'
import { installDependencies } from './setup/dependencies.mjs'
import { chooseElectron, forgetElectron, installStandIn, needsCompiler } from './setup/electron.mjs'
import { projectNode } from './setup/node.mjs'
import { toStdout } from './setup/output.mjs'
import { PlainError, runScript } from './setup/process.mjs'
import { installSystemPackages } from './setup/systemPackages.mjs'

/**
 * @typedef {object} SetUp
 * @property {'none' | 'window' | 'hidden window'} electron whether windows are opened: not at all,
 *   on a person's screen, or also where there is no screen
 * @property {boolean} [peers] whether other people's programs are compared with
 * @property {boolean} [refresh] whether to try Electron's download again
 * @property {import('./setup/output.mjs').Output} [output]
 */

/**
 * @param {SetUp} wanted
 * @returns {Promise<{ node: string }>} the Node to run the project's own files with
 */
export async function setUp({ electron, peers = false, refresh = false, output = toStdout }) {
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major < 20) {
    throw new PlainError(`Node 20 or newer is needed to begin; this is ${process.version}.`)
  }

  await installDependencies(output)
  const node = projectNode()

  if (refresh) await forgetElectron()
  const runtime = electron === 'none' ? undefined : await chooseElectron(output)
  // All system packages in one go, so that a person who is not root gets one line, not three.
  /** @type {import('./setup/systemPackages.mjs').PackageGroup[]} */
  const groups = []
  if (electron !== 'none') groups.push('window')
  if (electron === 'hidden window') groups.push('display')
  if (runtime === 'stand-in' && needsCompiler()) groups.push('compiler')
  if (peers) groups.push('peers')
  await installSystemPackages(groups, output)

  if (runtime === 'stand-in') await installStandIn(output)
  return { node }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    const options = process.argv.slice(2)
    const unknown = options.find((option) => !['--peers', '--refresh'].includes(option))
    if (unknown !== undefined) throw new PlainError(`Unknown option ${unknown}.`)
    const peers = options.includes('--peers')
    const electron = peers ? 'hidden window' : 'window'
    await setUp({ electron, peers, refresh: options.includes('--refresh') })
    return 0
  })
}
