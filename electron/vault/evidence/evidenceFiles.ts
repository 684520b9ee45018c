/** Which files belong to which evidence record, from the ledger. File keys are not kept: they are read when needed. */
import type { EvidenceFile } from '../../../shared/contract/records.ts'
import type { ObjectId, RecordId } from '../../../shared/ids.ts'
import { IndexDb } from '../db/indexDb.ts'
import type { OpenedEntry } from '../ledger/types.ts'
import { UntrustedFileName } from '../objects/fileName.ts'
import { OP_OBJECT_ADD, OP_RECORD_ERASE } from '../records/ops.ts'
import { ObjectAddBody } from './objectOp.ts'

const UNREAD = 'filesUnread'

export class EvidenceFiles {
  readonly #db: IndexDb

  /** Kept in the working index. */
  constructor(db: IndexDb = new IndexDb()) {
    this.#db = db
  }

  /** Called for every entry that the working index does not know, in order. */
  take(entry: OpenedEntry): void {
    const { record, op } = entry
    if (record === undefined) return
    if (op === OP_RECORD_ERASE) this.#db.files.drop(record)
    else if (op === OP_OBJECT_ADD) this.#add(record, entry)
  }

  /** In the order they were added. */
  of(record: RecordId): readonly EvidenceFile[] {
    return this.#db.files.of(record)
  }

  /** The record an object belongs to. */
  recordOf(objectId: ObjectId): RecordId | undefined {
    return this.#db.files.recordOf(objectId)
  }

  objectIds(): Set<string> {
    return new Set(this.#db.files.objectIds())
  }

  /** Entries about files that this program could not read: the files they name are not in `objectIds`. */
  get unread(): number {
    return this.#db.files.number(UNREAD)
  }

  #add(record: RecordId, entry: OpenedEntry): void {
    // The files of an erased record are to go.
    if (entry.state === 'erased') return
    const body = entry.state === 'open' ? ObjectAddBody.safeParse(entry.body) : undefined
    if (!body?.success) {
      this.#db.files.setNumber(UNREAD, this.unread + 1)
      return
    }
    const { objectId, name: given, mime, size, sha256 } = body.data
    const name = UntrustedFileName.fromEvidence(given).forExport()
    this.#db.files.add(record, {
      ...{ objectId, name, mime, size, sha256 },
      ...{ addedAt: entry.time, seq: entry.seq },
    })
  }
}
