/**
 * The sections of the workspace in the order of the rail. A section is named by its main kind; the other kinds of a
 * section are tabs above its lists, and their paths lie below the section's, so that the rail shows where one is. A
 * path here is a route of routes.tsx.
 */
import {
  Activity,
  Archive,
  BookOpenText,
  BriefcaseBusiness,
  Building2,
  CalendarClock,
  ChartColumn,
  EyeOff,
  FileCheck2,
  Gavel,
  Hand,
  Handshake,
  HeartPulse,
  House,
  KeyRound,
  Landmark,
  Link2,
  List,
  ListChecks,
  type LucideIcon,
  MapPin,
  MapPinned,
  Newspaper,
  Paperclip,
  Scale,
  Send,
  Settings,
  Signature,
  Siren,
  Stethoscope,
  TextCursorInput,
  UserRoundX,
  UsersRound,
  Waypoints,
} from 'lucide-react'
import type { RAIL_GROUPS } from '../../../shared/contract/session.ts'
import type { OpenKind } from '../../../shared/model/model.ts'

export const SECTION_PATHS = {
  person: '/people',
  witness: '/witnesses',
  case: '/cases',
  incident: '/incidents',
  facility: '/facilities',
  health: '/health',
  source: '/sources',
  organisation: '/organisations',
  evidence: '/evidence',
  intervention: '/appeals',
  dossier: '/dossiers',
  customField: '/settings/fields',
} as const satisfies Partial<Record<OpenKind, string>>

export type SectionKind = keyof typeof SECTION_PATHS

export const KIND_PATHS = {
  ...SECTION_PATHS,
  relation: '/people/relations',
  counsel: '/people/lawyers',
  consent: '/people/consents',
  proceeding: '/cases/proceedings',
  act: '/incidents/acts',
  involvement: '/incidents/involvements',
  perpetrator: '/incidents/responsible',
  stay: '/facilities/stays',
  place: '/facilities/places',
  examination: '/health/examinations',
  exchange: '/appeals/exchange',
  valueList: '/settings/fields/lists',
} as const satisfies Record<OpenKind, string>

/** Every kind, under the section it belongs to; the section's own kind comes first. */
const SECTION_KINDS: Readonly<Record<SectionKind, readonly OpenKind[]>> = {
  person: ['person', 'relation', 'counsel', 'consent'],
  witness: ['witness'],
  case: ['case', 'proceeding'],
  incident: ['incident', 'act', 'perpetrator', 'involvement'],
  facility: ['facility', 'stay', 'place'],
  health: ['health', 'examination'],
  source: ['source'],
  organisation: ['organisation'],
  evidence: ['evidence'],
  intervention: ['intervention', 'exchange'],
  dossier: ['dossier'],
  customField: ['customField', 'valueList'],
}

/** The kinds of the section that a kind belongs to. */
export const kindsBeside = (kind: OpenKind): readonly OpenKind[] =>
  Object.values(SECTION_KINDS).find((kinds) => kinds.includes(kind)) ?? [kind]

export const KIND_ICONS: Readonly<Record<OpenKind, LucideIcon>> = {
  person: UsersRound,
  relation: Link2,
  counsel: BriefcaseBusiness,
  consent: Signature,
  witness: EyeOff,
  case: Gavel,
  proceeding: Scale,
  incident: Siren,
  act: Hand,
  involvement: Waypoints,
  perpetrator: UserRoundX,
  facility: Building2,
  stay: BookOpenText,
  place: MapPin,
  health: Activity,
  examination: Stethoscope,
  intervention: Send,
  exchange: Handshake,
  source: Newspaper,
  organisation: Landmark,
  evidence: Paperclip,
  dossier: FileCheck2,
  customField: TextCursorInput,
  valueList: List,
}

interface SectionEntry {
  readonly kind: SectionKind
}
interface ScreenEntry {
  readonly to:
    | '/'
    | '/map'
    | '/figures'
    | '/agenda'
    | '/registers'
    | '/priorities'
    | '/backups'
    | '/keys'
    | '/settings'
  readonly icon: LucideIcon
  readonly title:
    | 'shell.home'
    | 'agenda.title'
    | 'registers.title'
    | 'priorities.title'
    | 'figures.title'
    | 'map.title'
    | 'shell.backups'
    | 'keys.title'
    | 'shell.settings'
}
/** A kind's section, or a screen of its own. */
export type RailEntry = SectionEntry | ScreenEntry

export const HOME_ENTRY: RailEntry = { to: '/', icon: House, title: 'shell.home' }

/** The groups that can be folded, in their order. */
export const RAIL: ReadonlyArray<{
  readonly group: (typeof RAIL_GROUPS)[number]
  readonly entries: readonly RailEntry[]
}> = [
  {
    group: 'picture',
    entries: [
      { to: '/agenda', icon: CalendarClock, title: 'agenda.title' },
      { to: '/registers', icon: ListChecks, title: 'registers.title' },
      { to: '/priorities', icon: HeartPulse, title: 'priorities.title' },
      { to: '/figures', icon: ChartColumn, title: 'figures.title' },
      { to: '/map', icon: MapPinned, title: 'map.title' },
    ],
  },
  {
    group: 'records',
    entries: [
      { kind: 'person' },
      { kind: 'witness' },
      { kind: 'case' },
      { kind: 'incident' },
      { kind: 'facility' },
      { kind: 'health' },
    ],
  },
  {
    group: 'evidence',
    entries: [{ kind: 'evidence' }, { kind: 'source' }, { kind: 'organisation' }],
  },
  { group: 'out', entries: [{ kind: 'intervention' }, { kind: 'dossier' }] },
]

/** Always in sight, below the others. */
export const VAULT_ENTRIES: readonly RailEntry[] = [
  { to: '/backups', icon: Archive, title: 'shell.backups' },
  { to: '/keys', icon: KeyRound, title: 'keys.title' },
  { to: '/settings', icon: Settings, title: 'shell.settings' },
]

export const pathOf = (entry: RailEntry) => ('kind' in entry ? SECTION_PATHS[entry.kind] : entry.to)

/** Whether the screen at a path belongs to an entry. */
export const isWithin = (entry: RailEntry, pathname: string): boolean => {
  const path = pathOf(entry)
  return pathname === path || (path !== '/' && pathname.startsWith(`${path}/`))
}
