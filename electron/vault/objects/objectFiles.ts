/**
 * The few file operations that storing an object needs, as an interface, so that a test can make each of
 * them fail. None blocks the thread. Failures stay the file system's own; who calls maps them.
 */
import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, rename, unlink } from 'node:fs/promises'
import { fsCode } from '../folder/fsErrors.ts'

export interface ObjectFiles {
  /** A new file, for this user only. Fails when the name is taken. */
  create(path: string): Promise<FileHandle>
  /** The same file opened past the system's cache, or undefined where there is no such way. */
  openDirect(path: string): Promise<FileHandle | undefined>
  write(file: FileHandle, bytes: Uint8Array): Promise<void>
  /** Returns when the file's content is on the disk. */
  sync(file: FileHandle): Promise<void>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** In a folder that is there. Says whether it was made now. */
  makeFolder(path: string): Promise<boolean>
  /** Returns when new and renamed names in the folder are on the disk. */
  syncFolder(path: string): Promise<void>
}

export const DISK_FILES: ObjectFiles = {
  create: (path) => open(path, 'wx', 0o600),

  async openDirect(path) {
    if (process.platform !== 'linux') return undefined
    return open(path, constants.O_WRONLY | constants.O_DIRECT).catch(() => undefined)
  },

  async write(file, bytes) {
    for (let written = 0; written < bytes.length; ) {
      written += (await file.write(bytes, written)).bytesWritten
    }
  },

  sync: (file) => file.sync(),
  rename,
  remove: unlink,

  async makeFolder(path) {
    // Not `recursive`: that answers ENOENT on a read-only file system, and the parent is always there.
    try {
      await mkdir(path, { mode: 0o700 })
      return true
    } catch (error) {
      if (fsCode(error) === 'EEXIST') return false
      throw error
    }
  },

  async syncFolder(path) {
    // Windows has no such call and does not need it.
    if (process.platform === 'win32') return
    const folder = await open(path, 'r')
    await folder.sync().finally(() => folder.close())
  },
}
