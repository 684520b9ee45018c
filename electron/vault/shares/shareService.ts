/**
 * Share cards of the open vault: making a set, checking that a card is readable and belongs here, and remembering
 * who holds what and when it was last checked. Only hashes of the cards enter the ledger; the cards themselves go to
 * the caller, who prints and wipes them.
 */
import { timingSafeEqual } from 'node:crypto'
import { invariant, VaultError } from '../../../shared/errors.ts'
import { Secret } from '../crypto/secret.ts'
import type { NewEntry, OpenedEntry } from '../ledger/types.ts'
import type { OpenVault } from '../session/types.ts'
import {
  cardCommitment,
  isThreshold,
  SECRET_BYTES,
  type ShareCard,
  type SharePurpose,
  vaultMarkOf,
} from './card.ts'
import { readCardText } from './cardText.ts'
import {
  MAX_HOLDER_CHARS,
  OP_SHARES_CHECKED,
  OP_SHARES_MADE,
  OP_SHARES_RETIRED,
  type SharesMade,
} from './ops.ts'
import { type SetStatus, ShareSets } from './shareSets.ts'
import { combineCards, splitSecret, wipeCards } from './split.ts'
import { ALL_WORD_LISTS } from './wordLists.ts'

export interface SetRequest {
  readonly purpose: SharePurpose
  readonly k: number
  readonly n: number
  /** Who will keep which card, in the order of their numbers; those not named stay without. */
  readonly holders?: readonly string[]
}

/**
 * Makes the secret open what it is for: a slot of the header, or a wrap of the witness compartment. Durable when it
 * resolves. `undo` takes it back, should the vault fail to remember the set.
 */
export type Installer = (secret: Secret, setId: string) => Promise<Installed>

export interface Installed {
  readonly slot?: number
  readonly undo?: () => Promise<void>
}

/** The caller hands the cards out and then wipes them (`wipeCards`). */
export interface MadeSet {
  readonly setId: string
  readonly cards: readonly ShareCard[]
  readonly holders: readonly string[]
}

export interface CheckedCard {
  readonly setId: string
  readonly purpose: SharePurpose
  readonly number: number
  readonly k: number
  readonly n: number
  readonly holder: string
  /** The card is right, but its set is no longer in use. */
  readonly retired: boolean
  /** False of a retired set, and in a vault that is open for reading only. */
  readonly recorded: boolean
}

type VaultPart = Pick<OpenVault, 'sodium' | 'vaultIdBytes' | 'readOnly' | 'ledger'>

export class ShareService {
  readonly #vault: VaultPart
  readonly #sets = new ShareSets()
  readonly #now: () => number

  constructor(vault: VaultPart, now: () => number = Date.now) {
    this.#vault = vault
    this.#now = now
  }

  /** Called for every entry while the vault is opened; others than its own are ignored. */
  take(entry: OpenedEntry): void {
    this.#sets.take(entry)
  }

  /** Newest first, with what is overdue. */
  status(): readonly SetStatus[] {
    return this.#sets.status(this.#now())
  }

  /**
   * Splits a fresh secret, proves that the cards give it back, lets `install` make it open something, and only then
   * remembers the set and gives the cards out. Errors: `bad_input` (k, n, holders), `read_only`, those of `install`.
   */
  async make(request: SetRequest, install: Installer): Promise<MadeSet> {
    const { sodium, vaultIdBytes, readOnly } = this.#vault
    const { purpose, k, n } = request
    if (readOnly) throw new VaultError('read_only')
    if (!isThreshold(k, n)) throw new VaultError('bad_input')
    const holders = holderNames(request)
    const secret = Secret.random(SECRET_BYTES)
    let cards: readonly ShareCard[] = []
    try {
      cards = await splitSecret(sodium, { vaultId: vaultIdBytes, purpose, k, n }, secret)
      await this.#prove(cards, secret)
      const setId = cards[0]?.setId.toString('hex') ?? ''
      const { slot, undo } = await install(secret, setId)
      const checks = cards.map((card) => cardCommitment(sodium, card).toString('hex'))
      const made = { setId, purpose, k, n, holders, checks }
      await this.#remember(slot === undefined ? made : { ...made, slot }, undo)
      return { setId, cards, holders }
    } catch (error) {
      wipeCards(sodium, cards)
      throw error
    } finally {
      secret.wipe()
    }
  }

  /**
   * That a card is readable, belongs to this vault and is the one that was handed out, without any other card. Errors:
   * `card_damaged`, `card_of_other_vault`, `card_of_other_set` (of none that this vault made), `card_not_genuine`.
   */
  check(text: string): CheckedCard {
    const { sodium, vaultIdBytes, readOnly } = this.#vault
    const card = readCardText(sodium, text, ALL_WORD_LISTS)
    try {
      if (!card.vaultMark.equals(vaultMarkOf(vaultIdBytes)))
        throw new VaultError('card_of_other_vault')
      const { number, purpose, k, n } = card
      const setId = card.setId.toString('hex')
      const set = this.#sets.get(setId)
      if (!set) throw new VaultError('card_of_other_set')
      const expected = Buffer.from(set.checks[number - 1] ?? '', 'hex')
      const found = cardCommitment(sodium, card)
      const isSame = expected.length === found.length && timingSafeEqual(expected, found)
      if (!isSame || set.purpose !== purpose || set.k !== k || set.n !== n)
        throw new VaultError('card_not_genuine')
      const retired = set.retiredAt !== undefined
      const recorded = !retired && !readOnly
      if (recorded) this.#append({ op: OP_SHARES_CHECKED, body: { setId, number } })
      const holder = set.holders[number - 1] ?? ''
      return { setId, purpose, number, k, n, holder, retired, recorded }
    } finally {
      wipeCards(sodium, [card])
    }
  }

  /**
   * Marks a set as no longer in use. What its cards open is closed by `remove`, first: without it they go on opening
   * it. Errors: `not_found`, `read_only`, those of `remove`.
   */
  async retire(setId: string, remove: (slot: number | undefined) => Promise<void>): Promise<void> {
    const set = this.#sets.get(setId)
    if (!set || set.retiredAt !== undefined) throw new VaultError('not_found')
    if (this.#vault.readOnly) throw new VaultError('read_only')
    await remove(set.slot)
    this.#append({ op: OP_SHARES_RETIRED, body: { setId } })
  }

  async #prove(cards: readonly ShareCard[], secret: Secret): Promise<void> {
    // From the last card back: those that the first k alone do not show.
    const again = await combineCards(this.#vault.sodium, [...cards].reverse())
    const isSame = again.equals(secret)
    again.wipe()
    invariant(isSame, 'the cards give back what was split')
  }

  async #remember(body: SharesMade, undo: Installed['undo']): Promise<void> {
    try {
      this.#append({ op: OP_SHARES_MADE, body })
    } catch (error) {
      // What cannot be taken back opens with cards that nobody has.
      await undo?.().catch(() => {})
      throw error
    }
  }

  #append(entry: NewEntry): void {
    for (const appended of this.#vault.ledger.append([entry]))
      this.#sets.take({ ...appended, state: 'open', body: entry.body })
  }
}

/** Errors: `bad_input` for more names than cards, or a name too long. */
function holderNames({ n, holders = [] }: SetRequest): string[] {
  const names = holders.map((name) => name.normalize('NFC').trim())
  if (names.length > n || names.some((name) => name.length > MAX_HOLDER_CHARS))
    throw new VaultError('bad_input')
  return [...names, ...Array.from({ length: n - names.length }, () => '')]
}
