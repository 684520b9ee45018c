/** Усі українські слова; набір ключів той самий, що й в англійській. */
import type { en } from '../en/index.ts'
import type { Translated } from '../translated.ts'
import { common, shell } from './common.ts'

export const uk: Translated<typeof en> = {
  common,
  shell,
}
