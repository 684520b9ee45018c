/** What lies around a prisoner: stays, incidents, evidence, and witnesses with their sealed identities. */
import type { RecordId } from '../../../shared/ids.ts'
import type { RecordChange } from '../../../shared/model/statement.ts'
import { Draft, type GeneratedRecord } from './draft.ts'
import type { PersonRecord } from './facts.ts'
import { drawnPhoto, plainPdf, scannedPage } from './files.ts'
import * as names from './people.ts'
import { daysAfter, type Random } from './random.ts'
import { FACILITIES, TOWNS } from './world.ts'

const partial = (random: Random, date: string): string =>
  random.chance(0.7) ? date : random.chance(0.8) ? date.slice(0, 7) : `${date.slice(0, 4)}~`

/** Which facilities of FACILITIES each step of the way may lead to. */
const FIRST_STEP = [0, 1, 2, 3]
const COURT_STEP = [4, 5, 6, 7]
const TERM_STEP = [8, 9, 10, 11, 12, 13, 14, 15]

/** From the peninsula to a court in Russia to a prison or a colony, each transfer dated as well as it is known. */
export function inventStays(
  random: Random,
  record: PersonRecord,
  facilities: readonly RecordId[],
): GeneratedRecord[] {
  const steps = [random.pick(FIRST_STEP)]
  if (record.stage !== 'held' && record.stage !== 'gone') steps.push(random.pick(COURT_STEP))
  if (record.stage === 'serving' || record.stage === 'free') steps.push(random.pick(TERM_STEP))
  const moves = [record.arrestDate]
  for (let i = 1; i < steps.length; i += 1)
    moves.push(daysAfter(moves[i - 1] ?? record.arrestDate, random.int(150, 420)))
  const ended = record.stage === 'free' || record.stage === 'gone'
  return steps.map((step, i) => {
    const from = moves[i] ?? record.arrestDate
    const facility = facilities[step]
    if (!facility) throw new Error('no such facility')
    const draft = new Draft('stay', random.hex(16))
      .add('person', record.draft.id)
      .add('facility', facility, record.basis)
      .add('from', partial(random, from), record.basis)
    const to = moves[i + 1] ?? (ended ? daysAfter(from, random.int(200, 900)) : undefined)
    if (to) draft.add('to', partial(random, to), record.basis)
    if (random.chance(0.15)) draft.add('unit', `камера ${random.int(2, 140)}`)
    return draft.record()
  })
}

const INCIDENT_TEXTS = {
  arrest: 'Затримано після обшуку вдома, вивезено без пояснень.',
  search: 'Обшук на світанку, вилучено телефони та книжки.',
  hearing: 'Засідання закрите, слухачів не допустили.',
  transfer: 'Етапування без попередження рідних.',
  torture: 'Повідомляє про побиття і погрози під час допиту.',
  medical_neglect: 'Скарги на здоров’я залишено без відповіді.',
} as const

export function inventIncidents(
  random: Random,
  record: PersonRecord,
  caseId: RecordId,
  count: number,
): GeneratedRecord[] {
  return Array.from({ length: count }, (_, i) => {
    const type =
      i === 0
        ? 'arrest'
        : random.weighted<keyof typeof INCIDENT_TEXTS>({
            search: 3,
            hearing: 6,
            transfer: 3,
            torture: 2,
            medical_neglect: 2,
          })
    const date = i === 0 ? record.arrestDate : daysAfter(record.arrestDate, random.int(1, 1200))
    const draft = new Draft('incident', random.hex(16))
      .add('type', type, record.basis)
      .add('date', partial(random, date), record.basis)
      .add('place', random.pick(TOWNS), record.basis)
      .add('people', record.draft.id)
      .add('case', caseId)
      .add('description', INCIDENT_TEXTS[type], record.basis)
    if (random.chance(0.2)) draft.add('perpetrators', 'Невстановлені співробітники ФСБ РФ')
    return draft.record()
  })
}

export interface GeneratedFile {
  /** The evidence record it belongs to. */
  readonly record: RecordId
  readonly name: string
  readonly bytes: Buffer
}

export function inventEvidence(random: Random, person: RecordId, year: number, serial: number) {
  const kind = random.pick(['scan', 'photo', 'note', 'pdf'] as const)
  const titles = {
    scan: 'Копія вироку',
    photo: 'Фото біля суду',
    note: 'Запис засідання',
    pdf: 'Довідка',
  }
  const draft = new Draft('evidence', random.hex(16))
    .add('title', `${titles[kind]} ${serial}`)
    .add('about', person)
    .add('acquiredOn', random.day(year, year + 2))
    .add('acquiredFrom', 'передано під час зустрічі')
    .add('language', kind === 'scan' ? 'російська' : 'українська')
  const file = (): GeneratedFile => {
    const made = {
      scan: () => ({ name: `вирок-${serial}.png`, bytes: scannedPage(random) }),
      photo: () => ({ name: `IMG_${1000 + serial}.png`, bytes: drawnPhoto(random) }),
      note: () => ({
        name: `засідання-${serial}.txt`,
        bytes: Buffer.from(`Запис ${serial}. Засідання тривало сорок хвилин, оголошено перерву.\n`),
      }),
      pdf: () => ({
        name: `dovidka-${serial}.pdf`,
        bytes: plainPdf([`Dovidka ${serial}`, 'Invented document, made for tests.']),
      }),
    }[kind]()
    return { record: draft.id, ...made }
  }
  return { record: draft.record(), file }
}

const CODE_WORDS = ['Кизил', 'Аґрус', 'Полин', 'Чебрець', 'Шавлія', 'Мигдаль', 'Ялівець', 'Глід']

export interface GeneratedIdentity {
  readonly witness: RecordId
  readonly change: RecordChange
  /** The name in Ukrainian, Russian, English, Turkish and Crimean Tatar, for searching what must not hold it. */
  readonly spellings: readonly string[]
  readonly phone: string
}

export function inventWitness(
  random: Random,
  about: readonly RecordId[],
  serial: number,
): { record: GeneratedRecord; identity: GeneratedIdentity; codeName: string } {
  const codeName = `${random.pick(CODE_WORDS)}-${serial}`
  const draft = new Draft('witness', random.hex(16))
    .add('codeName', codeName)
    .add('connection', random.pick(['witness', 'victim', 'relative', 'secret_witness'] as const))
    .add(
      'statementSummary',
      'Бачив момент затримання і чув погрози; готовий свідчити за захисту особи.',
    )
    .add('accountTakenBy', 'співробітниця 3')
    .add('accountTakenOn', random.day(2021, 2024))
    .add('consent', random.pick(['given', 'given', 'not_asked', 'withdrawn'] as const))
  for (const person of about) draft.add('about', person)
  const who = names.inventPerson(random, random.hex(16))
  const phone = `+380 00 ${random.int(100, 999)} ${random.int(10, 99)} ${random.int(10, 99)}`
  const identity = new Draft('witnessIdentity', random.hex(16))
    .add('name', names.ukrainianName(who))
    .add('contact', `тел. ${phone}`)
    .add('whereabouts', `${random.pick(TOWNS)}, вул. Неіснуюча, ${random.int(1, 90)}`)
  if (who.crimeanTatar) identity.add('name', names.pressName(who, 'crh'))
  const langs = ['uk', 'ru', 'en', 'tr', 'crh'] as const
  return {
    record: draft.record(),
    codeName,
    identity: {
      witness: draft.id,
      change: identity.change(),
      spellings: [...new Set(langs.map((lang) => names.plainName(who, lang)))],
      phone,
    },
  }
}

/** Every facility in five languages, with what else it is called. */
export const facilityRecords = (random: Random): GeneratedRecord[] =>
  FACILITIES.map((seed) => {
    const draft = new Draft('facility', random.hex(16))
      .add('type', seed.type)
      .add('region', seed.region)
    for (const [lang, text] of Object.entries(seed.names))
      draft.add('names', { lang: lang as keyof typeof seed.names, text })
    for (const alias of seed.aliases) draft.add('aliases', alias)
    return draft.record()
  })
