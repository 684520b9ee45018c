/**
 * What a record is called on the screen: the core's title with its dates in words and its marks for what is known of
 * somebody without a name (electron/vault/records/titles.ts), or that it has none yet.
 */
import type { Kind } from '../../../shared/model/kind.ts'
import { PartialDate } from '../../../shared/model/values.ts'

/** Kinds whose titles the core puts together with ` · ` and ` – `, with dates as they are stored. */
const COMPOSED: ReadonlySet<Kind> = new Set<Kind>([
  'incident',
  'stay',
  'act',
  'proceeding',
  'relation',
  'counsel',
  'consent',
  'health',
  'examination',
  'intervention',
  'exchange',
])

export interface TitleWords {
  date(stored: string): string
  /** Stands where a name would. */
  readonly unnamed: string
  age(years: string): string
  born(date: string): string
  arrested(date: string): string
}

const NAMELESS = '? · '

export function readableTitle(kind: Kind, title: string, words: TitleWords): string {
  const isNameless = kind === 'person' && title.startsWith(NAMELESS)
  if (!isNameless && !COMPOSED.has(kind)) return title
  const parts = title
    .split(' · ')
    .map((part) => known(part, words) ?? (isNameless ? moment(part, words) : period(part, words)))
  return parts.join(isNameless ? ', ' : ' · ')
}

const isDate = (text: string): boolean => PartialDate.safeParse(text).success

function known(part: string, { unnamed, age, born, date }: TitleWords): string | undefined {
  if (part === '?') return unnamed
  if (/^~\d+$/.test(part)) return age(part.slice(1))
  return part.startsWith('*') && isDate(part.slice(1)) ? born(date(part.slice(1))) : undefined
}

const moment = (part: string, { arrested, date }: TitleWords): string =>
  isDate(part) ? arrested(date(part)) : part

const period = (part: string, { date }: TitleWords): string =>
  part
    .split(' – ')
    .map((piece) => (isDate(piece) ? date(piece) : piece))
    .join(' – ')
