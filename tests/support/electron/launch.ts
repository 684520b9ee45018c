// Starts the real program in a run (run.ts) and ends it for certain. The windows are driven through
// Playwright; Chromium's sandbox is on, always.
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Browser,
  chromium,
  type ElectronApplication,
  _electron as electron,
  type Page,
  test,
} from '@playwright/test'
import { MOST_PER_TURN_MS, watchMainProcess } from '../eventLoop.ts'
import { giveToProgram, workFolder } from './folders.ts'
import { type ProgramProcess, survivors, terminate, untilNoneIsLeft } from './processes.ts'
import { currentRun, renewScreen } from './run.ts'

export interface LaunchOptions {
  /** The folder of the program in the checkout: the built program if not given. */
  readonly appDir?: string
  /** Where the program keeps its settings; a new empty folder if not given. */
  readonly userDataDir?: string
  /** Arguments after the program's folder. */
  readonly args?: readonly string[]
  /** Added to the program's environment, which is otherwise the same on every machine. */
  readonly env?: Readonly<Record<string, string>>
  /** Milliseconds until the program must have answered; 30 s if not given. */
  readonly timeout?: number
}

export interface LaunchedApp {
  readonly app: ElectronApplication
  /** Every place that the program is told to write to: its settings, its home, temporary files. */
  readonly folders: { readonly userData: string; readonly home: string; readonly temporary: string }
  /** What the program has written to standard output and standard error so far. */
  output(): string
  /** All processes of this launch, also those that it has started anew by itself. */
  processes(): Promise<ProgramProcess[]>
  /** Waits until the main process that was launched has ended. */
  exited(): Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** After the program has started itself anew: drives the windows of the new one. */
  reattach(): Promise<{ browser: Browser; firstWindow: Page }>
  /**
   * Asks the program to quit, as a person does by closing it.
   * @param milliseconds how long it may take; ten seconds if not given
   * @throws if it does not end in time or leaves a process behind; they are killed first
   */
  close(milliseconds?: number): Promise<void>
  /** Kills every process at once, as a power cut does; also to clean up after a test. */
  kill(): Promise<void>
}

const quitMilliseconds = 10_000
const launchMilliseconds = 30_000

/** Starts the program and waits until it can be driven; its first window may still be loading. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  await renewScreen()
  const run = currentRun()
  const timeout = options.timeout ?? launchMilliseconds
  const own = await workFolder('launch')
  const folders = {
    userData: options.userDataDir ?? join(own, 'settings'),
    home: join(own, 'home'),
    temporary: join(own, 'tmp'),
  }
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true })
  await giveToProgram(folders.home, folders.temporary, folders.userData)

  const app = await electron.launch({
    ...(run.launcher === undefined ? {} : { executablePath: run.launcher }),
    args: [
      join(run.appRoot, options.appDir ?? ''),
      `--user-data-dir=${folders.userData}`,
      ...(options.args ?? []),
    ],
    cwd: folders.home,
    env: programEnv(run.displayEnv, folders, own, options.env),
    chromiumSandbox: true,
    timeout,
  })
  const turns = await watchMainProcess(app)
  const child = app.process()
  const output = collectOutput(child)
  const firstPort = await debuggingPort(folders.userData)
  let browser: Browser | undefined

  return {
    app,
    folders,
    output,
    processes: () => survivors(own),
    exited: () => untilExit(child),
    async reattach() {
      await untilExit(child)
      const end = Date.now() + timeout
      const port = await changedPort(folders.userData, firstPort, end)
      await untilWindow(port, end)
      browser = await connect(port, timeout)
      const [firstWindow] = browser.contexts().flatMap((context) => context.pages())
      if (!firstWindow) throw new Error('The program that was started anew has no windows.')
      return { browser, firstWindow }
    },
    async close(milliseconds = quitMilliseconds) {
      await tellTurns(turns)
      // Playwright's own close waits for ever for a program that does not want to quit.
      const quit = app.close().catch(() => {})
      const ended = await untilNoneIsLeft(own, milliseconds)
      const left = await survivors(own)
      await terminate(left)
      await quit
      if (!ended) {
        const names = left.map(({ type, pid }) => `${type} (${pid})`).join(', ')
        throw new Error(`The program was asked to quit and left running: ${names}`)
      }
    },
    async kill() {
      await tellTurns(turns)
      await browser?.close().catch(() => {})
      await terminate(await survivors(own))
      await app.close().catch(() => {})
    },
  }
}

/** A small and constant environment, so that nothing of the tester's own reaches the program. */
function programEnv(
  display: Readonly<Record<string, string>>,
  folders: LaunchedApp['folders'],
  own: string,
  added: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    LANG: 'C.UTF-8',
    // Where the program's users are; not UTC, so that a date that slips by an hour is noticed.
    TZ: 'Europe/Kyiv',
    HOME: folders.home,
    TMPDIR: folders.temporary,
    EMANET_TEST_LAUNCH_MARKER: join(own, 'launched'),
    ...display,
    ...added,
  }
}

/** How long the main process was kept at a time at most, beside the test. Says nothing of one that has ended. */
async function tellTurns(longest: () => Promise<number>): Promise<void> {
  const title = runningTest()
  if (title === undefined) return
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, 500))
  const ms = await Promise.race([longest().catch(() => undefined), late])
  if (ms === undefined) return
  const mark = ms > MOST_PER_TURN_MS ? ' MISSED' : ''
  process.stdout.write(`longest turn of main ${ms.toFixed(0)} ms${mark}: ${title}\n`)
}

/** `undefined` outside a test of Playwright, as in the demo. */
function runningTest(): string | undefined {
  try {
    return test.info().titlePath.slice(1).join(' › ')
  } catch {
    return undefined
  }
}

function collectOutput(child: ChildProcess): () => string {
  const chunks: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString()
}

async function untilExit(child: ChildProcess) {
  // `exit`, not `close`: a program started anew inherits the pipes and holds them open.
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return { code: child.exitCode, signal: child.signalCode }
}

/** Chromium writes the port that it listens on for Playwright into the settings folder. */
async function debuggingPort(userData: string): Promise<string | undefined> {
  try {
    const text = await readFile(join(userData, 'DevToolsActivePort'), 'utf8')
    // The file is there before anything stands in it.
    return /^(\d+)\n/.exec(text)?.[1]
  } catch {
    return undefined
  }
}

/** A connection made while the program still starts has been seen to get no answer; a second one has one. */
async function connect(port: string, milliseconds: number): Promise<Browser> {
  const tries = 3
  for (let left = tries; ; left -= 1) {
    try {
      const timeout = milliseconds / tries
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout })
    } catch (error) {
      if (left === 1) throw error
    }
  }
}

async function changedPort(userData: string, old: string | undefined, end: number) {
  while (Date.now() < end) {
    const port = await debuggingPort(userData)
    if (port !== undefined && port !== old) return port
    await pause()
  }
  throw new Error('The program did not start itself anew.')
}

/** A connection made before the first window has been seen never to hear of it. */
async function untilWindow(port: string, end: number): Promise<void> {
  while (Date.now() < end) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`, {
      signal: AbortSignal.timeout(1_000),
    }).catch(() => undefined)
    const targets = (await answer?.json().catch(() => [])) as { type: string }[] | undefined
    if (targets?.some(({ type }) => type === 'page')) return
    await pause()
  }
  throw new Error('The program that was started anew shows no window.')
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 50))
