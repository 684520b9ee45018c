/** The search for protected names and numbers: what must be found, in every script, and what must not stop a list. */
import { describe, expect, it } from 'vitest'
import type { DossierRequest } from '../../../shared/dossier/document.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { Name } from '../../../shared/model/values.ts'
import { generateVault } from '../../support/generator/generate.ts'
import { MemoryVault, request } from './memoryVault.ts'

const WITNESS: Name = {
  text: 'Алтинфенерова Зарема Енверівна',
  lang: 'uk',
  type: 'passport_ua',
  surname: 'Алтинфенерова',
  given: 'Зарема',
  patronymic: 'Енверівна',
}
const PRISONER: Name = { text: 'Денизканатов Усеин Аметович', lang: 'ru', type: 'court_ru' }

interface Setting {
  readonly vault: MemoryVault
  readonly person: RecordId
  readonly witness: RecordId
}

/** A list of one prisoner whose court is `text`, and a witness who is behind a code name. */
function setting(
  text: string,
  names: readonly Name[] = [PRISONER],
  identity: Name = WITNESS,
): Setting {
  const vault = new MemoryVault()
  const draft = vault.draft('person').add('court', text)
  for (const name of names) draft.add('names', name)
  const person = vault.put(draft)
  const witness = vault.put(
    vault.draft('witness').add('codeName', 'Ялівець-7').add('about', person),
  )
  vault.put(
    vault
      .draft('witnessIdentity')
      .add('witness', witness)
      .add('name', identity)
      .add('contact', 'тел. +380 (00) 123-45-67, zarema.a@example.org, @zarema_a')
      .add('whereabouts', 'Кам’янка, вул. Неіснуюча, 14'),
  )
  return { vault, person, witness }
}

const leaksOf = async ({ vault, person }: Setting, wanted: Partial<DossierRequest> = {}) =>
  (await vault.service().preview(request([person], wanted))).leaks
const inCourt = async (text: string) => (await leaksOf(setting(text))).map((leak) => leak.field)

describe('the identity of a witness', () => {
  it('is found in every script and spelling', async () => {
    for (const text of [
      'Зарема Алтинфенерова',
      'Алтынфенерова Зарема',
      'Зарема Алтынфенёрова',
      'Zarema Altınfenerova',
      'Zarema Altynfenerova',
      'ZAREMA ALTINFENEROVA',
      'Zarema Altynfenierova',
      'Сарема Алтинфенерова',
      'Зарема Енверівна',
      'Zarema Enverovna',
      'Алтинфенерова З.',
    ])
      expect([text, await inCourt(`Суд, де була ${text} того дня`)]).toEqual([text, ['court']])
  })

  it('is found in every case', async () => {
    for (const text of [
      'Зареми Алтинфенерової',
      'Заремі Алтинфенеровій',
      'Зарему Алтинфенерову',
      'Заремою Алтинфенеровою',
      'Заремы Алтынфенеровой',
      'Zarema Altınfenerova’nın',
      'Zarema Altınfenerovanıñ',
    ])
      expect([text, await inCourt(text)]).toEqual([text, ['court']])
  })

  it('is found without -ova beside the given name, and misprinted', async () => {
    for (const text of ['Зарема Алтинфенер', 'Зарема Алтинфинерова', 'Zarema Altnfenerova'])
      expect([text, await inCourt(text)]).toEqual([text, ['court']])
  })

  it('is found however it is hidden', async () => {
    for (const text of [
      'Алтин\u00adфенерова',
      'Алтинфе\u200bнерова Зарема',
      'Зарема\u00a0Алтинфенерова',
      'Зарема\nАлтинфенерова',
      'Алтин-\nфенерова',
      'Алтинфе-\r\n  нерову',
      'Алтинфе\nнерова',
      'Алтин-фенерова',
      'А л т и н ф е н е р о в а',
      'А.л.т.и.н.ф.е.н.е.р.о.в.а.',
      // Latin letters in a Cyrillic word, and Cyrillic and Greek ones in a Latin word.
      'Aлтинфeнeрoвa',
      'Zаrеmа Altinfеnеrоvа',
      'Αltinfenerovα',
      'ЗаремаАлтинфенерова',
      'zaremaAltinfenerova.pdf',
      'zarema_altinfenerova',
      'Алтинфенер0ва',
      'A1tinfenerova',
      'Алт?нфенерова',
      'Altinfenerowa',
      'Schreiben von S. Altinfenerowa',
      'АЛТИНФЕНЕРОВІЙ',
      'родина Алтинфенерових',
      'семье Алтынфенеровых',
      'Алтинфенерови',
      'Altınfenerova’dan',
      'Altınfenerovağa',
      'Алтинфенреова',
      'Алтинфинерова',
      'З.Алтинфенерова',
      '«Алтинфенерова»',
    ])
      expect([text, await inCourt(`суд ${text} того дня`)]).toEqual([text, ['court']])
  })

  it('is found by its numbers, addresses and handles, however they are written', async () => {
    for (const text of [
      'звонить 0001234567',
      '+38 000 123 45 67',
      '(00) 123 45 67',
      'ZAREMA.A@example.org',
      'писать @Zarema_A',
      'Кам’янка, Неіснуюча 14',
      'Каменка, вул. Неіснуюча, буд. 14',
      'code Ялівець 7',
      'ЯЛІВЕЦЬ-7',
      'Yalivets 7',
    ])
      expect([text, await inCourt(text)]).toEqual([text, ['court']])
  })

  it('is found in what is typed into the request itself, on the list’s own page', async () => {
    const { vault, person } = setting('суд')
    const leaks = await leaksOf({ vault, person } as Setting, {
      recipient: 'через Зарему Алтинфенерову',
      listNumber: 'Ялівець-7',
    })
    expect(leaks).toEqual([
      { person: null, field: 'listNumber' },
      { person: null, field: 'recipient' },
    ])
  })

  it('is found when it was typed among a prisoner’s names', async () => {
    const slip: Name = { text: 'Zarema Altınfenerova', lang: 'tr' }
    const own: Name = { text: 'Денізканатов Усеїн', lang: 'uk', type: 'passport_ua' }
    expect(await leaksOf(setting('суд', [PRISONER, own, slip]))).toEqual([
      { person: expect.any(String), field: 'names' },
    ])
  })

  it('is found under a former name that was taken back', async () => {
    const { vault, person, witness } = setting('Зарема Денизова, суд')
    expect(await leaksOf({ vault, person, witness })).toEqual([])
    const identity = vault.draft('witnessIdentity')
    vault.put(
      identity
        .add('witness', witness)
        .add('name', { text: 'Денизова Зарема', lang: 'ru', surname: 'Денизова', given: 'Зарема' }),
    )
    expect(await leaksOf({ vault, person, witness })).toHaveLength(1)
  })

  it('does not tell what was found', async () => {
    const { vault, person } = setting('Зарема Алтинфенерова')
    const document = await vault.service().preview(request([person]))
    expect(JSON.stringify(document.leaks)).not.toMatch(/зарем|zarem|алт|alt/iu)
  })
})

describe('what does not stop a list', () => {
  it('a given name alone, a town alone, a year, a short number', async () => {
    for (const text of [
      'суд, де головує Зарема',
      'Кам’янка',
      '2019',
      'справа 1-123/2019',
      'будинок 14',
    ])
      expect([text, await inCourt(text)]).toEqual([text, []])
  })

  it('a prisoner’s own surname that a witness shares', async () => {
    const sister: Name = {
      text: 'Денізканатова Зарема Аметівна',
      lang: 'uk',
      surname: 'Денізканатова',
      given: 'Зарема',
      patronymic: 'Аметівна',
    }
    expect(await leaksOf(setting('суд', [PRISONER], sister))).toEqual([])
    expect(await leaksOf(setting('дело Денизканатова', [PRISONER], sister))).toEqual([])
    // With her given name it is she.
    expect(
      await leaksOf(setting('со слов Заремы Денизканатовой', [PRISONER], sister)),
    ).toHaveLength(1)
  })

  it('a prisoner who is the witness, or a namesake, on the lines of the own name', async () => {
    const same: Name = {
      text: 'Денізканатов Усеїн',
      lang: 'uk',
      surname: 'Денізканатов',
      given: 'Усеїн',
    }
    expect(await leaksOf(setting('суд', [PRISONER], same))).toEqual([])
    // Anywhere else it is found.
    expect(await leaksOf(setting('показания Усеина Денизканатова', [PRISONER], same))).toHaveLength(
      1,
    )
  })

  it('a court of our own table that sounds like a surname', async () => {
    const rostov: Name = { text: 'Ростов Ілля', lang: 'uk', surname: 'Ростов', given: 'Ілля' }
    expect(await leaksOf(setting('Южный окружной военный суд', [PRISONER], rostov))).toEqual([])
    expect(await leaksOf(setting('суд Ростова', [PRISONER], rostov))).toHaveLength(1)
  })
})

describe('ordinary texts', () => {
  const PARAGRAPHS = [
    'Засідання перенесли на понеділок, бо конвой не привіз підсудного вчасно. Захисник просив долучити довідку лікаря, але суддя відмовив і оголосив перерву до обіду. Родичі чекали біля входу; передачу того дня не прийняли.',
    'Обыск начался в пять утра. Сотрудники не представились, изъяли два телефона, ноутбук и школьные тетради; протокол подписали соседи. Вечером стало известно, что задержанного увезли в изолятор, а адвоката туда не пустили.',
    'The hearing lasted forty minutes. The judge read out the charges, refused to call the expert and extended the remand by three months. A diplomat waited outside with the families, who had travelled all night by train.',
    'Duruşma öğleden sonra başladı. Hâkim tanıkların dinlenmesini reddetti, tutukluluk süresini üç ay uzattı ve dosyayı üst mahkemeye gönderdi. Aileler kapıda bekledi, ziyaret izni verilmedi.',
    'Mahkeme saba başlandı. Advokat vesiqalarnı berdi, lâkin aqim olarnı qabul etmedi; qorantalar qapı ögünde bekledi ve aqşamğa qadar haber almadı.',
    'Генеральна прокуратура оприлюднила перелік установ, де тримають цивільних: слідчі ізолятори, колонії, лікарні. Організація перевірила адреси за відкритими джерелами та позначила сумнівні.',
  ]
  const WITNESSES: readonly Name[] = [
    WITNESS,
    { text: 'Пробнов Ленур', lang: 'uk', surname: 'Пробнов', given: 'Ленур' },
    { text: 'Бораненко Зера', lang: 'uk', surname: 'Бораненко', given: 'Зера' },
    { text: 'Гечевалієв Алі', lang: 'uk', surname: 'Гечевалієв', given: 'Алі' },
    { text: 'Сейтумаров Асан', lang: 'ru', surname: 'Сейтумаров', given: 'Асан' },
    { text: 'Дощовидько Марія', lang: 'uk', surname: 'Дощовидько', given: 'Марія' },
  ]

  it('in five languages give no alarm', async () => {
    for (const text of PARAGRAPHS)
      for (const witness of WITNESSES)
        expect([text, await leaksOf(setting(text, [PRISONER], witness))]).toEqual([text, []])
  })

  it('give one as soon as a name stands in them', async () => {
    for (const text of PARAGRAPHS)
      expect(await inCourt(text.replace(/\. /, '. Зареми Алтинфенерової '))).toEqual(['court'])
  })
})

describe('names of families', () => {
  const listed = async (names: readonly Name[], identity: Name) =>
    leaksOf(setting('суд', names, identity))
  const uk = (surname: string, given: string): Name => ({
    text: `${surname} ${given}`,
    lang: 'uk',
    surname,
    given,
  })

  it('do not stop a list by the name of a prisoner’s father', async () => {
    for (const text of [
      'Туманов Ельдар Рустемович',
      'Туманов Эльдар Рустем оглы',
      'Tumanov Eldar Rustem oğlu',
      'Tumanova Adile Rustem qızı',
    ])
      expect(await listed([{ text, lang: 'other' }], uk('Туманов', 'Рустем'))).toEqual([])
  })

  it('one letter apart are neighbours in a list and misprints in a text', async () => {
    const neighbour = uk('Денизкаматов', 'Усеїн')
    expect(await listed([PRISONER], neighbour)).toEqual([])
    expect(await leaksOf(setting('Усеин Денизкамтов', [PRISONER], neighbour))).toHaveLength(1)
  })

  it('have twins in the other language', async () => {
    const mykola = uk('Вітроплавський', 'Микола')
    const cousin: Name = { text: 'Ветроплавский Олег', lang: 'ru', type: 'court_ru' }
    // With a cousin on the list the surname alone says nothing: the given name must be known in both languages.
    for (const text of [
      'Николай Ветроплавский',
      'Николаем Вітроплавським',
      'Nikolai Vitroplavskyi',
    ]) {
      const leaks = await leaksOf(setting(text, [cousin], mykola))
      expect([text, leaks.map((leak) => leak.field)]).toEqual([text, ['court']])
    }
  })
})

describe('other protected people', () => {
  it('relatives and lawyers are found by their full names and numbers', async () => {
    for (const [text, leaks] of [
      ['Дружина Зера Бораненко', 1],
      ['тел. 000 765 43 21', 1],
      ['захисник Едем Вигаданенко', 1],
      ['Эдему Выгаданенко', 1],
      ['Зера', 0],
      ['Бораненко', 0],
    ] as const) {
      const vault = new MemoryVault()
      const person = vault.put(
        vault
          .draft('person')
          .add('names', PRISONER)
          .add('court', text)
          .add('relatives', 'Дружина Зера Бораненко, тел. +380 00 765 43 21')
          .add('lawyer', 'Едем Вигаданенко'),
      )
      const found = await leaksOf({ vault, person, witness: person })
      expect([text, found.length]).toEqual([text, leaks])
    }
  })

  it('a lawyer stops no dossier to a court that is told who represents whom', async () => {
    const vault = new MemoryVault()
    const person = vault.put(
      vault
        .draft('person')
        .add('names', PRISONER)
        .add('lawyer', 'Едем Вигаданенко', { confidentiality: 'C1' }),
    )
    const document = await vault.service().preview(request([person], { audience: 'echr' }))
    expect(document.leaks).toEqual([])
    expect(JSON.stringify(document.people)).toContain('Едем Вигаданенко')
  })

  it('other prisoners are found by their full names, unless they are on the list', async () => {
    const vault = new MemoryVault()
    const other = vault.put(
      vault.draft('person').add('names', {
        text: 'Тумантерезеєв Едем',
        lang: 'uk',
        surname: 'Тумантерезеєв',
        given: 'Едем',
      }),
    )
    const person = vault.put(
      vault.draft('person').add('names', PRISONER).add('court', 'за делом Эдема Тумантерезеева'),
    )
    const service = vault.service()
    expect((await service.preview(request([person]))).leaks).toEqual([{ person, field: 'court' }])
    expect((await service.preview(request([person, other]))).leaks).toEqual([])
  })

  it('the submitting body’s public number stops nothing, its other number does', async () => {
    const vault = new MemoryVault()
    vault.put(
      vault
        .draft('organisation')
        .add('role', 'own')
        .add('publicContact', 'archive@example.org, +380 00 111 22 33')
        .add('contact', 'archive@example.org, +380 00 111 22 33; inside +380 00 999 88 77'),
    )
    const person = vault.put(vault.draft('person').add('names', PRISONER))
    const setting = { vault, person, witness: person }
    expect(await leaksOf(setting)).toEqual([])
    expect(await leaksOf(setting, { recipient: 'call 00 999 88 77' })).toHaveLength(1)
  })
})

describe('a list of realistic people', () => {
  const vault = new MemoryVault()
  const generated = generateVault({ people: 120, files: 0 })
  for (const { kind, id, change } of generated.records) vault.write(kind, id, change)
  generated.identities.forEach(({ change }, index) => {
    vault.write(
      'witnessIdentity',
      (900_000 + index).toString(16).padStart(32, '0') as RecordId,
      change,
    )
  })
  const people = generated.people.map((person) => person.id)

  it('is not stopped, whole or in part, in any language', async () => {
    const service = vault.service()
    for (const language of ['uk', 'ru', 'en', 'tr', 'crh'] as const) {
      expect((await service.preview(request(people, { language }))).leaks).toEqual([])
      expect((await service.preview(request(people.slice(0, 30), { language }))).leaks).toEqual([])
    }
  })

  it('is stopped by each of its witnesses in each spelling', async () => {
    const service = vault.service()
    const listed = people.slice(0, 3)
    for (const { spellings, phone } of generated.identities)
      for (const text of [...spellings, phone]) {
        const { leaks } = await service.preview(request(listed, { recipient: text }))
        expect([text, leaks]).toEqual([text, [{ person: null, field: 'recipient' }]])
      }
  })
})

describe('somebody on the list whose name the audience is not told', () => {
  it('is named on nobody’s page', async () => {
    const vault = new MemoryVault()
    const of = (text: string, place: string) =>
      vault.put(
        vault
          .draft('person')
          .add('names', { text, lang: 'uk' })
          .add('arrestPlace', place, { confidentiality: 'C0' }),
      )
    const hidden = of('Прихований Іван', 'Керч')
    const other = of('Петренко Петро', 'у домі Прихованого Івана')
    const people = [hidden, other]
    for (const audience of ['wgad', 'special_procedures', 'public'] as const) {
      // A name would need a consent, and there is none.
      const { leaks } = await vault.service().preview(request(people, { audience }))
      expect([audience, leaks]).toEqual([
        audience,
        [expect.objectContaining({ person: other, field: expect.stringContaining('arrestPlace') })],
      ])
    }
    const { leaks } = await vault.service().preview(request(people, { audience: 'echr' }))
    expect(leaks).toEqual([])
  })
})
