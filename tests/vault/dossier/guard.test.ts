import { describe, expect, it } from 'vitest'
import { clear } from '../../../electron/vault/dossier/guard.ts'
import type { FoldedRecord } from '../../../electron/vault/records/fold.ts'
import { CONFIDENTIALITY } from '../../../shared/model/field.ts'
import type { RecordChange } from '../../../shared/model/statement.ts'
import { MemoryVault, request, TODAY, textOf } from './memoryVault.ts'

const personOf = (vault: MemoryVault, id: Parameters<MemoryVault['store']['get']>[0]) =>
  vault.store.get(id) as FoldedRecord & { kind: 'person' }
const change = (some: Partial<RecordChange>): RecordChange => ({
  add: [],
  retract: [],
  prefer: {},
  ...some,
})

describe('the guard', () => {
  it('shows the preferred statement of a field and no other', async () => {
    const vault = new MemoryVault()
    const person = vault.put(
      vault
        .draft('person')
        .add('court', 'Kanarfirst', { grade: 'A1' })
        .add('court', 'Kanarchosen', { grade: 'E5' })
        .preferLast(),
    )
    const text = textOf(await vault.service().preview(request([person])))
    expect(text).toContain('Kanarchosen')
    expect(text).not.toContain('Kanarfirst')
  })

  it('prints nothing that was taken back', async () => {
    const vault = new MemoryVault()
    const person = vault.put(
      vault
        .draft('person')
        .add('court', 'Kanarback')
        .add('names', { text: 'Kanarname', lang: 'ru', type: 'court_ru' })
        .add('names', { text: 'Петро', lang: 'uk' }),
    )
    const [court, name] = personOf(vault, person).statements
    vault.write('person', person, change({ retract: [court?.id ?? '', name?.id ?? ''] as never }))
    const document = await vault.service().preview(request([person]))
    expect(textOf(document)).not.toContain('Kanar')
    expect(document.withheld).toEqual([])
  })

  it('puts no less preferred statement in the place of one above the ceiling', async () => {
    const vault = new MemoryVault()
    const person = vault.put(
      vault
        .draft('person')
        .add('court', 'Kanaropen', { grade: 'D4', confidentiality: 'C0' })
        .add('court', 'Kanarclosed', { grade: 'A1', confidentiality: 'C2' }),
    )
    const document = await vault.service().preview(request([person]))
    expect(textOf(document)).not.toContain('Kanar')
    expect(document.withheld).toEqual([
      { person, group: 'case', field: 'court', why: 'confidentiality' },
    ])
  })

  it('keeps to the ceiling: C1 for bodies, C0 for the public', async () => {
    for (const [audience, highest] of [
      ['mediator', 'C1'],
      ['ua_body', 'C1'],
      ['echr', 'C1'],
      ['icc', 'C1'],
      ['wgad', 'C1'],
      ['special_procedures', 'C1'],
      ['icrc', 'C1'],
      ['public', 'C0'],
    ] as const)
      for (const confidentiality of CONFIDENTIALITY) {
        const vault = new MemoryVault()
        const person = vault.put(
          vault.draft('person').add('citizenship', 'Kanarstate', { confidentiality }),
        )
        const text = textOf(await vault.service().preview(request([person], { audience })))
        expect([audience, confidentiality, text.includes('Kanarstate')]).toEqual([
          audience,
          confidentiality,
          confidentiality <= highest,
        ])
      }
  })

  it('gives copies: what a page does to a value does not reach the record', () => {
    const vault = new MemoryVault()
    const person = vault.put(vault.draft('person').add('charges', { article: '278' }))
    const record = personOf(vault, person)
    const { cleared } = clear({ audience: 'mediator', today: TODAY }, record)
    const [charge] = cleared.all('charges')
    expect(charge).toEqual({ article: '278' })
    Object.assign(charge ?? {}, { article: 'other' })
    expect(record.statements[0]?.value).toEqual({ article: '278' })
  })

  it('tells a mediator and the public of no citizenship but those that were not imposed', async () => {
    for (const imposed of ['Российская Федерация', 'Росія', 'Russia', 'РФ', 'RF', 'Rusya']) {
      const vault = new MemoryVault()
      const person = vault.put(
        vault.draft('person').add('citizenship', 'Україна').add('citizenship', imposed),
      )
      for (const audience of ['mediator', 'public'] as const) {
        const document = await vault.service().preview(request([person], { audience }))
        expect(textOf(document)).toContain('Ukraine')
        expect(textOf(document)).not.toContain(`${imposed}"`)
        expect(document.withheld).toContainEqual(expect.objectContaining({ field: 'citizenship' }))
      }
      const toCourt = await vault.service().preview(request([person], { audience: 'echr' }))
      expect(textOf(toCourt)).toContain(imposed)
    }
  })

  it('looks the same for a value held back and for one not recorded', async () => {
    const page = async (withDiagnosis: boolean) => {
      const vault = new MemoryVault()
      const person = vault.draft('person').add('names', { text: 'Петро', lang: 'uk' })
      if (withDiagnosis) person.add('diagnosis', 'Kanardiagnosis').add('lawyer', 'Kanarlawyer')
      return textOf(await vault.service().preview(request([vault.put(person)])))
    }
    expect(await page(true)).toBe(await page(false))
  })
})

describe('a page', () => {
  const page = async (
    fill: (vault: MemoryVault) => ReturnType<MemoryVault['put']>,
    wanted = {},
  ) => {
    const vault = new MemoryVault()
    const document = await vault.service().preview(request([fill(vault)], wanted))
    return document.people[0]?.sections.flatMap((section) => section.lines) ?? []
  }
  const value = (lines: readonly { label: string; value: string }[], label: string) =>
    lines.find((line) => line.label === label)?.value

  it('counts time in custody to the dossier’s date, from the arrest or else the first stay', async () => {
    const counted = await page((vault) =>
      vault.put(vault.draft('person').add('arrestDate', '2019-03-27').add('status', 'remand')),
    )
    expect(value(counted, 'Time in custody')).toBe('7 years 7 months 27 days')
    const fromStay = await page((vault) => {
      const person = vault.put(vault.draft('person').add('status', 'remand'))
      for (const from of ['2024-05', '2021-02', '2023'])
        vault.put(vault.draft('stay').add('person', person).add('from', from))
      return person
    })
    expect(value(fromStay, 'Time in custody')).toBe('about 5 years 9 months')
  })

  it('counts no time for somebody who is not held', async () => {
    for (const status of ['released_term', 'exchanged', 'died', 'disappeared'] as const) {
      const lines = await page((vault) =>
        vault.put(vault.draft('person').add('arrestDate', '2019-03-27').add('status', status)),
      )
      expect(value(lines, 'Time in custody')).toBeUndefined()
    }
  })

  it('says released where somebody was exchanged, except to a body of Ukraine', async () => {
    const fill = (vault: MemoryVault) =>
      vault.put(vault.draft('person').add('status', 'exchanged').add('sex', 'female'))
    expect(value(await page(fill), 'Status')).toBe('released')
    expect(value(await page(fill, { language: 'uk' }), 'Статус')).toBe('звільнена')
    expect(value(await page(fill, { language: 'tr' }), 'Durum')).toBe('serbest bırakıldı')
    expect(value(await page(fill, { audience: 'ua_body', language: 'uk' }), 'Статус')).toBe(
      'обміняна',
    )
  })

  it('names the facility of the newest stay, in the dossier’s language where it is known', async () => {
    const fill = (vault: MemoryVault) => {
      const place = (uk: string, en: string, region: string) =>
        vault.put(
          vault
            .draft('facility')
            .add('names', { text: uk, lang: 'uk' })
            .add('names', { text: en, lang: 'en' })
            .add('region', region),
        )
      const old = place('СІЗО-1', 'SIZO-1', 'Республика Крым, РФ')
      const now = place('Тюрма', 'Prison', 'Владимирская область')
      const person = vault.put(vault.draft('person').add('sex', 'male'))
      vault.put(vault.draft('stay').add('person', person).add('facility', now).add('from', '2021'))
      vault.put(
        vault.draft('stay').add('person', person).add('facility', old).add('from', '2019-03'),
      )
      return person
    }
    const english = await page(fill)
    expect(value(english, 'Held in')).toBe('Prison')
    expect(value(english, 'Region')).toBe('Vladimir region, RF')
    expect(value(english, 'Since')).toBe('2021')
    expect(value(english, 'Earlier')).toBeUndefined()
    expect(value(await page(fill, { language: 'uk' }), 'Де утримують')).toBe('Тюрма')
    const toCourt = await page(fill, { audience: 'echr' })
    expect(value(toCourt, 'Earlier')).toBe('SIZO-1, March 2019 – …')
  })

  it('gives age and sex as grounds without a word on health', async () => {
    const lines = await page((vault) =>
      vault.put(
        vault
          .draft('person')
          .add('birthDate', '1966-11-23')
          .add('sex', 'female')
          .add('healthCategory', 'serious_illness_urgent')
          .add('diagnosis', 'Kanardiagnosis')
          .add('minorChildren', 3),
      ),
    )
    expect(value(lines, 'Grounds')).toBe('aged 60 or over; woman; serious illness, urgent')
    expect(value(lines, 'Minor children')).toBe('3 minor children')
    expect(JSON.stringify(lines)).not.toContain('Kanar')
  })

  it('takes charges and court from the case where the person’s record is silent', async () => {
    const lines = await page((vault) => {
      const itsCase = vault.put(
        vault.draft('case').add('charges', { article: '276' }).add('court', 'Лефортовский суд'),
      )
      return vault.put(vault.draft('person').add('case', itsCase))
    })
    expect(value(lines, 'Articles imputed')).toBe('Article 276: “espionage”')
    expect(value(lines, 'Court')).toBe('Лефортовский суд')
  })

  it('writes a sentence out', async () => {
    const lines = await page(
      (vault) =>
        vault.put(
          vault.draft('person').add('sentence', {
            years: 13,
            months: 6,
            regime: 'strict',
            prisonYears: 5,
            note: 'fine',
          }),
        ),
      { language: 'uk' },
    )
    expect(value(lines, 'Призначений строк')).toBe(
      '13 років 6 місяців, колонія суворого режиму, з них перші 5 років у в’язниці, fine',
    )
  })
})
