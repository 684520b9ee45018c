/** The working index's table of records: where each stands, of which kind it is, and which entries are about it. */
import type { RecordId } from '../../../shared/ids.ts'
import { KINDS, type Kind } from '../../../shared/model/kind.ts'
import type { Connection } from './sqlite.ts'

/** `sealed` is a record of a compartment: it exists, and that is all one is told. */
export type RecordStanding = 'open' | 'sealed' | 'erased' | 'unknown'

const STANDINGS: readonly RecordStanding[] = ['unknown', 'open', 'sealed', 'erased']

export interface RecordRow {
  readonly key: number
  readonly id: RecordId
  readonly standing: RecordStanding
  /** Of an open record. */
  readonly kind: Kind | undefined
  /** Statements and changes of it that this program could not read. */
  readonly unread: number
  /** Entries before the first one that this program could read. */
  readonly unknown: number
  /** Numbers of its entries, in order. */
  readonly seqs: readonly number[]
}

interface StoredRecord {
  readonly key: number
  readonly id: Buffer
  readonly standing: number
  readonly kind: number | null
  readonly unread: number
  readonly unknown: number
  readonly seqs: Buffer
}

export const idBytes = (id: RecordId): Buffer => Buffer.from(id, 'hex')
export const idText = (bytes: Buffer): RecordId => bytes.toString('hex') as RecordId

/** Many records refer to the same few. */
const MOST_REMEMBERED = 16_384

export class IndexRecords {
  readonly #statements: Statements
  /** What the table has of those that were put in or asked for lately. */
  readonly #lately = new Map<RecordId, Pick<RecordRow, 'key' | 'kind' | 'standing'>>()

  constructor(connection: Connection) {
    this.#statements = prepare(connection)
  }

  get(id: RecordId): RecordRow | undefined {
    const stored = this.#statements.byId.get(idBytes(id))
    if (!stored) return undefined
    const row = fromStored(stored)
    this.#remember(id, row)
    return row
  }

  idOf(key: number): RecordId | undefined {
    const id = this.#statements.idOf.get(key)
    return id && idText(id)
  }

  kindOf(key: number): Kind | undefined {
    const place = this.#statements.kindOf.get(key)
    return typeof place === 'number' ? KINDS[place] : undefined
  }

  keyOfId(id: RecordId): number | undefined {
    return this.#about(id)?.key
  }

  kindOfId(id: RecordId): Kind | undefined {
    return this.#about(id)?.kind
  }

  /** After rows were rolled back. */
  forget(): void {
    this.#lately.clear()
  }

  #about(id: RecordId) {
    const known = this.#lately.get(id)
    if (known) return known
    const row = this.#statements.about.get(idBytes(id))
    return row && this.#remember(id, { key: row.key, ...named(row) })
  }

  #remember(id: RecordId, { key, kind, standing }: Pick<RecordRow, 'key' | 'kind' | 'standing'>) {
    if (this.#lately.size >= MOST_REMEMBERED) this.#lately.clear()
    const about = { key, kind, standing }
    this.#lately.set(id, about)
    return about
  }

  put(row: RecordRow): void {
    const { key, id, standing, kind, unread, unknown, seqs } = row
    const before = this.#lately.get(id)
    if (before?.kind === kind && before?.standing === standing) {
      // What every save changes, and hardly any index is by.
      this.#statements.grow.run(unread, unknown, packed(seqs), key)
      return
    }
    this.#remember(id, row)
    this.#statements.put.run(
      key,
      idBytes(id),
      STANDINGS.indexOf(standing),
      kind === undefined ? null : KINDS.indexOf(kind),
      unread,
      unknown,
      packed(seqs),
    )
  }

  /** In the order in which their first entries were read. */
  idsOf(kind: Kind): RecordId[] {
    return this.#statements.idsOf.all(KINDS.indexOf(kind)).map(idText)
  }

  /** The same, the next `limit` behind a key. */
  idsAfter(kind: Kind, key: number, limit: number): { key: number; id: RecordId }[] {
    return this.#statements.idsAfter
      .all(KINDS.indexOf(kind), key, limit)
      .map((row) => ({ key: row.key, id: idText(row.id) }))
  }

  sealedIds(): RecordId[] {
    return this.#statements.sealed.all().map(idText)
  }

  counts(): Map<Kind, number> {
    const rows = this.#statements.counts.all()
    return new Map(
      rows.flatMap(({ kind, count }) => {
        const known = KINDS[kind]
        return known ? [[known, count] as const] : []
      }),
    )
  }

  sealedCount(): number {
    return this.#statements.sealedCount.get() ?? 0
  }

  /** Sum over all records. */
  unread(): number {
    return this.#statements.unread.get() ?? 0
  }

  /** 0 when there is none. */
  lastKey(): number {
    return this.#statements.lastKey.get() ?? 0
  }
}

function packed(seqs: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(4 * seqs.length)
  for (let place = 0; place < seqs.length; place += 1) {
    bytes.writeUInt32LE(seqs[place] ?? 0, 4 * place)
  }
  return bytes
}

function unpacked(bytes: Buffer): number[] {
  const seqs: number[] = []
  for (let at = 0; at < bytes.length; at += 4) seqs.push(bytes.readUInt32LE(at))
  return seqs
}

const named = ({ standing, kind }: Pick<StoredRecord, 'standing' | 'kind'>) => ({
  standing: STANDINGS[standing] ?? 'unknown',
  kind: kind === null ? undefined : KINDS[kind],
})

const fromStored = (row: StoredRecord): RecordRow => ({
  ...row,
  ...named(row),
  id: idText(row.id),
  seqs: unpacked(row.seqs),
})

type Statements = ReturnType<typeof prepare>

function prepare(connection: Connection) {
  return {
    byId: connection.prepare<[Buffer], StoredRecord>('SELECT * FROM record WHERE id = ?'),
    idOf: connection.prepare<[number], Buffer>('SELECT id FROM record WHERE key = ?').pluck(),
    kindOf: connection
      .prepare<[number], number | null>('SELECT kind FROM record WHERE key = ?')
      .pluck(),
    about: connection.prepare<[Buffer], Pick<StoredRecord, 'key' | 'kind' | 'standing'>>(
      'SELECT key, kind, standing FROM record WHERE id = ?',
    ),
    grow: connection.prepare<[number, number, Buffer, number]>(
      'UPDATE record SET unread = ?, unknown = ?, seqs = ? WHERE key = ?',
    ),
    put: connection.prepare<[number, Buffer, number, number | null, number, number, Buffer]>(
      `INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET
       standing = excluded.standing, kind = excluded.kind, unread = excluded.unread,
       unknown = excluded.unknown, seqs = excluded.seqs`,
    ),
    idsOf: connection
      .prepare<[number], Buffer>('SELECT id FROM record WHERE kind = ? ORDER BY key')
      .pluck(),
    idsAfter: connection.prepare<[number, number, number], { key: number; id: Buffer }>(
      'SELECT key, id FROM record WHERE kind = ? AND key > ? ORDER BY key LIMIT ?',
    ),
    sealed: connection
      .prepare<[], Buffer>('SELECT id FROM record WHERE standing = 2 ORDER BY key')
      .pluck(),
    counts: connection.prepare<[], { kind: number; count: number }>(
      'SELECT kind, count(*) AS count FROM record WHERE kind IS NOT NULL GROUP BY kind',
    ),
    sealedCount: connection
      .prepare<[], number>('SELECT count(*) FROM record WHERE standing = 2')
      .pluck(),
    unread: connection
      .prepare<[], number | null>('SELECT sum(unread) FROM record WHERE unread > 0')
      .pluck(),
    lastKey: connection.prepare<[], number | null>('SELECT max(key) FROM record').pluck(),
  }
}
