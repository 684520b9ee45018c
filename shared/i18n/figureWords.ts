/**
 * What each figure counts and what it is called, in the languages of the interface: on the screen and in a table that leaves. A
 * definition stands beside every number, so a change here changes what it means.
 */
import type { GroupingName } from '../contract/insight.ts'
import type { Figure } from '../model/values.ts'
import type { Language } from './languages.ts'

type Grouping = (typeof GroupingName.options)[number]

export interface FigureWords {
  readonly name: Readonly<Record<Figure, string>>
  readonly definition: Readonly<Record<Figure, string>>
  readonly by: Readonly<Record<Grouping, string>>
  readonly byDefinition: Readonly<Record<Grouping, string>>
  readonly notRecorded: string
}

export const FIGURE_WORDS: Readonly<Record<Language, FigureWords>> = {
  en: {
    name: {
      people: 'People recorded',
      held: 'Held now',
      ill: 'Seriously ill',
      elderly: '60 or older',
      women: 'Women',
      parents: 'Parents of minors',
      stale: 'No news for half a year',
    },
    definition: {
      people: 'Everybody who has a record, whatever their status.',
      held: 'Everybody except those who are free, exchanged, dead, under house arrest or supervision, or sentenced in absence or on probation. Without a recorded status somebody counts as held.',
      ill: 'Held now, with the category “serious illness” or “serious illness, urgent”.',
      elderly:
        'Held now, surely 60 today by the recorded date of birth, or with the category “60 or older”.',
      women: 'Held now, recorded as female.',
      parents: 'Held now, with at least one minor child recorded.',
      stale:
        'Held now, and no statement about status or health speaks of a day in the last 180 days.',
    },
    by: {
      status: 'By status',
      charge: 'By charge',
      year: 'By year of arrest',
      facility: 'By facility',
      court: 'By court',
    },
    byDefinition: {
      status: 'Everybody recorded, by the status that is shown first.',
      charge: 'Held now, by article as recorded. Somebody with several charges counts under each.',
      year: 'Everybody recorded, by the year of the date of arrest that is shown first.',
      facility: 'Held now, by the facility of the last stay that has no end.',
      court: 'Held now, by the court that is shown first.',
    },
    notRecorded: 'not recorded',
  },
  uk: {
    name: {
      people: 'Записано людей',
      held: 'Утримують зараз',
      ill: 'Тяжко хворі',
      elderly: '60 років і більше',
      women: 'Жінки',
      parents: 'Батьки неповнолітніх',
      stale: 'Пів року без звісток',
    },
    definition: {
      people: 'Усі, про кого є запис, хоч би який у них статус.',
      held: 'Усі, крім звільнених, обміняних, померлих, тих, хто під домашнім арештом чи наглядом, засуджених заочно або умовно. Без записаного статусу людину рахуємо як утримувану.',
      ill: 'Утримують зараз, категорія «тяжка хвороба» або «тяжка хвороба, терміново».',
      elderly:
        'Утримують зараз, за записаною датою народження сьогодні напевно 60 років, або є категорія «60+».',
      women: 'Утримують зараз, у записі жіноча стать.',
      parents: 'Утримують зараз, записано принаймні одну неповнолітню дитину.',
      stale:
        'Утримують зараз, і жодне твердження про статус чи здоров’я не стосується останніх 180 днів.',
    },
    by: {
      status: 'За статусом',
      charge: 'За обвинуваченням',
      year: 'За роком затримання',
      facility: 'За установою',
      court: 'За судом',
    },
    byDefinition: {
      status: 'Усі записані, за статусом, який показано першим.',
      charge:
        'Утримують зараз, за статтею, як її записано. Людину з кількома статтями пораховано в кожній.',
      year: 'Усі записані, за роком дати затримання, яку показано першою.',
      facility: 'Утримують зараз, за установою останнього перебування без кінцевої дати.',
      court: 'Утримують зараз, за судом, який показано першим.',
    },
    notRecorded: 'не записано',
  },
  crh: {
    name: {
      people: 'Yazılğan insanlar',
      held: 'Şimdi tutulğanlar',
      ill: 'Ağır hastalar',
      elderly: '60 yaş ve ziyade',
      women: 'Qadınlar',
      parents: 'Balaları reşit olmağanlar',
      stale: 'Yarım yıldan berli haber yoq',
    },
    definition: {
      people: 'Vaziyetinden qatiy nazar, qaydı olğan er kes.',
      held: 'Serbest olğan, deñiştirilgen, vefat etken, ev apsinde ya da nezaret altında bulunğan, ğıyabiy yahut şartlı üküm etilgenlerden başqa er kes. Vaziyeti yazılmağan insan tutulğan dep sayıla.',
      ill: 'Şimdi tutulğan, “ağır hastalıq” ya da “ağır hastalıq, aşıqış” sebebi yazılğan.',
      elderly:
        'Şimdi tutulğan, yazılğan doğğan künü boyunca bugün 60 yaşına kelgeni belli ya da “60 yaş ve ziyade” sebebi yazılğan.',
      women: 'Şimdi tutulğan, qadın dep yazılğan.',
      parents: 'Şimdi tutulğan, eñ azından bir reşit olmağan balası yazılğan.',
      stale:
        'Şimdi tutulğan, soñki 180 kün içinde vaziyeti ya da sağlığı aqqında iç bir beyan yoq.',
    },
    by: {
      status: 'Vaziyet boyunca',
      charge: 'Qabaatlav maddesi boyunca',
      year: 'Tevqif yılı boyunca',
      facility: 'Müessise boyunca',
      court: 'Mahkeme boyunca',
    },
    byDefinition: {
      status: 'Yazılğan er kes, birinci kösterilgen vaziyeti boyunca.',
      charge:
        'Şimdi tutulğanlar, yazılğan maddeler boyunca. Bir qaç maddesi olğan insan er birinde sayıla.',
      year: 'Yazılğan er kes, birinci kösterilgen tevqif kününiñ yılı boyunca.',
      facility: 'Şimdi tutulğanlar, soñu yazılmağan soñki tutuluvınıñ müessisesi boyunca.',
      court: 'Şimdi tutulğanlar, birinci kösterilgen mahkeme boyunca.',
    },
    notRecorded: 'yazılmağan',
  },
  tr: {
    name: {
      people: 'Kayıtlı kişi',
      held: 'Şu anda tutulan',
      ill: 'Ağır hasta',
      elderly: '60 yaş ve üzeri',
      women: 'Kadın',
      parents: 'Reşit olmayan çocuğu olan',
      stale: 'Yarım yıldır haber alınmayan',
    },
    definition: {
      people: 'Durumu ne olursa olsun kaydı olan herkes.',
      held: 'Serbest olanlar, takas edilenler, hayatını kaybedenler, ev hapsinde ya da gözetim altında bulunanlar ve gıyaben ya da cezası ertelenerek mahkûm edilenler dışında herkes. Durumu kaydedilmemiş kişi tutuluyor sayılır.',
      ill: 'Şu anda tutulan ve “ağır hastalık” ya da “ağır hastalık, acil” gerekçesi olanlar.',
      elderly:
        'Şu anda tutulan ve kayıtlı doğum tarihine göre bugün kesinlikle 60 yaşında olan ya da “60 yaş ve üzeri” gerekçesi bulunanlar.',
      women: 'Şu anda tutulan ve kadın olarak kaydedilenler.',
      parents: 'Şu anda tutulan ve reşit olmayan en az bir çocuğu kayıtlı olanlar.',
      stale:
        'Şu anda tutulan ve durumu ya da sağlığı hakkındaki hiçbir bilgi son 180 günden bir güne ait olmayanlar.',
    },
    by: {
      status: 'Duruma göre',
      charge: 'İsnada göre',
      year: 'Gözaltı yılına göre',
      facility: 'Tutulduğu yere göre',
      court: 'Mahkemeye göre',
    },
    byDefinition: {
      status: 'Kayıtlı herkes, ilk gösterilen duruma göre.',
      charge:
        'Şu anda tutulanlar, kaydedilen maddeye göre. Birden çok isnadı olan kişi her birinde sayılır.',
      year: 'Kayıtlı herkes, ilk gösterilen gözaltı tarihinin yılına göre.',
      facility: 'Şu anda tutulanlar, bitişi olmayan son tutulma döneminin yerine göre.',
      court: 'Şu anda tutulanlar, ilk gösterilen mahkemeye göre.',
    },
    notRecorded: 'kaydedilmemiş',
  },
  ru: {
    name: {
      people: 'Записано людей',
      held: 'Удерживают сейчас',
      ill: 'Тяжело больные',
      elderly: '60 лет и старше',
      women: 'Женщины',
      parents: 'Родители несовершеннолетних',
      stale: 'Полгода без вестей',
    },
    definition: {
      people: 'Все, о ком есть запись, какой бы ни был статус.',
      held: 'Все, кроме освобождённых, обменянных, умерших, тех, кто под домашним арестом или надзором, осуждённых заочно или условно. Без записанного статуса человека считаем удерживаемым.',
      ill: 'Удерживают сейчас, категория «тяжёлая болезнь» или «тяжёлая болезнь, срочно».',
      elderly:
        'Удерживают сейчас, по записанной дате рождения сегодня точно есть 60 лет или стоит категория «60 лет и старше».',
      women: 'Удерживают сейчас, в записи женский пол.',
      parents: 'Удерживают сейчас, записан хотя бы один несовершеннолетний ребёнок.',
      stale:
        'Удерживают сейчас, и ни одно утверждение о статусе или здоровье не относится к последним 180 дням.',
    },
    by: {
      status: 'По статусу',
      charge: 'По обвинению',
      year: 'По году задержания',
      facility: 'По учреждению',
      court: 'По суду',
    },
    byDefinition: {
      status: 'Все записанные, по статусу, который показан первым.',
      charge:
        'Удерживают сейчас, по статье, как она записана. Человек с несколькими статьями посчитан в каждой.',
      year: 'Все записанные, по году даты задержания, которая показана первой.',
      facility: 'Удерживают сейчас, по учреждению последнего пребывания без конечной даты.',
      court: 'Удерживают сейчас, по суду, который показан первым.',
    },
    notRecorded: 'не записано',
  },
}
