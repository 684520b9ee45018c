/**
 * The object store of one vault folder: evidence files, sealed, write-once, named by the hash of what is
 * stored. `put` is durable when it returns; the ledger entry that names the object comes after. What an
 * object is, whose it is and under which key, only the ledger knows: this layer knows bytes.
 */
import { invariant } from '../../../shared/errors.ts'
import type { ObjectId } from '../../../shared/ids.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { objectPath } from '../folder/layout.ts'
import { type BeginLeaving, beginUnnoted } from '../folder/leaving.ts'
import { exportObject } from './exportObject.ts'
import { ObjectIntake } from './intake.ts'
import {
  checkObject,
  listObjects,
  type ObjectFile,
  removeFile,
  sweepTemporaries,
} from './inventory.ts'
import { LanePool } from './lanePool.ts'
import { DISK_FILES, type ObjectFiles } from './objectFiles.ts'
import type { WorkOptions } from './progress.ts'
import { ObjectReader, type ObjectRef } from './reader.ts'
import { type StoredObject, storeFile, type WriterContext } from './writer.ts'

export interface ObjectStoreOptions {
  /** The vault's folder. */
  readonly folder: string
  readonly vaultId: Uint8Array
  readonly sodium: Sodium
  /** How a file that leaves is noted before it is written; without it, it is not. */
  readonly begin?: BeginLeaving
  /** Tests only: file operations that fail. */
  readonly files?: ObjectFiles
}

export interface Swept {
  /** Files that attaches cut off by a crash left behind. */
  readonly temporaries: number
  /** Objects no ledger entry names. */
  readonly objects: number
}

export class ObjectStore {
  readonly #context: WriterContext
  readonly #begin: BeginLeaving
  #isClosed = false

  constructor({ folder, vaultId, sodium, begin, files = DISK_FILES }: ObjectStoreOptions) {
    this.#begin = begin ?? beginUnnoted
    const lanes = new LanePool(sodium.build)
    this.#context = { folder, vaultId, sodium, files, lanes, wanted: new Set() }
  }

  /**
   * Takes in a file the user chose. Errors: `file_unreadable`, `file_changed_while_read`, `too_large`,
   * `disk_full`, `read_only`, `io_failed`, `cancelled`; nothing is kept then.
   */
  put(path: string, options: WorkOptions = {}): Promise<StoredObject> {
    invariant(!this.#isClosed, 'a closed store takes nothing in')
    return storeFile(this.#context, path, options)
  }

  /** A file may come soon, as when somebody is choosing one: what a large one needs is started meanwhile. */
  prepare(): Promise<void> {
    return this.#context.lanes.prepare()
  }

  /** Begins to take in bytes that will be pushed; errors come from the intake's own calls. */
  begin(options: WorkOptions = {}): ObjectIntake {
    invariant(!this.#isClosed, 'a closed store takes nothing in')
    return new ObjectIntake(this.#context, options)
  }

  /** Close the reader when done. Errors: `object_missing`, `object_truncated`, `object_damaged`, `io_failed`. */
  openReader(ref: ObjectRef): Promise<ObjectReader> {
    return ObjectReader.open(this.#context, ref)
  }

  /** Writes the plaintext to `path`, replacing a file of that name. Errors: see exportObject. */
  async exportTo(
    ref: ObjectRef & { readonly sha256: string },
    path: string,
    options: WorkOptions = {},
  ): Promise<void> {
    const reader = await this.openReader(ref)
    try {
      const target = { path, begin: this.#begin }
      await exportObject(this.#context.files, reader, ref, target, options)
    } finally {
      await reader.close()
    }
  }

  /** Compares the stored bytes with their name; needs no key. Errors: see checkObject. */
  check(objectId: ObjectId, options: WorkOptions = {}): Promise<ObjectFile> {
    return checkObject(this.#context.folder, this.#context.sodium, objectId, options)
  }

  /** Every object in the folder, whether or not the ledger knows it. */
  list(): AsyncGenerator<ObjectFile, void, void> {
    return listObjects(this.#context.folder)
  }

  /** Removes an object whose record was erased. False when it was gone already. */
  remove(objectId: ObjectId): Promise<boolean> {
    return removeFile(objectPath(this.#context.folder, objectId))
  }

  /** Removes what attaches cut off by a crash left behind; says how many. For the open of a vault. */
  sweepTemporaries(): Promise<number> {
    const { folder, wanted } = this.#context
    if (this.#isClosed) return Promise.resolve(0)
    return sweepTemporaries(folder, wanted)
  }

  /**
   * Also removes objects that are not among `known`: those of an attach that was cut off before its ledger
   * entry, and those of erased records. `known` must come from the whole ledger, read without an error: what
   * is missing in it is gone. Objects put in this session stay, and nothing is removed once the store is closed: the
   * next session may have put some that `known` does not know.
   */
  async sweepOrphans(known: ReadonlySet<string>): Promise<Swept> {
    const { folder, wanted } = this.#context
    const temporaries = await this.sweepTemporaries()
    let objects = 0
    for await (const { objectId } of this.list()) {
      if (this.#isClosed) break
      if (known.has(objectId) || wanted.has(objectId)) continue
      if (await removeFile(objectPath(folder, objectId))) objects += 1
    }
    return { temporaries, objects }
  }

  /** Ends the worker threads and wipes what they shared; attaches in work fail with `cancelled`. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#context.lanes.close()
  }
}
