/** Слова налаштувань. */
import type { settings as settingsEn } from '../en/settings.ts'
import type { Translated } from '../translated.ts'

export const settings: Translated<typeof settingsEn> = {
  title: 'Налаштування',
  appearance: 'Мова й вигляд',
  language: 'Мова програми',
  theme: 'Тема',
  themes: { light: 'Світла', dark: 'Темна', system: 'Як у системі' },
  locking: 'Замикання',
  idle: 'Замикати, якщо нічого не робили протягом',
  idleHint:
    'Також замикається, коли комп’ютер засинає і коли блокують екран, якщо система про це повідомляє.',
  minutes_one: '{{count}} хвилини',
  minutes_few: '{{count}} хвилин',
  minutes_many: '{{count}} хвилин',
  minutes_other: '{{count}} хвилини',
  passphrase: 'Парольна фраза',
  passphraseText: 'Її змінюють в окремому вікні: це вікно ніколи не бачить фрази.',
  passphraseChange: 'Змінити парольну фразу…',
  passphraseRecovery:
    'Ви відкрили сховище кодом відновлення. Якщо фразу забуто, виберіть нову просто зараз.',
  organisation: 'Наша організація',
  organisationText: 'Її публічний контакт друкується в досьє: кому відповідати.',
  organisationNone: 'Ще не записано.',
  organisationNoContact: 'публічного контакту ще немає',
  organisationAdd: 'Записати нашу організацію',
  organisationOpen: 'Відкрити її запис',
  vault: 'Це сховище',
  name: 'Тека',
  vaultId: 'Ідентифікатор',
  entries: 'Записів у журналі',
  head: 'Голова ланцюжка',
  headHint:
    'Змінюється з кожним записом. Записана на папері, вона згодом доведе, що нічого не забрали.',
  slots: 'Способів відкрити',
  slotsHint: 'Парольні фрази й коди відновлення разом.',
  openedWith: 'Чим відкрито',
  opened: {
    passphrase: 'парольною фразою',
    recovery: 'кодом відновлення',
    keyFile: 'файлом-ключем',
    shares: 'частками, що їх тримають кілька людей',
  },
  copyNamed: 'Копіювати: {{name}}',
  keys: 'Клавіатура',
  keysText: 'Працюють у будь-якій розкладці; самі літери мовчать, поки ви щось набираєте.',
  shortcut: {
    lock: 'Замкнути сховище',
    search: 'Шукати всюди',
    list: 'Шукати у списку',
    new: 'Новий запис, у списку',
    edit: 'Редагувати показаний запис',
    save: 'Зберегти форму',
    back: 'Назад до попереднього екрана',
    forward: 'Знову вперед',
  },
}
