/**
 * The composition root: an open vault with its services, each built from explicit parts. Reading the ledger once
 * fills them all.
 */
import type { OpenKind } from '../../shared/model/model.ts'
import { BackupService } from './backup/backupService.ts'
import { IndexDb } from './db/indexDb.ts'
import { DossierService } from './dossier/dossierService.ts'
import { IdentityScan } from './dossier/identityScan.ts'
import { renderInThread } from './dossier/pdf/render.ts'
import { localDay } from './dossier/today.ts'
import { EvidenceFiles } from './evidence/evidenceFiles.ts'
import { EvidenceService } from './evidence/evidenceService.ts'
import { ImportBook } from './import/importBook.ts'
import { ImportService } from './import/importService.ts'
import { InsightService } from './insight/insightService.ts'
import type { LedgerReport } from './ledger/types.ts'
import { ObjectStore } from './objects/store.ts'
import { Journal } from './records/journal.ts'
import { LiveIndex } from './records/liveIndex.ts'
import { RecordService } from './records/recordService.ts'
import { RecordStore } from './records/recordStore.ts'
import { SearchService } from './search/searchService.ts'
import { ViewBook } from './search/viewBook.ts'
import type { OpenVault } from './session/types.ts'
import { ShareService } from './shares/shareService.ts'
import { IndexSnapshots, type SnapshotSource } from './snapshot/indexSnapshots.ts'
import { LaterCheck } from './snapshot/laterCheck.ts'

export interface WorkspaceOptions {
  /** Entries read, of those there are. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
  /** Travel in every backup: name → content. */
  readonly documents?: Readonly<Record<string, Uint8Array>>
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
  readonly dossiers: DossierService
  readonly backups: BackupService
  readonly shares: ShareService
  /** Parts of the ledger that this program could not read; nothing that depends on knowing all may be done then. */
  readonly unread: number
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
  /** Writes the snapshot of the index now, once everything is in it. False when it is not in place. */
  saveIndex(): Promise<boolean>
  /** Closes the vault too. Safe to call twice. */
  close(): void
}

/** The working index from its snapshot, and the last entry it knows; empty when there is none to be trusted. */
async function openIndex(snapshots: IndexSnapshots): Promise<{ db: IndexDb; known: number }> {
  const loaded = await snapshots.load()
  if (!loaded) return { db: new IndexDb(), known: 0 }
  try {
    return { db: new IndexDb(loaded.image), known: loaded.seq }
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
  const snapshots = new IndexSnapshots(vault)
  const { db, known } = await openIndex(snapshots)
  const store = new RecordStore({ db, read: (seqs) => ledger.readMany(seqs) })
  const files = new EvidenceFiles(db)
  const backups = new BackupService(vault, options.documents)
  const shares = new ShareService(vault)
  const book = new ImportBook()
  const views = new ViewBook()
  const journal = new Journal(ledger, [store, files], [backups, shares, book, views], db.files)
  views.writeTo(journal)
  let index: LiveIndex | undefined
  try {
    await journal.replay({ ...options, after: known })
    index = new LiveIndex(store)
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
  const objects = new ObjectStore({ folder, vaultId, sodium })
  const search = new SearchService(store, index)
  const evidence = new EvidenceService({ journal, store, files, objects, readOnly })
  const records = new RecordService({
    journal,
    store,
    index,
    find: (query, kind) => search.find(query, kind),
    filesOf: (id) => files.of(id).map(({ objectId }) => objectId),
    removeFiles: (objectIds) => evidence.removeObjects(objectIds),
  })
  const insight = new InsightService({
    idsOf: (kind) => store.idsOf(kind),
    kindOf: (id) => store.kindOf(id),
    readable: (id) => index.readable(id),
    linksTo: (id) => index.linksTo(id),
    onChanged: (listener) => index.onChanged(listener),
    title: index.title,
    today: localDay,
  })
  const imports = new ImportService({ journal, store, index, records, book })
  // What waits to be indexed was not folded yet, so nobody knows whether it can be read.
  const unread = () => {
    index.catchUp()
    return store.unread + files.unread
  }
  const dossiers = new DossierService({
    records: store,
    identities: new IdentityScan(store, journal),
    custom: index.custom,
    create: (change) => records.create('dossier', change),
    save: (id, change) => records.save({ id, basedOn: store.get(id)?.lastSeq ?? 0, change }),
    append: (entries) => journal.append(entries),
    isComplete: () => unread() === 0,
    render: renderInThread,
    today: localDay,
  })
  const source: SnapshotSource = {
    db,
    isSettled: () => search.isSettled,
    catchUp: () => journal.catchUp(),
  }
  journal.onAppended(() => snapshots.schedule(source))
  search.ready().then(() => snapshots.schedule(source))
  const check = new LaterCheck(ledger, known)
  // What is left over takes room and nothing else: it must not keep a vault from opening, and the next time tries again.
  search
    .ready()
    .then(() => evidence.sweep())
    .catch(() => {})

  let isOpen = true
  return {
    vault,
    records,
    search,
    views,
    insight,
    evidence,
    imports,
    dossiers,
    backups,
    shares,
    get unread() {
      return unread()
    },
    knownFromSnapshot: known,
    checked: check.done,
    get foundDamage() {
      return check.foundDamage
    },
    prepared: (what) => (what === 'all' ? search.settle() : index.settle(what)),
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
      search.close()
      index.close()
      vault.close()
    },
  }
}
