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
import type { OpenKind } from '../../shared/model/model.ts'
import { BackupsScreen } from './backups/BackupsScreen.tsx'
import { DossierComposer } from './dossier/DossierComposer.tsx'
import { DuplicatesScreen } from './duplicates/DuplicatesScreen.tsx'
import { EvidenceRecordScreen } from './evidence/EvidenceRecordScreen.tsx'
import { EvidenceScreen } from './evidence/EvidenceScreen.tsx'
import { HomeScreen } from './home/HomeScreen.tsx'
import { ImportScreen } from './import/ImportScreen.tsx'
import { AgendaScreen } from './insight/AgendaScreen.tsx'
import { FiguresScreen } from './insight/FiguresScreen.tsx'
import { PrioritiesScreen } from './insight/PrioritiesScreen.tsx'
import { RegistersScreen } from './insight/RegistersScreen.tsx'
import { KeysScreen } from './keys/KeysScreen.tsx'
import { MapScreen } from './map/MapScreen.tsx'
import { type RecordScreens, screensOf } from './records/screens.tsx'
import { SearchBox } from './search/SearchBox.tsx'
import { SettingsScreen } from './settings/SettingsScreen.tsx'
import { NotFoundScreen, ScreenFailure } from './shell/Fallbacks.tsx'
import { Shell } from './shell/Shell.tsx'

const rootRoute = createRootRoute({
  component: () => <Shell search={<SearchBox />} />,
})

const at = <const P extends string>(path: P) => ({ getParentRoute: () => rootRoute, path })

const homeRoute = createRoute({ ...at('/'), component: HomeScreen })

/** List, form, page and edit form of a kind; `own` are those that it does not share with the others. */
function recordRoutes<const P extends string>(
  kind: OpenKind,
  path: P,
  own: Partial<RecordScreens> = {},
) {
  const { List, New, View, Edit } = { ...screensOf(kind), ...own }
  return [
    createRoute({ ...at(path), component: List }),
    createRoute({ ...at<`${P}/new`>(`${path}/new`), component: New }),
    createRoute({ ...at<`${P}/$id`>(`${path}/$id`), component: View }),
    createRoute({ ...at<`${P}/$id/edit`>(`${path}/$id/edit`), component: Edit }),
  ] as const
}

const mapRoute = createRoute({ ...at('/map'), component: MapScreen })
const figuresRoute = createRoute({ ...at('/figures'), component: FiguresScreen })
const prioritiesRoute = createRoute({ ...at('/priorities'), component: PrioritiesScreen })
const duplicatesRoute = createRoute({
  ...at('/people/duplicates'),
  component: DuplicatesScreen,
})
const importRoute = createRoute({ ...at('/import'), component: ImportScreen })
const agendaRoute = createRoute({ ...at('/agenda'), component: AgendaScreen })
const registersRoute = createRoute({ ...at('/registers'), component: RegistersScreen })
const backupsRoute = createRoute({ ...at('/backups'), component: BackupsScreen })
const keysRoute = createRoute({ ...at('/keys'), component: KeysScreen })
const settingsRoute = createRoute({ ...at('/settings'), component: SettingsScreen })

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    ...recordRoutes('person', '/people'),
    ...recordRoutes('relation', '/people/relations'),
    ...recordRoutes('counsel', '/people/lawyers'),
    ...recordRoutes('consent', '/people/consents'),
    ...recordRoutes('witness', '/witnesses'),
    ...recordRoutes('case', '/cases'),
    ...recordRoutes('proceeding', '/cases/proceedings'),
    ...recordRoutes('incident', '/incidents'),
    ...recordRoutes('act', '/incidents/acts'),
    ...recordRoutes('involvement', '/incidents/involvements'),
    ...recordRoutes('perpetrator', '/incidents/responsible'),
    ...recordRoutes('facility', '/facilities'),
    ...recordRoutes('stay', '/facilities/stays'),
    ...recordRoutes('place', '/facilities/places'),
    ...recordRoutes('health', '/health'),
    ...recordRoutes('examination', '/health/examinations'),
    ...recordRoutes('intervention', '/appeals'),
    ...recordRoutes('exchange', '/appeals/exchange'),
    ...recordRoutes('source', '/sources'),
    ...recordRoutes('organisation', '/organisations'),
    ...recordRoutes('evidence', '/evidence', {
      List: EvidenceScreen,
      View: EvidenceRecordScreen,
    }),
    ...recordRoutes('dossier', '/dossiers', { New: DossierComposer }),
    ...recordRoutes('customField', '/settings/fields'),
    ...recordRoutes('valueList', '/settings/fields/lists'),
    mapRoute,
    agendaRoute,
    registersRoute,
    figuresRoute,
    prioritiesRoute,
    importRoute,
    duplicatesRoute,
    backupsRoute,
    keysRoute,
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
