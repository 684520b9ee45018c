/** The working index's table of evidence files, and the few numbers and entries that services keep across openings. */
import type { EvidenceFile } from '../../../shared/contract/records.ts'
import type { ObjectId, RecordId } from '../../../shared/ids.ts'
import { idBytes, idText } from './indexRecords.ts'
import type { Connection } from './sqlite.ts'

/** `sortedIn`: by which language's alphabet lists are sorted (indexSorting.ts). */
type NumberName = 'filesUnread' | 'sortedIn'

export class IndexFiles {
  readonly #statements: Statements

  constructor(connection: Connection) {
    this.#statements = prepare(connection)
  }

  add(record: RecordId, file: EvidenceFile): void {
    const { seq, objectId, name, mime, size, sha256, addedAt } = file
    this.#statements.add.run(seq, idBytes(record), objectId, name, mime, size, sha256, addedAt)
  }

  drop(record: RecordId): void {
    this.#statements.drop.run(idBytes(record))
  }

  /** In the order they were added. */
  of(record: RecordId): EvidenceFile[] {
    return this.#statements.of.all(idBytes(record))
  }

  recordOf(objectId: ObjectId): RecordId | undefined {
    const id = this.#statements.recordOf.get(objectId)
    return id && idText(id)
  }

  objectIds(): string[] {
    return this.#statements.objectIds.all()
  }

  /** Entries to be given to the services at each opening. */
  keep(seq: number): void {
    this.#statements.keep.run(seq)
  }

  kept(): number[] {
    return this.#statements.kept.all()
  }

  number(name: NumberName): number {
    return this.#statements.number.get(name) ?? 0
  }

  setNumber(name: NumberName, value: number): void {
    this.#statements.setNumber.run(name, value)
  }
}

type Statements = ReturnType<typeof prepare>

function prepare(connection: Connection) {
  return {
    add: connection.prepare<[number, Buffer, string, string, string, number, string, number]>(
      'INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    drop: connection.prepare<[Buffer]>('DELETE FROM file WHERE record = ?'),
    of: connection.prepare<[Buffer], EvidenceFile>(
      `SELECT object AS objectId, name, mime, size, sha256, added_at AS addedAt, seq
       FROM file WHERE record = ? ORDER BY seq`,
    ),
    recordOf: connection
      .prepare<[string], Buffer>('SELECT record FROM file WHERE object = ?')
      .pluck(),
    objectIds: connection.prepare<[], string>('SELECT object FROM file').pluck(),
    keep: connection.prepare<[number]>('INSERT OR IGNORE INTO kept VALUES (?)'),
    kept: connection.prepare<[], number>('SELECT seq FROM kept ORDER BY seq').pluck(),
    number: connection.prepare<[string], number>('SELECT value FROM number WHERE name = ?').pluck(),
    setNumber: connection.prepare<[string, number]>(
      'INSERT INTO number VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    ),
  }
}
