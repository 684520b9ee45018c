/** Turkish words of the figures and the priorities. A definition stands under every number, so a change here changes what it means. */
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
    '{{date}} tarihinde kendi sayımlarımız, her biri neyi saydığıyla. Bir sayı, arkasındaki kişileri açar.',
  ...FIGURE_WORDS.tr,
  published: 'Yayımlanan',
  publishedText: '{{number}}: {{publisher}}, {{date}}',
  publishedHint:
    'Bir kaynağın verdiği sayı, formunda bizim hangi sayımızın yanında duracağı yazıldığında burada görünür. Tanımlar farklıdır: hiçbir zaman yalnızca sayıya bakarak karşılaştırmayın.',
  more_one: '{{count}} küme daha',
  more_other: '{{count}} küme daha',
  fewer: 'Daha az göster',
  people_one: '{{count}} kişi',
  people_other: '{{count}} kişi',
  emptyTitle: 'Henüz kimse kaydedilmedi',
  emptyText: 'Kasada kişiler olur olmaz sayılar burada görünür.',
}

export const priorities: TurkicTranslated<typeof prioritiesEn> = {
  title: 'Önce kim',
  subtitle:
    'Tutulanlardan, önce düşünülmesi için bir neden olanlar: önce en ağır neden, sonra en uzun süredir tutulan. Bakmaya yardım içindir, insanların değerini ölçmez.',
  all: 'Buradaki herkes',
  ground: {
    urgent: 'acil hastalık',
    missing: 'yeri inkâr ediliyor',
    ill: 'ağır hastalık',
    disability: 'engellilik',
    elderly: '60 yaş ve üzeri',
    women: 'kadın',
    parents: 'reşit olmayan çocuklar',
    stale: 'yarım yıldır haber yok',
  },
  name: 'Ad',
  grounds: 'Neden',
  status: 'Durum',
  facility: 'Tutulduğu yer',
  heldSince: 'Gözaltı',
  confirmed: 'Son haber',
  never: 'tarihli haber yok',
  emptyTitle: 'Henüz öne çıkan kimse yok',
  emptyText:
    'Kaydında hasta, yaşlı, kadın, reşit olmayan bir çocuğun anne ya da babası veya kayıp olduğu yazan ya da yarım yıldır haber alınmayan kişiler burada görünür.',
}

export const relations: TurkicTranslated<typeof relationsEn> = {
  title: 'Kim kime bağlı',
  as: 'Bağlantıların gösterimi',
  leftOut_one: 'Daha uzaktaki {{count}} kayıt çizilmedi.',
  leftOut_other: 'Daha uzaktaki {{count}} kayıt çizilmedi.',
}

export const registers: TurkicTranslated<typeof registersEn> = {
  title: 'Makamlar',
  subtitle: 'Kim hangi makama bildirildi. Boş bir yer eksik demektir: gönderilince işaretleyin.',
  show: 'Kimler gösterilsin',
  all_one: 'Tutulan herkes ({{count}})',
  all_other: 'Tutulan herkes ({{count}})',
  never_one: 'Hiçbir yere bildirilmeyen ({{count}})',
  never_other: 'Hiçbir yere bildirilmeyen ({{count}})',
  planned: 'planlandı',
  sent: 'gönderildi',
  answered: 'yanıtlandı',
  noDate: 'tarih yok',
  first: 'İlk {{shown}} kişi, toplam {{all}}.',
  tick: 'İşaretle: {{body}}, {{name}}',
  tickTitle: 'Gönderildi: {{body}}',
  badDate: 'Günü 2026-03-27, ayı 2026-03 biçiminde yazın.',
  emptyTitle: 'Kayıtlara göre tutulan kimse yok',
  emptyText: 'Tutulan kişiler, bildirildikleri makamlarla birlikte burada görünür.',
}

export const agenda: TurkicTranslated<typeof agendaEn> = {
  title: 'Ajanda',
  subtitle: 'Neyin ne zamana kadar yapılması gerektiği, kayıtlardaki tarihlerden.',
  when: {
    overdue: 'Gecikmiş',
    week: 'Bir hafta içinde',
    month: 'Bir ay içinde',
    later: 'Daha sonra',
  },
  what: {
    appealBy: 'İstinaf için son gün',
    remandUntil: 'Tutukluluk biter ya da uzatılır',
    answerBy: 'Yanıt bekleniyor',
    reviewOn: 'Rıza yeniden sorulacak',
    expiresOn: 'Rızanın süresi doluyor',
  },
  more_one: 've {{count}} tane daha',
  more_other: 've {{count}} tane daha',
  emptyTitle: 'Zamanı gelen bir şey yok',
  emptyText:
    'Buradaki tarihler yargılamalardan (istinaf için son gün, tutukluluğun sonu), başvurulardan (yanıt için son gün) ve rızalardan (yeniden ele alma, süre sonu) gelir.',
}
