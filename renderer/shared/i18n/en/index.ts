/** All English words; `t('section.key')` knows exactly these keys. */
import { common, shell } from './common.ts'

export const en = {
  common,
  shell,
} as const
