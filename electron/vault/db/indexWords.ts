/**
 * The working index's table of words (FTS5), in which a search finds records. FTS5 writes a segment with every
 * transaction, so words wait for one another on their way in, and so do those on their way out that a record has no
 * more: whoever looks has them taken in first, and nobody can tell.
 */
import { invariant } from '../../../shared/errors.ts'
import { KnownKeys } from './knownKeys.ts'
import type { Connection } from './sqlite.ts'

/**
 * A few large segments cost half of what many small ones do. What FTS5 merges in one turn is the same; of still larger
 * ones it is more.
 */
const MOST_WAITING = 256
const MERGED_PAGES = 64

/** As IndexDb's. */
type Transaction = (work: () => void) => void

export class IndexWords {
  readonly #statements: Statements
  readonly #transaction: Transaction
  #isMerged = true
  /** Words of records that are not in the table yet. */
  readonly #waiting = new Map<number, string>()
  /** Records whose words in the table are those of before. */
  readonly #outdated = new Set<number>()
  /** How to go back to where the last transaction began. */
  #undo: (() => void)[] = []
  /** Records that may have words. */
  readonly #worded: KnownKeys

  constructor(connection: Connection, transaction: Transaction) {
    this.#statements = prepare(connection)
    this.#transaction = transaction
    this.#worded = new KnownKeys(this.#statements.last.get() ?? 0)
  }

  /** Makes a record findable by its words: folded, with spaces between them. Done once until `outdate`. */
  add(words: ReadonlyMap<number, string>): void {
    for (const [key, text] of words) {
      if (this.#waiting.has(key)) continue
      if (!this.#outdated.has(key) && this.#hasWords(key)) continue
      this.#waiting.set(key, text)
      this.#undo.push(() => this.#waiting.delete(key))
    }
    if (this.#waiting.size >= MOST_WAITING) this.takeIn()
  }

  /** A record has other words than before, which come by `add`. In a transaction. */
  outdate(key: number): void {
    this.#forget(key)
    if (this.#outdated.has(key) || !this.#hasWords(key)) return
    this.#outdated.add(key)
    this.#undo.push(() => this.#outdated.delete(key))
  }

  /** Of an erased record: at once. In a transaction. */
  drop(key: number): void {
    this.#forget(key)
    if (this.#outdated.delete(key)) this.#undo.push(() => this.#outdated.add(key))
    // Dropping the words of a row that has none would damage the table.
    if (this.#hasWords(key)) this.#statements.drop.run(key)
    this.#isMerged = false
  }

  /** A transaction begins. */
  began(): void {
    if (this.#undo.length > 0) this.#undo = []
  }

  /** It came to nothing. */
  failed(): void {
    for (const undo of this.#undo.reverse()) undo()
    this.#undo = []
  }

  /** Whatever waits. */
  takeIn(): void {
    if (this.#waiting.size + this.#outdated.size === 0) return
    this.#transaction(() => {
      const [outdated, waiting] = [[...this.#outdated], [...this.#waiting]]
      for (const key of outdated) this.#statements.drop.run(key)
      for (const [key, text] of waiting) {
        this.#worded.add(key)
        this.#statements.add.run(key, text)
      }
      this.#outdated.clear()
      this.#waiting.clear()
      // It may be part of another one.
      this.#undo.push(() => {
        for (const key of outdated) this.#outdated.add(key)
        for (const [key, text] of waiting) this.#waiting.set(key, text)
      })
    })
  }

  /**
   * A dropped word stays in its segment until segments are merged: of an erased record nothing is to stay. Goes on
   * until `end` (of performance.now()); false when something is left.
   */
  merge(end: number): boolean {
    this.takeIn()
    while (!this.#isMerged) {
      const before = this.#statements.changes.get() ?? 0
      // A negative number of pages takes all segments into the merge, not only those that are due.
      this.#statements.merge.run(-MERGED_PAGES)
      const changed = (this.#statements.changes.get() ?? 0) - before
      if (changed < 2) this.#isMerged = true
      if (performance.now() > end) return this.#isMerged
    }
    return true
  }

  /** Keys of records with a word that begins with each of `prefixes` (folded: letters and digits), at most `limit`, those made last first. */
  with(prefixes: readonly string[], limit: number): number[] {
    invariant(
      prefixes.length > 0 && prefixes.every((prefix) => /^[\p{L}\p{N}]+$/u.test(prefix)),
      'a folded word has only letters and digits',
    )
    this.takeIn()
    const query = prefixes.map((prefix) => `"${prefix}"*`).join(' AND ')
    return this.#statements.with.all(query, limit)
  }

  #forget(key: number): void {
    const text = this.#waiting.get(key)
    if (text === undefined) return
    this.#waiting.delete(key)
    this.#undo.push(() => this.#waiting.set(key, text))
  }

  #hasWords(key: number): boolean {
    return this.#worded.mayHave(key) && this.#statements.has.get(key) !== undefined
  }
}

type Statements = ReturnType<typeof prepare>

function prepare(connection: Connection) {
  return {
    add: connection.prepare<[number, string]>('INSERT INTO word (rowid, text) VALUES (?, ?)'),
    drop: connection.prepare<[number]>('DELETE FROM word WHERE rowid = ?'),
    merge: connection.prepare<[number]>("INSERT INTO word (word, rank) VALUES ('merge', ?)"),
    changes: connection.prepare<[], number>('SELECT total_changes()').pluck(),
    has: connection.prepare<[number]>('SELECT 1 FROM word_docsize WHERE id = ?'),
    last: connection.prepare<[], number | null>('SELECT max(id) FROM word_docsize').pluck(),
    with: connection
      .prepare<[string, number], number>(
        'SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid DESC LIMIT ?',
      )
      .pluck(),
  }
}
