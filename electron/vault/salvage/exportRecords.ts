/**
 * Records as they leave in a salvage: each with its current statements, its history and the very bodies of its
 * entries, so that a body which this program does not understand is not lost either. The same shape as
 * resources/recover/recover.py writes.
 */
import type { RecordId } from '../../../shared/ids.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import { ObjectAddBody } from '../evidence/objectOp.ts'
import { isDamage, type OpenedEntry, type ScanItem } from '../ledger/types.ts'
import { applySet, type FoldedRecord, touch } from '../records/fold.ts'
import { OP_OBJECT_ADD, OP_RECORD_ERASE, OP_RECORD_SET } from '../records/ops.ts'
import { readSetBody } from '../records/readBody.ts'

export interface EntryExport {
  readonly seq: number
  readonly at: number
  readonly author: string
  readonly op: string
  readonly state: OpenedEntry['state'] | 'damaged'
  readonly body?: unknown
}

export interface FileExport extends Omit<ObjectAddBody, 'fileKey'> {
  readonly seq: number
  readonly addedAt: number
  /** In the folder of the salvage; null when the file could not be given out. */
  path: string | null
}

export interface RecordExport {
  readonly id: RecordId
  kind: string | null
  state: 'open' | 'closed' | 'erased' | 'damaged'
  createdAt: number | null
  updatedAt: number | null
  statements: readonly Statement[]
  preferred: Readonly<Record<string, string>>
  files: FileExport[]
  entries: EntryExport[]
}

export interface FileToGive {
  readonly record: RecordId
  readonly file: FileExport
  readonly fileKey: string
}

export class RecordExporter {
  readonly #records = new Map<RecordId, RecordExport>()
  readonly #folded = new Map<RecordId, FoldedRecord>()
  readonly #other: EntryExport[] = []
  #files: FileToGive[] = []

  /** Every item of a scan, in order. Damage of an entry that does not open at all belongs to no known record. */
  take(item: ScanItem): void {
    if (isDamage(item)) {
      const { record, seq, about } = item
      if (record === undefined || seq === undefined || !about) return
      const { time: at, author, op } = about
      this.#locked(record, { seq, at, author, op, state: 'damaged' })
      return
    }
    const { seq, time: at, author, op, record: id } = item
    const body = item.state === 'open' ? { body: withoutKey(op, item.body) } : {}
    const entry = { seq, at, author, op, state: item.state, ...body }
    if (id === undefined) this.#other.push(entry)
    else this.#add(this.#recordOf(id), entry, item)
  }

  records(): readonly RecordExport[] {
    return [...this.#records.values()]
  }

  /** Entries about no record. */
  others(): readonly EntryExport[] {
    return this.#other
  }

  /** Files of records that were not erased. */
  files(): readonly FileToGive[] {
    return this.#files
  }

  /** Its key is lost with a damaged key page. */
  #locked(id: RecordId, entry: EntryExport): void {
    const record = this.#recordOf(id)
    record.entries.push(entry)
    if (record.state === 'open') record.state = 'damaged'
  }

  #recordOf(id: RecordId): RecordExport {
    const known = this.#records.get(id)
    if (known) return known
    const record: RecordExport = {
      ...{ id, kind: null, state: 'open', createdAt: null, updatedAt: null },
      ...{ statements: [], preferred: {}, files: [], entries: [] },
    }
    this.#records.set(id, record)
    return record
  }

  #add(record: RecordExport, entry: EntryExport, item: OpenedEntry): void {
    record.entries.push(entry)
    if (item.op === OP_RECORD_ERASE || item.state === 'erased') this.#erase(record)
    else if (item.state === 'closed') record.state = 'closed'
    else if (item.op === OP_RECORD_SET) this.#set(record, item, item.body)
    else if (item.op === OP_OBJECT_ADD) this.#file(record, item, item.body)
  }

  #erase(record: RecordExport): void {
    this.#folded.delete(record.id)
    this.#files = this.#files.filter((each) => each.record !== record.id)
    // What was under its key is gone whether or not the page is there that says so.
    const entries = record.entries.map((entry) =>
      entry.state === 'damaged' ? { ...entry, state: 'erased' as const } : entry,
    )
    const nothing = { statements: [], preferred: {}, files: [] }
    Object.assign(record, { kind: null, state: 'erased', entries, ...nothing })
  }

  #set(record: RecordExport, item: OpenedEntry, stored: unknown): void {
    const body = readSetBody(stored)
    if (!body) return
    this.#fold(record, applySet(this.#folded.get(record.id), record.id, item, body).record)
  }

  #file(record: RecordExport, item: OpenedEntry, stored: unknown): void {
    const parsed = ObjectAddBody.safeParse(stored)
    if (!parsed.success) return
    const { fileKey, ...rest } = parsed.data
    const file: FileExport = { ...rest, seq: item.seq, addedAt: item.time, path: null }
    record.files.push(file)
    this.#files.push({ record: record.id, file, fileKey })
    const folded = this.#folded.get(record.id)
    if (folded) this.#fold(record, touch(folded, item))
  }

  #fold(record: RecordExport, folded: FoldedRecord): void {
    const { kind, createdAt, updatedAt, statements, chosen } = folded
    const preferred = Object.fromEntries(
      Object.entries(chosen).map(([field, choice]) => [field, choice.statement]),
    )
    this.#folded.set(record.id, folded)
    Object.assign(record, { kind, createdAt, updatedAt, statements, preferred })
  }
}

/** The key of a file opens an object that may lie elsewhere: it stays out of what is written down in the clear. */
const withoutKey = (op: string, body: unknown): unknown =>
  op === OP_OBJECT_ADD && typeof body === 'object' && body !== null
    ? { ...body, fileKey: null }
    : body
