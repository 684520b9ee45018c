/**
 * Searches a dossier's text for the identities of witnesses without showing one to anybody: identities are opened,
 * turned into forms, compared and let go, and only the lines that hold one come back. That is no look into the
 * compartment, so it leaves no entry of its own; issuing a dossier records how many identities were searched for.
 */
import type { RecordId } from '../../../shared/ids.ts'
import type { Name } from '../../../shared/model/values.ts'
import type { OpenedEntry } from '../ledger/types.ts'
import { applySet, type FoldedRecord } from '../records/fold.ts'
import { OP_RECORD_SET } from '../records/ops.ts'
import { readSetBody } from '../records/readBody.ts'
import type { TextLine } from './compose.ts'
import type { LeakScan } from './leakScan.ts'
import { type Form, formsOfAddress, formsOfContact, formsOfName } from './protectedForms.ts'

/** Where sealed records are read from. */
export interface SealedRecords {
  sealedIds(): readonly RecordId[]
  entriesOf(id: RecordId): readonly number[]
}
export interface EntryReader {
  read(seqs: readonly number[]): readonly OpenedEntry[]
}

export interface IdentityScanResult {
  readonly lines: ReadonlySet<TextLine>
  readonly searched: number
  /** Identities that could not be opened: their compartment is closed. */
  readonly closed: number
}

export class IdentityScan {
  readonly #sealed: SealedRecords
  readonly #entries: EntryReader

  constructor(sealed: SealedRecords, entries: EntryReader) {
    this.#sealed = sealed
    this.#entries = entries
  }

  /** `breathe` is awaited between identities. */
  async search(scan: LeakScan, breathe: () => Promise<void>): Promise<IdentityScanResult> {
    const lines = new Set<TextLine>()
    let searched = 0
    let closed = 0
    for (const id of this.#sealed.sealedIds()) {
      await breathe()
      const entries = this.#entries.read(this.#sealed.entriesOf(id))
      if (entries.some((entry) => entry.state === 'closed')) {
        closed += 1
        continue
      }
      const identity = fold(id, entries)
      if (!identity) continue
      searched += 1
      for (const line of scan.find([...formsOf(identity)])) lines.add(line)
    }
    return { lines, searched, closed }
  }
}

function fold(id: RecordId, entries: readonly OpenedEntry[]): FoldedRecord | undefined {
  let record: FoldedRecord | undefined
  for (const entry of entries) {
    if (entry.op !== OP_RECORD_SET || entry.state !== 'open') continue
    const body = readSetBody(entry.body)
    if (body) record = applySet(record, id, entry, body).record
  }
  return record
}

/** Retracted statements count too: a former name or number still leads to the person. */
function* formsOf(identity: FoldedRecord): Generator<Form> {
  for (const { field, value } of identity.statements) {
    if (field === 'name') yield* formsOfName(value as Name, true)
    else if (typeof value === 'string' && field !== 'witness') {
      yield* formsOfContact(value)
      if (field === 'whereabouts') yield* formsOfAddress(value)
    }
  }
}
