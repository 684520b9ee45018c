// Each guard of the windows is attacked on the built program, with the sandbox on, from a workspace page that has
// been taken over: the code of the attacks runs in the page's own world.
import { expect, type Page, test } from '@playwright/test'
import { inPage, startUnlocked } from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'

let launched: LaunchedApp
let page: Page
test.beforeAll(async () => {
  const started = await startUnlocked()
  launched = started.launched
  page = started.page
})
test.afterAll(() => launched?.kill())

test.afterEach(async () => {
  // Whatever was tried: the page is where it was, alone, and nothing else was started.
  expect(page.url()).toMatch(/^app:\/\/workspace\/workspace\/index\.html/)
  expect(launched.app.windows().length).toBe(1)
  const others = (await launched.processes()).filter(({ command }) => !/electron/i.test(command))
  expect(others.map(({ command }) => command)).toEqual([])
})

/** Gives an attack time to take effect. */
const settle = () => page.waitForTimeout(300)

const ADDRESSES = [
  'https://example.org/',
  'http://127.0.0.1:9/',
  'file:///etc/passwd',
  'data:text/html,<h1>x</h1>',
  'app://unlock/unlock/index.html',
  'app://workspace/assets/../workspace/index.html?elsewhere',
  'javascript:document.title="hit"',
  'mailto:someone@example.org',
  'tel:112',
  'ssh://example.org',
  'unknown-scheme://x',
  'chrome://gpu',
  'devtools://devtools/bundled/inspector.html',
]

for (const address of ADDRESSES.filter((each) => !each.startsWith('app://workspace'))) {
  test(`a page cannot navigate to ${address}`, async () => {
    const text = JSON.stringify(address)
    await inPage(page, `void (location.href = ${text})`)
    await settle()
    await inPage(page, `void location.assign(${text})`)
    await inPage(
      page,
      `(() => { const a = document.createElement('a'); a.href = ${text}; document.body.append(a); a.click(); a.remove() })()`,
    )
    await settle()
    expect(await inPage(page, 'document.title')).toBe('Emanet')
  })

  test(`a page cannot open a window of ${address}`, async () => {
    const text = JSON.stringify(address)
    expect(await inPage(page, `window.open(${text}) === null`)).toBe(true)
    expect(await inPage(page, `window.open(${text}, '_blank', 'noopener') === null`)).toBe(true)
    await inPage(
      page,
      `(() => { const a = document.createElement('a'); a.href = ${text}; a.target = '_blank'; document.body.append(a); a.click(); a.remove() })()`,
    )
    await settle()
  })

  test(`a page cannot show ${address} in a frame`, async () => {
    await inPage(
      page,
      `new Promise((resolve) => { const frame = document.createElement('iframe'); frame.src = ${JSON.stringify(address)};
        document.body.append(frame); setTimeout(() => resolve(), 300) })`,
    )
    const shown = page.frames().map((frame) => frame.url())
    expect(shown.filter((url) => url === address)).toEqual([])
    await inPage(page, `document.querySelectorAll('iframe').forEach((frame) => frame.remove())`)
  })
}

test('a form cannot be sent anywhere', async () => {
  await inPage(
    page,
    `(() => { const form = document.createElement('form'); form.action = 'https://example.org/'; form.method = 'post';
      document.body.append(form); form.submit(); form.remove() })()`,
  )
  await settle()
})

test('a page cannot embed a view or a plug-in', async () => {
  const found = await inPage(
    page,
    `(() => { const view = document.createElement('webview'); view.src = 'https://example.org/'; document.body.append(view);
      const kind = typeof view.getWebContentsId; view.remove(); return kind })()`,
  )
  expect(found).toBe('undefined')
  await inPage(
    page,
    `(() => { for (const name of ['object', 'embed']) { const element = document.createElement(name);
      element.data = element.src = 'https://example.org/'; document.body.append(element) } })()`,
  )
  await settle()
  expect(page.frames().length).toBe(1)
})

test('no code runs from a string', async () => {
  for (const attack of [
    `eval('1 + 1')`,
    `(0, eval)('1 + 1')`,
    `new Function('return 1')()`,
    `(async () => {}).constructor('return 1')()`,
    `WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))`,
  ]) {
    expect(await inPage(page, attack), attack).toHaveProperty('thrown')
  }
  expect(
    await inPage(
      page,
      `(setTimeout('window.hit = 1', 0), new Promise((r) => setTimeout(r, 100))).then(() => window.hit)`,
    ),
  ).toHaveProperty('thrown')
  expect(await inPage(page, 'typeof window.hit')).toBe('undefined')
})

test('no script runs that is not a file of the program', async () => {
  const sources = {
    inline: `script.textContent = 'window.hit = 1'`,
    data: `script.src = 'data:text/javascript,window.hit=1'`,
    blob: `script.src = URL.createObjectURL(new Blob(['window.hit = 1']))`,
    network: `script.src = 'https://example.org/x.js'`,
    evidence: `script.src = 'evidence://file/${'0'.repeat(32)}'`,
  }
  for (const [name, source] of Object.entries(sources)) {
    await inPage(
      page,
      `(() => { const script = document.createElement('script'); ${source}; document.head.append(script) })()`,
    )
    await settle()
    expect(await inPage(page, 'typeof window.hit'), name).toBe('undefined')
  }
  expect(await inPage(page, `import('data:text/javascript,window.hit=1')`)).toHaveProperty('thrown')
  expect(await inPage(page, `new Worker(URL.createObjectURL(new Blob(['1'])))`)).toHaveProperty(
    'thrown',
  )
  expect(await inPage(page, `navigator.serviceWorker.register('/assets/sw.js')`)).toHaveProperty(
    'thrown',
  )
})

test('no markup comes from a string', async () => {
  const image = '<img src=x onerror="window.hit = 1">'
  for (const attack of [
    `void (document.createElement('div').innerHTML = '${image}')`,
    `document.body.insertAdjacentHTML('beforeend', '${image}')`,
    `document.write('${image}')`,
    `new DOMParser().parseFromString('${image}', 'text/html')`,
    `document.createRange().createContextualFragment('${image}')`,
    `void (document.createElement('iframe').srcdoc = '${image}')`,
  ]) {
    expect(await inPage(page, attack), attack).toEqual({ thrown: 'TypeError' })
  }
  expect(await inPage(page, `trustedTypes.createPolicy('mine', {})`)).toEqual({
    thrown: 'TypeError',
  })
  expect(await inPage(page, `trustedTypes.createPolicy('default', {})`)).toEqual({
    thrown: 'TypeError',
  })
})

test('an event handler written as an attribute does not run', async () => {
  await inPage(
    page,
    `(() => { const button = document.createElement('button'); try { button.setAttribute('onclick', 'window.hit = 1') } catch {}
      document.body.append(button); button.click(); button.remove() })()`,
  )
  expect(await inPage(page, 'typeof window.hit')).toBe('undefined')
})

test('a style without the nonce of the page load does not apply', async () => {
  const applied = (attribute: string) =>
    inPage(
      page,
      `(() => { const style = document.createElement('style'); ${attribute}; style.textContent = 'body { --planted: 1 }';
        document.head.append(style); const value = getComputedStyle(document.body).getPropertyValue('--planted'); style.remove(); return value.trim() })()`,
    )
  expect(await applied('')).toBe('')
  expect(await applied(`style.nonce = 'AAAAAAAAAAAAAAAAAAAAAA=='`)).toBe('')
  // The guard is not simply broken for all: with the nonce it applies.
  expect(
    await applied(`style.nonce = document.querySelector('meta[name=style-nonce]').content`),
  ).toBe('1')
})

test('every permission is denied', async () => {
  const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi']
  for (const name of names) {
    const state = await inPage(
      page,
      `navigator.permissions.query({ name: '${name}' }).then(({ state }) => state)`,
    )
    expect(state, name).toBe('denied')
  }
  for (const attack of [
    'navigator.mediaDevices.getUserMedia({ audio: true })',
    'navigator.mediaDevices.getDisplayMedia()',
    'new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))',
    'navigator.clipboard.readText()',
    'navigator.requestMIDIAccess()',
    'window.showOpenFilePicker()',
    'window.queryLocalFonts()',
    `document.documentElement.requestPointerLock()`,
  ]) {
    const result = await inPage<unknown>(
      page,
      `Promise.race([${attack}.then((all) => all.length === 0 ? { thrown: 'nothing' } : 'granted'), new Promise((r) => setTimeout(r, 1500, { thrown: 'no answer' }))])`,
    )
    expect(result, attack).toHaveProperty('thrown')
  }
  expect(await inPage(page, 'Notification.requestPermission()')).toBe('denied')
  for (const device of ['usb', 'hid', 'serial', 'bluetooth']) {
    const result = await inPage(
      page,
      `navigator.${device}?.requestDevice?.({ filters: [] }) ?? navigator.${device}?.requestPort?.() ?? { thrown: 'absent' }`,
    )
    expect(
      result === undefined || JSON.stringify(result) === '[]' ? { thrown: 'nothing' } : result,
      device,
    ).toHaveProperty('thrown')
  }
})

test('no page can ask for a file, a device or a payment by itself', async () => {
  // The first would show a dialog of the system; its answer to a refusal is not awaited, because none was asked.
  const absent = [
    ...['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker', 'PaymentRequest'],
    ...['navigator.usb', 'navigator.hid', 'navigator.serial', 'navigator.bluetooth'],
  ]
  const types = await inPage<Record<string, string>>(
    page,
    `({ ${absent.map((name) => `'${name}': typeof window.${name}`).join(', ')} })`,
  )
  expect(types).toEqual(Object.fromEntries(absent.map((name) => [name, 'undefined'])))
})

test('nothing is downloaded', async () => {
  await launched.app.evaluate(({ session, BrowserWindow }) => {
    const own = BrowserWindow.getAllWindows()[0]?.webContents.session ?? session.defaultSession
    own.on('will-download', (event, item) => {
      const state = globalThis as { downloads?: unknown[] }
      state.downloads = [...(state.downloads ?? []), [event.defaultPrevented, item.getState()]]
    })
  })
  await inPage(
    page,
    `(() => { const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x'])); a.download = 'x.txt';
      document.body.append(a); a.click(); a.remove() })()`,
  )
  await settle()
  const downloads = await launched.app.evaluate(
    () => (globalThis as { downloads?: unknown[] }).downloads,
  )
  expect(downloads ?? []).toEqual([[true, 'progressing']].slice(0, downloads?.length ?? 0))
})

test('a page keeps nothing on the disk and cannot read the other view’s storage', async () => {
  const storage = await launched.app.evaluate(({ BrowserWindow }) => {
    const { session } = BrowserWindow.getAllWindows()[0]?.webContents ?? {}
    return { path: session?.getStoragePath(), persistent: session?.isPersistent() }
  })
  expect(storage).toEqual({ path: null, persistent: false })
})

test('the window has what it was made with: sandbox, isolation, no Node, a silent title', async () => {
  const facts = await launched.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const contents = window?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
      contents.getLastWebPreferences()
    return {
      preferences: {
        sandbox,
        contextIsolation,
        nodeIntegration,
        webSecurity,
        webviewTag,
      },
      title: window?.getTitle(),
      spellchecker: window?.webContents.session.isSpellCheckerEnabled(),
    }
  })
  expect(facts).toEqual({
    preferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    },
    title: 'Emanet',
    spellchecker: false,
  })
})

test('exactly one ipcMain listener exists', async () => {
  const listeners = await launched.app.evaluate(({ ipcMain }) => ({
    // Electron itself listens for errors.
    events: ipcMain
      .eventNames()
      .filter((name) => name !== 'error')
      .map(String),
    handlers: [
      ...(ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers.keys(),
    ],
  }))
  expect(listeners).toEqual({ events: [], handlers: ['emanet:call'] })
})

test('Chromium’s sandbox holds every process that shows a page', async () => {
  test.skip(process.platform !== 'linux', 'reads /proc')
  const shown = (await launched.processes()).filter(({ type }) => type === 'renderer')
  expect(shown.length).toBeGreaterThan(0)
  expect(shown.map(({ seccomp }) => seccomp)).toEqual(shown.map(() => 2))
})
