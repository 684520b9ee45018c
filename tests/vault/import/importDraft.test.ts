/** A list on its way in: every column, every reason for leaving a row out, dates, duplicates, and what is put together. */
import { describe, expect, it } from 'vitest'
import type { KnownPerson } from '../../../electron/vault/duplicates/people.ts'
import { guessMap, IMPORT_COLUMNS } from '../../../electron/vault/import/columns.ts'
import { ImportDraft } from '../../../electron/vault/import/importDraft.ts'
import { MOST_SHOWN } from '../../../electron/vault/import/readPerson.ts'
import { readTable } from '../../../electron/vault/import/readTable.ts'
import { sentenceValue } from '../../../electron/vault/import/values.ts'
import type { NewRecord } from '../../../electron/vault/records/recordService.ts'
import { SkippedRow } from '../../../shared/contract/imports.ts'
import type { RecordId } from '../../../shared/ids.ts'

const NOTHING = { facilities: new Map(), sources: new Map() }
const SOMEBODY = 'a'.repeat(32) as RecordId
const ELSEWHERE = 'b'.repeat(32) as RecordId

async function draftOf(text: string, order?: 'dmy' | 'mdy') {
  const draft = new ImportDraft(await readTable(new TextEncoder().encode(text)))
  const examined = draft.read(draft.preview().guess, order)
  return { draft, examined }
}
const skippedOf = (draft: ImportDraft) => draft.skippedRows(0, 100)
const valuesOf = (record: NewRecord | undefined, field: string) =>
  record?.change.add.filter((each) => each.field === field).map((each) => each.value)
const known = (rest: Partial<KnownPerson> = {}): KnownPerson => ({
  ...{ id: SOMEBODY, title: 'Тестенко Емір-Усеїн', names: ['Тестенко Емір-Усеїн Пробович'] },
  ...{
    birthDates: ['1980-03-12'],
    facilities: [],
    facilityIds: [],
    mergedNames: [],
    court: '',
    verdictDate: '',
  },
  ...rest,
})

describe('a row', () => {
  it('may have every documented column', () => {
    expect([...IMPORT_COLUMNS].sort()).toEqual(
      (
        'name_uk name_ru name_crh name_en name_tr name_other birth_date sex citizenship status charge court ' +
        'verdict_date sentence facility arrest_date health_category source source_date note'
      )
        .split(' ')
        .sort(),
    )
  })

  it('becomes a person with a statement per value, all with the row’s source', async () => {
    const { draft } = await draftOf(
      'name_uk,name_ru,birth_date,sex,status,charge,sentence,health_category,facility,source,source_date\n' +
        'Тестенко Проба,Тестенко Проба,12.03.1980,ч,remand,205.5 p.2: membership;278,13 years 6 months,serious_illness; age 60 plus,SIZO-9,List A,2025-01-02\n',
    )
    const { records } = draft.build(NOTHING)
    expect(records.map((each) => each.kind)).toEqual(['source', 'facility', 'person', 'stay'])
    const person = records.find((each) => each.kind === 'person')
    expect(valuesOf(person, 'names')).toEqual([
      { text: 'Тестенко Проба', lang: 'uk' },
      { text: 'Тестенко Проба', lang: 'ru' },
    ])
    expect(valuesOf(person, 'birthDate')).toEqual(['1980-03-12'])
    expect(valuesOf(person, 'charges')).toEqual([
      { article: '205.5 p.2', caption: 'membership' },
      { article: '278' },
    ])
    expect(valuesOf(person, 'sentence')).toEqual([{ years: 13, months: 6 }])
    expect(valuesOf(person, 'healthCategory')).toEqual(['serious_illness', 'age_60_plus'])
    const source = records.find((each) => each.kind === 'source')
    expect(person?.change.add.every((each) => each.source === source?.id)).toBe(true)
    expect(person?.change.add.every((each) => each.asOf === '2025-01-02')).toBe(true)
  })

  it('uses a facility that is known and makes a new one only once', async () => {
    const { draft } = await draftOf('name_uk;facility\nА;Known\nБ;New\nВ;New\n')
    const { records } = draft.build({ ...NOTHING, facilities: new Map([['Known', ELSEWHERE]]) })
    expect(records.filter((each) => each.kind === 'facility')).toHaveLength(1)
    const stays = records.filter((each) => each.kind === 'stay')
    expect(valuesOf(stays[0], 'facility')).toEqual([ELSEWHERE])
    expect(valuesOf(stays[1], 'facility')).toEqual(valuesOf(stays[2], 'facility'))
  })

  it.each([
    ['birth_date', '31.02.1980', 'not_a_date'],
    ['birth_date', '03/04/1980', 'ambiguous_date'],
    ['birth_date', '12.03.80', 'not_a_date'],
    ['birth_date', 'today', 'not_a_date'],
    ['status', 'on holiday', 'unknown_value'],
    ['sentence', 'long', 'not_a_sentence'],
    ['court', 'x'.repeat(501), 'too_long'],
    ['facility', 'x'.repeat(301), 'too_long'],
    ['charge', '1;'.repeat(401), 'too_long'],
    ['court', '#REF!', 'spreadsheet_error'],
    ['source_date', 'yesterday', 'not_a_date'],
  ])(
    'is left out whole for %s = %s, with its line and column: %s',
    async (column, value, problem) => {
      const { draft, examined } = await draftOf(`name_uk,${column}\nА,${value}\nБ,\n`)
      expect(examined).toMatchObject({ rows: 1, skipped: 1 })
      const cell = value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN - 1)}…` : value
      expect(skippedOf(draft)).toEqual([{ line: 2, column, problem, value: cell }])
      expect(draft.build(NOTHING).records.filter((each) => each.kind === 'person')).toHaveLength(1)
    },
  )

  it('without any name is left out', async () => {
    const { draft } = await draftOf('name_uk,court,note\n,X,Y\n')
    expect(skippedOf(draft)).toEqual([
      { line: 2, column: null, problem: 'no_name', value: 'X · Y' },
    ])
  })

  it('is named by the one of several values that cannot be understood, and where that stands', async () => {
    const list =
      'name_uk,health_category,health_category\nА,age 60 plus; nonsense,\nБ,,age 60 plus; rubbish\nВ,nonsense,rubbish\n'
    const draft = new ImportDraft(await readTable(new TextEncoder().encode(list)))
    draft.read(['name_uk', 'health_category', 'health_category'])
    const [first, second] = ['health_category', 'health_category (2)']
    expect(skippedOf(draft)).toEqual([
      { line: 2, column: first, problem: 'unknown_value', value: 'nonsense' },
      { line: 3, column: second, problem: 'unknown_value', value: 'rubbish' },
      { line: 4, column: first, problem: 'unknown_value', value: 'nonsense' },
    ])
  })

  it.each([-1, 0, 1])('is shown with what stands there up to a limit (%i)', async (more) => {
    const text = 'x'.repeat(MOST_SHOWN + more)
    const { draft } = await draftOf(`name_uk,birth_date\nА,${text}\n,${text}\n`)
    const shown = more > 0 ? `${text.slice(0, MOST_SHOWN - 1)}…` : text
    expect(skippedOf(draft)).toMatchObject([{ value: shown }, { value: shown }])
    for (const row of skippedOf(draft)) expect(SkippedRow.safeParse(row).success).toBe(true)
  })
})

describe('columns', () => {
  it('are known by their names, the words of the program and those of lists', () => {
    expect(guessMap(['піб', 'дата рождения', 'birth_date', 'citizenship', 'взуття'])).toEqual([
      'name_uk',
      'birth_date',
      null,
      'citizenship',
      null,
    ])
  })

  it.each([
    ['no name', ['court'], 'import_no_columns'],
    ['a column that there is not', ['shoe_size'], 'bad_input'],
    ['one column more', ['name_uk', 'court'], 'bad_input'],
  ])('are refused with %s', async (_what, map, code) => {
    const draft = new ImportDraft(await readTable(new TextEncoder().encode('x\nА\n')))
    expect(() => draft.read(map)).toThrow(code)
  })

  it('may fill one field together when it takes several values, and not otherwise', async () => {
    const draft = new ImportDraft(await readTable(new TextEncoder().encode('a,b,c\nА,1,2\n')))
    draft.read(['name_uk', 'note', 'note'])
    expect(valuesOf(draft.build(NOTHING).records[0], 'note')).toEqual(['1\n2'])
    expect(() => draft.read(['name_uk', 'court', 'court'])).toThrow('bad_input')
  })
})

describe('dates', () => {
  it.each([
    ['as the column shows it elsewhere', '03/04/1980\nБ,27/04/1981', undefined, '1980-04-03'],
    ['month first, as the column shows it', '03/04/1980\nБ,04/27/1981', undefined, '1980-03-04'],
    ['as a person says it', '03/04/1980', 'mdy', '1980-03-04'],
    [
      'against what a person says, where the column shows it',
      '03/04/1980\nБ,27/04/1981',
      'mdy',
      '1980-04-03',
    ],
    ['in words', '12 березня 1980', undefined, '1980-03-12'],
  ] as const)('are read %s', async (_how, text, order, date) => {
    const { draft } = await draftOf(`name_uk,birth_date\nА,${text}\n`, order)
    const person = draft.build(NOTHING).records[0]
    expect(valuesOf(person, 'birthDate')).toEqual([date])
  })

  it('are told of by column: how many read, how many could be either way, and one as it is read', async () => {
    const { examined } = await draftOf('name_uk,birth_date\nА,12.03.1980\nБ,03/04/1980\nВ,?\n')
    expect(examined.dates).toEqual([
      {
        ...{ column: 'birth_date', read: 1, unread: 1, ambiguous: 1, order: undefined },
        example: { text: '12.03.1980', value: '1980-03-12' },
      },
    ])
  })
})

describe('duplicates', () => {
  const LIST = 'name_ru,birth_date,facility\n'
  async function compared(rows: string, people: readonly KnownPerson[] = [known()]) {
    const { draft } = await draftOf(LIST + rows)
    draft.compare(people)
    return draft
  }

  it.each([
    ['same', 'the name in another script and the day of birth', 'Эмир-Усеин Тестенко,12.03.1980,'],
    ['same', 'written as one word', 'Тестенко Эмирусеин,12.03.1980,'],
    ['possible', 'a name alone', 'Тестенко Эмир-Усеин,,'],
    ['possible', 'day and month exchanged', 'Тестенко Эмир-Усеин,1980-12-03,'],
    ['possible', 'the year alone', 'Тестенко Эмир-Усеин,1980,'],
  ])('%s: %s', async (verdict, _why, row) => {
    const draft = await compared(`${row}\n`)
    const [doubtful] = draft.doubtfulRows(0, 10)
    expect(doubtful?.candidates[0]).toMatchObject({ to: { record: SOMEBODY }, verdict })
    expect(doubtful?.candidates[0]?.reasons[0]).toMatchObject({ type: 'name' })
  })

  it.each([
    ['another day of birth', 'Тестенко Эмир-Усеин,1971-05-30,'],
    ['another father', 'Тестенко Эмир-Усеин Айдерович,,'],
    ['another given name', 'Тестенко Рустем,12.03.1980,'],
    ['another surname', 'Образцовый Эмир-Усеин,12.03.1980,'],
  ])('are not seen in %s', async (_what, row) => {
    const people = [known({ names: ['Тестенко Емір-Усеїн Пробович', 'Емір-Усеїн Тестенко'] })]
    expect((await compared(`${row}\n`, people)).doubtful).toBe(0)
  })

  it('name the facility as a reason', async () => {
    const draft = await compared('Тестенко Эмир-Усеин,,СІЗО-9\n', [
      known({ facilities: ['сізо 9'] }),
    ])
    const reasons = draft.doubtfulRows(0, 1)[0]?.candidates[0]?.reasons
    expect(reasons).toContainEqual({ type: 'facility', here: 'СІЗО-9' })
  })

  it('are found within the list, and the later row is the doubtful one', async () => {
    const draft = await compared('Тестенко Рустем,1990-01-01,\nRüstem Testenko,1990-01-01,\n', [])
    expect(draft.doubtfulRows(0, 10)).toMatchObject([
      { line: 3, candidates: [{ to: { line: 2 }, verdict: 'same' }] },
    ])
  })

  it('keep the list from being built until somebody decided each', async () => {
    const draft = await compared('Тестенко Эмир-Усеин,12.03.1980,\nТестенко Эмир-Усеин,,\n')
    expect(draft.undecided).toBe(2)
    expect(() => draft.build(NOTHING)).toThrow('conflict')
    draft.decideOthers('same', 'add')
    expect(draft.undecided).toBe(1)
    expect(() => draft.decide(3, { do: 'add', to: ELSEWHERE })).toThrow('bad_input')
    expect(() => draft.decide(1, { do: 'new' })).toThrow('bad_input')
    draft.decide(3, { do: 'leave' })
    const built = draft.build(NOTHING)
    expect(built.records).toEqual([])
    expect(built.additions).toMatchObject([{ id: SOMEBODY }])
    expect(built.rows).toBe(1)
  })

  it('joined become one person, with the stay of each and nothing said twice', async () => {
    const draft = await compared('Тестенко Рустем,1990,СІЗО-1\nТестенко Рустем,1990,СІЗО-2\n', [])
    draft.decide(3, { do: 'join', line: 2 })
    const { records, rows } = draft.build(NOTHING)
    const people = records.filter((each) => each.kind === 'person')
    expect(people).toHaveLength(1)
    expect(people[0]?.change.add).toHaveLength(2)
    expect(records.filter((each) => each.kind === 'stay')).toHaveLength(2)
    expect(rows).toBe(2)
  })

  it('added to somebody make no second stay in the same facility', async () => {
    const people = [known({ facilities: ['СІЗО-1'], facilityIds: [ELSEWHERE] })]
    const draft = await compared('Тестенко Эмир-Усеин,12.03.1980,СІЗО-1\n', people)
    draft.decideOthers('same', 'add')
    const facilities = new Map([['СІЗО-1', ELSEWHERE]])
    expect(draft.build({ ...NOTHING, facilities }).records).toEqual([])
  })
})

describe('what was said before', () => {
  const ROW = 'name_ru,birth_date\nТестенко Эмир-Усеин,12.03.1980\n'
  const same = known()
  /** As good as the same by the name, and nothing else is known of them. */
  const namesake = known({ id: ELSEWHERE, title: 'Інший', birthDates: [] })
  const apart = new Set([`${SOMEBODY} ${ELSEWHERE}`])
  async function compared(people: readonly KnownPerson[], pairs: ReadonlySet<string> | null) {
    const { draft } = await draftOf(ROW)
    draft.compare(people, pairs)
    return { draft, row: draft.doubtfulRows(0, 1)[0] }
  }

  it('decides a row of whom one fits best and was called another person than the rest', async () => {
    const { draft, row } = await compared([namesake, same], apart)
    expect(draft.undecided).toBe(0)
    expect(row).toMatchObject({ decision: { do: 'add', to: SOMEBODY }, isRemembered: true })
    expect(row?.candidates.map(({ to, said }) => [to, said])).toEqual([
      [{ record: SOMEBODY }, undefined],
      [{ record: ELSEWHERE }, 'different'],
    ])
  })

  it.each([
    [
      'was not said of all of them',
      [namesake, same, known({ id: 'c'.repeat(32) as RecordId, birthDates: [] })],
      apart,
    ],
    ['was not said', [namesake, same], new Set<string>()],
    ['is of two who both fit', [known({ id: ELSEWHERE }), same], apart],
    ['is not asked for', [namesake, same], null],
  ])('decides nothing where it %s', async (_what, people, pairs) => {
    const { draft, row } = await compared(people, pairs)
    expect(draft.undecided).toBe(1)
    expect(row).toMatchObject({ isRemembered: false })
    expect(row?.decision).toBeUndefined()
    expect(row?.candidates.some(({ said }) => said !== undefined)).toBe(false)
  })

  it('decides a row that writes the name of a record that was merged', async () => {
    const merged = ['Тестенко Эмир-Усеин']
    const one = await compared(
      [known({ names: [...known().names, ...merged], mergedNames: merged })],
      new Set(),
    )
    expect(one.row).toMatchObject({ decision: { do: 'add', to: SOMEBODY }, isRemembered: true })
    expect(one.row?.candidates[0]?.said).toBe('same')
    const other = await compared([known({ mergedNames: ['Тестенко Э.'] })], new Set())
    expect(other.row?.decision).toBeUndefined()
  })

  it('decides nothing of a row that may be an earlier row as well', async () => {
    const { draft } = await draftOf(`${ROW}Тестенко Эмир-Усеин,12.03.1980\n`)
    draft.compare([namesake, same], apart)
    expect(draft.doubtfulRows(0, 9).map(({ line, isRemembered }) => [line, isRemembered])).toEqual([
      [2, true],
      [3, false],
    ])
  })

  it('gives way to whoever decides otherwise', async () => {
    const { draft } = await compared([namesake, same], apart)
    draft.decideOthers('same', 'leave')
    expect(draft.doubtfulRows(0, 1)[0]?.decision).toEqual({ do: 'add', to: SOMEBODY })
    draft.decide(2, { do: 'new' })
    expect(draft.doubtfulRows(0, 1)[0]).toMatchObject({
      decision: { do: 'new' },
      isRemembered: false,
    })
    const built = draft.build(NOTHING)
    const person = built.records[0]?.id
    expect(built.apart).toEqual([
      { person, other: SOMEBODY },
      { person, other: ELSEWHERE },
    ])
  })

  it('is said row by row: a decision for many says nothing about two people', async () => {
    const { draft } = await compared([namesake], new Set())
    draft.decideOthers('possible', 'new')
    expect(draft.build(NOTHING)).toMatchObject({ apart: [], rows: 1 })
  })
})

describe('sentenceValue', () => {
  it.each([
    ['13', { years: 13, months: 0 }],
    ['13 years 6 months', { years: 13, months: 6 }],
    ['13 р. 6 міс.', { years: 13, months: 6 }],
    ['6 мес', { years: 0, months: 6 }],
    ['18 months', { years: 1, months: 6 }],
    ['', undefined],
    ['life', undefined],
  ])('reads %j', (text, expected) => {
    expect(sentenceValue(text)).toEqual(expected)
  })
})
