/** The SQL of filters: which records of a kind show one of some codes in each of some fields. */
import type { OpenKind } from '../../../shared/model/model.ts'
import { filterColumn, NOT_MERGED_AWAY } from './indexList.ts'
import { type IndexColumn, tableOf } from './indexSchema.ts'
import type { Connection, Statement } from './sqlite.ts'

/** Field → codes, one of which must be among its shown values. */
export type CodeFilter = ReadonlyMap<string, readonly string[]>

interface Prepared {
  readonly passes: Statement<(string | number)[], { readonly key: number }>
  readonly newest: Statement<(string | number)[], { readonly key: number }>
}

export class IndexFilters {
  readonly #connection: Connection
  readonly #prepared = new Map<string, Prepared>()
  readonly #updated = new Map<OpenKind, Statement<[number], number>>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Errors: `bad_input` for a field without a closed set of codes. */
  check(kind: OpenKind, filter: CodeFilter): void {
    this.#statements(kind, filter)
  }

  /** Whether the record with this key is of the kind and passes. Errors: `bad_input`. */
  passes(key: number, kind: OpenKind, filter: CodeFilter): boolean {
    return this.#statements(kind, filter).passes.get(...bound(filter), key) !== undefined
  }

  /** Keys of the records that pass, the last changed first. Errors: `bad_input`. */
  newest(kind: OpenKind, filter: CodeFilter, limit: number): number[] {
    return this.#statements(kind, filter)
      .newest.all(...bound(filter), limit)
      .map(({ key }) => key)
  }

  /** When a record changed last; 0 when it is not there. */
  updatedAt(key: number, kind: OpenKind): number {
    const known = this.#updated.get(kind)
    const statement =
      known ??
      this.#connection
        .prepare<[number], number>(`SELECT updated_at FROM ${tableOf(kind)} WHERE key = ?`)
        .pluck()
    if (!known) this.#updated.set(kind, statement)
    return statement.get(key) ?? 0
  }

  #statements(kind: OpenKind, filter: CodeFilter): Prepared {
    const name = JSON.stringify([kind, ...filter.keys()])
    const known = this.#prepared.get(name)
    if (known) return known
    const where = [...filter.keys()].map((field) => anyOf(filterColumn(kind, field)))
    if (kind === 'person') where.push(NOT_MERGED_AWAY)
    const from = `SELECT this.key FROM ${tableOf(kind)} AS this WHERE ${[...where, ''].join(' AND ')}`
    const made: Prepared = {
      passes: this.#connection.prepare(`${from}this.key = ?`),
      newest: this.#connection.prepare(
        `${from}true ORDER BY this.updated_at DESC, this.key DESC LIMIT ?`,
      ),
    }
    this.#prepared.set(name, made)
    return made
  }
}

/** The codes of each field as one value, so that the statement is the same however many there are. */
const bound = (filter: CodeFilter): string[] =>
  [...filter.values()].map((codes) => JSON.stringify(codes))

const anyOf = ({ sql, field }: IndexColumn): string =>
  field.many
    ? `EXISTS (SELECT 1 FROM json_each(this.${sql}) AS shown, json_each(?) AS asked WHERE shown.value = asked.value)`
    : `this.${sql} IN (SELECT value FROM json_each(?))`
