/** Calls about drafts: what was typed into forms and is not saved yet, kept sealed across a lock or a crash. */
import { z } from 'zod'
import { RecordId } from '../ids.ts'
import { DraftId, FormDraft } from '../model/draft.ts'
import { Done, Nothing, workspaceCall } from './define.ts'
import { OpenKindName } from './records.ts'

export const OfferedDraft = z.strictObject({
  id: DraftId,
  kind: OpenKindName,
  record: RecordId.nullable(),
  about: FormDraft.shape.about,
  /** Of the record that was edited; `null` for one that was to be made. */
  title: z.string().nullable(),
  at: z.number().int(),
})
export type OfferedDraft = z.infer<typeof OfferedDraft>

export const draftCalls = {
  /** Answers when the draft is sealed on the disk. The newest one of an id counts. */
  'drafts.keep': workspaceCall(FormDraft, Done),
  /** Saved or discarded: nothing of it is kept. An unknown id is one that was dropped before. */
  'drafts.drop': workspaceCall(z.strictObject({ id: DraftId }), Done),
  /** What an earlier session left unsaved. `lost`: something was kept and cannot be read. */
  'drafts.offered': workspaceCall(
    Nothing,
    z.strictObject({ drafts: z.array(OfferedDraft), lost: z.boolean() }),
  ),
  /** The draft itself, to go on with. It stays kept until it is dropped. */
  'drafts.take': workspaceCall(
    z.strictObject({ id: DraftId }),
    z.strictObject({
      draft: FormDraft,
      /** Titles of the records that it refers to. */
      titles: z.record(RecordId, z.string()),
    }),
  ),
  /** The form was left and its draft is to be gone on with: it is offered as one of an earlier session is. */
  'drafts.leave': workspaceCall(z.strictObject({ id: DraftId }), Done),
  /** The page's answer to `session.ending`: what was typed last has been handed over. */
  'drafts.settled': workspaceCall(Nothing, Done),
} as const
