/**
 * libsodium through sodium-native. Types are written here for the few functions used, because the
 * package has none. Argon2id runs on libuv's thread pool, so the main thread keeps answering.
 */
import { createRequire } from 'node:module'
import { VaultError } from '../../../shared/errors.ts'
import {
  HASH_BYTES,
  type HashStream,
  KEY_BYTES,
  type PwhashCost,
  SIGN_PUBLIC_KEY_BYTES,
  SIGN_SECRET_KEY_BYTES,
  SIGNATURE_BYTES,
  type SignKeyPair,
  type Sodium,
  TAG_BYTES,
} from './sodium.ts'

type Bytes = Uint8Array

interface NativeBinding {
  crypto_generichash_STATEBYTES: number
  crypto_generichash(out: Bytes, input: Bytes, key?: Bytes): void
  crypto_generichash_batch(out: Bytes, parts: readonly Bytes[], key?: Bytes): void
  crypto_generichash_init(state: Bytes, key: undefined, length: number): void
  crypto_generichash_update(state: Bytes, input: Bytes): void
  crypto_generichash_final(state: Bytes, out: Bytes): void
  crypto_kdf_derive_from_key(out: Bytes, id: number, context: Bytes, key: Bytes): void
  crypto_aead_xchacha20poly1305_ietf_encrypt: Encrypt
  crypto_aead_xchacha20poly1305_ietf_decrypt: Decrypt
  crypto_aead_chacha20poly1305_ietf_encrypt: Encrypt
  crypto_aead_chacha20poly1305_ietf_decrypt: Decrypt
  crypto_sign_seed_keypair(publicKey: Bytes, secretKey: Bytes, seed: Bytes): void
  crypto_sign_detached(signature: Bytes, message: Bytes, secretKey: Bytes): void
  crypto_sign_verify_detached(signature: Bytes, message: Bytes, publicKey: Bytes): boolean
  crypto_pwhash_ALG_ARGON2ID13: number
  crypto_pwhash_async(
    out: Bytes,
    password: Bytes,
    salt: Bytes,
    ops: number,
    memBytes: number,
    alg: number,
  ): Promise<void>
  sodium_memzero(bytes: Bytes): void
}
type Encrypt = (c: Bytes, m: Bytes, ad: Bytes, nsec: null, nonce: Bytes, key: Bytes) => number
type Decrypt = (m: Bytes, nsec: null, c: Bytes, ad: Bytes, nonce: Bytes, key: Bytes) => number

/**
 * Throws when the addon does not load on this machine. By `require`, because an `import` of a CommonJS package reads
 * through it for its names first, which takes every thread that loads it 20 ms.
 */
export async function loadNative(): Promise<Sodium> {
  return new NativeSodium(createRequire(import.meta.url)('sodium-native') as NativeBinding)
}

class NativeSodium implements Sodium {
  readonly build = 'native'
  readonly #lib: NativeBinding

  constructor(lib: NativeBinding) {
    this.#lib = lib
  }

  hash(parts: readonly Uint8Array[], key?: Uint8Array): Buffer {
    const out = Buffer.allocUnsafe(HASH_BYTES)
    this.#lib.crypto_generichash_batch(out, parts, key)
    return out
  }

  hashStream(): HashStream {
    const lib = this.#lib
    const state = Buffer.alloc(lib.crypto_generichash_STATEBYTES)
    lib.crypto_generichash_init(state, undefined, HASH_BYTES)
    return {
      update: (bytes) => lib.crypto_generichash_update(state, bytes),
      final: () => {
        const out = Buffer.allocUnsafe(HASH_BYTES)
        lib.crypto_generichash_final(state, out)
        return out
      },
    }
  }

  deriveKey(rootKey: Uint8Array, id: number, context: string): Buffer {
    const out = Buffer.alloc(KEY_BYTES)
    this.#lib.crypto_kdf_derive_from_key(out, id, Buffer.from(context, 'ascii'), rootKey)
    return out
  }

  seal(
    plain: Uint8Array,
    aad: Uint8Array,
    nonce: Uint8Array,
    key: Uint8Array,
    into?: Buffer,
  ): Buffer {
    const box = into ?? Buffer.allocUnsafe(plain.length + TAG_BYTES)
    this.#lib.crypto_aead_xchacha20poly1305_ietf_encrypt(box, plain, aad, null, nonce, key)
    return box
  }

  open(
    box: Uint8Array,
    aad: Uint8Array,
    nonce: Uint8Array,
    key: Uint8Array,
    into?: Buffer,
  ): Buffer | null {
    const length = box.length - TAG_BYTES
    if (length < 0) return null
    const fits = into !== undefined && into.length >= length
    const plain = fits ? into.subarray(0, length) : Buffer.allocUnsafeSlow(length)
    try {
      this.#lib.crypto_aead_xchacha20poly1305_ietf_decrypt(plain, null, box, aad, nonce, key)
      return plain
    } catch {
      return null
    }
  }

  sealChunk(
    out: Uint8Array,
    plain: Uint8Array,
    aad: Uint8Array,
    nonce: Uint8Array,
    key: Uint8Array,
  ): void {
    this.#lib.crypto_aead_chacha20poly1305_ietf_encrypt(out, plain, aad, null, nonce, key)
  }

  openChunk(
    out: Uint8Array,
    box: Uint8Array,
    aad: Uint8Array,
    nonce: Uint8Array,
    key: Uint8Array,
  ): boolean {
    if (box.length < TAG_BYTES) return false
    try {
      this.#lib.crypto_aead_chacha20poly1305_ietf_decrypt(out, null, box, aad, nonce, key)
      return true
    } catch {
      return false
    }
  }

  signKeyPair(seed: Uint8Array): SignKeyPair {
    const publicKey = Buffer.alloc(SIGN_PUBLIC_KEY_BYTES)
    const secretKey = Buffer.alloc(SIGN_SECRET_KEY_BYTES)
    this.#lib.crypto_sign_seed_keypair(publicKey, secretKey, seed)
    return { publicKey, secretKey }
  }

  sign(message: Uint8Array, secretKey: Uint8Array): Buffer {
    const signature = Buffer.allocUnsafe(SIGNATURE_BYTES)
    this.#lib.crypto_sign_detached(signature, message, secretKey)
    return signature
  }

  verifySignature(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
    return this.#lib.crypto_sign_verify_detached(signature, message, publicKey)
  }

  async pwhash(password: Uint8Array, salt: Uint8Array, cost: PwhashCost): Promise<Buffer> {
    const out = Buffer.alloc(KEY_BYTES)
    const alg = this.#lib.crypto_pwhash_ALG_ARGON2ID13
    try {
      await this.#lib.crypto_pwhash_async(out, password, salt, cost.ops, cost.memKiB * 1024, alg)
    } catch {
      throw new VaultError('out_of_memory', { memKiB: cost.memKiB })
    }
    return out
  }

  memzero(bytes: Uint8Array): void {
    this.#lib.sodium_memzero(bytes)
  }
}
