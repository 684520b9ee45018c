/**
 * By which language's alphabet the lists of the working index are sorted, and the keys of a kind made anew for another
 * language, some rows at a time. A list is in one order only once all rows of its kind have been gone through.
 */
import type { Language } from '../../../shared/i18n/languages.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import type { IndexFiles } from './indexFiles.ts'
import { columnsOf, isAlphabetical, tableOf } from './indexSchema.ts'
import type { Connection, Statement } from './sqlite.ts'

/** Numbers in the table: never to be changed, snapshots have them. */
const NUMBERS: Readonly<Record<Language, number>> = { en: 1, uk: 2, ru: 3, tr: 4, crh: 5 }

type Cell = string | number | null

interface Prepared {
  readonly next: { all(after: number, limit: number): Cell[][] }
  readonly put: Statement<Cell[]>
}

export class IndexSorting {
  readonly #connection: Connection
  readonly #files: IndexFiles
  readonly #prepared = new Map<OpenKind, Prepared>()
  readonly #onRekeyed: () => void
  #language: Language | undefined

  /** `onRekeyed`: called when rows have other keys than before. */
  constructor(connection: Connection, files: IndexFiles, onRekeyed: () => void) {
    this.#connection = connection
    this.#files = files
    this.#onRekeyed = onRekeyed
    const number = files.number('sortedIn')
    const languages = Object.keys(NUMBERS) as Language[]
    this.#language = languages.find((language) => NUMBERS[language] === number)
  }

  /** Undefined before anything was put in. */
  get language(): Language | undefined {
    return this.#language
  }

  setLanguage(language: Language): void {
    this.#files.setNumber('sortedIn', NUMBERS[language])
    this.#language = language
  }

  /** Makes the keys of at most `limit` rows behind `after` anew. The last row's key, or undefined when none is left. */
  rekey(
    kind: OpenKind,
    after: number,
    limit: number,
    anew: (key: string) => string,
  ): number | undefined {
    const { next, put } = this.#statements(kind)
    const rows = next.all(after, limit)
    this.#connection.transaction(() => {
      for (const [key = 0, ...cells] of rows) {
        put.run(...cells.map((cell) => (typeof cell === 'string' ? anew(cell) : cell)), key)
      }
    })()
    this.#onRekeyed()
    return rows.at(-1)?.[0] as number | undefined
  }

  #statements(kind: OpenKind): Prepared {
    const known = this.#prepared.get(kind)
    if (known) return known
    const columns = [
      'title_order',
      ...columnsOf(kind)
        .filter(isAlphabetical)
        .map(({ sql }) => sql),
    ]
    const set = columns.map((column) => `${column} = ?`).join(', ')
    const made: Prepared = {
      next: this.#connection
        .prepare(
          `SELECT key, ${columns.join(', ')} FROM ${tableOf(kind)} WHERE key > ? ORDER BY key LIMIT ?`,
        )
        .raw() as unknown as Prepared['next'],
      put: this.#connection.prepare(`UPDATE ${tableOf(kind)} SET ${set} WHERE key = ?`),
    }
    this.#prepared.set(kind, made)
    return made
  }
}
