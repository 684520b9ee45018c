import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { KINDS } from '../../../shared/model/kind.ts'
import { fieldOf, isSealedKind, type OpenKind } from '../../../shared/model/model.ts'
import { RecordChange } from '../../../shared/model/statement.ts'
import { generateVault } from './generate.ts'
import { patronymic, surnameFrom } from './spellings.ts'

const vault = generateVault({ people: 60, files: 6 })
const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

describe('generated vault', () => {
  it('is the same for the same seed and another for another', () => {
    expect(digest(generateVault({ people: 60, files: 6 }))).toBe(digest(vault))
    expect(digest(generateVault({ people: 60, files: 6, seed: 'other' }))).not.toBe(digest(vault))
  })

  it('holds only changes and values that the model accepts', () => {
    for (const { kind, change } of vault.records) {
      expect(() => RecordChange.parse(change)).not.toThrow()
      for (const { field, value } of change.add)
        expect(fieldOf(kind, field)?.value.safeParse(value).success).toBe(true)
    }
  })

  it('refers only to records that come earlier', () => {
    const seen = new Set<string>()
    for (const { kind, id, change } of vault.records) {
      expect(seen.has(id)).toBe(false)
      seen.add(id)
      for (const { field, value, source } of change.add) {
        if (source !== null) expect(seen.has(source)).toBe(true)
        if (fieldOf(kind, field)?.type === 'ref') expect(seen.has(String(value))).toBe(true)
      }
    }
    for (const { id } of vault.saves) expect(seen.has(id)).toBe(true)
    for (const { record } of vault.files) expect(seen.has(record)).toBe(true)
  })

  it('has records of every kind but the dossiers that the program makes itself', () => {
    const kinds = new Set(vault.records.map(({ kind }) => kind))
    const open = KINDS.filter((kind) => !isSealedKind(kind) && kind !== 'dossier')
    expect(open.filter((kind) => !kinds.has(kind as OpenKind))).toEqual([])
  })

  it('makes the number of ledger entries asked for', () => {
    expect(vault.entries).toBe(600)
    expect(vault.records.length + vault.saves.length + vault.identities.length).toBe(600)
    expect(generateVault({ people: 60, files: 0, entriesPerPerson: 12 }).entries).toBe(720)
  })

  it('keeps identities out of the open records', () => {
    expect(vault.records.some((record) => isSealedKind(record.kind))).toBe(false)
    const open = JSON.stringify(vault.records)
    for (const { spellings, phone } of vault.identities) {
      expect(open).not.toContain(phone)
      for (const spelling of spellings) expect(open).not.toContain(spelling)
    }
  })

  it('has names in five languages, conflicting dates and partial dates', () => {
    const people = vault.records.filter((record) => record.kind === 'person')
    const values = people.flatMap((person) => person.change.add)
    const langs = new Set(
      values
        .filter((one) => one.field === 'names')
        .map((one) => (one.value as { lang: string }).lang),
    )
    expect([...langs].sort()).toEqual(['crh', 'en', 'ru', 'tr', 'uk'])
    const twoDates = people.filter(
      (person) => person.change.add.filter((one) => one.field === 'arrestDate').length === 2,
    )
    expect(twoDates.length).toBeGreaterThan(3)
    const dates = values.filter((one) => one.field === 'arrestDate').map((one) => String(one.value))
    expect(dates.some((date) => /^\d{4}-\d\d$/.test(date))).toBe(true)
    expect(dates.some((date) => date.endsWith('~'))).toBe(true)
  })

  it('describes each claim of the article with publisher, date and definition', () => {
    const article = vault.records.find(
      (record) =>
        record.kind === 'source' && record.change.add.some((one) => one.field === 'claims'),
    )
    const claims = article?.change.add.filter((one) => one.field === 'claims') ?? []
    expect(claims).toHaveLength(5)
    expect(claims.map((one) => (one.value as { number?: number }).number)).toEqual([
      300,
      300,
      56,
      undefined,
      undefined,
    ])
  })

  it('makes files that are what their names say', () => {
    expect(vault.files).toHaveLength(6)
    for (const { name, bytes } of vault.files) {
      const head = bytes.subarray(0, 4).toString('latin1')
      if (name.endsWith('.png')) expect(head).toBe('\x89PNG')
      else if (name.endsWith('.pdf')) expect(head).toBe('%PDF')
      else expect(name.endsWith('.txt')).toBe(true)
    }
  })
})

describe('spellings', () => {
  it('write one surname as each paper does', () => {
    expect(surnameFrom('Bulutkölge', true)).toEqual({
      crh: 'Bulutkölgeyeva',
      ru: 'Булуткёльгеева',
      uk: 'Булуткьольгеєва',
      tr: 'Bulutkölgeyeva',
      en: 'Bulutkyolgeyeva',
      latinUa: 'Bulutkolheieva',
      latinRu: 'Bulutkelgeeva',
    })
  })

  it('form patronymics in Russian and Ukrainian', () => {
    expect(patronymic('Джемиль', 'Джеміль', true)).toEqual({ ru: 'Джемилевна', uk: 'Джемілівна' })
    expect(patronymic('Мустафа', 'Мустафа', false)).toEqual({
      ru: 'Мустафаевич',
      uk: 'Мустафаєвич',
    })
    expect(patronymic('Сергей', 'Сергій', false)).toEqual({ ru: 'Сергеевич', uk: 'Сергійович' })
  })
})
