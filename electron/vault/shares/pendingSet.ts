/**
 * A set of cards between being split and being in use. The cards are handed out first, and only then do they open
 * anything: of a compartment that only cards open, nothing must be lost because a printer failed or the power went.
 */
import { invariant } from '../../../shared/errors.ts'
import type { Secret } from '../crypto/secret.ts'
import type { Sodium } from '../crypto/sodium.ts'
import type { AppendedEntry, NewEntry } from '../ledger/types.ts'
import type { EntryWithSlot } from '../session/types.ts'
import { cardCommitment, type ShareCard } from './card.ts'
import { OP_SHARES_MADE, type SharesMade } from './ops.ts'
import { wipeCards } from './split.ts'

/**
 * Makes the secret open what it is for: a slot of the header, or a wrap of the witness compartment. Durable when it
 * resolves. A slot goes onto the disk together with the entry that remembers the set.
 */
export type Installer = (secret: Secret, setId: string, entry: EntryWithSlot) => Promise<unknown>

export interface SetRecorder {
  append(entry: NewEntry): Promise<void>
  /** It is on the disk. */
  take(entry: NewEntry, appended: AppendedEntry): void
  /** Marks a set as no longer in use if it opens nothing. */
  notInstalled(setId: string): Promise<void>
}

export class PendingSet {
  readonly setId: string
  /** To be printed before `install`. Wiped by `discard`. */
  readonly cards: readonly ShareCard[]
  readonly holders: readonly string[]
  readonly #sodium: Sodium
  readonly #secret: Secret
  readonly #recorder: SetRecorder

  constructor(
    sodium: Sodium,
    secret: Secret,
    cards: readonly ShareCard[],
    holders: readonly string[],
    recorder: SetRecorder,
  ) {
    const [first] = cards
    invariant(first, 'a set has cards')
    this.#sodium = sodium
    this.#secret = secret
    this.#recorder = recorder
    this.setId = first.setId.toString('hex')
    this.cards = cards
    this.holders = holders
  }

  /** Puts the set to use and remembers it; once. Errors: those of `installer` and of the ledger's append. */
  async install(installer: Installer): Promise<void> {
    invariant(!this.#secret.isWiped, 'a set is installed once, and not after it was discarded')
    try {
      const [first] = this.cards
      // After this nothing but the cards may open the compartment: that they exist must be known before.
      if (first?.purpose === 'custodians') await this.#recorder.append(this.#entry())
      await this.#install(installer)
    } finally {
      this.#secret.wipe()
    }
  }

  /** Wipes secret and cards. What was printed of a set that was not installed opens nothing. Safe to call twice. */
  discard(): void {
    this.#secret.wipe()
    wipeCards(this.#sodium, this.cards)
  }

  async #install(installer: Installer): Promise<void> {
    try {
      await installer(this.#secret, this.setId, {
        of: (slot) => this.#entry(slot),
        isOnDisk: (entry, appended) => this.#recorder.take(entry, appended),
      })
    } catch (error) {
      // The first failure is the one to tell.
      await this.#recorder.notInstalled(this.setId).catch(() => {})
      throw error
    }
  }

  #entry(slot?: number): NewEntry {
    const body = this.#body()
    return { op: OP_SHARES_MADE, body: slot === undefined ? body : { ...body, slot } }
  }

  #body(): SharesMade {
    const [first] = this.cards
    invariant(first, 'a set has cards')
    const { purpose, k, n } = first
    const checks = this.cards.map((card) => cardCommitment(this.#sodium, card).toString('hex'))
    return { setId: this.setId, purpose, k, n, holders: [...this.holders], checks }
  }
}
