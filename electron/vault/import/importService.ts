/**
 * Imports of the open vault: beginning one, writing it in one transaction, and taking one back. What it asks of the
 * vault while one is compared it asks in slices; the rest is done in the import's own thread.
 */
import { VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { CustomDefinition } from '../../../shared/model/custom.ts'
import type { Name } from '../../../shared/model/values.ts'
import type { FoldedRecord } from '../records/fold.ts'
import type { Journal } from '../records/journal.ts'
import type { LiveIndex } from '../records/liveIndex.ts'
import { holding } from '../records/preferred.ts'
import type { RecordService } from '../records/recordService.ts'
import type { RecordStore } from '../records/recordStore.ts'
import { saying } from './build.ts'
import { type ColumnMap, type KnownColumns, knownColumns } from './columns.ts'
import { DraftThread } from './draftThread.ts'
import type { ImportBook, KnownImport } from './importBook.ts'
import type { Examined, KnownOfVault, KnownPerson, Preview } from './importDraft.ts'
import { TABLE_LIMITS } from './limits.ts'
import { type ImportMade, layoutOf, OP_IMPORT_MADE } from './ops.ts'
import { slices } from './slices.ts'
import { type UndoReport, undoImport } from './undoImport.ts'
import type { DateOrder } from './values.ts'

export interface ImportParts {
  readonly journal: Journal
  readonly store: RecordStore
  readonly index: LiveIndex
  readonly records: RecordService
  readonly book: ImportBook
}

export interface ImportReport {
  /** The entry that undoes it by its number. */
  readonly seq: number
  readonly imported: number
  readonly skipped: number
  /** New people, and people there were to whom something was added. */
  readonly people: number
  readonly added: number
}

export interface WorkOptions {
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

const PEOPLE_AT_ONCE = 500
const RECORDS_AT_ONCE = 500

export class ImportService {
  readonly #parts: ImportParts

  constructor(parts: ImportParts) {
    this.#parts = parts
  }

  /** Newest first. */
  list(): readonly KnownImport[] {
    return this.#parts.book.list()
  }

  /** Reads a table. Errors: those of readTable. The caller closes what it got. */
  async begin(bytes: Uint8Array, sheet = 0): Promise<ImportSession> {
    if (bytes.byteLength > TABLE_LIMITS.fileBytes) throw new VaultError('too_large')
    const session = new ImportSession(this.#parts)
    try {
      await session.open(bytes, sheet)
      return session
    } catch (error) {
      session.close()
      throw error
    }
  }

  /** Errors: `not_found` for what is no import, `conflict` for one that was taken back, those of the append. */
  undo(seq: number): UndoReport {
    return undoImport(this.#parts, seq)
  }
}

export class ImportSession {
  /** What a column of the list can fill. */
  readonly columns: KnownColumns
  readonly #definitions: readonly CustomDefinition[]
  readonly #parts: ImportParts
  readonly #thread = new DraftThread()
  #preview: Preview | undefined
  #map: ColumnMap = []

  constructor(parts: ImportParts) {
    this.#parts = parts
    this.#definitions = parts.index.custom.all()
    this.columns = knownColumns(this.#definitions)
  }

  async open(bytes: Uint8Array, sheet: number): Promise<void> {
    this.#preview = await this.#thread.ask('open', bytes, sheet, this.#definitions)
  }

  /** The table as it was read; the map is that of the last list with the same headings, or a guess. */
  get preview(): Preview & { readonly remembered: boolean } {
    if (!this.#preview) throw new VaultError('conflict')
    const known = this.#parts.book.mapFor(layoutOf(this.#preview.columns))
    return {
      ...this.#preview,
      // A field may have been retired since.
      guess: known?.map((each) => this.#kept(each)) ?? this.#preview.guess,
      remembered: known !== undefined,
    }
  }

  #kept(column: string | null): string | null {
    return column !== null && this.columns.names.includes(column) ? column : null
  }

  /** Errors: `import_no_columns`, `bad_input`. */
  async read(map: ColumnMap, order?: DateOrder): Promise<Examined> {
    this.#map = map
    return this.#thread.ask('read', map, order)
  }

  /** Finds who may be in the vault already. Errors: `cancelled`. */
  async compare({
    onProgress,
    signal,
  }: WorkOptions = {}): Promise<{ doubtful: number; undecided: number }> {
    const { store } = this.#parts
    const breathe = slices(signal)
    let people: KnownPerson[] = []
    const facilities = await this.#stays(breathe)
    for (const id of store.idsOf('person')) {
      const record = store.get(id)
      if (record) people.push(this.#known(record, facilities.get(id) ?? []))
      if (people.length >= PEOPLE_AT_ONCE) {
        await this.#thread.ask('know', people)
        people = []
      }
      await breathe()
    }
    await this.#thread.ask('know', people)
    if (signal?.aborted) this.close()
    const stop = () => this.close()
    signal?.addEventListener('abort', stop)
    this.#thread.onProgress = onProgress
    try {
      return await this.#thread.ask('compare')
    } finally {
      signal?.removeEventListener('abort', stop)
      this.#thread.onProgress = undefined
    }
  }

  doubtfulRows(offset: number, limit: number) {
    return this.#thread.ask('doubtfulRows', offset, limit)
  }

  skippedRows(offset: number, limit: number) {
    return this.#thread.ask('skippedRows', offset, limit)
  }

  decide(...args: Parameters<import('./importDraft.ts').ImportDraft['decide']>): Promise<number> {
    return this.#thread.ask('decide', ...args)
  }

  decideOthers(
    ...args: Parameters<import('./importDraft.ts').ImportDraft['decideOthers']>
  ): Promise<number> {
    return this.#thread.ask('decideOthers', ...args)
  }

  /**
   * Writes everything in one transaction, or nothing. Errors: `conflict` while a row is undecided or when somebody that
   * rows are added to is gone, `cancelled` before the transaction, those of the append.
   */
  async write({ onProgress, signal }: WorkOptions = {}): Promise<ImportReport> {
    const { journal, records: service, store } = this.#parts
    const breathe = slices(signal)
    const about = await this.#thread.ask('build', await this.#shared(breathe))
    const made = []
    const total = about.records + about.additions
    for (let at = 0; at < about.records; at += RECORDS_AT_ONCE) {
      made.push(...(await this.#thread.ask('builtRecords', at, RECORDS_AT_ONCE)))
      onProgress?.(made.length, total)
      await breathe()
    }
    const additions = []
    for (let at = 0; at < about.additions; at += RECORDS_AT_ONCE) {
      for (const { id, add } of await this.#thread.ask('builtAdditions', at, RECORDS_AT_ONCE)) {
        const record = store.get(id)
        if (!record) throw new VaultError('conflict')
        const said = new Set(
          record.statements.filter((one) => one.retractedBy === null).map(saying),
        )
        const missing = add.filter((each) => !said.has(saying(each)))
        if (missing.length > 0) additions.push({ id, add: missing })
      }
      await breathe()
    }
    if (signal?.aborted) throw new VaultError('cancelled')
    const entries = service.entriesFor(made, additions)
    const body: ImportMade = {
      layout: layoutOf(this.preview.columns),
      map: [...this.#map],
      entries: entries.length,
      rows: about.rows,
      skipped: about.skipped,
    }
    const appended = journal.append([...entries, { op: OP_IMPORT_MADE, body }])
    onProgress?.(total, total)
    return {
      seq: appended.at(-1)?.seq ?? 0,
      imported: about.rows,
      skipped: about.skipped,
      people: made.filter(({ kind }) => kind === 'person').length,
      added: additions.length,
    }
  }

  /** Ends the thread and everything it knows. Safe to call twice. */
  close(): void {
    this.#thread.end()
  }

  /** Facilities of each person, by their stays. */
  async #stays(breathe: () => Promise<void>): Promise<Map<RecordId, RecordId[]>> {
    const { store } = this.#parts
    const found = new Map<RecordId, RecordId[]>()
    for (const id of store.idsOf('stay')) {
      const stay = store.get(id)
      if (!stay) continue
      const [person] = holding(stay, 'person')
      const [facility] = holding(stay, 'facility')
      if (person && facility) {
        const of = found.get(person.value as RecordId) ?? []
        of.push(facility.value as RecordId)
        found.set(person.value as RecordId, of)
      }
      await breathe()
    }
    return found
  }

  #known(record: FoldedRecord, facilityIds: readonly RecordId[]): KnownPerson {
    const { index } = this.#parts
    const texts = (field: string) => holding(record, field).map(({ value }) => String(value))
    return {
      id: record.id,
      title: index.title(record.id),
      names: holding(record, 'names').map(({ value }) => (value as Name).text),
      birthDates: texts('birthDate'),
      facilities: facilityIds.map((id) => index.title(id)),
      facilityIds,
      court: texts('court')[0] ?? '',
      verdictDate: texts('verdictDate')[0] ?? '',
    }
  }

  async #shared(breathe: () => Promise<void>): Promise<KnownOfVault> {
    return {
      facilities: await this.#byTitle('facility', breathe),
      sources: await this.#byTitle('source', breathe),
    }
  }

  async #byTitle(
    kind: 'facility' | 'source',
    breathe: () => Promise<void>,
  ): Promise<Map<string, RecordId>> {
    const { store, index } = this.#parts
    const titles = new Map<string, RecordId>()
    for (const id of store.idsOf(kind)) {
      titles.set(index.title(id), id)
      await breathe()
    }
    titles.delete('')
    return titles
  }
}
