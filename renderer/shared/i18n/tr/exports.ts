/** The words of the dialog that takes lists and figures out of the vault as tables. */
import type { exports as exportsEn } from '../en/exports.ts'
import type { TurkicTranslated } from '../translated.ts'

export const exports: TurkicTranslated<typeof exportsEn> = {
  open: 'Dışa aktar…',
  title: 'Tablo olarak dışa aktar',
  reader: 'Kimin için',
  readerHint: 'Neyin çıkarılacağını belirler.',
  readerNone: 'Kimin okuyacağını seçin; ne alacağını görürsünüz.',
  team: 'Kendi ekibimiz',
  format: 'Biçim',
  delimiter: 'Ayırıcı',
  comma: 'Virgül',
  semicolon: 'Noktalı virgül',
  tab: 'Sekme',
  columns: 'Sütunlar',
  listed: 'Listedeki gibi',
  all: 'Bütün alanlar',
  size: 'Satır: {{rows}}. Sütun: {{columns}}.',
  sample: 'İlk satırlar',
  leftOut: 'Çıkarılanlar ve nedeni',
  leftOutNone: 'Hiçbir şey çıkarılmadı: kayıtlı her şeyi okuyabilirler.',
  cells: 'değer: {{cells}}',
  whole: 'böyle bir sütun yok',
  empty: 'Sütunu yok, kayıtlı bir şey de yok ({{number}}): {{names}}',
  smallGroup: 'Beş kişiden küçük gruplar ve onların hesaplanabileceği sayılar',
  nothingTitle: 'Okuyabilecekleri bir şey yok',
  nothingText: 'Bu listenin hiçbir sütunu onlar için değil.',
  leakTitle: 'Henüz dışa aktarılamaz',
  leakText:
    'Metinde korunan bir şey var: bir ad, bir kod adı ya da bir adres. Yeri aşağıda; ne olduğu gösterilmez.',
  leakMore: 'Başka yer: {{number}}',
  closedTitle: 'Tanıkların adları aranamadı',
  closedText:
    'Kapalı bölmedeki kimlik: {{number}}. Adlarının bu tabloda olup olmadığını kimse bilmiyor. Dışa aktarmak için bölmeyi açın.',
  untoldTitle: 'Çok şey söylemesin diye tabloda olmayanlar: {{number}}',
  untoldText:
    'Bu kayıtlar, bu okuyucunun bilemeyeceği bir şey nedeniyle listede: listeyi daraltan bir değer ya da aranan sözcükler. Tabloda bulunmaları bunu söylerdi.',
  untoldAll:
    'Dışa aktarılacak bir şey kalmadı. Listeyi bu okuyucunun bilebileceği bir şeye göre daraltın ya da süzgeci kaldırın.',
  shortened:
    'Bir çalışma kitabının hücresi en çok 32.767 karakter aldığı için kesilen hücre: {{cells}}. CSV bunları bütün olarak tutar.',
  plain: 'Dosya şifreli değildir. Eline geçiren hepsini okur.',
  save: 'Tabloyu kaydet…',
  blocked: 'Metinde korunan bir şey oldukça yapılamaz',
  job: 'Tablo dışa aktarılıyor',
  doneTitle: 'Tablo kaydedildi',
  doneText:
    'Satır: {{rows}}. Dosya şifreli değildir. Neyin, kimin için aktarıldığı ve sağlama toplamı kasaya yazıldı.',
  doneRecord: 'Kaydını aç',
}
