/**
 * Tables that leave the vault: what one would hold, and writing one. A table is written only when every value of it
 * passed the guard for its reader, when nothing protected was found in its text, and when the vault has it on disk that
 * it left: what it holds, how many rows, for whom, and the hash of the very bytes. The file appears last, and whole.
 */
import { createHash, type Hash } from 'node:crypto'
import type {
  ExportPreview,
  ExportRequest,
  ExportSubject,
} from '../../../shared/contract/exports.ts'
import type { Reason } from '../../../shared/contract/records.ts'
import { VaultError } from '../../../shared/errors.ts'
import { EXPORT_WORDS } from '../../../shared/export/words.ts'
import { MODEL_LABELS } from '../../../shared/i18n/index.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { CustomDefinition } from '../../../shared/model/custom.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import type { RecordChange } from '../../../shared/model/statement.ts'
import { Links, type RecordSource } from '../dossier/gather.ts'
import type { Reader } from '../dossier/guard.ts'
import type { IdentityScan } from '../dossier/identityScan.ts'
import { type BeginLeaving, stageLeaving } from '../folder/leaving.ts'
import type { NewEntry } from '../ledger/types.ts'
import type { CustomLookup } from '../records/customFields.ts'
import { slices } from '../slices.ts'
import { ClearedTitles } from './clearedTitles.ts'
import { columnsFor } from './columns.ts'
import { writeCsv } from './csv.ts'
import { type Figures, figuresTable } from './figuresTable.ts'
import { foundTable } from './foundTable.ts'
import { tableRecord } from './issuedRecord.ts'
import { type ClearedTable, ListTable } from './listTable.ts'
import { isSearched, Narrowing, type Reasons } from './narrowing.ts'
import { scanTable, type TableLeaks } from './tableScan.ts'
import { LONGEST_CELL, writeXlsx } from './xlsx.ts'

/** A table left the vault. Sealed with the record that says so, which is of the kind of dossiers. */
export const OP_TABLE_EXPORT = 'table.export'

/** As many as the import takes. */
const MOST_ROWS = 200_000
/** People are named one by one in the record of a table as in that of a dossier, up to so many. */
const MOST_PEOPLE = 2000
const SAMPLE_ROWS = 5
/** Times that a table is made: something may be saved, withdrawn or erased while it is. */
const MOST_TRIES = 3
/** Places that are shown; the number told is that of all. */
const LEAKS_SHOWN = 50

export interface ExportServiceParts {
  readonly records: RecordSource
  readonly identities: IdentityScan
  /** The fields that the team defined. */
  readonly custom: CustomLookup & { all(): readonly CustomDefinition[] }
  /** Records of a list or of a search, in their order. */
  readonly listed: (
    subject: Extract<ExportSubject, { of: 'list' }>,
    breathe: () => Promise<void>,
  ) => Promise<readonly RecordId[]>
  readonly found: (
    subject: Extract<ExportSubject, { of: 'search' }>,
  ) => Promise<readonly { readonly id: RecordId; readonly reasons: readonly Reason[] }[]>
  /** Why the records of a list match the words that it is narrowed by. */
  readonly reasonsOf: (query: string, kind: OpenKind) => Promise<Reasons>
  readonly figures: () => Promise<Figures>
  readonly title: (id: RecordId) => string
  /** How a table becomes a record, and how its leaving enters the ledger. */
  readonly create: (change: RecordChange) => { readonly id: RecordId }
  readonly save: (id: RecordId, change: RecordChange) => void
  readonly append: (entries: readonly NewEntry[]) => unknown
  /** Before a file is written. */
  readonly begin: BeginLeaving
  /** Resolves when the vault can be written to. */
  readonly writable: () => Promise<void>
  /** False when part of the ledger could not be read: then not all that is protected is known. */
  readonly isComplete: () => boolean
  /** The last entry of the ledger: another one means that something may be told otherwise. */
  readonly lastEntry: () => number
  /** Records in the vault, for how far a search of them is. */
  readonly recordCount: () => number
  /** YYYY-MM-DD. */
  readonly today: () => string
}

export interface ExportOptions {
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

export interface Exported {
  readonly record: RecordId
  readonly sha256: string
  readonly rows: number
  readonly columns: readonly string[]
  readonly leftOut: ExportPreview['leftOut']
  readonly shortened: number
  readonly untold: number
}

interface Examined extends TableLeaks {
  readonly name: string
  readonly table: ClearedTable
}

export class ExportService {
  readonly #parts: ExportServiceParts

  constructor(parts: ExportServiceParts) {
    this.#parts = parts
  }

  /** What would be written, what is left out, and where leaks are. Errors: `too_large`, `bad_input`, `cancelled`. */
  async preview(request: ExportRequest, options: ExportOptions = {}): Promise<ExportPreview> {
    const { table, leaks, closed } = await this.#examine(request, options)
    return {
      rows: table.rows.length,
      columns: [...table.headings],
      // Whoever exports is told where something protected stands; what it is would be read in the rows.
      sample:
        leaks.length > 0 ? [] : table.rows.slice(0, SAMPLE_ROWS).map((row) => row.map(String)),
      leftOut: [...table.leftOut],
      leaks: leaks.slice(0, LEAKS_SHOWN).map(({ record, heading }) => ({
        ...{ record, heading },
        title: record === null ? '' : this.#parts.title(record),
      })),
      leakCount: leaks.length,
      closedIdentities: closed,
      untold: table.untold,
      shortened: await shortened(request, table, slices(options.signal)),
    }
  }

  /**
   * Errors: `table_leak` (with the number of places); `custodian_closed` while identities of witnesses cannot be
   * searched for; `table_refused` when a part of the ledger could not be read, or when the reader may read nothing of
   * it or of no record why it is there; `too_large`, `cancelled`; `busy` when the vault was changed each time while the table was made; `disk_full`, `read_only`, `io_failed`, and then no file is left; those of the append.
   */
  async write(
    request: ExportRequest,
    path: string,
    options: ExportOptions = {},
  ): Promise<Exported> {
    for (let left = MOST_TRIES; left > 0; left -= 1) {
      const written = await this.#tryWriting(request, path, options)
      if (written) return written
    }
    throw new VaultError('busy')
  }

  /** Undefined when the vault was changed while the table was made: then it might hold what nobody may read any more. */
  async #tryWriting(
    request: ExportRequest,
    path: string,
    options: ExportOptions,
  ): Promise<Exported | undefined> {
    const lastEntry = this.#parts.lastEntry()
    const { name, table, leaks, searched, closed } = await this.#examine(request, options)
    if (leaks.length > 0) throw new VaultError('table_leak', { places: leaks.length })
    if (closed > 0) throw new VaultError('custodian_closed', { closedIdentities: closed })
    if (!this.#parts.isComplete()) throw new VaultError('table_refused', { unreadEntries: true })
    if (table.headings.length === 0) throw new VaultError('table_refused', { columns: 0 })
    // An empty table would say that nobody is held back.
    if (table.rows.length === 0 && table.untold > 0)
      throw new VaultError('table_refused', { untold: table.untold })
    const breathe = slices(options.signal)
    const cut = await shortened(request, table, breathe)
    const hash = createHash('sha256')
    const pieces = hashed(hash, written(request, name, table, options))
    const staged = await stageLeaving(this.#parts.begin, path, pieces)
    const sha256 = hash.digest('hex')
    let record: RecordId
    try {
      await this.#parts.writable()
      stop(options.signal)
      if (this.#parts.lastEntry() !== lastEntry) {
        await staged.discard()
        return undefined
      }
      record = this.#record(request, name, sha256, table)
      this.#enter(request, record, { sha256, searched }, table)
    } catch (error) {
      await staged.discard()
      throw error
    }
    await staged.publish()
    options.onProgress?.(table.rows.length, table.rows.length)
    const { headings: columns, leftOut } = table
    return {
      ...{ record, sha256, columns, leftOut: [...leftOut] },
      ...{ rows: table.rows.length, shortened: cut, untold: table.untold },
    }
  }

  #record(request: ExportRequest, name: string, sha256: string, table: ClearedTable): RecordId {
    const { reader, language } = request
    const { create, save, today } = this.#parts
    const people = table.people.size > MOST_PEOPLE ? [] : [...table.people]
    const title = EXPORT_WORDS[language].title(name)
    const [first, ...others] = tableRecord({ title, reader, language, sha256, people }, today())
    const { id } = create(first)
    for (const change of others) save(id, change)
    return id
  }

  #enter(
    { subject, reader, language, format }: ExportRequest,
    record: RecordId,
    said: { readonly sha256: string; readonly searched: number },
    table: ClearedTable,
  ): void {
    const consents = [...new Set(table.opened.map(({ consent }) => consent))]
    const body = {
      sha256: said.sha256,
      what: subject.of === 'list' ? subject.kind : subject.of,
      audience: reader,
      ...{ language, format },
      rows: table.rows.length,
      columns: table.headings.length,
      leftOut: table.leftOut.length,
      searched: said.searched,
      ...(consents.length > 0 ? { consents } : {}),
    }
    this.#parts.append([{ op: OP_TABLE_EXPORT, record, body }])
  }

  async #examine(request: ExportRequest, options: ExportOptions): Promise<Examined> {
    const { records, identities } = this.#parts
    const reader: Reader = {
      audience: request.reader,
      today: this.#parts.today(),
      custom: this.#parts.custom,
    }
    const breathe = slices(options.signal)
    const { name, table } = await this.#table(request, reader, breathe, options)
    const { length } = table.rows
    const leaks = await scanTable({ reader, records }, identities, table, {
      breathe,
      recordCount: this.#parts.recordCount(),
      onDone: (share) => options.onProgress?.(reached(TABLE, SCAN, share, length), length),
    })
    return { name, table, ...leaks }
  }

  async #table(
    { subject, language, reader: audience }: ExportRequest,
    reader: Reader,
    breathe: () => Promise<void>,
    { onProgress }: ExportOptions,
  ): Promise<Pick<Examined, 'name' | 'table'>> {
    const { records, custom, listed, found, reasonsOf } = this.#parts
    const titles = new ClearedTitles(reader, records, await Links.of(records, breathe))
    const read = (ids: readonly RecordId[]) => ids.flatMap((id) => records.get(id) ?? [])
    if (subject.of === 'figures') {
      const words = { reader: audience, language }
      const table = figuresTable(await this.#parts.figures(), { reader, words, records, titles })
      return { name: EXPORT_WORDS[language].figures.title, table }
    }
    if (subject.of === 'search') {
      const hits = await found(subject)
      const why = new Map(hits.map(({ id, reasons }) => [id, reasons]))
      const narrowing = new Narrowing(reader, subject, why)
      return {
        name: EXPORT_WORDS[language].searchTitle,
        table: foundTable(read(hits.map(({ id }) => id)), { reader, titles, narrowing }, language),
      }
    }
    const { kind, query } = subject
    const ids = await listed(subject, breathe)
    if (ids.length > MOST_ROWS) throw new VaultError('too_large', { rows: ids.length })
    const columns = columnsFor(kind, subject.columns, language, custom.all())
    const words = { reader: audience, language }
    const isAskedWhy = audience !== 'team' && isSearched(subject)
    const why: Reasons = isAskedWhy ? await reasonsOf(query, kind) : new Map()
    const narrowing = new Narrowing(reader, subject, why)
    const table = new ListTable(reader, words, titles, kind, columns, narrowing, subject.sort)
    for (const [done, id] of ids.entries()) {
      const record = records.get(id)
      if (record) table.add(record)
      onProgress?.(reached(0, TABLE, done / ids.length, ids.length), ids.length)
      await breathe()
    }
    return { name: MODEL_LABELS[language].kinds[kind].many, table: await table.done(breathe) }
  }
}

/** Cells that the format cannot hold whole. */
async function shortened(
  { format }: ExportRequest,
  { rows }: ClearedTable,
  breathe: () => Promise<void>,
): Promise<number> {
  let count = 0
  for (const cells of format === 'csv' ? [] : rows) {
    for (const cell of cells) if (typeof cell === 'string' && cell.length > LONGEST_CELL) count += 1
    await breathe()
  }
  return count
}

/** The bytes of the file, in pieces. */
function written(
  { format, delimiter }: ExportRequest,
  name: string,
  { headings, rows }: ClearedTable,
  { onProgress, signal }: ExportOptions,
): AsyncIterable<Uint8Array> {
  const text = { name, columns: headings, rows }
  const breathe = slices(signal)
  const between = async (done: number) => {
    onProgress?.(reached(SCAN, 1, done / rows.length, rows.length), rows.length)
    stop(signal)
    await breathe()
  }
  return format === 'csv' ? writeCsv(text, delimiter, between) : writeXlsx(text, between)
}

async function* hashed(hash: Hash, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    hash.update(piece)
    yield piece
  }
}

/** Of the whole work, what is done once the table stands, and once it was searched; what follows is writing. */
const TABLE = 0.3
const SCAN = 0.9

/** How far the whole work is, in rows: `share` of the way from one of these to the next. */
const reached = (from: number, to: number, share: number, rows: number): number =>
  Math.floor(rows * (from + (to - from) * share))

function stop(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new VaultError('cancelled')
}
