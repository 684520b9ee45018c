/**
 * Share cards of the open vault: making a set, checking that a card is readable and belongs here, and remembering
 * who holds what and when it was last checked. Only hashes of the cards enter the ledger; the cards themselves go to
 * the caller, who prints and wipes them.
 */
import { timingSafeEqual } from 'node:crypto'
import { invariant, isVaultError, VaultError } from '../../../shared/errors.ts'
import { Secret } from '../crypto/secret.ts'
import type { AppendedEntry, NewEntry, OpenedEntry } from '../ledger/types.ts'
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
import { MAX_HOLDER_CHARS, OP_SHARES_CHECKED, OP_SHARES_MADE, OP_SHARES_RETIRED } from './ops.ts'
import { PendingSet } from './pendingSet.ts'
import { type KnownSet, type SetStatus, ShareSets } from './shareSets.ts'
import { combineCards, splitSecret } from './split.ts'
import { ALL_WORD_LISTS } from './wordLists.ts'

export interface SetRequest {
  readonly purpose: SharePurpose
  readonly k: number
  readonly n: number
  /** Who will keep which card, in the order of their numbers; those not named stay without. */
  readonly holders?: readonly string[]
}

export interface CheckedCard {
  readonly setId: string
  readonly purpose: SharePurpose
  readonly number: number
  readonly k: number
  readonly n: number
  readonly holder: string
  /** False of a card that is right, but whose set opens nothing any more. */
  readonly inUse: boolean
  /** False of a set not in use, and in a vault that is open for reading only. */
  readonly recorded: boolean
}

type VaultPart = Pick<
  OpenVault,
  'sodium' | 'vaultIdBytes' | 'readOnly' | 'ledger' | 'slots' | 'custody'
>

export class ShareService {
  readonly keeps: ReadonlySet<string> = new Set([
    OP_SHARES_MADE,
    OP_SHARES_CHECKED,
    OP_SHARES_RETIRED,
  ])
  readonly #vault: VaultPart
  readonly #sets = new ShareSets()
  readonly #now: () => number

  constructor(vault: VaultPart, now: () => number = Date.now) {
    this.#vault = vault
    this.#now = now
  }

  /** Called for every entry while the vault is opened; others than its own are ignored. */
  take(entry: OpenedEntry): void {
    // Of another vault's keys: those cards open nothing here.
    if (!entry.carried) this.#sets.take(entry)
  }

  /** Newest first, with what is overdue. */
  status(): readonly SetStatus[] {
    return this.#sets.status(this.#now(), (set) => this.#opens(set))
  }

  /**
   * Splits a fresh secret and proves that the cards give it back. The set opens nothing yet: hand the cards out, then
   * `install` it; `discard` it in any case. Errors: `bad_input` (k, n, holders), `read_only`.
   */
  async prepare(request: SetRequest): Promise<PendingSet> {
    const { sodium, vaultIdBytes, readOnly } = this.#vault
    const { purpose, k, n } = request
    if (readOnly) throw new VaultError('read_only')
    if (!isThreshold(k, n)) throw new VaultError('bad_input')
    const holders = holderNames(request)
    const secret = Secret.random(SECRET_BYTES)
    try {
      const cards = await splitSecret(sodium, { vaultId: vaultIdBytes, purpose, k, n }, secret)
      await this.#prove(cards, secret)
      return new PendingSet(sodium, secret, cards, holders, {
        append: (entry) => this.#appendLater(entry),
        take: (entry, appended) => this.#taken(entry, appended),
        notInstalled: async (setId) => {
          const set = this.#sets.get(setId)
          if (set && !this.#opens(set)) await this.#retired(setId)
        },
      })
    } catch (error) {
      secret.wipe()
      throw error
    }
  }

  /**
   * That a card is readable, belongs to this vault and is the one that was handed out, without any other card. Errors:
   * `card_damaged`, `card_of_other_vault`, `card_of_other_set` (of none that this vault made), `card_not_genuine`.
   */
  check(text: string): CheckedCard {
    const { sodium, readOnly } = this.#vault
    const card = readCardText(sodium, text, ALL_WORD_LISTS)
    try {
      const set = this.#setOf(card)
      const { setId, purpose, k, n } = set
      const { number } = card
      const inUse = set.retiredAt === undefined && this.#opens(set)
      const recorded = inUse && !readOnly
      if (recorded) this.#append({ op: OP_SHARES_CHECKED, body: { setId, number } })
      const holder = set.holders[number - 1] ?? ''
      return { setId, purpose, number, k, n, holder, inUse, recorded }
    } finally {
      sodium.memzero(card.share)
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
    await this.#retired(setId)
  }

  #retired(setId: string): Promise<void> {
    return this.#appendLater({ op: OP_SHARES_RETIRED, body: { setId } })
  }

  #setOf(card: ShareCard): KnownSet {
    const { sodium, vaultIdBytes } = this.#vault
    if (!card.vaultMark.equals(vaultMarkOf(vaultIdBytes)))
      throw new VaultError('card_of_other_vault')
    const set = this.#sets.get(card.setId.toString('hex'))
    if (!set) throw new VaultError('card_of_other_set')
    const expected = Buffer.from(set.checks[card.number - 1] ?? '', 'hex')
    const found = cardCommitment(sodium, card)
    const isSame = expected.length === found.length && timingSafeEqual(expected, found)
    const { purpose, k, n } = card
    if (!isSame || set.purpose !== purpose || set.k !== k || set.n !== n)
      throw new VaultError('card_not_genuine')
    return set
  }

  /** Whether the set's secret still opens something: slots and ways change without the cards. */
  #opens(set: KnownSet): boolean {
    if (set.purpose === 'vault')
      return this.#vault.slots().some(({ index, kind }) => kind === 'shares' && index === set.slot)
    try {
      const { ways } = this.#vault.custody.status()
      return ways.some((way) => way.kind === 'shares' && way.setId === set.setId)
    } catch (error) {
      if (!isVaultError(error)) throw error
      return false
    }
  }

  async #prove(cards: readonly ShareCard[], secret: Secret): Promise<void> {
    // From the last card back: those that the first k alone do not show.
    const again = await combineCards(this.#vault.sodium, [...cards].reverse())
    const isSame = again.equals(secret)
    again.wipe()
    invariant(isSame, 'the cards give back what was split')
  }

  async #appendLater(entry: NewEntry): Promise<void> {
    await this.#vault.ledger.writable()
    this.#append(entry)
  }

  #append(entry: NewEntry): void {
    for (const appended of this.#vault.ledger.append([entry])) this.#taken(entry, appended)
  }

  #taken({ body }: NewEntry, appended: AppendedEntry): void {
    this.#sets.take({ ...appended, state: 'open', body })
  }
}

/** Errors: `bad_input` for more names than cards, or a name too long. */
function holderNames({ n, holders = [] }: SetRequest): string[] {
  const names = holders.map((name) => name.normalize('NFC').trim())
  if (names.length > n || names.some((name) => name.length > MAX_HOLDER_CHARS))
    throw new VaultError('bad_input')
  return [...names, ...Array.from({ length: n - names.length }, () => '')]
}
