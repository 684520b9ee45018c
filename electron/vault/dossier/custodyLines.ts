/** The section on the deprivation of liberty: status, since when, where now and, for some readers, where before. */
import { dateInWords, datePoints, spanBetween, spanInWords } from '../../../shared/dossier/dates.ts'
import type { DossierLanguage } from '../../../shared/dossier/document.ts'
import { isCrimean, regionInWords } from '../../../shared/dossier/places.ts'
import { gendered } from '../../../shared/dossier/words.ts'
import type { Name } from '../../../shared/model/values.ts'
import type { ClearedStay } from './gather.ts'
import type { Sheet } from './sheet.ts'

/** Statuses in which nobody is held, or nobody knows: time in custody is not counted. */
const NOT_COUNTED: ReadonlySet<unknown> = new Set([
  'released_term',
  'exchanged',
  'handed_over',
  'pardoned',
  'acquitted',
  'died',
  'supervision',
  'in_absentia',
  'suspended',
  'disappeared',
])

export function writeCustody(sheet: Sheet): void {
  const { words, data, context } = sheet
  const { person } = data
  const [now, ...before] = newestFirst(data.stays)
  const first = before.at(-1) ?? now
  sheet.putFixed('custody', 'status', words.fields.status, statusInWords(sheet))
  const arrest = person.one('arrestDate')
  if (arrest)
    sheet.putFixed('custody', 'arrestDate', words.fields.arrestDate, dateInWords(words, arrest))
  const from = arrest ?? first?.stay.one('from')
  sheet.putFixed('custody', 'timeServed', words.timeServed, timeServed(sheet, from))
  const place = person.one('arrestPlace')
  sheet.put('custody', 'arrestPlace', words.fields.arrestPlace, place && withCountry(sheet, place))
  sheet.putText('custody', 'arrestedBy')
  if (now) writeNow(sheet, now)
  // A mediator asks where somebody is, not where somebody has been.
  if (context.audience === 'mediator') return
  const earlier = before.map((stay) => stayInWords(sheet, stay)).filter(Boolean)
  sheet.put('custody', 'facility.names', words.earlierPlaces, earlier.join('; '))
}

function writeNow(sheet: Sheet, { stay, facility }: ClearedStay): void {
  const { words, data, context } = sheet
  const left = NOT_COUNTED.has(data.person.one('status')) && stay.one('to') !== undefined
  const label = left ? words.lastFacility : words.facility
  sheet.put('custody', 'facility.names', label, facilityName(context.language, facility))
  const recorded = facility?.one('region')
  if (recorded !== undefined) {
    const region = regionInWords(context.language, recorded)
    // As recorded it is the record's text, and is read through for leaks as such.
    if (region === recorded) sheet.put('custody', 'facility.region', words.region, region)
    else sheet.putFixed('custody', 'facility.region', words.region, region)
  }
  const since = stay.one('from')
  if (since) sheet.putFixed('custody', 'stay.from', words.since, dateInWords(words, since))
}

function stayInWords({ words, context }: Sheet, { stay, facility }: ClearedStay): string {
  const [from, to] = [stay.one('from'), stay.one('to')].map((date) =>
    date ? dateInWords(words, date) : '…',
  )
  const dates = from === '…' && to === '…' ? '' : `${from} – ${to}`
  return [facilityName(context.language, facility), dates].filter(Boolean).join(', ')
}

/** Where the arrest is known by a Crimean town alone, the reader is told which country it is in. */
const withCountry = ({ words }: Sheet, place: string): string =>
  isCrimean(place) && !place.includes(words.ukraine) ? `${place}, ${words.ukraine}` : place

function statusInWords({ words, data, context }: Sheet): string | undefined {
  const sex = data.person.one('sex')
  const rough = data.person.general('status')
  if (rough && 'status' in rough) return gendered(words.coarse[rough.status], sex)
  const status = data.person.one('status')
  if (status === undefined) return undefined
  // "Exchanged" tells a state body of Ukraine how somebody came home; for any other reader a civilian was released.
  const traded = status === 'exchanged' && context.audience !== 'ua_body'
  return gendered(traded ? words.released : words.status[status], sex)
}

function timeServed({ words, data, context }: Sheet, from: string | undefined): string | undefined {
  if (from === undefined || NOT_COUNTED.has(data.person.one('status'))) return undefined
  const rough = data.person.general('status')
  if (rough && 'status' in rough && rough.status !== 'held') return undefined
  const span = spanBetween(from, context.today)
  return span ? spanInWords(words, span) : undefined
}

/** The stay somebody is in now comes first: the one that began last, and of equals one without an end. */
function newestFirst(stays: readonly ClearedStay[]): readonly ClearedStay[] {
  const began = ({ stay }: ClearedStay): number => {
    const from = stay.one('from')
    const at = from === undefined ? undefined : datePoints(from)[0]
    return at ? at.year * 10_000 + (at.month ?? 0) * 100 + (at.day ?? 0) : 0
  }
  const open = ({ stay }: ClearedStay): number => (stay.one('to') === undefined ? 1 : 0)
  return [...stays].sort((a, b) => began(b) - began(a) || open(b) - open(a))
}

const FACILITY_LANGUAGES: Readonly<Record<DossierLanguage, readonly Name['lang'][]>> = {
  uk: ['uk', 'ru', 'en'],
  ru: ['ru', 'uk', 'en'],
  en: ['en', 'tr', 'crh', 'uk', 'ru'],
  tr: ['tr', 'crh', 'en', 'ru', 'uk'],
  crh: ['crh', 'tr', 'en', 'ru', 'uk'],
}

function facilityName(
  language: DossierLanguage,
  facility: ClearedStay['facility'],
): string | undefined {
  const names = facility?.all('names') ?? []
  for (const lang of FACILITY_LANGUAGES[language]) {
    const found = names.find((name) => name.lang === lang)
    if (found) return found.text
  }
  return names[0]?.text
}
