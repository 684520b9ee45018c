/** Which files belong to which evidence record, from the ledger. File keys are not kept: they are read when needed. */
import type { EvidenceFile } from '../../../shared/contract/records.ts'
import type { ObjectId, RecordId } from '../../../shared/ids.ts'
import type { OpenedEntry } from '../ledger/types.ts'
import { UntrustedFileName } from '../objects/fileName.ts'
import { OP_OBJECT_ADD, OP_RECORD_ERASE } from '../records/ops.ts'
import { ObjectAddBody } from './objectOp.ts'

export class EvidenceFiles {
  readonly #byRecord = new Map<RecordId, EvidenceFile[]>()
  #unread = 0

  /** Called for every entry of the ledger, in order. */
  take(entry: OpenedEntry): void {
    const { record, op } = entry
    if (record === undefined) return
    if (op === OP_RECORD_ERASE) this.#byRecord.delete(record)
    else if (op === OP_OBJECT_ADD) this.#add(record, entry)
  }

  /** In the order they were added. */
  of(record: RecordId): readonly EvidenceFile[] {
    return this.#byRecord.get(record) ?? []
  }

  /** The record an object belongs to. */
  recordOf(objectId: ObjectId): RecordId | undefined {
    for (const [record, files] of this.#byRecord) {
      if (files.some((file) => file.objectId === objectId)) return record
    }
    return undefined
  }

  objectIds(): Set<string> {
    const ids = new Set<string>()
    for (const files of this.#byRecord.values()) for (const { objectId } of files) ids.add(objectId)
    return ids
  }

  /** Entries about files that this program could not read: the files they name are not in `objectIds`. */
  get unread(): number {
    return this.#unread
  }

  #add(record: RecordId, entry: OpenedEntry): void {
    // The files of an erased record are to go.
    if (entry.state === 'erased') return
    const body = entry.state === 'open' ? ObjectAddBody.safeParse(entry.body) : undefined
    if (!body?.success) {
      this.#unread += 1
      return
    }
    const { objectId, name: given, mime, size, sha256 } = body.data
    const name = UntrustedFileName.fromEvidence(given).forExport()
    const file: EvidenceFile = {
      ...{ objectId, name, mime, size, sha256 },
      ...{ addedAt: entry.time, seq: entry.seq },
    }
    const files = this.#byRecord.get(record)
    if (files) files.push(file)
    else this.#byRecord.set(record, [file])
  }
}
