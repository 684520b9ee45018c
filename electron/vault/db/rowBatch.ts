/**
 * Rows of the ledger, many at a time: SQLite joins them into one value, which costs a third of what fetching three
 * values for each row does. What cannot be joined, because something is missing in between or is of another
 * shape than a row has, is fetched row by row: what is wrong is said there.
 */
import type { RawRow } from './rows.ts'
import type { Connection, Statement } from './sqlite.ts'

const PREV_BYTES = 32
const NONCE_BYTES = 24
const BEFORE_BOX = PREV_BYTES + NONCE_BYTES

interface Joined {
  readonly count: number
  readonly whole: number
  readonly first: number
  readonly last: number
  readonly boxes: string
  readonly bytes: Buffer
}

export class RowBatches {
  readonly #joined: Statement<[number, number], Joined>
  readonly #apart: Statement<[number, number, number], RawRow>

  constructor(connection: Connection) {
    // By their numbers, not the first so many: SQLite would make a table of those before it joins them. They come in
    // the order of the numbers, by which it finds them; were it another, none would open at its place.
    this.#joined = connection.prepare(
      `SELECT count(*) AS count, min(seq) AS first, max(seq) AS last,
       total(typeof(prev) = 'blob' AND length(prev) = ${PREV_BYTES} AND typeof(nonce) = 'blob'
         AND length(nonce) = ${NONCE_BYTES} AND typeof(box) = 'blob') AS whole,
       group_concat(length(box)) AS boxes, CAST(group_concat(prev || nonce || box, '') AS BLOB) AS bytes
       FROM ledger WHERE seq BETWEEN ? AND ?`,
    )
    this.#apart = connection.prepare(
      'SELECT seq, prev, nonce, box FROM ledger WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT ?',
    )
  }

  /** Up to `limit` rows with fromSeq ≤ seq ≤ toSeq, in order; unchecked. They share one piece of memory. */
  read(fromSeq: number, toSeq: number, limit: number): RawRow[] {
    const end = Math.min(toSeq, fromSeq + limit - 1)
    const joined = end < fromSeq ? undefined : this.#joined.get(fromSeq, end)
    // Where one is missing there may be more behind it, up to the limit.
    const isWhole = joined?.first === fromSeq && joined.last === end
    return (isWhole ? taken(joined) : undefined) ?? this.#apart.all(fromSeq, toSeq, limit)
  }
}

/** Undefined when the bytes are not rows one behind the other. */
function taken({ count, whole, first, last, boxes, bytes }: Joined): RawRow[] | undefined {
  if (whole !== count || last - first + 1 !== count) return undefined
  const rows: RawRow[] = []
  let at = 0
  for (const length of boxes.split(',')) {
    const box = at + BEFORE_BOX
    const end = box + Number(length)
    rows.push({
      seq: first + rows.length,
      prev: bytes.subarray(at, at + PREV_BYTES),
      nonce: bytes.subarray(at + PREV_BYTES, box),
      box: bytes.subarray(box, end),
    })
    at = end
  }
  return rows.length === count && at === bytes.length ? rows : undefined
}
