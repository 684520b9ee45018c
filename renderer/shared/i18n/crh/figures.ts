/**
 * Words of the figures and the priorities. A definition stands under every number, so a change here changes what it
 * means. Crimean Tatar, machine-drafted.
 */
import { FIGURE_WORDS } from '../../../../shared/i18n/figureWords.ts'
import type {
  agenda as agendaEn,
  figures as figuresEn,
  priorities as prioritiesEn,
  registers as registersEn,
  relations as relationsEn,
} from '../en/figures.ts'
import type { TurkicTranslated } from '../translated.ts'

export const figures: TurkicTranslated<typeof figuresEn> = {
  title: 'Sayılar',
  subtitle:
    'Öz sayılarımız, kün: {{date}}. Er birinde ne sayılğanı yazılı. Sayığa basılsa, artındaki insanlar açıla.',
  ...FIGURE_WORDS.crh,
  published: 'Neşir etilgen',
  publishedText: '{{number}}: {{publisher}}, {{date}}',
  publishedHint:
    'Menbanıñ iddiası mında tura, eger onıñ formasında qaysı sayımız yanında kösterilecegi yazılğan olsa. Belgilemeler farqlı: tek sayılarnı teñeştirmek doğru degil.',
  more_one: 'daa {{count}} gruppa',
  more_other: 'daa {{count}} gruppa',
  fewer: 'Azca köstermek',
  people_one: '{{count}} insan',
  people_other: '{{count}} insan',
  emptyTitle: 'Daa iç kimse yazılmağan',
  emptyText: 'Haznede insanlar olğan soñ, sayılar mında kösterilecek.',
}

export const priorities: TurkicTranslated<typeof prioritiesEn> = {
  title: 'Evelâ kim',
  subtitle:
    'Evelâ tüşünmege sebep olğan tutulğan insanlar: başta eñ ağır sebep, soñra eñ çoq vaqıt tutulğanlar. Bu, baqmağa yardım ete, insannıñ qıymetini ölçemey.',
  all: 'Mındaki er kes',
  ground: {
    urgent: 'aşıqış hastalıq',
    missing: 'tutulğanı inkâr etile',
    ill: 'ağır hastalıq',
    disability: 'saqatlıq',
    elderly: '60 yaş ve ziyade',
    women: 'qadın',
    parents: 'reşit olmağan balalar',
    stale: 'yarım yıldan berli haber yoq',
  },
  name: 'Adı',
  grounds: 'Sebebi',
  status: 'Vaziyeti',
  facility: 'Tutulğan yeri',
  heldSince: 'Tevqif etilgen',
  confirmed: 'Soñki haber',
  never: 'künü belli haber yoq',
  emptyTitle: 'Daa iç kimse ayırılmay',
  emptyText:
    'Qaydına köre hasta, qart, qadın, reşit olmağan balalarnıñ anası ya da babası, ğayıp olğan ya da yarım yıldan berli haber kelmegen insanlar mında kösterile.',
}

export const relations: TurkicTranslated<typeof relationsEn> = {
  title: 'Kim kimnen bağlı',
  as: 'Bağlarnı köstermek',
  leftOut_one: 'Daa uzaqta bulunğan {{count}} qayd çizilmegen.',
  leftOut_other: 'Daa uzaqta bulunğan {{count}} qayd çizilmegen.',
}

export const registers: TurkicTranslated<typeof registersEn> = {
  title: 'Reyestrler',
  subtitle:
    'Qaysı organğa kim aqqında bildirilgen. Boş yer — eksiklik: yiberilgen soñ onı işaretleñiz.',
  show: 'Kimni köstermek',
  all_one: 'Bütün tutulğanlar ({{count}})',
  all_other: 'Bütün tutulğanlar ({{count}})',
  never_one: 'İç kimsege bildirilmegen ({{count}})',
  never_other: 'İç kimsege bildirilmegen ({{count}})',
  planned: 'planlaştırılğan',
  sent: 'yiberilgen',
  answered: 'cevap kelgen',
  noDate: 'künü yoq',
  first: 'Birinci {{shown}}, toplam {{all}}.',
  tick: 'İşaretlemek: {{body}} — {{name}}',
  tickTitle: 'Yiberilgen: {{body}}',
  badDate: 'Künni 2026-03-27, aynı 2026-03 kibi yazıñız.',
  emptyTitle: 'Yazılğanlarğa köre, iç kimse tutulmay',
  emptyText: 'Mında tutulğan insanlar ve olar aqqında bildirilgen organlar kösterile.',
}

export const agenda: TurkicTranslated<typeof agendaEn> = {
  title: 'Yapılacaq işler',
  subtitle: 'Qaydlardaki künlerge köre, ne ve qaçan yapılması kerek.',
  when: {
    overdue: 'Müddeti keçken',
    week: 'Bir afta içinde',
    month: 'Bir ay içinde',
    later: 'Soñra',
  },
  what: {
    appealBy: 'İstinafnıñ soñki künü',
    remandUntil: 'Apiste tutuv bite ya da uzatıla',
    answerBy: 'Cevapnıñ soñki künü',
    reviewOn: 'Razılıqnı tekrar soramaq',
    expiresOn: 'Razılıqnıñ müddeti bite',
  },
  more_one: 've daa {{count}}',
  more_other: 've daa {{count}}',
  emptyTitle: 'Beklenilgen iş yoq',
  emptyText:
    'Künler mında iş baquvlarından (istinafnıñ soñki künü, apiste tutuv müddeti), muracaatlardan (cevapnıñ soñki künü) ve razılıqlardan (tekrar baquv, müddetniñ soñu) alına.',
}
