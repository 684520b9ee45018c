// What a page of the built program has in its hands, and what the lock leaves behind. Sandbox on.
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import {
  answerOpenDialog,
  call,
  callOk,
  enter,
  inPage,
  makeVault,
  PASSPHRASE,
  pageOf,
  startLocked,
  startUnlocked,
} from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'

let running: LaunchedApp | undefined
const keep = <T extends { launched: LaunchedApp }>(started: T): T => {
  running = started.launched
  return started
}
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

const renderers = async (launched: LaunchedApp) =>
  (await launched.processes()).filter(({ type }) => type === 'renderer').map(({ pid }) => pid)

test('the workspace has the bridge and nothing of Electron or Node', async () => {
  const { launched, page } = keep(await startUnlocked())
  // The names of a sandboxed page that has no preload script and nothing in it.
  const plain = await launched.app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    await window.loadURL('about:blank')
    const names = await window.webContents.executeJavaScript('Object.getOwnPropertyNames(window)')
    window.destroy()
    return names as string[]
  })
  const names = await inPage<string[]>(page, 'Object.getOwnPropertyNames(window)')
  const added = names.filter((name) => !plain.includes(name))
  // A frame of the same origin has what only secure pages have, and not the bridge.
  const secure = await inPage<string[]>(
    page,
    `(() => { const frame = document.createElement('iframe'); document.body.append(frame);
      const names = Object.getOwnPropertyNames(frame.contentWindow); frame.remove(); return names })()`,
  )
  const fromLibraries = [
    '__TSR_ROUTER__',
    '__webpack_nonce__',
    '__zod_globalConfig',
    '__zod_globalRegistry',
  ]
  expect(added.filter((name) => !secure.includes(name) && !fromLibraries.includes(name))).toEqual([
    'emanet',
  ])

  expect(await inPage(page, 'Object.keys(window.emanet).sort()')).toEqual(['call', 'onEvent'])
  const forbidden = ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer']
  expect(
    await inPage(page, `${JSON.stringify(forbidden)}.map((name) => typeof window[name])`),
  ).toEqual(forbidden.map(() => 'undefined'))
})

test('the bridge leads to nothing behind it and cannot be replaced', async () => {
  const { page } = keep(await startUnlocked())
  expect(
    await inPage(page, `window.emanet.call.constructor('return typeof process')()`),
  ).toHaveProperty('thrown')
  expect(
    await inPage(
      page,
      `(() => { 'use strict'; window.emanet = { call: () => 1 }; return 'replaced' })()`,
    ),
  ).toEqual({ thrown: 'TypeError' })
  expect(
    await inPage(
      page,
      `(() => { 'use strict'; window.emanet.call = () => 1; return 'replaced' })()`,
    ),
  ).toEqual({ thrown: 'TypeError' })
  expect(await inPage(page, 'window.emanet.call === window.emanet.call')).toBe(true)
})

test('the gate answers a page with codes only', async () => {
  const { page } = keep(await startUnlocked())
  const ask = (name: string, input: string) =>
    inPage(page, `window.emanet.call(${JSON.stringify(name)}, ${input})`)
  expect(await ask('no.such.call', '{}')).toEqual({ ok: false, error: { code: 'unknown_call' } })
  expect(await ask('records.list', '{ kind: 1 }')).toEqual({
    ok: false,
    error: { code: 'bad_input' },
  })
  expect(await ask('records.list', 'undefined')).toEqual({
    ok: false,
    error: { code: 'bad_input' },
  })
  expect(await ask('passphrase.strength', `{ passphrase: 'x' }`)).toEqual({
    ok: false,
    error: { code: 'forbidden_frame' },
  })
  expect(await ask('vault.enter', '{}')).toEqual({ ok: false, error: { code: 'forbidden_frame' } })
})

test('the unlock view cannot make the calls of the workspace', async () => {
  const { page } = keep(await startLocked())
  expect(await call(page, 'session.info', {})).toEqual({
    ok: false,
    error: { code: 'forbidden_frame' },
  })
})

test('a window that the program did not register is refused, whatever it shows', async () => {
  const { launched } = keep(await startUnlocked())
  const answers = await launched.app.evaluate(async ({ app, BrowserWindow, session }) => {
    const answers: unknown[] = []
    const workspace = BrowserWindow.getAllWindows()[0]
    for (const own of [workspace?.webContents.session, session.fromPartition('foreign')]) {
      if (!own) continue
      for (const url of ['app://workspace/workspace/index.html', 'about:blank']) {
        const window = new BrowserWindow({
          show: false,
          webPreferences: {
            session: own,
            sandbox: true,
            preload: `${app.getAppPath()}/out/preload/index.cjs`,
          },
        })
        const loaded = await window.loadURL(url).then(
          () => true,
          () => false,
        )
        const ask = `window.emanet.call('session.info', {})`
        answers.push(loaded ? await window.webContents.executeJavaScript(ask) : 'not loaded')
        window.destroy()
      }
    }
    return answers
  })
  const refused = { ok: false, error: { code: 'forbidden_frame' } }
  // A session that main did not prepare does not even have the page.
  expect(answers).toEqual([refused, refused, 'not loaded', refused])
})

test('a sub-frame has no bridge', async () => {
  const { page } = keep(await startUnlocked())
  const inFrame = (attributes: string) =>
    inPage(
      page,
      `new Promise((resolve) => {
        const frame = document.createElement('iframe')
        Object.assign(frame, ${attributes})
        frame.onload = () => { try { resolve(typeof frame.contentWindow.emanet) } catch { resolve('cross-origin') } }
        setTimeout(() => resolve('not loaded'), 1500)
        document.body.append(frame)
      })`,
    )
  expect(await inFrame('{}')).toBe('undefined')
  expect(await inFrame(`{ src: 'app://workspace/workspace/index.html' }`)).not.toBe('object')
  expect(await inFrame(`{ src: 'data:text/html,x' }`)).not.toBe('object')
  expect(page.frames().filter((frame) => frame.url().startsWith('app://')).length).toBe(1)
})

test('the process of the unlock view is gone after the workspace is entered', async () => {
  const { launched, page } = keep(await startLocked())
  const [unlock] = await renderers(launched)
  expect(unlock).toBeDefined()
  const closed = page.waitForEvent('close')
  await makeVault(launched, page)
  const workspace = await enter(launched, page)
  await closed
  expect(await inPage(workspace, 'typeof window.emanet')).toBe('object')
  await expect.poll(async () => (await renderers(launched)).includes(unlock ?? 0)).toBe(false)
})

test('after the lock no process of the program lives, and the vault is free again', async () => {
  const { launched, page, vault } = keep(await startUnlocked())
  expect((await launched.processes()).length).toBeGreaterThan(2)
  await call(page, 'session.lock', {}).catch(() => {})
  expect(await launched.exited()).toEqual({ code: 0, signal: null })
  await expect.poll(() => launched.processes()).toEqual([])

  const again = keep(await startLocked({ args: ['--vault', vault] }))
  const start = await callOk(again.page, 'session.start', {})
  expect(start.vault?.name).toBe('Test.emanet')
  const folder = start.vault?.token ?? ''
  expect(await call(again.page, 'vault.unlock', { folder, passphrase: `${PASSPHRASE}!` })).toEqual({
    ok: false,
    error: { code: 'wrong_passphrase' },
  })
  await callOk(again.page, 'vault.unlock', { folder, passphrase: PASSPHRASE })
  const workspace = await enter(again.launched, again.page)
  expect((await callOk(workspace, 'session.info', {})).openedWith).toBe('passphrase')
})

const WAYS_TO_LOCK = {
  'the lock key': (launched: LaunchedApp) => lockKey(launched),
  'the menu': (launched: LaunchedApp) =>
    launched.app.evaluate(({ Menu }) =>
      setImmediate(() => Menu.getApplicationMenu()?.getMenuItemById('lock')?.click()),
    ),
  suspend: (launched: LaunchedApp) =>
    launched.app.evaluate(({ powerMonitor }) => setImmediate(() => powerMonitor.emit('suspend'))),
  'the lock of the screen': (launched: LaunchedApp) =>
    launched.app.evaluate(({ powerMonitor }) =>
      setImmediate(() => powerMonitor.emit('lock-screen')),
    ),
  'a screen saver that says so when asked': (launched: LaunchedApp) =>
    launched.app.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleState = () => 'locked'
    }),
  'closing the window': (launched: LaunchedApp) =>
    launched.app.evaluate(({ BrowserWindow }) =>
      setImmediate(() => BrowserWindow.getAllWindows()[0]?.close()),
    ),
  'a page that dies': (launched: LaunchedApp) =>
    launched.app.evaluate(({ BrowserWindow }) =>
      setImmediate(() => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()),
    ),
  'a failure that nobody caught': (launched: LaunchedApp) =>
    launched.app.evaluate(() =>
      setImmediate(() => {
        throw new Error('planted')
      }),
    ),
}

async function lockKey(launched: LaunchedApp) {
  // As the window system delivers it: the accelerator is the menu's, not the page's.
  await launched.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    setImmediate(() => {
      contents?.sendInputEvent({ type: 'keyDown', keyCode: 'L', modifiers: ['control'] })
      contents?.sendInputEvent({ type: 'keyUp', keyCode: 'L', modifiers: ['control'] })
    })
  })
}

for (const [way, lock] of Object.entries(WAYS_TO_LOCK)) {
  test(`${way} ends every process`, async () => {
    const { launched } = keep(await startUnlocked())
    await lock(launched).catch(() => {})
    expect((await launched.exited()).code).toBe(0)
    await expect.poll(() => launched.processes()).toEqual([])
    expect(launched.output()).not.toContain('planted')
  })
}

test('nobody at the windows for as long as the settings say ends every process', async () => {
  const { launched, page } = keep(await startUnlocked())
  await callOk(page, 'settings.set', { idleLockMinutes: 10 })
  /** Makes minutes pass for the program's clock. */
  const pass = (minutes: number) =>
    launched.app.evaluate((_electron, milliseconds) => {
      const clock = performance.now.bind(performance)
      performance.now = () => clock() + milliseconds
    }, minutes * 60_000)
  /** Longer than the program takes to look at its clock again. */
  const look = () => page.waitForTimeout(2_500)

  await pass(9)
  await look()
  await page.keyboard.press('Tab')
  await pass(9)
  await look()
  expect((await launched.processes()).length).toBeGreaterThan(2)
  await pass(2)
  expect((await launched.exited()).code).toBe(0)
  await expect.poll(() => launched.processes()).toEqual([])
})

test('closing the workspace ends every process, a window for passphrases or not', async () => {
  const { launched, page } = keep(await startUnlocked())
  await callOk(page, 'session.openPassphraseWindow', {})
  await launched.app
    .evaluate(({ BrowserWindow }) =>
      setImmediate(() => {
        const windows = BrowserWindow.getAllWindows()
        windows.find((each) => each.webContents.getURL().startsWith('app://workspace'))?.close()
      }),
    )
    .catch(() => {})
  expect((await launched.exited()).code).toBe(0)
  await expect.poll(() => launched.processes()).toEqual([])
})

test('a lock starts the program anew, in a process that knows nothing', async () => {
  const { launched, page } = keep(await startUnlocked({ env: { EMANET_RELAUNCH: 'on' } }))
  const before = (await launched.processes()).map(({ pid }) => pid)
  await call(page, 'session.lock', {}).catch(() => {})
  const { firstWindow } = await launched.reattach()
  expect(firstWindow.url()).toContain('app://unlock/')
  await expect
    .poll(async () => (await launched.processes()).filter(({ pid }) => before.includes(pid)))
    .toEqual([])
  const start = await callOk(firstWindow, 'session.start', {})
  expect(start).toMatchObject({
    state: 'locked',
    purpose: 'unlock',
    vault: { name: 'Test.emanet' },
  })
})

test('a change of passphrase happens in an unlock view of its own', async () => {
  const { launched, page } = keep(await startUnlocked())
  await callOk(page, 'session.openPassphraseWindow', {})
  const unlock = await pageOf(launched, 'unlock')
  expect(await callOk(unlock, 'session.start', {})).toMatchObject({
    state: 'unlocked',
    purpose: 'changePassphrase',
  })
  const next = 'copper meadow lattice plunge acorn'
  expect(
    await call(unlock, 'vault.changePassphrase', { current: PASSPHRASE, next: 'short' }),
  ).toEqual({
    ok: false,
    error: { code: 'passphrase_too_weak', details: { score: 0 } },
  })
  await callOk(unlock, 'vault.changePassphrase', { current: PASSPHRASE, next })
  const closed = unlock.waitForEvent('close')
  await call(unlock, 'vault.enter', {}).catch(() => {})
  await closed
  expect(await callOk(page, 'session.info', {})).toMatchObject({ slotsInUse: 2 })
})

test('the recovery sheet is printed by a process that ends with the printing', async () => {
  const { launched, page } = keep(await startLocked())
  await makeVault(launched, page)
  const before = await renderers(launched)
  await launched.app.evaluate(({ app }) => {
    const printed: unknown[] = []
    Object.assign(globalThis, { printed })
    // The system's print dialog cannot be answered here: what it would have been given is taken instead.
    app.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => {
        void contents.printToPDF({}).then((pdf) => {
          printed.push(contents.getURL(), pdf.length)
          done?.(true, '')
        })
      }
    })
  })
  expect(await callOk(page, 'vault.keepRecoveryCode', { how: 'print' })).toEqual({ kept: true })
  const printed = await launched.app.evaluate(
    () => (globalThis as unknown as { printed: unknown[] }).printed,
  )
  expect(printed).toEqual(['app://sheet/', expect.any(Number)])
  expect(printed[1]).toBeGreaterThan(5_000)
  await expect.poll(() => renderers(launched)).toEqual(before)
})

test('the pages of the program keep to their own policy', async () => {
  const complaints: string[] = []
  const watch = async (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    // A reload of a page that is still loading may never tell of its end.
    await expect(page.locator('#root')).not.toBeEmpty()
    await page.reload()
    await expect(page.locator('#root')).not.toBeEmpty()
    await page.waitForTimeout(500)
  }
  const { launched, page } = keep(await startLocked())
  await watch(page)
  await makeVault(launched, page)
  await watch(await enter(launched, page))
  expect(complaints).toEqual([])
})

test('a second start brings the first forward and ends', async () => {
  const { launched } = keep(await startLocked())
  const second = startLocked({ userDataDir: launched.folders.userData, timeout: 8000 })
  await expect(second).rejects.toThrow()
  expect((await renderers(launched)).length).toBe(1)
})

test('nothing of a vault is on the disk beside it, and what is there is this user’s alone', async () => {
  // Made by the program, with all that it writes beside a vault.
  const { launched, page: unlock } = keep(await startLocked())
  await makeVault(launched, unlock)
  const page = await enter(launched, unlock)
  const name = 'Kanarka Vymohdana'
  const text = 'words of a planted file'
  await callOk(page, 'settings.set', { idleLockMinutes: 7 })
  const statement = { source: null, grade: 'F6', asOf: null, confidentiality: 'C1' } as const
  const value = { text: name, lang: 'en' }
  await callOk(page, 'records.create', {
    kind: 'person',
    change: { add: [{ ...statement, field: 'names', value }] },
  })
  const { id: record } = await callOk(page, 'records.create', { kind: 'evidence', change: {} })
  const file = { record, name: 'kanarka.txt', size: text.length }
  const { job } = await callOk(page, 'evidence.uploadBegin', file)
  await inPage(
    page,
    `window.emanet.call('evidence.uploadChunk', { job: '${job}', bytes: new TextEncoder().encode('${text}') })`,
  )
  const ended = await callOk(page, 'evidence.uploadEnd', { job, complete: true })
  const objectId = ended.file?.objectId ?? ('' as never)
  const { url } = await callOk(page, 'evidence.link', { record, objectId })
  expect(await inPage(page, `fetch('${url}').then((answer) => answer.text())`)).toBe(text)
  await page.reload()
  await expect(page.locator('#root')).not.toBeEmpty()
  expect((await callOk(page, 'search.query', { query: 'kanarka' })).hits.length).toBe(1)

  await call(page, 'session.lock', {}).catch(() => {})
  await launched.exited()
  const { userData, home, temporary } = launched.folders
  for (const secret of ['settings.json', 'device.key']) {
    expect((await stat(join(userData, secret))).mode & 0o777).toBe(0o600)
  }
  const files = (await Promise.all([userData, home, temporary].map(filesIn))).flat()
  expect(files.length).toBeGreaterThan(1)
  for (const path of files) {
    const bytes = await readFile(path)
    for (const word of [PASSPHRASE, name, text, 'kanarka', url]) {
      for (const encoding of ['utf8', 'utf16le'] as const) {
        expect(bytes.includes(Buffer.from(word, encoding)), `${word} in ${path}`).toBe(false)
      }
    }
  }
})

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

test('folders reach a page as tokens, and a token that was not given out opens nothing', async () => {
  const { launched, page, vault } = keep(await startUnlocked())
  await callOk(page, 'session.openPassphraseWindow', {})
  const unlock = await pageOf(launched, 'unlock')
  await answerOpenDialog(launched, [vault])
  expect(await call(unlock, 'session.chooseFolder', { for: 'open' })).toEqual({
    ok: false,
    error: { code: 'wrong_lock_state' },
  })

  await launched.kill()
  const again = keep(await startLocked())
  await answerOpenDialog(again.launched, [vault])
  const chosen = await callOk(again.page, 'session.chooseFolder', { for: 'open' })
  expect(chosen).toMatchObject({ name: 'Test.emanet', isVault: true })
  expect(JSON.stringify(chosen)).not.toContain('/')
  const folder = '0'.repeat(32)
  expect(await call(again.page, 'vault.unlock', { folder, passphrase: PASSPHRASE })).toEqual({
    ok: false,
    error: { code: 'bad_input' },
  })
})
