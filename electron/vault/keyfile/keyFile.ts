/**
 * The bytes of a key file (`*.emanet-key`): an X-Wing private key under a passphrase of its own, 138 bytes
 * (docs/format.md, "Key files"). An unkeyed checksum tells damage from a wrong passphrase, as in the header; the cost
 * of Argon2id is bound to the box and refused outside the policy before any memory is taken.
 */
import { isVaultError, VaultError } from '../../../shared/errors.ts'
import { randomBytes, u16, u32 } from '../crypto/bytes.ts'
import { DOMAINS } from '../crypto/domains.ts'
import { checkCost, KDF_POLICY, type KdfLevel, type KdfPolicy } from '../crypto/kdf.ts'
import { keyFileKey } from '../crypto/keyTree.ts'
import { deriveMaster } from '../crypto/passphrase.ts'
import { Secret } from '../crypto/secret.ts'
import {
  HASH_BYTES,
  NONCE_BYTES,
  PWHASH_SALT_BYTES,
  type PwhashCost,
  type Sodium,
  TAG_BYTES,
} from '../crypto/sodium.ts'
import { loadXWing, XWING_PRIVATE_KEY_BYTES } from '../crypto/xwing.ts'
import type { KeyFileKey } from '../session/credential.ts'

/** CR LF catches a copy made in a text mode, as in the header of a vault. */
const MAGIC = Buffer.from('EMNKEY\r\n', 'ascii')
export const KEY_FILE_VERSION = 1
const VERSION_END = MAGIC.length + 2
const COST_END = VERSION_END + 8
const SALT_END = COST_END + PWHASH_SALT_BYTES
const NONCE_END = SALT_END + NONCE_BYTES
const BOX_END = NONCE_END + XWING_PRIVATE_KEY_BYTES + TAG_BYTES
export const KEY_FILE_BYTES = BOX_END + HASH_BYTES

export interface KeyFileOptions {
  readonly kdf?: KdfLevel
  /** Tests only. */
  readonly policy?: KdfPolicy
}

export interface NewKeyFile {
  readonly bytes: Buffer
  /** 1216 bytes; see publicKeyText.ts for the text that is handed on. */
  readonly publicKey: Buffer
}

interface Parts {
  readonly cost: PwhashCost
  readonly salt: Buffer
  readonly nonce: Buffer
  readonly box: Buffer
  readonly aad: Buffer
}

/** A new private key, sealed; it exists nowhere else when this returns. Errors: those of `deriveMaster`. */
export async function makeKeyFile(
  sodium: Sodium,
  passphrase: Secret,
  { kdf = 'moderate', policy = KDF_POLICY }: KeyFileOptions = {},
): Promise<NewKeyFile> {
  const xwing = await loadXWing()
  const cost = policy.levels[kdf]
  const salt = randomBytes(PWHASH_SALT_BYTES)
  const master = await deriveMaster(sodium, passphrase, salt, cost, policy)
  const privateKey = Secret.random(XWING_PRIVATE_KEY_BYTES)
  const key = keyFileKey(sodium, master.bytes)
  try {
    const front = Buffer.concat([
      MAGIC,
      u16(KEY_FILE_VERSION),
      u32(cost.ops),
      u32(cost.memKiB),
      salt,
    ])
    const nonce = randomBytes(NONCE_BYTES)
    const box = sodium.seal(privateKey.bytes, aadOf(front), nonce, key)
    const body = Buffer.concat([front, nonce, box])
    const bytes = Buffer.concat([body, sodium.hash([DOMAINS.keyFileSum, body])])
    return { bytes, publicKey: xwing.publicKeyOf(privateKey) }
  } finally {
    sodium.memzero(key)
    master.wipe()
    privateKey.wipe()
  }
}

/**
 * The private key, for whoever knows the file's passphrase; the caller wipes it. Errors: `not_a_key_file`,
 * `key_file_damaged`, `newer_format`, `kdf_out_of_range`, then `wrong_key_file_passphrase`, `out_of_memory`.
 */
export async function openKeyFile(
  sodium: Sodium,
  bytes: Buffer,
  passphrase: Secret,
  policy: KdfPolicy = KDF_POLICY,
): Promise<KeyFileKey> {
  const { cost, salt, nonce, box, aad } = parse(sodium, bytes, policy)
  const master = await masterOf(sodium, passphrase, salt, cost, policy)
  const key = keyFileKey(sodium, master.bytes)
  master.wipe()
  const plain = sodium.open(box, aad, nonce, key)
  sodium.memzero(key)
  if (!plain) throw new VaultError('wrong_key_file_passphrase')
  const privateKey = Secret.fromBytes(plain)
  sodium.memzero(plain)
  return { kind: 'keyFile', privateKey }
}

/** Everything that is known of a key file without its passphrase is right. Errors: as `openKeyFile`, up to the passphrase. */
export function checkKeyFile(sodium: Sodium, bytes: Buffer, policy: KdfPolicy = KDF_POLICY): void {
  parse(sodium, bytes, policy)
}

/** Every version to come keeps magic and version in front and the checksum as the last 32 bytes. */
function parse(sodium: Sodium, bytes: Buffer, policy: KdfPolicy): Parts {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw new VaultError('not_a_key_file')
  const summed = bytes.length - HASH_BYTES
  if (summed < VERSION_END) throw damaged()
  const sum = sodium.hash([DOMAINS.keyFileSum, bytes.subarray(0, summed)])
  if (!sum.equals(bytes.subarray(summed))) throw damaged()
  const version = bytes.readUInt16LE(MAGIC.length)
  if (version > KEY_FILE_VERSION) throw new VaultError('newer_format', { version })
  if (version !== KEY_FILE_VERSION || bytes.length !== KEY_FILE_BYTES) throw damaged()
  const cost = {
    ops: bytes.readUInt32LE(VERSION_END),
    memKiB: bytes.readUInt32LE(VERSION_END + 4),
  }
  checkCost(cost, policy)
  return {
    cost,
    salt: bytes.subarray(COST_END, SALT_END),
    nonce: bytes.subarray(SALT_END, NONCE_END),
    box: bytes.subarray(NONCE_END, BOX_END),
    aad: aadOf(bytes.subarray(0, SALT_END)),
  }
}

/** An empty passphrase, or bytes that are no text, open nothing: whoever typed them is told just that. */
async function masterOf(
  sodium: Sodium,
  passphrase: Secret,
  salt: Uint8Array,
  cost: PwhashCost,
  policy: KdfPolicy,
): Promise<Secret> {
  try {
    return await deriveMaster(sodium, passphrase, salt, cost, policy)
  } catch (error) {
    const cannotBe = ['passphrase_too_weak', 'bad_input']
    if (isVaultError(error) && cannotBe.includes(error.code))
      throw new VaultError('wrong_key_file_passphrase')
    throw error
  }
}

const aadOf = (front: Uint8Array): Buffer => Buffer.concat([DOMAINS.keyFile, front])

const damaged = (): VaultError => new VaultError('key_file_damaged')
