/**
 * What `field:value` at the end of what is typed may mean: fields to go on with, or filters to choose. A field is known
 * by its name in the language of the interface, in English, and in the model; so is a kind of record. Text that means
 * no filter is none: it is searched for as it stands.
 */
import type { SearchFilter } from '../../../shared/contract/search.ts'
import { MODEL_LABELS } from '../../../shared/i18n/index.ts'
import { fieldLabel, type ModelLabels, valueLabel } from '../../../shared/i18n/labels.ts'
import { KINDS } from '../../../shared/model/kind.ts'
import { fieldsOf, isSealedKind, type OpenKind } from '../../../shared/model/model.ts'
import { foldText } from '../../../shared/names/fold.ts'

export type Offer =
  | { readonly type: 'field'; readonly label: string; readonly kinds: readonly OpenKind[] }
  | { readonly type: 'filter'; readonly filter: SearchFilter }

export interface Offers {
  /** What is typed before the filter: it stays. */
  readonly rest: string
  readonly offers: readonly Offer[]
}

interface FilterField {
  readonly kind: OpenKind
  readonly field: string
  readonly values: readonly string[]
}

const MOST_OFFERS = 60
/** One and the same, so that rows beside it need not be made anew. */
const NO_OFFERS: readonly Offer[] = []

const OPEN_KINDS = KINDS.filter((kind): kind is OpenKind => !isSealedKind(kind))

const FIELDS: readonly FilterField[] = OPEN_KINDS.flatMap((kind) =>
  fieldsOf(kind).flatMap(([field, { type, values }]) =>
    type === 'enum' && values ? [{ kind, field, values }] : [],
  ),
)

export function filterOffers(typed: string, labels: ModelLabels): Offers {
  const colon = typed.lastIndexOf(':')
  if (colon < 0) return { rest: typed, offers: NO_OFFERS }
  const before = typed.slice(0, colon)
  const value = folded(typed.slice(colon + 1))
  if (before.trim() === '' || /\s$/.test(before))
    return { rest: before, offers: value === '' ? fieldOffers(FIELDS, labels) : [] }
  for (const start of wordStarts(before)) {
    const offers = offersOf(folded(before.slice(start)), value, labels).slice(0, MOST_OFFERS)
    if (offers.length > 0) return { rest: before.slice(0, start), offers }
  }
  return { rest: typed, offers: NO_OFFERS }
}

/** How a filter is written on its chip. */
export function filterWords({ kind, field, value }: SearchFilter, labels: ModelLabels): string {
  if (field === null || value === null) return labels.kinds[kind].many
  return `${fieldLabel(labels, kind, field)}: ${valueLabel(labels, kind, field, value)}`
}

export const isSameFilter = (one: SearchFilter, other: SearchFilter): boolean =>
  one.kind === other.kind && one.field === other.field && one.value === other.value

/** Names of fields have several words, so the filter may begin at any; the longest name goes first. */
const wordStarts = (text: string): number[] => [...text.matchAll(/\S+/g)].map(({ index }) => index)

function offersOf(name: string, value: string, labels: ModelLabels): Offer[] {
  if (name === '') return []
  const begun = FIELDS.filter((each) => namesOf(each, labels).some((own) => own.startsWith(name)))
  const named = begun.filter((each) => namesOf(each, labels).includes(name))
  const fields = named.length > 0 ? named : begun
  const kinds = OPEN_KINDS.filter((kind) => namesOfKind(kind, labels).includes(name))
  if (value === '') {
    const own = fieldOffers(fields, labels)
    const whole = kinds.map((kind) => asOffer({ kind, field: null, value: null }))
    return own.length > 1 ? [...whole, ...own] : [...whole, ...valueOffers(fields, '', labels)]
  }
  const ofKinds = FIELDS.filter(({ kind }) => kinds.includes(kind))
  return valueOffers([...new Set([...fields, ...ofKinds])], value, labels)
}

/** Fields that are called the same are one. */
function fieldOffers(fields: readonly FilterField[], labels: ModelLabels): Offer[] {
  const kindsOf = new Map<string, OpenKind[]>()
  for (const { kind, field } of fields) {
    const label = fieldLabel(labels, kind, field)
    kindsOf.set(label, [...(kindsOf.get(label) ?? []), kind])
  }
  return [...kindsOf].map(([label, kinds]) => ({ type: 'field', label, kinds }))
}

const valueOffers = (fields: readonly FilterField[], begun: string, labels: ModelLabels): Offer[] =>
  fields.flatMap(({ kind, field, values }) =>
    values
      .filter((value) => valueNames(kind, field, value, labels).some((own) => has(own, begun)))
      .map((value) => asOffer({ kind, field, value })),
  )

const asOffer = (filter: SearchFilter): Offer => ({ type: 'filter', filter })

/** Whether one of the words begins so. */
const has = (words: string, begun: string): boolean => ` ${words}`.includes(` ${begun}`)

const folded = (text: string): string => foldText(text).trim()

const namesOf = ({ kind, field }: FilterField, labels: ModelLabels): string[] =>
  [fieldLabel(labels, kind, field), fieldLabel(MODEL_LABELS.en, kind, field), field].map(folded)

const namesOfKind = (kind: OpenKind, labels: ModelLabels): string[] =>
  [labels, MODEL_LABELS.en].flatMap(({ kinds }) => [kinds[kind].one, kinds[kind].many]).map(folded)

const valueNames = (kind: OpenKind, field: string, value: string, labels: ModelLabels): string[] =>
  [labels, MODEL_LABELS.en].map((each) => folded(valueLabel(each, kind, field, value)))
