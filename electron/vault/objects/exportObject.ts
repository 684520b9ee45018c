/**
 * Writes an object's plaintext to a file the user chose. Nothing appears under that name before every byte
 * was opened, its SHA-256 is the one the ledger has, and it is on the disk; when anything fails, what was
 * written is taken away again.
 */
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { VaultError } from '../../../shared/errors.ts'
import { toVaultError } from '../folder/fsErrors.ts'
import type { BeginLeaving } from '../folder/leaving.ts'
import type { ObjectFiles } from './objectFiles.ts'
import { throttled, type WorkOptions } from './progress.ts'
import type { ObjectReader } from './reader.ts'

const PIECE_BYTES = 1 << 20

/**
 * Replaces a file that has the name: whoever asked for the name also asked about that. Errors: `read_only`,
 * `disk_full`, `io_failed`, `cancelled`, and those of reading the object; `object_damaged` when the SHA-256
 * is not the expected one.
 */
export async function exportObject(
  files: ObjectFiles,
  reader: ObjectReader,
  expected: { readonly sha256: string },
  { path, begin }: { readonly path: string; readonly begin: BeginLeaving },
  options: WorkOptions,
): Promise<void> {
  const leaving = await begin(path)
  try {
    const file = await files.create(leaving.temporary)
    try {
      const sha256 = await copyTo(files, file, reader, options)
      if (sha256 !== expected.sha256) throw new VaultError('object_damaged')
      await files.sync(file)
    } finally {
      await file.close()
    }
    await files.rename(leaving.temporary, path)
  } catch (error) {
    await leaving.drop()
    throw toVaultError(error, 'write')
  }
  try {
    await files.syncFolder(dirname(path))
  } catch (error) {
    throw toVaultError(error, 'write')
  } finally {
    leaving.arrived()
  }
  options.onProgress?.({ done: reader.size, total: reader.size })
}

/** Reads and opens a piece while the one before it is being written. */
async function copyTo(
  files: ObjectFiles,
  file: FileHandle,
  reader: ObjectReader,
  { onProgress, signal }: WorkOptions,
): Promise<string> {
  const hash = createHash('sha256')
  const tell = throttled(onProgress)
  const buffers = [Buffer.alloc(PIECE_BYTES), Buffer.alloc(PIECE_BYTES)] as const
  let writing = Promise.resolve()
  try {
    for (let done = 0, turn = 0; done < reader.size; turn += 1) {
      throwIfCancelled(signal)
      const buffer = turn % 2 === 0 ? buffers[0] : buffers[1]
      const piece = buffer.subarray(0, Math.min(PIECE_BYTES, reader.size - done))
      await reader.readInto(piece, done)
      hash.update(piece)
      await writing
      writing = files.write(file, piece)
      // Its failure is heard at the next turn; until then it is not "unhandled".
      writing.catch(() => {})
      done += piece.length
      tell({ done, total: reader.size })
    }
    await writing
    throwIfCancelled(signal)
    return hash.digest('hex')
  } finally {
    await writing.catch(() => {})
    for (const buffer of buffers) buffer.fill(0)
  }
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new VaultError('cancelled')
}
