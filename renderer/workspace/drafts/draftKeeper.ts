/**
 * Hands what is typed to main, which keeps it sealed: a moment after the typing pauses, at once when main says that
 * the vault is about to be locked, and never again once the form was saved or left.
 */
import type { DraftId, FormDraft } from '../../../shared/model/draft.ts'
import { call, onEvent } from '../../shared/bridge/client.ts'

/** How long typing pauses before a draft is handed over. */
export const KEEP_AFTER_MS = 700

interface Form {
  /** What is not handed over yet. */
  next: FormDraft | undefined
  timer: ReturnType<typeof setTimeout> | undefined
  kept: boolean
}

const forms = new Map<DraftId, Form>()

const formOf = (id: DraftId): Form => {
  const found = forms.get(id) ?? { next: undefined, timer: undefined, kept: false }
  forms.set(id, found)
  return found
}

async function handOver(form: Form): Promise<void> {
  clearTimeout(form.timer)
  const { next } = form
  form.next = undefined
  if (!next) return
  form.kept = true
  // A disk that does not take it has its own words when the form is saved.
  await call('drafts.keep', next)
}

export const draftKeeper = {
  /** Follows main's word of an end. Answers with how to stop. */
  start(): () => void {
    return onEvent('session.ending', () => {
      void Promise.all([...forms.values()].map(handOver)).then(() => call('drafts.settled'))
    })
  },

  /** The form has changed. */
  changed(draft: FormDraft): void {
    const form = formOf(draft.id)
    form.next = draft
    clearTimeout(form.timer)
    form.timer = setTimeout(() => void handOver(form), KEEP_AFTER_MS)
  },

  /** A draft of an earlier session is gone on with: it is there to be dropped. */
  taken(id: DraftId): void {
    formOf(id).kept = true
  },

  /** The form is left for a look at something else: its draft stays, and is offered at once. */
  async leave(id: DraftId): Promise<void> {
    const form = forms.get(id)
    if (!form) return
    forms.delete(id)
    await handOver(form)
    await call('drafts.leave', { id })
  },

  /** Nothing of the form is to be kept: it was saved, left, or emptied again. */
  drop(id: DraftId): void {
    const form = forms.get(id)
    if (!form) return
    forms.delete(id)
    clearTimeout(form.timer)
    if (form.kept) void call('drafts.drop', { id })
  },
}
