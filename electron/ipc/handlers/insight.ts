/** Handlers of the calls about all records together (shared/contract/insight.ts). */
import type { insightCalls } from '../../../shared/contract/insight.ts'
import type { App } from '../app.ts'
import type { Handlers } from '../gate.ts'

export function insightHandlers({ session }: App): Pick<Handlers, keyof typeof insightCalls> {
  return {
    'insight.map': async () => (await session.prepared()).insight.map(),
    'insight.held': async ({ facility }) => (await session.prepared()).insight.held(facility),
    'insight.figures': async () => (await session.prepared()).insight.figures(),
    'insight.counted': async (input) => (await session.prepared()).insight.counted(input),
    'insight.people': async (input) => (await session.prepared()).insight.people(input),
    'insight.priorities': async () => (await session.prepared()).insight.priorities(),
    'insight.relations': async ({ record }) => (await session.prepared()).insight.relations(record),
    'insight.route': async ({ person }) => (await session.prepared()).insight.route(person),
    'insight.registers': async () => (await session.prepared()).insight.registers(),
    'insight.agenda': async () => (await session.prepared()).insight.agenda(),
  }
}
