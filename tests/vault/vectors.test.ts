/**
 * The test vectors of header, keys, entries and head, of format 2 those named `…-v2-…`, with both builds. They were made
 * once; a change that makes one of them fail is a change of the format.
 */
import { describe, expect, it } from 'vitest'
import { deriveDeviceKey, deviceIdOf } from '../../electron/vault/crypto/deviceKey.ts'
import * as tree from '../../electron/vault/crypto/keyTree.ts'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../electron/vault/crypto/sodium.ts'
import { openWays } from '../../electron/vault/custodian/ways.ts'
import { parseHeader } from '../../electron/vault/header/header.ts'
import {
  COMPARTMENT_ROW,
  entryHash,
  genesisHash,
  keysHashOf,
} from '../../electron/vault/ledger/chain.ts'
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
import { rebuild } from '../../electron/vault/salvage/rebuild.ts'
import { unlockHeader } from '../../electron/vault/session/unlock.ts'
import type { RecordId } from '../../shared/ids.ts'
import { NATIVE, WASM } from '../support/coreVault.ts'
import { credentialOf, vectorSuite } from '../support/vectorSuite.ts'
import { readVector, type Vector } from '../support/vectors.ts'
import { WEAK_KDF } from '../support/weakKdf.ts'

const vectors = vectorSuite('core', {
  header: readHeader,
  keys: readKeys,
  entry: readEntry,
  keypage: readKeyPage,
  keycopy: readKeyCopies,
  compartment: readCompartment,
  head: readHead,
})

async function readHeader(sodium: Sodium, vector: Vector): Promise<string> {
  const copy = { ...parseHeader(sodium, vector.bytes), from: 'row' as const }
  const credential = credentialOf(vector)
  const { rootKey, slot, directory } = await unlockHeader(sodium, [copy], credential, WEAK_KDF)
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

async function readCompartment(sodium: Sodium, vector: Vector): Promise<string> {
  const compartment = vector.number('compartment')
  const vaultId = vector.hex('vault id')
  const wrapKey = tree.compartmentWrapKey(sodium, vector.hex('root key'), compartment)
  const row = { compartment, nonce: vector.hex('nonce'), box: vector.bytes }
  const content = openCompartment(sodium, vaultId, wrapKey, row)
  if (!content) return 'keys_damaged'
  let key: Buffer | undefined
  if (content.mode === 'root') key = content.key
  else {
    const shares = vector.optional('shares')
    const passphrase = vector.optional('passphrase')
    if (shares === undefined && passphrase === undefined) return 'custodian_closed'
    const credential =
      passphrase === undefined
        ? ({ kind: 'shares', secret: Secret.fromBytes(vector.hex('shares')) } as const)
        : ({ kind: 'passphrase', passphrase: Secret.fromText(passphrase) } as const)
    const context = { sodium, policy: WEAK_KDF, vaultId, compartment }
    key = (await openWays(context, content.wraps, credential))?.key
    // As the custody of an open vault says it.
    if (!key) return 'wrong_passphrase'
  }
  expect(key.toString('hex')).toBe(vector.text('key'))
  expect(tree.keyPageKey(sodium, key, compartment).toString('hex')).toBe(vector.text('page key'))
  return 'opens'
}

/** One entry whose record's key is in a page of compartment 1, out of what a damaged vault still holds. */
async function readKeyCopies(sodium: Sodium, vector: Vector): Promise<string> {
  let at = 0
  const take = (length: number): Buffer => {
    at += length
    return vector.bytes.subarray(at - length, at)
  }
  const sealed = [3112, 3112, 552, 552].map((length) => ({
    places: [{ compartment: 1, page: length === 3112 ? 0 : COMPARTMENT_ROW }],
    nonce: take(24),
    box: take(length - 24),
  }))
  const row = { seq: 1, prev: take(32), nonce: take(24), box: take(vector.bytes.length - at) }
  const rebuilt = await rebuild({
    sodium,
    policy: WEAK_KDF,
    credential: credentialOf(vector),
    finds: {
      folder: '',
      headers: [readVector('core', vector.text('header')).bytes],
      heads: [],
      sealed,
      rows: () => [row],
    },
  })
  try {
    for await (const [item] of rebuilt.ledger.scanSlices()) {
      if (!item || isDamage(item)) return item?.code ?? 'ledger_damaged'
      expect(item.state === 'open' && item.body).toEqual(vector.json('body'))
      return 'opens'
    }
    return 'ledger_damaged'
  } finally {
    rebuilt.close()
  }
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

describe('the vectors', () => {
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
