/** All English words; `t('section.key')` knows exactly these keys. */
import { common, shell } from './common.ts'
import { evidence, viewer } from './evidence.ts'
import { form, person, records, search, witness } from './records.ts'
import { change, create, passphrase, unlock } from './unlock.ts'

export const en = {
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
} as const
