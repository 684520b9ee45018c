/** What the guard held back, gathered so that a list of three hundred people is still read in a minute. */
import type { DossierDocument } from '../../../shared/dossier/document.ts'
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
}

export interface HeldBackGroup {
  readonly why: Why
  /** The fields that concern most people first. */
  readonly fields: readonly HeldBackField[]
}

export function gatherHeldBack(withheld: DossierDocument['withheld']): readonly HeldBackGroup[] {
  return ORDER.flatMap((why) => {
    const fields = new Map<string, Set<RecordId>>()
    for (const one of withheld) {
      if (one.why !== why) continue
      const people = fields.get(one.field) ?? new Set()
      fields.set(one.field, people.add(one.person))
    }
    if (fields.size === 0) return []
    return {
      why,
      fields: [...fields]
        .map(([field, people]) => ({ field, people: [...people] }))
        .sort((a, b) => b.people.length - a.people.length),
    }
  })
}
