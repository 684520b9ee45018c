/**
 * A vault of n invented people, close in shape to published lists of prisoners: names in five languages, cases with
 * several defendants, stays with partial dates, sources with grades, statements that disagree, witnesses under code
 * names. Plain data, the same for the same seed; a reference always points to a record that comes earlier.
 *
 * `entriesPerPerson` sets how many ledger entries the whole makes when it is written with one entry for each record
 * and one for each later save (identities of witnesses included).
 */
import type { RecordId } from '../../../shared/ids.ts'
import type { RecordChange } from '../../../shared/model/statement.ts'
import * as around from './around.ts'
import { Draft, type GeneratedRecord } from './draft.ts'
import { type PersonRecord, type Proceedings, personRecord } from './facts.ts'
import { inventPerson, type PersonTruth, plainName } from './people.ts'
import { daysAfter, Random } from './random.ts'
import { articleSource, inventSource, type SourceTruth } from './sources.ts'
import { inventWider, type WiderPerson } from './wider.ts'
import { COURTS, IMPUTATIONS, TOWNS } from './world.ts'

export interface GeneratedPerson {
  readonly id: RecordId
  /** Given name and surname as lists write them. */
  readonly spellings: Readonly<Record<'uk' | 'ru' | 'en' | 'tr' | 'crh', string>>
}

export interface GeneratedVault {
  readonly records: readonly GeneratedRecord[]
  /** Later changes of records above, in order: more statements from more sources. */
  readonly saves: ReadonlyArray<{ readonly id: RecordId; readonly change: RecordChange }>
  readonly identities: readonly around.GeneratedIdentity[]
  readonly files: readonly around.GeneratedFile[]
  readonly people: readonly GeneratedPerson[]
  readonly codeNames: readonly string[]
  /** Ledger entries it makes, files not counted. */
  readonly entries: number
}

export interface GenerateOptions {
  readonly people: number
  readonly seed?: string
  readonly entriesPerPerson?: number
  /** Files are the slow part and some users have no need of them. */
  readonly files?: number
}

/** Cases of one to eight defendants until everybody has one. */
function inventCases(random: Random, people: readonly PersonTruth[]) {
  const cases: Array<{ proceedings: Proceedings; people: PersonTruth[]; record: GeneratedRecord }> =
    []
  const left = [...people]
  while (left.length > 0) {
    const size = Math.min(left.length, random.chance(0.45) ? 1 : random.int(2, 8))
    const imputation = random.weighted({ 0: 40, 1: 16, 2: 8, 3: 10, 4: 8, 5: 5, 6: 5, 7: 5, 8: 3 })
    const { charges, years } = IMPUTATIONS[Number(imputation)] ??
      IMPUTATIONS[0] ?? { charges: [], years: [1, 2] }
    const court = random.pick(COURTS)
    const arrestDate = random.day(2017, 2024)
    const draft = new Draft('case', random.hex(16))
      .add('label', `Справа «${random.pick(TOWNS)}-${cases.length + 1}»`)
      .add('court', court)
      .add('caseNumber', `1-${random.int(10, 400)}/${Number(arrestDate.slice(0, 4)) + 1}`)
      .add('stage', random.pick(['appeal', 'cassation', 'closed'] as const))
    for (const charge of charges) draft.add('charges', charge)
    cases.push({
      proceedings: { caseId: draft.id, charges: [...charges], years, court, arrestDate },
      people: left.splice(0, size),
      record: draft.record(),
    })
  }
  return cases
}

/** More statements from more sources, as a file of many years collects them. */
function laterSave(
  random: Random,
  record: PersonRecord,
  sources: readonly SourceTruth[],
): RecordChange {
  const source = random.pick(sources)
  const basis = { source: source.id, grade: source.grade, asOf: random.day(2023, 2025) }
  const draft = new Draft('person', record.draft.id)
  const what = random.int(0, 3)
  if (what === 0)
    draft.add('note', `Оновлення ${basis.asOf}: адвоката допустили, листи доходять.`, basis)
  else if (what === 1)
    draft.add('status', record.stage === 'serving' ? 'serving_colony' : 'unknown', basis)
  else if (what === 2)
    draft.add('arrestDate', daysAfter(record.arrestDate, random.pick([0, 1, 30])), basis)
  else draft.add('minorChildren', random.int(1, 5), basis)
  return draft.change()
}

export function generateVault(options: GenerateOptions): GeneratedVault {
  const random = new Random(`${options.seed ?? 'emanet'}:${options.people}`)
  const people = Array.from({ length: options.people }, () => inventPerson(random, random.hex(16)))
  const facilities = around.facilityRecords(random)
  const facilityIds = facilities.map((facility) => facility.id)
  const own = new Draft('organisation', random.hex(16))
    .add('title', 'Архів «Схованка»')
    .add('role', 'own')
    .add('publicContact', 'archive@example.org')
  const article = articleSource(random.hex(16))
  const records: GeneratedRecord[] = [own.record(), article, ...facilities]
  const evidence: Array<ReturnType<typeof around.inventEvidence>> = []
  const made: Array<WiderPerson & { sources: readonly SourceTruth[] }> = []

  for (const { proceedings, people: defendants, record } of inventCases(random, people)) {
    const year = Number(proceedings.arrestDate.slice(0, 4))
    const sources = Array.from({ length: random.int(2, 3) }, () => inventSource(random, year))
    records.push(record, ...sources.map((source) => source.record))
    for (const person of defendants) {
      const written = personRecord(random, person, sources, proceedings)
      records.push(written.draft.record())
      records.push(...around.inventStays(random, written, facilityIds))
      records.push(...around.inventIncidents(random, written, proceedings.caseId, random.int(1, 2)))
      if (random.chance(0.6)) {
        evidence.push(around.inventEvidence(random, person.id, year, evidence.length + 1))
        const added = evidence.at(-1)
        if (added) records.push(added.record)
      }
      made.push({ record: written, proceedings, sources })
    }
  }

  const identities: around.GeneratedIdentity[] = []
  const codeNames: string[] = []
  const witnesses = Math.ceil(options.people / 6)
  for (let i = 1; i <= witnesses && people.length > 0; i += 1) {
    const about = random.sample(people, random.int(1, 2)).map((person) => person.id)
    const witness = around.inventWitness(random, about, i)
    records.push(witness.record)
    identities.push(witness.identity)
    codeNames.push(witness.codeName)
  }

  records.push(
    ...inventWider(new Random(`wider:${options.seed ?? 'emanet'}:${options.people}`), made),
  )

  const saves: Array<{ id: RecordId; change: RecordChange }> = []
  const wanted = Math.round((options.entriesPerPerson ?? 10) * options.people)
  while (made.length > 0 && records.length + identities.length + saves.length < wanted) {
    const { record, sources } = random.pick(made)
    saves.push({ id: record.draft.id, change: laterSave(random, record, sources) })
  }

  const count = Math.min(options.files ?? Math.ceil(options.people / 10), evidence.length)
  return {
    records,
    saves,
    identities,
    files: evidence.slice(0, count).map((one) => one.file()),
    people: people.map((person) => ({
      id: person.id,
      spellings: {
        uk: plainName(person, 'uk'),
        ru: plainName(person, 'ru'),
        en: plainName(person, 'en'),
        tr: plainName(person, 'tr'),
        crh: plainName(person, 'crh'),
      },
    })),
    codeNames,
    entries: records.length + identities.length + saves.length,
  }
}
