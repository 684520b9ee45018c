/**
 * Words of the keys: the screen of the workspace, and what is done in the window that takes the passphrase. Crimean
 * Tatar, machine-drafted.
 */
import type { keys as keysEn, keyTask as keyTaskEn } from '../en/keys.ts'
import type { TurkicTranslated } from '../translated.ts'

export const keys: TurkicTranslated<typeof keysEn> = {
  title: 'Anahtarlar',
  subtitle: 'Bu hazneni açqan er şey. Olardan biri olğan adamda hazneniñ episi bar.',
  kind: {
    passphrase: 'Parol ibaresi',
    recovery: 'Tiklev kodu',
    keyFile: 'Anahtar faylı',
    shares: 'Anahtar kartları',
  },
  list: 'Ne ile açıla',
  column: {
    name: 'Adı',
    kind: 'Çeşiti',
    cost: 'Bilip tapuv bedeli',
    made: 'Yapılğan',
    actions: 'Areketler',
  },
  current: 'bu oturışnı açtı',
  unnamed: 'adı yoq',
  free_one: '{{count}} yer boş.',
  free_other: '{{count}} yer boş.',
  full: 'Sekiz yerniñ episi tolu: yañısını qoşmazdan evel birini çıqarıñız.',
  outside:
    'Adlar tek açıq hazneniñ içinde kösterile; sekiz yerden qaçı tolu olğanını tışarıdan iç kimse bilip olamay.',
  readOnly: 'Hazne tek oqumaq içün açıq, onıñ içün anahtarlarını şimdi deñiştirmek mümkün degil.',
  window: 'Er deñiştirme parol ibaresini ayrı pencerede soray: bu pencere onı iç bir vaqıt körmey.',
  addPassphrase: 'Parol ibaresini qoşmaq…',
  addPassphraseTitle: 'Daa bir parol ibaresi',
  addPassphraseText: 'Başqa insan ya da başqa yer içün. O er şeyni aça; kiçik anahtarlar yoq.',
  addKeyFile: 'Anahtar faylını qoşmaq…',
  addKeyFileTitle: 'Anahtar faylı',
  addKeyFileText:
    'Onıñ saibi anahtar faylını başqa kompyuterde yapa ve sizge tek açıq anahtarını bere, bu ise sır degil. Soñra hazne şu fayl ve onıñ parol ibaresi ile açıla.',
  makeKeyFile: 'Anahtar faylını yapmaq…',
  makeKeyFileTitle: 'Yañı anahtar faylı',
  makeKeyFileText:
    'Mında öz parol ibaresi olğan kiçik bir fayl yapıla. Ekisi beraber hazneni aça, şimdi onı açqanlarğa qoşma olaraq. Onı fleşkada, hazneden ayrı saqlañız.',
  publicKey: 'Açıq anahtar',
  publicKeyHint: 'emanet-key1 ile başlanğan bir uzun söz.',
  publicKeyFromFile: 'Fayldan almaq…',
  fingerprint: 'Parmaq izi, davuşnen teñeştirmek içün:',
  cost: '{{memory}} MiB, {{passes}} keçim',
  label: 'Adı',
  labelHint: 'Soñra kimniñki olğanını bilmek içün. Tek açıq hazneniñ içinde körüne.',
  goOn: 'Diger pencerede devam etmek',
  newCode: 'Yañı tiklev kodu…',
  newCodeTitle: 'Yañı tiklev kodu',
  newCodeText: 'On eki yañı söz yapıla, eski kod bu hazneni endi açmay.',
  codeLanguage: 'Sözlerniñ tili',
  changePassphrase: 'Parol ibaresini deñiştirmek…',
  rename: 'Adını deñiştirmek',
  renameNamed: 'Adını deñiştirmek: {{name}}',
  renameTitle: 'Adını deñiştirüv',
  remove: 'Çıqarmaq',
  removeNamed: 'Çıqarmaq: {{name}}',
  removeTitle: 'Çıqaraymızmı: “{{name}}”?',
  removeText:
    'O endi bu hazneni açmaycaq. Amma evelce yapılğan er kopiyanı ve er ihtiyat kopiyasını açmağa devam etecek, hazneni onıñnen açqan adam ise içindekilerni saqlap qalğan ola bile.',
  removeRekey:
    'Eger onı endi oqumaması kerek olğan birev bilse, çıqarmaq yeterli degil. Hazneni kilitleñiz ve açılğan yerinde “Yañı anahtarlar…” saylañız: er şey başqa anahtar ile yañıdan yazıla ve iç bir eski kopiya soñra yazılğan şeylerni açmay.',
  removeCurrent: 'Şimdiki oturışnı açqan budır.',
  removeLast: 'Hazneni açqan soñki yolnı çıqarmaq mümkün degil.',
}

export const keyTask: TurkicTranslated<typeof keyTaskEn> = {
  gone: 'Yapılacaq bir şey yoq',
  goneText:
    'Bu pencere anahtarlarnı deñiştirmek içün açılğan edi, deñiştirme bitti ya da ondan vazgeçildi.',
  added: 'Qoşulacaq parol ibaresi',
  same: 'Bu ibare hazneni endi aça.',
  removeCopies:
    'Evelce yapılğan kopiyalar ve ihtiyat kopiyaları alâ daa onıñnen açıla. Yañı ihtiyat kopiyasını yapıñız, kerek olğan yerde eskilerini yoq etiñiz.',
  addPassphrase: {
    title: 'Parol ibaresini qoşmaq',
    text: 'Hazneni şimdi açqanlarğa qoşma olaraq “{{name}}” da açacaq.',
    submit: 'Parol ibaresini qoşmaq',
    done: 'Parol ibaresi qoşuldı',
    doneText: 'Endi bu hazneni “{{name}}” da aça. Bu aytılmazdan evel sınaldı.',
  },
  addKeyFile: {
    title: 'Anahtar faylını qoşmaq',
    text: 'Hazneni “{{name}}” da açacaq, şu faylnıñ parol ibaresi ile beraber.',
    submit: 'Anahtar faylını qoşmaq',
    done: 'Anahtar faylı qoşuldı',
    doneText: 'Endi bu hazneni “{{name}}” da aça.',
  },
  makeKeyFile: {
    title: 'Anahtar faylını yapmaq',
    text: 'Hazneni “{{name}}” da açacaq, şu faylnıñ parol ibaresi ile beraber.',
    submit: 'Anahtar faylını yapmaq',
    done: 'Anahtar faylı yapıldı',
    doneText: 'Endi bu hazneni “{{name}}” da aça. Parol ibaresi olmasa, iç bir şey açmay.',
  },
  keyFilePassphrase: 'Anahtar faylınıñ parol ibaresi',
  keyFilePlace: 'Anahtar faylı qayda yazılacaq',
  chooseKeyFilePlace: 'Yer saylamaq…',
  keyFilePlaceHint: 'Eñ yahşısı — hazneden ayrı saqlanğan fleşka. İç bir şeyniñ üstüne yazılmay.',
  newRecoveryCode: {
    title: 'Yañı tiklev kodunı yapmaq',
    text: 'Eski kod alınmazdan evel yañısı yazıla ve sınala.',
    submit: 'Yañı kodnı yapmaq',
    done: 'Yañı kod yapıldı',
    doneText:
      'Parol ibaresi unutılsa, hazneni bu 12 söz aça. Olar tek şimdi, bir kere kösterile. Evelki kod bu hazneni endi açmay: onıñ kâğıtını yoq etiñiz.',
  },
  removeSlot: {
    title: 'Anahtarnı çıqarmaq',
    text: 'Endi bu hazneni açmaycaq: “{{name}}”.',
    submit: 'Çıqarmaq',
    done: 'Anahtar çıqarıldı',
    doneText: 'Endi bu hazneni açmay: “{{name}}”.',
  },
  secondPassphrase: 'Ekinci parol ibaresi, şaatlar qısmı içün',
  alsoPassphrase: 'Qısımnı ekinci parol ibaresi de aça, iç bir kartsız',
  cardFolder: 'Kartlar qayda yazılacaq',
  chooseFolder: 'Papka saylamaq…',
  cardFolderHint:
    'Anda yañı papka yapıla, içinde er kart saibi içün bir PDF. Eñ yahşısı — soñra temizlenecek fleşka.',
  cardsWritten: 'Bu papkada er kart saibi içün bir saife bar: “{{folder}}”. Toplam {{count}}.',
  cardsHandle:
    'Er saifeni basıñız, saibine beriñiz, soñra fayllarnı yoq etiñiz: olardan yeterlisi kimde olsa, anahtar onda.',
  cardsCheckEach:
    'Kartlar berilgen soñ, er basılğan kartnı “Kartnı teşkermek” ile bir kere teşkeriñiz.',
  enableCustody: {
    title: 'Emanetçiler rejimini işletmek',
    text: 'Endi şaatlarnıñ kim olğanını hazneni açqan şeyler degil, tek ekinci parol ibaresi aça. O ğayıp olsa, şahsiyetler de ğayıp olur.',
    submit: 'İşletmek',
    done: 'Emanetçiler rejimi işley',
    doneText:
      'Qısım qapalı. Evelce yapılğan kopiyalar ve ihtiyat kopiyaları o vaqıttaki kibi açıla.',
  },
  disableCustody: {
    title: 'Emanetçiler rejimini qapatmaq',
    text: 'Hazneni açqan adam şaatlarnıñ şahsiyetlerini tekrar açıp olacaq, sebebini yazıp. Rejimniñ ne içün qapatılğanı jurnalğa yazıla.',
    submit: 'Qapatmaq',
    done: 'Emanetçiler rejimi qapatıldı',
    doneText:
      'Hazneni açqan adam şaatlarnıñ şahsiyetlerini tekrar açıp ola, er birini öz sebebinen.',
  },
  makeCards: {
    title: 'Anahtar kartlarını yapmaq: {{name}}',
    text: 'Evelâ kartlar yazıla ve anahtarnı bergenini isbatlamaq içün bir araya ketirile. Tek ondan soñ olar bir şey aça.',
    submit: 'Kartlarnı yapmaq',
    done: 'Kartlar yapıldı',
    doneText: 'İşke qoşulmazdan evel olar bir araya ketirildi ve anahtarnı berdi.',
  },
  retireCards: {
    title: 'Kart taqımını qullanuvdan çıqarmaq',
    text: 'Onıñ kartları bu hazneni endi açmaycaq.',
    submit: 'Taqımnı çıqarmaq',
    done: 'Taqım qullanuvdan çıqarıldı',
    doneText:
      'Saiplerinden kartlarını yoq etmelerini sorañız: olar evelce yapılğan kopiyalarnı ve ihtiyat kopiyalarını alâ daa aça.',
  },
  checkCard: {
    title: 'Anahtar kartını teşkermek',
    text: 'Bir kart yeterli: bu, onıñ oqulğanını ve berilgen kartnıñ özü olğanını köstere. İç bir şey açılmay.',
    submit: 'Kartnı teşkermek',
    label: 'Kartnıñ sözleri ya da kare kodunıñ metni',
    hint: '40 sözniñ episi, öz sırasınen. Büyük arifler, nomeralar ve satırlar müim degil.',
    good: 'Kart oqula ve bu haznege ait',
    goodText:
      'Kart {{number}} / {{n}}, {{holder}}. Bu taqımdan er angi {{k}} kart beraber onı aça.',
    goodNobody: 'adı yazılmağan',
    recorded: 'Bugün teşkerilgeni yazıldı.',
    retired: 'Amma onıñ taqımı endi iç bir şey açmay: kartnı yoq etiñiz.',
    notRecorded: 'Hazne tek oqumaq içün açıq, onıñ içün teşkerüv künü yazılmay.',
    damagedWord: '{{place}} nomeralı söz iç bir cedvelde yoq.',
    damagedCount_one: 'Mında {{count}} söz bar; kartta 40 söz ola.',
    damagedCount_other: 'Mında {{count}} söz bar; kartta 40 söz ola.',
    damagedSum:
      'Er söz cedvelde bar, amma beraber olar kart degil: olardan biri başqa söz ya da eki söz yerini deñiştirgen.',
  },
  openCustody: {
    title: 'Şaatlar qısmını açmaq',
    text: 'İç bir şey oqulmazdan evel sebep jurnalğa yazıla. Soñra vaqıt bitkence şaatlarnıñ kim olğanına baqmaq mümkün.',
    submit: 'Qısımnı açmaq',
    done: 'Qısım açıq',
    doneText:
      'O öz başına ve hazne ile beraber qapatıla. Onı istegen vaqıtta şaatnıñ saifesinde qapatmaq mümkün.',
  },
}
