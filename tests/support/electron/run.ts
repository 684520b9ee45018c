// One run of the real program by tests or the demo: everything that its windows need and that is
// shared by all launches of the run. `startRun` makes it, and every process of the run finds it
// through one environment variable, because Playwright's tests run in processes of their own.
//
// Guarantees: Chromium's sandbox is on. It refuses to run as root, so when root runs the tests the
// program runs as the unprivileged user `nobody`, from a copy of what it needs, because that user
// may not be able to read the checkout. Nothing of the run stays behind after `stop`.
import { rmSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Display, isRunning, startDisplay } from './display.ts'
import { survivors, terminate } from './processes.ts'
import { checkSandbox, nobody, stageCheckout, type User, writeLauncher } from './stage.ts'

const variable = 'EMANET_ELECTRON_RUN'
const checkout = fileURLToPath(new URL('../../..', import.meta.url))

export interface ElectronRun {
  /** The run's own folder; everything in it is removed at the end. */
  readonly folder: string
  /** The checkout, or the copy of it that the unprivileged user can read. */
  readonly appRoot: string
  /** What to start instead of Electron itself, where something has to be done before (Linux). */
  readonly launcher: string | undefined
  /** The user that the program runs as, if it is not the one that runs the tests. */
  readonly user: User | undefined
  /** What the program's environment needs to reach the screen of this process. */
  readonly displayEnv: Readonly<Record<string, string>>
}

/** As it is handed to the processes of the run. */
interface SharedRun extends Omit<ElectronRun, 'displayEnv'> {
  readonly displayEnvs: readonly Readonly<Record<string, string>>[]
}

export interface StartedRun {
  readonly run: ElectronRun
  /** Ends what is still running and removes every file of the run. */
  stop(): Promise<void>
}

/**
 * Starts a run: the copy, the screens. Processes that are started afterwards share it.
 * @param endOnSignal whether Ctrl-C ends this process and cleans up; a test runner does so itself
 * @param screens one for each worker of a test runner: a clipboard and the focus are not shared
 */
export async function startRun({ endOnSignal = false, screens = 1 } = {}): Promise<StartedRun> {
  const linux = process.platform === 'linux'
  const user = linux && process.getuid?.() === 0 ? nobody : undefined
  // Root's own temporary folder may be closed to others; /tmp is not.
  const folder = await mkdtemp(join(user ? '/tmp' : tmpdir(), 'emanet-'))
  await mkdir(join(folder, 'work'))
  for (const passable of [folder, join(folder, 'work')]) await chmod(passable, 0o711)
  const appRoot = user ? await stageCheckout(checkout, folder) : checkout
  if (linux) checkSandbox(appRoot, user)
  const displays: Display[] = []
  while (linux && displays.length < screens) displays.push(await startDisplay(user !== undefined))

  const shared: SharedRun = {
    folder,
    appRoot,
    launcher: linux ? await writeLauncher(folder, appRoot, user) : undefined,
    user,
    displayEnvs: displays.map(({ env }) => env),
  }
  process.env[variable] = JSON.stringify(shared)
  // For a run that is broken off; `stop` does it in order, and waits.
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  if (endOnSignal) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => process.exit(1))
    }
  }

  return {
    run: currentRun(),
    async stop() {
      delete process.env[variable]
      await terminate(await survivors(folder))
      for (const display of displays) display.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
      process.off('exit', remove)
    },
  }
}

/** The run that this process belongs to. */
export function currentRun(): ElectronRun {
  const { displayEnvs, ...run } = sharedRun()
  return { ...run, displayEnv: displayEnvs[ownScreen(displayEnvs)] ?? {} }
}

/**
 * Gives this process a new screen if the server of its own has ended, which the test that was using it
 * has failed by: the tests after it are not to fail for the same reason.
 */
export async function renewScreen(): Promise<void> {
  const shared = sharedRun()
  const { displayEnvs, user } = shared
  const own = ownScreen(displayEnvs)
  if (await isRunning(displayEnvs[own] ?? {})) return
  const { env } = await startDisplay(user !== undefined)
  process.env[variable] = JSON.stringify({ ...shared, displayEnvs: displayEnvs.with(own, env) })
}

function sharedRun(): SharedRun {
  const value = process.env[variable]
  if (value === undefined) throw new Error('No run: call startRun() first.')
  return JSON.parse(value) as SharedRun
}

/** Playwright numbers the workers that run at the same time. */
const ownScreen = (screens: SharedRun['displayEnvs']): number =>
  screens.length === 0 ? 0 : Number(process.env.TEST_PARALLEL_INDEX ?? 0) % screens.length
