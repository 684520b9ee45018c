/** The SQL of a list: which records of a kind, in which order, from the filter and the sort that were asked for. */
import { VaultError } from '../../../shared/errors.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import { columnsOf, type IndexColumn, tableOf } from './indexSchema.ts'

export interface ListQuery {
  readonly kind: OpenKind
  /** Field → code that must be among its shown values. Only fields with a closed set of codes. */
  readonly filter: Readonly<Record<string, string>>
  /** Only records with a value that is stale on this day, since 1970. */
  readonly staleOn?: number | undefined
  /** A listed field, `title` or `updatedAt`; by title when not said, or by `among` where that is given. */
  readonly sort?: { readonly by: string; readonly descending: boolean } | undefined
  /** Only rows with these keys, best first. */
  readonly among?: readonly number[] | undefined
  readonly offset: number
  readonly limit: number
}

export interface ListSql {
  /** Takes `values`, then limit and offset. */
  readonly sql: string
  readonly countSql: string
  readonly values: readonly (string | number)[]
}

/** Errors: `bad_input` for a field that cannot be filtered or sorted by. */
export function listSql({ kind, filter, staleOn, sort, among }: ListQuery): ListSql {
  const values: (string | number)[] = []
  const from = [`FROM ${tableOf(kind)} AS this`]
  if (among) {
    from.push('JOIN json_each(?) AS among ON among.value = this.key')
    values.push(JSON.stringify(among))
  }
  const where = Object.entries(filter).map(([name, code]) => {
    values.push(code)
    return condition(filterColumn(kind, name))
  })
  if (staleOn !== undefined) {
    where.push('this.stale_on <= ?')
    values.push(staleOn)
  }
  if (kind === 'person') where.push(NOT_MERGED_AWAY)
  if (where.length > 0) from.push(`WHERE ${where.join(' AND ')}`)
  const body = from.join(' ')
  const order = sort ? ordered(kind, sort) : among ? 'among.key' : 'this.title_order'
  return {
    sql: `SELECT this.key ${body} ORDER BY ${order}, this.title_order, this.key LIMIT ? OFFSET ?`,
    countSql: `SELECT count(*) AS total ${body}`,
    values,
  }
}

/** Whom another record stands for is shown by that one. */
export const NOT_MERGED_AWAY = 'NOT EXISTS (SELECT 1 FROM merged WHERE target = this.key)'

/** Errors: `bad_input`. */
export function filterColumn(kind: OpenKind, name: string): IndexColumn {
  const column = columnsOf(kind).find((each) => each.name === name && each.use === 'filter')
  if (!column) throw new VaultError('bad_input')
  return column
}

const condition = ({ sql, field }: IndexColumn): string =>
  field.many ? `EXISTS (SELECT 1 FROM json_each(this.${sql}) WHERE value = ?)` : `this.${sql} = ?`

/** Records without a value come last in either direction. */
function ordered(kind: OpenKind, { by, descending }: { by: string; descending: boolean }): string {
  const direction = descending ? 'DESC' : 'ASC'
  if (by === 'title') return `this.title_order ${direction}`
  if (by === 'updatedAt') return `this.updated_at ${direction}`
  const column = columnsOf(kind).find((each) => each.name === by && each.use === 'order')
  if (!column) throw new VaultError('bad_input')
  const value = `this.${column.sql}`
  return `${value} IS NULL, ${value} ${direction}`
}
