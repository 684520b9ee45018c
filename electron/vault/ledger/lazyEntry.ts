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

export type About = Omit<OpenedEntry, 'state'>

export class LazyEntry {
  readonly seq: number
  readonly time: number
  readonly author: OpenedEntry['author']
  readonly op: string
  declare readonly record?: RecordId
  declare readonly carried?: true
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
    const start = this.#start + name.length + 5
    if (start >= this.#end) return undefined
    if (this.#piece.toString('latin1', this.#start, start) !== `{"${name}":"`) return undefined
    const end = this.#piece.indexOf(QUOTE, start)
    return end < 0 || end >= this.#end ? undefined : this.#piece.toString('latin1', start, end)
  }
}
