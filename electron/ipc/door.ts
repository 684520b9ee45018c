/** The way from an open vault to an open workspace, the same whether it was just made or unlocked. */
import type { z } from 'zod'
import type { Notice } from '../../shared/contract/session.ts'
import type { OpenVault, VaultNotice } from '../vault/session/types.ts'
import { openWorkspace, type Workspace } from '../vault/workspace.ts'
import type { App } from './app.ts'
import { PROGRESS_INTERVAL_MS } from './jobs.ts'

type NoticeName = z.infer<typeof Notice>

export interface Door {
  /** Every change of a record is told to the pages from then on. Errors: those of `open` and of reading the ledger. */
  openOnce(open: () => Promise<OpenVault>): Promise<Workspace>
  /** What the vault has to say, then what the machine has: every notice of the core crosses under its own name. */
  noticesOf(workspace: Workspace): NoticeName[]
  /** For work that the unlock view waits for; as often as a page can use. */
  tellProgress(step: 'reading' | 'restoring' | 'rekeying'): (done: number, total: number) => void
}

/** Counted once, when the index is whole: before, counting would hold up the unlock. */
const unreadIn = new WeakSet<Workspace>()
const behind = new WeakSet<Workspace>()

export function doorOf(app: App): Door {
  const tellProgress: Door['tellProgress'] = (step) => {
    let last = Number.NEGATIVE_INFINITY
    return (done, total) => {
      const now = performance.now()
      if (done !== total && now - last < PROGRESS_INTERVAL_MS) return
      last = now
      app.emit('session.progress', { step, done, total })
    }
  }
  return {
    tellProgress,
    openOnce: (open) =>
      app.session.open(async () => {
        const vault = await open()
        const { documents, leavingFolder } = app
        const workspace = await openWorkspace(vault, {
          ...{ documents, leavingFolder },
          language: app.settings.get().language,
          onProgress: tellProgress('reading'),
        })
        // Somebody may have chosen another one meanwhile.
        workspace.orderBy(app.settings.get().language)
        app.drafts.open(workspace.vault)
        workspace.records.onChanged((ids) => app.emit('records.changed', { ids: [...ids] }))
        workspace.onBehind(() => {
          behind.add(workspace)
          app.emit('session.noticed', {})
        })
        workspace.checked.then(() => {
          if (workspace.foundDamage) app.emit('session.noticed', {})
        })
        workspace.search.ready().then(() => {
          if (workspace.unread === 0) return
          unreadIn.add(workspace)
          app.emit('session.noticed', {})
        })
        return workspace
      }),
    noticesOf(workspace) {
      const { vault, foundDamage } = workspace
      const own: readonly VaultNotice[] = vault.notices
      // Of an older format it is said already, with the reason.
      const readOnly = vault.readOnly && !own.includes('older_format')
      return [
        ...new Set<NoticeName>([
          ...own,
          ...(foundDamage ? (['entries_damaged'] as const) : []),
          ...(unreadIn.has(workspace) ? (['entries_unread'] as const) : []),
          ...(behind.has(workspace) ? (['index_behind'] as const) : []),
          ...(readOnly ? (['opened_read_only'] as const) : []),
          ...app.notices,
        ]),
      ]
    },
  }
}
