/** Handlers of the calls about a key file for somebody else's vault (shared/contract/keyFile.ts). */
import { basename, dirname } from 'node:path'
import type { keyFileCalls } from '../../../shared/contract/keyFile.ts'
import { VaultError } from '../../../shared/errors.ts'
import {
  formatPublicKey,
  parsePublicKey,
  publicKeyFingerprint,
} from '../../vault/crypto/publicKeyText.ts'
import { Secret } from '../../vault/crypto/secret.ts'
import { createKeyFile, KEY_FILE_EXTENSION } from '../../vault/keyfile/keyFileOnDisk.ts'
import { writePublicKeyFile } from '../../vault/keyfile/publicKeyFile.ts'
import type { App } from '../app.ts'
import type { Handlers } from '../gate.ts'
import { isVaultFolder } from '../vaultFolder.ts'

export function keyFileHandlers(app: App): Pick<Handlers, keyof typeof keyFileCalls> {
  const { desktop, folders, meter, sodium } = app

  return {
    'keyFile.choosePlace': async (_input, caller) => {
      const path = await desktop.chooseFileToWrite(caller, 'keyFile', `key.${KEY_FILE_EXTENSION}`)
      if (path === undefined) return null
      // A backup would carry it along with what it may open.
      if (isVaultFolder(dirname(path))) throw new VaultError('bad_input')
      return folders.issue(path)
    },

    'keyFile.savePublicKey': async ({ publicKey }, caller) => {
      parsePublicKey(sodium, publicKey)
      const path = await desktop.chooseFileToWrite(caller, 'publicKey', 'emanet-public-key.txt')
      if (path === undefined) return null
      if (isVaultFolder(dirname(path))) throw new VaultError('bad_input')
      writePublicKeyFile(sodium, path, publicKey)
      return { name: basename(path) }
    },

    'keyFile.make': async ({ place, passphrase }) => {
      const path = folders.resolve(place)
      await meter.require(passphrase)
      const secret = Secret.fromText(passphrase)
      try {
        const options = app.kdfPolicy ? { policy: app.kdfPolicy } : {}
        const publicKey = await createKeyFile(sodium, path, secret, options)
        return {
          publicKey: formatPublicKey(sodium, publicKey),
          fingerprint: publicKeyFingerprint(sodium, publicKey),
        }
      } finally {
        secret.wipe()
      }
    },
  }
}
