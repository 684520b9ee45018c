/** The working index's tables of links and citations, looked up from either end by the keys of records. */
import { tableOf } from './indexSchema.ts'
import { KnownKeys } from './knownKeys.ts'
import type { Connection } from './sqlite.ts'

/** `key` is the record at the other end. */
export interface LinkRow {
  readonly key: number
  readonly via: string
}

export class IndexLinks {
  readonly #statements: Statements
  /** Records that refer to others or name sources. */
  readonly #known: KnownKeys

  /** `lists` knows who was merged into whom (indexSchema.ts). */
  constructor(records: Connection, lists: Connection) {
    this.#statements = prepare(records, lists)
    const { lastLink, lastSource } = this.#statements
    this.#known = new KnownKeys(Math.max(lastLink.get() ?? 0, lastSource.get() ?? 0))
  }

  /**
   * Replaces what a record refers to and which sources it names; the same twice is one. Most changes of a record leave
   * both as they were: then nothing is written. Returns what it no longer refers to.
   */
  set(record: number, links: readonly LinkRow[], sources: readonly number[]): readonly LinkRow[] {
    const { dropLinks, dropSources, addLink, addSource } = this.#statements
    const isKnown = this.#known.mayHave(record)
    const before = isKnown ? this.from(record) : []
    const sourcesBefore = isKnown ? this.#statements.sources.all(record) : []
    if (links.length > 0 || sources.length > 0) this.#known.add(record)
    const now = new Set(links.map(nameOf))
    const gone = before.filter((row) => !now.has(nameOf(row)))
    if (gone.length > 0 || now.size !== before.length) {
      if (before.length > 0) dropLinks.run(record)
      for (const { key, via } of links) addLink.run(record, key, via)
      this.#setMerged(record, before, links)
    }
    const cited = new Set(sources)
    if (sourcesBefore.length !== cited.size || sourcesBefore.some((source) => !cited.has(source))) {
      if (sourcesBefore.length > 0) dropSources.run(record)
      for (const source of cited) addSource.run(record, source)
    }
    return gone
  }

  #setMerged(record: number, before: readonly LinkRow[], links: readonly LinkRow[]): void {
    const { dropMerged, addMerged } = this.#statements
    if (before.some(isMerge)) dropMerged.run(record)
    for (const { key } of links.filter(isMerge)) addMerged.run(key, record)
  }

  from(record: number): readonly LinkRow[] {
    return this.#statements.from.all(record)
  }

  /** A record that refers by two fields comes twice. */
  to(record: number): readonly LinkRow[] {
    return this.#statements.to.all(record)
  }

  /** Records that were merged into others. */
  merged(): readonly number[] {
    return this.#statements.merged.all()
  }

  /** How many people another record stands for. */
  countMergedAway(): number {
    return this.#statements.countMergedAway.get() ?? 0
  }

  /** Records with a statement that names `source`. */
  citing(source: number): readonly number[] {
    return this.#statements.citing.all(source)
  }
}

const isMerge = ({ via }: LinkRow): boolean => via === 'mergedFrom'

const nameOf = ({ key, via }: LinkRow): string => `${key} ${via}`

type Statements = ReturnType<typeof prepare>

function prepare(records: Connection, lists: Connection) {
  return {
    dropLinks: records.prepare<[number]>('DELETE FROM link WHERE source = ?'),
    dropSources: records.prepare<[number]>('DELETE FROM citation WHERE record = ?'),
    addLink: records.prepare<[number, number, string]>(
      'INSERT OR IGNORE INTO link VALUES (?, ?, ?)',
    ),
    addSource: records.prepare<[number, number]>('INSERT OR IGNORE INTO citation VALUES (?, ?)'),
    from: records.prepare<[number], LinkRow>(
      'SELECT target AS key, via FROM link WHERE source = ?',
    ),
    to: records.prepare<[number], LinkRow>('SELECT source AS key, via FROM link WHERE target = ?'),
    dropMerged: lists.prepare<[number]>('DELETE FROM merged WHERE source = ?'),
    addMerged: lists.prepare<[number, number]>('INSERT OR IGNORE INTO merged VALUES (?, ?)'),
    merged: lists.prepare<[], number>('SELECT target FROM merged').pluck(),
    countMergedAway: lists
      .prepare<[], number>(
        `SELECT count(DISTINCT target) FROM merged JOIN ${tableOf('person')} ON key = target`,
      )
      .pluck(),
    lastLink: records.prepare<[], number | null>('SELECT max(source) FROM link').pluck(),
    lastSource: records.prepare<[], number | null>('SELECT max(record) FROM citation').pluck(),
    sources: records
      .prepare<[number], number>('SELECT source FROM citation WHERE record = ?')
      .pluck(),
    citing: records
      .prepare<[number], number>('SELECT record FROM citation WHERE source = ?')
      .pluck(),
  }
}
