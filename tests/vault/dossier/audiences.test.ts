/**
 * The matrix of who reads what, written out a second time from the practice it follows: every field of every kind is
 * given a value that can be recognised, and must appear exactly where the matrix says so. A field added to the model
 * is in this test from that moment; a group of fields without a row here does not compile.
 */
import { describe, expect, it } from 'vitest'
import { AUDIENCES, type Audience } from '../../../shared/dossier/audience.ts'
import type { DossierDocument } from '../../../shared/dossier/document.ts'
import { WORDS_EN } from '../../../shared/dossier/words.en.ts'
import { DISCLOSURE_GROUPS, type DisclosureGroup } from '../../../shared/model/disclosure.ts'
import type { Field } from '../../../shared/model/field.ts'
import { fieldsOf } from '../../../shared/model/model.ts'
import type { Draft } from '../../support/generator/draft.ts'
import { MemoryVault, request, textOf } from './memoryVault.ts'

// biome-ignore format: a table is read by its columns
const EXPECTED: Readonly<Record<DisclosureGroup, string>> = {
  // M mediator, U Ukrainian body, E European Court, I prosecutors, W arbitrary detention, S special procedures, R ICRC,
  // P public; a capital letter: the value appears; a small one: a rough form of it; none: nothing.
  names: 'MUEIR',
  birth_date: 'MUEIWsRp',
  id_documents: '',
  citizenship: 'MUEIWSRP',
  ethnicity_religion: 'U',
  profession: 'UEIWSP',
  photo: '',
  address: '',
  arrest: 'MUEIWSRP',
  case: 'MUEIWSrP',
  custody: 'MUEIWSR',
  lawyer: 'E',
  lawyer_notes: '',
  health_category: 'MUEIWSR',
  diagnosis: '',
  torture: '',
  sexual_violence: '',
  perpetrators: 'EIWS',
  witness_identity: '',
  relatives: '',
  minors_count: 'MUWS',
  affiliations: '',
  exchange_wish: '',
  previous_lists: 'mU',
  request: 'MUEIWSRP',
  source: 'MUI',
  evidence: '',
  internal: '',
}
const LETTERS: Readonly<Record<Audience, string>> = {
  mediator: 'M',
  ua_body: 'U',
  echr: 'E',
  icc: 'I',
  wgad: 'W',
  special_procedures: 'S',
  icrc: 'R',
  public: 'P',
}

/** What a mediator's page consists of; any other field stays back although its group may be told. */
const MEDIATOR = new Set([
  ...['names', 'status', 'sex', 'birthDate', 'citizenship', 'arrestDate', 'case', 'charges'],
  ...['court', 'verdictDate', 'sentence', 'termEnd', 'healthCategory', 'minorChildren'],
  ...['previousLists', 'request'],
])
/** Fields of allowed groups that the last seen of a tracing request and a coarse status leave out. */
const NOT_FOR_ICRC = new Set(['arrestedBy'])

/** For each field a value that cannot be in the text by chance, and how it looks there. */
function canary(name: string, field: Field): { value: unknown; shown: string | null } {
  const word = `Kanar${name.toLowerCase()}`
  switch (field.type) {
    case 'text':
    case 'longText':
      return { value: word, shown: word }
    case 'name':
      return { value: { text: word, lang: 'ru', type: 'court_ru' }, shown: word }
    case 'date': {
      // A year of its own for each date.
      const year = 1900 + (([...name].reduce((sum, c) => sum + c.charCodeAt(0), 0) * 7) % 99)
      return { value: `${year}-04-03`, shown: `3 April ${year}` }
    }
    case 'charge':
      return { value: { article: word }, shown: word }
    case 'sentence':
      return { value: { years: 61, months: 0 }, shown: '61 years' }
    case 'listEntry':
      return { value: { list: word, date: '1907' }, shown: word }
    case 'number':
      return { value: 77, shown: '77 minor children' }
    case 'enum':
      return { value: field.values?.[0], shown: enumWords(name, field) }
    case 'boolean':
      return { value: true, shown: null }
    case 'ref':
    case 'claim':
    case 'bodyMark':
    case 'consentScope':
    case 'labelWords':
    case 'custom':
      return { value: undefined, shown: null }
  }
}

/** An enum is recognised by its label, since its words can stand elsewhere too. */
const enumWords = (name: string, field: Field): string | null =>
  field.disclosure === 'internal'
    ? null
    : ((WORDS_EN.fields as Record<string, string>)[name] ?? null)

const FIELDS = fieldsOf('person').filter(([, field]) => field.type !== 'ref')

async function documentWith(audience: Audience, name: string, field: Field) {
  const vault = new MemoryVault()
  const person = vault.draft('person') as unknown as Draft<'person'>
  const { value } = canary(name, field)
  person.add(name as 'note', value as string, { confidentiality: 'C0' })
  const id = vault.put(person)
  return vault.service().preview(request([id], { audience }))
}

const mayAppear = (audience: Audience, name: string, field: Field): boolean => {
  if (!EXPECTED[field.disclosure].includes(LETTERS[audience])) return false
  if (audience === 'mediator') return MEDIATOR.has(name)
  return !(audience === 'icrc' && NOT_FOR_ICRC.has(name))
}

describe('every field of a person before every audience', () => {
  it('has a row for every group', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual([...DISCLOSURE_GROUPS].sort())
  })

  for (const audience of AUDIENCES) {
    it(`${audience} reads what the matrix says and no more`, async () => {
      for (const [name, field] of FIELDS) {
        const { shown } = canary(name, field)
        const document = await documentWith(audience, name, field)
        const text = textOf(document)
        const allowed = mayAppear(audience, name, field)
        const rough = EXPECTED[field.disclosure].includes(LETTERS[audience].toLowerCase())
        const held = document.withheld.filter((one) => one.field === name)
        if (shown === null) expect([name, text.includes('Kanar')]).toEqual([name, false])
        else if (!rough || allowed) expect([name, text.includes(shown)]).toEqual([name, allowed])
        else if (field.type !== 'enum') expect([name, text.includes(shown)]).toEqual([name, false])
        // What does not appear is told to the one who issues, with a reason.
        if (!allowed) expect([name, held.length]).toEqual([name, 1])
      }
    })
  }
})

describe('rough forms', () => {
  const preview = async (
    audience: Audience,
    fill: (person: Draft<'person'>) => void,
  ): Promise<DossierDocument> => {
    const vault = new MemoryVault()
    const person = vault.draft('person')
    fill(person)
    return vault.service().preview(request([vault.put(person)], { audience }))
  }
  const c0 = { confidentiality: 'C0' } as const

  it('tell the public a year of birth and special procedures an age', async () => {
    const fill = (person: Draft<'person'>) => person.add('birthDate', '1979-04-03', c0)
    const open = await preview('public', fill)
    expect(textOf(open)).toContain('1979')
    expect(textOf(open)).not.toContain('April')
    expect(open.withheld).toContainEqual(
      expect.objectContaining({ field: 'birthDate', why: 'generalised' }),
    )
    const special = await preview('special_procedures', fill)
    expect(textOf(special)).toContain('"47"')
    expect(textOf(special)).not.toContain('1979')
  })

  it('tell a mediator the years of earlier lists and not who was asked', async () => {
    const text = textOf(
      await preview('mediator', (person) => {
        person.add('previousLists', { list: 'Handed to an embassy', date: '2018-05-02' }, c0)
        person.add('previousLists', { list: 'Another', date: '2021' }, c0)
      }),
    )
    expect(text).toContain('2018, 2021')
    expect(text).not.toMatch(/embassy|Another|May/)
  })

  it('tell the tracing agency whether somebody is held and no sentence', async () => {
    const text = textOf(
      await preview('icrc', (person) => {
        person.add('status', 'serving_colony', c0)
        person.add('sentence', { years: 13, months: 0 }, c0)
        person.add('charges', { article: '278' }, c0)
      }),
    )
    expect(text).toContain('deprived of liberty')
    expect(text).not.toMatch(/colony|13 years|278/)
  })
})

describe('linked records', () => {
  const build = (confidentiality: 'C0' | 'C1') => {
    const vault = new MemoryVault()
    const basis = { confidentiality } as const
    const source = vault.put(
      vault
        .draft('source')
        .add('title', 'Kanarsource', basis)
        .add('type', 'article', basis)
        .add('isPublic', true),
    )
    const hidden = vault.put(
      vault
        .draft('source')
        .add('title', 'Kanarinterview')
        .add('type', 'interview')
        .add('isPublic', true),
    )
    const quiet = vault.put(
      vault
        .draft('source')
        .add('title', 'Kanarquiet')
        .add('type', 'article')
        .add('isPublic', false),
    )
    const itsCase = vault.put(
      vault
        .draft('case')
        .add('label', 'Kanarlabel', basis)
        .add('court', 'Kanarcourt', basis)
        .add('caseNumber', 'Kanarnumber', basis)
        .add('judges', 'Kanarjudge', basis)
        .add('note', 'Kanarcasenote', basis),
    )
    const facility = vault.put(
      vault
        .draft('facility')
        .add('names', { text: 'Kanarfacility', lang: 'en' }, basis)
        .add('region', 'Kanarregion', basis)
        .add('address', 'Kanaraddress', basis)
        .add('aliases', 'Kanaralias', basis),
    )
    const person = vault.put(
      vault
        .draft('person')
        .add('names', { text: 'Petro', lang: 'uk' }, { source, ...basis })
        .add('sex', 'male', { source: hidden, ...basis })
        .add('status', 'remand', { source: quiet, ...basis })
        .add('case', itsCase, basis),
    )
    vault.put(
      vault
        .draft('stay')
        .add('person', person, basis)
        .add('facility', facility, basis)
        .add('from', '1931-04-03', basis)
        .add('unit', 'Kanarunit', basis),
    )
    vault.put(
      vault
        .draft('incident')
        .add('people', person, basis)
        .add('description', 'Kanartorture', basis)
        .add('perpetrators', 'Kanarperpetrator', basis)
        .add('place', 'Kanarplace', basis),
    )
    vault.put(
      vault.draft('evidence').add('title', 'Kanarevidence', basis).add('about', person, basis),
    )
    vault.put(
      vault.draft('witness').add('codeName', 'Kanarcode', basis).add('about', person, basis),
    )
    return { vault, person }
  }
  const words = async (audience: Audience, confidentiality: 'C0' | 'C1') => {
    const { vault, person } = build(confidentiality)
    const document = await vault.service().preview(request([person], { audience }))
    return [...new Set(textOf(document).match(/Kanar[a-z]+/g))].sort()
  }
  const always = ['Kanarcourt', 'Kanarfacility', 'Kanarregion']

  it('give each audience its own share', async () => {
    const justice = [
      ...always,
      'Kanarjudge',
      'Kanarlabel',
      'Kanarnumber',
      'Kanarperpetrator',
    ].sort()
    expect(await words('mediator', 'C0')).toEqual([...always, 'Kanarsource'])
    expect(await words('echr', 'C0')).toEqual(justice)
    expect(await words('icc', 'C0')).toEqual([...justice, 'Kanarsource'])
    expect(await words('wgad', 'C0')).toEqual(justice)
    expect(await words('icrc', 'C0')).toEqual(['Kanarfacility', 'Kanarregion'])
    expect(await words('public', 'C0')).toEqual(['Kanarcourt', 'Kanarlabel', 'Kanarnumber'])
  })

  it('of an internal level reach no public text and name no source', async () => {
    expect(await words('public', 'C1')).toEqual([])
    expect(await words('mediator', 'C1')).toEqual(always)
  })
})
