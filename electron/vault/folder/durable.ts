/**
 * Writing that survives a power cut. A file is written under another name, flushed, renamed over the
 * old one, and the folder flushed: a reader sees the old bytes or the new ones, never a mixture.
 */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { VaultError } from '../../../shared/errors.ts'
import { fsCode, mapFsErrors } from './fsErrors.ts'

/** Errors: `disk_full`, `read_only`, `io_failed`; the file keeps its old content then. */
export function writeFileDurably(path: string, bytes: Uint8Array): void {
  const temporary = join(dirname(path), `.${basename(path)}-${randomBytes(6).toString('hex')}`)
  mapFsErrors('write', () => {
    try {
      const file = openSync(temporary, 'wx', 0o600)
      try {
        writeFileSync(file, bytes)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      renameSync(temporary, path)
    } catch (error) {
      tryRemove(temporary)
      throw error
    }
  })
  fsyncFolder(dirname(path))
}

/**
 * Writes a file that is not there yet. Errors: `file_exists`; `disk_full`, `read_only`, `io_failed`, and the file is
 * not there then. No rename and no link: some sticks know only the one and would write over, or not the other.
 */
export function writeNewFileDurably(path: string, bytes: Uint8Array): void {
  mapFsErrors('write', () => {
    const file = openNew(path)
    try {
      try {
        writeFileSync(file, bytes)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      fsyncFolder(dirname(path))
    } catch (error) {
      tryRemove(path)
      throw error
    }
  })
}

function openNew(path: string): number {
  try {
    return openSync(path, 'wx', 0o600)
  } catch (error) {
    if (fsCode(error) === 'EEXIST') throw new VaultError('file_exists')
    throw error
  }
}

const LEFT_OVER = /^\.[a-z]+-[0-9a-f]{12}$/

/** Removes what `writeFileDurably` left in a folder when it was cut off before the rename. */
export function removeLeftOvers(folder: string): void {
  mapFsErrors('write', () => {
    for (const name of readdirSync(folder)) {
      if (LEFT_OVER.test(name)) rmSync(join(folder, name), { force: true })
    }
  })
}

/** Takes a file away, should it be there. Errors: `read_only`, `io_failed`. */
export function removeFile(path: string): void {
  mapFsErrors('write', () => rmSync(path, { force: true }))
}

/**
 * Takes away what a write left that failed, with everything in it. On a disk that is read-only or gone that fails too,
 * and it is the first failure that is to be told, not this one.
 */
export function tryRemove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // It stays, and the next run to the same place removes it.
  }
}

/** Makes new and renamed names in a folder durable. Windows has no such call and does not need it. */
export function fsyncFolder(folder: string): void {
  if (process.platform === 'win32') return
  mapFsErrors('write', () => {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  })
}

/**
 * Makes a folder and its parents, for this user only. By hand, because Node's `recursive` reports a
 * read-only disk as a missing file.
 */
export function makeFolder(folder: string): void {
  mapFsErrors('write', () => makeFolderIn(folder))
}

function makeFolderIn(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    const parent = dirname(folder)
    if (fsCode(error) === 'EEXIST' && statSync(folder).isDirectory()) return
    if (fsCode(error) !== 'ENOENT' || parent === folder) throw error
    makeFolderIn(parent)
    mkdirSync(folder, { mode: 0o700 })
  }
}

/** The bytes of a small file, or undefined when it is not there. Errors: `file_unreadable`, `io_failed`. */
export function readFileIfThere(path: string): Buffer | undefined {
  return mapFsErrors('read', () => {
    try {
      return readFileSync(path)
    } catch (error) {
      if (fsCode(error) === 'ENOENT' || fsCode(error) === 'ENOTDIR') return undefined
      throw error
    }
  })
}

/** The names in a folder, or undefined when it is absent or not a folder. */
export function namesIn(folder: string): readonly string[] | undefined {
  return mapFsErrors('read', () => {
    try {
      return readdirSync(folder)
    } catch (error) {
      if (fsCode(error) === 'ENOENT' || fsCode(error) === 'ENOTDIR') return undefined
      throw error
    }
  })
}
