/** Proceedings on a person's page: every stage in its order, for those who read of courts, and nothing of another defendant. */
import { describe, expect, it } from 'vitest'
import { AUDIENCES, type Audience } from '../../../shared/dossier/audience.ts'
import type { DossierLanguage } from '../../../shared/dossier/document.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { Confidentiality } from '../../../shared/model/field.ts'
import { MemoryVault, request, textOf } from './memoryVault.ts'

class Tried {
  readonly vault = new MemoryVault()
  readonly person = this.vault.put(this.vault.draft('person').add('court', 'Суд'))
  readonly other = this.vault.put(
    this.vault.draft('person').add('names', { text: 'Kanarother Somebody', lang: 'en' }),
  )

  proceeding(defendants: readonly RecordId[], confidentiality: Confidentiality = 'C0'): RecordId {
    const basis = { confidentiality }
    const draft = this.vault
      .draft('proceeding')
      .add('stage', 'appeal', basis)
      .add('court', 'Kanarcourt', basis)
      .add('number', '55-1/2021', basis)
      .add('openedOn', '2021-05-03', basis)
      .add('decidedOn', '2021-06-05', basis)
      .add('outcome', 'reduced', basis)
      .add('sentence', { years: 12, months: 0 }, basis)
      .add('judges', 'Kanarjudge', basis)
      .add('note', 'Kanarnote', basis)
    for (const each of defendants) draft.add('defendants', each, basis)
    return this.vault.put(draft)
  }

  preview(audience: Audience, language: DossierLanguage = 'en') {
    return this.vault.service().preview(request([this.person], { audience, language }))
  }

  async lines(audience: Audience, label: string, language: DossierLanguage = 'en') {
    const { people } = await this.preview(audience, language)
    const all = people.flatMap(({ sections }) => sections.flatMap(({ lines }) => lines))
    return all.filter((line) => line.label === label).map(({ value }) => value)
  }
}

describe('a proceeding', () => {
  it('is told with its court, number, dates, outcome and sentence, in the dossier’s language', async () => {
    const tried = new Tried()
    tried.proceeding([tried.person])
    expect(await tried.lines('echr', 'Stage')).toEqual([
      'appeal: Kanarcourt, 55-1/2021, 3 May 2021 – 5 June 2021, sentence reduced, 12 years',
    ])
    const [turkish] = await tried.lines('wgad', 'Aşama', 'tr')
    expect(turkish).toContain('istinaf: Kanarcourt')
    expect(turkish).toContain('ceza azaltıldı')
  })

  it('stands after those that began before it', async () => {
    const tried = new Tried()
    tried.proceeding([tried.person])
    tried.vault.put(
      tried.vault
        .draft('proceeding')
        .add('defendants', tried.person)
        .add('stage', 'first_instance')
        .add('decidedOn', '2020-12')
        .add('outcome', 'convicted'),
    )
    tried.vault.put(
      tried.vault.draft('proceeding').add('defendants', tried.person).add('stage', 'cassation'),
    )
    const told = await tried.lines('icc', 'Stage')
    expect(told.map((each) => each.split(':')[0])).toEqual([
      ...['first instance', 'appeal', 'cassation'],
    ])
  })

  it('is told to nobody whose page has no place for it, and to the public only where it is public', async () => {
    for (const confidentiality of ['C0', 'C1', 'C2'] as const) {
      const tried = new Tried()
      tried.proceeding([tried.person], confidentiality)
      for (const audience of AUDIENCES) {
        const text = textOf(await tried.preview(audience))
        const isTold =
          audience !== 'mediator' &&
          audience !== 'icrc' &&
          (confidentiality === 'C0' || (confidentiality === 'C1' && audience !== 'public'))
        expect(text.includes('Kanarcourt'), `${audience} ${confidentiality}`).toBe(isTold)
        expect(text).not.toContain('Kanarnote')
      }
    }
  })

  it('says of several defendants nothing that may be another’s', async () => {
    const tried = new Tried()
    tried.proceeding([tried.person, tried.other])
    const document = await tried.preview('echr')
    expect(textOf(document)).toContain('Kanarcourt')
    expect(textOf(document)).not.toContain('12 years')
    expect(textOf(document)).not.toContain('Kanarother')
    expect(document.leaks).toEqual([])
  })

  it('of somebody else is on no page', async () => {
    const tried = new Tried()
    tried.proceeding([tried.other])
    for (const audience of AUDIENCES)
      expect(textOf(await tried.preview(audience))).not.toContain('Kanar')
  })

  it('has its judges named where a consent of every defendant lets them be', async () => {
    const tried = new Tried()
    tried.proceeding([tried.person, tried.other])
    const consent = (subject: RecordId) =>
      tried.vault.put(
        tried.vault
          .draft('consent')
          .add('subject', subject)
          .add('givenBy', 'self')
          .add('date', '2025')
          .add('scope', { audience: 'ua_body', data: 'perpetrators', level: 'named_confidential' }),
      )
    const isNamed = async () => textOf(await tried.preview('ua_body')).includes('Kanarjudge')
    expect(await isNamed()).toBe(false)
    consent(tried.person)
    expect(await isNamed()).toBe(false)
    consent(tried.other)
    expect(await isNamed()).toBe(true)
    expect(textOf(await tried.preview('echr'))).toContain('Kanarjudge')
  })
})
