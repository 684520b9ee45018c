/** Seals a whole object in one buffer: for files small enough to be sealed in one slice. */
import { type Sodium, TAG_BYTES } from '../crypto/sodium.ts'
import { ChunkCipher } from './chunkCipher.ts'
import { CHUNK_LOG2, chunkAad, encodeHeader, objectShape } from './format.ts'
import { type ChunkSink, PlainStream, type Sealed } from './plainStream.ts'

export interface SealParameters {
  readonly sodium: Sodium
  readonly key: Uint8Array
  readonly vaultId: Uint8Array
  readonly chunkLog2?: number
}

/** The object's bytes and what the ledger has to know about it. `plain` is left as it is. */
export function sealInMemory(
  parameters: SealParameters,
  plain: Uint8Array,
): Sealed & { readonly stored: Buffer } {
  const { sodium, key, vaultId, chunkLog2 = CHUNK_LOG2 } = parameters
  const stored = Buffer.alloc(objectShape(plain.length, chunkLog2).storedSize)
  const header = encodeHeader(chunkLog2)
  header.copy(stored)
  const cipher = new ChunkCipher(sodium, key, chunkAad(header, vaultId))
  const boxBytes = 2 ** chunkLog2 + TAG_BYTES
  const chunkAt = (index: number) => stored.subarray(header.length + index * boxBytes)
  const sink: ChunkSink = {
    // Of the last chunk there is only as much as the padded plaintext needs.
    space: (index, from) => {
      const box = chunkAt(index).subarray(0, boxBytes)
      return box.subarray(from, box.length - TAG_BYTES)
    },
    complete: (index, length, isLast) => {
      const box = chunkAt(index).subarray(0, length + TAG_BYTES)
      cipher.seal(box, box.subarray(0, length), index, isLast)
    },
  }
  const stream = new PlainStream(sink, chunkLog2)
  stream.write(plain)
  return { ...stream.finish(), stored }
}
