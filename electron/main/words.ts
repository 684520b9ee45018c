/**
 * The words that main itself shows: the menu, the system's dialogs and the sheet with the recovery code. What the
 * pages show is in renderer/shared/i18n.
 */
import type { Settings } from '../../shared/contract/session.ts'

const en = {
  file: 'File',
  lock: 'Lock',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  resetZoom: 'Actual size',
  fullScreen: 'Full screen',
  theme: 'Appearance',
  themeLight: 'Light',
  themeDark: 'Dark',
  themeSystem: 'As the system',
  openVault: 'Open a vault',
  saveKeyFile: 'Where to keep the key file',
  openKeyFile: 'Choose the key file',
  keyFile: 'Key file',
  allFiles: 'All files',
  newVault: 'Where to keep the new vault',
  newVaultName: 'Vault',
  attach: 'Files to attach',
  importTable: 'The list to import',
  table: 'Table',
  exportFile: 'Save the file outside the vault',
  saveDossier: 'Save the dossier',
  backupTo: 'Folder for the backup',
  backupFrom: 'Folder of the backup',
  cardsTo: 'Folder for the share cards',
  restoreTo: 'Where to restore the vault',
  restoredName: 'Restored',
  saveRecoveryCode: 'Save the recovery code',
  recoveryFileName: 'recovery-code',
  choose: 'Choose',
  startFailed: 'Emanet could not start',
  startFailedWhy:
    'No vault was touched. Check that the disk is not full and that your user folder can be written, then start the program again.',
  pdf: 'PDF document',
  plainText: 'Text file',
  sheetTitle: 'Recovery code',
  sheetVault: 'Vault',
  sheetFingerprint: 'Fingerprint of the vault',
  sheetDate: 'Date',
  sheetCode: 'The code',
  sheetWhat:
    'These twelve words open the vault if the passphrase is lost. Type them into the field for the passphrase, in this order, with spaces between them.',
  sheetKeep:
    'Whoever has this sheet and the vault can read everything in it. Keep it away from the computer and from the backups, where you would keep a passport.',
  sheetFile:
    'This file is not encrypted. Move it to a place apart from the vault, or print it and delete it.',
}
export type Words = Readonly<Record<keyof typeof en, string>>

const uk: Words = {
  file: 'Файл',
  lock: 'Заблокувати',
  quit: 'Вийти',
  edit: 'Редагування',
  undo: 'Скасувати',
  redo: 'Повторити',
  cut: 'Вирізати',
  copy: 'Копіювати',
  paste: 'Вставити',
  selectAll: 'Вибрати все',
  view: 'Вигляд',
  zoomIn: 'Збільшити',
  zoomOut: 'Зменшити',
  resetZoom: 'Звичайний розмір',
  fullScreen: 'На весь екран',
  theme: 'Оформлення',
  themeLight: 'Світле',
  themeDark: 'Темне',
  themeSystem: 'Як у системі',
  openVault: 'Відкрити сховище',
  saveKeyFile: 'Де зберігати файл-ключ',
  openKeyFile: 'Виберіть файл-ключ',
  keyFile: 'Файл-ключ',
  allFiles: 'Усі файли',
  newVault: 'Де зберігати нове сховище',
  newVaultName: 'Сховище',
  attach: 'Файли, які треба долучити',
  importTable: 'Список для імпорту',
  table: 'Таблиця',
  exportFile: 'Зберегти файл поза сховищем',
  saveDossier: 'Зберегти досьє',
  backupTo: 'Тека для резервної копії',
  backupFrom: 'Тека резервної копії',
  cardsTo: 'Тека для карток із частками',
  restoreTo: 'Куди відновити сховище',
  restoredName: 'Відновлене',
  saveRecoveryCode: 'Зберегти код відновлення',
  recoveryFileName: 'код-відновлення',
  choose: 'Вибрати',
  startFailed: 'Emanet не вдалося запустити',
  startFailedWhy:
    'Жодного сховища не торкнулися. Перевірте, чи є місце на диску і чи можна писати у вашу теку користувача, і запустіть програму знову.',
  pdf: 'Документ PDF',
  plainText: 'Текстовий файл',
  sheetTitle: 'Код відновлення',
  sheetVault: 'Сховище',
  sheetFingerprint: 'Відбиток сховища',
  sheetDate: 'Дата',
  sheetCode: 'Код',
  sheetWhat:
    'Ці дванадцять слів відкривають сховище, якщо парольну фразу втрачено. Введіть їх у поле парольної фрази в цьому порядку, через пробіл.',
  sheetKeep:
    'Той, хто має цей аркуш і сховище, може прочитати все, що в ньому є. Зберігайте його окремо від комп’ютера й резервних копій, так само як паспорт.',
  sheetFile:
    'Цей файл не зашифровано. Перенесіть його в місце, де немає сховища, або надрукуйте і видаліть.',
}

/** For the first start, before anybody has chosen. */
export const languageOf = (locale: string): Settings['language'] =>
  locale.toLowerCase().startsWith('uk') ? 'uk' : 'en'

const WORDS: Readonly<Record<Settings['language'], Words>> = { en, uk }
export const wordsOf = (language: Settings['language']): Words => WORDS[language]
