/**
 * Invented answers about records: the people of the tests' generator, one with very long names and statements that
 * disagree, kept in the page. `state=empty` has none, `state=error` fails, `state=slow` takes its time.
 */

import type { SearchHit } from '../../shared/contract/records.ts'
import { VaultError } from '../../shared/errors.ts'
import type { RecordId } from '../../shared/ids.ts'
import { fieldOf, type OpenKind } from '../../shared/model/model.ts'
import { RecordChange, type StatementInput } from '../../shared/model/statement.ts'
import { generateVault } from '../../tests/support/generator/generate.ts'
import type { BridgeDouble, DoubleHandlers } from '../shared/bridge/double.ts'
import { MemoryRecords } from './memoryRecords.ts'

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A person whose record tries the layout: long names in every script, facts in conflict, guarded notes. */
function inventDifficultPerson(records: MemoryRecords, source: RecordId | null): void {
  const say = (
    field: string,
    value: StatementInput['value'],
    extra: Partial<StatementInput> = {},
  ): StatementInput => ({
    field,
    value,
    source,
    grade: 'B2',
    asOf: '2024-03',
    confidentiality: fieldOf('person', field)?.confidentiality ?? 'C0',
    ...extra,
  })
  const name = (text: string, lang: string, type?: string) =>
    say('names', type === undefined ? { text, lang } : { text, lang, type })
  const long = 'Абдулджеміль-огли Сейтмеметов-Кирим’ярський'
  records.apply(
    records.newId(),
    'person',
    RecordChange.parse({
      add: [
        name(`${long} Ельведін Абдурефі-огли`, 'uk', 'passport_ua'),
        name('Абдулджемиль-оглу Сейтмеметов-Крымъярский Эльведин', 'ru', 'court_ru'),
        name('Abdülcemil-oğlu Seyitmemetov-Qırımyarskiy Elvedin', 'crh', 'self_chosen'),
        name('Abdulcemil-oğlu Seytmemetov-Kırımyarskiy', 'tr', 'press'),
        name('Abdulzhemil-ohly Seitmemetov-Krymiarskyi', 'en', 'transliteration'),
        say('status', 'serving_colony'),
        say('status', 'punishment_cell', { source: null, grade: 'C3', asOf: '2025-11' }),
        say('arrestDate', '2019-06-10', { grade: 'A1' }),
        say('arrestDate', '2019-07-10', { source: null, grade: 'D4', asOf: null }),
        say('arrestDate', '2019-06~', { source: null, grade: 'F6', asOf: null }),
        say('birthDate', '1961-05-09'),
        say('arrestPlace', 'Бахчисарайський район, селище Верхоріччя, вулиця Яблунева, біля школи'),
        say('charges', { article: '205.5 ч. 2', caption: 'участь у діяльності організації' }),
        say('charges', { article: '30 ч. 1, 278' }),
        say('verdictDate', '2021-03'),
        say('sentence', { years: 17, months: 6, prisonYears: 4, regime: 'strict' }),
        say('termEnd', '2036'),
        say('healthCategory', 'age_60_plus'),
        say('healthCategory', 'serious_illness_urgent'),
        say('diagnosis', 'Гіпертонія третього ступеня; після етапування двічі втрачав свідомість.'),
        say('lawyerNotes', 'Клопотання про медогляд подано, відповіді немає.', {
          confidentiality: 'C4',
        }),
        say('relatives', 'Дружина, четверо дітей.'),
        say('minorChildren', 4),
      ],
    }),
  )
}

function inventAll(people: number): {
  records: MemoryRecords
  identities: Map<RecordId, RecordId>
} {
  const records = new MemoryRecords()
  const identities = new Map<RecordId, RecordId>()
  const vault = generateVault({ people, files: 0, entriesPerPerson: 12 })
  for (const { id, kind, change } of vault.records) records.apply(id, kind, change)
  for (const { id, change } of vault.saves) {
    records.apply(id, records.find(id).kind, change)
  }
  for (const { witness, change } of vault.identities) {
    const id = records.newId()
    identities.set(witness, id)
    records.apply(id, 'witnessIdentity', change)
  }
  inventDifficultPerson(records, records.all('source')[0]?.id ?? null)
  records.live()
  return { records, identities }
}

export function inventedRecords(state: string, emit: BridgeDouble['emit']): DoubleHandlers {
  const people = state === 'many' ? 4000 : state === 'empty' ? 0 : 300
  const { records, identities } =
    people === 0
      ? { records: new MemoryRecords(), identities: new Map<RecordId, RecordId>() }
      : inventAll(people)
  const changed = (id: RecordId) => {
    queueMicrotask(() => emit('records.changed', { ids: [id] }))
  }
  const ready = async () => {
    if (state === 'slow') await sleep(2500)
    if (state === 'error') throw new VaultError('io_failed')
  }
  return {
    // No field of a team's own is invented here.
    'fields.list': async () => ({ fields: [] }),
    'records.list': async ({ kind, query, filter, stale, sort, offset, limit }) => {
      await ready()
      const rows = records
        .all(kind)
        .filter((record) => query.trim() === '' || records.match(record, query))
        .map((record) => records.row(record))
        .filter((row) => !stale || Object.keys(row.stale).length > 0)
        .filter((row) =>
          Object.entries(filter).every(([field, value]) => row.values[field]?.includes(value)),
        )
      const key = (row: (typeof rows)[number]) =>
        !sort || sort.by === 'title'
          ? row.title
          : sort.by === 'updatedAt'
            ? String(row.updatedAt)
            : (row.values[sort.by]?.[0] ?? '')
      rows.sort((a, b) => key(a).localeCompare(key(b), 'uk') * (sort?.descending ? -1 : 1))
      return { total: rows.length, rows: rows.slice(offset, offset + limit) }
    },
    'records.get': async ({ id }) => {
      await ready()
      const record = records.find(id)
      const linked = records.linked(id)
      return { record, linked, titles: records.titles(record), erased: [], mergedInto: null }
    },
    'records.create': ({ kind, change }) => {
      const id = records.newId()
      const seq = records.apply(id, kind, change)
      changed(id)
      return { id, seq }
    },
    'records.save': ({ id, basedOn, change }) => {
      const record = records.find(id)
      if (basedOn < record.lastSeq) throw new VaultError('conflict')
      const seq = records.apply(id, record.kind, change)
      changed(id)
      return { seq }
    },
    'records.history': ({ id }) => ({ entries: records.history(id) }),
    'search.query': ({ query, limit }) => {
      const hits: SearchHit[] = []
      const kinds: OpenKind[] = ['person', 'witness', 'case', 'facility', 'source', 'organisation']
      for (const record of kinds.flatMap((kind) => records.all(kind))) {
        const reason = records.match(record, query)
        if (!reason) continue
        const { id, kind, title } = record
        hits.push({ id, kind: kind as OpenKind, title, score: 1, reasons: [reason] })
      }
      return { hits: hits.slice(0, limit), weaker: hits.length > limit }
    },
    'views.list': () => ({ views: [] }),
    'witness.reveal': ({ witness, reason }) => {
      records.opened(witness, reason)
      changed(witness)
      const id = identities.get(witness)
      return { identity: id ? records.find(id) : null }
    },
    'witness.saveIdentity': ({ witness, change }) => {
      const id = identities.get(witness) ?? records.newId()
      identities.set(witness, id)
      const seq = records.apply(id, 'witnessIdentity', change)
      changed(witness)
      return { seq }
    },
    'evidence.files': () => ({ files: [] }),
  }
}
