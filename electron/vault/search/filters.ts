/**
 * The filters of a search. A record passes when it passes those of its own kind: in each field that one is about it
 * shows one of the values asked for. Kinds that no filter is about are left out.
 */
import type { SearchFilter } from '../../../shared/contract/search.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import type { IndexDb } from '../db/indexDb.ts'

export class Filters {
  readonly #db: IndexDb
  readonly #ofKind = new Map<OpenKind, Map<string, string[]>>()

  /** Errors: `bad_input` for a field that cannot be filtered by. */
  constructor(db: IndexDb, filters: readonly SearchFilter[]) {
    this.#db = db
    for (const { kind, field, value } of filters) {
      const fields = this.#ofKind.get(kind) ?? new Map<string, string[]>()
      this.#ofKind.set(kind, fields)
      if (field !== null && value !== null) fields.set(field, [...(fields.get(field) ?? []), value])
    }
    for (const [kind, fields] of this.#ofKind) db.filters.check(kind, fields)
  }

  get isEmpty(): boolean {
    return this.#ofKind.size === 0
  }

  passes(key: number, kind: OpenKind): boolean {
    if (this.isEmpty) return true
    const fields = this.#ofKind.get(kind)
    if (!fields) return false
    return fields.size === 0 || this.#db.filters.passes(key, kind, fields)
  }

  /** Of each kind those that pass and changed last. */
  newest(limit: number): number[] {
    return [...this.#ofKind].flatMap(([kind, fields]) =>
      this.#db.filters.newest(kind, fields, limit),
    )
  }
}
