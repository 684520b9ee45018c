/** The test vectors of key files and of public keys as text, with both builds. They were made once and never again. */
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { parsePublicKey } from '../../../electron/vault/crypto/publicKeyText.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { openKeyFile } from '../../../electron/vault/keyfile/keyFile.ts'
import { publicKeyOf } from '../../../electron/vault/keyfile/keyFileOnDisk.ts'
import { vectorSuite } from '../../support/vectorSuite.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

vectorSuite('keyfiles', {
  async keyfile(sodium, vector) {
    const passphrase = Secret.fromText(vector.text('passphrase'))
    const { privateKey } = await openKeyFile(sodium, vector.bytes, passphrase, WEAK_KDF)
    expect(privateKey.bytes.toString('hex')).toBe(vector.text('private key'))
    expect(sha256(await publicKeyOf(privateKey))).toBe(vector.text('public key sha256'))
    return 'opens'
  },
  'public key'(sodium, vector) {
    const key = parsePublicKey(sodium, vector.bytes.toString('utf8'))
    expect(sha256(key)).toBe(vector.text('sha256'))
    return 'opens'
  },
})
