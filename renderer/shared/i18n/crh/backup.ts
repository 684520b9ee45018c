/** Words of the backup screen. Crimean Tatar, machine-drafted. */
import type { backup as backupEn } from '../en/backup.ts'
import type { TurkicTranslated } from '../translated.ts'

export const backup: TurkicTranslated<typeof backupEn> = {
  title: 'İhtiyat kopiyaları',
  subtitle:
    'İhtiyat kopiyası hazneniñ özü kibi şifrlengen. O er angi fleşkada tura bile ve yapılğan künündeki parol ibaresi ile açıla.',
  neverTitle: 'Daa iç bir ihtiyat kopiyası yoq',
  neverText:
    'Bu disk bozulsa ya da alınsa, bu haznedeki er şey ğayıp olacaq. Birinci ihtiyat kopiyası bir qaç daqqa devam ete.',
  lastTitle: 'Soñki ihtiyat kopiyası: {{ago}}',
  lastAt: 'Yapılğan vaqtı: {{moment}}.',
  newer_one: 'Jurnalda ondan yañı {{count}} yazı bar.',
  newer_other: 'Jurnalda ondan yañı {{count}} yazı bar.',
  newerNone: 'Ondan soñ haznege iç bir şey yazılmadı.',
  stale: 'Ondan soñ yazılğan şeyler bu disk ile beraber ğayıp olur edi.',
  make: 'İhtiyat kopiyasını yapmaq…',
  makeHint:
    'Başqa diskte ya da fleşkada papka saylañız. Tek yañı şeyler kopiyalana, eski nushalar qala.',
  makeJob: 'İhtiyat kopiyası yapıla',
  made: 'İhtiyat kopiyası yapıldı',
  madeText_one: '{{count}} delil faylı yañı edi ve kopiyalandı, {{bytes}}.',
  madeText_other: '{{count}} delil faylı yañı edi ve kopiyalandı, {{bytes}}.',
  madeNothing: 'Yañı delil faylı yoq edi; qaydlar kopiyalandı.',
  madeAway: 'Onı bu binadan tışarıda saqlañız.',
  gone_one: '{{count}} delil faylı endi bu haznede yoq',
  gone_other: '{{count}} delil faylı endi bu haznede yoq',
  goneAllKept:
    'Eksik olğannıñ evelki kopiyaları bu ihtiyat kopiyasında bar: tiklev eksikni qaytarır.',
  goneKept_one:
    'Bu ihtiyat kopiyasında olardan {{count}} danesi evelden bar, tiklev onı qaytarır. Qalğanları onda yoq.',
  goneKept_other:
    'Bu ihtiyat kopiyasında olardan {{count}} danesi evelden bar, tiklev olarnı qaytarır. Qalğanları onda yoq.',
  goneNone:
    'Eksik olğan şey bu ihtiyat kopiyasında da yoq: başqa disklerdeki eskice kopiyalarğa baqıñız ve olarnıñ iç birini yoq etmeñiz.',
  goneText:
    'Qaydlar yerinde, amma fayllarnıñ özleri diskte yoq. “Bu hazneni teşkermek” olarnı köstere.',
  snapshotIs: 'Nusha',
  verify: 'Bütünligini teşkerüv',
  verifyHint: 'İhtiyat kopiyasınıñ qıymeti — soñki teşkerüvniñ qıymetidir.',
  thoroughness: 'Ne derecede tafsilâtlı',
  quick: 'Tez',
  full: 'Tolu',
  quickHint:
    'Jurnalnıñ zıncırını ve er fayl yerinde, doğru büyüklikte olğanını teşkere. Bir qaç saniye.',
  fullHint: 'Er faylnıñ er baytını da oquy. Olarnı kopiyalamaq qadar devam ete.',
  verifyVault: 'Bu hazneni teşkermek',
  verifyStart: 'İhtiyat kopiyasını teşkermek…',
  verifyVaultJob: 'Bu hazne teşkerile',
  verifyBackupJob: 'İhtiyat kopiyası teşkerile',
  verifyOk: 'Teşkerilgen er şey bütün',
  verifyOkText: '{{entries}} ve {{files}}, {{bytes}}.',
  checkedQuick: 'Fayllarnıñ içi oqulmadı: bunı tolu teşkerüv yapa.',
  checkedFull: 'Er bir bayt oquldı.',
  verifyBad_one: '{{count}} qısım bozulğan',
  verifyBad_other: '{{count}} qısım bozulğan',
  verifyBadVault:
    'Teşkerüv iç bir şeyni deñiştirmedi. Çalışmağa devam etmezden evel eñ yañı bütün ihtiyat kopiyasını yañı papkağa tikleñiz.',
  verifyBadBackup: 'Bu, açıq hazneñizge tesir etmey. Başqa diskte yañı ihtiyat kopiyasını yapıñız.',
  damagedTable: 'Bozulğan qısımlar',
  showAllDamaged: 'Episini köstermek ({{count}})',
  column: {
    what: 'Qısım',
    why: 'Ne bozuq',
    when: 'Yapılğan vaqtı',
    snapshot: 'Nusha',
    files: 'Yañı fayllar',
    size: 'Yañı malümat',
  },
  part: {
    header: 'Hazneniñ başı',
    entry: 'Jurnal yazısı {{id}}',
    head: 'Jurnalnıñ soñu',
    keys: 'Qaydlarnıñ anahtarları',
    record: 'Qayd',
    keysOf: 'Qaydlarnıñ anahtarları, qısım {{id}}',
    object: 'Delil faylı',
    snapshot: 'Nusha',
  },
  restore: 'Yañı papkağa tiklev',
  restoreHint:
    'Açıq hazne olğanı kibi qala. Bunı vaqıt-vaqıtınen yapıñız, iç olmağanda işlegenini körmek içün: ihtiyat kopiyasını, soñra tiklengen haznege yer saylañız.',
  restoreStart: 'İhtiyat kopiyasını tiklemek…',
  restoreJob: 'İhtiyat kopiyası tiklene',
  restored: 'Tiklengen hazne: “{{name}}”',
  restoredText:
    'Bu hazneni kilitleñiz ve içine baqmaq içün o birini açıñız. Parol ibaresi ihtiyat kopiyası yapılğan künündeki kibi.',
  restoredBeside: {
    same: 'Soñki yazısınace açıq haznedekiniñ aynısı.',
    different:
      'Açıq haznedekinen AYNI DEGİL: ekisiniñ jurnalları ayırılğan. Ekisini de saqlañız ve angisi doğru olğanını anlañız.',
    another: 'Bu, açıq hazneniñ degil, başqa bir hazneniñ kopiyası.',
  },
  certificate: 'Şaatname saqlamaq…',
  certificateKept:
    'Saqlandı. Bu ne vaqıt yapılğanını ve ne teşkerilgenini ayta; hazneniñ içinden iç bir şey yoq.',
  restoredPart_one: '{{count}} delil faylını tiklemek mümkün olmadı',
  restoredPart_other: '{{count}} delil faylını tiklemek mümkün olmadı',
  restoredPartText:
    'Bozuluv bu ihtiyat kopiyasındadır; qalğan er şey, coyulğannıñ qaydları da bar. O açıq haznede ya da başqa ihtiyat kopiyasında ola bile: ekisini de saqlañız.',
  choosing: 'Papka saylanğanı beklenile…',
  cancelled: 'Toqtatıldı. İç bir şey yarım qalmadı.',
  list: 'Bu hazneden yapılğan ihtiyat kopiyaları',
  listHint: 'Jurnalda yazılğanı kibi. Fleşkada daa barmı, bunı tek teşkerüv köstere.',
  listEmpty: 'Daa yoq. Er yapılğan kopiya mında yazıla.',
}
