/** An import into a real vault and out of it again: one transaction, and afterwards everything as it was before. */
import { describe, expect, it, vi } from 'vitest'
import type { ImportSession } from '../../../electron/vault/import/importService.ts'
import { TABLE_LIMITS } from '../../../electron/vault/import/limits.ts'
import type { Workspace } from '../../../electron/vault/workspace.ts'
import { customFieldName } from '../../../shared/model/custom.ts'
import { KINDS } from '../../../shared/model/kind.ts'
import { isSealedKind } from '../../../shared/model/model.ts'
import { failureCode } from '../../support/coreVault.ts'
import { workbook } from '../../support/tables/workbook.ts'
import {
  adding,
  held,
  makeWorkspace,
  name,
  person,
  reopenWorkspace,
  save,
  state,
  statement,
} from '../records/support.ts'

const LIST =
  'ПІБ;дата народження;місце утримання;джерело;взуття\n' +
  'Тестенко Емір-Усеїн;12.03.1980;СІЗО-9;Перелік;42\n' +
  'Зразковий Айдер;не знаю;;Перелік;\n' +
  'Пробний Рустем;1990-01-01;СІЗО-9;Перелік;\n'
const bytesOf = (text: string) => new TextEncoder().encode(text)

async function read(workspace: Workspace, text = LIST): Promise<ImportSession> {
  const session = await workspace.imports.begin(bytesOf(text))
  await session.read(session.preview.guess)
  await session.compare()
  return session
}

/** What a person can see of the vault. */
function everything(workspace: Workspace) {
  const lists = KINDS.filter((kind) => !isSealedKind(kind)).map((kind) => {
    const { rows, total } = workspace.records.list({
      kind,
      query: '',
      filter: {},
      offset: 0,
      limit: 1000,
    } as never)
    return { kind, total, records: rows.map(({ id }) => shown(workspace, id)) }
  })
  const hits = ['Testenko', 'Емір', 'СІЗО-9', 'Перелік'].map((query) =>
    workspace.search.query(query, 50).map(({ id, score, reasons }) => ({ id, score, reasons })),
  )
  return { lists, hits, counts: workspace.records.counts() }
}
function shown(workspace: Workspace, id: Parameters<typeof state>[1]) {
  const { record, linked, titles } = workspace.records.get(id)
  const statements = record.statements.filter((one) => one.retractedBy === null)
  return { title: record.title, preferred: record.preferred, statements, linked, titles }
}

describe('the source of a list', () => {
  it('is that of the rows that name none, made once, and of no other row', async () => {
    const { workspace } = await makeWorkspace()
    const text = 'ПІБ;джерело\nТестенко Емір-Усеїн;Перелік\nЗразковий Айдер;\nПробний Рустем;\n'
    const session = await workspace.imports.begin(bytesOf(text))
    await session.read(session.preview.guess, { source: ' Лист громади ' })
    await session.compare()
    await session.write()
    session.close()
    const { people, titles } = workspace.records
      .list({ kind: 'person', query: '', filter: {}, offset: 0, limit: 9 } as never)
      .rows.map(({ id }) => shown(workspace, id))
      .reduce(
        (all, one) => ({
          people: [...all.people, [one.title, one.statements[0]?.source ?? '']],
          titles: { ...all.titles, ...one.titles },
        }),
        { people: [] as string[][], titles: {} as Record<string, string> },
      )
    expect(people.map(([name, source]) => [name, titles[source ?? '']])).toEqual([
      ['Зразковий Айдер', 'Лист громади'],
      ['Пробний Рустем', 'Лист громади'],
      ['Тестенко Емір-Усеїн', 'Перелік'],
    ])
    expect(workspace.records.counts().source).toBe(2)
  })
})

describe('a comparison', () => {
  it('made anew, also after one that was cancelled, finds nobody twice and keeps nothing of the one before', async () => {
    const { workspace } = await makeWorkspace()
    person(workspace, 'Тестенко Емір-Усеїн')
    await workspace.prepared('all')
    const session = await workspace.imports.begin(bytesOf(LIST))
    await session.read(session.preview.guess)
    const stopped = vi.spyOn(workspace.duplicates, 'differentPairs').mockImplementationOnce(() => {
      throw new Error('stopped in the middle')
    })
    await expect(session.compare()).rejects.toThrow('in the middle')
    stopped.mockRestore()
    const seen: unknown[] = []
    for (let time = 0; time < 2; time += 1) {
      expect(await session.compare()).toEqual({ doubtful: 1, undecided: 1 })
      const rows = await session.doubtfulRows(0, 10)
      expect(rows.map(({ candidates }) => candidates.length)).toEqual([1])
      seen.push(rows)
      await session.decide(rows[0]?.line ?? 0, { do: 'new' })
    }
    expect(seen[1]).toEqual(seen[0])
    session.close()
    workspace.close()
  })
})

describe('an import', () => {
  it('is written in one transaction, is remembered, and names what it left out', async () => {
    const { workspace, folder } = await makeWorkspace()
    const session = await read(workspace)
    expect(session.preview).toMatchObject({ remembered: false, rows: 3 })
    const before = workspace.vault.ledger.head().seq
    const report = await session.write()
    expect(report).toMatchObject({ imported: 2, skipped: 1, people: 2, added: 0 })
    expect(await session.skippedRows(0, 10)).toEqual([
      { line: 3, column: 'дата народження', problem: 'not_a_date', value: 'не знаю' },
    ])
    // The source, the facility, two people, two stays, and the entry that says so.
    expect(report.seq).toBe(before + 7)
    expect(workspace.imports.list()).toMatchObject([{ seq: report.seq, rows: 2, undone: null }])
    session.close()
    workspace.close()

    const again = await reopenWorkspace(folder)
    expect(again.imports.list()).toMatchObject([{ seq: report.seq, rows: 2, skipped: 1 }])
    const next = await read(again)
    expect(next.preview.remembered).toBe(true)
    next.close()
  })

  it('holds no heading and no cell in its own entry', async () => {
    const { workspace } = await makeWorkspace()
    const session = await read(workspace)
    const { seq } = await session.write()
    session.close()
    const [entry] = workspace.vault.ledger.readMany([seq])
    expect(JSON.stringify(entry)).not.toMatch(/[а-яіїє]/i)
  })

  it('writes nothing while a row is undecided, and nothing twice to somebody', async () => {
    const { workspace } = await makeWorkspace()
    const id = workspace.records.create(
      'person',
      adding(name('Тестенко Емір-Усеїн'), statement('birthDate', '1980-03-12')),
    ).id
    const session = await read(workspace)
    const before = workspace.vault.ledger.head().seq
    await expect(session.write()).rejects.toThrow('conflict')
    expect(workspace.vault.ledger.head().seq).toBe(before)
    await session.decideOthers('same', 'add')
    expect(await session.write()).toMatchObject({ people: 1, added: 1 })
    session.close()
    expect(held(state(workspace, id), 'names')).toHaveLength(2)

    const second = await read(workspace)
    await second.decideOthers('same', 'add')
    expect(await second.write()).toMatchObject({ people: 0, added: 0 })
    second.close()
    expect(held(state(workspace, id), 'names')).toHaveLength(2)
  })

  it('of somebody who is erased meanwhile is refused whole', async () => {
    const { workspace } = await makeWorkspace()
    const id = person(workspace, 'Тестенко Емір-Усеїн')
    const session = await read(workspace)
    const [row] = await session.doubtfulRows(0, 1)
    await session.decide(row?.line ?? 0, { do: 'add', to: id })
    await workspace.records.erase(id, 'проба')
    await expect(session.write()).rejects.toThrow('conflict')
    session.close()
    expect(workspace.records.counts().person).toBe(0)
  })

  it('whose comparison is stopped at any moment is where it was before it, and leaves nothing', async () => {
    const { workspace } = await makeWorkspace()
    for (const name of ['Тестенко Емір-Усеїн', 'Пробенко Айше']) person(workspace, name)
    const many = Array.from({ length: 3000 }, (_, n) => `Вигаданенко Особа-${n},,\n`).join('')
    const session = await workspace.imports.begin(bytesOf(`${LIST}${many}`))
    const examined = await session.read(session.preview.guess)
    /** At once, when the vault's people are read, and at the n-th word of how far the thread is. */
    const moments: readonly (number | 'at once' | 'known')[] = ['at once', 'known', 1, 2, 18, 30]
    for (const moment of moments) {
      const controller = new AbortController()
      let told = 0
      const comparing = session.compare({
        signal: controller.signal,
        onProgress: () => {
          told += 1
          if (told === moment) controller.abort()
        },
      })
      if (moment === 'at once') controller.abort()
      if (moment === 'known') setImmediate(() => setImmediate(() => controller.abort()))
      await expect(comparing).rejects.toMatchObject({ code: 'cancelled' })
      // Nothing that was not compared is written, and what was read is all there.
      await expect(session.write()).rejects.toMatchObject({ code: 'conflict' })
      expect(await session.doubtfulRows(0, 10)).toEqual([])
      expect(await session.skippedRows(0, 100)).toHaveLength(examined.skipped)
    }
    expect(workspace.records.counts().person).toBe(2)
    const { doubtful } = await session.compare()
    expect(doubtful).toBeGreaterThan(0)
    await session.decideOthers('same', 'new')
    await session.decideOthers('possible', 'new')
    expect(await session.write()).toMatchObject({ people: examined.rows })
    session.close()
  })

  it('is not written before it was compared, nor by columns that it was not compared by', async () => {
    const { workspace } = await makeWorkspace()
    const session = await workspace.imports.begin(bytesOf(LIST))
    await session.read(session.preview.guess)
    await expect(session.write()).rejects.toMatchObject({ code: 'conflict' })
    await session.compare()
    await session.read(session.preview.guess)
    await expect(session.write()).rejects.toMatchObject({ code: 'conflict' })
    session.close()
    expect(workspace.records.counts().person).toBe(0)
  })

  it('of a file that is larger than any list is refused before it is looked at', async () => {
    const { workspace } = await makeWorkspace()
    const large = new Uint8Array(TABLE_LIMITS.fileBytes + 1)
    await expect(workspace.imports.begin(large)).rejects.toThrow('too_large')
  })
})

describe('what somebody said of a row', () => {
  const NAMESAKE = 'ПІБ\nТестенко Емір-Усеїн\nЗразковий Айдер\n'
  const recorded = (workspace: Workspace, title: string) =>
    workspace.records
      .list({ kind: 'person', query: '', filter: {}, offset: 0, limit: 9 } as never)
      .rows.filter((each) => each.title === title)
      .map(({ id }) => id)

  it('is remembered, and decides that row of the next list', async () => {
    const { workspace, folder } = await makeWorkspace()
    const old = person(workspace, 'Эмир-Усеин Тестенко')
    const first = await read(workspace, NAMESAKE)
    await first.decide(2, { do: 'new' })
    const { seq } = await first.write()
    first.close()
    const [made] = recorded(workspace, 'Тестенко Емір-Усеїн')
    expect(made && workspace.duplicates.areDifferent(old, made)).toBe(true)
    workspace.close()

    const again = await reopenWorkspace(folder)
    const second = await read(again, NAMESAKE)
    const [row] = await second.doubtfulRows(0, 9)
    expect(row).toMatchObject({ line: 2, decision: { do: 'add', to: made }, isRemembered: true })
    expect(row?.candidates.map(({ to, said }) => [to, said])).toContainEqual([
      { record: old },
      'different',
    ])
    second.close()

    // Who decides by a rule of their own is not told otherwise.
    const ruled = await again.imports.begin(bytesOf(NAMESAKE))
    await ruled.read(ruled.preview.guess)
    expect(await ruled.compare({ useSaid: false })).toMatchObject({ undecided: 2 })
    ruled.close()

    // An import that is taken back says nothing any more.
    expect(await again.imports.undo(seq)).toEqual({ erased: 2, retracted: 0, kept: 0 })
    expect(again.duplicates.different()).toEqual([])
    expect(again.records.history(old)).toHaveLength(1)
  })

  it('is remembered of a merge, and not once that is taken apart', async () => {
    const { workspace } = await makeWorkspace()
    const into = person(workspace, 'Тестенко Емір-Усеїн')
    const from = person(workspace, 'Testenko Emir-Useyin')
    const LATIN = 'name_en\nTestenko Emir-Useyin\n'
    workspace.records.merge(into, from)
    const merged = await read(workspace, LATIN)
    expect((await merged.doubtfulRows(0, 9))[0]).toMatchObject({
      decision: { do: 'add', to: into },
      candidates: [{ said: 'same' }],
    })
    merged.close()
    workspace.records.unmerge(into, from)
    const apart = await read(workspace, LATIN)
    expect((await apart.doubtfulRows(0, 9))[0]?.decision).toBeUndefined()
    apart.close()
  })
})

describe('an import that is taken back', () => {
  it('leaves everything as it was before it, in the lists, the records and the search', async () => {
    const { workspace, folder } = await makeWorkspace()
    const id = workspace.records.create(
      'person',
      adding(name('Тестенко Емір-Усеїн'), statement('birthDate', '1980-03-12')),
    ).id
    person(workspace, 'Інакша Людина')
    const before = everything(workspace)
    const session = await workspace.imports.begin(
      await workbook(
        LIST.trim()
          .split('\n')
          .map((line) => line.split(';')),
      ),
    )
    await session.read(session.preview.guess)
    await session.compare()
    await session.decideOthers('same', 'add')
    const { seq } = await session.write()
    session.close()
    expect(everything(workspace)).not.toEqual(before)
    expect(workspace.search.query('Пробний', 5)).toHaveLength(1)

    // One person, one facility, one source and two stays; of the other person the name and the date.
    expect(await workspace.imports.undo(seq)).toEqual({ erased: 5, retracted: 2, kept: 0 })
    expect(everything(workspace)).toEqual(before)
    expect(workspace.records.history(id)).toHaveLength(3)
    expect(workspace.imports.list()[0]).toMatchObject({ seq, undone: { kept: 0 } })
    await expect(workspace.imports.undo(seq)).rejects.toThrow('conflict')
    await expect(workspace.imports.undo(1)).rejects.toThrow('not_found')
    workspace.close()

    const again = await reopenWorkspace(folder)
    expect(everything(again)).toEqual(before)
    expect(await again.vault.ledger.verify({ full: true } as never)).toMatchObject({ damaged: [] })
  })

  it('finds nobody of many who are gone, though their names go some at a time', async () => {
    const { workspace, folder } = await makeWorkspace()
    person(workspace, 'Інакша Людина')
    const rows = Array.from({ length: 400 }, (_, n) => `Вигаданенко Особа-${n}`)
    const session = await read(workspace, ['ПІБ', ...rows].join('\n'))
    await session.decideOthers('possible', 'new')
    const { seq } = await session.write()
    session.close()
    await workspace.prepared('all')
    expect(workspace.search.query('Вигаданенко', 500)).toHaveLength(400)
    // Whenever it looks at the clock its time is up.
    let clock = performance.now()
    vi.spyOn(performance, 'now').mockImplementation(() => {
      clock += 100
      return clock
    })
    try {
      await workspace.imports.undo(seq)
      // Nothing of them is kept for the next unlock either.
      expect(workspace.search.isSettled).toBe(false)
      expect(workspace.search.query('Вигаданенко', 500)).toEqual([])
    } finally {
      vi.restoreAllMocks()
    }
    await workspace.prepared('all')
    await workspace.saveIndex()
    workspace.close()
    const again = await reopenWorkspace(folder)
    expect(again.knownFromSnapshot).toBeGreaterThan(seq)
    expect(again.search.query('Вигаданенко', 500)).toEqual([])
    expect(again.search.query('Людина', 50)).toHaveLength(1)
  })

  it('keeps what somebody worked with since, and what that needs', async () => {
    const { workspace } = await makeWorkspace()
    const session = await read(workspace)
    const { seq } = await session.write()
    session.close()
    const people = workspace.records.list({
      kind: 'person',
      query: '',
      filter: {},
      offset: 0,
      limit: 9,
    } as never).rows
    const rustem = people.find(({ title }) => title === 'Пробний Рустем')
    if (!rustem) throw new Error('he was imported')
    save(workspace, rustem.id, adding(statement('note', 'дописано')))
    const facility = workspace.records.list({
      kind: 'facility',
      query: '',
      filter: {},
      offset: 0,
      limit: 9,
    } as never).rows[0]
    // Rustem, and the source of what is said of him; the facility and both stays are gone.
    expect(await workspace.imports.undo(seq)).toEqual({ erased: 4, retracted: 0, kept: 2 })
    expect(workspace.records.counts()).toMatchObject({ person: 1, source: 1, facility: 0, stay: 0 })
    expect(facility && workspace.records.history(facility.id).at(0)?.reason).toBe('import undone')
  })
})

describe('a field that the team defined', () => {
  const LISTED =
    'ПІБ,Cell name,Mood,Interviewed,Наступний дзвінок\n' +
    'Тестенко Проба,Sokil,Спокійний,так,27.03.2026\n' +
    'Зразковий Айдер,,furious,ні,\n'

  function definitions(workspace: Workspace) {
    const { records } = workspace
    const list = records.create(
      'valueList',
      adding(
        statement('label', { en: 'Moods' }),
        statement('choices', { code: 'a1', en: 'Calm', uk: 'Спокійний' }),
      ),
    ).id
    const define = (
      label: Record<string, string>,
      type: string,
      more: Record<string, string> = {},
    ) =>
      records.create(
        'customField',
        adding(
          statement('label', label),
          statement('belongsTo', 'person'),
          statement('type', type),
          ...Object.entries(more).map(([field, value]) => statement(field, value)),
        ),
      ).id
    return {
      list,
      nickname: define({ en: 'Cell name' }, 'text', { startsAs: 'C3' }),
      mood: define({ en: 'Mood' }, 'choice', { list }),
      asked: define({ en: 'Interviewed' }, 'boolean'),
      call: define({ en: 'Next call', uk: 'Наступний дзвінок' }, 'date'),
    }
  }

  it('is a column that its name fills, read by its type, and remembered', async () => {
    const { workspace } = await makeWorkspace()
    const { nickname, mood, asked, call } = definitions(workspace)
    const [own, moods, interviewed, calls] = [nickname, mood, asked, call].map(customFieldName)
    const session = await read(workspace, LISTED)
    expect(session.preview.guess).toEqual(['name_uk', own, moods, interviewed, calls])
    expect(session.columns.names).toEqual(expect.arrayContaining([own, moods, interviewed, calls]))
    expect(await session.skippedRows(0, 9)).toEqual([
      { line: 3, column: 'mood', problem: 'unknown_value', value: expect.any(String) },
    ])
    await session.write()
    session.close()
    const [row] = workspace.records.list({
      ...{ kind: 'person', query: '', filter: {}, offset: 0, limit: 9 },
    }).rows
    const record = state(workspace, row?.id as never)
    expect(record.statements.map(({ field, value }) => [field, value]).slice(1)).toEqual([
      [own, 'Sokil'],
      [moods, 'a1'],
      [interviewed, true],
      [calls, '2026-03-27'],
    ])
    const [said] = held(record, own ?? '')
    expect(said?.confidentiality).toBe('C3')
    const again = await workspace.imports.begin(bytesOf(LISTED))
    expect(again.preview).toMatchObject({ remembered: true, guess: session.preview.guess })
    again.close()
  })

  it('is no column once it is retired, not even where it was remembered', async () => {
    const { workspace } = await makeWorkspace()
    const { nickname } = definitions(workspace)
    const session = await read(workspace, LISTED)
    await session.write()
    session.close()
    save(workspace, nickname, adding(statement('retired', true)))
    const again = await workspace.imports.begin(bytesOf(LISTED))
    expect(again.preview.guess[1]).toBeNull()
    await again.read(again.preview.guess)
    const forged = again.preview.guess.with(1, customFieldName(nickname))
    expect(await failureCode(() => again.read(forged))).toBe('bad_input')
    again.close()
  })
})

describe('a long import', () => {
  const ROWS = 1200
  const LONG = `ПІБ;джерело\n${Array.from({ length: ROWS }, (_, n) => `Вигаданенко Особа-${n};Перелік`).join('\n')}`
  const whole = (workspace: Workspace) => ({
    head: workspace.vault.ledger.head(),
    counts: workspace.records.counts(),
    imports: workspace.imports.list(),
  })
  /** Cancels at the first news of it. */
  const cancelling = () => {
    const controller = new AbortController()
    return { signal: controller.signal, onProgress: () => controller.abort() }
  }

  it('that is cancelled while it is written, or while it is taken back, changes nothing', async () => {
    const { workspace } = await makeWorkspace()
    const session = await read(workspace, LONG)
    await session.decideOthers('possible', 'new').catch(() => {})
    await session.decideOthers('same', 'new').catch(() => {})
    const before = whole(workspace)
    await expect(session.write(cancelling())).rejects.toThrow('cancelled')
    expect(whole(workspace)).toEqual(before)
    const { seq, people } = await session.write()
    expect(people).toBe(ROWS)
    session.close()
    const written = whole(workspace)
    await expect(workspace.imports.undo(seq, cancelling())).rejects.toThrow('cancelled')
    expect(whole(workspace)).toEqual(written)
    expect(await workspace.imports.undo(seq)).toEqual({ erased: ROWS + 1, retracted: 0, kept: 0 })
    expect(workspace.records.counts()).toEqual(before.counts)
    await workspace.prepared('all')
    expect(workspace.search.query('Вигаданенко', 5)).toEqual([])
    expect((await workspace.vault.ledger.verify({ signatures: true })).damaged).toEqual([])
  })
})
