/**
 * The test vectors of format 1 for header, keys, entries and head, with both builds. They were made once;
 * a change that makes one of them fail is a change of the format.
 */
import { describe, expect, it } from 'vitest'
import { deriveDeviceKey, deviceIdOf } from '../../electron/vault/crypto/deviceKey.ts'
import * as tree from '../../electron/vault/crypto/keyTree.ts'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../electron/vault/crypto/sodium.ts'
import { parseHeader } from '../../electron/vault/header/header.ts'
import { entryHash, genesisHash, keysHashOf } from '../../electron/vault/ledger/chain.ts'
import { openCompartment } from '../../electron/vault/ledger/compartmentRow.ts'
import { openEntry, opensAt, signatureIsRight } from '../../electron/vault/ledger/entrySeal.ts'
import { headMacIsRight } from '../../electron/vault/ledger/head.ts'
import {
  PAGE_PLAIN_BYTES,
  placeId,
  placeKey,
  sealKeyPage,
} from '../../electron/vault/ledger/keyPages.ts'
import { KeyRing } from '../../electron/vault/ledger/keyRing.ts'
import { openedEntry } from '../../electron/vault/ledger/reader.ts'
import { isDamage } from '../../electron/vault/ledger/types.ts'
import { unlockHeader } from '../../electron/vault/session/unlock.ts'
import { isVaultError } from '../../shared/errors.ts'
import type { RecordId } from '../../shared/ids.ts'
import { eachBuild, NATIVE, WASM } from '../support/coreVault.ts'
import { readVectors, type Vector } from '../support/vectors.ts'
import { WEAK_KDF } from '../support/weakKdf.ts'

const vectors = readVectors('core')

/** What the program makes of a vector: `opens`, after comparing everything the vector says, or a code. */
const READERS: Record<string, (sodium: Sodium, vector: Vector) => Promise<string> | string> = {
  header: readHeader,
  keys: readKeys,
  entry: readEntry,
  keypage: readKeyPage,
  compartment: readCompartment,
  head: readHead,
}

async function readHeader(sodium: Sodium, vector: Vector): Promise<string> {
  const copy = { ...parseHeader(sodium, vector.bytes), from: 'row' as const }
  const passphrase = Secret.fromText(vector.text('passphrase'))
  const { rootKey, slot, directory } = await unlockHeader(sodium, [copy], passphrase, WEAK_KDF)
  expect(rootKey.bytes.toString('hex')).toBe(vector.text('root key'))
  expect(slot).toBe(vector.number('slot'))
  expect(copy.header.generation).toBe(vector.number('generation'))
  expect(copy.header.vaultId.toString('hex')).toBe(vector.text('vault id'))
  expect(JSON.parse(JSON.stringify(directory.map((d) => d ?? null)))).toEqual(
    JSON.parse(vector.text('directory')),
  )
  return 'opens'
}

function readKeys(sodium: Sodium, vector: Vector): string {
  const root = vector.hex('root key')
  const vaultId = vector.hex('vault id')
  const found: Record<string, Buffer> = {
    'EmHeader 1': tree.headerMacKey(sodium, root),
    'EmHeader 2': tree.slotDirectoryKey(sodium, root),
    'EmLedger 1': tree.entryKey(sodium, root),
    'EmLedger 2': tree.headMacKey(sodium, root),
    'EmKeyPag 0': tree.keyPageKey(sodium, root, 0),
    'EmKeyPag 255': tree.keyPageKey(sodium, root, tree.DEVICE_DIRECTORY),
    'EmCompar 1': tree.compartmentWrapKey(sodium, root, 1),
    'EmDevice 1': tree.deviceSeedKey(sodium, root),
    'genesis hash': genesisHash(sodium, vaultId),
  }
  for (const [name, key] of Object.entries(found)) {
    expect([name, key.toString('hex')]).toEqual([name, vector.text(name)])
  }
  const secret = Secret.fromBytes(vector.hex('device secret'))
  const device = deriveDeviceKey(sodium, root, vaultId, secret)
  expect(device.publicKey.toString('hex')).toBe(vector.text('device public key'))
  expect(device.id).toBe(vector.text('device id'))
  expect(deviceIdOf(sodium, device.publicKey)).toBe(device.id)
  return 'opens'
}

/** A ring that knows one record: with its key, or erased. */
function ringWith(
  sodium: Sodium,
  vaultId: Buffer,
  record: RecordId | undefined,
  key: string | undefined,
) {
  const pageKey = Buffer.alloc(32, 1)
  const plain = Buffer.alloc(PAGE_PLAIN_BYTES)
  if (record) placeId(plain, 0).write(record, 'hex')
  if (key) placeKey(plain, 0).write(key, 'hex')
  return new KeyRing({
    sodium,
    vaultId,
    pageKeys: new Map([[0, pageKey]]),
    compartmentParts: [],
    rows: [sealKeyPage(sodium, vaultId, pageKey, 0, 0, plain)],
    tolerateDamage: false,
  })
}

function readEntry(sodium: Sodium, vector: Vector): string {
  const vaultId = vector.hex('vault id')
  const row = {
    seq: vector.number('seq'),
    prev: vector.hex('prev'),
    nonce: vector.hex('nonce'),
    box: vector.bytes,
  }
  const context = { sodium, vaultId, entryKey: tree.entryKey(sodium, vector.hex('root key')) }
  const plain = openEntry(context, row)
  if (!plain) {
    const elsewhere = [1, -1].some((step) => opensAt(context, row, row.seq + step))
    return elsewhere ? 'ledger_reordered' : 'ledger_damaged'
  }
  const ring = ringWith(sodium, vaultId, plain.head.r, vector.optional('record key'))
  const opened = openedEntry({ ...context, ring }, row.seq, plain)
  if (isDamage(opened)) return opened.code
  const right = signatureIsRight(context, row, plain, vector.hex('device public key'))
  if (!right) return 'ledger_signature_invalid'
  expect(plain.head).toEqual(JSON.parse(vector.text('head')))
  expect(entryHash(sodium, vaultId, row).toString('hex')).toBe(vector.text('hash'))
  if (opened.state !== 'open') return opened.state
  expect(opened.body).toEqual(JSON.parse(vector.text('body')))
  return 'opens'
}

function readKeyPage(sodium: Sodium, vector: Vector): string {
  const compartment = vector.number('compartment')
  const page = vector.number('page')
  const vaultId = vector.hex('vault id')
  const pageKey = tree.keyPageKey(sodium, vector.hex('root key'), compartment)
  const ring = new KeyRing({
    sodium,
    vaultId,
    pageKeys: new Map([[compartment, pageKey]]),
    compartmentParts: [],
    rows: [{ compartment, page, nonce: vector.hex('nonce'), box: vector.bytes }],
    tolerateDamage: false,
  })
  const keys = JSON.parse(vector.text('keys')) as Record<string, string>
  for (const [record, expected] of Object.entries(keys)) {
    const key = ring.keyOf(record as RecordId)
    expect(typeof key === 'string' ? key : key.toString('hex')).toBe(expected)
  }
  return 'opens'
}

function readCompartment(sodium: Sodium, vector: Vector): string {
  const compartment = vector.number('compartment')
  const wrapKey = tree.compartmentWrapKey(sodium, vector.hex('root key'), compartment)
  const row = { compartment, nonce: vector.hex('nonce'), box: vector.bytes }
  const content = openCompartment(sodium, vector.hex('vault id'), wrapKey, row)
  if (!content) return 'keys_damaged'
  if (content.mode === 'custodian') return 'custodian_closed'
  const { key } = content
  expect(key.toString('hex')).toBe(vector.text('key'))
  expect(tree.keyPageKey(sodium, key, compartment).toString('hex')).toBe(vector.text('page key'))
  return 'opens'
}

function readHead(sodium: Sodium, vector: Vector): string {
  const head = {
    seq: vector.number('seq'),
    hash: vector.hex('hash'),
    headerGeneration: vector.number('header generation'),
    keysHash: vector.hex('keys hash'),
    mac: vector.bytes,
  }
  const macKey = tree.headMacKey(sodium, vector.hex('root key'))
  return headMacIsRight(sodium, macKey, vector.hex('vault id'), head) ? 'opens' : 'ledger_damaged'
}

async function outcomeOf(sodium: Sodium, vector: Vector): Promise<string> {
  const reader = READERS[vector.text('what')]
  if (!reader) expect.fail(`no reader for ${vector.text('what')}`)
  try {
    return await reader(sodium, vector)
  } catch (error) {
    if (isVaultError(error)) return error.code
    throw error
  }
}

eachBuild('the vector', (sodium) => {
  it.each(vectors.map((vector) => [vector.name, vector] as const))('%s', async (_name, vector) => {
    expect(await outcomeOf(sodium, vector)).toBe(vector.text('outcome'))
  })
})

describe('the vectors', () => {
  it('are all there', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(41)
    const opening = vectors.filter((vector) => vector.text('outcome') === 'opens')
    // Most of a format's vectors are things that must not open.
    expect(opening.length).toBeLessThan(vectors.length / 2)
  })

  it('bind key pages and compartments into the head', () => {
    const byName = (name: string) => vectors.find((vector) => vector.name === name)
    const [page, compartment, head] = ['keypage-opens', 'compartment-opens', 'head-is-right'].map(
      byName,
    )
    if (!page || !compartment || !head) expect.fail('the three vectors are there')
    for (const sodium of [NATIVE, WASM]) {
      const hash = keysHashOf(
        sodium,
        page.hex('vault id'),
        [{ compartment: 0, page: 0, nonce: page.hex('nonce'), box: page.bytes }],
        [{ compartment: 1, nonce: compartment.hex('nonce'), box: compartment.bytes }],
      )
      expect(hash.toString('hex')).toBe(head.text('keys hash'))
    }
  })
})
