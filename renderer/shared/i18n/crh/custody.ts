/** The witness compartment in custodian mode. Crimean Tatar, machine-drafted. */
import type { custody as custodyEn } from '../en/custody.ts'
import type { TurkicTranslated } from '../translated.ts'

export const custody: TurkicTranslated<typeof custodyEn> = {
  closedTitle: 'Emanetçiler rejimi: şaatlar qısmı qapalı',
  closedText:
    'Şaatnıñ kim olğanını hazne anahtarları ile oqumaq mümkün degil. Qısım belgilengen vaqıtqa açıla. Ne ile açıla: {{ways}}.',
  openTitle: 'Şaatlar qısmı açıq',
  openText:
    'Saat {{time}} olğance şahsiyetlerni açmaq mümkün, er birini öz sebebinen. İşiñizni bitirgen soñ qısımnı qapatıñız.',
  byCards: '{{n}} karttan {{k}} danesi',
  byPassphrase: 'ekinci parol ibaresi',
  open: 'Açmaq…',
  close: 'Şimdi qapatmaq',
  reason: 'Qısım ne içün açıla?',
  reasonHint: 'Jurnalğa yazıla, vaqtı ve ne ile açılğanı da.',
  time: 'Qaç vaqıtqa',
  minutes_one: '{{count}} daqqa',
  minutes_other: '{{count}} daqqa',
  hours_one: '{{count}} saat',
  hours_other: '{{count}} saat',
  goOn: 'Devam etmek',
  goOnHint: 'Parol ibaresi ya da kartlar ayrı pencerede soralacaq.',
  with: 'Ne ile açmaq',
  passphrase: 'Ekinci parol ibaresi',
  cards: 'Kartlar',
  cardsText:
    'Yeterli emanetçi öz kartını ketirgende qısım açıla. Birinci kartnıñ sözlerini yazıñız ya da onıñ kare kodunıñ metnini qoyuñız.',
}
