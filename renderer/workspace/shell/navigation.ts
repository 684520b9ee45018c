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
export const SECTION_KINDS: Readonly<Record<SectionKind, readonly OpenKind[]>> = {
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

export const NAVIGATION = [
  { group: 'who', kinds: ['person', 'witness'] },
  { group: 'what', kinds: ['case', 'incident', 'facility', 'health'] },
  { group: 'where', kinds: ['evidence', 'source', 'organisation'] },
  { group: 'out', kinds: ['intervention', 'dossier'] },
] as const satisfies ReadonlyArray<{ group: string; kinds: readonly SectionKind[] }>

export const HomeIcon = House
export const MapIcon = MapPinned
export const AgendaIcon = CalendarClock
export const RegistersIcon = ListChecks
export const FiguresIcon = ChartColumn
export const PrioritiesIcon = HeartPulse
export const BackupsIcon = Archive
export const KeysIcon = KeyRound
export const SettingsIcon = Settings
