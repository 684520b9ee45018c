/**
 * Share cards and the custody of the witness compartment, on the screen of the keys and in the frame around all.
 * Crimean Tatar, machine-drafted.
 */
import type { cards as cardsEn } from '../en/cards.ts'
import type { TurkicTranslated } from '../translated.ts'

export const cards: TurkicTranslated<typeof cardsEn> = {
  title: 'Anahtar kartları',
  teachTitle: 'Bir qaç adamdaki anahtar',
  teach:
    'Anahtar basılğan kartlarğa bölüne, siz işanğan er adamğa birer kart. Bir kart öz başına iç bir şey açmay; yeterli kart bir araya kelse, ne içün yapılğan olsalar, şunı aça. Hazne içün bu, parol ibaresi ğayıp olğanda keri kirmege yoldır. Şaatlarnıñ şahsiyetleri içün bu, iç kimseni olarnı yalıñız açmağa mecbur etmek mümkün olmağanı demektir.',
  make: 'Kartlar yapmaq…',
  check: 'Kartnı teşkermek…',
  retire: 'Qullanuvdan çıqarmaq…',
  retireNamed: 'Qullanuvdan çıqarmaq: {{name}}',
  purpose: {
    vault: 'Hazneni aça',
    custodians: 'Şaatlarnıñ şahsiyetlerini qorçalay',
  },
  setMade: 'Yapılğan: {{ago}}',
  state: {
    inUse: 'qullanıla',
    retired: 'qullanuvdan çıqarılğan',
    opensNothing: 'endi iç bir şey açmay',
  },
  guards:
    'Bu kartlar şahsiyetlerni qorçalağance olarnı qullanuvdan çıqarmaq mümkün degil. Olarnıñ yerini alacaq yañı taqım yapıñız ya da emanetçiler rejimini qapatıñız.',
  column: { card: 'Kart', holder: 'Saibi', checked: 'Soñki teşkerüv' },
  number: '{{number}} / {{n}}',
  nobody: 'adı yazılmağan',
  never: 'iç bir vaqıt',
  overdue: 'teşkermek kerek',
  every_one: '{{count}} kün içinde yapılmağan ya da teşkerilmegen kartnı teşkermek kerek.',
  every_other: '{{count}} kün içinde yapılmağan ya da teşkerilmegen kartnı teşkermek kerek.',
  checkHow:
    'Teşkerüv içün saibi bir kartnıñ sözlerini oquy ya da kodunı oquta. İç bir şey açılmay, diger kartlar yerinde qala.',
  older_one: 'Endi iç bir şey açmağan {{count}} eski taqım',
  older_other: 'Endi iç bir şey açmağan {{count}} eski taqım',
  dueTitle_one: '{{count}} anahtar kartı çoqtan teşkerilmegen',
  dueTitle_other: '{{count}} anahtar kartı çoqtan teşkerilmegen',
  dueText: 'Olarnı tapmaq mümkün olğance saiplerinden kartlarını sorañız: {{who}}.',
  dueCard: 'kart {{number}} / {{n}}',
  dueLink: 'Kartlarğa keçmek',
  newTitle: 'Yañı anahtar kartları',
  what: 'Kartlar neni aça',
  whatVault: 'Yeterli kart, parol ibaresi kibi, er şeyni aça. Olar sekiz yerden birini ala.',
  whatCustodians:
    'Şaatlarnıñ kim olğanını endi hazneni açqan şeyler degil, tek yeterli kart aça. Pek çoq kart ğayıp olsa, şahsiyetler de ğayıp olur.',
  whatCustodiansAnew:
    'Bu kartlar qısımnı şimdi açqan er şeyniñ yerini ala: eski kartlar ve ekinci parol ibaresi onı endi açmaycaq.',
  needed: 'Bir arada kerek olğan kartlar',
  neededHint: '{{n}} karttan er angi {{k}} danesi. Eñ çoq {{spare}} kart ğayıp ola bile.',
  neededAll: '{{n}} kartnıñ episi: biri ğayıp olsa, olar açqan şey de ğayıp olur.',
  holders: 'Kart saipleri',
  holdersHint:
    'Adlar hazneniñ içinde saqlana ve iç bir kartta yazılmay. Kart saibi oquğan tilde basıla.',
  holder: 'Kart {{number}}: saibi',
  language: 'Kart {{number}}: tili',
  removeHolder: 'Kartnı çıqarmaq: {{number}}',
  addHolder: 'Daa bir kart',
  compartment: 'Şaatlarnıñ şahsiyetleri',
  rootText:
    'Şimdi hazneni açqan adam şaatlarnıñ kim olğanını da oqup ola, er sefer sebebini yazıp. Emanetçiler rejiminde bunıñ içün kartları olğan bir qaç adam ya da ekinci parol ibaresi kerek, onı başqa adam saqlasa yahşı olur: hazneni açmağa mecbur etilgen adam şaatlarnı bildirip olamaycaq.',
  custodianText: 'Emanetçiler rejimi işley. Qısım ne ile açıla: {{ways}}.',
  enable: 'Ekinci parol ibaresini qullanmaq…',
  enableCards: 'Kartlar qullanmaq…',
  disable: 'Emanetçiler rejimini qapatmaq…',
  disableTitle: 'Emanetçiler rejimini qapataymızmı?',
  disableText:
    'Soñra hazneni açqan adam şaatlarnıñ kim olğanını oqup olacaq, er sefer sebebini yazıp. Kartlar ve ekinci parol ibaresi endi kerek olmaycaq.',
  disableReason: 'Ne içün qapatıla?',
  disableReasonHint: 'Jurnalğa yazıla.',
  openFirst: 'Kim qorçalağanını deñiştirmek içün evelâ onı açıñız.',
  retireTitle: 'Bu taqımnı qullanuvdan çıqaraymızmı?',
  retireText:
    'Onıñ kartları bu hazneni endi açmaycaq. Olar evelce yapılğan kopiyalarnı ve ihtiyat kopiyalarını açmağa devam ete: saiplerinden olarnı yoq etmelerini sorañız.',
}
