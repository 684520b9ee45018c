/** Turkish words of re-keying: everything written anew under new keys. */
import type { rekey as rekeyEn } from '../en/rekey.ts'
import type { TurkicTranslated } from '../translated.ts'

export const rekey: TurkicTranslated<typeof rekeyEn> = {
  link: 'Yeni anahtarlar…',
  title: 'Her şeyi yeni anahtarlarla yaz',
  text: '“{{name}}” kasasındaki her şey yeniden yazılır; böylece onu şimdi açan hiçbir şey yeni kasayı açmaz. Anahtar birinin eline geçmiş olabileceğinde kullanılır: ele verilen bir parola, alınan bir dizüstü bilgisayar.',
  keeps:
    'Yeni kasanın eskisine eşit olduğu kanıtlanana kadar eski kasaya dokunulmaz. Sonra yeninin yanında bir klasöre kaldırılır ve eski parolayla hâlâ açılır: yeni kasa güvende olunca onu ve eski yedekleri silin.',
  loses:
    'Diğer parolalar, anahtar dosyaları ve parça kartları yalnızca eski kasayı açar; onları sonra yeniden yapın. Emanetçi modundaki bir kasa komut satırından yeni anahtarlarla yazılır.',
  time: 'Her şey okunur, yazılır ve sonra karşılaştırılır; bu yüzden tam bir yedekten uzun sürer ve kasa kadar boş yer ister. Yarıda kesilirse aynısını yeniden yapın: kaldığı yerden sürer.',
  next: 'Yeni parola',
  same: 'Onu şimdi açan paroladan başka bir parola seçin.',
  submit: 'Yeniden yaz',
  working: 'Yazılıyor ve denetleniyor. Eski kasa olduğu gibi kalır.',
  cutOff: 'Bu kasanın yeni anahtarlarla yazılmasına başlanmış ama bitirilmemiş',
  cutOffText:
    'Hiçbir şey kaybolmadı: kasa eskisi gibi açılıyor. İş kaldığı yerden sürdürülebilir ya da bırakılabilir.',
  goOn: 'İşi sürdür…',
  cutOffSame:
    'O günkü yeni parolanın aynısıyla kaldığı yerden sürer. Başka bir parolayla baştan başlar.',
  nextSame: 'O gün seçilen yeni parola',
  goOnNow: 'Sürdür',
  discard: 'Bırak…',
  discardText:
    'Yeni kasadan şimdiye kadar yazılanlar silinir. Kasanın kendisi, parolaları ve yedekleri olduğu gibi kalır.',
  discardNow: 'Yazılanı sil',
  codeText:
    'Kasa yeniden yazıldı ve açık. Kurtarma kodu da yeni; yalnızca bu bir kez gösterilir. Eski kasa şimdi yanında, “{{before}}” klasöründe.',
  lost: 'Yeniden yapılacaklar',
  lostText: 'Eski kasayı açan ve bunu açmayanlar: {{what}}.',
  passphrases_one: '{{count}} parola daha',
  passphrases_other: '{{count}} parola daha',
  keyFiles_one: '{{count}} anahtar dosyası',
  keyFiles_other: '{{count}} anahtar dosyası',
  shares_one: '{{count}} kart takımı',
  shares_other: '{{count}} kart takımı',
}
