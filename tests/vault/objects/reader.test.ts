/** What was sealed comes back, whole and in ranges; what was changed in any way does not. */
import { truncateSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../../electron/vault/crypto/sodium.ts'
import { objectPath } from '../../../electron/vault/folder/layout.ts'
import {
  chunkPlace,
  HEADER_BYTES,
  MIN_PADDED_BYTES,
  objectShape,
  paddedSize,
} from '../../../electron/vault/objects/format.ts'
import { eachPair, NATIVE } from '../../support/coreVault.ts'
import {
  fails,
  makeStore,
  OTHER_VAULT_ID,
  pattern,
  plant,
  readAll,
  type SealedObject,
  sealObject,
} from './support/objects.ts'

const CHUNK = 65_536

/** Reads the given bytes in place of the object's own. */
function reading(sodium: Sodium, stored: Uint8Array, object: SealedObject) {
  const { store, folder } = makeStore(sodium)
  return readAll(store, plant(folder, stored, object))
}

eachPair('an object', ({ writer, reader }) => {
  it.each([
    0,
    1,
    MIN_PADDED_BYTES - 1,
    MIN_PADDED_BYTES,
    MIN_PADDED_BYTES + 1,
    paddedSize(50_000) - 1,
    paddedSize(50_000),
    paddedSize(50_000) + 1,
    CHUNK - 1,
    CHUNK,
    CHUNK + 1,
    2 * CHUNK - 1,
    2 * CHUNK,
    2 * CHUNK + 1,
    5 * CHUNK + 12_345,
  ])('of %i bytes comes back as it was', async (size) => {
    const plain = pattern(size)
    const object = sealObject(writer, plain)
    expect(object.stored).toHaveLength(objectShape(size, 16).storedSize)
    expect((await reading(reader, object.stored, object)).equals(plain)).toBe(true)
  })

  describe('of three chunks that was changed', () => {
    const plain = pattern(2 * CHUNK + 40_000)
    const object = sealObject(writer, plain)
    const shape = objectShape(plain.length, 16)
    const box = (index: number): Buffer => {
      const { offset, boxBytes } = chunkPlace(shape, index)
      return object.stored.subarray(offset, offset + boxBytes)
    }
    const header = object.stored.subarray(0, HEADER_BYTES)
    const glued = (...parts: Buffer[]) => Buffer.concat([header, ...parts])

    it('is not changed by taking it apart and putting it together', async () => {
      const same = glued(box(0), box(1), box(2))
      expect((await reading(reader, same, object)).equals(plain)).toBe(true)
    })

    const boundaries = [0, HEADER_BYTES, ...[1, 2].map((index) => chunkPlace(shape, index).offset)]
    const cuts = [...boundaries, shape.storedSize]
      .flatMap((at) => [at - 1, at, at + 1])
      .filter((at) => at >= 0 && at < shape.storedSize)
    it.each(cuts)('by cutting it to %i bytes is truncated', async (length) => {
      await fails(reading(reader, object.stored.subarray(0, length), object), 'object_truncated')
    })

    it.each([
      ['a byte', () => Buffer.concat([object.stored, Buffer.alloc(1)])],
      ['a chunk', () => Buffer.concat([object.stored, box(0)])],
      ['its own last chunk', () => Buffer.concat([object.stored, box(2)])],
    ])('by adding %s is damaged', async (_, changed) => {
      await fails(reading(reader, changed(), object), 'object_damaged')
    })

    it.each([
      ['swapping two chunks', () => glued(box(1), box(0), box(2))],
      ['repeating a chunk over the next', () => glued(box(0), box(0), box(2))],
      ['emptying a chunk', () => glued(box(0), Buffer.alloc(CHUNK + 16), box(2))],
    ])('by %s is damaged', async (_, changed) => {
      await fails(reading(reader, changed(), object), 'object_damaged')
    })

    it('by a chunk of another object is damaged', async () => {
      const other = sealObject(writer, plain).stored
      const { offset, boxBytes } = chunkPlace(shape, 1)
      const foreign = glued(box(0), other.subarray(offset, offset + boxBytes), box(2))
      await fails(reading(reader, foreign, object), 'object_damaged')
    })

    it('by a chunk of another file under the same key is damaged when the place differs', async () => {
      const key = Secret.fromBytes(object.key.bytes)
      const other = sealObject(writer, pattern(plain.length, 9), { key }).stored
      const { offset, boxBytes } = chunkPlace(shape, 0)
      const foreign = glued(box(0), other.subarray(offset, offset + boxBytes), box(2))
      await fails(reading(reader, foreign, object), 'object_damaged')
    })

    it('by any byte of the header is damaged or has another length', async () => {
      for (let at = 0; at < HEADER_BYTES; at += 1) {
        const changed = Buffer.from(object.stored)
        changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
        // The byte of the chunk size also changes the length that is expected.
        await fails(reading(reader, changed, object), 'object_damaged')
      }
    })

    it('by one bit anywhere is damaged', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: object.stored.length - 1 }),
          fc.integer({ min: 0, max: 7 }),
          async (at, bit) => {
            const changed = Buffer.from(object.stored)
            changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at)
            await expect(reading(reader, changed, object)).rejects.toMatchObject({
              code: expect.stringMatching(/^object_(damaged|truncated)$/),
            })
          },
        ),
        { numRuns: 40 },
      )
    })
  })

  it('does not open with another key', async () => {
    const object = sealObject(writer, pattern(100))
    await fails(
      reading(reader, object.stored, { ...object, key: Secret.random(32) }),
      'object_damaged',
    )
  })

  it('does not open in another vault', async () => {
    const object = sealObject(writer, pattern(100), { vaultId: OTHER_VAULT_ID })
    await fails(reading(reader, object.stored, object), 'object_damaged')
  })

  it.each([
    ['a byte less than it has', 4999, 'object_damaged'],
    ['so little that the file is too long', 4000, 'object_damaged'],
    ['so much that the file is too short', 9000, 'object_truncated'],
  ] as const)('said to have %s is refused', async (_, size, code) => {
    const object = sealObject(writer, pattern(5000))
    await fails(reading(reader, object.stored, { ...object, size }), code)
  })

  it('is missing when there is no file', async () => {
    const { store, folder } = makeStore(reader)
    const object = sealObject(writer, pattern(10))
    const ref = plant(folder, object.stored, object)
    await store.remove(ref.objectId)
    await fails(store.openReader(ref), 'object_missing')
  })
})

describe('a range', () => {
  const plain = pattern(4 * CHUNK + 321)
  const object = sealObject(NATIVE, plain)

  it('is the same part of the file, whatever its bounds', async () => {
    const { store, folder } = makeStore(NATIVE)
    const reader = await store.openReader(plant(folder, object.stored, object))
    const position = fc.oneof(
      fc.integer({ min: 0, max: plain.length }),
      fc.integer({ min: 0, max: 4 }).map((index) => index * CHUNK),
      fc.integer({ min: 1, max: 4 }).map((index) => index * CHUNK - 1),
    )
    await fc.assert(
      fc.asyncProperty(position, position, async (a, b) => {
        const [start, end] = a < b ? [a, b] : [b, a]
        const expected = plain.subarray(start, end)
        expect((await reader.read(start, end)).equals(expected)).toBe(true)
        const pieces: Buffer[] = []
        for await (const piece of reader.stream({ start, end })) pieces.push(piece)
        expect(Buffer.concat(pieces).equals(expected)).toBe(true)
      }),
    )
    await reader.close()
  })

  it('is right when many are read at once', async () => {
    const { store, folder } = makeStore(NATIVE)
    const reader = await store.openReader(plant(folder, object.stored, object))
    const starts = Array.from(
      { length: 60 },
      (_, index) => (index * 7919) % (plain.length - 70_000),
    )
    const ranges = await Promise.all(starts.map((start) => reader.read(start, start + 70_000)))
    for (const [index, start] of starts.entries()) {
      expect(ranges[index]?.equals(plain.subarray(start, start + 70_000))).toBe(true)
    }
    await reader.close()
  })

  it('reads and opens only the chunks it touches', async () => {
    const { store, folder } = makeStore(NATIVE)
    const damaged = Buffer.from(object.stored)
    const { offset } = chunkPlace(objectShape(plain.length, 16), 2)
    damaged.writeUInt8(damaged.readUInt8(offset) ^ 1, offset)
    const reader = await store.openReader(plant(folder, damaged, object))
    expect((await reader.read(0, 2 * CHUNK)).equals(plain.subarray(0, 2 * CHUNK))).toBe(true)
    expect((await reader.read(3 * CHUNK, plain.length)).equals(plain.subarray(3 * CHUNK))).toBe(
      true,
    )
    await fails(reader.read(2 * CHUNK - 1, 2 * CHUNK + 1), 'object_damaged')
    await reader.close()
  })

  it('notices that the file was cut while it was open', async () => {
    const { store, folder } = makeStore(NATIVE)
    const ref = plant(folder, object.stored, object)
    const reader = await store.openReader(ref)
    truncateSync(objectPath(folder, ref.objectId), 2 * CHUNK)
    await fails(reader.read(2 * CHUNK, 2 * CHUNK + 1), 'object_truncated')
    await reader.close()
  })

  it.each([
    [-1, 0],
    [0, plain.length + 1],
    [2, 1],
    [0.5, 1],
    [Number.NaN, 1],
  ])('from %d to %d is a mistake of the program', async (start, end) => {
    const { store, folder } = makeStore(NATIVE)
    const reader = await store.openReader(plant(folder, object.stored, object))
    await expect(reader.read(start, end)).rejects.toThrow('invariant')
    await reader.close()
  })

  it('of a closed reader gives nothing', async () => {
    const { store, folder } = makeStore(NATIVE)
    const reader = await store.openReader(plant(folder, object.stored, object))
    await reader.close()
    await reader.close()
    await fails(reader.read(0, 1), 'cancelled')
  })
})

it('refuses padding that is not zero', async () => {
  // As if whoever sealed it had hidden something behind the file: more plaintext than the ledger says.
  const object = sealObject(NATIVE, pattern(3000))
  await fails(reading(NATIVE, object.stored, { ...object, size: 2999 }), 'object_damaged')
})
