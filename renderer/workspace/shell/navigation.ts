/** The sections of the workspace in the order of the rail. A path here is a route of routes.tsx. */
import {
  Archive,
  BookOpenText,
  Building2,
  ChartColumn,
  EyeOff,
  FileCheck2,
  Gavel,
  HeartPulse,
  House,
  KeyRound,
  Landmark,
  type LucideIcon,
  MapPinned,
  Newspaper,
  Paperclip,
  Settings,
  Siren,
  UsersRound,
} from 'lucide-react'
import type { Kind } from '../../../shared/model/kind.ts'
import type { OpenKind } from '../../../shared/model/model.ts'

export const SECTION_PATHS = {
  person: '/people',
  witness: '/witnesses',
  case: '/cases',
  incident: '/incidents',
  facility: '/facilities',
  source: '/sources',
  organisation: '/organisations',
  evidence: '/evidence',
  dossier: '/dossiers',
} as const satisfies Partial<Record<Kind, string>>

export type SectionKind = keyof typeof SECTION_PATHS

export const KIND_ICONS: Readonly<Record<OpenKind, LucideIcon>> = {
  person: UsersRound,
  witness: EyeOff,
  case: Gavel,
  incident: Siren,
  facility: Building2,
  stay: BookOpenText,
  source: Newspaper,
  organisation: Landmark,
  evidence: Paperclip,
  dossier: FileCheck2,
}

export const NAVIGATION = [
  { group: 'who', kinds: ['person', 'witness'] },
  { group: 'what', kinds: ['case', 'incident', 'facility'] },
  { group: 'where', kinds: ['evidence', 'source', 'organisation'] },
  { group: 'out', kinds: ['dossier'] },
] as const satisfies ReadonlyArray<{ group: string; kinds: readonly SectionKind[] }>

export const HomeIcon = House
export const MapIcon = MapPinned
export const FiguresIcon = ChartColumn
export const PrioritiesIcon = HeartPulse
export const BackupsIcon = Archive
export const KeysIcon = KeyRound
export const SettingsIcon = Settings
