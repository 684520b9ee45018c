import { describe, expect, it } from 'vitest'
import { transliterate, turkishFromCrimeanTatar } from '../../../shared/names/transliterate.ts'

const all = (system: Parameters<typeof transliterate>[0], pairs: Record<string, string>) => {
  for (const [from, to] of Object.entries(pairs)) expect(transliterate(system, from)).toBe(to)
}

describe('Ukrainian by resolution 55 of 2010', () => {
  it('writes the examples of the resolution as the resolution does', () => {
    all('kmu2010', {
      Алушта: 'Alushta',
      Згорани: 'Zghorany',
      Розгон: 'Rozghon',
      Ґалаґан: 'Galagan',
      Єнакієве: 'Yenakiieve',
      'Короп’є': 'Koropie',
      Їжакевич: 'Yizhakevych',
      Кадиївка: 'Kadyivka',
      'Мар’їне': 'Marine',
      Йосипівка: 'Yosypivka',
      Стрий: 'Stryi',
      Щербухи: 'Shcherbukhy',
      Гоща: 'Hoshcha',
      Юрій: 'Yurii',
      Корюківка: 'Koriukivka',
      Яготин: 'Yahotyn',
      Костянтин: 'Kostiantyn',
      'Знам’янка': 'Znamianka',
    })
  })

  it('takes any apostrophe for the same sign and keeps none', () => {
    for (const sign of ['’', "'", 'ʼ', '`'])
      expect(transliterate('kmu2010', `Зекер${sign}яєв`)).toBe('Zekeriaiev')
  })

  it('begins a word anew after a hyphen and keeps capitals capital', () => {
    all('kmu2010', { 'Яр-Юлія': 'Yar-Yuliia', ЩУКА: 'SHCHUKA', 'Щука Є.': 'Shchuka Ye.' })
  })
})

describe('Russian as in travel documents', () => {
  it('has one spelling for a letter wherever it stands', () => {
    all('ru_passport', {
      Юнус: 'Iunus',
      Якуб: 'Iakub',
      Объезд: 'Obieezd',
      Щёголев: 'Shchegolev',
      Дмитрий: 'Dmitrii',
      Эльдар: 'Eldar',
      Хмаров: 'Khmarov',
    })
  })
})

describe('Turkish letters', () => {
  it('read дж as one letter and е as ye where it is heard so', () => {
    all('tr_from_ru', {
      Джелял: 'Celyal',
      Енев: 'Yenev',
      Салиев: 'Saliyev',
      Ибраим: 'İbraim',
      Шефика: 'Şefika',
      Ысмаил: 'Ismail',
    })
  })

  it('come from Ukrainian where nothing else is recorded', () => {
    all('tr_from_uk', {
      Айше: 'Ayşe',
      'Денізфенерова Решатівна': 'Denizfenerova Reşativna',
      Алтинфенеров: 'Altınfenerov',
      Теміртерезеєв: 'Temirterezeyev',
      'Зекер’я': 'Zekerya',
      Ібраїм: 'İbraim',
    })
  })

  it('lose what Turkish has no letter for', () => {
    expect(turkishFromCrimeanTatar('Celâl Qırımlı Ñañ')).toBe('Celal Kırımlı Nan')
  })
})

describe('Crimean Tatar Cyrillic', () => {
  it('reads digraphs and hidden front vowels', () => {
    all('crh_latin', {
      Къырым: 'Qırım',
      Джелял: 'Celâl',
      Умер: 'Ümer',
      Омер: 'Ömer',
      Ягъмур: 'Yağmur',
      Къуртумер: 'Qurtumer',
      Муратов: 'Muratov',
      Илимдар: 'İlimdar',
      Зейтуллаев: 'Zeytullayev',
    })
  })
})

it('leaves everything that is not Cyrillic as it is', () => {
  expect(transliterate('kmu2010', 'Ayşe 12 / І')).toBe('Ayşe 12 / I')
})
