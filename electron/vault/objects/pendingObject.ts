/**
 * An object on its way into the vault: a file `objects/tmp-<random>` until it is whole and on the disk,
 * then renamed to its own hash. Either the object is there, flushed with its folder, or nothing is; after
 * a crash at most a `tmp-` file is left, which the next open of the vault removes.
 */
import type { FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { randomBytes } from '../crypto/bytes.ts'
import { toVaultError } from '../folder/fsErrors.ts'
import { objectPath, vaultPaths } from '../folder/layout.ts'
import type { LaneOutput } from './laneMessages.ts'
import type { ObjectFiles } from './objectFiles.ts'

export const TEMPORARY_PREFIX = 'tmp-'

export interface PendingContext {
  /** The vault's folder. */
  readonly folder: string
  readonly files: ObjectFiles
  /** Names of temporary files and of objects of this session, which a sweep must leave alone. */
  readonly wanted: Set<string>
}

export class PendingObject {
  readonly #files: ObjectFiles
  readonly #folder: string
  readonly #wanted: Set<string>
  readonly #name = TEMPORARY_PREFIX + randomBytes(16).toString('hex')
  readonly #path: string
  #file: FileHandle | undefined
  #direct: FileHandle | undefined
  #publishedPath: string | undefined

  private constructor({ folder, files, wanted }: PendingContext) {
    this.#files = files
    this.#folder = folder
    this.#wanted = wanted
    this.#path = join(vaultPaths(folder).objects, this.#name)
  }

  /** `isLarge`: also opens the way past the system's cache. Errors: `read_only`, `disk_full`, `io_failed`. */
  static async create(context: PendingContext, isLarge: boolean): Promise<PendingObject> {
    const { folder, files, wanted } = context
    const pending = new PendingObject(context)
    wanted.add(pending.#name)
    try {
      if (await files.makeFolder(vaultPaths(folder).objects)) await files.syncFolder(folder)
      pending.#file = await files.create(pending.#path)
      if (isLarge) pending.#direct = await files.openDirect(pending.#path)
      return pending
    } catch (error) {
      await pending.discard()
      throw toVaultError(error, 'write')
    }
  }

  /** For the threads of a lane. */
  get output(): LaneOutput {
    return { file: this.#open.fd, direct: this.#direct?.fd }
  }

  /** The whole content of a small object. */
  async write(bytes: Uint8Array): Promise<void> {
    await this.#mapped(() => this.#files.write(this.#open, bytes))
  }

  /** Flushes the file, gives it its name, flushes the folder. */
  async publish(objectId: string): Promise<void> {
    const path = objectPath(this.#folder, objectId)
    await this.#mapped(async () => {
      // Read-only guards against accidents only, and some file systems of USB sticks have no such thing.
      await this.#open.chmod(0o400).catch(() => {})
      await this.#files.sync(this.#open)
      await this.#close()
      const isNew = await this.#files.makeFolder(dirname(path))
      if (isNew) await this.#files.syncFolder(dirname(dirname(path)))
      this.#wanted.add(objectId)
      await this.#files.rename(this.#path, path)
      this.#publishedPath = path
      await this.#files.syncFolder(dirname(path))
    })
    this.#wanted.delete(this.#name)
  }

  /** Leaves nothing behind. What cannot be removed now is removed when the vault is opened next. */
  async discard(): Promise<void> {
    await this.#close().catch(() => {})
    await this.#files.remove(this.#publishedPath ?? this.#path).catch(() => {})
    this.#wanted.delete(this.#name)
  }

  get #open(): FileHandle {
    if (!this.#file) throw new Error('invariant: an object is written before it is published')
    return this.#file
  }

  async #close(): Promise<void> {
    const files = [this.#direct, this.#file]
    this.#direct = undefined
    this.#file = undefined
    for (const file of files) await file?.close()
  }

  async #mapped(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      throw toVaultError(error, 'write')
    }
  }
}
