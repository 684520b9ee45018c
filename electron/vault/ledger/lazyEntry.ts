/**
 * An entry whose body is parsed when somebody looks at it: at an unlock most are not, and parsing takes the longest.
 * Bodies lie one behind the other in a few large pieces of memory: a hundred thousand buffers of their own
 * would cost more than what is in them.
 */
import { VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { OpenedEntry } from './types.ts'

const PIECE_BYTES = 1024 * 1024
const QUOTE = 0x22

/** Memory for bodies; a piece is free again when no entry in it is known any more. */
export class BodyMemory {
  #piece = Buffer.alloc(0)
  #at = 0

  /** Room for `length` bytes, to be filled at once. */
  take(length: number): { readonly piece: Buffer; readonly start: number } {
    if (length > PIECE_BYTES / 4) return { piece: Buffer.allocUnsafeSlow(length), start: 0 }
    if (this.#at + length > this.#piece.length) {
      this.#piece = Buffer.allocUnsafeSlow(PIECE_BYTES)
      this.#at = 0
    }
    const start = this.#at
    this.#at += length
    return { piece: this.#piece, start }
  }
}

/**
 * The same for who has done with all entries of one reading before the next begins: the pieces are filled again. Left to
 * be collected, a thread has tens of megabytes of them before anybody collects.
 */
export class ReusedBodyMemory extends BodyMemory {
  readonly #pieces: Buffer[] = []
  #current = 0
  #filled = 0

  override take(length: number): { readonly piece: Buffer; readonly start: number } {
    if (length > PIECE_BYTES / 4) return super.take(length)
    if (this.#filled + length > PIECE_BYTES) {
      this.#current += 1
      this.#filled = 0
    }
    const piece = this.#pieces[this.#current] ?? Buffer.allocUnsafeSlow(PIECE_BYTES)
    this.#pieces[this.#current] = piece
    const start = this.#filled
    this.#filled += length
    return { piece, start }
  }

  /** Entries that were read before are not to be looked at any more. */
  reuse(): void {
    this.#current = 0
    this.#filled = 0
  }

  wipe(): void {
    for (const piece of this.#pieces) piece.fill(0)
    this.reuse()
  }
}

export type About = Omit<OpenedEntry, 'state'>

export class LazyEntry {
  readonly seq: number
  readonly time: number
  readonly author: OpenedEntry['author']
  readonly op: string
  declare readonly record?: RecordId
  declare readonly carried?: true
  declare readonly isOfBulk?: true
  readonly state = 'open'
  readonly #piece: Buffer
  readonly #start: number
  readonly #end: number

  /** Its JSON lies in `piece` from `start` to `end`. */
  constructor(
    { seq, time, author, op, record, carried }: About,
    piece: Buffer,
    start: number,
    end: number,
  ) {
    this.seq = seq
    this.time = time
    this.author = author
    this.op = op
    if (record !== undefined) this.record = record
    if (carried) this.carried = carried
    this.#piece = piece
    this.#start = start
    this.#end = end
  }

  /** Its JSON as it lies in memory. */
  get json(): Buffer {
    return this.#piece.subarray(this.#start, this.#end)
  }

  get body(): unknown {
    try {
      return JSON.parse(this.#piece.toString('utf8', this.#start, this.#end))
    } catch {
      throw new VaultError('ledger_damaged', { seq: this.seq })
    }
  }

  peek(name: string): string | undefined {
    const bytes = beginningOf(name)
    const start = this.#start + bytes.length
    if (start >= this.#end) return undefined
    for (let place = 0; place < bytes.length; place += 1) {
      if (this.#piece[this.#start + place] !== bytes[place]) return undefined
    }
    let end = start
    while (end < this.#end && this.#piece[end] !== QUOTE) end += 1
    return end === this.#end ? undefined : this.#piece.toString('latin1', start, end)
  }
}

/** Entries of a bulk as they are made, in a fraction of the memory that their bodies take as objects. */
export class MadeEntries {
  readonly #bodies = new BodyMemory()
  readonly #made: {
    readonly op: string
    readonly record: RecordId | undefined
    readonly piece: Buffer
    readonly start: number
    readonly end: number
  }[] = []

  add(op: string, record: RecordId | undefined, json: Buffer): void {
    const { piece, start } = this.#bodies.take(json.length)
    json.copy(piece, start)
    this.#made.push({ op, record, piece, start, end: start + json.length })
  }

  /** Once: what was taken is not kept. */
  *take(firstSeq: number, time: number, author: OpenedEntry['author']): Generator<LazyEntry> {
    const made = this.#made.splice(0).reverse()
    for (let seq = firstSeq, each = made.pop(); each; seq += 1, each = made.pop()) {
      const { op, record, piece, start, end } = each
      const about = { seq, time, author, op }
      const entry = new LazyEntry(
        record === undefined ? about : { ...about, record },
        piece,
        start,
        end,
      )
      yield Object.assign(entry, { isOfBulk: true as const })
    }
  }
}

/** What a body begins with whose first name is `name`. Few are asked for. */
const beginnings = new Map<string, Buffer>()

function beginningOf(name: string): Buffer {
  const known = beginnings.get(name)
  if (known) return known
  const made = Buffer.from(`{"${name}":"`, 'latin1')
  beginnings.set(name, made)
  return made
}
