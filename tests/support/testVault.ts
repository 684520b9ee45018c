/** A small vault for tests of what lies above the ledger: weak key derivation, one known passphrase. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomBytes } from '../../electron/vault/crypto/bytes.ts'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../electron/vault/crypto/sodium.ts'
import { objectPath } from '../../electron/vault/folder/layout.ts'
import {
  CHUNK_LOG2,
  encodeHeader,
  type ObjectVersion,
} from '../../electron/vault/objects/format.ts'
import { createVault, type OpenVault, openVault } from '../../electron/vault/session/session.ts'
import { WEAK_KDF } from './weakKdf.ts'

export const TEST_PASSPHRASE = 'correct horse battery staple'
const DEVICE = Buffer.alloc(32, 7)

export const tempFolder = (): string => mkdtempSync(path.join(tmpdir(), 'emanet-test-'))
export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true })

export const makeTestVault = (folder: string, sodium: Sodium) =>
  createVault({
    folder,
    passphrase: Secret.fromText(TEST_PASSPHRASE),
    kdf: 'moderate',
    deviceSecret: Secret.fromBytes(DEVICE),
    sodium,
    policy: WEAK_KDF,
  })

export const openTestVault = (
  folder: string,
  sodium: Sodium,
  options: { passphrase?: string; readOnly?: boolean } = {},
): Promise<OpenVault> =>
  openVault({
    folder,
    credential: Secret.fromText(options.passphrase ?? TEST_PASSPHRASE),
    deviceSecret: Secret.fromBytes(DEVICE),
    sodium,
    policy: WEAK_KDF,
    ...(options.readOnly === undefined ? {} : { readOnly: options.readOnly }),
  })

/**
 * A file as the object store of that version leaves it: a header, random bytes, `length` in all, under the name
 * that is their hash.
 */
export function plantObject(
  folder: string,
  sodium: Sodium,
  length: number,
  version: ObjectVersion = 2,
): string {
  const bytes = randomBytes(length)
  encodeHeader(CHUNK_LOG2, version).copy(bytes)
  const id =
    version === 1
      ? sodium.hash([bytes]).toString('hex')
      : createHash('sha256').update(bytes).digest('hex')
  const file = objectPath(folder, id)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, bytes)
  return id
}
