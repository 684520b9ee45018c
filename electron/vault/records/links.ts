/** What points at a record, with the dates that put it on a time line. */
import type { LinkedRecord } from '../../../shared/contract/records.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { KINDS } from '../../../shared/model/kind.ts'
import { fieldOf, type OpenKind } from '../../../shared/model/model.ts'
import type { PartialDate } from '../../../shared/model/values.ts'
import type { FoldedRecord } from './fold.ts'
import { openKind } from './indexing.ts'
import { listedValues } from './listRow.ts'
import type { LiveIndex } from './liveIndex.ts'
import { MERGED_FROM, mergedInto } from './merge.ts'
import { preferred } from './preferred.ts'
import type { RecordStore } from './recordStore.ts'

/** Fields that say when; a kind without them is not on a time line. */
const TIMES: Partial<Record<OpenKind, { readonly from: string; readonly to?: string }>> = {
  stay: { from: 'from', to: 'to' },
  act: { from: 'from', to: 'to' },
  proceeding: { from: 'openedOn', to: 'decidedOn' },
  counsel: { from: 'from', to: 'to' },
  consent: { from: 'date' },
  health: { from: 'date' },
  examination: { from: 'date' },
  intervention: { from: 'sentOn', to: 'respondedOn' },
  incident: { from: 'date' },
  person: { from: 'arrestDate', to: 'verdictDate' },
  witness: { from: 'accountTakenOn' },
  evidence: { from: 'acquiredOn' },
  dossier: { from: 'issuedOn' },
  source: { from: 'date' },
}

/** `via` of a record whose statements name the record as their source. */
const VIA_SOURCE = 'source'

/** Records that refer to `target`, or, of a source, take a statement from it. By kind and title. */
export function linkedTo(
  target: FoldedRecord,
  store: RecordStore,
  index: LiveIndex,
): LinkedRecord[] {
  const found: LinkedRecord[] = []
  for (const about of [target.id, ...mergedWith(target, store)]) {
    for (const { id, via } of index.linksTo(about)) {
      const record = via === MERGED_FROM ? undefined : store.get(id)
      if (record) found.push(linked(record, via, index))
    }
  }
  for (const id of target.kind === 'source' ? index.citing(target.id) : []) {
    const record = store.get(id)
    if (record) found.push(linked(record, VIA_SOURCE, index))
  }
  return index.order.sorted(found).sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
}

/** What was merged into a record, and into that. */
function mergedWith(record: FoldedRecord, store: RecordStore): ReadonlySet<RecordId> {
  const all = new Set<RecordId>()
  const wait: FoldedRecord[] = [record]
  for (let next = wait.pop(); next; next = wait.pop()) {
    for (const id of mergedInto(next)) {
      const other = all.has(id) ? undefined : store.get(id)
      all.add(id)
      if (other) wait.push(other)
    }
  }
  return all
}

function linked(record: FoldedRecord, via: string, index: LiveIndex): LinkedRecord {
  const kind = openKind(record)
  const times = TIMES[kind]
  return {
    id: record.id,
    kind,
    title: index.title(record.id),
    via,
    from: times ? dateOf(record, times.from) : null,
    to: times?.to ? dateOf(record, times.to) : null,
    values: listedValues(record, index.title),
  }
}

const dateOf = (record: FoldedRecord, field: string): PartialDate | null =>
  (preferred(record, field)?.value as PartialDate | undefined) ?? null

/** Every record that one refers to: by its values, retracted ones too, and by its sources. */
export function referredBy(record: FoldedRecord): Set<RecordId> {
  const ids = new Set<RecordId>()
  for (const { field, value, source } of record.statements) {
    if (fieldOf(record.kind, field)?.type === 'ref') ids.add(value as RecordId)
    if (source !== null) ids.add(source)
  }
  return ids
}
