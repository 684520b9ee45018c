/**
 * What the work knows besides: acts and who is responsible, proceedings, health, relatives, lawyers, consents, appeals.
 * Some of each kind, about some people, from a chance of its own, so that the rest stays the same for a seed.
 */
import type { RecordId } from '../../../shared/ids.ts'
import { Draft, type GeneratedRecord } from './draft.ts'
import type { PersonRecord, Proceedings } from './facts.ts'
import * as names from './people.ts'
import { daysAfter, type Random } from './random.ts'
import { HEALTH_NOTES, TOWNS } from './world.ts'

export interface WiderPerson {
  readonly record: PersonRecord
  readonly proceedings: Proceedings
}

/** Each record refers to people and cases, which come earlier, and to what stands before it here. */
export function inventWider(random: Random, people: readonly WiderPerson[]): GeneratedRecord[] {
  const records: GeneratedRecord[] = []
  const put = (draft: { record(): GeneratedRecord; readonly id: RecordId }): RecordId => {
    records.push(draft.record())
    return draft.id
  }
  for (const [place, one] of people.entries()) {
    // The first has one of everything: a small vault has each kind too.
    const some = (probability: number): boolean => random.chance(probability) || place === 0
    if (some(0.2)) inventAct(random, one, some(0.5), put)
    if (some(0.2)) put(inventProceeding(random, one))
    if (some(0.15)) put(inventHealth(random, one))
    if (some(0.02)) put(inventExamination(random, one))
    if (some(0.15)) inventAround(random, one, put)
    if (some(0.05)) put(inventConsent(random, one))
    if (some(0.05)) inventAdvocacy(random, one, put)
  }
  if (people.length > 0) inventOwnFields(random, put)
  return records
}

/** A field that the team defined, and the list its values come from. */
function inventOwnFields(random: Random, put: Put): void {
  const list = put(
    new Draft('valueList', random.hex(16))
      .add('label', { uk: 'Хто дзвонить родині', en: 'Who calls the family' })
      .add('choices', { code: 'v1', uk: 'координаторка', en: 'coordinator' })
      .add('choices', { code: 'v2', uk: 'волонтерка', en: 'volunteer' }),
  )
  put(
    new Draft('customField', random.hex(16))
      .add('label', { uk: 'Зв’язок із родиною', en: 'Contact with the family' })
      .add('belongsTo', 'person')
      .add('type', 'choice')
      .add('list', list)
      .add('searched', true),
  )
}

type Put = (draft: { record(): GeneratedRecord; readonly id: RecordId }) => RecordId

function inventAct(random: Random, { record }: WiderPerson, isKnown: boolean, put: Put): void {
  const town = put(
    new Draft('place', random.hex(16))
      .add('names', { text: random.pick(TOWNS), lang: 'uk', from: '1945' })
      .add('type', 'settlement')
      .add('occupied', 'yes')
      .add('occupiedFrom', '2014-02'),
  )
  const act = put(
    new Draft('act', random.hex(16))
      .add('type', 'torture', record.basis)
      .add('victim', record.draft.id)
      .add('from', record.arrestDate, record.basis)
      .add('placeRecord', town)
      .add('warrant', random.pick(['shown', 'not_shown'] as const))
      .add('methods', random.pick(['beating', 'electric_shock', 'threats_family'] as const))
      .add('account', 'Повідомляє про побиття після затримання.', record.basis)
      .add('statementsSigned', 'forced'),
  )
  if (!isKnown) return
  const perpetrator = put(
    new Draft('perpetrator', random.hex(16))
      .add('names', names.russianName(names.inventPerson(random, random.hex(16))))
      .add('role', 'security_officer')
      .add('agency', 'ФСБ РФ'),
  )
  put(
    new Draft('involvement', random.hex(16))
      .add('perpetrator', perpetrator)
      .add('act', act)
      .add('degree', random.pick(['carried_out', 'gave_orders', 'suspected'] as const)),
  )
}

const inventProceeding = (random: Random, { record, proceedings }: WiderPerson) =>
  new Draft('proceeding', random.hex(16))
    .add('case', proceedings.caseId)
    .add('defendants', record.draft.id)
    .add('stage', 'first_instance')
    .add('court', proceedings.court)
    .add('openedOn', daysAfter(record.arrestDate, random.int(120, 400)), record.basis)
    .add('openness', random.pick(['open', 'closed', 'partly'] as const))
    .add('secretWitnesses', random.chance(0.6))

const inventHealth = (random: Random, { record }: WiderPerson) =>
  new Draft('health', random.hex(16))
    .add('person', record.draft.id)
    .add('date', random.day(2023, 2025))
    .add('category', 'serious_illness', { ...record.basis, asOf: random.day(2023, 2025) })
    .add('urgent', random.chance(0.3))
    .add('diagnosis', random.pick(HEALTH_NOTES))

const inventExamination = (random: Random, { record }: WiderPerson) =>
  new Draft('examination', random.hex(16))
    .add('person', record.draft.id)
    .add('date', daysAfter(record.arrestDate, random.int(5, 60)))
    .add('consent', 'given')
    .add('marks', {
      ...{ view: 'back', region: 'upper_back', x: 430, y: 250, type: 'bruise' },
      ...{ sizeMm: 60, colour: 'синьо-жовтий', age: '5–10 днів', cause: 'удари палицею' },
      consistency: 'highly_consistent_with',
    })
    .add('marks', {
      ...{ view: 'front', region: 'forearm_left', x: 815, y: 440, type: 'electric_mark' },
      consistency: 'typical_of',
    })
    .add('marksFound', 'found')
    .add('consistency', 'highly_consistent_with')

function inventAround(random: Random, { record }: WiderPerson, put: Put): void {
  const [kin, lawyer] = [0, 1].map(() => names.inventPerson(random, random.hex(16)))
  if (!kin || !lawyer) return
  put(
    new Draft('relation', random.hex(16))
      .add('person', record.draft.id)
      .add('type', random.pick(['spouse', 'parent', 'sibling'] as const))
      .add('otherName', names.ukrainianName(kin))
      .add('mayBeContacted', random.pick(['yes', 'only_by_intermediary'] as const)),
  )
  put(
    new Draft('counsel', random.hex(16))
      .add('person', record.draft.id)
      .add('lawyer', names.ukrainianName(lawyer))
      .add('mandate', 'agreement')
      .add('from', record.arrestDate.slice(0, 7))
      .add('notes', 'Клопотання подано, відповіді немає.'),
  )
}

const inventConsent = (random: Random, { record }: WiderPerson) =>
  new Draft('consent', random.hex(16))
    .add('subject', record.draft.id)
    .add('givenBy', 'next_of_kin')
    .add('date', random.day(2022, 2024))
    .add('form', 'signed_paper')
    .add('scope', { audience: 'echr', data: 'everything', level: 'named_confidential' })
    .add('scope', { audience: 'public', data: 'names', level: 'nothing' })
    .add('reviewOn', random.day(2026, 2027))

function inventAdvocacy(random: Random, { record }: WiderPerson, put: Put): void {
  put(
    new Draft('intervention', random.hex(16))
      .add('recipient', 'Робоча група зі свавільних затримань')
      .add('type', 'communication')
      .add('people', record.draft.id)
      .add('sentOn', random.day(2022, 2025))
      .add('status', 'waiting'),
  )
  put(
    new Draft('exchange', random.hex(16))
      .add('person', record.draft.id)
      .add('wish', random.pick(['yes', 'unknown'] as const))
      .add('outcome', 'none_yet'),
  )
}
