/** The searches that are kept in the vault under a name: in the ledger, each under a key of its own. */
import { SavedView } from '../../../shared/contract/search.ts'
import { VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { NewEntry, OpenedEntry } from '../ledger/types.ts'
import { newId } from '../records/change.ts'
import { OP_VIEW_SET, ViewBody } from './ops.ts'

/** What the views need of the journal, which knows the book before the book knows it. */
export interface ViewJournal {
  append(entries: readonly NewEntry[]): unknown
  erase(record: RecordId, body: unknown): unknown
}

const DELETED = { reason: 'deleted' }

export class ViewBook {
  readonly keeps: ReadonlySet<string> = new Set([OP_VIEW_SET])
  readonly #views = new Map<RecordId, SavedView>()
  #journal: ViewJournal | undefined

  /** Called for every entry of `keeps`. What is erased, or of a form or a kind that this program does not know, is left out. */
  take(entry: OpenedEntry): void {
    const { op, record: id } = entry
    if (op !== OP_VIEW_SET || id === undefined) return
    if (entry.state !== 'open') {
      this.#views.delete(id)
      return
    }
    const body = ViewBody.safeParse(entry.body)
    const view = body.success ? SavedView.safeParse({ id, ...body.data }) : undefined
    if (view?.success) this.#views.set(id, view.data)
  }

  writeTo(journal: ViewJournal): void {
    this.#journal = journal
  }

  /** In the order of their making: who shows them sorts them, in the language of the screen. */
  list(): SavedView[] {
    return [...this.#views.values()]
  }

  /** Errors: those of the append. */
  save(view: Omit<SavedView, 'id'>): RecordId {
    const id = newId<RecordId>()
    this.#write(id, view)
    return id
  }

  /** Errors: `not_found`, and those of the append. */
  rename(id: RecordId, name: string): void {
    const { id: _, ...view } = this.#known(id)
    this.#write(id, { ...view, name })
  }

  /** Errors: `not_found`, and those of the append. */
  drop(id: RecordId): void {
    this.#known(id)
    this.#journal?.erase(id, DELETED)
    this.#views.delete(id)
  }

  #known(id: RecordId): SavedView {
    const view = this.#views.get(id)
    if (!view) throw new VaultError('not_found')
    return view
  }

  #write(id: RecordId, view: Omit<SavedView, 'id'>): void {
    const body = ViewBody.parse(view)
    this.#journal?.append([{ op: OP_VIEW_SET, record: id, compartment: 0, body }])
  }
}
