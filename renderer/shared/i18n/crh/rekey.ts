/** Re-keying: everything written anew under new keys. Crimean Tatar, machine-drafted. */
import type { rekey as rekeyEn } from '../en/rekey.ts'
import type { TurkicTranslated } from '../translated.ts'

export const rekey: TurkicTranslated<typeof rekeyEn> = {
  link: 'Yañı anahtarlar…',
  title: 'Er şeyni yañı anahtarlar ile yazmaq',
  text: 'Bu haznedeki er şey yañıdan yazıla: “{{name}}”. Soñra şimdi onı açqan iç bir şey yañı hazneni açmaycaq. Bu, anahtar birevniñ eline tüşken ola bilgende kerek: başqasına aytılğan parol ibaresi, alınğan noutbuk.',
  keeps:
    'Yañı hazneniñ eskisinen bir olğanı isbatlanmağance eski haznege tiyilmey. Soñra o yañı hazne yanındaki papkağa avuştırıla ve alâ daa eski parol ibaresi ile açıla: yañı hazne telükesizlikte olğan soñ onı ve eski ihtiyat kopiyalarını yoq etiñiz.',
  loses:
    'Diger parol ibareleri, anahtar faylları ve anahtar kartları tek eski hazneni aça; soñra olarnı yañıdan yapıñız. Emanetçiler rejimindeki hazneniñ anahtarları emirler satırında deñiştirile.',
  time: 'Er şey oqula, yazıla ve soñra teñeştirile, onıñ içün bu tolu ihtiyat kopiyasından uzun devam ete ve hazne qadar boş yer istey. Kesilse, aynısını tekrar yapıñız: iş toqtağan yerinden devam etecek.',
  next: 'Yañı parol ibaresi',
  same: 'Şimdi hazneni açqanından başqasını saylañız.',
  submit: 'Yañıdan yazmaq',
  working: 'Yazıla ve teşkerile. Eski hazne olğanı kibi qala.',
  cutOff: 'Bu hazneniñ anahtarlarını deñiştirüv başlanğan ve bitirilmegen',
  cutOffText:
    'İç bir şey ğayıp olmadı: hazne evelki kibi açıla. Anahtarlarnı deñiştirüv toqtağan yerinden devam ete bile ya da ondan vazgeçmek mümkün.',
  goOn: 'Devam etmek…',
  cutOffSame:
    'O vaqıttaki aynı yañı parol ibaresi ile toqtağan yerinden devam ete. Başqası ile yañıdan başlana.',
  nextSame: 'O vaqıt saylanğan yañı parol ibaresi',
  goOnNow: 'Devam etmek',
  discard: 'Vazgeçmek…',
  discardText:
    'Yañı hazneniñ şimdige qadar yazılğanı yoq etile. Hazneniñ özü, onıñ parol ibareleri ve ihtiyat kopiyaları olğanı kibi qala.',
  discardNow: 'Yazılğanını yoq etmek',
  codeText:
    'Hazne yañıdan yazıldı ve açıq. Onıñ tiklev kodu da yañı; o tek şimdi, bir kere kösterile. Eski hazne şimdi yanındaki papkada: “{{before}}”.',
  lost: 'Yañıdan yapılması kerek',
  lostText: 'Eski hazneni açqan ve bunı açmağan şeyler: {{what}}.',
  passphrases_one: '{{count}} diger parol ibaresi',
  passphrases_other: '{{count}} diger parol ibaresi',
  keyFiles_one: '{{count}} anahtar faylı',
  keyFiles_other: '{{count}} anahtar faylı',
  shares_one: '{{count}} anahtar kartları taqımı',
  shares_other: '{{count}} anahtar kartları taqımı',
}
