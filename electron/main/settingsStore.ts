/**
 * The settings of this machine: a small file in the user-data folder, readable by this user only. It holds what the
 * contract's Settings say and where the vault last used lies, and nothing of what is in it. A file that cannot be
 * read or does not parse counts as absent, field by field: settings are never worth refusing to start.
 */
import { join } from 'node:path'
import { DEFAULT_SETTINGS, Settings } from '../../shared/contract/session.ts'
import type { SettingsChange } from '../ipc/app.ts'
import { readFileIfThere, writeFileDurably } from '../vault/folder/durable.ts'
import { languageOf } from './words.ts'

export const SETTINGS_FILE = 'settings.json'

export class SettingsStore {
  readonly #file: string
  readonly #listeners = new Set<() => void>()
  #settings: Settings
  #lastVault: string | undefined

  /** @param locale of the system, for the first start */
  constructor(folder: string, locale: string) {
    this.#file = join(folder, SETTINGS_FILE)
    const stored = readStored(this.#file)
    this.#settings = { ...DEFAULT_SETTINGS, language: languageOf(locale) }
    for (const [name, schema] of Object.entries(Settings.shape)) {
      const value = schema.safeParse(stored[name])
      if (value.success) this.#settings = { ...this.#settings, [name]: value.data }
    }
    this.#lastVault = typeof stored.lastVault === 'string' ? stored.lastVault : undefined
  }

  get(): Settings {
    return this.#settings
  }

  set(change: SettingsChange): Settings {
    const said = Object.entries(change).filter(([, value]) => value !== undefined)
    this.#settings = { ...this.#settings, ...(Object.fromEntries(said) as Partial<Settings>) }
    this.#write()
    for (const listener of this.#listeners) listener()
    return this.#settings
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }

  /** Path of the vault last opened or made here. */
  get lastVault(): string | undefined {
    return this.#lastVault
  }

  rememberVault(folder: string): void {
    if (folder === this.#lastVault) return
    this.#lastVault = folder
    this.#write()
  }

  #write(): void {
    const content = {
      ...this.#settings,
      ...(this.#lastVault ? { lastVault: this.#lastVault } : {}),
    }
    writeFileDurably(this.#file, Buffer.from(`${JSON.stringify(content, null, 2)}\n`))
  }
}

function readStored(file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readFileIfThere(file)?.toString('utf8') ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
