/** Turkish words of merging two records of one person. */
import type { merge as mergeEn } from '../en/merge.ts'
import type { TurkicTranslated } from '../translated.ts'

export const merge: TurkicTranslated<typeof mergeEn> = {
  begin: 'Şununla aynı kişi…',
  title: 'Aynı kişinin iki kaydı',
  text: 'Öteki kaydın söylediği, her bilgi kendi kaynağıyla birlikte, “{{name}}” kaydında yeniden söylenir; çelişenler yan yana durur. Öteki kayıt bundan sonra yalnızca burada bulunur. İkisi istenildiği zaman yeniden ayrılabilir.',
  other: 'Öteki kayıt',
  self: 'Bu, kaydın ta kendisi.',
  merge: 'Birleştir',
  done: 'Birleştirildi. Bu sayfada yeniden ayrılabilir.',
  merged: 'Birleştirildiği kayıt',
  takeApart: 'Ayır',
  apart: 'Ayrıldı. İki kayıt da eskisi gibi.',
  goneTitle: 'Bu kayıt başka bir kayıtla birleştirildi',
  goneText: 'Listeler ve aramalar öteki kaydı gösterir; burada yazan her şey onda da yazar.',
  open: 'Öteki kaydı aç',
}
