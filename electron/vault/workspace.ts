/**
 * The composition root: an open vault with its services, each built from explicit parts. Reading the ledger once
 * fills them all.
 */
import type { Language } from '../../shared/i18n/languages.ts'
import type { OpenKind } from '../../shared/model/model.ts'
import { BackupService } from './backup/backupService.ts'
import { IndexDb } from './db/indexDb.ts'
import { INDEX_KINDS } from './db/indexSchema.ts'
import { DossierService } from './dossier/dossierService.ts'
import { IdentityScan } from './dossier/identityScan.ts'
import { renderInThread } from './dossier/pdf/render.ts'
import { localDay } from './dossier/today.ts'
import { DuplicateService } from './duplicates/duplicateService.ts'
import { PairBook } from './duplicates/pairBook.ts'
import { People } from './duplicates/people.ts'
import { VerdictBook } from './duplicates/verdictBook.ts'
import { EvidenceFiles } from './evidence/evidenceFiles.ts'
import { EvidenceService } from './evidence/evidenceService.ts'
import { ExportService } from './export/exportService.ts'
import { ImportBook } from './import/importBook.ts'
import { ImportService } from './import/importService.ts'
import { InsightService } from './insight/insightService.ts'
import type { LedgerReport } from './ledger/types.ts'
import { LeavingFiles } from './machine/leavingFiles.ts'
import { ObjectStore } from './objects/store.ts'
import { Journal } from './records/journal.ts'
import { LiveIndex } from './records/liveIndex.ts'
import { RecordService } from './records/recordService.ts'
import { RecordStore } from './records/recordStore.ts'
import { SearchService } from './search/searchService.ts'
import { ViewBook } from './search/viewBook.ts'
import type { OpenVault } from './session/types.ts'
import { ShareService } from './shares/shareService.ts'
import { inSlices, turn } from './slices.ts'
import { IndexSnapshots, type SnapshotSource } from './snapshot/indexSnapshots.ts'
import { LaterCheck } from './snapshot/laterCheck.ts'

export interface WorkspaceOptions {
  /** Entries read, of those there are. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
  /**
   * In whose order lists are. Where nobody says, a new index is made in English order, and one from a snapshot stays
   * as it is.
   */
  readonly language?: Language
  /** Travel in every backup: name → content. */
  readonly documents?: Readonly<Record<string, Uint8Array>>
  /** Where this machine notes which files in the clear are being written; without one nothing is noted. */
  readonly leavingFolder?: string
}

export interface Workspace {
  readonly vault: OpenVault
  readonly records: RecordService
  readonly search: SearchService
  /** Searches that are kept under a name. */
  readonly views: ViewBook
  readonly insight: InsightService
  readonly evidence: EvidenceService
  readonly imports: ImportService
  /** Who may be one person, and what was said about it. */
  readonly duplicates: DuplicateService
  /** Pairs of people who may be one, over the whole vault. */
  readonly pairs: PairBook
  readonly dossiers: DossierService
  /** Lists and figures as tables. */
  readonly exports: ExportService
  readonly backups: BackupService
  readonly shares: ShareService
  /** How everything else that is not sealed is written: dossiers, cards, sheets. */
  readonly leaving: LeavingFiles
  /** Parts of the ledger that this program could not read; nothing that depends on knowing all may be done then. */
  readonly unread: number
  /**
   * Called when something was saved that the lists and the search of this session do not have: it is in the ledger, and the
   * next opening has it.
   */
  onBehind(listener: () => void): void
  /** The last entry that was known without reading the ledger, from the snapshot of the index; 0 without one. */
  readonly knownFromSnapshot: number
  /**
   * What a reading of the whole ledger found, which goes on behind the open vault where a snapshot spared it before;
   * undefined when there was no need, or the vault was closed first.
   */
  readonly checked: Promise<LedgerReport | undefined>
  /** Whether that found damage; false before its end. */
  readonly foundDamage: boolean
  /**
   * Waits until a call can be answered at once, while the thread keeps answering others: a list of a kind, or anything
   * that needs to know all records, as a search, a page of links or a change does. Calls that do not wait catch up
   * by themselves, however long it takes.
   */
  prepared(what: OpenKind | 'all'): Promise<void>
  /**
   * The same for a change: waits too while a bulk is written, which would refuse it as `busy`. It can be made in the
   * turn in which this resolves.
   */
  writable(): Promise<void>
  /**
   * Lists are in the order of another language from now on: the next one that is asked for waits (`prepared`) for its
   * own kind, the others are put in order meanwhile. False when they are already.
   */
  orderBy(language: Language): boolean
  /** Writes the snapshot of the index now, once everything is in it. False when it is not in place. */
  saveIndex(): Promise<boolean>
  /** Closes the vault too. Safe to call twice. */
  close(): void
}

/** As many hits as the screen asks for at most. */
const MOST_FOUND = 200

/**
 * The working index from its snapshot, and the last entry it knows; empty when there is none to be trusted. What is
 * asked of it first has a turn of its own.
 */
async function openIndex(snapshots: IndexSnapshots): Promise<{ db: IndexDb; known: number }> {
  const loaded = await snapshots.load()
  if (!loaded) return { db: new IndexDb(), known: 0 }
  try {
    await turn()
    const db = await inSlices(IndexDb.of(loaded.image))
    await turn()
    return { db, known: loaded.seq }
  } catch {
    return { db: new IndexDb(), known: 0 }
  } finally {
    loaded.image.fill(0)
  }
}

/**
 * Reads the ledger and builds the services. When it fails the vault is closed. Errors: those of reading the ledger
 * (`ledger_damaged`, …), `cancelled`.
 */
export async function openWorkspace(
  vault: OpenVault,
  options: WorkspaceOptions = {},
): Promise<Workspace> {
  const { ledger } = vault
  // The end of its opening has a turn of its own.
  await turn()
  const snapshots = new IndexSnapshots(vault)
  const { db, known } = await openIndex(snapshots)
  const store = new RecordStore({
    db,
    read: (seqs) => ledger.readMany(seqs),
    readTogether: (work) => ledger.readTogether(work),
  })
  await turn()
  const files = new EvidenceFiles(db)
  const backups = new BackupService(vault, () => files.objectIds(), options.documents)
  const shares = new ShareService(vault)
  const book = new ImportBook()
  const views = new ViewBook()
  const verdicts = new VerdictBook()
  const journal = new Journal(
    ledger,
    [store, files],
    [backups, shares, book, views, verdicts],
    db.files,
  )
  views.writeTo(journal)
  const sortedIn = db.sorting.language
  let index: LiveIndex | undefined
  try {
    await journal.replay({ ...options, after: known })
    index = new LiveIndex(store, options.language)
    await index.settle('person')
  } catch (error) {
    snapshots.close()
    db.close()
    vault.close()
    throw error
  }
  journal.onAppending(() => index.catchUp())
  journal.onAppended((entries) => index.update(entries))
  journal.onErasing(() => snapshots.destroy())

  const { folder, vaultIdBytes: vaultId, sodium, readOnly } = vault
  const leaving = new LeavingFiles({ vault, folder: options.leavingFolder })
  const { begin } = leaving
  const objects = new ObjectStore({ folder, vaultId, sodium, begin })
  const search = new SearchService(store, index)
  const indexed = index
  journal.onBulk({
    before: () => search.settle(),
    after: async (ids) => {
      await indexed.updateBulk(ids)
      snapshots.schedule(source)
    },
  })
  const evidence = new EvidenceService({ journal, store, files, objects, readOnly })
  const records = new RecordService({
    journal,
    store,
    index,
    find: (query, kind) => search.find(query, kind),
    filesOf: (id) => files.of(id).map(({ objectId }) => objectId),
    removeFiles: (objectIds) => evidence.removeObjects(objectIds),
  })
  async function writable() {
    do {
      await journal.writable()
      await search.settle()
      // Another bulk may have begun meanwhile.
    } while (journal.isInBulk)
  }
  const insight = new InsightService({
    idsOf: (kind) => store.idsOf(kind),
    kindOf: (id) => store.kindOf(id),
    readable: (id) => index.readable(id),
    linksTo: (id) => index.linksTo(id),
    onChanged: (listener) => index.onChanged(listener),
    title: index.shownTitle,
    order: index.order,
    today: localDay,
  })
  const people = new People(store, index)
  const duplicates = new DuplicateService({
    journal,
    index,
    people,
    book: verdicts,
    peopleLike: (names, limit) => search.peopleLike(names, limit),
  })
  const imports = new ImportService({ journal, store, index, records, book, people, duplicates })
  // What waits to be indexed was not folded yet, so nobody knows whether it can be read.
  const unread = () => {
    index.catchUp()
    return store.unread + files.unread + (journal.isBehind ? 1 : 0)
  }
  const dossiers = new DossierService({
    records: store,
    identities: new IdentityScan(store, journal),
    custom: index.custom,
    create: (change) => records.create('dossier', change),
    save: (id, change) => records.save({ id, basedOn: store.get(id)?.lastSeq ?? 0, change }),
    append: (entries) => journal.append(entries),
    writable: () => writable(),
    isComplete: () => unread() === 0,
    render: renderInThread,
    today: localDay,
  })
  const exports = new ExportService({
    records: store,
    identities: new IdentityScan(store, journal),
    custom: index.custom,
    listed: ({ of: _list, columns: _columns, ...list }, breathe) => records.listIds(list, breathe),
    found: async ({ of: _search, ...question }) =>
      (await search.askInSlices({ ...question, limit: MOST_FOUND })).hits,
    reasonsOf: async (query, kind) => {
      const filters = [{ kind, field: null, value: null }]
      const { hits } = await search.askInSlices({ query, filters, limit: Number.POSITIVE_INFINITY })
      return new Map(hits.map(({ id, reasons }) => [id, reasons]))
    },
    figures: () => insight.figures(),
    title: index.title,
    create: (change) => records.create('dossier', change),
    save: (id, change) => records.save({ id, basedOn: store.get(id)?.lastSeq ?? 0, change }),
    append: (entries) => journal.append(entries),
    begin,
    writable: () => writable(),
    isComplete: () => unread() === 0,
    lastEntry: () => ledger.head().seq,
    recordCount: () => INDEX_KINDS.reduce((sum, kind) => sum + store.countOf(kind), 0),
    today: localDay,
  })
  const source: SnapshotSource = {
    db,
    isSettled: () => !journal.isInBulk && !journal.isBehind && search.isSettled,
    catchUp: () => journal.catchUp(),
  }
  journal.onAppended(() => snapshots.schedule(source))
  search.ready().then(() => snapshots.schedule(source))
  // Otherwise the next opening would put everything in order once more.
  const isReordered = () => {
    snapshots.outdate()
    snapshots.schedule(source)
  }
  if (sortedIn !== undefined && sortedIn !== index.order.language) search.ready().then(isReordered)
  const check = new LaterCheck(ledger, known)
  // What is left over takes room and nothing else: it must not keep a vault from opening, and the next time tries again.
  search
    .ready()
    .then(() => evidence.sweep())
    .catch(() => {})
  void leaving.sweep()

  // What follows an opening, a first list, has a turn of its own.
  await turn()
  let isOpen = true
  return {
    vault,
    records,
    search,
    views,
    insight,
    evidence,
    imports,
    duplicates,
    pairs: new PairBook({ index, people, duplicates }),
    dossiers,
    exports,
    backups,
    shares,
    leaving,
    get unread() {
      return unread()
    },
    onBehind: (listener) => journal.onBehind(listener),
    knownFromSnapshot: known,
    checked: check.done,
    get foundDamage() {
      return check.foundDamage
    },
    orderBy(language) {
      if (!indexed.orderBy(language)) return false
      search.settle().then(isReordered)
      return true
    },
    prepared: (what) => (what === 'all' ? search.settle() : index.settle(what)),
    writable,
    async saveIndex() {
      await search.settle()
      return isOpen && snapshots.save(source)
    },
    close() {
      if (!isOpen) return
      isOpen = false
      check.stop()
      snapshots.close()
      objects.close().catch(() => {})
      leaving.close()
      search.close()
      index.close()
      vault.close()
    },
  }
}
