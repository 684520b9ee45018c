/** Turkish words of the unlock view: opening a vault, making one, and changing its passphrase. */
import type {
  change as changeEn,
  create as createEn,
  makeKeyFile as makeKeyFileEn,
  passphrase as passphraseEn,
  unlock as unlockEn,
} from '../en/unlock.ts'
import type { TurkicTranslated } from '../translated.ts'

export const passphrase: TurkicTranslated<typeof passphraseEn> = {
  label: 'Parola',
  show: 'Yazılanı göster',
  hide: 'Yazılanı gizle',
  capsLock: 'Caps Lock açık.',
  script: {
    latin: 'Latin harfleri',
    cyrillic: 'Kiril harfleri',
    mixed: 'Latin ve Kiril harfleri karışık',
    other: 'başka bir alfabenin harfleri',
    none: 'yalnızca rakam ve işaretler',
  },
  scriptHint: 'Yazdığınız: {{script}}.',
  layouts: 'Aynı tuşları başka klavye düzenleriyle göster',
  layoutsTitle: 'Aynı tuşlar başka düzenlerde',
  layoutsText:
    'Başka bir düzen seçili olsaydı ne yazmış olurdunuz. Hiçbiri denenmedi; ekranı kimin görebildiğine dikkat edin.',
  layoutsNone: 'Başka hiçbir düzen bu tuşlarla başka bir metin vermiyor.',
  layout: {
    uk: 'Ukraynaca düzen',
    ru: 'Rusça düzen',
    en: 'İngilizce düzen',
    tr: 'Türkçe düzen',
    caps: 'Caps Lock tersine',
  },
  layoutUse: 'Alana yaz',
  layoutUseNamed: 'Alana yaz: {{layout}}',
  new: 'Yeni parola',
  repeat: 'Aynısı bir kez daha',
  repeatDiffers: 'İkisi henüz aynı değil.',
  repeatSame: 'İkisi aynı.',
  suggest: 'Beş rastgele sözcük öner',
  suggestHint: 'Ezberleyene kadar bir yere yazın. Boşluklar önemlidir.',
  strengthPrompt:
    'Birkaç sözcükten oluşan bir parolayı akılda tutmak, işaretli kısa bir paroladan kolaydır; tahmin etmek ise daha zordur.',
  strengthTime:
    'Elinde kasanın bir kopyası ve kiralık bir bilgisayar kümesi olan birine gereken süre: {{time}}.',
  strengthWeak: 'Kimseyi koruyamayacak kadar zayıf. Uzatın.',
  score: {
    '0': 'Anında tahmin edilir',
    '1': 'Çok zayıf',
    '2': 'Zayıf',
    '3': 'İyi',
    '4': 'Çok iyi',
  },
  time: {
    instant: 'bir saniye bile değil',
    seconds_one: '{{count}} saniye',
    seconds_other: '{{count}} saniye',
    minutes_one: '{{count}} dakika',
    minutes_other: '{{count}} dakika',
    hours_one: '{{count}} saat',
    hours_other: '{{count}} saat',
    days_one: '{{count}} gün',
    days_other: '{{count}} gün',
    months_one: '{{count}} ay',
    months_other: '{{count}} ay',
    years_one: '{{count}} yıl',
    years_other: '{{count}} yıl',
    thousands: 'binlerce yıl',
    millions: 'milyonlarca yıl',
    billions: 'Dünya’nın yaşından uzun',
  },
}

export const unlock: TurkicTranslated<typeof unlockEn> = {
  title: '“{{name}}” kasasını aç',
  open: 'Kilidi aç',
  opening: 'Anahtar türetiliyor…',
  openingHint: 'Bilerek biraz sürer: tahmin etmeyi yavaşlatır.',
  reading: 'Defter okunuyor…',
  wait_one: '{{count}} saniye sonra yeniden deneyin',
  wait_other: '{{count}} saniye sonra yeniden deneyin',
  way: {
    passphrase: 'Parolayı kullan',
    recovery: 'Kurtarma kodunu kullan',
    keyFile: 'Anahtar dosyası kullan',
    cards: 'Parça kartlarını kullan',
  },
  keyFileText:
    'Bir bellekte ya da başka bir diskte duran ve bu kasaya eklenmiş küçük bir dosya. Kendi parolası vardır.',
  keyFileChoose: 'Anahtar dosyasını seç…',
  keyFilePassphrase: 'Anahtar dosyasının parolası',
  wrongRecovery:
    'Her sözcüğü ve numarasını kâğıtla karşılaştırın. Yerine yenisi yapılmış bir kod kasayı artık açmaz.',
  readOnly: 'Yalnızca okumak için aç',
  formatOf: 'Biçiminin sürümü: {{version}}.',
  examine: 'Ne kadarının hâlâ açıldığına bak',
  examining: 'Her girdi deneniyor…',
  stillOpen: '{{entries}} girdiden {{readable}} tanesi hâlâ açılıyor',
  damagedEntries: 'Hasarlı ya da eksik: {{list}}.',
  stillRead: 'Bir bölümü hâlâ okunabilenler: {{list}}.',
  damagedMore: 'Ve daha fazlası.',
  damagedNext:
    'En yeni yedeği yeni bir klasöre geri yükleyin ve bu klasörü saklayın: o yedekten sonra yazılanlar “salvage” komutuyla içinden çıkarılabilir.',
  cardsText:
    'Yeterli sayıda kart sahibi kartını getirince kasa açılır. İlk kartın sözcüklerini yazın ya da karekodunun metnini yapıştırın.',
  cardsProgress: '{{have}} / {{needed}} kart',
  cardNumber: 'Kart {{number}} / {{made}}',
  cardRemove: 'Çıkar',
  cardLabel: 'Bir kartın sözcükleri',
  cardHint: 'Sırasıyla, aralarında boşlukla.',
  cardAdd: 'Bu kartı ekle',
  recoveryLabel: 'Kurtarma kodu',
  recoveryHint: 'Sakladığınız 12 sözcük, sırasıyla, İngilizce ya da Ukraynaca.',
  recoveryCount_one: 'şimdiye kadar {{count}} sözcük',
  recoveryCount_other: 'şimdiye kadar {{count}} sözcük',
  otherVault: 'Başka bir kasa aç',
  newVault: 'Yeni bir kasa oluştur',
  restore: 'Yedekten geri yükle',
  restoringHint: 'Her parça kopyalanırken denetlenir. Lütfen diski çıkarmayın.',
  restored:
    'Yedek, “{{name}}” adıyla geri yüklendi. Yedek alındığında geçerli olan parolayla açılır.',
  restoredDamaged_one: '{{count}} delil dosyası geri yüklenemedi',
  restoredDamaged_other: '{{count}} delil dosyası geri yüklenemedi',
  restoredDamagedText:
    'Hasar bu yedekte. Eksik olanın kayıtları yerinde; dosyaların kendisi başka bir yedekte hâlâ bulunabilir. Her birini yedeklerin denetimi söyler.',
  notVault: '“{{name}}” bir kasa değil.',
  inUseHere: 'Bu bilgisayarda bu programın başka bir penceresinde açık, şu andan beri: {{since}}.',
  inUseElsewhere: 'Başka bir bilgisayarda açık, şu andan beri: {{since}}.',
  process: 'İşlem {{pid}}',
  notices: 'Sürdürmeden önce',
  enter: 'Kasaya geç',
  welcomeTitle: 'Size emanet edilenler için',
  welcomeText:
    'Emanet, siyasi tutsak olarak alıkonulan insanların ve buna tanık olanların kayıtlarını kendi diskinizde şifreli olarak saklar. Siz vermedikçe bu bilgisayardan hiçbir şey çıkmaz.',
  makeTitle: 'Yeni bir kasa oluştur',
  makeText: 'Yaklaşık iki dakika sürer.',
  openTitle: 'Bir kasa aç',
  openText: 'Bu bilgisayardan ya da bir bellekten.',
  restoreTitle: 'Yedekten geri yükle',
  restoreText: 'Yeni bir klasöre; yedek olduğu gibi kalır.',
  language: 'Dil',
  theme: 'Koyu tema',
}

export const makeKeyFile: TurkicTranslated<typeof makeKeyFileEn> = {
  link: 'Anahtar dosyası yap…',
  title: 'Başka bir kasa için anahtar dosyası',
  text: 'Dosya ve parolası sizde kalır; başka yerdeki bir kasanın sorumlusu açık anahtarınızı ekleyince ikisi birlikte o kasayı açar. Burada başka hiçbir şey yapılmaz ve açılmaz.',
  done: 'Anahtar dosyası yapıldı',
  doneText:
    'Bu açık anahtarı kasanın sorumlusuna verin; o da Anahtarlar bölümünde “Anahtar dosyası ekle” ile ekler. Sır değildir ve hiçbir şey açmaz; ama sesli olarak sizinle karşılaştırsın ki kimse yerine başkasını koymasın.',
  copy: 'Açık anahtarı kopyala',
  save: 'Dosya olarak kaydet…',
  saved: '“{{name}}” olarak kaydedildi.',
  clipboard:
    'Kopyalanan, yarım dakika sonra panodan silinir. Parolası olmadan anahtar dosyası, dosya olmadan da parola hiçbir şey açmaz.',
  back: 'Tamam',
}

export const create: TurkicTranslated<typeof createEn> = {
  step: 'Adım {{step}} / 3',
  stepNames: { place: 'Yer', passphrase: 'Parola', recovery: 'Kurtarma kodu' },
  placeTitle: 'Kasa nerede dursun?',
  placeText:
    'Kasa bir klasördür. Bu bilgisayarda ya da bir bellekte durabilir, sonradan taşıyabilirsiniz.',
  placeName: 'Dışarıdan okunabilen tek şey klasörün adıdır. Kimseyi ele vermeyen bir ad seçin.',
  placeChoose: 'Yeri ve adı seç…',
  placeChange: 'Başka bir yer seç',
  placeChosen: 'Kasa burada oluşturulacak:',
  passphraseTitle: 'Bir parola seçin',
  passphraseText: 'Tek anahtar odur. Kimse sıfırlayamaz, bu programı yapanlar bile.',
  slower: 'Daha yavaş ve daha güçlü',
  slowerHint:
    'Her açılışta 1 GiB bellek ve birkaç saniye gerekir. Kasaya el konabilecek yerlerde iyidir.',
  make: 'Kasayı oluştur',
  making: 'Kasa oluşturuluyor…',
  recoveryTitle: 'Kurtarma kodunuz',
  recoveryText: 'Parola unutulursa kasayı bu 12 sözcük açar. Yalnızca bu bir kez gösterilirler.',
  recoveryWarning:
    'Onları kâğıt üzerinde, bu bilgisayardan ve kullanıldığı yerden uzakta saklayın. Onları bilen her şeye sahiptir.',
  recoveryList: 'Kurtarma kodunun 12 sözcüğü',
  print: 'Yazdır',
  saveFile: 'Dosyaya kaydet',
  kept: 'Saklandı.',
  keptFile: 'Kaydedildi. Dosya korumalı değil: başka bir yerde tuttuğunuz bir belleğe koyun.',
  putAway: 'Kodu güvenli bir yere kaldırdım',
  first: 'Geç ve ilk kişiyi ekle',
}

export const change: TurkicTranslated<typeof changeEn> = {
  title: 'Parolayı değiştir',
  text: 'Eskisi atılmadan önce yenisi yazılır ve denenir; bu yüzden yarıda kesilirse dışarıda kalmazsınız.',
  current: 'Şimdiki kurtarma kodu ya da parola',
  submit: 'Parolayı değiştir',
  sameAsCurrent: 'Bu, şimdiki parolanız.',
  doneTitle: 'Parola değişti',
  doneText: 'Bundan sonra bu kasayı yalnızca yenisi açar.',
  doneBackups:
    'Daha önce alınmış yedekler hâlâ eskisiyle açılır. Yeni bir yedek alın; eski parolayı başkaları biliyorsa eski yedekleri yok edin.',
  close: 'Bu pencereyi kapat',
}
