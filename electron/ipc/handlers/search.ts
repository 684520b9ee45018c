/** Handlers of the calls about the search (shared/contract/search.ts). */
import type { searchCalls } from '../../../shared/contract/search.ts'
import type { App } from '../app.ts'
import type { Handlers } from '../gate.ts'

export function searchHandlers({ session }: App): Pick<Handlers, keyof typeof searchCalls> {
  return {
    'search.query': async (question) => (await session.prepared()).search.askInSlices(question),
    'views.list': () => ({ views: session.workspace.views.list() }),
    'views.save': async (view) => ({ id: (await session.writable()).views.save(view) }),
    'views.rename': async ({ id, name }) => {
      ;(await session.writable()).views.rename(id, name)
      return {}
    },
    'views.drop': async ({ id }) => {
      ;(await session.writable()).views.drop(id)
      return {}
    },
  }
}
