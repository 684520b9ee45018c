/** The tone of a status. Quiet on purpose: most people in a vault are held, and red everywhere warns of nothing. */
import type { PERSON_STATUS } from '../../../shared/model/kinds/person.ts'

export type StatusTone = 'held' | 'grave' | 'limited' | 'free' | 'died' | 'unknown'

const TONES: Readonly<Record<(typeof PERSON_STATUS)[number], StatusTone>> = {
  pol_prisoner: 'held',
  civ_hostage: 'held',
  disappeared: 'grave',
  incommunicado: 'grave',
  detained: 'held',
  remand: 'held',
  house_arrest: 'limited',
  admin_arrest: 'held',
  on_trial: 'held',
  convicted_appeal: 'held',
  serving_prison: 'held',
  serving_colony: 'held',
  strict_regime: 'held',
  punishment_cell: 'grave',
  in_transfer: 'grave',
  suspended: 'limited',
  in_absentia: 'limited',
  supervision: 'limited',
  released_term: 'free',
  exchanged: 'free',
  handed_over: 'free',
  pardoned: 'free',
  acquitted: 'free',
  died: 'died',
  unknown: 'unknown',
}

export const statusTone = (status: string): StatusTone =>
  Object.hasOwn(TONES, status) ? TONES[status as keyof typeof TONES] : 'unknown'
