/** All English words; `t('section.key')` knows exactly these keys. */
import { common, shell } from './common.ts'
import { change, create, passphrase, unlock } from './unlock.ts'

export const en = {
  common,
  shell,
  passphrase,
  unlock,
  create,
  change,
} as const
