/** Слова огляду. */
import type { home as homeEn } from '../en/home.ts'
import type { Translated } from '../translated.ts'

export const home: Translated<typeof homeEn> = {
  title: 'Огляд',
  addPerson: 'Додати людину',
  addEvidence: 'Додати доказ',
  newDossier: 'Нове досьє',
  makeBackup: 'Зробити копію',
  recent: 'Люди, записи про яких змінено останніми',
  recentEvidence: 'Докази, змінені останніми',
  allPeople: 'Усі люди',
  allEvidence: 'Усі докази',
  nothingYet: 'Поки нічого.',
  emptyTitle: 'Це сховище нове й порожнє',
  emptyText:
    'Почніть з однієї людини: імені досить. Решту додасте, коли дізнаєтеся, кожен факт зі своїм джерелом.',
  emptyAction: 'Додати першу людину',
  emptyBackup: 'Коли буде кілька записів, зробіть першу копію на флешку й тримайте її деінде.',
}
