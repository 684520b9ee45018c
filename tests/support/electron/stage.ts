// The unprivileged user that the program runs as when root runs the tests, and the copy of the
// built program that this user can read. The copy belongs to root, so the program cannot change
// itself; only the work folders (folders.ts) belong to the user.
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export interface User {
  readonly uid: number
  readonly gid: number
}

/** `nobody`: the same number everywhere, so no account has to be made. */
export const nobody: User = { uid: 65_534, gid: 65_534 }

/** What of the checkout the program needs at run time, besides its packages. */
const programPaths = ['package.json', 'out', 'resources', 'docs', 'tests/support/electron/fixture']
const electronDist = 'node_modules/electron/dist'

interface LockFile {
  readonly packages: Readonly<Record<string, { dev?: boolean; devOptional?: boolean; os?: string }>>
}

/**
 * Copies the program, its packages and its runtime, under the same paths as in the checkout.
 * @returns the folder that stands for the checkout
 */
export async function stageCheckout(checkout: string, folder: string): Promise<string> {
  const target = join(folder, 'app')
  const paths = [...programPaths, ...productionPackages(checkout), electronDist]
  for (const path of paths.filter((path) => existsSync(join(checkout, path)))) {
    await mkdir(dirname(join(target, path)), { recursive: true })
    // Shares the blocks on file systems that can; follows links, which may lead out of the copy.
    execFileSync('cp', ['-RL', '--reflink=auto', join(checkout, path), join(target, path)])
  }
  // Modes are set, not asked for: the umask of whoever runs the tests may close what it creates.
  execFileSync('chmod', ['-R', 'a+rX,go-w', target])
  return target
}

/** The packages of `dependencies` and what they need, at the top level, from the lock file. */
function productionPackages(checkout: string): string[] {
  const lock = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8')) as LockFile
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional, os }]) => {
      const nested = path.lastIndexOf('node_modules/') > 0
      // What is bound to one system is the pinned Node, which the program does not use.
      return path !== '' && !nested && dev !== true && devOptional !== true && os === undefined
    })
    .map(([path]) => path)
}

/**
 * Writes what Playwright starts in place of Electron: the switch to the unprivileged user, and the
 * module that lets Playwright hold the program until it listens.
 */
export async function writeLauncher(
  folder: string,
  appRoot: string,
  user: User | undefined,
): Promise<string> {
  const loader = join(folder, 'loader.cjs')
  const { resolve } = createRequire(createRequire(import.meta.url).resolve('@playwright/test'))
  const playwright = dirname(resolve('playwright-core/package.json'))
  const playwrightLoader = readFileSync(join(playwright, 'lib/server/electron/loader.js'), 'utf8')
  await writeFile(loader, onFirstLaunchOnly(playwrightLoader))
  await chmod(loader, 0o644)

  const dropPrivileges = user
    ? `setpriv --reuid=${user.uid} --regid=${user.gid} --clear-groups --inh-caps=-all -- `
    : ''
  const electron = join(appRoot, electronDist, 'electron')
  const launcher = join(folder, 'launch.sh')
  await writeFile(
    launcher,
    `#!/bin/sh\n# The program has to turn core dumps off by itself.\nulimit -c unlimited 2>/dev/null\nexec ${dropPrivileges}${quote(electron)} -r ${quote(loader)} "$@"\n`,
  )
  await chmod(launcher, 0o755)
  return launcher
}

/**
 * Playwright's loader holds the program back until Playwright says go. A program that starts itself
 * again (as the lock does) gets the same arguments, but then nobody says go: the second time only
 * the arguments are cleaned, and `reattach` (launch.ts) finds the program by its debugging port.
 */
function onFirstLaunchOnly(loader: string): string {
  return `
const marker = process.env.EMANET_TEST_LAUNCH_MARKER
const { existsSync, writeFileSync } = require('node:fs')
if (existsSync(marker)) {
  process.argv.splice(1, process.argv.indexOf('--remote-debugging-port=0'))
} else {
  writeFileSync(marker, '')
  ;(() => {
${loader}
  })()
}
`
}

/**
 * Chromium's sandbox needs user namespaces or its helper with the setuid bit. As root the helper in
 * the copy gets that bit where namespaces are closed; otherwise a person has to decide.
 */
export function checkSandbox(appRoot: string, user: User | undefined): void {
  const helper = join(appRoot, electronDist, 'chrome-sandbox')
  if (!existsSync(helper) || canMakeNamespace(user)) return
  if (user) {
    chmodSync(helper, 0o4755)
    return
  }
  throw new Error(
    "Chromium's sandbox cannot start: this system closes user namespaces to programs. " +
      'On Ubuntu: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
  )
}

function canMakeNamespace(user: User | undefined): boolean {
  try {
    execFileSync('unshare', ['--user', '--map-root-user', 'true'], {
      stdio: 'ignore',
      ...(user ?? {}),
    })
    return true
  } catch {
    return false
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
