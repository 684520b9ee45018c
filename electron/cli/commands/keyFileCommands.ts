/** keyfile create, public: the file that opens vaults whose slot is sealed to its public key. Neither needs a vault. */
import type { KdfLevel } from '../../vault/crypto/kdf.ts'
import { loadSodium } from '../../vault/crypto/loadSodium.ts'
import { formatPublicKey, publicKeyFingerprint } from '../../vault/crypto/publicKeyText.ts'
import type { Sodium } from '../../vault/crypto/sodium.ts'
import { createKeyFile, publicKeyOf } from '../../vault/keyfile/keyFileOnDisk.ts'
import { openKeyFileAt } from '../credential.ts'
import type { Context } from '../openWorkspace.ts'
import { checkOutFile } from '../outFile.ts'
import { readPassphrase } from '../passphrase.ts'

interface KeyFileOptions {
  /** Of the key file. */
  readonly passphraseFile?: string
}

const shown = (sodium: Sodium, publicKey: Buffer) => ({
  publicKey: formatPublicKey(sodium, publicKey),
  fingerprint: publicKeyFingerprint(sodium, publicKey),
})

/** The public key is printed once the file is durable. Errors: `file_exists` among others. */
export async function newKeyFile(
  options: KeyFileOptions & { readonly out: string; readonly kdf: KdfLevel },
  { output }: Context,
): Promise<void> {
  checkOutFile(options.out)
  const passphrase = readPassphrase(options.passphraseFile)
  try {
    const sodium = await loadSodium()
    const { kdf } = options
    output.result(shown(sodium, await createKeyFile(sodium, options.out, passphrase, { kdf })))
  } finally {
    passphrase.wipe()
  }
}

export async function showPublicKey(
  file: string,
  options: KeyFileOptions,
  { output }: Context,
): Promise<void> {
  const sodium = await loadSodium()
  const { privateKey } = await openKeyFileAt(sodium, file, options.passphraseFile)
  try {
    output.result(shown(sodium, await publicKeyOf(privateKey)))
  } finally {
    privateKey.wipe()
  }
}
