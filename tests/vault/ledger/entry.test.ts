/** An entry's plaintext has one spelling, and its size tells no more than a bucket. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bodyJson,
  bucketFor,
  decodePlain,
  type EntryHead,
  MAX_BODY_BYTES,
} from '../../../electron/vault/ledger/entry.ts'
import { failure, flipByte } from '../../support/coreVault.ts'
import { encodePlain, encodeSigned } from '../../support/plainEntry.ts'

const hex128 = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => Buffer.from(bytes).toString('hex'))
const heads = fc
  .record(
    {
      t: fc.nat(),
      a: hex128,
      op: fc.constantFrom('record.set', 'vault.created', 'a.b_c'),
      r: hex128,
    },
    { requiredKeys: ['t', 'a', 'op'] },
  )
  .chain((head) =>
    fc.boolean().map((sealed) => (sealed && head.r ? { ...head, k: 'record' } : head) as EntryHead),
  )
const bodies = fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes))
const SIGNATURE = Buffer.alloc(64, 5)

const plainOf = (head: unknown, body = Buffer.from('{}')) =>
  encodePlain(SIGNATURE, encodeSigned(head as EntryHead, body))
const HEAD = { t: 1, a: 'ab'.repeat(16), op: 'record.set' } as unknown as EntryHead

describe('an entry', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(heads, bodies, (head, body) => {
        const plain = plainOf(head, body)
        const decoded = decodePlain(plain)
        expect(decoded?.head).toEqual(head)
        expect(decoded?.body.equals(body)).toBe(true)
        expect(decoded?.signature.equals(SIGNATURE)).toBe(true)
        expect(decoded?.signed.equals(encodeSigned(head, body))).toBe(true)
        expect(plain).toHaveLength(bucketFor(64 + encodeSigned(head, body).length))
      }),
    )
  })

  it('is padded to buckets from 256 bytes to 64 KiB, and above that to multiples of 64 KiB', () => {
    const k = 1024
    const cases: [number, number][] = [
      [0, 256],
      [255, 256],
      [256, 256],
      [257, 384],
      [384, 384],
      [385, 512],
      [512, 512],
      [513, 768],
      [768, 768],
      [769, k],
      [k + 1, k + 512],
      [32 * k + 1, 48 * k],
      [48 * k, 48 * k],
      [48 * k + 1, 64 * k],
      [64 * k - 1, 64 * k],
      [64 * k, 64 * k],
      [64 * k + 1, 128 * k],
      [128 * k, 128 * k],
      [128 * k + 1, 192 * k],
    ]
    for (const [length, bucket] of cases) expect(bucketFor(length)).toBe(bucket)
  })

  it('is refused with anything behind it, with padding that is not zero, or in the wrong bucket', () => {
    const plain = plainOf(HEAD)
    expect(decodePlain(plain)).toBeDefined()
    const end = 64 + encodeSigned(HEAD, Buffer.from('{}')).length
    for (let at = end; at < plain.length; at += 1) {
      expect(decodePlain(flipByte(plain, at))).toBeUndefined()
    }
    expect(decodePlain(Buffer.concat([plain, Buffer.alloc(256)]))).toBeUndefined()
    expect(decodePlain(Buffer.concat([plain, Buffer.alloc(1)]))).toBeUndefined()
    expect(decodePlain(plain.subarray(0, end))).toBeUndefined()
    expect(decodePlain(Buffer.alloc(0))).toBeUndefined()
  })

  it('is refused when a length points beyond it', () => {
    for (const at of [64, 65]) {
      const plain = plainOf(HEAD)
      plain[at] = 0xff
      expect(decodePlain(plain)).toBeUndefined()
    }
    const bodyLength = 66 + Buffer.byteLength(JSON.stringify(HEAD))
    for (const value of [1, 3, 0xffff_ffff]) {
      const plain = plainOf(HEAD)
      plain.writeUInt32LE(value, bodyLength)
      const decoded = decodePlain(plain)
      // One byte fewer leaves a brace in the padding, one more takes padding into the body.
      if (value === 3) expect(decoded?.body.toString('latin1')).toBe('{}\0')
      else expect(decoded).toBeUndefined()
    }
  })

  it.each([
    ['no time', { ...HEAD, t: undefined }],
    ['a time that is text', { ...HEAD, t: '1' }],
    ['a time beyond safe integers', { ...HEAD, t: 2 ** 53 }],
    ['a short author', { ...HEAD, a: 'ab' }],
    ['an author in capitals', { ...HEAD, a: 'AB'.repeat(16) }],
    ['no operation', { ...HEAD, op: '' }],
    ['an operation with a space', { ...HEAD, op: 'record set' }],
    ['an operation of 65 characters', { ...HEAD, op: 'a'.repeat(65) }],
    ['a record that is no id', { ...HEAD, r: 'x'.repeat(32) }],
    ['a sealed body without a record', { ...HEAD, k: 'record' }],
    ['another kind of key', { ...HEAD, r: 'ab'.repeat(16), k: 'vault' }],
    ['an unknown field', { ...HEAD, x: 1 }],
    ['nothing', null],
    ['a list', [1, 2, 3]],
    ['a number', 7],
  ])('is refused when its head has %s', (_name, head) => {
    expect(decodePlain(plainOf(HEAD))).toBeDefined()
    expect(decodePlain(plainOf(head))).toBeUndefined()
  })

  it('is read alike whichever was read before it', () => {
    const [author, other] = ['ab'.repeat(16), 'cd'.repeat(16)]
    const usual = (a: string, op = 'record.set') =>
      plainOf({ t: 1_700_000_000_123, a, op, r: 'ef'.repeat(16), k: 'record' })
    const plain = usual(author)
    const headEnd = 66 + plain.readUInt16LE(64)
    let read = 0
    for (let at = 66; at < headEnd; at += 1) {
      for (const byte of [...Buffer.from('0"1 -.e,}a'), 0, 0xff, (plain[at] ?? 0) ^ 1]) {
        const changed = Buffer.from(plain)
        changed[at] = byte
        const heads = [usual(author), usual(other), usual(author, 'object.add')].map((before) => {
          decodePlain(before)
          return decodePlain(changed)?.head
        })
        expect(heads[1]).toEqual(heads[0])
        expect(heads[2]).toEqual(heads[0])
        if (heads[0]) read += 1
      }
    }
    expect(read).toBeGreaterThan(200)
  })

  it.each([
    ['0', 0],
    ['00', undefined],
    ['999999999999999', 999_999_999_999_999],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['9007199254740993', undefined],
    ['', undefined],
    ['-1', -1],
    ['1.0', 1],
  ])('has the time %s as JSON reads it', (time, read) => {
    decodePlain(plainOf({ ...HEAD, r: 'ef'.repeat(16), k: 'record' }))
    const text = JSON.stringify({ ...HEAD, r: 'ef'.repeat(16), k: 'record' })
    const head = Buffer.from(text.replace('"t":1', `"t":${time}`))
    const length = Buffer.alloc(2)
    length.writeUInt16LE(head.length)
    const plain = encodePlain(SIGNATURE, Buffer.concat([length, head, Buffer.alloc(4)]))
    expect(decodePlain(plain)?.head.t).toBe(read)
  })

  it('takes a body of 1 MiB and not a byte more', async () => {
    const json = (bytes: number) => bodyJson('x'.repeat(bytes - 2))
    expect(json(MAX_BODY_BYTES - 1)).toHaveLength(MAX_BODY_BYTES - 1)
    expect(json(MAX_BODY_BYTES)).toHaveLength(1024 * 1024)
    const error = await failure(() => json(MAX_BODY_BYTES + 1))
    expect([error.code, error.details]).toEqual([
      'too_large',
      { bytes: MAX_BODY_BYTES + 1, limit: MAX_BODY_BYTES },
    ])
    expect(() => bodyJson(undefined)).toThrow('invariant')
  })
})
