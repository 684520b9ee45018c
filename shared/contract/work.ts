/** Calls about evidence, dossiers and backups, and the events of long work. Long calls answer with a job id. */
import { z } from 'zod'
import { DossierDocument, DossierRequest } from '../dossier/document.ts'
import { ObjectId, RecordId } from '../ids.ts'
import { BridgeError, Done, Nothing, workspaceCall } from './define.ts'
import { EvidenceFile } from './records.ts'

export const JobId = z.string().regex(/^[0-9a-f]{16}$/)
export type JobId = z.infer<typeof JobId>
export const StartedJob = z.strictObject({ job: JobId }).nullable()

export const VerifyReport = z.strictObject({
  ok: z.boolean(),
  entries: z.number().int(),
  objects: z.number().int(),
  bytes: z.number().int(),
  damaged: z.array(
    z.strictObject({
      what: z.enum(['header', 'entry', 'keys', 'record', 'object', 'snapshot']),
      id: z.string(),
      why: z.string(),
    }),
  ),
})
export type VerifyReport = z.infer<typeof VerifyReport>

const BackupReport = z.strictObject({
  snapshot: z.string(),
  copiedObjects: z.number().int(),
  copiedBytes: z.number().int(),
  /** Evidence files that the ledger names and the vault no longer has; of those, how many are in this backup from before. */
  goneObjects: z.number().int(),
  keptObjects: z.number().int(),
})

/** What a finished job brought; the kind says which call had started it. */
export const JobOutcome = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('attach'),
    files: z.array(EvidenceFile),
    /** By the name that is shown, so that nobody has to compare a list by hand. */
    failed: z.array(z.strictObject({ name: z.string(), error: BridgeError })),
  }),
  z.strictObject({ type: z.literal('export') }),
  z.strictObject({ type: z.literal('backup'), report: BackupReport }),
  z.strictObject({ type: z.literal('verify'), report: VerifyReport }),
  z.strictObject({
    type: z.literal('restore'),
    name: z.string(),
    files: z.number().int(),
    /** Evidence files that the backup no longer has whole, by the hash of their ciphertext. */
    damaged: z.array(z.string()),
    /** What was restored beside the open vault: the same up to its last entry, gone another way, or another vault's. */
    beside: z.enum(['same', 'different', 'another']),
  }),
  z.strictObject({ type: z.literal('dossier'), dossier: RecordId, sha256: z.string() }),
  z.strictObject({
    type: z.literal('table'),
    /** The record that says so. */
    record: RecordId,
    sha256: z.string(),
    /** The last part of the path that was chosen. */
    name: z.string(),
    rows: z.number().int(),
  }),
  z.strictObject({
    type: z.literal('import_compared'),
    doubtful: z.number().int(),
    undecided: z.number().int(),
  }),
  z.strictObject({ type: z.literal('duplicates'), pairs: z.number().int() }),
  z.strictObject({
    type: z.literal('import'),
    report: z.strictObject({
      seq: z.number().int(),
      imported: z.number().int(),
      skipped: z.number().int(),
      people: z.number().int(),
      added: z.number().int(),
    }),
  }),
  z.strictObject({
    type: z.literal('import_undone'),
    report: z.strictObject({
      erased: z.number().int(),
      /** Statements taken back from records that were there before. */
      retracted: z.number().int(),
      kept: z.number().int(),
    }),
  }),
])
export type JobOutcome = z.infer<typeof JobOutcome>

export const workCalls = {
  'evidence.files': workspaceCall(
    z.strictObject({ record: RecordId }),
    z.strictObject({ files: z.array(EvidenceFile) }),
  ),
  /** Opens main's file dialog and attaches what was chosen. `null` when cancelled. */
  'evidence.attachChosen': workspaceCall(z.strictObject({ record: RecordId }), StartedJob),
  /** A dropped file travels as bytes: a path from a renderer would let it read any file of the disk. */
  'evidence.uploadBegin': workspaceCall(
    z.strictObject({ record: RecordId, name: z.string().max(4096), size: z.number().int().min(0) }),
    z.strictObject({ job: JobId }),
  ),
  'evidence.uploadChunk': workspaceCall(
    z.strictObject({
      job: JobId,
      bytes: z.instanceof(Uint8Array).refine((b) => b.byteLength <= 4 << 20),
    }),
    Done,
  ),
  'evidence.uploadEnd': workspaceCall(
    z.strictObject({ job: JobId, complete: z.boolean() }),
    z.strictObject({ file: EvidenceFile.nullable() }),
  ),
  'evidence.exportChosen': workspaceCall(
    z.strictObject({ record: RecordId, objectId: ObjectId }),
    StartedJob,
  ),
  /** A short-lived `evidence://` address of one file, for this view only. */
  'evidence.link': workspaceCall(
    z.strictObject({ record: RecordId, objectId: ObjectId }),
    z.strictObject({ url: z.string() }),
  ),
  'dossier.preview': workspaceCall(DossierRequest, DossierDocument),
  /** Writes the PDF where main's dialog says and records it. */
  'dossier.issue': workspaceCall(DossierRequest, StartedJob),
  'backup.make': workspaceCall(Nothing, StartedJob),
  /** `open` is the vault that is open; `chosen` is a backup, or this vault, chosen in main's dialog. */
  'backup.verify': workspaceCall(
    z.strictObject({ full: z.boolean(), of: z.enum(['open', 'chosen']).default('chosen') }),
    StartedJob,
  ),
  'backup.restore': workspaceCall(Nothing, StartedJob),
  /** Writes what the last restore proved where main's dialog says; `not_found` before there was one. */
  'backup.keepCertificate': workspaceCall(Nothing, z.strictObject({ kept: z.boolean() })),
  /** Backups recorded in the ledger, newest first. */
  'backup.list': workspaceCall(
    Nothing,
    z.strictObject({
      backups: z.array(
        z.strictObject({
          seq: z.number().int(),
          at: z.number().int(),
          snapshot: z.string(),
          objects: z.number().int(),
          bytes: z.number().int(),
        }),
      ),
    }),
  ),
  'job.cancel': workspaceCall(z.strictObject({ job: JobId }), Done),
} as const

/** What main tells a view without being asked. */
export const EVENTS = {
  'job.progress': z.strictObject({
    job: JobId,
    /** Bytes or items done and in all; equal when finished. `total` 0 when not known yet. */
    done: z.number(),
    total: z.number(),
    unit: z.enum(['bytes', 'items']),
  }),
  'job.ended': z.strictObject({
    job: JobId,
    result: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), outcome: JobOutcome }),
      z.strictObject({ ok: z.literal(false), error: BridgeError }),
    ]),
  }),
  /** Something in the vault changed: lists and open records ask again. */
  'records.changed': z.strictObject({ ids: z.array(RecordId) }),
  'settings.changed': z.strictObject({}),
  /** There is a notice that was not there when the vault was opened. */
  'session.noticed': z.strictObject({}),
  /** The vault is about to be locked: what was typed and is not kept yet is handed over now or never. */
  'session.ending': z.strictObject({}),
  /** To the unlock view, while it waits: reading the ledger of a vault that was opened, restoring a backup, re-keying. */
  'session.progress': z.strictObject({
    step: z.enum(['reading', 'restoring', 'rekeying']),
    done: z.number(),
    total: z.number(),
  }),
} as const
export type EventName = keyof typeof EVENTS
export type EventPayload<E extends EventName> = z.infer<(typeof EVENTS)[E]>
