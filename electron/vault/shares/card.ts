/**
 * A share card: one of n parts of a 32-byte secret, any k of which give it back. What a card says is 55 bytes
 * (docs/format.md, "Share cards"): which vault and which set it belongs to, its number, and its share, with a
 * check of their own, so that a slip of the pen is noticed on the card itself and not when the vault stays shut.
 */
import { timingSafeEqual } from 'node:crypto'
import { invariant, VaultError } from '../../../shared/errors.ts'
import { u8 } from '../crypto/bytes.ts'
import { DOMAINS } from '../crypto/domains.ts'
import type { Sodium } from '../crypto/sodium.ts'

export const CARD_VERSION = 1
export const SECRET_BYTES = 32
/** The secret's length and the place on the curve, as shamir-secret-sharing writes it. */
export const SHARE_BYTES = SECRET_BYTES + 1
export const SET_ID_BYTES = 8
/** The first bytes of the vault id: what is printed as the vault's fingerprint. */
export const VAULT_MARK_BYTES = 8
export const MIN_SHARES = 2
export const MAX_SHARES = 16

const HEAD_BYTES = 3
const CHECK_BYTES = 3
const CHECKED_BYTES = HEAD_BYTES + VAULT_MARK_BYTES + SET_ID_BYTES + SHARE_BYTES
export const CARD_BYTES = CHECKED_BYTES + CHECK_BYTES

/** What k cards open: the whole vault, or the identities of witnesses that custodians keep. */
export type SharePurpose = 'vault' | 'custodians'

const PURPOSE_NUMBERS: Readonly<Record<SharePurpose, number>> = { vault: 1, custodians: 2 }

/** Which set a card belongs to. All cards of a set agree in it. */
export interface CardSet {
  readonly purpose: SharePurpose
  readonly vaultMark: Buffer
  readonly setId: Buffer
  /** So many cards open it, of so many that were made. */
  readonly k: number
  readonly n: number
}

export interface ShareCard extends CardSet {
  /** From 1 to n. */
  readonly number: number
  readonly share: Buffer
}

export const vaultMarkOf = (vaultId: Uint8Array): Buffer =>
  Buffer.from(vaultId.subarray(0, VAULT_MARK_BYTES))

export const isThreshold = (k: number, n: number): boolean =>
  Number.isInteger(k) && Number.isInteger(n) && MIN_SHARES <= k && k <= n && n <= MAX_SHARES

/** The caller wipes what it gets. */
export function writeCard(sodium: Sodium, card: ShareCard): Buffer {
  const { purpose, vaultMark, setId, number, k, n, share } = card
  invariant(isThreshold(k, n) && number >= 1 && number <= n, 'a card has its place in its set')
  invariant(
    vaultMark.length === VAULT_MARK_BYTES &&
      setId.length === SET_ID_BYTES &&
      share.length === SHARE_BYTES,
    'a card has parts of fixed lengths',
  )
  const head = Buffer.from([
    (CARD_VERSION << 4) | PURPOSE_NUMBERS[purpose],
    ((number - 1) << 4) | (k - 1),
    (n - 1) << 4,
  ])
  const bytes = Buffer.alloc(CARD_BYTES)
  let end = 0
  for (const part of [head, vaultMark, setId, share]) end += part.copy(bytes, end)
  checkOf(sodium, bytes).copy(bytes, end)
  return bytes
}

/** Errors: `card_damaged`; `newer_format` of a card that is whole and of a version to come. */
export function readCard(sodium: Sodium, bytes: Buffer): ShareCard {
  if (bytes.length !== CARD_BYTES) throw new VaultError('card_damaged')
  if (!timingSafeEqual(checkOf(sodium, bytes), bytes.subarray(CHECKED_BYTES)))
    throw new VaultError('card_damaged')
  const [first = 0, second = 0, third = 0] = bytes
  if (first >> 4 !== CARD_VERSION) throw new VaultError('newer_format')
  const purpose = (Object.keys(PURPOSE_NUMBERS) as SharePurpose[]).find(
    (each) => PURPOSE_NUMBERS[each] === (first & 0x0f),
  )
  const card = {
    number: (second >> 4) + 1,
    k: (second & 0x0f) + 1,
    n: (third >> 4) + 1,
  }
  const isWhole = isThreshold(card.k, card.n) && card.number <= card.n && (third & 0x0f) === 0
  if (!purpose || !isWhole) throw new VaultError('card_damaged')
  let end = HEAD_BYTES
  const take = (length: number): Buffer => {
    end += length
    return Buffer.from(bytes.subarray(end - length, end))
  }
  return {
    purpose,
    vaultMark: take(VAULT_MARK_BYTES),
    setId: take(SET_ID_BYTES),
    ...card,
    share: take(SHARE_BYTES),
  }
}

const checkOf = (sodium: Sodium, bytes: Buffer): Buffer =>
  sodium.hash([DOMAINS.shareCard, bytes.subarray(0, CHECKED_BYTES)]).subarray(0, CHECK_BYTES)

/**
 * What the vault remembers of a card: enough to know it again, not enough to make it. A share is 32 random bytes
 * and more, so nobody finds one by trying.
 */
export const cardCommitment = (sodium: Sodium, { setId, number, share }: ShareCard): Buffer =>
  sodium.hash([DOMAINS.shareCommitment, setId, u8(number), share])

/** The name of a set follows from its secret, so that a secret put together is known to be the right one. */
export const setIdOf = (
  sodium: Sodium,
  { purpose, vaultMark, k, n }: Omit<CardSet, 'setId'>,
  secret: Uint8Array,
): Buffer =>
  sodium
    .hash([DOMAINS.shareSet, vaultMark, Buffer.from([PURPOSE_NUMBERS[purpose], k, n]), secret])
    .subarray(0, SET_ID_BYTES)
