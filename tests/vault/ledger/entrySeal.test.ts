/** A sealed entry is the bytes of docs/format.md and nothing of the entry before, although all are made in one memory. */
import { expect, it } from 'vitest'
import { DOMAINS } from '../../../electron/vault/crypto/domains.ts'
import type { Sodium } from '../../../electron/vault/crypto/sodium.ts'
import { entryHash, entryPlace } from '../../../electron/vault/ledger/chain.ts'
import { bucketFor, type EntryHead } from '../../../electron/vault/ledger/entry.ts'
import {
  openBody,
  openEntry,
  sealBody,
  sealEntry,
  signatureIsRight,
} from '../../../electron/vault/ledger/entrySeal.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { eachBuild } from '../../support/coreVault.ts'
import { encodePlain, encodeSigned } from '../../support/plainEntry.ts'

const RECORD = 'ef'.repeat(16) as RecordId
const HEAD = {
  t: 1_700_000_000_000,
  a: 'ab'.repeat(16),
  op: 'record.set',
  r: RECORD,
  k: 'record',
} as unknown as EntryHead
const BEFORE_BODY = 64 + encodeSigned(HEAD, Buffer.alloc(0)).length

function sealing(sodium: Sodium) {
  const context = {
    ...{ sodium, vaultId: Buffer.alloc(16, 1) },
    entryKey: Buffer.alloc(32, 2),
  }
  const { publicKey, secretKey } = sodium.signKeyPair(Buffer.alloc(32, 3))
  return { context, publicKey, device: { id: HEAD.a, secretKey } }
}

eachBuild('an entry', (sodium) => {
  const { context, device, publicKey } = sealing(sodium)

  it('is the same bytes whatever was sealed before it, on both sides of every bucket', () => {
    const k = 1024
    const buckets = [256, 384, 512, 768, k, 1.5 * k, 48 * k, 64 * k, 128 * k]
    const lengths = buckets.flatMap((bucket) => [bucket - 1, bucket, bucket + 1])
    // A large one before each small one, so that whatever is left of it would show.
    const order = lengths.flatMap((length) => [60 * k, length, 200 * k, length])
    for (const [place, length] of order.entries()) {
      const seq = place + 1
      const prev = Buffer.alloc(32, place)
      const body = Buffer.alloc(Math.max(0, length - BEFORE_BODY), 0xa5)
      const row = sealEntry(context, device, { seq, prev }, HEAD, body)
      const signed = encodeSigned(HEAD, body)
      const at = entryPlace(DOMAINS.signature, context.vaultId, seq, prev)
      const signature = sodium.sign(Buffer.concat([at, signed]), device.secretKey)
      const plain = sodium.open(
        row.box,
        entryPlace(DOMAINS.entry, context.vaultId, seq, prev),
        row.nonce,
        context.entryKey,
      )
      expect(plain?.equals(encodePlain(signature, signed))).toBe(true)
      expect(plain).toHaveLength(bucketFor(64 + signed.length))
      const opened = openEntry(context, row)
      expect(opened && signatureIsRight(context, row, opened, publicKey)).toBe(true)
    }
  })

  it('is of the vault whose id it is given, also in a buffer that held the id of another', () => {
    const vaultId = Buffer.alloc(16, 1)
    const reused = { ...context, vaultId }
    const place = { seq: 1, prev: Buffer.alloc(32) }
    const key = Buffer.alloc(32, 5)
    const made = () => ({
      row: sealEntry(reused, device, place, HEAD, Buffer.alloc(100)),
      body: sealBody(reused, 1, RECORD, key, Buffer.from('{}')),
    })
    made()
    vaultId.fill(9)
    const { row, body } = made()
    const fresh = { ...context, vaultId: Buffer.alloc(16, 9) }
    const opened = openEntry(fresh, row)
    expect(opened && signatureIsRight(fresh, row, opened, publicKey)).toBe(true)
    expect(openBody(fresh, 1, RECORD, key, body)?.toString()).toBe('{}')
    const hashInReused = entryHash(sodium, vaultId, row)
    expect(hashInReused).toEqual(entryHash(sodium, Buffer.alloc(16, 9), row))
    vaultId.fill(1)
    expect(entryHash(sodium, vaultId, row)).not.toEqual(hashInReused)
  })

  it('keeps its box when the next one is sealed', () => {
    const seal = (seq: number, fill: number) =>
      sealEntry(context, device, { seq, prev: Buffer.alloc(32) }, HEAD, Buffer.alloc(300, fill))
    const first = seal(1, 1)
    const box = Buffer.from(first.box)
    const nonce = Buffer.from(first.nonce)
    seal(2, 2)
    expect(first.box.equals(box)).toBe(true)
    expect(first.nonce.equals(nonce)).toBe(true)
  })

  it('has a body that opens with its own key, in its own place, and another nonce each time', () => {
    const key = Buffer.alloc(32, 7)
    const json = Buffer.from('{"kind":"person"}')
    const [one, other] = [1, 2].map(() => sealBody(context, 5, RECORD, key, json))
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false)
    for (const sealed of [one, other]) {
      const opened = (seq: number, id: RecordId, under: Buffer) =>
        openBody(context, seq, id, under, sealed ?? Buffer.alloc(0))?.toString()
      expect(opened(5, RECORD, key)).toBe(json.toString())
      expect(opened(6, RECORD, key)).toBeUndefined()
      expect(opened(5, 'ee'.repeat(16) as RecordId, key)).toBeUndefined()
      expect(opened(5, RECORD, Buffer.alloc(32, 8))).toBeUndefined()
    }
  })
})
