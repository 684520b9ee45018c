/**
 * Rows of `vault.db` found without SQLite: every page of the file and of its log is searched for what a row
 * of one of our tables begins with, whether or not a tree still leads there. For salvage, when SQLite cannot
 * open the file or cannot reach a row; a damaged byte then costs the rows that it lies in and no others.
 *
 * What is found proves nothing: it may be damaged, moved or older than another find. Whoever uses it opens it
 * with the key of its place and drops what does not open.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { fsCode, mapFsErrors } from '../folder/fsErrors.ts'
import { PAGE_SIZE } from './vaultSchema.ts'

/** A row as it was found: its integer key and its blobs, in the order of the columns. */
export interface LostRow {
  readonly table: 'header' | 'ledger' | 'sealed'
  readonly key: number
  readonly blobs: readonly Buffer[]
}

/** What the types in a row's record begin with: NULL for the integer key, then blobs. n bytes have type 2n + 12. */
interface Pattern {
  readonly table: LostRow['table']
  /** What is searched for. */
  readonly types: Buffer
  /** The types before the last, whose length is read. */
  readonly known: Buffer
}

const blobType = (bytes: number): number => 2 * bytes + 12
const LEDGER_TYPES = Buffer.from([0x00, blobType(32), blobType(24)])
const SEALED_TYPES = Buffer.from([0x00, blobType(24)])

const patternsFor = (headerLengths: readonly number[]): readonly Pattern[] => [
  { table: 'ledger', types: LEDGER_TYPES, known: LEDGER_TYPES },
  { table: 'sealed', types: SEALED_TYPES, known: SEALED_TYPES },
  ...headerLengths.map((length) => ({
    table: 'header' as const,
    types: Buffer.concat([Buffer.from([0x00]), writeVarint(blobType(length))]),
    known: Buffer.from([0x00]),
  })),
]
/** SQLite's own limit of a row is far higher; no box of ours is larger than this. */
const MAX_PAYLOAD = 4 << 20
const WAL_HEADER_BYTES = 32
const WAL_FRAME_BYTES = 24
const MAX_KEY_BYTES = 9

/**
 * Every find in the log first (newest frame first) and then in the database. `path` is that of the database;
 * a file that is not there holds nothing. `headerLengths`: how long a header may be.
 */
export function* findLostRows(path: string, headerLengths: readonly number[]): Generator<LostRow> {
  const patterns = patternsFor(headerLengths)
  const database = PageFile.open(path, 0, 0)
  const log = PageFile.open(`${path}-wal`, WAL_HEADER_BYTES, WAL_FRAME_BYTES)
  try {
    const frames = log ? frameOfPage(log) : new Map<number, number>()
    const withLog = (page: number): Buffer | undefined => {
      const frame = frames.get(page)
      return frame === undefined ? database?.page(page - 1) : log?.page(frame)
    }
    for (let index = (log?.count ?? 0) - 1; log && index >= 0; index -= 1) {
      yield* rowsIn(log.page(index), withLog, patterns)
    }
    for (let index = 0; database && index < database.count; index += 1) {
      yield* rowsIn(database.page(index), (page) => database.page(page - 1), patterns)
    }
  } finally {
    database?.close()
    log?.close()
  }
}

/** Pages of PAGE_SIZE, each behind `prefix` bytes of its own, after `start` bytes. The last may be cut. */
class PageFile {
  readonly count: number
  readonly #file: number
  readonly #start: number
  readonly #prefix: number

  private constructor(file: number, size: number, start: number, prefix: number) {
    this.#file = file
    this.#start = start
    this.#prefix = prefix
    this.count = Math.ceil(Math.max(0, size - start - prefix) / (prefix + PAGE_SIZE))
  }

  static open(path: string, start: number, prefix: number): PageFile | undefined {
    return mapFsErrors('read', () => {
      try {
        const file = openSync(path, 'r')
        return new PageFile(file, fstatSync(file).size, start, prefix)
      } catch (error) {
        if (fsCode(error) === 'ENOENT') return undefined
        throw error
      }
    })
  }

  /** What is there of the page at an index from 0; undefined outside. */
  page(index: number): Buffer | undefined {
    if (index < 0 || index >= this.count) return undefined
    return this.#read(this.#at(index) + this.#prefix, PAGE_SIZE)
  }

  /** The number in the first four bytes of its prefix. */
  numberOf(index: number): number {
    const bytes = this.#read(this.#at(index), 4)
    return bytes.length === 4 ? bytes.readUInt32BE() : 0
  }

  #at(index: number): number {
    return this.#start + index * (this.#prefix + PAGE_SIZE)
  }

  #read(at: number, length: number): Buffer {
    const bytes = Buffer.alloc(length)
    try {
      return bytes.subarray(0, readSync(this.#file, bytes, 0, length, at))
    } catch (error) {
      // A bad sector costs its page.
      if (fsCode(error) === 'EIO') return bytes.subarray(0, 0)
      throw error
    }
  }

  close(): void {
    closeSync(this.#file)
  }
}

/** The newest frame of each page. Checksums are not looked at: what is found is opened with a key anyway. */
function frameOfPage(log: PageFile): Map<number, number> {
  const frames = new Map<number, number>()
  for (let index = 0; index < log.count; index += 1) frames.set(log.numberOf(index), index)
  return frames
}

type GetPage = (number: number) => Buffer | undefined

function* rowsIn(
  page: Buffer | undefined,
  getPage: GetPage,
  patterns: readonly Pattern[],
): Generator<LostRow> {
  if (!page) return
  for (const { table, types, known } of patterns) {
    for (let at = page.indexOf(types); at >= 0; at = page.indexOf(types, at + 1)) {
      const row = rowAt(page, at, known, getPage)
      if (row) yield { table, ...row }
    }
  }
}

/**
 * The row whose types begin at `at`: [payload size][key][header size][types …][blobs …]. Everything before
 * the types follows from them but the key, so a find that is no row is told from one that is.
 */
function rowAt(
  page: Buffer,
  at: number,
  known: Buffer,
  getPage: GetPage,
): Omit<LostRow, 'table'> | undefined {
  const last = readVarint(page, at + known.length)
  if (!last || last.value < 12 || last.value % 2 !== 0) return undefined
  const headerBytes = 1 + known.length + last.length
  if (page[at - 1] !== headerBytes) return undefined
  const lengths = [...known.subarray(1), last.value].map((type) => (type - 12) / 2)
  const payload = headerBytes + lengths.reduce((sum, length) => sum + length, 0)
  if (payload > MAX_PAYLOAD) return undefined
  const key = keyBefore(page, at - 1, payload)
  if (key === undefined) return undefined
  const bytes = payloadFrom(page, at - 1, payload, getPage)
  if (!bytes) return undefined
  let start = headerBytes
  const blobs = lengths.map((length) => {
    start += length
    return bytes.subarray(start - length, start)
  })
  return { key, blobs }
}

/** The integer key that ends before `end` and has the payload's size before it. */
function keyBefore(page: Buffer, end: number, payload: number): number | undefined {
  const size = writeVarint(payload)
  for (let length = 1; length <= MAX_KEY_BYTES; length += 1) {
    const start = end - length
    if (start < size.length) return undefined
    const key = readVarint(page, start)
    if (key?.length !== length) continue
    if (page.subarray(start - size.length, start).equals(size)) return key.value
  }
  return undefined
}

/** How much of a payload lies in its leaf, as SQLite's file format says; the rest follows page by page. */
function payloadFrom(
  page: Buffer,
  start: number,
  payload: number,
  getPage: GetPage,
): Buffer | undefined {
  const most = PAGE_SIZE - 35
  const least = Math.floor(((PAGE_SIZE - 12) * 32) / 255) - 23
  const fitting = least + ((payload - least) % (PAGE_SIZE - 4))
  const local = payload <= most ? payload : fitting <= most ? fitting : least
  const pieces = [page.subarray(start, start + local)]
  let missing = payload - local
  let next = missing > 0 && start + local + 4 <= page.length ? page.readUInt32BE(start + local) : 0
  while (missing > 0) {
    const more = getPage(next)
    if (!more || more.length < 4) return undefined
    pieces.push(more.subarray(4, 4 + Math.min(missing, PAGE_SIZE - 4)))
    missing -= Math.min(missing, PAGE_SIZE - 4)
    next = more.readUInt32BE(0)
  }
  const bytes = Buffer.concat(pieces)
  return bytes.length === payload ? bytes : undefined
}

/** SQLite's integer of 1 to 9 bytes, seven bits each, the ninth with eight. NaN beyond the safe integers. */
function readVarint(bytes: Buffer, at: number): { value: number; length: number } | undefined {
  let value = 0n
  for (let length = 1; length <= MAX_KEY_BYTES; length += 1) {
    const byte = bytes[at + length - 1]
    if (byte === undefined || at < 0) return undefined
    if (length === MAX_KEY_BYTES) value = (value << 8n) | BigInt(byte)
    else value = (value << 7n) | BigInt(byte & 0x7f)
    if (byte < 0x80 || length === MAX_KEY_BYTES) {
      const safe = value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : Number.NaN
      return { value: safe, length }
    }
  }
  return undefined
}

/** Up to 28 bits: sizes only. */
function writeVarint(value: number): Buffer {
  const bytes = [value & 0x7f]
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80)
  return Buffer.from(bytes)
}
