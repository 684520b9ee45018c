/**
 * An open form as what is kept of it across a lock, and the way back. Only what was typed and chosen is kept: the
 * record itself is read again, for it may have changed in the meantime.
 */
import type { RecordId } from '../../../../shared/ids.ts'
import type { DraftId, FormDraft } from '../../../../shared/model/draft.ts'
import { isSealedKind, type OpenKind } from '../../../../shared/model/model.ts'
import type { RecordState } from '../../../../shared/model/statement.ts'
import { NO_OWN_SPECS, type OwnSpecs } from '../own/ownFields.ts'
import { type Draft, type Entry, openDraft } from './draft.ts'

/** Where a record to be made was begun: from the page of another one, which is chosen in `field` already. */
export interface AboutRecord {
  readonly field: string
  readonly record: RecordId
}

/** Undefined for a witness's identity, which is kept nowhere outside its compartment. */
export function toKept(
  id: DraftId,
  draft: Draft,
  about: AboutRecord | null = null,
): FormDraft | undefined {
  const { kind, record, defaults, entries, retract, prefer, different } = draft
  if (isSealedKind(kind)) return undefined
  return {
    id,
    kind,
    record: record?.id ?? null,
    about,
    defaults: { source: defaults.source, grade: defaults.grade, asOf: defaults.asOf },
    entries: entries.map(({ key, field, raw, own, corrects }) => ({
      key,
      field,
      raw: typeof raw === 'string' ? raw : { ...raw },
      own: { ...own },
      corrects: corrects?.id ?? null,
    })),
    retract: [...retract],
    prefer: { ...prefer } as FormDraft['prefer'],
    ...(different.length > 0 ? { different: [...different] } : {}),
  }
}

/**
 * The form as it was left, over the record as it is now. A statement that was to be corrected and is gone becomes a
 * value of its own; what was to be taken back or put first and is gone is left out.
 */
export function fromKept(
  kept: FormDraft,
  kind: OpenKind,
  fields: readonly string[],
  record: RecordState | null,
  specs: OwnSpecs = NO_OWN_SPECS,
): Draft {
  const opened = openDraft(kind, fields, record, {}, specs)
  const stands = new Map(
    (record?.statements ?? []).flatMap((each) =>
      each.retractedBy === null ? [[each.id, each]] : [],
    ),
  )
  const written = kept.entries
    .filter(({ field }) => fields.includes(field))
    .map(
      (entry): Entry => ({
        key: entry.key,
        field: entry.field,
        raw: entry.raw,
        own: ownOf(entry.own),
        corrects: (entry.corrects && stands.get(entry.corrects)) || null,
      }),
    )
  // The keys of new lines go on after those that were kept.
  let made = Math.max(0, ...written.map(({ key }) => Number(key.slice('entry-'.length)) + 1))
  const blank = opened.entries
    .filter(({ field }) => !written.some((entry) => entry.field === field))
    .map((entry): Entry => {
      made += 1
      return { ...entry, key: `entry-${made - 1}` }
    })
  const keys = new Set(written.map(({ key }) => key))
  return {
    ...opened,
    defaults: kept.defaults,
    entries: [...written, ...blank],
    retract: kept.retract.filter((id) => stands.has(id)),
    prefer: Object.fromEntries(
      Object.entries(kept.prefer).filter(
        ([, target]) => keys.has(target) || [...stands.keys()].some((id) => id === target),
      ),
    ),
    made,
    different: kept.different ?? [],
  }
}

/** Without the parts that were never set: a part that is there and undefined would count as set. */
const ownOf = (own: FormDraft['entries'][number]['own']): Entry['own'] =>
  Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
