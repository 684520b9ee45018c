/** The header is one fixed sequence of bytes: whatever differs from it by a bit is damage, never something else. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  HEADER_BYTES,
  type Header,
  headerBytes,
  headerMacIsRight,
  parseHeader,
  SLOT_COUNT,
  writeHeader,
} from '../../../electron/vault/header/header.ts'
import {
  eachBuild,
  eachPair,
  failure,
  failureCode,
  flipByte,
  NATIVE,
} from '../../support/coreVault.ts'

const exactly = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes))
const u32 = fc.integer({ min: 0, max: 2 ** 32 - 1 })

const headers: fc.Arbitrary<Header> = fc.record({
  version: fc.constant(2 as const),
  generation: u32,
  vaultId: exactly(16),
  kdfSalt: exactly(16),
  slots: fc.array(
    fc.record({
      cost: fc.record({ ops: u32, memKiB: u32 }),
      nonce: exactly(24),
      box: exactly(48),
      kem: exactly(1120),
    }),
    { minLength: SLOT_COUNT, maxLength: SLOT_COUNT },
  ),
  directory: fc.record({ nonce: exactly(24), box: exactly(528) }),
})
const MAC_KEY = Buffer.alloc(32, 9)
const [SAMPLE] = fc.sample(headers, { numRuns: 1, seed: 7 }) as [Header]
const BYTES = writeHeader(NATIVE, SAMPLE, MAC_KEY)

eachPair('a header', ({ writer, reader }) => {
  it('reads back as it was written, in one size', () => {
    fc.assert(
      fc.property(headers, (header) => {
        const bytes = writeHeader(writer, header, MAC_KEY)
        expect(bytes).toHaveLength(HEADER_BYTES)
        expect(parseHeader(reader, bytes).header).toEqual(header)
        expect(headerMacIsRight(reader, bytes, MAC_KEY)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})

eachBuild('a damaged header', (sodium) => {
  it('is noticed wherever one bit differs, and is never taken for a newer format', async () => {
    const macStart = HEADER_BYTES - 32
    for (let at = 0; at < HEADER_BYTES; at += 1) {
      const flipped = flipByte(BYTES, at)
      if (at < macStart)
        expect(await failureCode(() => parseHeader(sodium, flipped))).toBe('header_damaged')
      else expect(headerMacIsRight(sodium, flipped, MAC_KEY)).toBe(false)
    }
  })

  it('is noticed when it is cut, extended, empty or in a text mode', async () => {
    const forms = [
      BYTES.subarray(0, -1),
      BYTES.subarray(1),
      Buffer.concat([BYTES, Buffer.alloc(1)]),
      Buffer.alloc(0),
      Buffer.alloc(HEADER_BYTES),
      Buffer.from(BYTES.toString('latin1').replace('\r\n', '\n'), 'latin1'),
    ]
    for (const form of forms) {
      expect(await failureCode(() => parseHeader(sodium, form))).toBe('header_damaged')
    }
  })

  it('is refused by its MAC when someone without the key repaired the checksum', () => {
    const forged = writeHeader(sodium, { ...SAMPLE, generation: 5 }, Buffer.alloc(32))
    expect(parseHeader(sodium, forged).header.generation).toBe(5)
    expect(headerMacIsRight(sodium, forged, MAC_KEY)).toBe(false)
  })
})

eachBuild('a header of version 1', (sodium) => {
  const golden = readFileSync(
    new URL('../../vectors/vaults/v1-core.emanet/header', import.meta.url),
  )

  it('is read, with slots that hold no ciphertext, and is never written', () => {
    expect(golden).toHaveLength(headerBytes(1))
    const { header } = parseHeader(sodium, golden)
    expect(header.version).toBe(1)
    expect(header.slots.map(({ kem }) => kem.length)).toEqual(new Array(SLOT_COUNT).fill(0))
    expect(() => writeHeader(sodium, header, MAC_KEY)).toThrow('invariant')
  })

  it('is noticed wherever one bit differs, and is never taken for another version', async () => {
    for (let at = 0; at < golden.length - 32; at += 1) {
      const flipped = flipByte(golden, at)
      expect(await failureCode(() => parseHeader(sodium, flipped))).toBe('header_damaged')
    }
  })
})

describe('a header of another format', () => {
  /** As a later version would write it: other content, the same start and end. */
  const ofVersion = (version: number, extra: number) => {
    const body = Buffer.concat([BYTES.subarray(0, -64), Buffer.alloc(extra, 1)])
    body.writeUInt16LE(version, 8)
    const checksum = NATIVE.hash([Buffer.from('EmHeaderSum1\0\0\0\0'), body])
    return Buffer.concat([body, checksum, Buffer.alloc(32)])
  }

  it('says so when it is whole, whatever its size', async () => {
    expect(parseHeader(NATIVE, ofVersion(2, 0)).header).toEqual(SAMPLE)
    for (const extra of [0, 1, 500]) {
      const error = await failure(() => parseHeader(NATIVE, ofVersion(3, extra)))
      expect([error.code, error.details]).toEqual(['newer_format', { version: 3 }])
    }
  })

  it('is damage when there never was such a version, or the size is not its own', async () => {
    expect(await failureCode(() => parseHeader(NATIVE, ofVersion(0, 0)))).toBe('header_damaged')
    for (const version of [1, 2]) {
      expect(await failureCode(() => parseHeader(NATIVE, ofVersion(version, 1)))).toBe(
        'header_damaged',
      )
    }
    expect(await failureCode(() => parseHeader(NATIVE, ofVersion(1, 0)))).toBe('header_damaged')
  })
})
