/**
 * Words of the unlock view: opening a vault, making one, and changing its passphrase. Crimean Tatar, machine-drafted.
 */
import type {
  change as changeEn,
  create as createEn,
  makeKeyFile as makeKeyFileEn,
  passphrase as passphraseEn,
  unlock as unlockEn,
} from '../en/unlock.ts'
import type { TurkicTranslated } from '../translated.ts'

export const passphrase: TurkicTranslated<typeof passphraseEn> = {
  label: 'Parol ibaresi',
  show: 'Yazılğanını köstermek',
  hide: 'Yazılğanını gizlemek',
  capsLock: 'Caps Lock yandırılğan.',
  script: {
    latin: 'latin arifleri',
    cyrillic: 'kiril arifleri',
    mixed: 'latin ve kiril arifleri qarışıq',
    other: 'başqa elifbeniñ arifleri',
    none: 'tek raqamlar ve işaretler',
  },
  scriptHint: 'Siz yazasıñız: {{script}}.',
  layouts: 'Aynı tüymelerni başqa klaviatura tertiplerinde köstermek',
  layoutsTitle: 'Aynı tüymeler başqa tertiplerde',
  layoutsText:
    'Başqa tertip açıq olğan olsa, ne yazılğan olur edi. Olardan iç biri sınalmadı; ekrannı kim körgenine diqqat etiñiz.',
  layoutsNone: 'Başqa iç bir tertip bu tüymelerden başqa metin bermey.',
  layout: {
    uk: 'Ukrain tertibi',
    ru: 'Rus tertibi',
    en: 'İngliz tertibi',
    tr: 'Türk tertibi',
    caps: 'Caps Lock tersine',
  },
  layoutUse: 'Hanege qoymaq',
  layoutUseNamed: 'Hanege qoymaq: {{layout}}',
  new: 'Yañı parol ibaresi',
  repeat: 'Daa bir kere aynısı',
  repeatDiffers: 'Ekisi daa bir degil.',
  repeatSame: 'Ekisi bir.',
  suggest: 'Beş tesadüfiy söz teklif etmek',
  suggestHint: 'Ezberlegence olarnı kâğıtta tutuñız. Boşluqlar da sayıla.',
  strengthPrompt:
    'Bir qaç sözden ibaret parol ibaresini aqılda tutmaq işaretli qısqa parolden qolay, bilip tapmaq ise qıyınca.',
  strengthTime:
    'Hazneniñ kopiyası ve kiralanğan kompyuterler toplamı olğan adamğa kerek olacaq vaqıt: {{time}}.',
  strengthWeak: 'Kimseni qorçalamaq içün pek zayıf. Onı uzunca yapıñız.',
  score: {
    '0': 'Deral bilip tapıla',
    '1': 'Pek zayıf',
    '2': 'Zayıf',
    '3': 'Yahşı',
    '4': 'Pek yahşı',
  },
  time: {
    instant: 'iç vaqıt kerek degil',
    seconds_one: '{{count}} saniye',
    seconds_other: '{{count}} saniye',
    minutes_one: '{{count}} daqqa',
    minutes_other: '{{count}} daqqa',
    hours_one: '{{count}} saat',
    hours_other: '{{count}} saat',
    days_one: '{{count}} kün',
    days_other: '{{count}} kün',
    months_one: '{{count}} ay',
    months_other: '{{count}} ay',
    years_one: '{{count}} yıl',
    years_other: '{{count}} yıl',
    thousands: 'biñlernen yıl',
    millions: 'millionlarnen yıl',
    billions: 'Yer küresiniñ yaşından uzun',
  },
}

export const unlock: TurkicTranslated<typeof unlockEn> = {
  title: 'Hazneni açmaq: “{{name}}”',
  open: 'Açmaq',
  opening: 'Anahtar esaplana…',
  openingHint: 'Bu mahsus biraz vaqıt ala: böyle bilip tapuv yavaşlay.',
  reading: 'Jurnal oqula…',
  wait_one: '{{count}} saniyeden soñ tekrarlañız',
  wait_other: '{{count}} saniyeden soñ tekrarlañız',
  way: {
    passphrase: 'Parol ibaresini qullanmaq',
    recovery: 'Tiklev kodunı qullanmaq',
    keyFile: 'Anahtar faylını qullanmaq',
    cards: 'Anahtar kartlarını qullanmaq',
  },
  keyFileText:
    'Fleşkada ya da başqa diskte olğan, bu haznege qoşulğan kiçik fayl. Onıñ öz parol ibaresi bar.',
  keyFileChoose: 'Anahtar faylını saylamaq…',
  keyFilePassphrase: 'Anahtar faylınıñ parol ibaresi',
  wrongRecoveryTitle: 'Bu tiklev kodu hazneni açmay.',
  wrongRecoverySafe: 'Hazne bütün. Uymağan şey fayllar degil, koddır.',
  wrongRecovery:
    'Er sözni ve nomerasını kâğıt ile teñeştiriñiz. Yerine yañısı yapılğan kod hazneni endi açmay.',
  readOnly: 'Tek oqumaq içün açmaq',
  formatOf: 'Onıñ formatı: versiya {{version}}.',
  examine: 'Ne qadarı daa açıla, baqmaq',
  examining: 'Er yazı sınala…',
  stillOpen: '{{entries}} yazıdan {{readable}} danesi daa açıla',
  damagedEntries: 'Bozulğan ya da yetişmegen: {{list}}.',
  stillRead: 'Bulardan daa bir şey oqumaq mümkün: {{list}}.',
  damagedMore: 'Ve daa başqaları.',
  damagedNext:
    'Eñ yañı ihtiyat kopiyasını yañı papkağa tikleñiz ve bu papkanı saqlañız: şu kopiyadan soñ yazılğan şeylerni ondan “salvage” emiri ile çıqarmaq mümkün.',
  cardsText:
    'Yeterli kart saibi öz kartını ketirgende hazne açıla. Birinci kartnıñ sözlerini yazıñız ya da onıñ kare kodunıñ metnini qoyuñız.',
  cardsProgress: '{{needed}} karttan {{have}} danesi bar',
  cardNumber: 'Kart {{number}} / {{made}}',
  cardRemove: 'Çıqarmaq',
  cardLabel: 'Kartnıñ sözleri',
  cardHint: 'Öz sırasınen, aralarında boşluq ile.',
  cardAdd: 'Bu kartnı qoşmaq',
  recoveryLabel: 'Tiklev kodu',
  recoveryHint: 'Saqlap qoyğan 12 söziñiz, öz sırasınen, ingliz ya da ukrain tilinde.',
  recoveryCount_one: 'şimdilik {{count}} söz',
  recoveryCount_other: 'şimdilik {{count}} söz',
  otherVault: 'Başqa hazneni açmaq',
  newVault: 'Yañı hazne yapmaq',
  restore: 'İhtiyat kopiyasından tiklemek',
  restoringHint: 'Kopiyalanğanda er qısım teşkerile. Diskni çıqarmañız.',
  restored:
    'İhtiyat kopiyası tiklendi: “{{name}}”. O, kopiya yapılğanda olğan parol ibaresi ile açıla.',
  restoredDamaged_one: '{{count}} delil faylını tiklemek mümkün olmadı',
  restoredDamaged_other: '{{count}} delil faylını tiklemek mümkün olmadı',
  restoredDamagedText:
    'Bozuluv bu ihtiyat kopiyasındadır. Coyulğannıñ qaydları bar; fayllarnıñ özleri başqa ihtiyat kopiyasında ola bile. Er birini ihtiyat kopiyalarını teşkerüv köstere.',
  notVault: 'Bu hazne degil: “{{name}}”.',
  inUseHere: 'O, bu kompyuterde bu programmanıñ başqa penceresinde açıq, vaqtı: {{since}}.',
  inUseElsewhere: 'O, başqa kompyuterde açıq, vaqtı: {{since}}.',
  process: 'Protsess {{pid}}',
  notices: 'Devam etmezden evel',
  enter: 'Haznege keçmek',
  welcomeTitle: 'Sizge emanet etilgen şeyler içün',
  welcomeText:
    'Emanet siyasiy mabüs olaraq tutulğan insanlar ve buña şaat olğanlar aqqında qaydlarnı öz diskiñizde şifrlengen alda saqlay. Siz özüñiz bermegence, bu kompyuterden iç bir şey çıqmay.',
  makeTitle: 'Yañı hazne yapmaq',
  makeText: 'Taqriben eki daqqa devam ete.',
  openTitle: 'Hazneni açmaq',
  openText: 'Bu kompyuterden ya da fleşkadan.',
  restoreTitle: 'İhtiyat kopiyasından tiklemek',
  restoreText: 'Yañı papkağa; ihtiyat kopiyası olğanı kibi qala.',
  language: 'Til',
  theme: 'Qaranlıq körüniş',
}

/** A key file for a vault that is somewhere else. */
export const makeKeyFile: TurkicTranslated<typeof makeKeyFileEn> = {
  link: 'Anahtar faylını yapmaq…',
  title: 'Başqa hazne içün anahtar faylı',
  text: 'Fayl ve onıñ parol ibaresi sizde qala; hazneniñ saibi açıq anahtarıñıznı oña qoşqan soñ, ekisi beraber başqa yerdeki hazneni aça. Mında başqa iç bir şey yapılmay ve açılmay.',
  done: 'Anahtar faylı yapıldı',
  doneText:
    'Bu açıq anahtarnı hazneniñ saibine beriñiz, o onı “Anahtarlar” bölüginde “Anahtar faylını qoşmaq” ile qoşar. Bu sır degil ve iç bir şey açmay; amma iç kimse onıñ yerine başqasını qoymasın dep, onı siziñnen davuşnen teñeştirsin.',
  copy: 'Açıq anahtarnı kopiyalamaq',
  save: 'Fayl olaraq saqlamaq…',
  saved: '“{{name}}” olaraq saqlandı.',
  clipboard:
    'Kopiyalanğan şey yarım daqqadan soñ buferden çıqarıla. Parol ibaresi olmasa, anahtar faylı iç bir şey açmay; fayl olmasa, parol ibaresi iç bir şey açmay.',
  back: 'Azır',
}

export const create: TurkicTranslated<typeof createEn> = {
  step: '3 adımdan {{step}}',
  stepNames: { place: 'Yer', passphrase: 'Parol ibaresi', recovery: 'Tiklev kodu' },
  placeTitle: 'Hazne qayda olsun?',
  placeText:
    'Hazne — papkadır. O bu kompyuterde ya da fleşkada ola bile, soñra onı avuştırmaq mümkün.',
  placeName: 'Tışarıdan oqulğan tek bir şey — papkanıñ adı. İç kimseni bildirmegen ad saylañız.',
  placeChoose: 'Yerni ve adını saylamaq…',
  placeChange: 'Başqasını saylamaq',
  placeChosen: 'Hazne mında yapılacaq:',
  passphraseTitle: 'Parol ibaresini saylañız',
  passphraseText:
    'Bu — birden-bir anahtar. Onı iç kimse, atta bu programmanı yapqanlar da yañıdan belgilep olamay.',
  slower: 'Yavaşça ve küçlüce',
  slowerHint:
    'Er açuvda 1 GiB hafıza ve bir qaç saniye kerek. Hazne tartıp alına bilgen yerde yahşı.',
  make: 'Hazneni yapmaq',
  making: 'Hazne yapıla…',
  recoveryTitle: 'Tiklev koduñız',
  recoveryText:
    'Parol ibaresi unutılsa, hazneni bu 12 söz aça. Olar tek şimdi, bir kere kösterile.',
  recoveryWarning:
    'Olarnı kâğıtta, bu kompyuterden ve o qullanılğan yerden uzaqta saqlañız. Olar kimde olsa, er şey onda.',
  recoveryList: 'Tiklev kodunıñ 12 sözü',
  print: 'Basmaq',
  saveFile: 'Faylğa saqlamaq',
  kept: 'Saqlandı.',
  keptFile: 'Saqlandı. Fayl qorçalanmağan: onı başqa yerde tutulğan fleşkağa qoyuñız.',
  putAway: 'Kodnı saqlap qoydım',
  first: 'Devam etmek ve birinci insannı qoşmaq',
}

export const change: TurkicTranslated<typeof changeEn> = {
  title: 'Parol ibaresini deñiştirmek',
  text: 'Eskisi alınmazdan evel yañısı yazıla ve sınala, onıñ içün iş kesilse de, hazne siz içün qapalı qalmay.',
  current: 'Şimdiki tiklev kodu ya da parol ibaresi',
  submit: 'Parol ibaresini deñiştirmek',
  sameAsCurrent: 'Bu, şimdiki parol ibareñiz.',
  doneTitle: 'Parol ibaresi deñiştirildi',
  doneText: 'Endi bu hazneni tek yañısı aça.',
  doneBackups:
    'Evelce yapılğan ihtiyat kopiyaları alâ daa eskisi ile açıla. Yañı ihtiyat kopiyasını yapıñız, eski parol ibaresini başqalar bilse, eski kopiyalarnı yoq etiñiz.',
  close: 'Bu pencereni qapatmaq',
}
