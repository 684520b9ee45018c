/**
 * Imports of the open vault: beginning one, writing it in one transaction, and taking one back. What it asks of the
 * vault while one is compared it asks in slices; the rest is done in the import's own thread.
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { CustomDefinition } from '../../../shared/model/custom.ts'
import type { DuplicateService } from '../duplicates/duplicateService.ts'
import type { KnownPerson, People } from '../duplicates/people.ts'
import type { NewEntry } from '../ledger/types.ts'
import type { Journal } from '../records/journal.ts'
import type { LiveIndex } from '../records/liveIndex.ts'
import type { Addition, NewRecord, RecordService } from '../records/recordService.ts'
import type { RecordStore } from '../records/recordStore.ts'
import { slices } from '../slices.ts'
import { saying } from './build.ts'
import { type ColumnMap, type KnownColumns, knownColumns } from './columns.ts'
import { DraftThread } from './draftThread.ts'
import type { ImportBook, KnownImport } from './importBook.ts'
import type { Examined, KnownOfVault, Preview } from './importDraft.ts'
import { TABLE_LIMITS } from './limits.ts'
import { type ImportMade, layoutOf, OP_IMPORT_MADE } from './ops.ts'
import { type UndoReport, undoImport } from './undoImport.ts'
import type { DateOrder } from './values.ts'

export interface ImportParts {
  readonly journal: Journal
  readonly store: RecordStore
  readonly index: LiveIndex
  readonly records: RecordService
  readonly book: ImportBook
  readonly people: People
  /** What was said about who is whom. */
  readonly duplicates: Pick<DuplicateService, 'differentPairs' | 'entriesFor'>
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

  /** Errors: `not_found` for what is no import, `conflict` for one that was taken back, `cancelled`, those of the append. */
  undo(seq: number, options: WorkOptions = {}): Promise<UndoReport> {
    return undoImport(this.#parts, seq, options)
  }
}

interface ReadChoices {
  readonly order?: DateOrder | undefined
  readonly source?: string | undefined
}

export class ImportSession {
  /** What a column of the list can fill. */
  readonly columns: KnownColumns
  readonly #definitions: readonly CustomDefinition[]
  readonly #parts: ImportParts
  readonly #thread = new DraftThread()
  #preview: Preview | undefined
  #isCompared = false
  #map: ColumnMap = []
  #listSource = ''

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

  /** `source` is the title of the source of rows that name none. Errors: `import_no_columns`, `bad_input`. */
  async read(map: ColumnMap, { order, source = '' }: ReadChoices = {}): Promise<Examined> {
    this.#isCompared = false
    this.#map = map
    this.#listSource = source.trim()
    return this.#thread.ask('read', map, order)
  }

  /**
   * Finds who may be in the vault already, and decides beforehand what was said before, unless `useSaid` is false. Errors:
   * `cancelled`, and then the session is where it was after `read`.
   */
  async compare({
    onProgress,
    signal,
    useSaid = true,
  }: WorkOptions & { readonly useSaid?: boolean } = {}): Promise<{
    doubtful: number
    undecided: number
  }> {
    this.#isCompared = false
    const breathe = slices(signal)
    let people: KnownPerson[] = []
    let told = 0
    for await (const person of this.#parts.people.all(breathe)) {
      people.push(person)
      if (people.length < PEOPLE_AT_ONCE) continue
      await this.#thread.ask('know', people, told)
      told += people.length
      people = []
    }
    await this.#thread.ask('know', people, told)
    const stop = () => this.#thread.stop()
    signal?.addEventListener('abort', stop)
    const apart = [...this.#parts.duplicates.differentPairs().keys()]
    this.#thread.onProgress = onProgress
    try {
      const compared = this.#thread.ask('compare', useSaid ? apart : null)
      if (signal?.aborted) stop()
      const found = await compared
      // Stopped when it was done already: nobody waits for what it found.
      if (signal?.aborted) {
        await this.#thread.ask('forget')
        throw new VaultError('cancelled')
      }
      this.#isCompared = true
      return found
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
   * Writes everything in one transaction, or nothing, and with it who somebody said a new person is not; nobody else changes anything meanwhile. Errors: `conflict` before
   * the list was compared, while a row is undecided or when somebody that rows are added to is gone, `cancelled` until the commit, those of the append.
   */
  async write({ onProgress, signal }: WorkOptions = {}): Promise<ImportReport> {
    if (!this.#isCompared) throw new VaultError('conflict')
    const { journal, records: service, duplicates } = this.#parts
    const breathe = slices(signal)
    let report: Omit<ImportReport, 'seq'> | undefined
    let total = 0
    const plan = async () => {
      const { made, additions, about } = await this.#built(breathe)
      if (signal?.aborted) throw new VaultError('cancelled')
      const said = about.apart.flatMap(({ person, other }) =>
        duplicates.entriesFor(person, [other]),
      )
      total = made.length + additions.length + said.length + 1
      const body: ImportMade = {
        layout: layoutOf(this.preview.columns),
        map: [...this.#map],
        entries: total - 1,
        rows: about.rows,
        skipped: about.skipped,
      }
      report = {
        imported: about.rows,
        skipped: about.skipped,
        people: made.filter(({ kind }) => kind === 'person').length,
        added: additions.length,
      }
      const entries = await service.bulkEntries(made, additions, breathe)
      return { entries: behind(entries, [...said, { op: OP_IMPORT_MADE, body }]) }
    }
    const { lastSeq: seq } = await journal.appendBulk(plan, {
      signal,
      onProgress: (done) => onProgress?.(done, total),
    })
    invariant(report, 'what was written was planned')
    return { seq, ...report }
  }

  /** The records and additions that the thread made of the list, without what is said already. */
  async #built(breathe: () => Promise<void>) {
    const { store } = this.#parts
    const about = await this.#thread.ask('build', await this.#shared(breathe))
    const made: NewRecord[] = []
    for (let at = 0; at < about.records; at += RECORDS_AT_ONCE) {
      made.push(...(await this.#thread.ask('builtRecords', at, RECORDS_AT_ONCE)))
      await breathe()
    }
    const additions: Addition[] = []
    for (let at = 0; at < about.additions; at += RECORDS_AT_ONCE) {
      for (const { id, add } of await this.#thread.ask('builtAdditions', at, RECORDS_AT_ONCE)) {
        const record = store.get(id)
        if (!record) throw new VaultError('conflict')
        const said = new Set(
          record.statements.filter((one) => one.retractedBy === null).map(saying),
        )
        const missing = add.filter((each) => !said.has(saying(each)))
        if (missing.length > 0) additions.push({ id, add: missing })
        await breathe()
      }
    }
    return { made, additions, about }
  }

  /** Ends the thread and everything it knows. Safe to call twice. */
  close(): void {
    this.#thread.end()
  }

  async #shared(breathe: () => Promise<void>): Promise<KnownOfVault> {
    return {
      facilities: await this.#byTitle('facility', breathe),
      sources: await this.#byTitle('source', breathe),
      listSource: this.#listSource,
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

function* behind(entries: Iterable<NewEntry>, last: readonly NewEntry[]): Generator<NewEntry> {
  yield* entries
  yield* last
}
