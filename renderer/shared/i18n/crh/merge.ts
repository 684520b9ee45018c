/** Words of merging two records of one person. Crimean Tatar, machine-drafted. */
import type { merge as mergeEn } from '../en/merge.ts'
import type { TurkicTranslated } from '../translated.ts'

export const merge: TurkicTranslated<typeof mergeEn> = {
  begin: 'Aynı insan bu qaydda da bar…',
  title: 'Bir insannıñ eki qaydı',
  text: 'Ekinci qaydda aytılğanlar mında da aytılacaq: {{name}}. Er beyan öz menbasınen yazıla; biri-birine uymağanları yanaşa tura. Soñra ekinci qayd tek mında tapıla. İstegen vaqıtta olarnı tekrar ayırmaq mümkün.',
  other: 'Ekinci qayd',
  self: 'Bu, şu qaydnıñ özü.',
  merge: 'Birleştirmek',
  done: 'Birleştirildi. Bu saifede tekrar ayırmaq mümkün.',
  merged: 'Birleştirilgen qayd',
  takeApart: 'Ayırmaq',
  apart: 'Ayırıldı. Eki qayd da evelki alında.',
  goneTitle: 'Bu qayd başqa qayd ile birleştirilgen',
  goneText: 'Cedveller ve qıdıruv digerini köstere, onda mında yazılğan er şey bar.',
  open: 'Digerini açmaq',
}
