/**
 * Every screen of the workspace and its path. The history lives in memory: no address is written anywhere, and a
 * lock forgets it with the process. A section's path is listed in shell/navigation.ts.
 */
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router'
import { HomeScreen } from './home/HomeScreen.tsx'
import { NotFoundScreen, ScreenFailure } from './shell/Fallbacks.tsx'
import { Shell } from './shell/Shell.tsx'

const rootRoute = createRootRoute({
  component: () => <Shell search={null} />,
})

const at = <const P extends string>(path: P) => ({ getParentRoute: () => rootRoute, path })

const homeRoute = createRoute({ ...at('/'), component: HomeScreen })

/** The screens of records: replaced one by one as they are written. */
const peopleRoute = createRoute({ ...at('/people'), component: NotFoundScreen })
const witnessesRoute = createRoute({ ...at('/witnesses'), component: NotFoundScreen })
const casesRoute = createRoute({ ...at('/cases'), component: NotFoundScreen })
const incidentsRoute = createRoute({ ...at('/incidents'), component: NotFoundScreen })
const facilitiesRoute = createRoute({ ...at('/facilities'), component: NotFoundScreen })
const sourcesRoute = createRoute({ ...at('/sources'), component: NotFoundScreen })
const organisationsRoute = createRoute({ ...at('/organisations'), component: NotFoundScreen })

const evidenceRoute = createRoute({ ...at('/evidence'), component: NotFoundScreen })
const dossiersRoute = createRoute({ ...at('/dossiers'), component: NotFoundScreen })
const backupsRoute = createRoute({ ...at('/backups'), component: NotFoundScreen })
const settingsRoute = createRoute({ ...at('/settings'), component: NotFoundScreen })

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    peopleRoute,
    witnessesRoute,
    casesRoute,
    incidentsRoute,
    facilitiesRoute,
    sourcesRoute,
    organisationsRoute,
    evidenceRoute,
    dossiersRoute,
    backupsRoute,
    settingsRoute,
  ]),
  history: createMemoryHistory({ initialEntries: ['/'] }),
  defaultNotFoundComponent: NotFoundScreen,
  defaultErrorComponent: ScreenFailure,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
