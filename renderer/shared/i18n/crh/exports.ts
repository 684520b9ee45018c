/** The words of the dialog that takes lists and figures out of the vault as tables. */
import type { exports as exportsEn } from '../en/exports.ts'
import type { TurkicTranslated } from '../translated.ts'

export const exports: TurkicTranslated<typeof exportsEn> = {
  open: 'Eksport…',
  title: 'Cedvel olaraq eksport etmek',
  reader: 'Kim içün',
  readerHint: 'Cedvelge neniñ kirmeycegini belgiley.',
  readerNone: 'Kim oquycağını saylañız, ne alacağını körersiñiz.',
  team: 'Öz ekipimiz',
  format: 'Şekil',
  delimiter: 'Ayırğıç',
  comma: 'Virgül',
  semicolon: 'Noqtalı virgül',
  tab: 'Tabulâtsiya',
  columns: 'Sutunlar',
  listed: 'Cedveldeki kibi',
  all: 'Bütün saalar',
  size: 'Satır: {{rows}}. Sutun: {{columns}}.',
  sample: 'Birinci satırlar',
  leftOut: 'Cedvelge ne kirmey ve ne içün',
  leftOutNone: 'Er şey kire: yazılğan er şeyni oqumağa mümkün.',
  cells: 'qıymet: {{cells}}',
  whole: 'böyle sutun yoq',
  empty: 'Sutunı yoq, yazılğan bir şey de yoq ({{number}}): {{names}}',
  smallGroup: 'Beş insandan kiçik gruppalar ve olarnı esaplamaq mümkün olğan sayılar',
  nothingTitle: 'Olarğa oqumağa mümkün bir şey yoq',
  nothingText: 'Bu cedvelniñ iç bir sutunı olar içün degil.',
  leakTitle: 'Alâ daa eksport etmek mümkün degil',
  leakText:
    'Metinde qorçalanğan bir şey bar: bir ad, bir kod adı yaki bir adres. Qayerde ekeni aşağıda; ne ekeni kösterilmey.',
  leakMore: 'Daa yer: {{number}}',
  closedTitle: 'Şaatlarnıñ adlarını qıdırmaq mümkün olmadı',
  closedText:
    'Qapalı bölükteki şahsiyet: {{number}}. Adları bu cedvelde barmı, kimse bilmey. Eksport etmek içün bölükni açıñız.',
  untoldTitle: 'Çoq şey aytmasın dep cedvelde olmağanlar: {{number}}',
  untoldText:
    'Bu yazılar cedvelge bu oquyıcınıñ bilip olamaycaq bir şeyi sebebinden kirgen: cedvelni tarlaştırğan bir qıymet ya da qıdırılğan sözler. Olarnıñ anda olması bunı aytar edi.',
  untoldAll:
    'Eksport etecek bir şey qalmadı. Cedvelni bu oquyıcı bilip olacaq bir şeyge köre tarlaştırıñız ya da süzgüçni çıqarıñız.',
  shortened:
    'Kitapnıñ bir ücresi eñ çoq 32 767 işaret alğanı içün kesilgen ücre: {{cells}}. CSV olarnı bütün tuta.',
  plain: 'Fayl şifrelenmegen. Kimniñ eline tüşse, episini oqur.',
  save: 'Cedvelni saqlamaq…',
  blocked: 'Metinde qorçalanğan bir şey olğance mümkün degil',
  job: 'Cedvel eksport etile',
  doneTitle: 'Cedvel saqlandı',
  doneText:
    'Satır: {{rows}}. Fayl şifrelenmegen. Ne eksport etilgeni, kim içün ve teşkerüv sayısı haznege yazıldı.',
  doneRecord: 'Qaydını açmaq',
}
