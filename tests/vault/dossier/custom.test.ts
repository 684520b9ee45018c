/** What a dossier prints of the fields that a team defined: nothing, but for the audiences that a definition names. */
import { describe, expect, it } from 'vitest'
import { AUDIENCES, type Audience } from '../../../shared/dossier/audience.ts'
import { DOSSIER_LANGUAGES } from '../../../shared/dossier/document.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { customFieldName } from '../../../shared/model/custom.ts'
import type { Confidentiality } from '../../../shared/model/field.ts'
import type { RecordChange, StatementInput } from '../../../shared/model/statement.ts'
import { MemoryVault, request, textOf } from './memoryVault.ts'

const adding = (field: string, value: unknown, confidentiality: Confidentiality = 'C0') =>
  ({ field, value, source: null, grade: 'A1', asOf: null, confidentiality }) as StatementInput
const change = (...add: StatementInput[]): RecordChange => ({ add, retract: [], prefer: {} })

class Case {
  readonly vault = new MemoryVault()
  readonly definition: RecordId
  readonly field: string
  readonly person: RecordId

  constructor(said: Readonly<Record<string, readonly unknown[]>> = {}, value: unknown = 'Kanarka') {
    const draft = this.vault.draft('customField')
    const whole = {
      ...{ label: [{ en: 'Kanarlabel' }], belongsTo: ['person'], type: ['text'] },
      ...said,
    }
    for (const [field, values] of Object.entries(whole))
      for (const each of values) draft.add(field as 'explanation', each as string)
    this.definition = this.vault.put(draft)
    this.field = customFieldName(this.definition)
    this.person = this.vault.put(this.vault.draft('person').add('court', 'Суд'))
    this.vault.write('person', this.person, change(adding(this.field, value)))
  }

  preview(audience: Audience, language: 'en' | 'uk' = 'en') {
    return this.vault.service().preview(request([this.person], { audience, language }))
  }
}

describe('a field that the team defined', () => {
  it('is in no dossier by default, whoever reads it and in whatever language, and is listed as held back', async () => {
    const made = new Case()
    for (const audience of AUDIENCES) {
      for (const language of DOSSIER_LANGUAGES) {
        const document = await made.vault
          .service()
          .preview(request([made.person], { audience, language }))
        expect(textOf(document), audience).not.toContain('Kanar')
        expect(document.withheld).toContainEqual({
          ...{ person: made.person, group: 'internal', field: made.field, why: 'audience' },
        })
      }
    }
  })

  it('is printed for the audience that its definition names, and for no other', async () => {
    for (const meant of AUDIENCES) {
      const made = new Case({ audiences: [meant] })
      for (const audience of AUDIENCES) {
        const text = textOf(await made.preview(audience))
        expect(text.includes('Kanarka'), `${meant} read by ${audience}`).toBe(audience === meant)
        expect(text.includes('Kanarlabel')).toBe(audience === meant)
      }
    }
  })

  it('is printed for nobody any more once the audience is taken back, the field retired, or its definition gone', async () => {
    const takeBack = (made: Case, field: string) => {
      const said = made.vault.store.get(made.definition)?.statements ?? []
      const retract = said.filter((each) => each.field === field).map(({ id }) => id)
      made.vault.write('customField', made.definition, { add: [], retract, prefer: {} })
    }
    const taken = new Case({ audiences: ['icc'] })
    takeBack(taken, 'audiences')
    const unnamed = new Case({ audiences: ['icc'] })
    takeBack(unnamed, 'label')
    const retired = new Case({ audiences: ['icc'] })
    retired.vault.write('customField', retired.definition, change(adding('retired', true)))
    for (const each of [taken, unnamed, retired])
      expect(textOf(await each.preview('icc'))).not.toContain('Kanar')
  })

  it('stays back above the audience’s ceiling although the audience is named', async () => {
    for (const [level, isPrinted] of [
      ['C0', true],
      ['C1', true],
      ['C2', false],
      ['C3', false],
      ['C4', false],
    ] as const) {
      const made = new Case({ audiences: ['icc'] })
      const other = made.vault.put(made.vault.draft('person'))
      made.vault.write('person', other, change(adding(made.field, 'Kanarother', level)))
      const document = await made.vault.service().preview(request([other], { audience: 'icc' }))
      expect(textOf(document).includes('Kanarother'), level).toBe(isPrinted)
      if (!isPrinted) expect(document.withheld.map(({ why }) => why)).toEqual(['confidentiality'])
    }
  })

  it('is printed of a person alone: not of a case or a facility that stands on the page', async () => {
    const made = new MemoryVault()
    const draft = made.draft('customField')
    draft.add('label', { en: 'Kanarlabel' }).add('belongsTo', 'case').add('type', 'text')
    for (const each of AUDIENCES) draft.add('audiences', each)
    const field = customFieldName(made.put(draft))
    const itsCase = made.put(made.draft('case').add('label', 'Справа'))
    made.write('case', itsCase, change(adding(field, 'Kanarka')))
    const person = made.put(made.draft('person').add('case', itsCase))
    for (const audience of AUDIENCES) {
      const document = await made.service().preview(request([person], { audience }))
      expect(textOf(document)).not.toContain('Kanar')
    }
  })

  it('does not take a field of another kind, or of no definition, for one that may leave', async () => {
    const made = new Case({ audiences: AUDIENCES })
    const nobodys = customFieldName('e'.repeat(32) as RecordId)
    const record = made.vault.store.get(made.person)
    const statement = record?.statements.find(({ field }) => field === made.field)
    const forged = { ...record, statements: [{ ...statement, field: nobodys }] }
    const service = made.vault.service({
      records: {
        get: (id: RecordId) => (id === made.person ? forged : made.vault.store.get(id)) as never,
        all: () => made.vault.store.all(),
      },
    })
    const document = await service.preview(request([made.person], { audience: 'icc' }))
    expect(textOf(document)).not.toContain('Kanar')
  })

  it('has its label and its value read through for what no dossier may say', async () => {
    const said = { audiences: ['icc'], label: [{ en: 'Told by Vyhadchenko Lykera' }] }
    for (const made of [
      new Case(said),
      new Case({ audiences: ['icc'] }, 'від Ликери Вигадченко'),
    ]) {
      const name = { text: 'Вигадченко Ликера', lang: 'uk' as const, surname: 'Вигадченко' }
      made.vault.put(made.vault.draft('relation').add('otherName', { ...name, given: 'Ликера' }))
      const { leaks } = await made.preview('icc')
      expect(leaks).toEqual([{ person: made.person, field: made.field }])
    }
  })

  it('has its telephones looked for where it may not be read', async () => {
    const made = new Case({}, 'дзвонити +380 00 765 43 21')
    made.vault.write('person', made.person, change(adding('court', 'Суд, тел. (00) 7654321')))
    const { leaks } = await made.preview('mediator')
    expect(leaks.map(({ field }) => field)).toEqual(['court'])
  })

  it('is printed in the dossier’s language: its name, a date, yes or no, a value of a list', async () => {
    const label = [{ en: 'Kanarlabel', uk: 'Канарка' }]
    const lines = async (said: Readonly<Record<string, readonly unknown[]>>, value: unknown) => {
      const made = new Case({ label, audiences: ['icc'], ...said }, value)
      const { people } = await made.preview('icc', 'uk')
      return people[0]?.sections.flatMap((section) => section.lines) ?? []
    }
    expect(await lines({ type: ['date'] }, '2019-03-27')).toContainEqual({
      ...{ label: 'Канарка', value: '27 березня 2019' },
    })
    expect(await lines({ type: ['boolean'] }, true)).toContainEqual({
      ...{ label: 'Канарка', value: 'так' },
    })
    const vault = new MemoryVault()
    const list = vault.put(
      vault
        .draft('valueList')
        .add('label', { en: 'x' })
        .add('choices', { code: 'a', en: 'calm', uk: 'спокій' }),
    )
    const definition = vault.put(
      vault
        .draft('customField')
        .add('label', { en: 'Kanarlabel', uk: 'Канарка' })
        .add('belongsTo', 'person')
        .add('type', 'choice')
        .add('list', list)
        .add('audiences', 'icc'),
    )
    const person = vault.put(vault.draft('person'))
    vault.write('person', person, change(adding(customFieldName(definition), 'a')))
    const wanted = { audience: 'icc', language: 'uk' } as const
    const document = await vault.service().preview(request([person], wanted))
    expect(document.people[0]?.sections.flatMap((section) => section.lines)).toEqual([
      { label: 'Канарка', value: 'спокій' },
    ])
  })
})
