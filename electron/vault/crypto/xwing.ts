/**
 * X-Wing (ML-KEM-768 and X25519 in one key encapsulation, `crypto_kem_xwing`): what a slot is sealed to when a
 * key file opens it. Only libsodium's WebAssembly build has it, so that build is used whatever the rest of the
 * program runs on; it is loaded once, and an operation takes less than a millisecond.
 */
import { VaultError } from '../../../shared/errors.ts'
import { turn } from '../slices.ts'
import { randomBytes } from './bytes.ts'
import { Secret } from './secret.ts'

export const XWING_CIPHERTEXT_BYTES = 1120
export const XWING_PUBLIC_KEY_BYTES = 1216
/** The private key is a seed; everything else derives from it. */
export const XWING_PRIVATE_KEY_BYTES = 32
const ENCAPSULATION_SEED_BYTES = 64

export interface Encapsulation {
  readonly ciphertext: Buffer
  readonly sharedSecret: Secret
}

export interface XWing {
  publicKeyOf(privateKey: Secret): Buffer
  /** Errors: `bad_input` for bytes that are no public key. `seed` only for test vectors. */
  encapsulate(publicKey: Uint8Array, seed?: Uint8Array): Encapsulation
  /** For a foreign or changed ciphertext another secret comes out, never an error: what it opens tells. */
  decapsulate(ciphertext: Uint8Array, privateKey: Secret): Secret
  /** A real ciphertext to a key that nobody has: random bytes would differ from it in single bits. */
  decoy(): Buffer
}

type Library = typeof import('libsodium-wrappers-sumo')['default']

let loading: Promise<XWing> | undefined

export const loadXWing = (): Promise<XWing> => {
  loading ??= load()
  return loading
}

async function load(): Promise<XWing> {
  const lib = (await import('libsodium-wrappers-sumo')).default
  await lib.ready
  // Loading it keeps the thread long enough.
  await turn()
  return new WasmXWing(lib)
}

class WasmXWing implements XWing {
  readonly #lib: Library

  constructor(lib: Library) {
    this.#lib = lib
  }

  publicKeyOf(privateKey: Secret): Buffer {
    const pair = this.#lib.crypto_kem_xwing_seed_keypair(privateKey.bytes)
    this.#lib.memzero(pair.privateKey)
    return Buffer.from(pair.publicKey)
  }

  encapsulate(publicKey: Uint8Array, seed = randomBytes(ENCAPSULATION_SEED_BYTES)): Encapsulation {
    if (publicKey.length !== XWING_PUBLIC_KEY_BYTES) throw new VaultError('bad_input')
    try {
      const made = this.#lib.crypto_kem_xwing_enc_deterministic(publicKey, seed)
      return {
        ciphertext: Buffer.from(made.ciphertext),
        sharedSecret: this.#take(made.sharedSecret),
      }
    } catch {
      // A public key whose parts are out of range, or whose curve point has a small order.
      throw new VaultError('bad_input')
    } finally {
      this.#lib.memzero(seed)
    }
  }

  decapsulate(ciphertext: Uint8Array, privateKey: Secret): Secret {
    try {
      return this.#take(this.#lib.crypto_kem_xwing_dec(ciphertext, privateKey.bytes))
    } catch {
      // A curve point of small order, which no honest writer makes: a secret that opens nothing.
      return Secret.random(32)
    }
  }

  decoy(): Buffer {
    const pair = this.#lib.crypto_kem_xwing_keypair()
    const { ciphertext, sharedSecret } = this.encapsulate(pair.publicKey)
    sharedSecret.wipe()
    this.#lib.memzero(pair.privateKey)
    return ciphertext
  }

  #take(bytes: Uint8Array): Secret {
    const secret = Secret.fromBytes(bytes)
    this.#lib.memzero(bytes)
    return secret
  }
}
