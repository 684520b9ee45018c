// Parts that stand on Electron, with Electron's side written down instead of run. What they do on the built program
// is in tests/e2e; here is what cannot be tried there, because a test runs no packaged build.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { SURFACES } from '../../renderer/shared/theme/theme.ts'
import { DEFAULT_SETTINGS } from '../../shared/contract/session.ts'

const electron = vi.hoisted(() => ({
  switches: new Map<string, string>(),
  given: new Set<string>(),
  packaged: false,
  sandbox: 0,
  exits: [] as number[],
}))
vi.mock('electron', () => ({
  app: {
    commandLine: {
      appendSwitch: (name: string, value: string) => electron.switches.set(name, value),
      hasSwitch: (name: string) => electron.given.has(name),
    },
    get isPackaged() {
      return electron.packaged
    },
    enableSandbox: () => {
      electron.sandbox += 1
    },
    exit: (code: number) => electron.exits.push(code),
  },
  Menu: {},
  BrowserWindow: {},
  nativeTheme: {},
  session: {},
}))

const { REFUSED_SWITCHES, setupSwitches, SWITCHES } = await import(
  '../../electron/main/switches.ts'
)
const { menuTemplate } = await import('../../electron/main/menu.ts')
const { GROUND } = await import('../../electron/main/windows.ts')
const { isOwnRequest } = await import('../../electron/main/sessionGuard.ts')

beforeEach(() => {
  electron.switches.clear()
  electron.given.clear()
  electron.exits.length = 0
  electron.packaged = false
})

describe('the switches', () => {
  it('are all given, and the sandbox is on', () => {
    setupSwitches()
    expect(Object.fromEntries(electron.switches)).toEqual(SWITCHES)
    expect(SWITCHES['host-resolver-rules']).toBe('MAP * ~NOTFOUND')
    expect(electron.sandbox).toBeGreaterThan(0)
    expect(process.umask()).toBe(0o077)
  })

  it.each(REFUSED_SWITCHES)('--%s ends a packaged program before it starts', (name) => {
    electron.given.add(name)
    setupSwitches()
    expect(electron.exits).toEqual([])
    electron.packaged = true
    setupSwitches()
    expect(electron.exits).toEqual([1])
  })

  it('that are usual do not', () => {
    electron.packaged = true
    for (const name of ['vault', 'lang', 'force-device-scale-factor']) electron.given.add(name)
    setupSwitches()
    expect(electron.exits).toEqual([])
  })
})

describe('a request', () => {
  it.each([
    ['app://workspace/assets/a.js', true, true],
    ['evidence://file/x', true, true],
    ['devtools://devtools/x', true, false],
    ['http://127.0.0.1/', false, false],
    ['https://example.org/', false, false],
    ['ws://example.org/', false, false],
    ['file:///etc/passwd', false, false],
    ['chrome://gpu', false, false],
    ['chrome-extension://x/', false, false],
    ['ftp://example.org/', false, false],
    ['application://x', false, false],
    ['', false, false],
  ])('to %s passes in development: %s, packaged: %s', (url, inDevelopment, packaged) => {
    expect([isOwnRequest(url, false), isOwnRequest(url, true)]).toEqual([inDevelopment, packaged])
  })
})

describe('the menu', () => {
  const parts = {
    settings: { ...DEFAULT_SETTINGS, theme: 'dark' },
    unlocked: true,
    onLock: vi.fn(),
    onTheme: vi.fn(),
    onZoom: vi.fn(),
  } as const

  interface Item {
    readonly id?: string
    readonly role?: string
    readonly label?: string
    readonly enabled?: boolean
    readonly checked?: boolean
    readonly submenu?: readonly Item[]
  }
  const all = (items: readonly Item[]): Item[] =>
    items.flatMap((item) => [item, ...all(item.submenu ?? [])])
  const itemsOf = (changes: object) => all(menuTemplate({ ...parts, ...changes }) as Item[])

  it('has the native commands that are harmless, and no other', () => {
    expect(itemsOf({}).flatMap(({ role }) => role ?? [])).toEqual([
      'quit',
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'selectAll',
      'togglefullscreen',
    ])
  })

  it('locks only what is open', () => {
    const lock = (unlocked: boolean) => itemsOf({ unlocked }).find(({ id }) => id === 'lock')
    expect([lock(true)?.enabled, lock(false)?.enabled]).toEqual([true, false])
  })

  it('shows which appearance is chosen', () => {
    const checked = itemsOf({}).filter((item) => item.checked)
    expect(checked.map(({ label }) => label)).toEqual(['Dark'])
  })

  it('speaks the language of the settings', () => {
    const settings = { ...parts.settings, language: 'uk' as const }
    expect(itemsOf({ settings }).find(({ id }) => id === 'lock')?.label).toBe('Заблокувати')
  })
})

it('the ground of a window is that of its page, in light and in dark', () => {
  expect([GROUND.light, GROUND.dark]).toEqual([
    SURFACES.light['--ground'],
    SURFACES.dark['--ground'],
  ])
})
