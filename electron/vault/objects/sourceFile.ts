/**
 * A file the user chose, opened to be taken in. Only regular files: a folder, a pipe, a socket or a device
 * is `file_unreadable`. A symbolic link is followed, because the user chose what it shows; what counts is
 * the file that was opened, not what the name means a moment later.
 */
import { constants } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { VaultError } from '../../../shared/errors.ts'

/** O_NONBLOCK: a pipe put in the file's place after the first look must not hang the program. Zero where unknown. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0)

type Identity = Awaited<ReturnType<typeof identify>>
const identify = (source: FileHandle | string) =>
  typeof source === 'string' ? stat(source, { bigint: true }) : source.stat({ bigint: true })

export class SourceFile {
  readonly size: number
  readonly #path: string
  readonly #file: FileHandle
  readonly #identity: Identity

  private constructor(path: string, file: FileHandle, identity: Identity) {
    this.#path = path
    this.#file = file
    this.#identity = identity
    this.size = Number(identity.size)
  }

  /** Errors: `file_unreadable`. */
  static async open(path: string): Promise<SourceFile> {
    // Looked at before it is opened, because opening a device can already do something.
    if (!(await readable(identify(path))).isFile()) throw new VaultError('file_unreadable')
    const file = await readable(open(path, FLAGS))
    try {
      const identity = await readable(identify(file))
      if (!identity.isFile()) throw new VaultError('file_unreadable')
      return new SourceFile(path, file, identity)
    } catch (error) {
      await file.close()
      throw error
    }
  }

  get fd(): number {
    return this.#file.fd
  }

  /** The whole of a small file. Errors: `file_unreadable`, `file_changed_while_read`. */
  async readWhole(): Promise<Buffer> {
    // One byte more than expected, to notice one that came.
    const bytes = Buffer.alloc(this.size + 1)
    let filled = 0
    for (;;) {
      const { bytesRead } = await readable(
        this.#file.read(bytes, filled, bytes.length - filled, filled),
      )
      filled += bytesRead
      if (bytesRead === 0 || filled === bytes.length) break
    }
    if (filled !== this.size) throw new VaultError('file_changed_while_read')
    return bytes.subarray(0, filled)
  }

  /**
   * Throws `file_changed_while_read` when the file, or what its name leads to, is not what was opened: other
   * size, times or place. A program that writes to the file and sets its times back can hide that; the
   * hash in the ledger is in any case that of the bytes which were stored.
   */
  async assertUnchanged(): Promise<void> {
    const isSame = (now: Identity | undefined) =>
      now !== undefined &&
      (['dev', 'ino', 'size', 'mtimeNs', 'ctimeNs'] as const).every(
        (field) => now[field] === this.#identity[field],
      )
    const named = await identify(this.#path).catch(() => undefined)
    if (!isSame(named) || !isSame(await readable(identify(this.#file)))) {
      throw new VaultError('file_changed_while_read')
    }
  }

  async close(): Promise<void> {
    await this.#file.close().catch(() => {})
  }
}

async function readable<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work
  } catch {
    throw new VaultError('file_unreadable')
  }
}
