/** Turkish words of share cards and the custody of the witness compartment. */
import type { cards as cardsEn } from '../en/cards.ts'
import type { TurkicTranslated } from '../translated.ts'

export const cards: TurkicTranslated<typeof cardsEn> = {
  title: 'Parça kartları',
  teachTitle: 'Birkaç kişinin elindeki anahtar',
  teach:
    'Anahtar, güvendiğiniz her kişiye bir tane olmak üzere basılı kartlara bölünür. Tek bir kart hiçbir şey açmaz; yeterli sayıda kart bir araya gelince ne için yapıldılarsa onu açar. Kasa için bu, parola kaybolduğunda geri dönüş yoludur. Tanıkların kimlikleri için ise kimsenin onları tek başına açmaya zorlanamaması demektir.',
  make: 'Kart yap…',
  check: 'Bir kartı denetle…',
  retire: 'Geçersiz kıl…',
  retireNamed: 'Geçersiz kıl: {{name}}',
  purpose: {
    vault: 'Kasayı açar',
    custodians: 'Tanıkların kimliklerini korur',
  },
  setMade: 'Yapıldı: {{ago}}',
  state: {
    inUse: 'kullanımda',
    retired: 'geçersiz',
    opensNothing: 'artık hiçbir şey açmıyor',
  },
  guards:
    'Bu kartlar kimlikleri koruduğu sürece geçersiz kılınamaz. Onların yerine geçecek yeni bir takım yapın ya da emanetçi modunu kapatın.',
  column: { card: 'Kart', holder: 'Kimde', checked: 'Son denetim' },
  number: '{{number}} / {{n}}',
  nobody: 'kimse yazılmadı',
  never: 'hiç',
  overdue: 'denetim zamanı geldi',
  every_one: '{{count}} gündür ne yapılmış ne de denetlenmiş bir kartın denetim zamanı gelmiştir.',
  every_other:
    '{{count}} gündür ne yapılmış ne de denetlenmiş bir kartın denetim zamanı gelmiştir.',
  checkHow:
    'Denetim için kart sahibi bir kartın sözcüklerini okur ya da kodunu taratır. Hiçbir şey açılmaz, öteki kartlar oldukları yerde kalır.',
  older_one: 'Artık hiçbir şey açmayan {{count}} eski takım',
  older_other: 'Artık hiçbir şey açmayan {{count}} eski takım',
  dueTitle_one: '{{count}} parça kartı uzun süredir denetlenmedi',
  dueTitle_other: '{{count}} parça kartı uzun süredir denetlenmedi',
  dueText: 'Hâlâ bulunabilirken sahiplerinden kartlarını isteyin: {{who}}.',
  dueCard: 'kart {{number}} / {{n}}',
  dueLink: 'Kartlara git',
  newTitle: 'Yeni parça kartları',
  what: 'Kartlar neyi açar',
  whatVault:
    'Yeterli sayıda kart, parola gibi her şeyi açar. Kartlar sekiz yerden birini kullanır.',
  whatCustodians:
    'Bundan sonra tanıkların kim olduğunu, kasayı açanlar değil, yalnızca yeterli sayıda kart açar. Çok fazla kart kaybolursa kimlikler de kaybolur.',
  whatCustodiansAnew:
    'Bu kartlar, bölümü şimdi açan her şeyin yerine geçer: eski kartlar ve ikinci parola onu artık açmaz.',
  needed: 'Birlikte gereken kart sayısı',
  neededHint: '{{n}} karttan herhangi {{k}} tanesi. En çok {{spare}} kart kaybolabilir.',
  neededAll: '{{n}} kartın hepsi: biri kaybolursa açtıkları da kaybolur.',
  holders: 'Kart sahipleri',
  holdersHint:
    'Adlar kasanın içinde saklanır, hiçbir kartta yazmaz. Kart, sahibinin okuduğu dilde basılır.',
  holder: 'Kart {{number}}, sahibi',
  language: 'Kart {{number}}, dili',
  removeHolder: 'Kart {{number}}: çıkar',
  addHolder: 'Bir kart daha',
  compartment: 'Tanıkların kimlikleri',
  rootText:
    'Şu anda kasayı açan, her defasında gerekçe yazarak tanıkların kim olduğunu da okuyabilir. Emanetçi modunda bunun için kartı olan birkaç kişi ya da ikinci bir parola gerekir; o parola en iyisi başka birinde durur: kasayı açmaya zorlanan kişi tanıkları ele veremez.',
  custodianText: 'Emanetçi modu açık. Bölümü açan: {{ways}}.',
  enable: 'İkinci bir parolayla koru…',
  enableCards: 'Kartlarla koru…',
  disable: 'Emanetçi modunu kapat…',
  disableTitle: 'Emanetçi modu kapatılsın mı?',
  disableText:
    'O zaman kasayı açan, her defasında gerekçe yazarak tanıkların kim olduğunu okuyabilir. Kartlar ve ikinci parola bir işe yaramaz olur.',
  disableReason: 'Neden kapatılıyor?',
  disableReasonHint: 'Deftere yazılır.',
  openFirst: 'Kimin koruduğunu değiştirmek için önce bölümü açın.',
  retireTitle: 'Bu takım geçersiz kılınsın mı?',
  retireText:
    'Bu kartlar bu kasayı artık açmaz. Daha önce yapılmış kopya ve yedekleri açmayı sürdürürler: sahiplerinden onları yok etmelerini isteyin.',
}
