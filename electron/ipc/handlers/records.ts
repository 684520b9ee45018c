/**
 * Handlers of the calls about records (shared/contract/records.ts). What changed is told by the index of the open
 * vault (handlers/session.ts), whoever changed it.
 */
import type { recordCalls } from '../../../shared/contract/records.ts'
import { VaultError } from '../../../shared/errors.ts'
import type { App } from '../app.ts'
import type { Handlers } from '../gate.ts'

export function recordHandlers({
  session,
  drafts,
  emit,
}: App): Pick<Handlers, keyof typeof recordCalls> {
  return {
    'records.list': async (input) => {
      const needed = input.query.trim() === '' ? input.kind : 'all'
      return (await session.prepared(needed)).records.listInSlices(input)
    },
    'records.get': async ({ id }) => (await session.prepared()).records.get(id),
    'records.create': async ({ kind, change, different }) => {
      if (different.length > 0 && kind !== 'person') throw new VaultError('bad_input')
      const { records, duplicates } = await session.writable()
      return records.create(kind, change, (id) => duplicates.entriesFor(id, different))
    },
    'records.save': async (input) => (await session.writable()).records.save(input),
    'records.undo': async ({ id, seq }) => (await session.writable()).records.undo(id, seq),
    'records.merge': async ({ into, from }) => (await session.writable()).records.merge(into, from),
    'records.unmerge': async ({ into, from }) =>
      (await session.writable()).records.unmerge(into, from),
    'records.history': ({ id }) => ({ entries: session.workspace.records.history(id) }),
    'records.erase': async ({ id, reason }) => {
      await (await session.writable()).records.erase(id, reason)
      // What was typed about it and never saved goes with it.
      await drafts.book.dropAbout(id)
      return {}
    },
    'witness.reveal': async ({ witness, reason }) => ({
      identity: (await session.writable()).records.reveal(witness, reason),
    }),
    'witness.saveIdentity': async ({ witness, change }) => {
      const saved = (await session.writable()).records.saveIdentity(witness, change)
      // The index is silent about identities; the witness's page has to ask again all the same.
      emit('records.changed', { ids: [witness] })
      return saved
    },
  }
}
