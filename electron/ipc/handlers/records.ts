/**
 * Handlers of the calls about records (shared/contract/records.ts). What changed is told by the index of the open
 * vault (handlers/session.ts), whoever changed it.
 */
import type { recordCalls } from '../../../shared/contract/records.ts'
import type { App } from '../app.ts'
import type { Handlers } from '../gate.ts'

export function recordHandlers({
  session,
  drafts,
  emit,
}: App): Pick<Handlers, keyof typeof recordCalls> {
  return {
    'records.list': (input) => session.workspace.records.list(input),
    'records.get': ({ id }) => session.workspace.records.get(id),
    'records.create': ({ kind, change }) => session.workspace.records.create(kind, change),
    'records.save': (input) => session.workspace.records.save(input),
    'records.undo': ({ id, seq }) => session.workspace.records.undo(id, seq),
    'records.merge': ({ into, from }) => session.workspace.records.merge(into, from),
    'records.unmerge': ({ into, from }) => session.workspace.records.unmerge(into, from),
    'records.history': ({ id }) => ({ entries: session.workspace.records.history(id) }),
    'records.erase': async ({ id, reason }) => {
      await session.workspace.records.erase(id, reason)
      // What was typed about it and never saved goes with it.
      await drafts.book.dropAbout(id)
      return {}
    },
    'search.query': ({ query, limit, exact }) => ({
      hits: session.workspace.search.query(query, limit, exact),
    }),
    'witness.reveal': ({ witness, reason }) => ({
      identity: session.workspace.records.reveal(witness, reason),
    }),
    'witness.saveIdentity': ({ witness, change }) => {
      const saved = session.workspace.records.saveIdentity(witness, change)
      // The index is silent about identities; the witness's page has to ask again all the same.
      emit('records.changed', { ids: [witness] })
      return saved
    },
  }
}
