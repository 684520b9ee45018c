/** The working index's tables of names: spellings, the skeletons of their parts, and where each skeleton stands. */
import { KnownKeys } from './knownKeys.ts'
import type { Connection, Statement } from './sqlite.ts'

/** A skeleton of one part of a name, or of two neighbouring parts written as one. */
export interface PartRow {
  readonly key: number
  readonly span: 1 | 2
  readonly skeleton: string
  /** What tells it apart from most others (shared/names/sieve.ts). */
  readonly core: number
  readonly every: number
  readonly shortest: number
  readonly longest: number
}

/** Where a skeleton stands: name, place of its first part in it, record, and how many parts the name has. */
export type PostingRow = readonly [name: number, place: number, record: number, parts: number]

export interface NameRow {
  readonly record: number
  readonly field: string
  readonly text: string
}

/** A name has a handful of parts and pairs: put in together, they cost half as much as one by one. */
const MOST_POSTINGS_AT_ONCE = 8

export class IndexNames {
  readonly #statements: Statements
  /** Records that have names. */
  readonly #known: KnownKeys

  constructor(connection: Connection) {
    this.#statements = prepare(connection)
    this.#known = new KnownKeys(this.#statements.lastNamed.get() ?? 0)
  }

  /** The next `limit` parts with a key above `after`. */
  parts(after: number, limit: number): PartRow[] {
    return this.#statements.parts.all(after, limit)
  }

  partKey(skeleton: string, span: 1 | 2): number | undefined {
    return this.#statements.partKey.get(skeleton, span)
  }

  addPart({ skeleton, span, core, every, shortest, longest }: Omit<PartRow, 'key'>): number {
    const { addPart } = this.#statements
    return Number(addPart.run(span, skeleton, core, every, shortest, longest).lastInsertRowid)
  }

  /** `stands` is, for each skeleton of the name, its key and its place. */
  add(
    { record, field, text }: NameRow,
    parts: number,
    stands: readonly (readonly [part: number, place: number])[],
  ): void {
    this.#known.add(record)
    const name = Number(this.#statements.add.run(record, field, text).lastInsertRowid)
    // A part that stands in a name twice comes twice, with another place.
    for (let at = 0; at < stands.length; at += MOST_POSTINGS_AT_ONCE) {
      const some = stands.slice(at, at + MOST_POSTINGS_AT_ONCE)
      const values = some.flatMap(([part, place]) => [part, name, place, record, parts])
      this.#statements.addPostings[some.length - 1]?.run(...values)
    }
  }

  /** The names of a record, with their keys. */
  of(record: number): readonly (NameRow & { readonly key: number })[] {
    return this.#known.mayHave(record) ? this.#statements.of.all(record) : []
  }

  name(key: number): NameRow | undefined {
    return this.#statements.name.get(key)
  }

  /** `parts` are the keys of the name's skeletons. */
  drop(name: number, parts: Iterable<number>): void {
    for (const part of parts) this.#statements.dropPosting.run(part, name)
    this.#statements.drop.run(name)
  }

  hasPostings(part: number): boolean {
    return this.#statements.hasPostings.get(part) !== undefined
  }

  dropPart(part: number): void {
    this.#statements.dropPart.run(part)
  }

  postings(part: number): PostingRow[] {
    return this.#statements.postings.all(part)
  }
}

type Statements = ReturnType<typeof prepare>

function prepare(connection: Connection) {
  return {
    parts: connection.prepare<[number, number], PartRow>(
      'SELECT * FROM part WHERE key > ? ORDER BY key LIMIT ?',
    ),
    partKey: connection
      .prepare<[string, number], number>('SELECT key FROM part WHERE skeleton = ? AND span = ?')
      .pluck(),
    addPart: connection.prepare<[number, string, number, number, number, number]>(
      'INSERT INTO part (span, skeleton, core, every, shortest, longest) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    dropPart: connection.prepare<[number]>('DELETE FROM part WHERE key = ?'),
    add: connection.prepare<[number, string, string]>(
      'INSERT INTO name (record, field, text) VALUES (?, ?, ?)',
    ),
    /** For one, for two, … */
    addPostings: Array.from(
      { length: MOST_POSTINGS_AT_ONCE },
      (_, more): Statement<number[]> =>
        connection.prepare(
          `INSERT INTO posting VALUES (?, ?, ?, ?, ?)${', (?, ?, ?, ?, ?)'.repeat(more)}`,
        ),
    ),
    lastNamed: connection.prepare<[], number | null>('SELECT max(record) FROM name').pluck(),
    of: connection.prepare<[number], NameRow & { key: number }>(
      'SELECT * FROM name WHERE record = ?',
    ),
    name: connection.prepare<[number], NameRow>(
      'SELECT record, field, text FROM name WHERE key = ?',
    ),
    drop: connection.prepare<[number]>('DELETE FROM name WHERE key = ?'),
    dropPosting: connection.prepare<[number, number]>(
      'DELETE FROM posting WHERE part = ? AND name = ?',
    ),
    hasPostings: connection.prepare<[number], unknown>(
      'SELECT 1 FROM posting WHERE part = ? LIMIT 1',
    ),
    postings: connection
      .prepare<[number], PostingRow>(
        'SELECT name, place, record, parts FROM posting WHERE part = ?',
      )
      .raw() as unknown as { all(part: number): PostingRow[] },
  }
}
