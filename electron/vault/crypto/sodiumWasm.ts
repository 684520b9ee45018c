/**
 * libsodium through its WebAssembly build. Argon2id runs in a worker thread of its own that ends after
 * each use: the main thread keeps answering, and the memory it took (which WebAssembly never gives
 * back) ends with the thread.
 */
import { Worker } from 'node:worker_threads'
import { VaultError } from '../../../shared/errors.ts'
import { workerUrl } from '../workers.ts'
import {
  HASH_BYTES,
  type HashStream,
  KEY_BYTES,
  type PwhashCost,
  type SignKeyPair,
  type Sodium,
  TAG_BYTES,
} from './sodium.ts'

type Library = typeof import('libsodium-wrappers-sumo')['default']

export async function loadWasm(): Promise<Sodium> {
  const lib = (await import('libsodium-wrappers-sumo')).default
  await lib.ready
  return new WasmSodium(lib)
}

/** The library returns plain Uint8Arrays; the rest of the program works with Buffers over the same memory. */
const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

class WasmSodium implements Sodium {
  readonly build = 'wasm'
  readonly #lib: Library

  constructor(lib: Library) {
    this.#lib = lib
  }

  hash(parts: readonly Uint8Array[], key?: Uint8Array): Buffer {
    const input = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
    return asBuffer(this.#lib.crypto_generichash(HASH_BYTES, input, key ?? null))
  }

  hashStream(): HashStream {
    const lib = this.#lib
    const state = lib.crypto_generichash_init(null, HASH_BYTES)
    return {
      update: (bytes) => lib.crypto_generichash_update(state, bytes),
      final: () => asBuffer(lib.crypto_generichash_final(state, HASH_BYTES)),
    }
  }

  deriveKey(rootKey: Uint8Array, id: number, context: string): Buffer {
    return asBuffer(this.#lib.crypto_kdf_derive_from_key(KEY_BYTES, id, context, rootKey))
  }

  seal(
    plain: Uint8Array,
    aad: Uint8Array,
    nonce: Uint8Array,
    key: Uint8Array,
    into?: Buffer,
  ): Buffer {
    const box = this.#lib.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, aad, null, nonce, key)
    if (!into) return asBuffer(box)
    into.set(box)
    return into
  }

  open(box: Uint8Array, aad: Uint8Array, nonce: Uint8Array, key: Uint8Array): Buffer | null {
    if (box.length < TAG_BYTES) return null
    try {
      return asBuffer(
        this.#lib.crypto_aead_xchacha20poly1305_ietf_decrypt(null, box, aad, nonce, key),
      )
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
    out.set(this.#lib.crypto_aead_chacha20poly1305_ietf_encrypt(plain, aad, null, nonce, key))
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
      out.set(this.#lib.crypto_aead_chacha20poly1305_ietf_decrypt(null, box, aad, nonce, key))
      return true
    } catch {
      return false
    }
  }

  signKeyPair(seed: Uint8Array): SignKeyPair {
    const pair = this.#lib.crypto_sign_seed_keypair(seed)
    return { publicKey: asBuffer(pair.publicKey), secretKey: asBuffer(pair.privateKey) }
  }

  sign(message: Uint8Array, secretKey: Uint8Array): Buffer {
    return asBuffer(this.#lib.crypto_sign_detached(message, secretKey))
  }

  verifySignature(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
    return this.#lib.crypto_sign_verify_detached(signature, message, publicKey)
  }

  pwhash(password: Uint8Array, salt: Uint8Array, cost: PwhashCost): Promise<Buffer> {
    // Copies, because transferring takes the memory away from the sender: the caller wipes its own.
    const request = { password: new Uint8Array(password), salt: new Uint8Array(salt), cost }
    return new Promise((resolve, reject) => {
      const worker = new Worker(workerUrl('kdfWorker'))
      const fail = () => reject(new VaultError('out_of_memory', { memKiB: cost.memKiB }))
      worker.once('message', (out: Uint8Array | null) => (out ? resolve(asBuffer(out)) : fail()))
      worker.once('error', fail)
      worker.once('exit', fail) // A promise settles once: after a message this does nothing.
      worker.postMessage(request, [request.password.buffer])
    })
  }

  memzero(bytes: Uint8Array): void {
    this.#lib.memzero(bytes)
  }
}
