/** Handlers of the calls about drafts (shared/contract/drafts.ts). */
import type { draftCalls, OfferedDraft } from '../../../shared/contract/drafts.ts'
import { isVaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { KeptDraft } from '../../../shared/model/draft.ts'
import type { App } from '../app.ts'
import type { Handlers } from '../gate.ts'

export function draftHandlers({ session, drafts }: App): Pick<Handlers, keyof typeof draftCalls> {
  /** Undefined when the record is there no more: what was typed about it has nowhere to go. */
  function titleOf(record: RecordId): string | undefined {
    try {
      return session.workspace.records.get(record).record.title
    } catch (error) {
      if (isVaultError(error)) return undefined
      throw error
    }
  }

  function offer({ at, draft }: KeptDraft): OfferedDraft | undefined {
    const { id, kind, record, about } = draft
    const title = record === null ? null : titleOf(record)
    return title === undefined ? undefined : { id, kind, record, about, title, at }
  }

  return {
    'drafts.keep': async (draft) => {
      await drafts.book.keep(draft)
      return {}
    },
    'drafts.drop': async ({ id }) => {
      await drafts.book.drop(id)
      return {}
    },
    'drafts.offered': () =>
      drafts.isOpen
        ? {
            drafts: drafts.book.offered.flatMap((kept) => offer(kept) ?? []),
            lost: drafts.book.lost,
          }
        : { drafts: [], lost: false },
    'drafts.take': ({ id }) => ({ draft: drafts.book.take(id) }),
    'drafts.settled': () => {
      drafts.settle()
      return {}
    },
  }
}
