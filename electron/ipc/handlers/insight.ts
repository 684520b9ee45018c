/** Handlers of the calls about all records together (shared/contract/insight.ts). */
import type { insightCalls } from '../../../shared/contract/insight.ts'
import type { App } from '../app.ts'
import type { Handlers } from '../gate.ts'

export function insightHandlers({ session }: App): Pick<Handlers, keyof typeof insightCalls> {
  return {
    'insight.map': () => session.workspace.insight.map(),
    'insight.held': ({ facility }) => session.workspace.insight.held(facility),
    'insight.figures': () => session.workspace.insight.figures(),
    'insight.counted': (input) => session.workspace.insight.counted(input),
    'insight.people': (input) => session.workspace.insight.people(input),
    'insight.priorities': () => session.workspace.insight.priorities(),
    'insight.relations': ({ record }) => session.workspace.insight.relations(record),
    'insight.route': ({ person }) => session.workspace.insight.route(person),
  }
}
