/** Слова карты и пути человека. */
import type { map as mapEn } from '../en/map.ts'
import type { Translated } from '../translated.ts'

export const map: Translated<typeof mapEn> = {
  title: 'Карта',
  subtitle: 'Где удерживают людей и как их перемещали.',
  drawing: 'Карта учреждений',
  closer: 'Ближе',
  farther: 'Дальше',
  everything: 'Показать всё',
  crimea: 'Крым',
  occupied: 'Крым, Украина: оккупирован Российской Федерацией с февраля 2014 года',
  byFacility: 'Удерживают сейчас, по учреждениям',
  definition:
    'Люди, чьё последнее пребывание здесь не имеет конца, а статус не говорит, что человек свободен, умер или осуждён заочно.',
  facilities_one: '{{count}} учреждение',
  facilities_few: '{{count}} учреждения',
  facilities_many: '{{count}} учреждений',
  facilities_other: '{{count}} учреждения',
  heldNow_one: 'сейчас удерживают {{count}} человека',
  heldNow_few: 'сейчас удерживают {{count}} человек',
  heldNow_many: 'сейчас удерживают {{count}} человек',
  heldNow_other: 'сейчас удерживают {{count}} человека',
  heldEver_one: 'всего {{count}}',
  heldEver_few: 'всего {{count}}',
  heldEver_many: 'всего {{count}}',
  heldEver_other: 'всего {{count}}',
  moved_one: 'этим путём переместили {{count}} человека',
  moved_few: 'этим путём переместили {{count}} человек',
  moved_many: 'этим путём переместили {{count}} человек',
  moved_other: 'этим путём переместили {{count}} человека',
  nowhere: 'Нет на карте',
  nowhereText: 'Ни адрес, ни название, ни регион не говорят, в каком это городе.',
  placedByTown: 'Помещено в город, который назван в записи; самого адреса на карте нет.',
  allFacilities: 'Все учреждения',
  route: 'Перемещения',
  emptyTitle: 'Ещё не записано ни одного учреждения',
  emptyText:
    'Запишите учреждение и тех, кого в нём удерживают: карта покажет, где люди и как их перемещали.',
}
