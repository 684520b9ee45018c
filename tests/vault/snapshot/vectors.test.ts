/**
 * The test vectors of the sealed snapshot of the working index, with both builds. Its chunks are a MiB each, so a vector
 * holds the header and says what the chunks are; they are sealed here with Node's own cipher, as the document says, and
 * the SHA-256 of the whole file is the one that the vector was made with. A snapshot that is refused is one that is not
 * there (`not_found`): the index is then built from the ledger.
 */
import { createCipheriv, createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { readSnapshot } from '../../../electron/vault/snapshot/readSnapshot.ts'
import { flipByte, tempFolder } from '../../support/coreVault.ts'
import { vectorSuite } from '../../support/vectorSuite.ts'
import type { Vector } from '../../support/vectors.ts'

const CHUNK_BYTES = 1048576

/** What was sealed does not depend on the build that reads it: made once for both. */
const files = new Map<string, Buffer>()

function fileOf(vector: Vector): Buffer {
  const made = files.get(vector.name)
  if (made) return made
  // One made for another vault or key was sealed as `index-opens` says; the vector itself says whose it is asked for.
  const chunks = vector.text('chunks').split(' ').filter(Boolean)
  const whole = Buffer.concat([vector.bytes, ...chunks.map((chunk) => sealed(vector, chunk))])
  expect(createHash('sha256').update(whole).digest('hex')).toBe(vector.text('file sha256'))
  const flip = vector.optional('then flip')
  const cut = vector.optional('then cut to')
  let file = flip === undefined ? whole : flipByte(whole, Number(flip))
  if (cut !== undefined) file = file.subarray(0, Number(cut))
  files.set(vector.name, file)
  return file
}

/** `0!`: chunk 0, the last. Chunk 0 begins with the image; all else is zeros. */
function sealed(vector: Vector, chunk: string): Buffer {
  const index = Number.parseInt(chunk, 10)
  const plain = Buffer.alloc(CHUNK_BYTES)
  if (index === 0) vector.hex('image').copy(plain)
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 7)
  nonce.writeUInt8(chunk.endsWith('!') ? 1 : 0, 11)
  const key = vector.hex('file key')
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
  const vaultId = vector.hex(
    vector.optional('sealed for') === undefined ? 'vault id' : 'sealed for',
  )
  cipher.setAAD(Buffer.concat([vector.bytes, vaultId]), { plaintextLength: CHUNK_BYTES })
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

vectorSuite('index', {
  async index(sodium, vector) {
    const path = join(tempFolder(), 'index')
    writeFileSync(path, fileOf(vector))
    const key = sodium.deriveKey(vector.hex('root key'), 1, 'EmSnapsh')
    const found = await readSnapshot(
      { sodium, vaultId: vector.hex('vault id'), key },
      path,
      ({ seq, hash, schema }) =>
        seq === vector.number('seq') &&
        hash.equals(vector.hex('hash')) &&
        schema.equals(vector.hex('schema')),
    )
    if (!found) return 'not_found'
    expect(found.seq).toBe(vector.number('seq'))
    const image = vector.hex('image')
    expect(found.image.subarray(0, image.length)).toEqual(image)
    expect(found.image.length).toBe(vector.number('image bytes'))
    return 'opens'
  },
})
