/** Отсек свидетелей под охраной хранителей. */
import type { custody as custodyEn } from '../en/custody.ts'
import type { Translated } from '../translated.ts'

export const custody: Translated<typeof custodyEn> = {
  closedTitle: 'Режим хранителей: отсек свидетелей закрыт',
  closedText:
    'Кто такой свидетель, ключами хранилища не прочитать. Отсек на заданное время открывают {{ways}}.',
  openTitle: 'Отсек свидетелей открыт',
  openText:
    'До {{time}} можно раскрывать личности свидетелей, каждый раз с отдельной причиной. Когда закончите, закройте его.',
  byCards: '{{k}} из {{n}} карточек',
  byPassphrase: 'вторая парольная фраза',
  open: 'Открыть…',
  close: 'Закрыть сейчас',
  reason: 'Зачем открывают отсек?',
  reasonHint: 'Будет записано в журнал вместе со временем и с тем, чем его открыли.',
  time: 'На какое время',
  minutes_one: '{{count}} минута',
  minutes_few: '{{count}} минуты',
  minutes_many: '{{count}} минут',
  minutes_other: '{{count}} минуты',
  hours_one: '{{count}} час',
  hours_few: '{{count}} часа',
  hours_many: '{{count}} часов',
  hours_other: '{{count}} часа',
  goOn: 'Далее',
  goOnHint: 'Парольную фразу или карточки спросят в отдельном окне.',
  with: 'Чем открыть',
  passphrase: 'Вторая парольная фраза',
  cards: 'Карточки',
  cardsText:
    'Отсек откроется, когда достаточно хранителей принесут свои карточки. Наберите слова первой карточки или вставьте текст её квадратного кода.',
}
