/** Усі українські слова; набір ключів той самий, що й в англійській. */
import type { en } from '../en/index.ts'
import type { Translated } from '../translated.ts'
import { common, shell } from './common.ts'
import { evidence, viewer } from './evidence.ts'
import { form, person, records, search, witness } from './records.ts'
import { change, create, passphrase, unlock } from './unlock.ts'

export const uk: Translated<typeof en> = {
  common,
  shell,
  passphrase,
  unlock,
  create,
  change,
  records,
  form,
  person,
  witness,
  search,
  evidence,
  viewer,
}
