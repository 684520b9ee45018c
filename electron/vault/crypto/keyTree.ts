/**
 * The key tree: every key of a vault derives from its random 32-byte root key through
 * `crypto_kdf_derive_from_key` with a context and an id of its own. This is the only list of both.
 */
import type { Sodium } from './sodium.ts'

/** Compartment number of the pages that hold device public keys; not a compartment of records. */
export const DEVICE_DIRECTORY = 255

export const headerMacKey = (sodium: Sodium, root: Uint8Array): Buffer =>
  sodium.deriveKey(root, 1, 'EmHeader')

export const slotDirectoryKey = (sodium: Sodium, root: Uint8Array): Buffer =>
  sodium.deriveKey(root, 2, 'EmHeader')

export const entryKey = (sodium: Sodium, root: Uint8Array): Buffer =>
  sodium.deriveKey(root, 1, 'EmLedger')

export const headMacKey = (sodium: Sodium, root: Uint8Array): Buffer =>
  sodium.deriveKey(root, 2, 'EmLedger')

/** `parent` is the root key for compartment 0 and the device directory, else the compartment's own key. */
export const keyPageKey = (sodium: Sodium, parent: Uint8Array, compartment: number): Buffer =>
  sodium.deriveKey(parent, compartment, 'EmKeyPag')

/** Wraps the random key of a compartment ≥ 1. */
export const compartmentWrapKey = (sodium: Sodium, root: Uint8Array, compartment: number): Buffer =>
  sodium.deriveKey(root, compartment, 'EmCompar')

export const deviceSeedKey = (sodium: Sodium, root: Uint8Array): Buffer =>
  sodium.deriveKey(root, 1, 'EmDevice')

/** The key that wraps the root key in slot `index`, from the Argon2id result of a passphrase. */
export const slotKey = (sodium: Sodium, master: Uint8Array, index: number): Buffer =>
  sodium.deriveKey(master, index, 'EmSlot__')

/** The key of a key file's box, from the Argon2id result of the file's own passphrase. */
export const keyFileKey = (sodium: Sodium, master: Uint8Array): Buffer =>
  sodium.deriveKey(master, 1, 'EmKeyFil')

/**
 * The key of a custodian's wrap: `secret` is what k shares give together, or the Argon2id result of a passphrase.
 * Nothing of the root key is in it.
 */
export const custodyKey = (sodium: Sodium, secret: Uint8Array, compartment: number): Buffer =>
  sodium.deriveKey(secret, compartment, 'EmCustod')
