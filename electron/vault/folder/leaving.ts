/**
 * Files that leave the vault in the clear, and lie beside their place until they are whole. Their name there is the
 * program's own and says nothing of theirs, and it is noted before the first byte, so that what a killed program leaves
 * half done is found again and taken away (electron/vault/machine/leavingFiles.ts).
 */
import { randomBytes } from 'node:crypto'
import { open, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fsyncFolder } from './durable.ts'
import { fsCode, toVaultError } from './fsErrors.ts'

/** One of the two is called, once. Neither ever fails. */
export interface LeavingFile {
  /** Not there yet. In the folder of its place, so that the rename cannot become a copy. */
  readonly temporary: string
  /** It is in its place. */
  arrived(): void
  /** Takes it away. */
  drop(): Promise<void>
}

/** Called before anything is written of a file that is to be at `path`. */
export type BeginLeaving = (path: string) => Promise<LeavingFile>

const NAME = /^\.emanet-[0-9a-f]{16}\.part$/

export const temporaryBeside = (path: string): string =>
  join(dirname(resolve(path)), `.emanet-${randomBytes(8).toString('hex')}.part`)

/** Whether a path is one that `temporaryBeside` makes. */
export const isTemporary = (path: string): boolean => NAME.test(basename(path))

/** Without a note. */
export const beginUnnoted: BeginLeaving = async (path) => {
  const temporary = temporaryBeside(path)
  return {
    temporary,
    arrived: () => {},
    drop: async () => void (await takeAway(temporary)),
  }
}

/** `out of reach`: its disk is read-only, or not in; nobody knows whether it is still there. Never rejects. */
export async function takeAway(path: string): Promise<'removed' | 'gone' | 'out of reach'> {
  try {
    await unlink(path)
    return 'removed'
  } catch (error) {
    if (fsCode(error) !== 'ENOENT') return 'out of reach'
    const folder = await stat(dirname(path)).catch(() => undefined)
    return folder === undefined ? 'out of reach' : 'gone'
  }
}

/** A file that lies whole beside its place; one of the two is called, once. */
export interface StagedFile {
  /** Replaces what has the name. Errors: `read_only`, `io_failed`; what was in the place stays then. */
  publish(): Promise<void>
  discard(): Promise<void>
}

/**
 * A file that is made while it is written: neither the disk nor the making keeps the thread. Errors: `disk_full`,
 * `read_only`, `io_failed`, and those of `pieces`; nothing is left then.
 */
export async function stageLeaving(
  begin: BeginLeaving,
  path: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<StagedFile> {
  const leaving = await begin(path)
  const { temporary } = leaving
  const orDrop = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      await leaving.drop()
      throw toVaultError(error, 'write')
    }
  }
  await orDrop(async () => {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(pieces)
      await file.sync()
    } finally {
      await file.close()
    }
  })
  return {
    async publish() {
      await orDrop(() => rename(temporary, path))
      try {
        fsyncFolder(dirname(path))
      } finally {
        leaving.arrived()
      }
    },
    discard: () => leaving.drop(),
  }
}
