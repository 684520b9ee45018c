/** What the guard held back, gathered so that a list of three hundred people is still read in a minute. */
import {
  CONSENT_GAPS,
  type ConsentGap,
  type DossierDocument,
} from '../../../shared/dossier/document.ts'
import type { RecordId } from '../../../shared/ids.ts'

type Why = DossierDocument['withheld'][number]['why']

/** From the plainest reason to those that somebody could change. */
const ORDER: readonly Why[] = [
  'audience',
  'generalised',
  'confidentiality',
  'no_consent',
  'not_public',
]

interface HeldBackField {
  readonly field: string
  /** Each person once. */
  readonly people: readonly RecordId[]
  /** What is missing for a consent to open it, of any of them. */
  readonly missing: readonly ConsentGap[]
}

export interface HeldBackGroup {
  readonly why: Why
  /** The fields that concern most people first. */
  readonly fields: readonly HeldBackField[]
}

export function gatherHeldBack(withheld: DossierDocument['withheld']): readonly HeldBackGroup[] {
  return ORDER.flatMap((why) => {
    const fields = new Map<string, { people: Set<RecordId>; missing: Set<ConsentGap> }>()
    for (const one of withheld) {
      if (one.why !== why) continue
      const found = fields.get(one.field) ?? { people: new Set(), missing: new Set() }
      found.people.add(one.person)
      if (one.missing) found.missing.add(one.missing)
      fields.set(one.field, found)
    }
    if (fields.size === 0) return []
    return {
      why,
      fields: [...fields]
        .map(([field, { people, missing }]) => ({
          ...{ field, people: [...people] },
          missing: CONSENT_GAPS.filter((gap) => missing.has(gap)),
        }))
        .sort((a, b) => b.people.length - a.people.length),
    }
  })
}

/** Each consent with what it opened. */
export function byConsent(
  opened: DossierDocument['opened'],
): ReadonlyMap<RecordId, DossierDocument['opened']> {
  const consents = new Map<RecordId, DossierDocument['opened']>()
  for (const one of opened) {
    const before = consents.get(one.consent)
    if (before) before.push(one)
    else consents.set(one.consent, [one])
  }
  return consents
}
