/** Calls about records: lists, one record, a save, its history, and the sealed identities; what a hit of a search is. */
import { z } from 'zod'
import { AuthorId, ObjectId, RecordId, StatementId } from '../ids.ts'
import { KINDS } from '../model/kind.ts'
import { Stale } from '../model/staleness.ts'
import { RecordChange, RecordState, Statement } from '../model/statement.ts'
import { PartialDate } from '../model/values.ts'
import { Done, workspaceCall } from './define.ts'

/** Kinds the workspace may list; identities of witnesses are only revealed one by one. */
export const OpenKindName = z.enum(KINDS).exclude(['witnessIdentity'])

/** A row of a list: preferred values of the listed fields, as text ready to show or to translate. */
export const ListRow = z.strictObject({
  id: RecordId,
  title: z.string(),
  updatedAt: z.number().int(),
  /** Field → preferred values (enum codes untranslated). */
  values: z.record(z.string(), z.array(z.string())),
  /** Fields with statements that disagree. */
  conflicts: z.array(z.string()),
  /** Fields whose shown value nobody has confirmed for too long, and since when. */
  stale: z.record(z.string(), Stale),
})
export type ListRow = z.infer<typeof ListRow>

/** What became of one part of a query in a name. */
export const MatchedPart = z.strictObject({
  /** The part as typed, and the words of the name that it met; null when none did. */
  asked: z.string(),
  met: z.string().nullable(),
  how: z.enum(['same', 'other_spelling', 'inflected', 'begun', 'similar', 'missing']),
  /** A patronymic that is missing is not held against the name. */
  patronymic: z.boolean(),
})
export type MatchedPart = z.infer<typeof MatchedPart>

export const Reason = z.strictObject({
  /** What matched: a name in another script, a word in a field, … */
  type: z.enum(['name_exact', 'name_other_script', 'name_similar', 'word', 'prefix']),
  field: z.string(),
  /** The matched value as stored. */
  matched: z.string(),
  /** Of a name: its language, and how each part of the query was met. */
  name: z.strictObject({ lang: z.string(), parts: z.array(MatchedPart) }).optional(),
})
export type Reason = z.infer<typeof Reason>

export const SearchHit = z.strictObject({
  id: RecordId,
  kind: OpenKindName,
  title: z.string(),
  score: z.number(),
  reasons: z.array(Reason),
})
export type SearchHit = z.infer<typeof SearchHit>

export const HistoryEntry = z.strictObject({
  seq: z.number().int(),
  at: z.number().int(),
  author: AuthorId,
  op: z.string(),
  added: z.array(Statement),
  retracted: z.array(Statement),
  preferred: z.record(z.string(), StatementId),
  /** Why, where the operation asks for it: an erasure, an opening of the witness compartment. */
  reason: z.string().nullable(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** Records that point at a record: its stays, incidents, evidence, witnesses by code name. */
export const LinkedRecord = z.strictObject({
  id: RecordId,
  kind: OpenKindName,
  title: z.string(),
  /** The field that points here. */
  via: z.string(),
  /** Dates for the time line, when the kind has them. */
  from: PartialDate.nullable(),
  to: PartialDate.nullable(),
  values: z.record(z.string(), z.array(z.string())),
})
export type LinkedRecord = z.infer<typeof LinkedRecord>

export const recordCalls = {
  'records.list': workspaceCall(
    z.strictObject({
      kind: OpenKindName,
      /** Typed into the list's search box: names in any script, words, prefixes. */
      query: z.string().max(200).default(''),
      filter: z.record(z.string().max(64), z.string().max(200)).default({}),
      /** Only records with a shown value that nobody has confirmed for too long. */
      stale: z.boolean().optional(),
      sort: z.strictObject({ by: z.string().max(64), descending: z.boolean() }).optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000),
    }),
    z.strictObject({ total: z.number().int(), rows: z.array(ListRow) }),
  ),
  'records.get': workspaceCall(
    z.strictObject({ id: RecordId }),
    z.strictObject({
      record: RecordState,
      linked: z.array(LinkedRecord),
      /** Titles of the records that its statements refer to, sources included. */
      titles: z.record(RecordId, z.string()),
      /** Those of them that were erased: they have no title any more. */
      erased: z.array(RecordId),
      /** The record that this one was merged into. */
      mergedInto: RecordId.nullable(),
    }),
  ),
  'records.create': workspaceCall(
    z.strictObject({
      kind: OpenKindName,
      change: RecordChange,
      /** Of a person: who was offered as the same one and is not. */
      different: z.array(RecordId).max(100).default([]),
    }),
    z.strictObject({ id: RecordId, seq: z.number().int() }),
  ),
  /** Acknowledged only when it is on the disk. `basedOn` is the record's lastSeq that the form was filled from. */
  'records.save': workspaceCall(
    z.strictObject({ id: RecordId, basedOn: z.number().int(), change: RecordChange }),
    z.strictObject({ seq: z.number().int() }),
  ),
  /** Undoes what entry `seq` changed of the record; refused with `conflict` where somebody went on from it. */
  'records.undo': workspaceCall(
    z.strictObject({ id: RecordId, seq: z.number().int().positive() }),
    z.strictObject({ seq: z.number().int() }),
  ),
  /** Two records of one person become one; nothing merges by itself. */
  'records.merge': workspaceCall(
    z.strictObject({ into: RecordId, from: RecordId }),
    z.strictObject({ seq: z.number().int() }),
  ),
  /** Takes a merge apart: both records are as they were, with what each was told since. */
  'records.unmerge': workspaceCall(
    z.strictObject({ into: RecordId, from: RecordId }),
    z.strictObject({ seq: z.number().int() }),
  ),
  'records.history': workspaceCall(
    z.strictObject({ id: RecordId }),
    z.strictObject({ entries: z.array(HistoryEntry) }),
  ),
  /** Destroys the record's key. There is no undo and the words say so. */
  'records.erase': workspaceCall(
    z.strictObject({ id: RecordId, reason: z.string().min(1).max(500) }),
    Done,
  ),
  /** Opens the compartment for one witness; the reason goes into the ledger. */
  'witness.reveal': workspaceCall(
    z.strictObject({ witness: RecordId, reason: z.string().trim().min(1).max(500) }),
    z.strictObject({ identity: RecordState.nullable() }),
  ),
  'witness.saveIdentity': workspaceCall(
    z.strictObject({ witness: RecordId, change: RecordChange }),
    z.strictObject({ seq: z.number().int() }),
  ),
} as const

/** A file under an evidence record. The name is what the sender called it, cleaned for display. */
export const EvidenceFile = z.strictObject({
  objectId: ObjectId,
  name: z.string().max(1024),
  mime: z.string().max(100),
  size: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  addedAt: z.number().int(),
  seq: z.number().int(),
})
export type EvidenceFile = z.infer<typeof EvidenceFile>
