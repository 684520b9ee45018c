/** Words of the notices: what a person should hear about a vault that was opened, or about the machine. Crimean Tatar, machine-drafted. */
import type { notice as noticeEn } from '../en/notice.ts'
import type { TurkicTranslated } from '../translated.ts'

export const notice: TurkicTranslated<typeof noticeEn> = {
  headerCopyUsed:
    'Bu hazneniñ başı bozulğan edi; onıñ kopiyası qullanıldı. Bugün başqa diskte ihtiyat kopiyasını yapıñız.',
  headerCopyOlder:
    'Hazne başınıñ qullanılğan kopiyası hazneniñ özünden eski: anahtarlarnıñ soñraki deñiştirmesi onda olmağan ola bile. Anahtarlar cedveline baqıñız ve bugün başqa diskte ihtiyat kopiyasını yapıñız.',
  headerCopyRepaired:
    'Hazne başınıñ ekinci kopiyası yoq, bozuq ya da eski edi, şimdi o yañıdan yazıldı.',
  headerTampered:
    'Hazne başınıñ eki kopiyasından birini bu programma degil, başqa bir şey deñiştirgen. Asıl olğan diger kopiya qullanıldı. Bu disk birevniñ qolunda olğan ola bile.',
  newDevice: 'Bu kompyuter bu hazneni birinci kere aça. Endi bu, jurnalda yazılı.',
  passphraseChangeFinished:
    'Parol ibaresini deñiştirüv yarıda kesilgen edi. Şimdi o bitirildi: bu hazneni tek yañı parol ibaresi aça.',
  passphraseChangeUnfinished:
    'Parol ibaresini deñiştirüv yarıda kesilgen: bu hazneni eski parol ibaresi de, yañısı da aça. Onı tekrar deñiştiriñiz ya da anahtarlar cedvelinde olardan birini çıqarıñız.',
  olderFormat:
    'Bu hazneni programmanıñ daa eski versiyası yazğan, o tek oqumaq içün açıq. Onı şimdiki formatqa çevirmek içün kilitleñiz ve “Yañı anahtarlar…” saylañız.',
  rolledBack:
    'Bu, hazneniñ bu kompyuter evelce körgeninden eski alı. Belki birev onıñ yerine eski kopiyanı qoyğan ya da ihtiyat kopiyası tiklengen.',
  openedReadOnly:
    'Bu hazne tek oqumaq içün açıq: iç bir şeyni deñiştirmek mümkün degil ve oña iç bir şey yazılmay.',
  headDamaged:
    'Jurnalnıñ qayda bitkeni aqqında belgi bozulğan, onıñ içün soñunda yazılar yetişmeymi, belli degil.',
  keysDamaged: 'Bazı qaydlarnıñ anahtarları bozulğan; bu qaydlarnı mında oqumaq mümkün degil.',
  entriesDamaged:
    'Bu hazneniñ eski yazıları bozulğan: bazı qaydlar açılmay bile, kösterilgen şeyler ise tolu olmay bile. İç bir şey deñiştirilmedi. İhtiyat kopiyalarıñıznıñ üstüne yazmañız; “İhtiyat kopiyaları” bölüginde eñ yañısını teşkeriñiz ve onı bu hazne yanına tikleñiz.',
  entriesUnread:
    'Programmanıñ bu versiyası bu haznedeki bazı deñiştirmelerni oqup olamay: kösterilgen şeyler tolu olmay bile ve dosye bermek mümkün degil. Olar olğanı kibi saqlana. Belki olarnı daa yañı versiya yapqan: Emanetni yañartıñız ve hazneni tekrar açıñız.',
  indexBehind:
    'Soñki saqlanğan şeyler haznede bar, amma bu oturım olarnıñ episini kösterip olamay: cedveller, qıdıruv ve sayılar tolu olmay bile, dosye bermek ya da cedvel çıqarmaq mümkün degil. Hazneni kilitleñiz ve tekrar açıñız.',
  outOfDateRuntime:
    'Bu programma endi telükesizlik yañartmaları almağan motor versiyasında işley. Mümkün olğanda Emanetni yañartıñız.',
  coreDumpsOn:
    'Bu programma ansızdan toqtasa, sistema onıñ hafızasını diskke yazıp ola. util-linux paketini quruñız ya da programmanı `ulimit -c 0` ile başlatıñız.',
  wasmCrypto:
    'Tez şifrlevni yüklemek mümkün olmadı; neticeleri aynı olğan yavaşça şifrlev qullanıla.',
}
