/**
 * Reads a snapshot back, chunk by chunk, giving the caller's thread its turns. Whatever is wrong with it, from a
 * missing file to a flipped bit, has one outcome: there is none, and the index is built from the ledger.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { ChunkCipher } from '../objects/chunkCipher.ts'
import {
  CHUNK_BYTES,
  chunkAad,
  chunkCount,
  fileBytes,
  HEADER_BYTES,
  MOST_IMAGE_BYTES,
  openHeader,
  SEALED_CHUNK_BYTES,
  type SnapshotContext,
  type SnapshotHeader,
} from './format.ts'

export interface SnapshotImage {
  readonly image: Buffer
  readonly seq: number
}

/** `isOurs` tells whether the header speaks of this ledger and this program. */
export async function readSnapshot(
  context: SnapshotContext,
  path: string,
  isOurs: (header: SnapshotHeader) => boolean,
): Promise<SnapshotImage | undefined> {
  let file: FileHandle | undefined
  try {
    file = await open(path, 'r')
    const bytes = Buffer.alloc(HEADER_BYTES)
    await file.read(bytes, 0, HEADER_BYTES, 0)
    const header = openHeader(context, bytes)
    if (!header) return undefined
    const { size } = await file.stat()
    const fits = header.imageBytes <= MOST_IMAGE_BYTES && size === fileBytes(header.imageBytes)
    if (!fits || !isOurs(header)) return undefined
    const image = await readChunks(context, file, bytes, header)
    return image && { image, seq: header.seq }
  } catch {
    return undefined
  } finally {
    await file?.close().catch(() => {})
  }
}

async function readChunks(
  { sodium, vaultId }: SnapshotContext,
  file: FileHandle,
  headerBytes: Buffer,
  { fileKey, imageBytes }: SnapshotHeader,
): Promise<Buffer | undefined> {
  const cipher = new ChunkCipher(sodium, fileKey, chunkAad(headerBytes, vaultId))
  const count = chunkCount(imageBytes)
  const image = Buffer.allocUnsafeSlow(count * CHUNK_BYTES)
  // The next chunk is read while one is opened.
  const sealed = [Buffer.alloc(SEALED_CHUNK_BYTES), Buffer.alloc(SEALED_CHUNK_BYTES)]
  const read = (index: number) => {
    const into = sealed[index % 2] as Buffer
    return file.read(into, 0, SEALED_CHUNK_BYTES, HEADER_BYTES + index * SEALED_CHUNK_BYTES)
  }
  try {
    let reading = read(0)
    for (let index = 0; index < count; index += 1) {
      const { bytesRead, buffer } = await reading
      const isLast = index === count - 1
      if (!isLast) reading = read(index + 1)
      const out = image.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)
      const isWhole = bytesRead === SEALED_CHUNK_BYTES && cipher.open(out, buffer, index, isLast)
      if (!isWhole) {
        if (!isLast) await reading.catch(() => {})
        image.fill(0)
        return undefined
      }
    }
    return image.subarray(0, imageBytes)
  } finally {
    fileKey.fill(0)
  }
}
