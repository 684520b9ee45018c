/**
 * The guard: from a record it makes a copy that holds only what one audience may read. The pages are written from
 * such copies and never from records, so a layout cannot print what the guard did not let through.
 *
 * It looks at preferred, unretracted statements alone. A statement above the audience's ceiling is held back, and
 * no less preferred one takes its place: that would print what the team believes less.
 */

import type { TableReader } from '../../../shared/dossier/audience.ts'
import { ageOn, datePoints } from '../../../shared/dossier/dates.ts'
import type { ConsentGap, DossierDocument } from '../../../shared/dossier/document.ts'
import type { CoarseStatus, PersonStatus } from '../../../shared/dossier/words.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { CustomDefinition } from '../../../shared/model/custom.ts'
import type { DisclosureGroup } from '../../../shared/model/disclosure.ts'
import type { Kind } from '../../../shared/model/kind.ts'
import type { FieldName, FieldValue } from '../../../shared/model/model.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import type { ListEntry } from '../../../shared/model/values.ts'
import type { CustomLookup } from '../records/customFields.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { type FieldView, preferred, shown, viewOf } from '../records/preferred.ts'
import { cellOf, hasPlace, isAboveCeiling } from './audiencePolicy.ts'
import type { ConsentAnswer } from './consents.ts'

type Why = DossierDocument['withheld'][number]['why']

/** What stands in for values that may only be told roughly. */
export type General =
  | { readonly year: number }
  | { readonly age: number }
  | { readonly years: readonly number[] }
  | { readonly count: number }
  | { readonly status: CoarseStatus }
  | { readonly people: 'indigenous' }

export interface HeldBack {
  readonly group: DisclosureGroup
  readonly field: string
  readonly why: Why
  /** With `no_consent`: what is missing. */
  readonly missing?: ConsentGap
}

/** A field that passed because somebody consented. */
export interface Opened {
  readonly group: DisclosureGroup
  readonly field: string
  readonly consent: RecordId
}

/** Asked for a group of fields that need a consent. */
export type AskConsent = (group: DisclosureGroup) => ConsentAnswer
const NOBODY_CONSENTS: AskConsent = () => ({ missing: 'none' })

/** A value of a field that the team defined for this audience. */
export interface ClearedCustom {
  readonly definition: CustomDefinition
  readonly value: Statement['value']
}

/** A record as one audience may see it. Values are copies. */
export class Cleared<K extends Kind> {
  /** Fields of the team's own, in the order in which the record has them. */
  readonly custom: ClearedCustom[] = []
  readonly #exact = new Map<string, readonly unknown[]>()
  readonly #general = new Map<string, General>()
  /** Sources of the values that are told exactly. */
  readonly sources = new Set<RecordId>()

  all<F extends FieldName<K>>(field: F): readonly FieldValue<K, F>[] {
    return (this.#exact.get(field) ?? []) as readonly FieldValue<K, F>[]
  }

  one<F extends FieldName<K>>(field: F): FieldValue<K, F> | undefined {
    return this.all(field)[0]
  }

  general(field: FieldName<K>): General | undefined {
    return this.#general.get(field)
  }

  letThrough(field: string, statements: readonly Statement[]): void {
    this.#exact.set(field, structuredClone(statements.map((statement) => statement.value)))
    for (const { source } of statements) if (source !== null) this.sources.add(source)
  }

  letGeneralThrough(field: string, general: General): void {
    this.#general.set(field, general)
  }
}

export interface Reader {
  readonly audience: TableReader
  /** The dossier's date, YYYY-MM-DD: ages and times are counted to it. */
  readonly today: string
  /** The fields that the team defined; without it none is let through. */
  readonly custom?: CustomLookup
}

/** What `record` may show to the reader, and what was held back and why. */
export function clear<K extends Kind>(
  reader: Reader,
  record: FoldedRecord & { readonly kind: K },
  ask: AskConsent = NOBODY_CONSENTS,
): {
  readonly cleared: Cleared<K>
  readonly heldBack: readonly HeldBack[]
  readonly opened: readonly Opened[]
} {
  const cleared = new Cleared<K>()
  const heldBack: HeldBack[] = []
  const opened: Opened[] = []
  const hiddenSource =
    record.kind === 'source' && reader.audience !== 'team' && !isOpenSource(record)
  for (const view of viewOf(record)) {
    const { field, name } = view
    if (field.type === 'custom') {
      const why = clearCustom(reader, record.kind, view, cleared)
      if (why !== 'exact') heldBack.push({ group: field.disclosure, field: name, why })
      continue
    }
    const pass: Statement[] = []
    const rough: Statement[] = []
    const reasons = new Set<Why>()
    const needsConsent = cellOf(reader.audience, field.disclosure) === 'C'
    const answer = needsConsent ? ask(field.disclosure) : undefined
    for (const statement of shown(view)) {
      const why = hiddenSource ? 'not_public' : judge(reader, record.kind, view, statement, answer)
      if (why === 'exact') pass.push(statement)
      else {
        reasons.add(why)
        if (why === 'generalised') rough.push(statement)
      }
    }
    if (pass.length > 0) cleared.letThrough(name, pass)
    if (pass.length > 0 && answer && 'by' in answer)
      opened.push({ group: field.disclosure, field: name, consent: answer.by })
    if (rough.length > 0) {
      const outcome = generalise(reader, record.kind, name, rough)
      if (outcome === 'exact') cleared.letThrough(name, rough)
      else if (outcome) cleared.letGeneralThrough(name, outcome)
      if (outcome === 'exact') reasons.delete('generalised')
    }
    for (const why of reasons) {
      const missing = why === 'no_consent' && answer && 'missing' in answer ? answer : undefined
      heldBack.push({ group: field.disclosure, field: name, why, ...missing })
    }
  }
  return { cleared, heldBack, opened }
}

/**
 * A field that the team defined is printed on a person's page, for the audiences that its definition names while it is in
 * force, and for nobody else but the team, which reads its own fields of any record.
 */
function clearCustom<K extends Kind>(
  { audience, custom }: Reader,
  kind: Kind,
  { name, statements: [statement] }: FieldView,
  cleared: Cleared<K>,
): Why | 'exact' {
  const definition = custom?.of(kind, name)
  const isMeant =
    audience === 'team' ||
    (kind === 'person' && definition?.audiences.includes(audience) && !definition.retired)
  if (!definition || !isMeant || !statement) return 'audience'
  if (isAboveCeiling(audience, statement.confidentiality)) return 'confidentiality'
  cleared.custom.push({ definition, value: structuredClone(statement.value) })
  if (statement.source !== null) cleared.sources.add(statement.source)
  return 'exact'
}

function judge(
  { audience }: Reader,
  kind: Kind,
  { name, field }: Pick<FieldView, 'name' | 'field'>,
  statement: Statement,
  answer: ConsentAnswer | undefined,
): Why | 'exact' {
  const cell = cellOf(audience, field.disclosure)
  if (cell === 'F' || !hasPlace(audience, kind, name)) return 'audience'
  if (cell === 'C' && !(answer && 'by' in answer)) return 'no_consent'
  // A consent opens the group; how confidential a statement is was somebody's word about that statement.
  if (isAboveCeiling(audience, statement.confidentiality)) return 'confidentiality'
  if (cell === 'P' && statement.confidentiality !== 'C0') return 'not_public'
  if (name === 'citizenship' && HIDES_IMPOSED_PASSPORT.has(audience) && isRussia(statement.value))
    return 'audience'
  return cell === 'G' ? 'generalised' : 'exact'
}

/** A Russian passport was imposed on people in Crimea; these readers are told of no citizenship but Ukraine's. */
const HIDES_IMPOSED_PASSPORT: ReadonlySet<TableReader> = new Set(['mediator', 'public'])
const isRussia = (value: unknown): boolean =>
  typeof value === 'string' &&
  /росі|росси|russia|rusya|rusiye|^р\.?ф\.?$|^r\.?f\.?$|rossi/iu.test(value.normalize('NFC'))

/** Public, and not a thing that would show who collected it or who spoke. */
const NEVER_NAMED: ReadonlySet<unknown> = new Set(['own_monitoring', 'interview', 'letter'])
export const isOpenSource = (record: FoldedRecord): boolean =>
  preferred(record, 'isPublic')?.value === true &&
  !NEVER_NAMED.has(preferred(record, 'type')?.value)

const COARSE: Readonly<Record<PersonStatus, CoarseStatus>> = {
  pol_prisoner: 'held',
  civ_hostage: 'held',
  disappeared: 'unknown',
  incommunicado: 'held',
  detained: 'held',
  remand: 'held',
  house_arrest: 'restricted',
  admin_arrest: 'held',
  on_trial: 'held',
  convicted_appeal: 'held',
  serving_prison: 'held',
  serving_colony: 'held',
  strict_regime: 'held',
  punishment_cell: 'held',
  in_transfer: 'held',
  suspended: 'restricted',
  in_absentia: 'unknown',
  supervision: 'restricted',
  released_term: 'free',
  exchanged: 'free',
  handed_over: 'free',
  pardoned: 'free',
  acquitted: 'free',
  died: 'died',
  unknown: 'unknown',
}

const INDIGENOUS =
  /татар|tatar|къырым|qırım|karaim|караїм|караим|кримчак|крымчак|krymchak|qaray|qırımçaq/iu

/** A rough value, nothing at all, or `exact` where the rough form the practice asks for is the value itself. */
function generalise(
  { audience, today }: Reader,
  kind: Kind,
  field: string,
  statements: readonly Statement[],
): General | 'exact' | undefined {
  const value = statements[0]?.value
  if (kind !== 'person') return undefined
  switch (field) {
    case 'birthDate': {
      if (typeof value !== 'string') return undefined
      const age = ageOn(value, today)
      if (audience === 'special_procedures') return age === null ? undefined : { age }
      const year = datePoints(value)[0]?.year
      return year === undefined ? undefined : { year }
    }
    case 'ethnicity':
      return typeof value === 'string' && INDIGENOUS.test(value)
        ? { people: 'indigenous' }
        : undefined
    // Where and when somebody was last seen; by whom the person was taken is left out.
    case 'arrestDate':
    case 'arrestPlace':
      return 'exact'
    case 'status':
      return { status: COARSE[value as PersonStatus] }
    case 'minorChildren':
      return typeof value === 'number' ? { count: value } : undefined
    case 'previousLists': {
      const years = new Set<number>()
      for (const { value: entry } of statements) {
        const { date } = entry as ListEntry
        const year = date === undefined ? undefined : datePoints(date)[0]?.year
        if (year !== undefined) years.add(year)
      }
      return years.size > 0 ? { years: [...years].sort((a, b) => a - b) } : undefined
    }
    default:
      return undefined
  }
}
