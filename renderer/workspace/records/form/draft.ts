/**
 * An open form: values being added, statements being corrected, taken back or preferred, and what the whole form has
 * in common (source, grade, as-of). Adding never touches what is there; a correction is named as one.
 */

import { invariant } from '../../../../shared/errors.ts'
import type { RecordId, StatementId } from '../../../../shared/ids.ts'
import type { Confidentiality } from '../../../../shared/model/field.ts'
import type { Kind } from '../../../../shared/model/kind.ts'
import {
  DEFAULT_GRADE,
  type Grade,
  type RecordState,
  type Statement,
} from '../../../../shared/model/statement.ts'
import { dateForEditing } from '../dates/format.ts'
import { NO_OWN_SPECS, type OwnSpecs, specOf } from '../own/ownFields.ts'
import { blankRaw, type Raw, rawOf } from './raw.ts'

export interface Details {
  readonly source: RecordId | null
  readonly grade: Grade
  /** As typed; read when the form is saved. */
  readonly asOf: string
  readonly confidentiality: Confidentiality
}

/** What a new value takes over unless it says otherwise; confidentiality comes from the field itself. */
export type Defaults = Omit<Details, 'confidentiality'>

export interface Entry {
  readonly key: string
  readonly field: string
  readonly raw: Raw
  /** What was set for this value alone. */
  readonly own: Partial<Details>
  /** The statement it takes the place of. */
  readonly corrects: Statement | null
}

export interface Draft {
  readonly kind: Kind
  /** The fields this form is about. */
  readonly fields: readonly string[]
  readonly record: RecordState | null
  /** What the fields take that the team defined. */
  readonly specs: OwnSpecs
  readonly defaults: Defaults
  readonly entries: readonly Entry[]
  readonly retract: readonly StatementId[]
  /** Field → the statement, or the key of the entry, to be shown first. */
  readonly prefer: Readonly<Record<string, string>>
  readonly made: number
  /** Of a person: who was offered as the same one and is another. */
  readonly different: readonly Different[]
}

export interface Different {
  readonly id: RecordId
  readonly title: string
}

export type DraftAction =
  | { readonly do: 'type'; readonly key: string; readonly raw: Raw }
  | { readonly do: 'detail'; readonly key: string; readonly own: Partial<Details> }
  | { readonly do: 'followDefaults'; readonly key: string }
  | { readonly do: 'default'; readonly defaults: Partial<Defaults> }
  | { readonly do: 'add'; readonly field: string }
  | { readonly do: 'drop'; readonly key: string }
  | { readonly do: 'correct'; readonly statement: Statement }
  | { readonly do: 'retract'; readonly id: StatementId }
  | { readonly do: 'keep'; readonly id: StatementId }
  | { readonly do: 'prefer'; readonly field: string; readonly target: string | null }
  | ({ readonly do: 'different' } & Different)
  | { readonly do: 'alike'; readonly id: RecordId }
  | { readonly do: 'reset'; readonly draft: Draft }
  /** The record was changed elsewhere: what was typed goes on, over its new state. */
  | { readonly do: 'rebase'; readonly record: RecordState }

const NO_DEFAULTS: Defaults = { source: null, grade: DEFAULT_GRADE, asOf: '' }

export const standing = (record: RecordState | null, field: string): readonly Statement[] =>
  record?.statements.filter((s) => s.field === field && s.retractedBy === null) ?? []

function entryFor(draft: Draft, field: string, extra: Partial<Entry> = {}): Draft {
  const spec = specOf(draft.kind, field, draft.specs)
  invariant(spec, 'a form only has fields of its kind')
  const entry: Entry = {
    key: `entry-${draft.made}`,
    field,
    raw: blankRaw(spec.type),
    own: {},
    corrects: null,
    ...extra,
  }
  return { ...draft, made: draft.made + 1, entries: [...draft.entries, entry] }
}

/** A form over some fields of a record, or of one to be made; a field nobody knows yet starts with an empty line. */
export function openDraft(
  kind: Kind,
  fields: readonly string[],
  record: RecordState | null,
  defaults: Partial<Defaults> = {},
  specs: OwnSpecs = NO_OWN_SPECS,
): Draft {
  let draft: Draft = {
    kind,
    fields,
    record,
    specs,
    defaults: { ...NO_DEFAULTS, ...defaults },
    entries: [],
    retract: [],
    prefer: {},
    made: 0,
    different: [],
  }
  for (const field of fields) {
    if (standing(record, field).length === 0) draft = entryFor(draft, field)
  }
  return draft
}

const without = (prefer: Draft['prefer'], target: string): Draft['prefer'] =>
  Object.fromEntries(Object.entries(prefer).filter(([, chosen]) => chosen !== target))

const change = (draft: Draft, key: string, part: Partial<Entry>): Draft => ({
  ...draft,
  entries: draft.entries.map((entry) => (entry.key === key ? { ...entry, ...part } : entry)),
})

function correct(draft: Draft, statement: Statement): Draft {
  if (draft.entries.some(({ corrects }) => corrects?.id === statement.id)) return draft
  const spec = specOf(draft.kind, statement.field, draft.specs)
  invariant(spec, 'a form only has fields of its kind')
  return entryFor(draft, statement.field, {
    raw: rawOf(spec.type, statement.value),
    corrects: statement,
    // A correction is of the value; where it comes from stays until somebody says otherwise.
    own: {
      source: statement.source,
      grade: statement.grade,
      asOf: statement.asOf === null ? '' : dateForEditing(statement.asOf),
      confidentiality: statement.confidentiality,
    },
  })
}

function drop(draft: Draft, key: string): Draft {
  const entries = draft.entries.filter((entry) => entry.key !== key)
  return { ...draft, entries, prefer: without(draft.prefer, key) }
}

/** Nothing typed is lost: a correction of what no longer stands becomes a value beside the others. */
function rebase(draft: Draft, record: RecordState): Draft {
  const stands = (id: string) =>
    record.statements.some((each) => each.id === id && each.retractedBy === null)
  const keys = new Set(draft.entries.map(({ key }) => key))
  return {
    ...draft,
    record,
    entries: draft.entries.map((entry) =>
      entry.corrects && !stands(entry.corrects.id) ? { ...entry, corrects: null } : entry,
    ),
    retract: draft.retract.filter(stands),
    prefer: Object.fromEntries(
      Object.entries(draft.prefer).filter(([, chosen]) => keys.has(chosen) || stands(chosen)),
    ),
  }
}

export function reduceDraft(draft: Draft, action: DraftAction): Draft {
  switch (action.do) {
    case 'type':
      return change(draft, action.key, { raw: action.raw })
    case 'detail': {
      const own = draft.entries.find(({ key }) => key === action.key)?.own ?? {}
      return change(draft, action.key, { own: { ...own, ...action.own } })
    }
    case 'followDefaults':
      return change(draft, action.key, { own: {} })
    case 'default':
      return { ...draft, defaults: { ...draft.defaults, ...action.defaults } }
    case 'add':
      return entryFor(draft, action.field)
    case 'drop':
      return drop(draft, action.key)
    case 'correct':
      return correct(draft, action.statement)
    case 'retract':
      return draft.retract.includes(action.id)
        ? draft
        : {
            ...draft,
            retract: [...draft.retract, action.id],
            prefer: without(draft.prefer, action.id),
          }
    case 'keep':
      return { ...draft, retract: draft.retract.filter((id) => id !== action.id) }
    case 'prefer': {
      const { [action.field]: _, ...others } = draft.prefer
      return {
        ...draft,
        prefer: action.target === null ? others : { ...others, [action.field]: action.target },
      }
    }
    case 'different': {
      const { id, title } = action
      return { ...draft, different: [...draft.different, { id, title }] }
    }
    case 'alike':
      return { ...draft, different: draft.different.filter(({ id }) => id !== action.id) }
    case 'reset':
      return action.draft
    case 'rebase':
      return rebase(draft, action.record)
  }
}
