/**
 * The one door to libsodium: only the primitives the vault format uses, behind one interface with two
 * builds. `native` (sodium-native) is several times faster; `wasm` (libsodium-wrappers-sumo) runs
 * anywhere. Both give byte-identical results: every test of the format runs with each, and each reads
 * what the other wrote. `loadSodium` (loadSodium.ts) takes one.
 *
 * Nonces and keys come from Node's `randomFillSync` (see bytes.ts), never from the WebAssembly build,
 * whose random source is thirty times slower. Secure allocation (`sodium_malloc`) is not used: Electron
 * refuses external buffers; keys live in ordinary buffers that are wiped with `memzero`.
 */

/** Sizes in bytes, as libsodium names them. */
export const KEY_BYTES = 32
export const HASH_BYTES = 32
export const TAG_BYTES = 16
/** XChaCha20-Poly1305. */
export const NONCE_BYTES = 24
/** ChaCha20-Poly1305-IETF, used by objects with a counter nonce. */
export const STREAM_NONCE_BYTES = 12
export const PWHASH_SALT_BYTES = 16
export const SIGNATURE_BYTES = 64
export const SIGN_PUBLIC_KEY_BYTES = 32
export const SIGN_SECRET_KEY_BYTES = 64

export type SodiumBuild = 'native' | 'wasm'

/** A hash of 32 bytes over bytes that arrive piece by piece. */
export interface HashStream {
  update(bytes: Uint8Array): void
  /** The hash; the stream cannot be used again. */
  final(): Buffer
}

export interface SignKeyPair {
  readonly publicKey: Buffer
  readonly secretKey: Buffer
}

/** Argon2id13. `memKiB` is libsodium's memlimit / 1024. */
export interface PwhashCost {
  readonly ops: number
  readonly memKiB: number
}

export interface Sodium {
  readonly build: SodiumBuild

  /** BLAKE2b-256 (crypto_generichash) over the parts as if they were joined; keyed when `key` is given. */
  hash(parts: readonly Uint8Array[], key?: Uint8Array): Buffer
  /** The same, of one message that arrives piece by piece. */
  hashStream(): HashStream

  /** crypto_kdf_derive_from_key: a 32-byte subkey. `context` is exactly 8 ASCII characters. */
  deriveKey(rootKey: Uint8Array, id: number, context: string): Buffer

  /**
   * XChaCha20-Poly1305-IETF: ciphertext followed by its 16-byte tag. It is written into `into` when that is given, which has
   * exactly its length.
   */
  seal(
    plain: Uint8Array,
    aad: Uint8Array,
    nonce: Uint8Array,
    key: Uint8Array,
    into?: Buffer,
  ): Buffer
  /**
   * The plaintext, or null when the box, the associated data, the nonce or the key is not the right one.
   * It is written at the start of `into` when that is given and large enough (the caller must be done
   * with it before the next use), else into memory of its own.
   */
  open(
    box: Uint8Array,
    aad: Uint8Array,
    nonce: Uint8Array,
    key: Uint8Array,
    into?: Buffer,
  ): Buffer | null

  /** ChaCha20-Poly1305-IETF into `out` (plain.length + 16 bytes): for the STREAM chunks of objects. */
  sealChunk(
    out: Uint8Array,
    plain: Uint8Array,
    aad: Uint8Array,
    nonce: Uint8Array,
    key: Uint8Array,
  ): void
  /** Opens into `out` (box.length − 16 bytes). False, with `out` unusable, when it does not open. */
  openChunk(
    out: Uint8Array,
    box: Uint8Array,
    aad: Uint8Array,
    nonce: Uint8Array,
    key: Uint8Array,
  ): boolean

  /** Ed25519. */
  signKeyPair(seed: Uint8Array): SignKeyPair
  sign(message: Uint8Array, secretKey: Uint8Array): Buffer
  verifySignature(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean

  /**
   * Argon2id13 to 32 bytes, off the main thread. The caller checks the cost against its policy first
   * (kdf.ts): this takes the memory it is told to. Rejects with `out_of_memory` when it cannot have it.
   */
  pwhash(password: Uint8Array, salt: Uint8Array, cost: PwhashCost): Promise<Buffer>

  /** Overwrites with zeros in a way that is not optimised away. */
  memzero(bytes: Uint8Array): void
}
