/**
 * The test vectors of objects with both builds, each read as a stream and by ranges; those of version 2 are named `v2-…`.
 * They were made once; a change that makes one of them fail is a change of the format.
 */
import { createDecipheriv, createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../../electron/vault/crypto/sodium.ts'
import { NameHash } from '../../../electron/vault/objects/objectName.ts'
import type { ObjectReader } from '../../../electron/vault/objects/reader.ts'
import { ObjectStore } from '../../../electron/vault/objects/store.ts'
import { vectorSuite } from '../../support/vectorSuite.ts'
import type { Vector } from '../../support/vectors.ts'
import { plant, temporaryFolder } from './support/objects.ts'

const vectors = vectorSuite('objects', {
  object: {
    streaming: (sodium, vector) => read(sodium, vector, streamed),
    ranged: (sodium, vector) => read(sodium, vector, inRanges),
  },
})

async function read(
  sodium: Sodium,
  vector: Vector,
  reading: (reader: ObjectReader) => Promise<Buffer>,
): Promise<string> {
  const folder = temporaryFolder()
  const stored = vector.bytes
  const key = Secret.fromBytes(vector.hex('file key'))
  const ref = plant(folder, stored, { stored, key, size: vector.number('size') })
  const store = new ObjectStore({ folder, vaultId: vector.hex('vault id'), sodium })
  const reader = await store.openReader(ref)
  try {
    const plain = await reading(reader)
    expect(createHash('sha256').update(plain).digest('hex')).toBe(vector.text('sha256'))
    const hash = new NameHash(sodium)
    hash.update(stored)
    expect(hash.name()).toBe(vector.text('object id'))
    return 'opens'
  } finally {
    await reader.close()
  }
}

/** Front to back, as a file is shown. */
async function streamed(reader: ObjectReader): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of reader.stream()) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** From the back, in ranges that lie across the borders of chunks. */
async function inRanges(reader: ObjectReader): Promise<Buffer> {
  const plain = Buffer.alloc(reader.size)
  for (let end = reader.size; end > 0; end -= 50_001) {
    const start = Math.max(0, end - 50_001)
    ;(await reader.read(start, end)).copy(plain, start)
  }
  return plain
}

/** What docs/format.md says, written down a second time without any of the program's own code. */
function openAsDocumented(stored: Buffer, fileKey: Buffer, vaultId: Buffer, size: number): Buffer {
  const header = stored.subarray(0, 16)
  const boxBytes = 2 ** (header[10] ?? 0) + 16
  const pieces: Buffer[] = []
  for (let at = 16, index = 0; at < stored.length; at += boxBytes, index += 1) {
    const box = stored.subarray(at, at + boxBytes)
    const nonce = Buffer.alloc(12)
    nonce.writeUInt32BE(index, 7)
    nonce[11] = at + boxBytes >= stored.length ? 1 : 0
    const cipher = createDecipheriv('chacha20-poly1305', fileKey, nonce, { authTagLength: 16 })
    const plaintextLength = box.length - 16
    cipher.setAAD(Buffer.concat([header, vaultId]), { plaintextLength })
    cipher.setAuthTag(box.subarray(-16))
    pieces.push(cipher.update(box.subarray(0, -16)), cipher.final())
  }
  return Buffer.concat(pieces).subarray(0, size)
}

it.each(vectors.filter((vector) => vector.text('outcome') === 'opens'))(
  '$name opens with Node’s own cipher, as documented',
  (vector) => {
    const { bytes } = vector
    const size = vector.number('size')
    const plain = openAsDocumented(bytes, vector.hex('file key'), vector.hex('vault id'), size)
    expect(createHash('sha256').update(plain).digest('hex')).toBe(vector.text('sha256'))
  },
)
