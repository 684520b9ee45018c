/**
 * What the program put on the clipboard is taken away after half a minute, and when the vault is locked or the
 * program ends: if it is still ours. Whether it is, a keyed hash tells, so that the text itself is not kept here.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export const CLEAR_AFTER_MS = 30_000
/** A page's own copy command reaches the clipboard on another way than its call reaches us. */
export const ARRIVAL_MS = 150

/** The machine's clipboard, as text. Older Electrons answer at once, newer ones with a promise. */
export interface ClipboardPort {
  readText(): string | Promise<string>
  writeText(text: string): unknown
  clear(): void
}

export class ClipboardGuard {
  readonly #port: ClipboardPort
  readonly #key = randomBytes(32)
  #ours: Buffer | undefined
  /** A page copied something that has not been looked at yet. */
  #arriving: NodeJS.Timeout | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(port: ClipboardPort) {
    this.#port = port
  }

  async copy(text: string): Promise<void> {
    this.#forget()
    await this.#port.writeText(text)
    this.#watch(text)
  }

  /** A page's own copy or cut command has run. */
  copied(): void {
    clearTimeout(this.#arriving)
    this.#arriving = setTimeout(() => void this.#arrived(), ARRIVAL_MS)
  }

  /** Takes away what is still ours. Never throws. */
  async clear(): Promise<void> {
    try {
      if (this.#arriving) await this.#arrived()
      const ours = this.#ours
      if (!ours) return
      const there = this.#hash(await this.#port.readText())
      if (timingSafeEqual(there, ours)) this.#port.clear()
      // Something else may have been copied while the clipboard was read.
      if (this.#ours === ours) this.#forget()
    } catch {
      // The clipboard did not answer; clearNow() asks it nothing.
    }
  }

  /**
   * When there is no time to ask what lies there: takes it away whenever something of ours may still be there.
   * It may then be another program's.
   */
  clearNow(): void {
    if (!this.#ours && !this.#arriving) return
    this.#forget()
    this.#port.clear()
  }

  async #arrived(): Promise<void> {
    this.#forget()
    this.#watch(await this.#port.readText())
  }

  #watch(text: string): void {
    this.#forget()
    if (text === '') return
    this.#ours = this.#hash(text)
    this.#timer = setTimeout(() => void this.clear(), CLEAR_AFTER_MS)
  }

  #forget(): void {
    clearTimeout(this.#arriving)
    clearTimeout(this.#timer)
    this.#arriving = undefined
    this.#ours = undefined
  }

  #hash(text: string): Buffer {
    return createHmac('sha256', this.#key).update(text).digest()
  }
}
