/** Відсік свідків під охороною хранителів. */
import type { custody as custodyEn } from '../en/custody.ts'
import type { Translated } from '../translated.ts'

export const custody: Translated<typeof custodyEn> = {
  closedTitle: 'Режим хранителів: відсік свідків зачинено',
  closedText:
    'Хто такий свідок, ключами сховища не прочитати. Відсік на визначений час відчиняють {{ways}}.',
  openTitle: 'Відсік свідків відчинено',
  openText:
    'До {{time}} можна розкривати особи свідків, щоразу з окремою причиною. Коли закінчите, зачиніть його.',
  byCards: '{{k}} із {{n}} карток',
  byPassphrase: 'друга парольна фраза',
  open: 'Відчинити…',
  close: 'Зачинити',
  reason: 'Навіщо відчиняють відсік?',
  reasonHint: 'Буде записано в журнал разом із часом і з тим, чим його відчинили.',
  time: 'На який час',
  minutes_one: '{{count}} хвилина',
  minutes_few: '{{count}} хвилини',
  minutes_many: '{{count}} хвилин',
  minutes_other: '{{count}} хвилини',
  hours_one: '{{count}} година',
  hours_few: '{{count}} години',
  hours_many: '{{count}} годин',
  hours_other: '{{count}} години',
  goOn: 'Далі',
  goOnHint: 'Парольну фразу або картки буде запитано в окремому вікні.',
  with: 'Чим відчинити',
  passphrase: 'Друга парольна фраза',
  cards: 'Картки',
  cardsText:
    'Відсік відчиниться, коли досить хранителів принесе свої картки. Наберіть слова першої картки або вставте текст її квадратного коду.',
}
