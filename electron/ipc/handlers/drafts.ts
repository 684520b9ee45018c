/** Handlers of the calls about drafts (shared/contract/drafts.ts). */
import type { draftCalls, OfferedDraft } from '../../../shared/contract/drafts.ts'
import { isVaultError } from '../../../shared/errors.ts'
import { RecordId } from '../../../shared/ids.ts'
import type { FormDraft, KeptDraft } from '../../../shared/model/draft.ts'
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
    'drafts.take': ({ id }) => {
      const draft = drafts.book.take(id)
      const titles: Record<RecordId, string> = {}
      for (const record of referredTo(draft)) {
        const title = titleOf(record)
        if (title !== undefined) titles[record] = title
      }
      return { draft, titles }
    },
    'drafts.leave': ({ id }) => {
      drafts.book.leave(id)
      return {}
    },
    'drafts.settled': () => {
      drafts.settle()
      return {}
    },
  }
}

/** Sources, and what was chosen in fields that name another record. */
function referredTo({ defaults, entries }: FormDraft): ReadonlySet<RecordId> {
  const named = [
    defaults.source,
    ...entries.flatMap(({ raw, own }) => [own.source, RecordId.safeParse(raw).data]),
  ]
  return new Set(named.filter((id) => id !== null && id !== undefined))
}
