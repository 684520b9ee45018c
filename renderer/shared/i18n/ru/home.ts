/** Слова обзора. */
import type { home as homeEn } from '../en/home.ts'
import type { Translated } from '../translated.ts'

export const home: Translated<typeof homeEn> = {
  title: 'Обзор',
  addPerson: 'Добавить человека',
  addEvidence: 'Добавить доказательство',
  newDossier: 'Новое досье',
  makeBackup: 'Сделать копию',
  recent: 'Люди, записи о которых изменены последними',
  recentEvidence: 'Доказательства, изменённые последними',
  allPeople: 'Все люди',
  allEvidence: 'Все доказательства',
  nothingYet: 'Пока ничего.',
  emptyTitle: 'Это хранилище новое и пустое',
  emptyText:
    'Начните с одного человека: имени достаточно. Остальное добавите, когда узнаете, каждый факт со своим источником.',
  emptyAction: 'Добавить первого человека',
  emptyBackup:
    'Когда записей будет несколько, сделайте первую копию на флешку и держите её в другом месте.',
}
