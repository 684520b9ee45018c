/**
 * Writes an object's plaintext to a file the user chose. Nothing appears under that name before every byte
 * was opened, its SHA-256 is the one the ledger has, and it is on the disk; when anything fails, what was
 * written is taken away again.
 */
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { VaultError } from '../../../shared/errors.ts'
import { randomBytes } from '../crypto/bytes.ts'
import { toVaultError } from '../folder/fsErrors.ts'
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
  path: string,
  options: WorkOptions,
): Promise<void> {
  // In the same folder, so that the rename cannot become a copy; without a word of the file's own name.
  const temporary = join(dirname(path), `.emanet-${randomBytes(8).toString('hex')}.part`)
  let isWritten = false
  try {
    const file = await files.create(temporary)
    isWritten = true
    try {
      const sha256 = await copyTo(files, file, reader, options)
      if (sha256 !== expected.sha256) throw new VaultError('object_damaged')
      await files.sync(file)
    } finally {
      await file.close()
    }
    await files.rename(temporary, path)
    await files.syncFolder(dirname(path))
    options.onProgress?.({ done: reader.size, total: reader.size })
  } catch (error) {
    if (isWritten) await files.remove(temporary).catch(() => {})
    throw toVaultError(error, 'write')
  }
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
