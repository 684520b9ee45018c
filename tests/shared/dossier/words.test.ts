import { describe, expect, it } from 'vitest'
import { AUDIENCES } from '../../../shared/dossier/audience.ts'
import { chargeInWords } from '../../../shared/dossier/charges.ts'
import { courtInWords } from '../../../shared/dossier/courts.ts'
import { DOSSIER_LANGUAGES } from '../../../shared/dossier/document.ts'
import { DOSSIER_WORDS } from '../../../shared/dossier/languages.ts'
import { isCrimean, regionInWords } from '../../../shared/dossier/places.ts'
import { PERSON_STATUS } from '../../../shared/model/kinds/person.ts'

/** Every text of a language, functions called with a number or a word. */
const texts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return [String(value(3, 7))]
  if (value && typeof value === 'object') return Object.values(value).flatMap(texts)
  return []
}

describe('the words of a dossier', () => {
  it('never speak of trade or of prisoners of war, but for the one status', () => {
    const trade =
      /swap|exchang|\bpow\b|prisoner of war|combatant|обмін|обмен|військовополон|военноплен|takas|savaş esiri|deñiş|arbiy esir/iu
    for (const language of DOSSIER_LANGUAGES) {
      const { status, ...others } = DOSSIER_WORDS[language]
      expect(texts(others).filter((text) => trade.test(text))).toEqual([])
      const rest = Object.entries(status).filter(([code]) => code !== 'exchanged')
      expect(texts(rest).filter((text) => trade.test(text) && text !== 'exchanged')).toEqual([])
    }
  })

  it('are written in the alphabet of the language', () => {
    for (const language of ['en', 'tr', 'crh'] as const)
      for (const text of texts(DOSSIER_WORDS[language]))
        expect(text).not.toMatch(/\p{Script=Cyrillic}/u)
    for (const text of texts(DOSSIER_WORDS.uk)) expect(text).not.toMatch(/[ыэъё]/iu)
    for (const text of texts(DOSSIER_WORDS.ru)) expect(text).not.toMatch(/[іїєґ]/iu)
  })

  it('name every status in every language differently from its code', () => {
    for (const language of ['uk', 'ru', 'tr', 'crh'] as const)
      for (const status of PERSON_STATUS) {
        for (const text of texts(DOSSIER_WORDS[language].status[status])) {
          expect(text).not.toBe('')
          expect(text).not.toBe(status)
        }
      }
  })
})

describe('a region', () => {
  it('of Crimea is Ukraine in every language, whatever its source wrote', () => {
    for (const recorded of [
      'Республика Крым, Россия',
      'Крим',
      'Qırım',
      'Kırım',
      'Republic of Crimea (RF)',
      'Симферополь',
      'Keriç',
      'KERCH',
      'Ялта',
      'Севастополь',
      'Sevastopol, Russian Federation',
      'Akyar',
    ])
      for (const language of DOSSIER_LANGUAGES) {
        const said = regionInWords(language, recorded)
        expect(said).toContain(DOSSIER_WORDS[language].ukraine)
        expect(said).not.toMatch(/RF|РФ|росс|рос|russ/iu)
      }
  })

  it('that is not known stays as recorded', () => {
    expect(regionInWords('tr', 'Магаданская область')).toBe('Магаданская область')
    expect(isCrimean('Ростовская область')).toBe(false)
  })
})

describe('a court', () => {
  it('of the occupation stands in quotation marks, except before those who pass the paper on', () => {
    for (const recorded of ['Верховный суд Республики Крым', 'Керченский городской суд']) {
      for (const audience of AUDIENCES) {
        const { text } = courtInWords('uk', audience, recorded)
        const quoted = text.startsWith('«') && text.endsWith('»')
        expect(quoted).toBe(audience !== 'mediator' && audience !== 'icrc')
      }
    }
  })

  it('of Russia proper has none', () => {
    expect(courtInWords('en', 'echr', 'Южный окружной военный суд')).toEqual({
      text: 'Southern District Military Court, Rostov-on-Don',
      known: true,
    })
    expect(courtInWords('en', 'echr', 'Лефортовский суд')).toEqual({
      text: 'Лефортовский суд',
      known: false,
    })
  })
})

describe('a charge', () => {
  it('is read in the ways people write an article', () => {
    const expected =
      'Article 205.5 part 2: “taking part in the activity of an organisation declared terrorist”'
    for (const article of [
      '205.5 ч. 2',
      '205.5 ч.2 УК РФ',
      'ст. 205.5, ч. 2',
      'ч. 2 ст. 205.5',
      '205.5 p2',
      'Article 205.5 part 2',
    ])
      expect(chargeInWords('en', { article })).toBe(expected)
  })

  it('says preparation with the article it belongs to', () => {
    expect(chargeInWords('uk', { article: '30 ч. 1, 278' })).toBe(
      'ч. 1 ст. 30, ст. 278: «готування: насильницьке захоплення влади»',
    )
  })

  it('keeps what it cannot read, with the caption in quotation marks', () => {
    expect(chargeInWords('tr', { article: 'п. «а» ч. 2 ст. 281', caption: 'Диверсия' })).toBe(
      'п. «а» ч. 2 ст. 281: “Диверсия”',
    )
    expect(chargeInWords('en', { article: '999', caption: 'Caption' })).toBe(
      'Article 999: “Caption”',
    )
    expect(chargeInWords('en', { article: '999' })).toBe('Article 999')
  })
})
