// The Debian and Ubuntu packages that the project's commands need, and nothing else: what is
// missing is installed when root runs the script; otherwise the exact line is printed and the
// script ends with exit code 3. Other systems are left alone.
import { readFileSync } from 'node:fs'
import { ask, exitCodes, machineHas, PlainError, run } from './process.mjs'

/**
 * Package names; where a release renamed one, the new name stands first.
 * @satisfies {Record<string, readonly (readonly string[])[]>}
 */
export const packageGroups = {
  /** Electron's shared libraries: without them no window opens. */
  window: [
    ['libgtk-3-0t64', 'libgtk-3-0'],
    ['libnss3'],
    ['libgbm1'],
    ['libasound2t64', 'libasound2'],
  ],
  /** A screen where there is none. */
  display: [['xvfb']],
  /** For better-sqlite3 in the stand-in Electron. */
  compiler: [['g++']],
  /** Other people's programs that the tests and the demo compare with or read results through. */
  peers: [['age'], ['restic'], ['python3-nacl'], ['poppler-utils'], ['zbar-tools']],
}

/** @typedef {keyof typeof packageGroups} PackageGroup */

/** The releases before the packages were renamed for 64-bit time (2024); this list is closed. */
const releasesBeforeRenaming = new Set(
  'buster bullseye bookworm bionic focal jammy kinetic lunar mantic'.split(' '),
)

/**
 * What to ask apt for, on this release.
 * @param {readonly (readonly string[])[]} missing
 * @param {string} osRelease contents of /etc/os-release
 */
export function namesForRelease(missing, osRelease) {
  const value = (/** @type {string} */ key) =>
    osRelease.match(new RegExp(`^${key}="?([^"\n]*)"?$`, 'm'))?.[1]
  // A derived distribution says which release it is built from.
  const codename =
    value('UBUNTU_CODENAME') ?? value('DEBIAN_CODENAME') ?? value('VERSION_CODENAME') ?? ''
  const old = releasesBeforeRenaming.has(codename)
  return missing.map((names) => /** @type {string} */ (old ? names.at(-1) : names[0]))
}

/**
 * @param {readonly (readonly string[])[]} wanted
 * @param {string} dpkgOutput lines of `${Package} ${db:Status-Status}`
 * @returns {(readonly string[])[]} those of which no name is installed
 */
export function missingPackages(wanted, dpkgOutput) {
  const installed = new Set(
    dpkgOutput
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
  return wanted.filter((names) => !names.some((name) => installed.has(name)))
}

/**
 * Makes sure that the packages of these groups are there.
 * @param {readonly PackageGroup[]} groups
 * @param {import('./output.mjs').Output} output
 */
export async function installSystemPackages(groups, output) {
  if (process.platform !== 'linux' || !machineHas('dpkg-query') || !machineHas('apt-get')) return
  const wanted = groups.flatMap((group) => packageGroups[group])
  if (wanted.length === 0) return

  const missing = missingPackages(wanted, queryDpkg(wanted))
  if (missing.length === 0) return

  const names = namesForRelease(missing, readFileSync('/etc/os-release', 'utf8'))
  const line = `apt-get install -y --no-install-recommends ${names.join(' ')}`
  if (process.getuid?.() !== 0) {
    throw new PlainError(
      `System packages are missing. Install them with\n\n  sudo ${line}\n\nand run the command again.`,
      exitCodes.systemPackagesMissing,
    )
  }

  output.say(`Installing system packages: ${names.join(' ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (/** @type {string[]} */ ...args) =>
    run('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  // An update that fails for one of several sources may still have brought what is needed.
  await apt('update')
  await apt('install', '-y', '--no-install-recommends', ...names)
  const stillMissing = missingPackages(wanted, queryDpkg(wanted))
  if (stillMissing.length > 0) {
    throw new PlainError(
      `System packages could not be installed. Try by hand\n\n  apt-get update && ${line}\n\nand run the command again.`,
      exitCodes.systemPackagesMissing,
    )
  }
}

/** @param {readonly (readonly string[])[]} wanted */
function queryDpkg(wanted) {
  // dpkg-query exits with 1 if it does not know one of the names, and lists the others.
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
  const format = '${Package} ${db:Status-Status}\n'
  return ask('dpkg-query', ['-W', '-f', format, ...wanted.flat()]).stdout
}
