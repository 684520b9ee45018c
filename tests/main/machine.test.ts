// What the program keeps on this machine outside any vault, and what it writes about itself.
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { vaultArgument } from '../../electron/main/commandLine.ts'
import { DEVICE_FILE, DEVICE_SECRET_BYTES, deviceSecret } from '../../electron/main/deviceSecret.ts'
import { createLog, LOG_EVENTS } from '../../electron/main/log.ts'
import { OLDEST_SUPPORTED_ELECTRON, runtimeNotices } from '../../electron/main/runtime.ts'
import { SETTINGS_FILE, SettingsStore } from '../../electron/main/settingsStore.ts'
import { DEFAULT_SETTINGS } from '../../shared/contract/session.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'emanet-machine-'))
const modeOf = (file: string) => statSync(file).mode & 0o777

describe('the settings', () => {
  const defaults = { ...DEFAULT_SETTINGS, language: 'en' }

  it('follow the language of the system at the first start', () => {
    expect(new SettingsStore(newFolder(), 'en-GB').get()).toEqual(defaults)
    expect(new SettingsStore(newFolder(), 'uk-UA').get().language).toBe('uk')
    expect(new SettingsStore(newFolder(), 'ru-RU').get().language).toBe('en')
  })

  it('survive the process, in a file that only this user reads', () => {
    const folder = newFolder()
    const store = new SettingsStore(folder, 'en')
    expect(readdirSync(folder)).toEqual([])
    store.set({ theme: 'dark', idleLockMinutes: 3 })
    store.rememberVault('/media/stick/North.emanet')
    expect(modeOf(join(folder, SETTINGS_FILE))).toBe(0o600)
    const again = new SettingsStore(folder, 'en')
    expect(again.get()).toEqual({ ...defaults, theme: 'dark', idleLockMinutes: 3 })
    expect(again.lastVault).toBe('/media/stick/North.emanet')
    expect(Object.keys(JSON.parse(readFileSync(join(folder, SETTINGS_FILE), 'utf8')))).toEqual([
      'language',
      'theme',
      'idleLockMinutes',
      'zoom',
      'foldedGroups',
      'lastVault',
    ])
  })

  it('keep what is absent from a change', () => {
    const store = new SettingsStore(newFolder(), 'en')
    let heard = 0
    store.onChange(() => {
      heard += 1
    })
    store.set({ language: 'uk', theme: undefined })
    expect(store.get()).toEqual({ ...defaults, language: 'uk' })
    expect(heard).toBe(1)
  })

  it.each([
    ['not JSON', '{', defaults],
    ['not an object', '[]', defaults],
    ['null', 'null', defaults],
    [
      'wrong in parts',
      '{"language":"uk","theme":"pink","idleLockMinutes":0,"zoom":201,"foldedGroups":["gone"],"lastVault":7}',
      { ...defaults, language: 'uk' },
    ],
  ])('that are %s cost only what is wrong', (_what, content, expected) => {
    const folder = newFolder()
    writeFileSync(join(folder, SETTINGS_FILE), content)
    const store = new SettingsStore(folder, 'en')
    expect(store.get()).toEqual(expected)
    expect(store.lastVault).toBeUndefined()
  })
})

describe('the device secret', () => {
  it('is made once, and only this user reads it', () => {
    const folder = newFolder()
    const made = deviceSecret(folder)
    expect(made.length).toBe(DEVICE_SECRET_BYTES)
    expect(modeOf(join(folder, DEVICE_FILE))).toBe(0o600)
    expect(deviceSecret(folder).equals(made)).toBe(true)
    expect(deviceSecret(newFolder()).equals(made)).toBe(false)
  })

  it.each([DEVICE_SECRET_BYTES - 1, DEVICE_SECRET_BYTES + 1, 0])(
    'of %i bytes is damage and made anew',
    (length) => {
      const folder = newFolder()
      writeFileSync(join(folder, DEVICE_FILE), Buffer.alloc(length))
      expect(deviceSecret(folder).length).toBe(DEVICE_SECRET_BYTES)
      expect(readFileSync(join(folder, DEVICE_FILE)).length).toBe(DEVICE_SECRET_BYTES)
    },
  )
})

describe('the log', () => {
  const lineOf = (fields: object) => {
    const lines: string[] = []
    createLog(
      (line) => lines.push(line),
      () => 5,
    )('call_failed', fields)
    return JSON.parse(lines[0] ?? '')
  }

  it('holds the fields of its list, with the words of its lists', () => {
    expect(lineOf({ call: 'records.get', code: 'not_found', reason: 'idle', ms: 7 })).toEqual({
      at: 5,
      event: 'call_failed',
      call: 'records.get',
      code: 'not_found',
      reason: 'idle',
      ms: 7,
    })
  })

  it('drops every other field and every other word', () => {
    const name = 'Олена Петренко'
    const fields = {
      name,
      path: '/home',
      message: name,
      call: name,
      code: name,
      reason: name,
      ms: name,
    }
    expect(lineOf(fields)).toEqual({ at: 5, event: 'call_failed' })
    expect(LOG_EVENTS).toContain('call_failed')
  })
})

describe('the command line', () => {
  it.each([
    [[], undefined],
    [['--vault', 'A.emanet'], '/work/A.emanet'],
    [['--vault=/x/B.emanet'], '/x/B.emanet'],
    [['--other', '--vault', '../C'], '/C'],
    [['--vault', 'A', '--vault', 'B'], '/work/B'],
    [['--vault'], undefined],
    [['--vault='], undefined],
    [['vault', 'A'], undefined],
  ])('%j names the vault %s', (args, folder) => {
    expect(vaultArgument(args, '/work')).toBe(folder)
  })
})

describe('the runtime', () => {
  it('is out of support below the oldest supported Electron', () => {
    const below = `${OLDEST_SUPPORTED_ELECTRON - 1}.9.9`
    expect(runtimeNotices(below, 'native')).toEqual(['runtime_out_of_support'])
    expect(runtimeNotices(`${OLDEST_SUPPORTED_ELECTRON}.0.0`, 'native')).toEqual([])
    expect(runtimeNotices(`${OLDEST_SUPPORTED_ELECTRON + 1}.0.0`, 'wasm')).toEqual(['wasm_crypto'])
    expect(runtimeNotices(undefined, 'native')).toEqual(['runtime_out_of_support'])
    expect(runtimeNotices(`${OLDEST_SUPPORTED_ELECTRON}.0.0`, 'native', false)).toEqual([
      'core_dumps_on',
    ])
  })
})
