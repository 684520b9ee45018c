/**
 * For tests of the trusted core: vaults in temporary folders, written with one libsodium build and read
 * with another, and a raw connection for damaging what is stored.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect } from 'vitest'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../electron/vault/crypto/sodium.ts'
import { type Connection, openDatabase } from '../../electron/vault/db/sqlite.ts'
import { vaultPaths } from '../../electron/vault/folder/layout.ts'
import {
  createVault,
  type OpenOptions,
  type OpenVault,
  openVault,
} from '../../electron/vault/session/session.ts'
import { isVaultError, type VaultError } from '../../shared/errors.ts'
import type { RecordId } from '../../shared/ids.ts'
import { quickTmp } from './quickDisk.ts'
import { WEAK_KDF } from './weakKdf.ts'

export const NATIVE = await loadSodium('native')
export const WASM = await loadSodium('wasm')

/** Runs a suite with each libsodium build. */
export const eachBuild = (name: string, suite: (sodium: Sodium) => void): void => {
  for (const sodium of [NATIVE, WASM]) describe(`${name} (${sodium.build})`, () => suite(sodium))
}

/** Runs a suite with each build as the writer and each as the reader. */
export const eachPair = (
  name: string,
  suite: (builds: { readonly writer: Sodium; readonly reader: Sodium }) => void,
): void => {
  for (const writer of [NATIVE, WASM]) {
    for (const reader of [NATIVE, WASM]) {
      describe(`${name} (written by ${writer.build}, read by ${reader.build})`, () =>
        suite({ writer, reader }))
    }
  }
}

export const PASSPHRASE = 'велосипед під дощем 7'
export const DEVICE = Buffer.alloc(32, 0x11)
export const OTHER_DEVICE = Buffer.alloc(32, 0x22)

export const recordId = (number: number): RecordId =>
  number.toString(16).padStart(32, '0') as RecordId

const folders: string[] = []
const open = new Set<OpenVault>()

afterEach(() => {
  for (const vault of open) vault.close()
  open.clear()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder that is gone after the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(quickTmp(), 'emanet-core-'))
  folders.push(folder)
  return folder
}

export interface Made {
  readonly vault: OpenVault
  readonly folder: string
  readonly recoveryCode: string
}

export async function make(sodium: Sodium, passphrase = PASSPHRASE): Promise<Made> {
  const folder = join(tempFolder(), 'Test.emanet')
  const { vault, recoveryCode } = await createVault({
    folder,
    passphrase: Secret.fromText(passphrase),
    kdf: 'moderate',
    deviceSecret: Secret.fromBytes(DEVICE),
    sodium,
    policy: WEAK_KDF,
  })
  open.add(vault)
  return { vault, folder, recoveryCode }
}

export async function reopen(
  folder: string,
  sodium: Sodium,
  options: Partial<Omit<OpenOptions, 'folder' | 'sodium'>> & { passphrase?: string } = {},
): Promise<OpenVault> {
  const { passphrase = PASSPHRASE, ...rest } = options
  const vault = await openVault({
    folder,
    sodium,
    credential: Secret.fromText(passphrase),
    deviceSecret: Secret.fromBytes(DEVICE),
    policy: WEAK_KDF,
    ...rest,
  })
  open.add(vault)
  return vault
}

/** A closed vault with `count` entries after those of its making, each about record (n mod 5) + 1. */
export async function makeFilled(sodium: Sodium, count: number): Promise<string> {
  const { vault, folder } = await make(sodium)
  for (let n = 1; n <= count; n += 1) {
    vault.ledger.append([{ op: 'record.set', record: recordId((n % 5) + 1), body: { n } }])
  }
  vault.close()
  return folder
}

/** Every entry's body, in order. */
export async function readAll(vault: OpenVault): Promise<unknown[]> {
  const entries = []
  for await (const slice of vault.ledger.readSlices()) entries.push(...slice)
  return entries
}

/** A connection behind the program's back, without the triggers that keep the ledger append-only. */
export function tamper(folder: string, work: (connection: Connection) => void): void {
  const connection = openDatabase(vaultPaths(folder).database)
  const triggers = connection
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid",
    )
    .all()
  for (const { name } of triggers) connection.exec(`DROP TRIGGER ${name}`)
  try {
    work(connection)
  } finally {
    for (const { sql } of triggers) connection.exec(sql)
    connection.close()
  }
}

export const flipByte = (bytes: Buffer, at: number): Buffer => {
  const flipped = Buffer.from(bytes)
  flipped[at] = (flipped[at] ?? 0) ^ 0x01
  return flipped
}

export const flipInFile = (path: string, at: number): void =>
  writeFileSync(path, flipByte(readFileSync(path), at))

/** The VaultError a call ends with; anything else fails the test. */
export async function failure(work: () => unknown): Promise<VaultError> {
  try {
    await work()
  } catch (error) {
    if (isVaultError(error)) return error
    throw error
  }
  expect.fail('it should have failed')
}

export const failureCode = async (work: () => unknown): Promise<string> =>
  (await failure(work)).code
