/** What lies in the objects folder, without any key: listing, checking names against content, clearing up. */
import { chmod, readdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { VaultError } from '../../../shared/errors.ts'
import { ObjectId } from '../../../shared/ids.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { fsCode, toVaultError } from '../folder/fsErrors.ts'
import { objectPath, vaultPaths } from '../folder/layout.ts'
import { NameHash } from './objectName.ts'
import { TEMPORARY_PREFIX } from './pendingObject.ts'
import { throttled, type WorkOptions } from './progress.ts'
import { openObject } from './reader.ts'

export interface ObjectFile {
  readonly objectId: ObjectId
  readonly storedSize: number
}

/** What is hashed between two turns of the event loop: about a millisecond. */
const PIECE_BYTES = 1 << 20

/** Every object file, in the order of the names. Other files are not ours and are passed over. */
export async function* listObjects(folder: string): AsyncGenerator<ObjectFile, void, void> {
  const { objects } = vaultPaths(folder)
  for (const prefix of await namesIn(objects)) {
    if (!/^[0-9a-f]{2}$/.test(prefix)) continue
    for (const name of await namesIn(join(objects, prefix))) {
      const { success, data: objectId } = ObjectId.safeParse(name)
      if (!success || !name.startsWith(prefix)) continue
      const storedSize = await fileSize(objectPath(folder, objectId))
      if (storedSize !== undefined) yield { objectId, storedSize }
    }
  }
}

/**
 * Reads the whole file and compares its hash with its name. Errors: `object_missing`,
 * `object_damaged`, `file_unreadable`, `io_failed`, `cancelled`.
 */
export async function checkObject(
  folder: string,
  sodium: Sodium,
  objectId: ObjectId,
  { onProgress, signal }: WorkOptions,
): Promise<ObjectFile> {
  const file = await openObject(folder, objectId)
  try {
    const total = (await file.stat()).size
    const hash = new NameHash(sodium)
    const piece = Buffer.allocUnsafeSlow(PIECE_BYTES)
    const tell = throttled(onProgress)
    let storedSize = 0
    for (;;) {
      if (signal?.aborted) throw new VaultError('cancelled')
      const { bytesRead } = await file.read(piece, 0, piece.length, storedSize)
      if (bytesRead === 0) break
      hash.update(piece.subarray(0, bytesRead))
      storedSize += bytesRead
      tell({ done: storedSize, total })
    }
    if (hash.name() !== objectId) throw new VaultError('object_damaged')
    onProgress?.({ done: storedSize, total })
    return { objectId, storedSize }
  } catch (error) {
    throw toVaultError(error, 'read')
  } finally {
    await file.close()
  }
}

/** Removes what an attach that was cut off left behind. `inWork` names files of attaches in this process. */
export async function sweepTemporaries(
  folder: string,
  inWork: ReadonlySet<string>,
): Promise<number> {
  const { objects } = vaultPaths(folder)
  let removed = 0
  for (const name of await namesIn(objects)) {
    if (!name.startsWith(TEMPORARY_PREFIX) || inWork.has(name)) continue
    if (await removeFile(join(objects, name))) removed += 1
  }
  return removed
}

/** True when the file was there. Errors: `read_only`, `io_failed`. */
export async function removeFile(path: string): Promise<boolean> {
  try {
    // Windows does not remove a file that is marked read-only.
    if (process.platform === 'win32') await chmod(path, 0o600).catch(() => {})
    await unlink(path)
    return true
  } catch (error) {
    if (fsCode(error) === 'ENOENT') return false
    throw toVaultError(error, 'write')
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if (fsCode(error) === 'ENOENT' || fsCode(error) === 'ENOTDIR') return []
    throw toVaultError(error, 'read')
  }
}

async function fileSize(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : undefined
  } catch (error) {
    if (fsCode(error) === 'ENOENT') return undefined
    throw toVaultError(error, 'read')
  }
}
