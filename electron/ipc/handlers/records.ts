/** Handlers of the calls about records (shared/contract/records.ts). */
import type { recordCalls } from '../../../shared/contract/records.ts'
import type { App } from '../app.ts'
import type { Handlers } from '../gate.ts'

export function recordHandlers({ session, emit }: App): Pick<Handlers, keyof typeof recordCalls> {
  return {
    'records.list': (input) => session.workspace.records.list(input),
    'records.get': ({ id }) => session.workspace.records.get(id),
    'records.create': ({ kind, change }) => {
      const made = session.workspace.records.create(kind, change)
      emit('records.changed', { ids: [made.id] })
      return made
    },
    'records.save': (input) => {
      const saved = session.workspace.records.save(input)
      emit('records.changed', { ids: [input.id] })
      return saved
    },
    'records.history': ({ id }) => ({ entries: session.workspace.records.history(id) }),
    'records.erase': async ({ id, reason }) => {
      await session.workspace.records.erase(id, reason)
      emit('records.changed', { ids: [id] })
      return {}
    },
    'search.query': ({ query, limit }) => ({ hits: session.workspace.search.query(query, limit) }),
    'witness.reveal': ({ witness, reason }) => ({
      identity: session.workspace.records.reveal(witness, reason),
    }),
    'witness.saveIdentity': ({ witness, change }) => {
      const saved = session.workspace.records.saveIdentity(witness, change)
      emit('records.changed', { ids: [witness] })
      return saved
    },
  }
}
