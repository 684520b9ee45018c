/** Turkish words of the keys: the screen of the workspace, and what is done in the window that takes the passphrase. */
import type { keys as keysEn, keyTask as keyTaskEn } from '../en/keys.ts'
import type { TurkicTranslated } from '../translated.ts'

export const keys: TurkicTranslated<typeof keysEn> = {
  title: 'Anahtarlar',
  subtitle: 'Bu kasayı açan her şey. Bunlardan birine sahip olan her şeye sahiptir.',
  kind: {
    passphrase: 'Parola',
    recovery: 'Kurtarma kodu',
    keyFile: 'Anahtar dosyası',
    shares: 'Parça kartları',
  },
  list: 'Açma yolları',
  column: {
    name: 'Ad',
    kind: 'Tür',
    cost: 'Tahmin etme bedeli',
    made: 'Oluşturuldu',
    actions: 'İşlemler',
  },
  current: 'bu oturumu açan',
  unnamed: 'adsız',
  free_one: '{{count}} yer boş.',
  free_other: '{{count}} yer boş.',
  full: 'Sekiz yerin hepsi dolu: yenisini eklemeden önce birini kaldırın.',
  outside:
    'Adlar yalnızca açık kasanın içinde görünür; sekiz yerden kaçının kullanıldığını dışarıdan kimse anlayamaz.',
  readOnly: 'Kasa yalnızca okumak için açık, anahtarları şimdi değiştirilemez.',
  window: 'Her değişiklik parolayı ayrı bir pencerede ister: bu pencere onu hiç görmez.',
  addPassphrase: 'Parola ekle…',
  addPassphraseTitle: 'Bir parola daha',
  addPassphraseText:
    'Başka bir kişi ya da başka bir yer için. Her şeyi açar; daha az yetkili anahtar yoktur.',
  addKeyFile: 'Anahtar dosyası ekle…',
  addKeyFileTitle: 'Anahtar dosyası',
  addKeyFileText:
    'Sahibi, anahtar dosyasını başka bir bilgisayarda yapar ve size yalnızca açık anahtarını verir; bu bir sır değildir. Bundan sonra kasa o dosya ve dosyanın parolasıyla da açılır.',
  makeKeyFile: 'Anahtar dosyası yap…',
  makeKeyFileTitle: 'Yeni bir anahtar dosyası',
  makeKeyFileText:
    'Burada, kendi parolası olan küçük bir dosya yapılır. İkisi birlikte, şimdi açanların yanında kasayı açar. Onu kasadan ayrı bir bellekte saklayın.',
  publicKey: 'Açık anahtar',
  publicKeyHint: 'emanet-key1 ile başlayan tek bir uzun sözcük.',
  publicKeyFromFile: 'Dosyadan al…',
  fingerprint: 'Sesle karşılaştırılacak parmak izi:',
  cost: '{{memory}} MiB, {{passes}} geçiş',
  label: 'Ad',
  labelHint: 'Sonradan kimin olduğunu bilmeniz için. Yalnızca açık kasanın içinde görünür.',
  goOn: 'Öteki pencerede sürdür',
  newCode: 'Yeni kurtarma kodu…',
  newCodeTitle: 'Yeni bir kurtarma kodu',
  newCodeText: 'On iki yeni sözcük yapılır; eski kod bu kasayı artık açmaz.',
  codeLanguage: 'Sözcüklerin dili',
  changePassphrase: 'Parolayı değiştir…',
  rename: 'Yeniden adlandır',
  renameNamed: 'Yeniden adlandır: {{name}}',
  renameTitle: 'Yeniden adlandır',
  remove: 'Kaldır',
  removeNamed: 'Kaldır: {{name}}',
  removeTitle: '“{{name}}” kaldırılsın mı?',
  removeText:
    'Bu kasayı artık açmayacak. Daha önce yapılmış her kopyayı ve her yedeği açmayı sürdürür; kasayı onunla açmış olan kişi içindekileri saklamış olabilir.',
  removeRekey:
    'Onu, bundan sonrasını okumaması gereken biri biliyorsa kaldırmak yetmez. Kasayı kilitleyin ve kilit açma ekranında “Yeni anahtarlar…” seçeneğine basın: her şey başka bir anahtarla yeniden yazılır ve hiçbir eski kopya sonradan yazılanı açmaz.',
  removeCurrent: 'Şu anki oturumu açan budur.',
  removeLast: 'Bir kasayı açmanın son yolu kaldırılamaz.',
}

export const keyTask: TurkicTranslated<typeof keyTaskEn> = {
  gone: 'Yapılacak bir şey yok',
  goneText: 'Bu pencere, yapılmış ya da vazgeçilmiş bir anahtar değişikliği için açılmıştı.',
  added: 'Eklenecek parola',
  same: 'Kasayı zaten bu parola açıyor.',
  removeCopies:
    'Daha önce yapılmış kopya ve yedekler hâlâ onunla açılır. Yeni bir yedek alın; önemliyse eskileri yok edin.',
  addPassphrase: {
    title: 'Parola ekle',
    text: '“{{name}}”, kasayı şimdi açanların yanında açacak.',
    submit: 'Parolayı ekle',
    done: 'Parola eklendi',
    doneText: '“{{name}}” bundan sonra bu kasayı açar. Bu söylenmeden önce denendi.',
  },
  addKeyFile: {
    title: 'Anahtar dosyası ekle',
    text: '“{{name}}”, o dosyanın parolasıyla kasayı açacak.',
    submit: 'Anahtar dosyasını ekle',
    done: 'Anahtar dosyası eklendi',
    doneText: '“{{name}}” bundan sonra bu kasayı açar.',
  },
  makeKeyFile: {
    title: 'Anahtar dosyası yap',
    text: '“{{name}}”, o dosyanın parolasıyla kasayı açacak.',
    submit: 'Anahtar dosyasını yap',
    done: 'Anahtar dosyası yapıldı',
    doneText: '“{{name}}” bundan sonra bu kasayı açar. Parolası olmadan hiçbir şey açmaz.',
  },
  keyFilePassphrase: 'Anahtar dosyasının parolası',
  keyFilePlace: 'Anahtar dosyasının yazılacağı yer',
  chooseKeyFilePlace: 'Yer seç…',
  keyFilePlaceHint: 'En iyisi, kasadan ayrı tutulan bir bellektir. Hiçbir şeyin üzerine yazılmaz.',
  newRecoveryCode: {
    title: 'Yeni kurtarma kodu yap',
    text: 'Eskisi atılmadan önce yeni kod yazılır ve denenir.',
    submit: 'Yeni kodu yap',
    done: 'Yeni kod yapıldı',
    doneText:
      'Parola unutulursa kasayı bu 12 sözcük açar. Yalnızca bu bir kez gösterilirler. Önceki kod bu kasayı artık açmaz: kâğıdını yok edin.',
  },
  removeSlot: {
    title: 'Bir anahtarı kaldır',
    text: '“{{name}}” bu kasayı artık açmayacak.',
    submit: 'Kaldır',
    done: 'Anahtar kaldırıldı',
    doneText: '“{{name}}” bu kasayı artık açmıyor.',
  },
  secondPassphrase: 'Tanık bölümü için ikinci parola',
  alsoPassphrase: 'Bölümü ikinci bir parola da, hiçbir kart olmadan açsın',
  cardFolder: 'Kartların yazılacağı yer',
  chooseFolder: 'Klasör seç…',
  cardFolderHint:
    'Orada, her kart sahibi için bir PDF içeren yeni bir klasör oluşturulur. En iyisi, sonradan içini sileceğiniz bir bellektir.',
  cardsWritten: '“{{folder}}” klasöründe her kart sahibi için bir sayfa var, toplam {{count}}.',
  cardsHandle:
    'Her sayfayı basın, sahibine verin, sonra dosyaları silin: onlardan yeterince elinde olan, anahtara sahiptir.',
  cardsCheckEach:
    'Kartlar dağıtılınca basılı her kartı bir kez “Bir kartı denetle” ile denetleyin.',
  enableCustody: {
    title: 'Emanetçi modunu aç',
    text: 'Bundan sonra tanıkların kim olduğunu kasayı açanlar değil, yalnızca ikinci parola açar. O kaybolursa kimlikler de kaybolur.',
    submit: 'Aç',
    done: 'Emanetçi modu açık',
    doneText: 'Bölüm kapalı. Daha önce yapılmış kopya ve yedekler hâlâ o günkü gibi açılır.',
  },
  disableCustody: {
    title: 'Emanetçi modunu kapat',
    text: 'Kasayı açan, gerekçe yazarak tanıkların kimliklerini yeniden açabilir. Neden kapatıldığı deftere yazılır.',
    submit: 'Kapat',
    done: 'Emanetçi modu kapalı',
    doneText:
      'Kasayı açan, her biri için gerekçe yazarak tanıkların kimliklerini yeniden açabilir.',
  },
  makeCards: {
    title: 'Parça kartları yap: {{name}}',
    text: 'Önce kartlar yazılır ve anahtarı verdiklerini göstermek için bir araya getirilir. Ancak ondan sonra bir şey açarlar.',
    submit: 'Kartları yap',
    done: 'Kartlar yapıldı',
    doneText: 'Kullanıma girmeden önce bir araya getirildiler ve anahtarı verdiler.',
  },
  retireCards: {
    title: 'Bir kart takımını geçersiz kıl',
    text: 'Bu kartlar bu kasayı artık açmayacak.',
    submit: 'Takımı geçersiz kıl',
    done: 'Takım geçersiz kılındı',
    doneText:
      'Sahiplerinden kartlarını yok etmelerini isteyin: daha önce yapılmış kopya ve yedekleri hâlâ açarlar.',
  },
  checkCard: {
    title: 'Bir parça kartını denetle',
    text: 'Tek bir kart yeter: bu, kartın okunabildiğini ve dağıtılan kart olduğunu gösterir. Hiçbir şey açmaz.',
    submit: 'Kartı denetle',
    label: 'Kartın sözcükleri ya da karekodunun metni',
    hint: '40 sözcüğün hepsi, sırasıyla. Büyük harf, numara ve satır sonu önemli değildir.',
    good: 'Kart okunabiliyor ve bu kasanın',
    goodText: 'Kart {{number}} / {{n}}, {{holder}}. Bu takımdan herhangi {{k}} kart birlikte açar.',
    goodNobody: 'kimse yazılmadı',
    recorded: 'Bugün denetlendiği yazıldı.',
    retired: 'Ama takımı artık hiçbir şey açmıyor: kartı yok edin.',
    notRecorded: 'Kasa yalnızca okumak için açık, bu yüzden denetim günü yazılmadı.',
    damagedWord: 'Sözcük {{place}} hiçbir listede yok.',
    damagedCount_one: '{{count}} sözcük var; bir kartta 40 sözcük olur.',
    damagedCount_other: '{{count}} sözcük var; bir kartta 40 sözcük olur.',
    damagedSum:
      'Her sözcük listede var ama birlikte bir kart oluşturmuyorlar: biri başka bir sözcük ya da ikisi yer değiştirmiş.',
  },
  openCustody: {
    title: 'Tanık bölümünü aç',
    text: 'Herhangi bir şey okunmadan önce gerekçe deftere yazılır. Ondan sonra, süre dolana kadar tanıkların kim olduğuna bakılabilir.',
    submit: 'Bölümü aç',
    done: 'Bölüm açık',
    doneText:
      'Kendiliğinden ve kasayla birlikte kapanır. İstenirse bir tanığın sayfasında her an kapatılabilir.',
  },
}
