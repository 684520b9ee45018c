/**
 * Drafts while the program runs: the book of the open vault, and the last moment before an end, in which the pages
 * hand over what was typed since they last did. That moment is short and bounded: a lock does not wait for a page.
 */
import { VaultError } from '../../shared/errors.ts'
import { DraftBook } from '../vault/drafts/draftBook.ts'
import type { OpenVault } from '../vault/session/types.ts'
import type { Emit } from './jobs.ts'

/** How long the pages may take to hand over what was typed last. */
export const GATHER_MS = 300

/** Beside the settings of this machine. */
export const DRAFTS_FOLDER = 'drafts'

export class Drafts {
  readonly #folder: string
  readonly #emit: Emit
  #book: DraftBook | undefined
  #settled: (() => void) | undefined

  /** `folder`: where the drafts of all vaults of this machine lie, sealed. */
  constructor(folder: string, emit: Emit) {
    this.#folder = folder
    this.#emit = emit
  }

  /** A vault that cannot be written to takes no drafts: nothing can be typed that could be saved. */
  open(vault: OpenVault): void {
    this.#book?.finish()
    this.#book = vault.readOnly ? undefined : new DraftBook({ vault, folder: this.#folder })
  }

  /** Errors: `read_only`. */
  get book(): DraftBook {
    if (!this.#book) throw new VaultError('read_only')
    return this.#book
  }

  get isOpen(): boolean {
    return this.#book !== undefined
  }

  /** The page has handed over what it had. */
  settle(): void {
    this.#settled?.()
  }

  /** Asks the page for what was typed last, and waits for it, `milliseconds` at most. */
  async gather(milliseconds: number = GATHER_MS): Promise<void> {
    if (!this.#book) return
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>((resolve) => {
      this.#settled = resolve
      timer = setTimeout(resolve, milliseconds)
      this.#emit('session.ending', {})
    })
    clearTimeout(timer)
    this.#settled = undefined
  }

  /** Writes what is not written yet and forgets the key. Never throws. */
  end(): void {
    this.#book?.finish()
    this.#book = undefined
  }
}
