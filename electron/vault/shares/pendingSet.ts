/**
 * A set of cards between being split and being in use. The cards are handed out first, and only then do they open
 * anything: of a compartment that only cards open, nothing must be lost because a printer failed or the power went.
 */
import { invariant } from '../../../shared/errors.ts'
import type { Secret } from '../crypto/secret.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { cardCommitment, type ShareCard } from './card.ts'
import type { SharesMade } from './ops.ts'
import { wipeCards } from './split.ts'

/**
 * Makes the secret open what it is for: a slot of the header, or a wrap of the witness compartment. Durable when it
 * resolves. `undo` takes it back, should the vault fail to remember the set.
 */
export type Installer = (secret: Secret, setId: string) => Promise<Installed>

export interface Installed {
  readonly slot?: number
  readonly undo?: () => Promise<void>
}

export interface SetRecorder {
  made(body: SharesMade): Promise<void>
  retired(setId: string): Promise<void>
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
      if (first?.purpose === 'custodians') await this.#rememberFirst(installer)
      else await this.#installFirst(installer)
    } finally {
      this.#secret.wipe()
    }
  }

  /** Wipes secret and cards. What was printed of a set that was not installed opens nothing. Safe to call twice. */
  discard(): void {
    this.#secret.wipe()
    wipeCards(this.#sodium, this.cards)
  }

  /** After this nothing but the cards may open the compartment: that they exist must be known before. */
  async #rememberFirst(installer: Installer): Promise<void> {
    await this.#recorder.made(this.#body())
    try {
      await installer(this.#secret, this.setId)
    } catch (error) {
      await this.#recorder.retired(this.setId)
      throw error
    }
  }

  /** Which slot it is shows only afterwards. A passphrase opens the vault all the while. */
  async #installFirst(installer: Installer): Promise<void> {
    const { slot, undo } = await installer(this.#secret, this.setId)
    try {
      await this.#recorder.made(slot === undefined ? this.#body() : { ...this.#body(), slot })
    } catch (error) {
      await undo?.().catch(() => {})
      throw error
    }
  }

  #body(): SharesMade {
    const [first] = this.cards
    invariant(first, 'a set has cards')
    const { purpose, k, n } = first
    const checks = this.cards.map((card) => cardCommitment(this.#sodium, card).toString('hex'))
    return { setId: this.setId, purpose, k, n, holders: [...this.holders], checks }
  }
}
