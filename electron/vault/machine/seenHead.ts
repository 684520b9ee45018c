/**
 * Remembers outside the vault which entry of it this machine saw last, so that an older copy put in its place is
 * noticed: such a copy is genuine in every byte, and nothing within it can tell.
 *
 * One small file for each vault and place: "EMHEAD01" | nonce 24 | XChaCha20-Poly1305 box of u64 seq | hash 32,
 * associated data `"EmSeenHead1" | vault id`, key kdf(root, 1, "EmSeenHd"). Its name is made of kdf(root, 2,
 * "EmSeenHd"), this machine's secret and the vault's path: without the key nobody can tell whose it is, nor how many
 * entries that vault has. By path, because a restored copy beside the vault is older with good reason.
 */
import { join } from 'node:path'
import { ID_BYTES, randomBytes, readU64, u64 } from '../crypto/bytes.ts'
import { DOMAINS } from '../crypto/domains.ts'
import type { Secret } from '../crypto/secret.ts'
import { HASH_BYTES, NONCE_BYTES, type Sodium } from '../crypto/sodium.ts'
import { makeFolder, readFileIfThere, writeFileDurably } from '../folder/durable.ts'
import type { Ledger } from '../ledger/types.ts'

const MAGIC = Buffer.from('EMHEAD01', 'ascii')
const PLAIN_BYTES = 8 + HASH_BYTES

/** The user-data folder's own folder for these files. */
export const HEADS_FOLDER = 'heads'

export interface SeenHeadOptions {
  readonly sodium: Sodium
  /** Where the files of all vaults lie; made when it is not there. */
  readonly headsFolder: string
  readonly deviceSecret: Secret
  readonly vaultId: Buffer
  /** The vault's folder, absolute. */
  readonly folder: string
  readonly rootKey: Secret
}

export class SeenHead {
  readonly #options: Pick<SeenHeadOptions, 'sodium' | 'headsFolder' | 'vaultId'>
  readonly #path: string
  readonly #key: Buffer
  /** Of what the file holds now. */
  #seq = 0

  constructor({ sodium, headsFolder, deviceSecret, vaultId, folder, rootKey }: SeenHeadOptions) {
    this.#options = { sodium, headsFolder, vaultId }
    this.#key = sodium.deriveKey(rootKey.bytes, 1, 'EmSeenHd')
    const nameKey = sodium.deriveKey(rootKey.bytes, 2, 'EmSeenHd')
    const parts = [DOMAINS.seenHead, vaultId, deviceSecret.bytes, Buffer.from(folder, 'utf8')]
    const name = sodium.hash(parts, nameKey)
    sodium.memzero(nameKey)
    this.#path = join(headsFolder, name.toString('hex', 0, ID_BYTES))
  }

  /**
   * Whether this ledger is older than, or branched off before, what was seen here. A file that is missing or damaged
   * remembers nothing.
   */
  isRolledBack(ledger: Pick<Ledger, 'head' | 'hashAt'>): boolean {
    const seen = this.#read()
    if (!seen) return false
    if (seen.seq > ledger.head().seq) return true
    return ledger.hashAt(seen.seq)?.equals(seen.hash) !== true
  }

  /**
   * Writes down where the ledger ends, if that is not written already. A memory that cannot be written must not keep
   * anybody from opening or locking a vault: the next attempt is made at the next call.
   */
  remember(ledger: Pick<Ledger, 'head'>): void {
    const { seq, hash } = ledger.head()
    if (seq === this.#seq) return
    const { headsFolder, sodium } = this.#options
    const plain = Buffer.concat([u64(seq), hash])
    const nonce = randomBytes(NONCE_BYTES)
    const box = sodium.seal(plain, this.#associated(), nonce, this.#key)
    try {
      makeFolder(headsFolder)
      writeFileDurably(this.#path, Buffer.concat([MAGIC, nonce, box]))
      this.#seq = seq
    } catch {
      // Said above.
    }
  }

  wipe(): void {
    this.#options.sodium.memzero(this.#key)
  }

  #associated(): Buffer {
    return Buffer.concat([DOMAINS.seenHead, this.#options.vaultId])
  }

  #read(): { seq: number; hash: Buffer } | undefined {
    const bytes = this.#readBytes()
    const start = MAGIC.length + NONCE_BYTES
    if (!bytes?.subarray(0, MAGIC.length).equals(MAGIC) || bytes.length < start) return undefined
    const nonce = bytes.subarray(MAGIC.length, start)
    const { sodium } = this.#options
    const plain = sodium.open(bytes.subarray(start), this.#associated(), nonce, this.#key)
    if (plain?.length !== PLAIN_BYTES) return undefined
    return { seq: readU64(plain, 0), hash: plain.subarray(8) }
  }

  #readBytes(): Buffer | undefined {
    try {
      return readFileIfThere(this.#path)
    } catch {
      return undefined
    }
  }
}
