import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, foldWords, nameTokens } from '../../../shared/names/fold.ts'

const skeleton = (name: string): string =>
  nameTokens(name)
    .map((token) => token.skeleton)
    .join(' ')

/** One invented name, written in the scripts and by the systems that documents and the press use. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  'дж, c, dzh, j, dž, ж': [
    'Джелятаєв',
    'Джелятаев',
    'Celâtayev',
    'Celatayev',
    'Dzheliataiev',
    'Dzhelyatayev',
    'Dželâtaev',
    'Jelyatayev',
    'Celâtaev',
  ],
  'ч, ç, ch, č': ['Чобанчик', 'Çobançıq', 'Çobançik', 'Chobanchyk', 'Chobanchik', 'Čobančik'],
  'ш, ş, sh, š': ['Шемшедін', 'Шемшедин', 'Şemşedin', 'Shemshedin', 'Šemšedin'],
  'щ, şç, shch': ['Щавенко', 'Shchavenko', 'Şçavenko', 'Ŝavenko'],
  'г, х, h, kh, ğ, gh': [
    'Хафурахієв',
    'Гафурагиев',
    'Hafurahiyev',
    'Khafurakhiiev',
    'Ğafurağiyev',
    'Ghafuraghiyev',
  ],
  'къ, q, k': ['Къоркъуман', 'Qorquman', 'Коркуман', 'Korkuman'],
  'гъ, нъ with their signs or a soft sign': ['Гъурнъез', 'Гьурньез', 'Ğurñez', 'Gurnez'],
  'я, â, ya, ia': ['Лятімєв', 'Latimev', 'Lâtimyev', 'Lyatimyev', 'Liatimiev', 'Liatimiiev'],
  'ю, ü, yu, iu, у': ['Люмар', 'Lümar', 'Lyumar', 'Liumar', 'Lumar'],
  'ö and o': ['Ömerar', 'Omerar', 'Омерар'],
  'и, і, ї, й, ы, ı, y': ['Біринїч', 'Биринич', 'Бырыныч', 'Birinich', 'Byrynych', 'Bırınıç'],
  'є, е, ye, ie after a vowel': [
    'Зейтуляєв',
    'Зейтуляев',
    'Zeytulyayev',
    'Zeituliaiev',
    'Zeitulyaev',
    'Zeytulâyev',
  ],
  'doubled letters': ['Абдуллаєв', 'Абдулаєв', 'Abdullayev', 'Abdulaev'],
  'apostrophes and soft signs': [
    "Зекір'ярев",
    'Зекір’ярев',
    'Зекірьярев',
    'Zekiryarev',
    'Zekiriarev',
    'Zekir’iarev',
  ],
  'capitals with and without a dot': ['İLMİYAN', 'ILMIYAN', 'İlmiyan', 'Ilmiyan', 'Ільміян'],
  's and h of two syllables': ['Ісхакан', 'Исхакан', 'İshaqan', 'Iskhakan'],
  'sh before a': ['Шакаренко', 'Shakarenko', 'Şakarenko'],
  'German, Polish, French': ['Шеламязов', 'Schelamjazow', 'Szelamjazow', 'Shelamiazov'],
  'ou and u': ['Юнусаров', 'Iounousarov', 'Junusarow'],
  'х, ch and kh': ['Хасибаров', 'Chasibarow', 'Khasibarov'],
  'what a scanner and a lost letter leave': [
    'Меляртовар',
    'Меларт0вар',
    'Me1artovar',
    'Melartovar',
  ],
  'signs that take no room': ['Хаси\u00adбаров', 'Хасибаров', 'Kha\u200bsibarov'],
  '-off and -ov': ['Керимов', 'Kerimov', 'Kerimoff', 'Kerimow'],
  'composed and decomposed letters': [
    'Чийгор',
    'Çıygor',
    'Çıygor'.normalize('NFD'),
    'Чийгор'.normalize('NFD'),
  ],
}

describe('a skeleton', () => {
  for (const [what, spellings] of Object.entries(SAME)) {
    it(`is the same for ${what}`, () => {
      expect(new Set(spellings.map(skeleton)), spellings.join(', ')).toHaveProperty('size', 1)
      expect(skeleton(spellings[0] ?? '')).not.toBe('')
    })
  }

  it('differs for names that differ', () => {
    const names = [
      'Аметов',
      'Омеров',
      'Умеров',
      'Бекіров',
      'Берберов',
      'Муслім',
      'Муса',
      'Сейран',
      'Сейрам',
    ]
    expect(new Set(names.map(skeleton)).size).toBe(names.length)
  })

  it('has only small Latin letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const token of nameTokens(text)) expect(token.skeleton).toMatch(/^[a-z]+$/)
      }),
    )
  })
})

describe('the parts of a name', () => {
  it('are split at blanks, hyphens, brackets and points', () => {
    const parts = (name: string) => nameTokens(name).map(({ word }) => word)
    expect(parts('Емір-Усеїн (Руслан) Р. Пробний')).toEqual([
      'емір',
      'усеін',
      'руслан',
      'р',
      'пробнии',
    ])
  })

  it('leave out particles', () => {
    for (const name of [
      'Теймур Рза оглу',
      'Теймур Рза оглы',
      'Teymur Rza oğlu',
      'Teymur Rza ogly',
    ]) {
      expect(skeleton(name)).toBe('teimur rza')
    }
    expect(skeleton('Sevil Rza qızı')).toBe('sevil rza')
    expect(skeleton('Севіль Рза кизи')).toBe('sevil rza')
  })

  it('lose a case ending after an apostrophe, and only that', () => {
    for (const name of ["Celâl'in", "Celâl'e", 'Celâl’den', "Celâl'ni", "Celâl'ge"])
      expect(skeleton(name), name).toBe('celal')
    expect(skeleton("Ümerova'nın")).toBe('umerova')
    expect(skeleton("Mel'nyk")).toBe('melnik')
    expect(skeleton("Темер'янов")).toBe('temeranov')
  })

  it('are none in what is no name', () => {
    for (const text of ['', ' ', '—', '123', '…']) expect(nameTokens(text)).toEqual([])
  })
})

describe('folded words', () => {
  it('have no case, marks or apostrophes, and keep their script', () => {
    expect(foldWords("Зв'язок, ЗВ’ЯЗОК; İstanbul Şükrü-Bey Ёлка № 205.5")).toEqual([
      ...['звязок', 'звязок', 'istanbul', 'sukru', 'bey', 'елка', '205', '5'],
    ])
    expect(foldWords('ISPARTA ısparta Straße')).toEqual(['isparta', 'isparta', 'strasse'])
  })

  it('are the same for composed and decomposed letters, and folding them again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldWords(text.normalize('NFD')).join('')).toBe(
          foldWords(text.normalize('NFC')).join(''),
        )
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
      { numRuns: 1000 },
    )
  })

  it('are all there in a long text', () => {
    const long = 'Довгий текст. '.repeat(5000)
    expect(foldWords(long)).toHaveLength(10_000)
    expect(new Set(foldWords(long))).toEqual(new Set(['довгии', 'текст']))
  })
})
