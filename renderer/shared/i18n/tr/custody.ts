/** Turkish words of the witness compartment in custodian mode. */
import type { custody as custodyEn } from '../en/custody.ts'
import type { TurkicTranslated } from '../translated.ts'

export const custody: TurkicTranslated<typeof custodyEn> = {
  closedTitle: 'Emanetçi modu: tanık bölümü kapalı',
  closedText:
    'Bir tanığın kim olduğu kasanın anahtarlarıyla okunamaz. Bölümü belirli bir süre için açan: {{ways}}.',
  openTitle: 'Tanık bölümü açık',
  openText:
    'Saat {{time}} olana kadar kimlikler, her biri kendi gerekçesiyle açılabilir. İşiniz bitince bölümü kapatın.',
  byCards: '{{n}} karttan {{k}} tanesi',
  byPassphrase: 'ikinci bir parola',
  open: 'Aç…',
  close: 'Şimdi kapat',
  reason: 'Bölüm neden açılıyor?',
  reasonHint: 'Saati ve neyle açıldığıyla birlikte deftere yazılır.',
  time: 'Ne kadar süreyle',
  minutes_one: '{{count}} dakika',
  minutes_other: '{{count}} dakika',
  hours_one: '{{count}} saat',
  hours_other: '{{count}} saat',
  goOn: 'Sürdür',
  goOnHint: 'Parola ya da kartlar ayrı bir pencerede istenir.',
  with: 'Neyle açılacak',
  passphrase: 'İkinci parola',
  cards: 'Kartlar',
  cardsText:
    'Yeterli sayıda emanetçi kartını getirince bölüm açılır. İlk kartın sözcüklerini yazın ya da karekodunun metnini yapıştırın.',
}
