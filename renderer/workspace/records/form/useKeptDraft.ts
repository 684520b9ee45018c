/** Keeps an open form as a draft for as long as it holds something unsaved and is open. */
import { useEffect, useState } from 'react'
import type { DraftId } from '../../../../shared/model/draft.ts'
import { draftKeeper } from '../../drafts/draftKeeper.ts'
import { type AboutRecord, toKept } from './keptDraft.ts'
import type { RecordFormState } from './useRecordForm.ts'

interface KeptDraftOptions {
  /** Something was typed that would be lost. */
  readonly unsaved: boolean
  readonly about?: AboutRecord | null
  /** The draft that the form goes on with. */
  readonly taken?: DraftId | undefined
}

const newDraftId = (): DraftId =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

/** Gives how to leave the form with its draft kept. */
export function useKeptDraft(
  form: RecordFormState,
  options: KeptDraftOptions,
): () => Promise<void> {
  const { unsaved, about = null, taken } = options
  const { draft } = form
  const [id] = useState(() => taken ?? newDraftId())

  // biome-ignore lint/correctness/useExhaustiveDependencies: `about` is made anew with each drawing and never changes
  useEffect(() => {
    const kept = unsaved ? toKept(id, draft, about) : undefined
    if (kept) draftKeeper.changed(kept)
    else draftKeeper.drop(id)
  }, [id, draft, unsaved])

  // Leaving the form, by saving or by choice, is the end of its draft; a lock ends the page without leaving it.
  useEffect(() => {
    if (taken) draftKeeper.taken(taken)
    return () => draftKeeper.drop(id)
  }, [id, taken])
  return () => draftKeeper.leave(id)
}
