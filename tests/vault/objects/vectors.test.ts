/**
 * The test vectors of objects with both builds, those of version 2 named `v2-…`. They were made once; a change that makes one of
 * them fail is a change of the format. A vector without bytes of its own takes ranges of another one's.
 */
import { createDecipheriv, createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../../electron/vault/crypto/sodium.ts'
import { NameHash } from '../../../electron/vault/objects/objectName.ts'
import { ObjectStore } from '../../../electron/vault/objects/store.ts'
import { isVaultError } from '../../../shared/errors.ts'
import { eachBuild } from '../../support/coreVault.ts'
import { readVectors, type Vector } from '../../support/vectors.ts'
import { plant, readAll, temporaryFolder } from './support/objects.ts'

const vectors = readVectors('objects')

function storedBytes(vector: Vector): Buffer {
  const of = vectors.find(({ name }) => name === vector.optional('of'))
  if (!of) return vector.bytes
  const ranges = vector.text('take').split(' ')
  const taken = ranges.map((range) => {
    const [start, end] = range.split('-').map(Number)
    return of.bytes.subarray(start, end)
  })
  const stored = Buffer.concat(taken)
  if (vector.optional('flip') !== undefined) {
    const at = vector.number('flip')
    stored.writeUInt8(stored.readUInt8(at) ^ 1, at)
  }
  return stored
}

async function outcome(sodium: Sodium, vector: Vector): Promise<string> {
  const folder = temporaryFolder()
  const stored = storedBytes(vector)
  const key = Secret.fromBytes(vector.hex('file key'))
  const ref = plant(folder, stored, { stored, key, size: vector.number('size') })
  const store = new ObjectStore({ folder, vaultId: vector.hex('vault id'), sodium })
  try {
    const plain = await readAll(store, ref)
    expect(createHash('sha256').update(plain).digest('hex')).toBe(vector.text('sha256'))
    const hash = new NameHash(sodium)
    hash.update(stored)
    expect(hash.name()).toBe(vector.text('object id'))
    return 'opens'
  } catch (error) {
    if (isVaultError(error)) return error.code
    throw error
  }
}

eachBuild('the object vectors', (sodium) => {
  it.each(vectors)('$name', async (vector) => {
    expect(await outcome(sodium, vector)).toBe(vector.text('outcome'))
  })
})

it('there are vectors that open and more that do not', () => {
  const opening = vectors.filter((vector) => vector.text('outcome') === 'opens')
  expect(opening).toHaveLength(7)
  expect(vectors.length).toBeGreaterThan(30)
})

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
