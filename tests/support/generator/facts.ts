/** The record of one invented prisoner: facts from several sources, some of which disagree. */
import type { RecordId } from '../../../shared/ids.ts'
import type { FieldValue } from '../../../shared/model/model.ts'
import { type Basis, Draft } from './draft.ts'
import * as names from './people.ts'
import { inventGiven, type PersonTruth } from './people.ts'
import { daysAfter, type Random } from './random.ts'
import type { SourceTruth } from './sources.ts'
import { HEALTH_NOTES, OCCUPATIONS, TOWNS } from './world.ts'

/** What a case imputes to its defendants and where each stands. */
export interface Proceedings {
  readonly caseId: RecordId
  readonly charges: FieldValue<'case', 'charges'>[]
  readonly years: readonly [number, number]
  readonly court: string
  readonly arrestDate: string
}

export type Stage = 'held' | 'trial' | 'appeal' | 'serving' | 'free' | 'gone'

export interface PersonRecord {
  readonly draft: Draft<'person'>
  readonly stage: Stage
  readonly arrestDate: string
  readonly basis: Basis
}

const basisOf = (source: SourceTruth): Basis => ({ source: source.id, grade: source.grade })

const stageOf = (random: Random): Stage =>
  random.weighted<Stage>({ serving: 55, appeal: 10, trial: 16, held: 11, free: 5, gone: 3 })

const STATUSES: Readonly<
  Record<Stage, Readonly<Partial<Record<FieldValue<'person', 'status'>, number>>>>
> = {
  held: { remand: 6, detained: 2, incommunicado: 2, house_arrest: 1 },
  trial: { on_trial: 1 },
  appeal: { convicted_appeal: 1 },
  serving: { serving_colony: 6, serving_prison: 4, in_transfer: 1, punishment_cell: 1 },
  free: { released_term: 3, exchanged: 1, supervision: 1 },
  gone: { disappeared: 3, died: 1 },
}

/** A date as a source knows it: mostly the day, sometimes the month or an estimate. */
const blurred = (random: Random, date: string): string =>
  random.chance(0.82) ? date : random.chance(0.7) ? date.slice(0, 7) : `${date.slice(0, 4)}~`

function addNames(random: Random, draft: Draft<'person'>, person: PersonTruth, basis: Basis): void {
  if (random.chance(0.9)) draft.add('names', names.russianName(person), basis)
  draft.add('names', names.ukrainianName(person), basis)
  if (person.crimeanTatar && random.chance(0.85))
    draft.add('names', names.pressName(person, 'crh'), basis)
  draft.add('names', names.pressName(person, 'en'), basis)
  if (random.chance(0.7)) draft.add('names', names.pressName(person, 'tr'), basis)
  if (random.chance(0.35)) draft.add('names', names.passportName(person, 'passport_ua'), basis)
  if (random.chance(0.25)) draft.add('names', names.passportName(person, 'passport_ru'), basis)
  if (random.chance(0.15)) {
    const lang = random.pick(['uk', 'ru', 'en'] as const)
    const slip = names.misprint(random, names.pressName(person, lang))
    if (slip) draft.add('names', slip, { ...basis, grade: 'D4' })
  }
  if (random.chance(0.04)) {
    const second = inventGiven(random, person.crimeanTatar, person.female)
    draft.add('names', {
      lang: 'uk',
      type: 'alias',
      text: `${second.uk} ${person.surname.uk}`,
      given: second.uk,
      surname: person.surname.uk,
    })
  }
}

function addHumanitarian(
  random: Random,
  draft: Draft<'person'>,
  person: PersonTruth,
  stage: Stage,
  basis: Basis,
) {
  const urgent = random.chance(0.12)
  if (person.birthDate < '1965') draft.add('healthCategory', 'age_60_plus', basis)
  if (person.female) draft.add('healthCategory', 'woman', basis)
  if (urgent) draft.add('healthCategory', 'serious_illness_urgent', basis)
  else if (random.chance(0.1)) draft.add('healthCategory', 'serious_illness', basis)
  if (random.chance(0.06))
    draft.add('healthCategory', random.pick(['disability_1', 'disability_2'] as const), basis)
  if (urgent || random.chance(0.1)) draft.add('diagnosis', random.pick(HEALTH_NOTES), basis)
  if (random.chance(0.6)) draft.add('minorChildren', random.int(1, 5), basis)
  if (stage === 'free') return
  draft.add('request', stage === 'gone' ? 'proof_of_life' : 'unconditional_release')
  if (urgent) draft.add('request', 'transfer_to_hospital')
}

/** What never leaves: family, lawyer, address, wishes. The people named here are invented too. */
function addProtected(random: Random, draft: Draft<'person'>, person: PersonTruth): void {
  const spouse = inventGiven(random, person.crimeanTatar, !person.female)
  if (random.chance(0.7)) {
    const phone = `+380 00 ${random.int(100, 999)} ${random.int(10, 99)} ${random.int(10, 99)}`
    const kin = person.female ? 'Чоловік' : 'Дружина'
    draft.add('relatives', `${kin} ${spouse.uk} ${person.family(!person.female).uk}, тел. ${phone}`)
  }
  if (random.chance(0.5)) {
    const given = inventGiven(random, true, random.chance(0.4))
    const surname = names.inventFamily(random, true)(false)
    draft.add('lawyer', `${given.uk} ${surname.uk}`)
  }
  if (random.chance(0.5))
    draft.add('address', `${random.pick(TOWNS)}, вул. Вигадана, ${random.int(1, 120)}`)
  if (random.chance(0.2)) draft.add('imposedPassport', true)
  if (random.chance(0.15)) draft.add('exchangeWish', random.pick(['yes', 'no', 'unknown'] as const))
  draft.add('publicity', random.pick(['public', 'public', 'quiet', 'family_undecided'] as const))
}

function addProceedings(
  random: Random,
  draft: Draft<'person'>,
  stage: Stage,
  proceedings: Proceedings,
  first: Basis,
  second: Basis,
): void {
  draft.add('case', proceedings.caseId)
  for (const charge of proceedings.charges) draft.add('charges', charge, first)
  if (stage === 'held' || stage === 'gone') return
  draft.add('court', proceedings.court, first)
  if (stage === 'trial') return
  const verdict = daysAfter(proceedings.arrestDate, random.int(400, 900))
  draft.add('verdictDate', blurred(random, verdict), first)
  const drawn = random.int(...proceedings.years)
  // Somebody still held in 2026 has not come to the end of the term.
  const years =
    stage === 'free' ? drawn : Math.max(drawn, 2028 - Number(proceedings.arrestDate.slice(0, 4)))
  const sentence: FieldValue<'person', 'sentence'> = {
    years,
    months: random.chance(0.25) ? 6 : 0,
    regime: years > 3 ? 'strict' : 'general',
    ...(years > 10 && random.chance(0.6) ? { prisonYears: random.int(3, 5) } : {}),
  }
  draft.add('sentence', sentence, first)
  // Two sources differ by a year, as published dossiers do.
  if (random.chance(0.08)) draft.add('sentence', { ...sentence, years: years + 1 }, second)
  const end = daysAfter(proceedings.arrestDate, Math.round(years * 365.25))
  if (random.chance(0.7)) draft.add('termEnd', end, first)
}

export function personRecord(
  random: Random,
  person: PersonTruth,
  sources: readonly SourceTruth[],
  proceedings: Proceedings,
): PersonRecord {
  const [one, two] = random.sample(sources, 2).map(basisOf)
  const first = one ?? {}
  const second = two ?? first
  const stage = stageOf(random)
  const draft = new Draft('person', person.id)
  const unnamed = random.chance(0.02)
  if (unnamed) draft.add('note', `Мешканець міста ${random.pick(TOWNS)}, ім’я ще невідоме.`)
  else addNames(random, draft, person, first)

  draft.add('status', random.weighted(STATUSES[stage]), { ...first, asOf: '2025' })
  draft.add('sex', person.female ? 'female' : 'male', first)
  if (!unnamed) draft.add('birthDate', blurred(random, person.birthDate), first)
  draft.add('citizenship', 'Україна', first)
  draft.add('ethnicity', person.crimeanTatar ? 'кримські татари' : 'українці', first)
  if (random.chance(0.6)) draft.add('occupation', random.pick(OCCUPATIONS), first)

  const arrest = proceedings.arrestDate
  draft.add('arrestDate', blurred(random, arrest), first).preferLast()
  // Two sources, two days of arrest: both stand, the better graded one is shown.
  if (random.chance(0.2))
    draft.add('arrestDate', daysAfter(arrest, random.pick([1, 2, 30])), second)
  draft.add('arrestPlace', random.pick(TOWNS), first)
  draft.add('arrestedBy', 'ФСБ РФ', first)
  addProceedings(random, draft, stage, proceedings, first, second)
  addHumanitarian(random, draft, person, stage, first)
  addProtected(random, draft, person)
  if (random.chance(0.3))
    draft.add('previousLists', { list: 'Список, переданий посольству', date: '2018' }, first)
  if (random.chance(0.2))
    draft.add('previousLists', { list: 'Список уповноваженого', date: '2021-03' }, first)
  return { draft, stage, arrestDate: arrest, basis: first }
}
