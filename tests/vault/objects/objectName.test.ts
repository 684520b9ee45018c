/** The name of an object is a hash of its file, and which one it is, the file's own header says. */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Sodium } from '../../../electron/vault/crypto/sodium.ts'
import { objectPath } from '../../../electron/vault/folder/layout.ts'
import { CHUNK_LOG2, encodeHeader, HEADER_BYTES } from '../../../electron/vault/objects/format.ts'
import { NameHash } from '../../../electron/vault/objects/objectName.ts'
import { ObjectId } from '../../../shared/ids.ts'
import { eachBuild } from '../../support/coreVault.ts'
import { fails, makeStore, pattern } from './support/objects.ts'

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const damaged = expect.objectContaining({ code: 'object_damaged' })

const stored = (version: 1 | 2, length: number): Buffer =>
  Buffer.concat([encodeHeader(CHUNK_LOG2, version), pattern(length)])

function nameOf(sodium: Sodium, pieces: readonly Buffer[]): string {
  const hash = new NameHash(sodium)
  for (const piece of pieces) hash.update(piece)
  return hash.name()
}

eachBuild('the name of an object', (sodium) => {
  it('is SHA-256 in version 2 and BLAKE2b-256 in version 1', () => {
    const [one, two] = [stored(1, 5000), stored(2, 5000)]
    expect(nameOf(sodium, [two])).toBe(sha256(two))
    expect(nameOf(sodium, [one])).toBe(sodium.hash([one]).toString('hex'))
  })

  it('does not depend on how the file comes in pieces', () => {
    const file = stored(2, 100)
    for (const first of [0, 1, HEADER_BYTES - 1, HEADER_BYTES, HEADER_BYTES + 1, file.length]) {
      const pieces = [file.subarray(0, first), file.subarray(first)]
      expect(nameOf(sodium, pieces)).toBe(sha256(file))
    }
    const bytes = Array.from(file, (byte) => Buffer.from([byte]))
    expect(nameOf(sodium, bytes)).toBe(sha256(file))
  })

  it('is none of a file that does not begin as an object', () => {
    expect(() => nameOf(sodium, [])).toThrow(damaged)
    expect(() => nameOf(sodium, [encodeHeader().subarray(0, HEADER_BYTES - 1)])).toThrow(damaged)
    expect(nameOf(sodium, [encodeHeader()])).toBe(sha256(encodeHeader()))
    for (const at of [0, 8, 9, 10, 15]) {
      const file = stored(2, 10)
      file.writeUInt8(0xff, at)
      expect(() => nameOf(sodium, [file])).toThrow(damaged)
    }
  })

  it('of the other version’s hash is damage, in either direction', async () => {
    const { store, folder } = makeStore(sodium)
    const plant = (bytes: Buffer, name: string) => {
      const id = ObjectId.parse(name)
      mkdirSync(dirname(objectPath(folder, id)), { recursive: true })
      writeFileSync(objectPath(folder, id), bytes)
      return id
    }
    const [one, two] = [stored(1, 50), stored(2, 50)]
    const blake2b = (bytes: Buffer) => sodium.hash([bytes]).toString('hex')
    await fails(store.check(plant(two, blake2b(two))), 'object_damaged')
    await fails(store.check(plant(one, sha256(one))), 'object_damaged')
    expect(await store.check(plant(two, sha256(two)))).toMatchObject({ storedSize: two.length })
    expect(await store.check(plant(one, blake2b(one)))).toMatchObject({ storedSize: one.length })
  })
})

describe('a hash of names', () => {
  it('leaves the bytes it is given as they are', () => {
    const file = stored(2, 40)
    const before = Buffer.from(file)
    new NameHash({} as Sodium).update(file)
    expect(file).toEqual(before)
  })
})
