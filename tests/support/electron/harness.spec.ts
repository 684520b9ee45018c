// The launch harness itself, on a program that is as small as can be (fixture/). What is proved
// here (the sandbox, the ends of processes) holds for every other test that opens a window.
import { existsSync, readFileSync } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { isRunning, startDisplay } from './display.ts'
import { collect, workFolder } from './folders.ts'
import { type LaunchedApp, type LaunchOptions, launchApp } from './launch.ts'
import { currentRun } from './run.ts'

let launched: LaunchedApp | undefined

async function launchFixture(options: LaunchOptions = {}): Promise<LaunchedApp> {
  launched = await launchApp({ appDir: 'tests/support/electron/fixture', ...options })
  return launched
}

/** What the fixture's main process reports about itself. */
function report(app: LaunchedApp) {
  return app.app.evaluate(() => (globalThis as unknown as { fixture: Report }).fixture)
}
interface Report {
  appReadyWhileLoading: boolean
  args: string[]
  name: string
  version: string
  paths: { app: string; userData: string; temp: string }
  rows: { count: number; found: { id: number }[] }
  hash: string
}

/** Until an X server's screen saver comes; 0 for never. In the server's own protocol (X11, GetScreenSaver). */
async function screenSaverSeconds(display: string): Promise<number> {
  const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`)
  try {
    const received = socket.iterator()
    let bytes = Buffer.alloc(0)
    const read = async (length: number): Promise<Buffer> => {
      while (bytes.length < length) bytes = Buffer.concat([bytes, (await received.next()).value])
      const part = bytes.subarray(0, length)
      bytes = bytes.subarray(length)
      return part
    }
    socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
    const setup = await read(8)
    expect(setup[0], 'the server takes the connection').toBe(1)
    await read(setup.readUInt16LE(6) * 4)
    socket.write(Buffer.from([108, 0, 1, 0]))
    return (await read(32)).readUInt16LE(8)
  } finally {
    socket.destroy()
  }
}

test.afterEach(async () => {
  await launched?.kill()
  launched = undefined
})

test('the window is sandboxed and its page has nothing of Node', async () => {
  const app = await launchFixture()
  const page = await app.app.firstWindow()
  await expect(page.getByRole('heading')).toHaveText('Harness fixture')
  // The sandboxed preload script says so itself; the strict policy of the page needs no `eval`.
  expect(await page.evaluate('fixture.sandboxed')).toBe(true)
  expect(await page.evaluate('[typeof require, typeof process, typeof module]')).toEqual([
    'undefined',
    'undefined',
    'undefined',
  ])
})

test('Chromium runs with its sandbox, and not as root', async () => {
  test.skip(process.platform !== 'linux', 'reads /proc')
  const app = await launchFixture()
  await app.app.firstWindow()
  const processes = await app.processes()
  const renderers = processes.filter(({ type }) => type === 'renderer')

  expect(renderers.length).toBeGreaterThan(0)
  expect(renderers.map(({ seccomp }) => seccomp)).toEqual(renderers.map(() => 2))
  expect(processes.filter(({ type }) => type === 'browser')).toHaveLength(1)
  expect(processes.filter(({ uid }) => uid === 0)).toEqual([])
  const off = / --(no-sandbox|disable-seccomp-filter-sandbox|disable-setuid-sandbox)\b/
  expect(processes.filter(({ command }) => off.test(command))).toEqual([])
})

test('SQLite and libsodium work in the main process', async () => {
  const { rows, hash } = await report(await launchFixture())
  expect(rows).toEqual({ count: 20_000, found: [{ id: 20_000 }] })
  // BLAKE2b-256 of `emanet`, from Python's hashlib.
  expect(hash).toBe('02449b340e89c8714e567799e2680735b6e0cf001aecad2ef6696b1fccc94868')
})

test('the program finds its own name, folder, settings and arguments', async () => {
  const userDataDir = await workFolder('settings')
  const app = await launchFixture({ userDataDir, args: ['--', 'файл з пробілом'] })
  const { name, version, paths, args, appReadyWhileLoading } = await report(app)
  expect({ name, version }).toEqual({ name: 'emanet-harness-fixture', version: '1.2.3' })
  expect(paths.app).toBe(join(currentRun().appRoot, 'tests/support/electron/fixture'))
  expect(paths.userData).toBe(userDataDir)
  expect(paths.temp).toBe(app.folders.temporary)
  expect(args[0]).toBe(paths.app)
  expect(args.at(-1)).toBe('файл з пробілом')
  // Schemes can only be declared before `ready`: the main file must run before it.
  expect(appReadyWhileLoading).toBe(false)
})

test('what the program wrote can be collected', async () => {
  const app = await launchFixture()
  await app.app.firstWindow()
  await app.close()
  const target = join(await workFolder('collected'), 'copy')
  await collect(app.folders.userData, target)
  expect(existsSync(join(target, 'rows.db'))).toBe(true)
  expect((await stat(join(target, 'rows.db'))).uid).toBe(process.getuid?.())
})

test('the program cannot write outside its work folders', async () => {
  test.skip(currentRun().user === undefined, 'the program runs as the user of the tests')
  const app = await launchFixture()
  const refused = await app.app.evaluate(
    async (_, files) => {
      const { writeFile } = process.getBuiltinModule('node:fs/promises')
      const results = files.map((file) =>
        writeFile(file, '').then(
          () => 'written',
          (e) => e.code,
        ),
      )
      return Promise.all(results)
    },
    [join(currentRun().appRoot, 'package.json'), join(currentRun().folder, 'new')],
  )
  expect(refused).toEqual(['EACCES', 'EACCES'])
})

test('runs at the same time have screens of their own', async () => {
  test.skip(process.platform !== 'linux', 'Xvfb')
  const displays = await Promise.all([startDisplay(true), startDisplay(true), startDisplay(true)])
  const numbers = displays.map(({ env }) => env.DISPLAY)
  for (const display of displays) display.stop()
  expect(new Set([...numbers, currentRun().displayEnv.DISPLAY]).size).toBe(4)
  // And the end of one does not end another.
  const app = await launchFixture()
  await expect((await app.app.firstWindow()).getByRole('heading')).toBeVisible()
})

test('no screen saver comes, which the program would take for a locked screen', async () => {
  test.skip(!/^:\d{3,}$/.test(currentRun().displayEnv.DISPLAY ?? ''), 'a screen of somebody’s own')
  expect(await screenSaverSeconds(currentRun().displayEnv.DISPLAY ?? '')).toBe(0)
})

test('a screen whose server has ended is replaced before the next launch', async () => {
  test.skip(currentRun().user === undefined, 'the screen may be a person’s')
  const ended = currentRun().displayEnv.DISPLAY ?? ''
  process.kill(Number(readFileSync(`/tmp/.X${ended.slice(1)}-lock`, 'utf8')), 'SIGKILL')
  await expect.poll(() => isRunning({ DISPLAY: ended })).toBe(false)

  const app = await launchFixture()
  await expect((await app.app.firstWindow()).getByRole('heading')).toBeVisible()
  expect(currentRun().displayEnv.DISPLAY).not.toBe(ended)
})

test('close ends every process', async () => {
  const app = await launchFixture()
  await app.app.firstWindow()
  await app.close()
  expect(await app.processes()).toEqual([])
})

test('close reports a program that refuses to quit, and ends it', async () => {
  const app = await launchFixture({ args: ['--refuse-to-quit'] })
  await app.app.firstWindow()
  await expect(app.close(1_000)).rejects.toThrow('left running: browser')
  expect(await app.processes()).toEqual([])
})

test('a program that exits by itself leaves no process', async () => {
  const app = await launchFixture()
  await app.app.firstWindow()
  await app.app.evaluate(({ app: program }) => setImmediate(() => program.exit(7))).catch(() => {})
  expect(await app.exited()).toEqual({ code: 7, signal: null })
  await expect.poll(() => app.processes()).toEqual([])
})

test('a killed program leaves no process', async () => {
  const app = await launchFixture()
  await app.app.firstWindow()
  await app.kill()
  expect(await app.exited()).toEqual({ code: null, signal: 'SIGKILL' })
  expect(await app.processes()).toEqual([])
})

test('a program that starts itself anew is found, driven and ended', async () => {
  test.skip(process.platform !== 'linux', 'needs the launcher')
  const app = await launchFixture()
  await app.app.firstWindow()
  const [first] = (await app.processes()).filter(({ type }) => type === 'browser')
  await app.app
    .evaluate(({ app: program }) => {
      program.relaunch()
      setImmediate(() => program.exit(0))
    })
    .catch(() => {})

  const { firstWindow } = await app.reattach()
  await expect(firstWindow.getByRole('heading')).toHaveText('Harness fixture')
  const browsers = (await app.processes()).filter(({ type }) => type === 'browser')
  expect(browsers.map(({ pid }) => pid)).not.toContain(first?.pid)
  expect(browsers.length).toBe(1)

  await app.kill()
  expect(await app.processes()).toEqual([])
})

test('a second launch can use the settings of the first', async () => {
  const userDataDir = await workFolder('settings')
  await writeFile(join(userDataDir, 'note'), 'kept')
  const first = await launchFixture({ userDataDir })
  await first.app.firstWindow()
  await first.close()
  expect(existsSync(join(userDataDir, 'note'))).toBe(true)
  const second = launchFixture({ userDataDir })
  await expect(second).resolves.toBeDefined()
})
