/**
 * Evidence files: taken in, listed, read and let out. A file is hashed while it is read for the first time, its
 * object is on disk before the ledger names it, and nothing can open it before the ledger has its hash.
 */
import type { EvidenceFile } from '../../../shared/contract/records.ts'
import { invariant, isVaultError, VaultError } from '../../../shared/errors.ts'
import type { ObjectId, RecordId } from '../../../shared/ids.ts'
import { Secret } from '../crypto/secret.ts'
import { UntrustedFileName } from '../objects/fileName.ts'
import type { ObjectIntake } from '../objects/intake.ts'
import type { WorkOptions } from '../objects/progress.ts'
import type { ObjectReader, ObjectRef } from '../objects/reader.ts'
import type { ObjectStore, Swept } from '../objects/store.ts'
import type { StoredObject } from '../objects/writer.ts'
import type { Journal } from '../records/journal.ts'
import { OP_OBJECT_ADD } from '../records/ops.ts'
import type { RecordStore } from '../records/recordStore.ts'
import type { EvidenceFiles } from './evidenceFiles.ts'
import { ObjectAddBody } from './objectOp.ts'
import { SNIFF_BYTES, sniffType } from './sniff.ts'

export interface EvidenceServiceParts {
  readonly journal: Journal
  readonly store: RecordStore
  readonly files: EvidenceFiles
  readonly objects: ObjectStore
  readonly readOnly: boolean
}

export interface AttachOptions extends WorkOptions {
  /** What the sender calls the file. */
  readonly name: string | UntrustedFileName
}

export class EvidenceService {
  readonly #parts: EvidenceServiceParts

  constructor(parts: EvidenceServiceParts) {
    this.#parts = parts
  }

  /** Somebody is choosing a file: what a large one needs is started meanwhile. */
  prepare(): void {
    void this.#parts.objects.prepare()
  }

  /**
   * Takes in the file at `path` whole or not at all. Errors: `not_found`, `erased`, `read_only`, `bad_file_name`, and
   * those of ObjectStore.put and of the ledger's append.
   */
  async attachFile(record: RecordId, path: string, options: AttachOptions): Promise<EvidenceFile> {
    const name = this.#checkAttach(record, options)
    return this.#add(record, name, await this.#parts.objects.put(path, options))
  }

  /**
   * The same for a record that is not there yet: `make` makes it once the file is taken in, so that one which cannot be
   * leaves no empty record behind.
   */
  async attachToNew(
    make: () => RecordId,
    path: string,
    options: AttachOptions,
  ): Promise<{ readonly record: RecordId; readonly file: EvidenceFile }> {
    const name = this.#nameOf(options)
    const stored = await this.#parts.objects.put(path, options)
    let record: RecordId
    try {
      await this.#parts.journal.writable()
      record = make()
    } catch (error) {
      stored.fileKey.wipe()
      await this.#dropUnnamed(stored.objectId, error)
      throw error
    }
    return { record, file: await this.#add(record, name, stored) }
  }

  /** Takes in a file that arrives piece by piece. Errors as for attachFile, the first ones at once. */
  begin(record: RecordId, options: AttachOptions): EvidenceIntake {
    const name = this.#checkAttach(record, options)
    return new EvidenceIntake(this.#parts.objects.begin(options), (stored) =>
      this.#add(record, name, stored),
    )
  }

  /** In the order they were added. Errors: `not_found`, `erased`. */
  files(record: RecordId): readonly EvidenceFile[] {
    this.#checkRecord(record)
    return this.#parts.files.of(record)
  }

  /** Close the reader when done. Errors: `not_found`, `erased`, and those of ObjectStore.openReader. */
  async openReader(record: RecordId, objectId: ObjectId): Promise<ObjectReader> {
    return this.#withRef(record, objectId, (ref) => this.#parts.objects.openReader(ref))
  }

  /** Writes the plaintext to `path`, checked against its hash. Errors: as openReader, and those of the export. */
  async exportTo(
    record: RecordId,
    objectId: ObjectId,
    path: string,
    options: WorkOptions = {},
  ): Promise<{ readonly sha256: string }> {
    return this.#withRef(record, objectId, async (ref) => {
      await this.#parts.objects.exportTo(ref, path, options)
      return { sha256: ref.sha256 }
    })
  }

  /** As exportTo, for whoever knows only the object. */
  async exportObject(objectId: ObjectId, path: string, options: WorkOptions = {}): Promise<string> {
    const record = this.#parts.files.recordOf(objectId)
    if (!record) throw new VaultError('not_found')
    return (await this.exportTo(record, objectId, path, options)).sha256
  }

  /** Takes the objects of an erased record off the disk; their keys are gone already. */
  async removeObjects(objectIds: readonly ObjectId[]): Promise<void> {
    for (const objectId of objectIds) await this.#parts.objects.remove(objectId)
  }

  /**
   * Clears up after attaches and erasures that were cut off. Objects that no entry names are removed only when
   * every entry could be read: otherwise one of them may be named by what this program does not understand.
   */
  async sweep(): Promise<Swept | undefined> {
    const { objects, store, files, readOnly } = this.#parts
    if (readOnly) return undefined
    if (store.unread > 0 || files.unread > 0) {
      return { temporaries: await objects.sweepTemporaries(), objects: 0 }
    }
    return objects.sweepOrphans(files.objectIds())
  }

  /** Errors: `not_found`, `erased`. */
  #checkRecord(record: RecordId): void {
    const { store } = this.#parts
    if (store.get(record)?.kind === 'evidence') return
    throw new VaultError(store.standing(record) === 'erased' ? 'erased' : 'not_found')
  }

  #checkAttach(record: RecordId, options: AttachOptions): UntrustedFileName {
    this.#checkRecord(record)
    return this.#nameOf(options)
  }

  #nameOf({ name }: AttachOptions): UntrustedFileName {
    // Said before a long file is read and not after.
    if (this.#parts.readOnly) throw new VaultError('read_only')
    return typeof name === 'string' ? UntrustedFileName.fromText(name) : name
  }

  async #add(
    record: RecordId,
    name: UntrustedFileName,
    stored: StoredObject,
  ): Promise<EvidenceFile> {
    const { journal, files } = this.#parts
    const { objectId, sha256, size, storedSize, fileKey } = stored
    try {
      const mime = await this.#sniff(stored)
      const body = ObjectAddBody.parse({
        ...{ objectId, sha256, size, storedSize, mime, name: name.toEvidence() },
        fileKey: fileKey.bytes.toString('base64'),
      })
      await journal.writable()
      journal.append([{ op: OP_OBJECT_ADD, record, body }])
    } catch (error) {
      await this.#dropUnnamed(objectId, error)
      throw error
    } finally {
      fileKey.wipe()
    }
    const added = files.of(record).find((file) => file.objectId === objectId)
    invariant(added, 'an entry that was appended was taken')
    return added
  }

  async #sniff(stored: StoredObject): Promise<string> {
    const reader = await this.#parts.objects.openReader(stored)
    try {
      return sniffType(await reader.read(0, Math.min(SNIFF_BYTES, reader.size)))
    } finally {
      await reader.close()
    }
  }

  /** After `io_failed` nobody knows whether the entry is on the disk: then the next sweep decides. */
  async #dropUnnamed(objectId: ObjectId, error: unknown): Promise<void> {
    if (isVaultError(error) && error.code === 'io_failed') return
    await this.#parts.objects.remove(objectId).catch(() => {})
  }

  async #withRef<Result>(
    record: RecordId,
    objectId: ObjectId,
    work: (ref: ObjectRef & { readonly sha256: string }) => Promise<Result>,
  ): Promise<Result> {
    const { journal, files } = this.#parts
    this.#checkRecord(record)
    const file = files.of(record).find((each) => each.objectId === objectId)
    const [entry] = file ? journal.read([file.seq]) : []
    if (!file || entry?.state !== 'open') throw new VaultError('not_found')
    const { fileKey, size, sha256 } = ObjectAddBody.parse(entry.body)
    const bytes = Buffer.from(fileKey, 'base64')
    const key = Secret.fromBytes(bytes)
    bytes.fill(0)
    try {
      return await work({ objectId, fileKey: key, size, sha256 })
    } finally {
      key.wipe()
    }
  }
}

/** A file on its way in: write in order, then finish or abort. */
export class EvidenceIntake {
  readonly #intake: ObjectIntake
  readonly #add: (stored: StoredObject) => Promise<EvidenceFile>

  constructor(intake: ObjectIntake, add: (stored: StoredObject) => Promise<EvidenceFile>) {
    this.#intake = intake
    this.#add = add
  }

  /** Resolves when there is room for more. */
  write(bytes: Uint8Array): Promise<void> {
    return this.#intake.write(bytes)
  }

  async finish(): Promise<EvidenceFile> {
    return this.#add(await this.#intake.finish())
  }

  /** Leaves nothing behind. */
  abort(): Promise<void> {
    return this.#intake.abort()
  }
}
