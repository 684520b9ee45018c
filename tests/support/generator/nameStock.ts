/**
 * What names are made from: given names in common use, and surnames that nobody has. A surname is two Crimean
 * Tatar words that are not joined in any real one ("golden lantern", "sea wing"), or a Ukrainian word invented in
 * the same way, so that no person of the project can be taken for somebody who exists.
 */

export interface Given {
  readonly crh: string
  readonly ru: string
  readonly uk: string
  readonly tr: string
}

const given = (lines: string): readonly Given[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [crh = '', ru = '', uk = '', tr = ''] = line.trim().split(/\s+/)
      return { crh, ru, uk, tr: tr.replaceAll('_', ' ') }
    })

export const MEN: readonly Given[] = given(`
  Ablâziz Аблязиз Аблязіз Ablaziz
  Ali Али Алі Ali
  Amet Амет Амет Ahmet
  Asan Асан Асан Hasan
  Ayder Айдер Айдер Haydar
  Bekir Бекир Бекір Bekir
  Belâl Белял Белял Belal
  Celâl Джелял Джелял Celal
  Cemil Джемиль Джеміль Cemil
  Dilâver Дилявер Ділявер Dilaver
  Edem Эдем Едем Ethem
  Eldar Эльдар Ельдар Eldar
  Emil Эмиль Еміль Emil
  Emin Эмин Емін Emin
  Seyt-Asan Сейт-Асан Сеїт-Асан Seyit_Hasan
  Enver Энвер Енвер Enver
  Ernes Эрнес Ернес Ernes
  Ervin Эрвин Ервін Ervin
  Eskender Эскендер Ескендер İskender
  Fazıl Фазыл Фазил Fazıl
  Ferat Ферат Ферат Ferhat
  İbraim Ибраим Ібраїм İbrahim
  İlmi Ильми Ільмі İlmi
  İlyas Ильяс Ільяс İlyas
  İzet Изет Ізет İzzet
  Lenur Ленур Ленур Lenur
  Lütfi Лютфи Лютфі Lütfi
  Mamut Мамут Мамут Mahmut
  Memet Мемет Мемет Mehmet
  Murat Мурат Мурат Murat
  Mustafa Мустафа Мустафа Mustafa
  Nariman Нариман Наріман Nariman
  Nuri Нури Нурі Nuri
  Osman Осман Осман Osman
  Refat Рефат Рефат Refat
  Remzi Ремзи Ремзі Remzi
  Reşat Решат Решат Reşat
  Rıza Риза Різа Rıza
  Ruslan Руслан Руслан Ruslan
  Rustem Рустем Рустем Rüstem
  Server Сервер Сервер Server
  Seydamet Сейдамет Сейдамет Seydahmet
  Seyran Сейран Сейран Seyran
  Seytveli Сейтвели Сейтвелі Seyitveli
  Şevket Шевкет Шевкет Şevket
  Timur Тимур Тимур Timur
  Usein Усеин Усеїн Hüseyin
  Ümer Умер Умер Ömer
  Yaqub Якуб Якуб Yakup
  Yunus Юнус Юнус Yunus
  Zekerya Зекерья Зекер’я Zekeriya
`)

export const WOMEN: readonly Given[] = given(`
  Adile Адиле Аділе Adile
  Afize Афизе Афізе Hafize
  Alime Алиме Аліме Halime
  Aliye Алие Аліє Aliye
  Ayşe Айше Айше Ayşe
  Elmaz Эльмаз Ельмаз Elmas
  Elmira Эльмира Ельміра Elmira
  Emine Эмине Еміне Emine
  Fatma Фатма Фатма Fatma
  Gülnara Гульнара Гульнара Gülnara
  Leniye Ление Леніє Leniye
  Leylâ Лейля Лейля Leyla
  Lilâ Лиля Ліля Lila
  Mavile Мавиле Мавіле Mavile
  Medine Медине Медіне Medine
  Nâciye Наджие Наджіє Naciye
  Sabriye Сабрие Сабріє Sabriye
  Safiye Сафие Сафіє Safiye
  Şefiqa Шефика Шефіка Şefika
  Ülker Улькер Улькер Ülker
  Zarema Зарема Зарема Zarema
  Zera Зера Зера Zehra
`)

/** First and second halves of Crimean Tatar surnames. */
export const FIRST_HALVES = (
  'Altın Bağça Boran Bulut Çöl Deniz Dere Kümüş Lâle Narın Orman Qayraq Sünbül Şafaq Temir Tuman ' +
  'Yağmur Yel Yıldız'
).split(' ')
export const SECOND_HALVES =
  'arqan bulaq çeçek çoqraq direk fener köbelek kölge qalem qanat sandıq tereze toğay tübek yaprak yelken'.split(
    ' ',
  )

export interface UkrainianGiven {
  readonly uk: string
  readonly ru: string
}

const pairs = (lines: string): readonly UkrainianGiven[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [uk = '', ru = ''] = line.trim().split(' ')
      return { uk, ru }
    })

/** Ukrainians of Crimea: the Ukrainian and the Russian form of a name are often different names. */
export const UKRAINIAN_MEN = pairs(`
  Андрій Андрей
  Володимир Владимир
  Гліб Глеб
  Дмитро Дмитрий
  Євген Евгений
  Ігор Игорь
  Микола Николай
  Олександр Александр
  Олексій Алексей
  Сергій Сергей
`)
export const UKRAINIAN_WOMEN = pairs(`
  Ганна Анна
  Ірина Ирина
  Наталія Наталья
  Олена Елена
  Юлія Юлия
`)

/** Ukrainian and Russian forms; `ий` turns into `а` for a woman, all others do not change. */
export const UKRAINIAN_SURNAMES = pairs(`
  Вітроплавський Ветроплавский
  Громовіденко Громовиденко
  Дощовидько Дощевидько
  Житобережний Житобережный
  Зореславчук Зореславчук
  Криголюбець Криголюбец
  Медоцвітенко Медоцветенко
  Сонцедайко Сонцедайко
  Степовієнко Степовиенко
  Тихогайченко Тихогайченко
  Хмаролісенко Хмаролисенко
  Щедробрідський Щедробродский
`)
