/** The arithmetic of the object format: padding, lengths, header, nonces. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CHUNK_LOG2,
  CHUNK_LOG2_MAX,
  CHUNK_LOG2_MIN,
  chunkPlace,
  encodeHeader,
  HEADER_BYTES,
  MAX_OBJECT_BYTES,
  MIN_PADDED_BYTES,
  objectShape,
  paddedSize,
  parseHeader,
  writeChunkNonce,
} from '../../../electron/vault/objects/format.ts'

const CHUNK = 2 ** CHUNK_LOG2
const anySize = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }),
  fc.integer({ min: 0, max: 2 ** 30 }),
  fc.maxSafeInteger().map((number) => Math.abs(number) % (MAX_OBJECT_BYTES + 1)),
)

describe('padding', () => {
  it.each([
    [0, 4096],
    [1, 4096],
    [4095, 4096],
    [4096, 4096],
    [4097, 4352],
    [4352, 4352],
    [4353, 4608],
    // The four examples around one step of the rule: the unit is 2^(16 − 5) from 65,536 on.
    [65_536, 65_536],
    [65_537, 67_584],
    [67_584, 67_584],
    [67_585, 69_632],
    [2 ** 30, 2 ** 30],
    [2 ** 30 + 1, 2 ** 30 + 2 ** 25],
    [MAX_OBJECT_BYTES, MAX_OBJECT_BYTES],
  ])('takes %i bytes to %i', (size, padded) => {
    expect(paddedSize(size)).toBe(padded)
  })

  it('adds at most 12 percent above the smallest length, and never takes away', () => {
    fc.assert(
      fc.property(anySize, (size) => {
        const padded = paddedSize(size)
        expect(padded).toBeGreaterThanOrEqual(size)
        if (size > MIN_PADDED_BYTES) expect(padded / size).toBeLessThanOrEqual(1.12)
        expect(paddedSize(padded)).toBe(padded)
      }),
    )
  })

  it('never makes a larger file look smaller', () => {
    fc.assert(
      fc.property(anySize, anySize, (a, b) => {
        const [small, large] = a < b ? [a, b] : [b, a]
        expect(paddedSize(small)).toBeLessThanOrEqual(paddedSize(large))
      }),
    )
  })

  it('shows few bits of the size: at most 16 lengths between one power of two and the next', () => {
    const lengths = new Set<number>()
    for (let size = 2 ** 15; size < 2 ** 16; size += 1) lengths.add(paddedSize(size))
    expect(lengths.size).toBe(17)
  })
})

describe('the shape of an object', () => {
  it.each([
    [0, 1],
    [CHUNK - 1, 1],
    [CHUNK, 1],
    [CHUNK + 1, 2],
    [2 * CHUNK, 2],
  ])('of %i bytes has %i chunks', (size, chunkCount) => {
    const shape = objectShape(size)
    expect(shape.chunkCount).toBe(chunkCount)
    expect(shape.storedSize).toBe(HEADER_BYTES + shape.paddedSize + 16 * chunkCount)
  })

  it('covers the file without a gap, and only the last chunk is marked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 24 }),
        fc.integer({ min: CHUNK_LOG2_MIN, max: CHUNK_LOG2_MAX }),
        (size, chunkLog2) => {
          const shape = objectShape(size, chunkLog2)
          let offset = HEADER_BYTES
          for (let index = 0; index < shape.chunkCount; index += 1) {
            const place = chunkPlace(shape, index)
            expect(place.offset).toBe(offset)
            expect(place.plainStart).toBe(index * 2 ** chunkLog2)
            expect(place.isLast).toBe(index === shape.chunkCount - 1)
            expect(place.boxBytes).toBeGreaterThan(16)
            offset += place.boxBytes
          }
          expect(offset).toBe(shape.storedSize)
          expect(() => chunkPlace(shape, shape.chunkCount)).toThrow('invariant')
        },
      ),
    )
  })

  it('ends where the format ends', () => {
    const refused = expect.objectContaining({ code: 'too_large' })
    expect(() => objectShape(MAX_OBJECT_BYTES + 1)).toThrow(refused)
    for (const size of [MAX_OBJECT_BYTES - 1, MAX_OBJECT_BYTES]) {
      expect(Number.isSafeInteger(objectShape(size).storedSize)).toBe(true)
    }
  })
})

describe('the header', () => {
  it('is what docs/format.md says', () => {
    expect(encodeHeader().toString('hex')).toBe('454d4f424a45435402001200000000' + '00')
    expect(encodeHeader(CHUNK_LOG2, 1).toString('hex')).toBe('454d4f424a4543540100120000000000')
  })

  it('says the version, the chunk size and nothing else', () => {
    for (let log2 = CHUNK_LOG2_MIN; log2 <= CHUNK_LOG2_MAX; log2 += 1) {
      for (const version of [1, 2] as const) {
        const header = encodeHeader(log2, version)
        expect(parseHeader(header)).toEqual({ version, chunkLog2: log2 })
      }
    }
    expect(() => encodeHeader(CHUNK_LOG2_MIN - 1)).toThrow('invariant')
    expect(() => encodeHeader(CHUNK_LOG2_MAX + 1)).toThrow('invariant')
  })

  it('is damaged with any other byte in any place, but for another chunk size or version', () => {
    const damaged = expect.objectContaining({ code: 'object_damaged' })
    for (let at = 0; at < HEADER_BYTES; at += 1) {
      for (const mask of [1, 2, 4, 8, 16, 32, 64, 128, 255]) {
        const header = encodeHeader()
        header.writeUInt8(header.readUInt8(at) ^ mask, at)
        const log2 = header.readUInt8(10)
        const isOtherChunkSize = at === 10 && log2 >= CHUNK_LOG2_MIN && log2 <= CHUNK_LOG2_MAX
        const isOtherVersion = at === 8 && header.readUInt8(8) === 1
        if (isOtherChunkSize) expect(parseHeader(header)).toEqual({ version: 2, chunkLog2: log2 })
        else if (isOtherVersion) expect(parseHeader(header)).toMatchObject({ version: 1 })
        else expect(() => parseHeader(header)).toThrow(damaged)
      }
    }
  })

  it('has exactly its length', () => {
    const damaged = expect.objectContaining({ code: 'object_damaged' })
    expect(() => parseHeader(encodeHeader().subarray(0, -1))).toThrow(damaged)
    expect(() => parseHeader(Buffer.concat([encodeHeader(), Buffer.alloc(1)]))).toThrow(damaged)
  })
})

it('numbers chunks in eleven bytes, the last one marked in the twelfth', () => {
  const nonce = Buffer.alloc(12, 0xff)
  writeChunkNonce(nonce, 0x01_02_03_04_05, false)
  expect(nonce.toString('hex')).toBe('000000000000010203040500')
  writeChunkNonce(nonce, 0, true)
  expect(nonce.toString('hex')).toBe('000000000000000000000001')
})
