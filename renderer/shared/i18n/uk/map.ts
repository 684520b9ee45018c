/** Слова карти й шляху особи. */
import type { map as mapEn } from '../en/map.ts'
import type { Translated } from '../translated.ts'

export const map: Translated<typeof mapEn> = {
  title: 'Карта',
  subtitle: 'Де утримують людей і як їх переміщували.',
  drawing: 'Карта установ',
  closer: 'Ближче',
  farther: 'Далі',
  everything: 'Показати все',
  crimea: 'Крим',
  occupied: 'Крим, Україна: окупований Російською Федерацією з лютого 2014 року',
  byFacility: 'Утримують зараз, за установами',
  definition:
    'Люди, чиє останнє перебування тут не має кінця, а статус не каже, що людина вільна, померла чи засуджена заочно.',
  facilities_one: '{{count}} установа',
  facilities_few: '{{count}} установи',
  facilities_many: '{{count}} установ',
  facilities_other: '{{count}} установи',
  heldNow_one: 'зараз утримують {{count}} людину',
  heldNow_few: 'зараз утримують {{count}} людини',
  heldNow_many: 'зараз утримують {{count}} людей',
  heldNow_other: 'зараз утримують {{count}} людини',
  heldEver_one: 'усього {{count}}',
  heldEver_few: 'усього {{count}}',
  heldEver_many: 'усього {{count}}',
  heldEver_other: 'усього {{count}}',
  moved_one: 'цим шляхом перемістили {{count}} людину',
  moved_few: 'цим шляхом перемістили {{count}} людини',
  moved_many: 'цим шляхом перемістили {{count}} людей',
  moved_other: 'цим шляхом перемістили {{count}} людини',
  nowhere: 'Немає на карті',
  nowhereText: 'Ні адреса, ні назва, ні регіон не кажуть, у якому це місті.',
  placedByTown: 'Розміщено в місті, яке названо в записі; самої адреси на карті немає.',
  allFacilities: 'Усі установи',
  route: 'Переміщення',
  emptyTitle: 'Ще не записано жодної установи',
  emptyText:
    'Запишіть установу й те, кого в ній утримують: карта покаже, де люди та як їх переміщували.',
}
