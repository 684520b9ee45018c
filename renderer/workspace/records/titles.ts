/** What a record is called on the screen: the core's title with its dates in words, or that it has none yet. */
import type { Kind } from '../../../shared/model/kind.ts'
import { PartialDate } from '../../../shared/model/values.ts'

/** Kinds whose titles the core puts together with ` · ` and ` – `, with dates as they are stored. */
const COMPOSED: ReadonlySet<Kind> = new Set<Kind>(['incident', 'stay'])

export function readableTitle(kind: Kind, title: string, date: (stored: string) => string): string {
  if (!COMPOSED.has(kind)) return title
  return title
    .split(' · ')
    .map((part) =>
      part
        .split(' – ')
        .map((piece) => (PartialDate.safeParse(piece).success ? date(piece) : piece))
        .join(' – '),
    )
    .join(' · ')
}
