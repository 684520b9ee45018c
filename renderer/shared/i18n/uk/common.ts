/** Слова, що трапляються всюди, і слова рамки програми. */
import type { common as commonEn, shell as shellEn } from '../en/common.ts'
import type { Translated } from '../translated.ts'

export const common: Translated<typeof commonEn> = {
  appName: 'Emanet',
  cancel: 'Скасувати',
  close: 'Закрити',
  back: 'Назад',
  next: 'Далі',
  done: 'Готово',
  save: 'Зберегти',
  copy: 'Копіювати',
  copied: 'Скопійовано',
  retry: 'Спробувати ще раз',
  loading: 'Завантаження…',
  yes: 'так',
  no: 'ні',
  justNow: 'щойно',
  showAll: 'Показати все',
  skipToContent: 'Перейти до вмісту',
  entries_one: '{{count}} запис',
  entries_few: '{{count}} записи',
  entries_many: '{{count}} записів',
  entries_other: '{{count}} запису',
  files_one: '{{count}} файл',
  files_few: '{{count}} файли',
  files_many: '{{count}} файлів',
  files_other: '{{count}} файлу',
}

export const shell: Translated<typeof shellEn> = {
  navigation: 'Розділи',
  home: 'Огляд',
  group: { who: 'Хто', what: 'Що сталося', where: 'Звідки відомо', out: 'Назовні й на зберігання' },
  backups: 'Резервні копії',
  settings: 'Налаштування',
  lock: 'Замкнути',
  lockHint: 'Замкнути сховище (Ctrl+L)',
  jobs: 'Роботи, що тривають',
  jobCancel: 'Скасувати цю роботу',
  jobDismiss: 'Прибрати зі списку',
  jobDone: 'Завершено',
  jobCancelled: 'Скасовано',
  jobWaiting: 'Починаємо…',
  jobProgress: '{{done}} з {{total}}',
  lockWhileWorking: 'Замикання зупинить роботи, що тривають.',
  outOfDateRuntime:
    'Програма працює на версії рушія, яка вже не отримує виправлень безпеки. Оновіть Emanet, щойно зможете.',
  headerCopyUsed:
    'Початок цього сховища був пошкоджений, використано його копію. Зробіть сьогодні резервну копію на інший диск.',
  wasmCrypto: 'Швидке шифрування не завантажилося; працює повільніше, з тими самими результатами.',
  notFoundTitle: 'Тут нічого немає',
  notFoundText: 'Сторінки, яку ви шукали, не існує.',
  screenFailedTitle: 'Цю сторінку не вдалося показати',
}
