/** Turkish words of the dossier screens. */
import type { dossier as dossierEn } from '../en/dossier.ts'
import type { TurkicTranslated } from '../translated.ts'

export const dossier: TurkicTranslated<typeof dossierEn> = {
  newTitle: 'Yeni bilgi dosyası',
  newSubtitle:
    'Bir kişi listesi ve her kişi için bir sayfa. Muhatabın okumaması gereken dışarıda bırakılır; neyin neden bırakıldığını görürsünüz.',
  people: 'Kişiler',
  search: 'Ada göre ara, her yazıyla',
  selectNamed: 'Listeye al: {{name}}',
  selectShown: 'Gösterilenlerin hepsini seç',
  clear: 'Seçimi temizle',
  found_one: '{{count}} kişi bulundu',
  found_other: '{{count}} kişi bulundu',
  nobodyTitle: 'Henüz kimse kaydedilmedi',
  nobodyText: 'Bilgi dosyası insanları anlatır. Önce ilk kişiyi kaydedin, sonra buraya dönün.',
  nobodyAction: 'Kişi ekle',
  nobodyFound: 'Böyle bir adı olan kimse yok. Daha az harf ya da başka bir yazılış deneyin.',
  chosen: 'Listede',
  chosenCount_one: 'Listede {{count}} kişi',
  chosenCount_other: 'Listede {{count}} kişi',
  chosenNone: 'Listede henüz kimse yok. Soldan kişi seçin.',
  remove: 'Listeden çıkar: {{name}}',
  tooMany: 'Bir bilgi dosyası en çok {{count}} kişi alır.',
  audience: 'Kim okuyacak',
  audienceHint: 'Neyin dışarıda bırakılacağını belirler.',
  language: 'Dil',
  proposals: 'Kırım Tatarca sözcüklerin bir bölümü öneridir. Ana dili olan bir editöre okutun.',
  listNumber: 'Liste numarası',
  recipient: 'Alıcı',
  recipientHint:
    'Bilgi dosyasına basılır ve kasada saklanır; böylece bir kopyanın nereden çıktığı bulunabilir.',
  noContactTitle: 'Basılacak iletişim yok',
  noContact:
    'Bilgi dosyası kime yanıt verileceğini söylemeyecek. Kendi kuruluşunuzu kamuya açık iletişimiyle kaydedin.',
  noContactAction: 'Kuruluşumuzu kaydet',
  preview: 'Onların gözüyle gör',
  backToChoice: 'Seçimi değiştir',
  previewTitle: 'Alıkoyan devletin okuyacağı gibi',
  previewSubtitle:
    'Arabulucuya giden her şey, tutsakları elinde tutanlara ulaşır. Her sayfayı onların gözüyle okuyun.',
  previewSubtitleOther:
    'Çıkan bir kopya geri alınamaz. Her sayfayı, zarar vermek isteyen o tek okur gibi okuyun.',
  page: 'Sayfa {{page}}',
  heldBack: 'Dışarıda bırakılanlar ve nedenleri',
  heldBackNone: 'Hiçbir şey dışarıda bırakılmadı: kaydedilen her şeyi bu muhatap okuyabilir.',
  heldBackPeople_one: '{{count}} kişi',
  heldBackPeople_other: '{{count}} kişi',
  opened: 'Rızaya dayanarak basılanlar',
  openedText:
    'Bu rızalar olmasa sayfada yer almazdı. Geri alınır ya da süreleri dolarsa yeniden kapatırlar.',
  consentOpen: 'Rıza',
  missing: {
    none: 'kayıtlı rıza yok',
    scope: 'hiçbir rıza bu muhatabı ve bu verileri anmıyor',
    level: 'rıza, bu muhatabın okuduğu kadar açık değil',
    undated: 'rızanın ne zaman verildiği yazmıyor',
    review_due: 'rızanın yeniden ele alınma zamanı geçti',
    expired: 'rızanın süresi doldu',
    withdrawn: 'rıza geri alındı',
    refused: 'rıza verilmedi',
    decided_by_others: 'kişinin yararına başkaları karar verdi, bu rıza değildir',
  },
  leakTitle: 'Henüz hiçbir şey oluşturulamaz',
  leakText:
    'Metinde korunan bir şey geçiyor: bir tanığın, kaynağın ya da yakının adı veya adresi. Nerede olduğu aşağıda yazıyor; ne olduğu gösterilmez.',
  unsearchedTitle: 'Tanıkların adları aranamadı',
  unsearchedText_one:
    '{{count}} tanığın kimliği kapalı bölümde; bu yüzden adının bu metinde geçip geçmediğini kimse bilmiyor. Bilgi dosyasını oluşturmak için bölümü açın.',
  unsearchedText_other:
    '{{count}} tanığın kimliği kapalı bölümde; bu yüzden birinin adının bu metinde geçip geçmediğini kimse bilmiyor. Bilgi dosyasını oluşturmak için bölümü açın.',
  leakOnList: 'Listenin kendisi',
  leakAt: '{{person}}: {{field}}',
  openRecord: 'Kaydı aç',
  issue: 'PDF olarak oluştur…',
  issueBlocked: 'Metinde korunan bir şey kalmayana kadar engellenir',
  issueJob: 'Bilgi dosyası oluşturuluyor',
  issuedTitle: 'Bilgi dosyası oluşturuldu',
  issuedText: 'PDF şifreli değildir. Neyin, kime verildiği ve sağlama toplamı kasaya kaydedildi.',
  issuedOpen: 'Kaydını aç',
  another: 'Bir tane daha hazırla',
}
