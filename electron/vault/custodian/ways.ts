/** From shares and passphrases to the wraps of a compartment's key, and back with one of them. */
import { VaultError } from '../../../shared/errors.ts'
import { randomBytes } from '../crypto/bytes.ts'
import type { KdfPolicy } from '../crypto/kdf.ts'
import { custodyKey } from '../crypto/keyTree.ts'
import { deriveMaster } from '../crypto/passphrase.ts'
import type { Secret } from '../crypto/secret.ts'
import { KEY_BYTES, PWHASH_SALT_BYTES, type Sodium } from '../crypto/sodium.ts'
import {
  MAX_WRAPS,
  openWrap,
  SHARE_SET_ID_BYTES,
  sealWrap,
  type Wrap,
  type WrapKind,
} from '../ledger/compartmentRow.ts'
import type { CustodyCredential, CustodyShares, CustodyWays } from './types.ts'

export interface WrapContext {
  readonly sodium: Sodium
  readonly policy: KdfPolicy
  readonly vaultId: Buffer
  readonly compartment: number
}

const MAX_SHARES = 255

/** Wraps `key` once for each way, and proves that each opens again. Errors: `bad_input`, those of Argon2id. */
export async function sealWays(
  context: WrapContext,
  { shares, passphrases = [], kdf = 'moderate' }: CustodyWays,
  key: Buffer,
  now: number,
): Promise<readonly Wrap[]> {
  const { sodium, policy, vaultId, compartment } = context
  const count = passphrases.length + (shares ? 1 : 0)
  if (count === 0 || count > MAX_WRAPS || (shares && !isWellFormed(shares))) {
    throw new VaultError('bad_input')
  }
  const wraps: Wrap[] = []
  const add = (kind: WrapKind, wrapKey: Buffer) => {
    const place = { vaultId, compartment, index: wraps.length }
    const wrap = sealWrap(sodium, place, kind, now, wrapKey, key)
    const proven = openWrap(sodium, place, wrap, wrapKey)?.equals(key) === true
    sodium.memzero(wrapKey)
    if (!proven) throw new VaultError('internal')
    wraps.push(wrap)
  }
  if (shares) {
    const { k, n, setId } = shares
    const kind = { kind: 'shares', setId: Buffer.from(setId), k, n } as const
    add(kind, custodyKey(sodium, shares.secret.bytes, compartment))
  }
  const cost = policy.levels[kdf]
  for (const passphrase of passphrases) {
    const kind = { kind: 'passphrase', salt: randomBytes(PWHASH_SALT_BYTES), cost } as const
    add(kind, await passphraseKey(context, passphrase, kind))
  }
  return wraps
}

const isWellFormed = ({ secret, setId, k, n }: CustodyShares): boolean =>
  secret.length === KEY_BYTES &&
  setId.length === SHARE_SET_ID_BYTES &&
  Number.isInteger(k) &&
  Number.isInteger(n) &&
  k >= 1 &&
  k <= n &&
  n <= MAX_SHARES

async function passphraseKey(
  { sodium, policy, compartment }: WrapContext,
  passphrase: Secret,
  { salt, cost }: Extract<WrapKind, { kind: 'passphrase' }>,
): Promise<Buffer> {
  const master = await deriveMaster(sodium, passphrase, salt, cost, policy)
  try {
    return custodyKey(sodium, master.bytes, compartment)
  } finally {
    master.wipe()
  }
}

/** The compartment's key and the wrap that gave it; undefined when the credential opens none. Errors: those of Argon2id. */
export async function openWays(
  context: WrapContext,
  wraps: readonly Wrap[],
  credential: CustodyCredential,
): Promise<{ readonly key: Buffer; readonly wrap: Wrap } | undefined> {
  const { sodium, vaultId, compartment } = context
  for (const [index, wrap] of wraps.entries()) {
    if (wrap.kind !== credential.kind) continue
    const wrapKey = await keyFor(context, wrap, credential)
    if (!wrapKey) continue
    const key = openWrap(sodium, { vaultId, compartment, index }, wrap, wrapKey)
    sodium.memzero(wrapKey)
    if (key) return { key, wrap }
  }
  return undefined
}

async function keyFor(
  context: WrapContext,
  wrap: Wrap,
  credential: CustodyCredential,
): Promise<Buffer | undefined> {
  if (credential.kind === 'passphrase' && wrap.kind === 'passphrase') {
    return passphraseKey(context, credential.passphrase, wrap)
  }
  if (credential.kind !== 'shares' || credential.secret.length !== KEY_BYTES) return undefined
  return custodyKey(context.sodium, credential.secret.bytes, context.compartment)
}
