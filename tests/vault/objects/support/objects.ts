/** Vault folders with objects in them, objects sealed without a store, and the codes of failures. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect } from 'vitest'
import { Secret } from '../../../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../../../electron/vault/crypto/sodium.ts'
import { objectPath } from '../../../../electron/vault/folder/layout.ts'
import type { ObjectFiles } from '../../../../electron/vault/objects/objectFiles.ts'
import type { ObjectRef } from '../../../../electron/vault/objects/reader.ts'
import { sealInMemory } from '../../../../electron/vault/objects/sealInMemory.ts'
import { ObjectStore } from '../../../../electron/vault/objects/store.ts'
import type { ErrorCode } from '../../../../shared/errors.ts'
import { ObjectId } from '../../../../shared/ids.ts'

export const VAULT_ID = Buffer.alloc(16, 0x5a)
export const OTHER_VAULT_ID = Buffer.alloc(16, 0xa5)

const folders: string[] = []
const stores: ObjectStore[] = []

afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'emanet-objects-'))
  folders.push(folder)
  return folder
}

export function makeStore(sodium: Sodium, folder = temporaryFolder(), files?: ObjectFiles) {
  const store = new ObjectStore({ folder, vaultId: VAULT_ID, sodium, ...(files && { files }) })
  stores.push(store)
  return { store, folder }
}

/** Bytes that look like nothing else and never repeat at a chunk's distance. */
export function pattern(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length)
  let state = seed
  for (let at = 0; at + 4 <= length; at += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    bytes.writeUInt32LE(state, at)
  }
  for (let at = length - (length % 4); at < length; at += 1) bytes[at] = 0xee
  return bytes
}

export function sourceFile(content: Uint8Array, name = 'source.bin'): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}

export interface SealedObject {
  readonly stored: Buffer
  readonly key: Secret
  readonly size: number
}

/** The stored bytes of an object, with chunks as small as the format allows unless said otherwise. */
export function sealObject(
  sodium: Sodium,
  plain: Buffer,
  { chunkLog2 = 16, key = Secret.random(32), vaultId = VAULT_ID } = {},
): SealedObject {
  const { stored } = sealInMemory({ sodium, key: key.bytes, vaultId, chunkLog2 }, plain)
  return { stored, key, size: plain.length }
}

/** Puts bytes where an object would lie, under a name they need not deserve. */
export function plant(folder: string, stored: Uint8Array, object: SealedObject): ObjectRef {
  const objectId = ObjectId.parse('ab'.repeat(32))
  const path = objectPath(folder, objectId)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, stored)
  return { objectId, fileKey: object.key, size: object.size }
}

export async function readAll(store: ObjectStore, ref: ObjectRef): Promise<Buffer> {
  const reader = await store.openReader(ref)
  try {
    const pieces: Buffer[] = []
    for await (const piece of reader.stream()) pieces.push(piece)
    return Buffer.concat(pieces)
  } finally {
    await reader.close()
  }
}

export const storedBytes = (folder: string, objectId: ObjectId): Buffer =>
  readFileSync(objectPath(folder, objectId))

/** Every file below the objects folder, temporary ones too. */
export function objectFiles(folder: string): string[] {
  const objects = join(folder, 'objects')
  return readdirSync(objects, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()
}

export const fails = (work: Promise<unknown>, code: ErrorCode): Promise<void> =>
  expect(work).rejects.toMatchObject({ name: 'VaultError', code })
