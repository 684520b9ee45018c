/** Words about people who may be one: the reasons, and what becomes of a pair. Crimean Tatar, machine-drafted. */
import type { duplicates as duplicatesEn } from '../en/duplicates.ts'
import type { TurkicTranslated } from '../translated.ts'

export const duplicates: TurkicTranslated<typeof duplicatesEn> = {
  verdict: { same: 'Aynı', possible: 'Ola bile' },
  script: { cyrillic: 'kiril', latin: 'latin', other: 'başqa yazı' },
  reason: {
    name: 'Adı ({{script}}): {{here}} ve {{there}}',
    nameAcross: 'Adı ({{script}} ve {{otherScript}}): {{here}} ve {{there}}',
    birthDateSame: 'Bir künde doğğan, {{there}}',
    birthDateFits: 'Doğğan künleri biri-birine uya: {{here}} ve {{there}}',
    birthDateClose: 'Doğğan künleri yaqın: {{here}} ve {{there}}',
    birthDateDiffers: 'Doğğan künleri farqlı: {{here}} ve {{there}}',
    facility: 'Aynı müessise: {{here}}',
    case: 'Aynı mahkemeniñ aynı ükümi: {{here}}',
  },
  judged: 'Başqa qaydnen teñeştirildi: aynı insanmı, degilmi',
  bornOn: 'doğğan {{date}}',
  panel: {
    title: 'Belki endi qayd etilgen',
    hint: 'İç bir şey öz-özünden birleşmey. Ekinci qayd yapılmazdan evel baqıñız.',
    open: 'Açmaq',
    openName: 'Açmaq: {{name}}; mında yazılğan saqlanır',
    different: 'Başqa insan',
    differentName: '{{name}} — başqa insan',
    told: 'Başqa insan: {{name}}',
    takeBack: 'Keri almaq',
  },
  merged: {
    title: 'Bu insannıñ daa bir qaydı?',
    hint: 'Birleştirüvden soñra bu qayd başqalarına beñzey. İç bir şey öz-özünden birleşmey.',
  },
  screen: {
    title: 'Ola bilgen tekrarlar',
    intro:
      'Bir insan ola bilgen qayd çiftleri, eñ ihtimallısı başta. İç bir şey öz-özünden birleşmey.',
    notYet: 'Daa teñeştirilmedi',
    notYetText:
      'Bütün insanlarnıñ er yazıdaki adları, doğğan künleri, müessiseleri ve davaları teñeştirile. Saniyeler süre, biñlernen insan olsa — uzunca.',
    look: 'Episini teñeştirmek',
    lookAgain: 'Kene teñeştirmek',
    looking: 'Episi teñeştirile',
    progress: '{{done}} / {{total}}',
    none: 'Birge oşağan eki insan yoq',
    noneText: 'Şimdiden soñ qoşulğan ya da deñiştirilgen er kes teñeştirile.',
    pairs: 'Qarar kerek',
    pair: '{{a}} ve {{b}}',
    merge: 'Birleştirmek…',
    different: 'Başqa-başqa insanlar',
    later: 'Soñra',
    postponed: 'Saqlav kelecek sefer açılğance ertelendi',
    stale: 'O vaqıttan çoq qayd deñişti. Kimge oşağanlarını körmek içün kene teñeştiriñiz.',
    more: 'Daa köstermek',
    apart: 'Başqa-başqa insan dep aytılğanlar',
    apartText: 'Olar daa teklif etilmey. Keri alınsa, sual kene açıla.',
    takeBack: 'Keri almaq',
    mergeTitle: 'Angi qayd qalsın?',
    keep: 'Bunı qaldırmaq',
    merged: '{{from}} — {{into}} ile birleştirildi',
    said: 'Başqa-başqa insan dep hatırlana',
  },
}
