/** Turkish words about people who may be one: the reasons, and what becomes of a pair. */
import type { duplicates as duplicatesEn } from '../en/duplicates.ts'
import type { TurkicTranslated } from '../translated.ts'

export const duplicates: TurkicTranslated<typeof duplicatesEn> = {
  verdict: { same: 'Aynı', possible: 'Olası' },
  script: { cyrillic: 'Kiril yazısı', latin: 'Latin yazısı', other: 'başka bir yazı' },
  reason: {
    name: 'Ad ({{script}}): {{here}} ve {{there}}',
    nameAcross: 'Ad ({{script}} ve {{otherScript}}): {{here}} ve {{there}}',
    birthDateSame: 'Aynı gün doğmuş: {{there}}',
    birthDateFits: 'Doğum tarihleri uyuyor: {{here}} ve {{there}}',
    birthDateClose: 'Doğum tarihleri yakın: {{here}} ve {{there}}',
    birthDateDiffers: 'Doğum tarihleri farklı: {{here}} ve {{there}}',
    facility: 'Aynı tutma yeri: {{here}}',
    case: 'Aynı mahkemenin aynı kararı: {{here}}',
  },
  judged: 'Başka bir kayıtla karşılaştırıldı: aynı kişi mi, değil mi',
  bornOn: 'd. {{date}}',
  panel: {
    title: 'Belki zaten kayıtlı',
    hint: 'Hiçbir şey kendiliğinden birleşmez. İkinci bir kayıt oluşmadan önce bakın.',
    open: 'Aç',
    openName: 'Aç: {{name}}; burada yazılan saklanır',
    different: 'Başka bir kişi',
    differentName: '{{name}} başka bir kişi',
    told: 'Başka bir kişi: {{name}}',
    takeBack: 'Geri al',
  },
  merged: {
    title: 'Bu kişinin bir kaydı daha mı?',
    hint: 'Birleştirmeyle eklenenlerle bu kayıt başkalarına benziyor. Hiçbir şey kendiliğinden birleşmez.',
  },
  screen: {
    title: 'Olası yinelenen kayıtlar',
    intro:
      'Aynı kişi olabilecek kayıt çiftleri, en olasıları önce. Hiçbir şey kendiliğinden birleşmez.',
    notYet: 'Henüz karşılaştırılmadı',
    notYetText:
      'Herkesin her yazıdaki adları, doğum tarihleri, tutma yerleri ve davaları karşılaştırılır. Saniyeler sürer, binlerce kişide daha uzun.',
    look: 'Herkesi karşılaştır',
    lookAgain: 'Yeniden karşılaştır',
    looking: 'Herkes karşılaştırılıyor',
    progress: '{{done}} / {{total}}',
    none: 'Birbirine benzeyen iki kişi yok',
    noneText: 'Bundan sonra eklenen ya da değişen herkes karşılaştırılır.',
    pairs: 'Karar bekleyenler',
    pair: '{{a}} ve {{b}}',
    merge: 'Birleştir…',
    different: 'Farklı kişiler',
    later: 'Sonra',
    postponed: 'Kasa yeniden açılana dek ertelendi',
    stale:
      'O zamandan beri birçok kayıt değişti. Neye benzediklerini görmek için yeniden karşılaştırın.',
    more: 'Daha fazla göster',
    apart: 'Farklı kişiler denenler',
    apartText: 'Bir daha önerilmezler. Geri alınırsa soru yeniden açılır.',
    takeBack: 'Geri al',
    mergeTitle: 'Hangi kayıt kalsın?',
    keep: 'Bunu tut',
    merged: '{{from}}, {{into}} ile birleştirildi',
    said: 'Farklı kişiler olarak hatırlanacak',
  },
}
