/** All Turkish words, under the same keys as the English ones. */
import type { en } from '../en/index.ts'
import type { TurkicTranslated } from '../translated.ts'
import { backup } from './backup.ts'
import { cards } from './cards.ts'
import { common, shell } from './common.ts'
import { custody } from './custody.ts'
import { dossier } from './dossier.ts'
import { draft } from './draft.ts'
import { duplicates } from './duplicates.ts'
import { evidence, viewer } from './evidence.ts'
import { exports } from './exports.ts'
import { agenda, figures, priorities, registers, relations } from './figures.ts'
import { home } from './home.ts'
import { imports } from './imports.ts'
import { keys, keyTask } from './keys.ts'
import { map } from './map.ts'
import { merge } from './merge.ts'
import { notice } from './notice.ts'
import { form, person, records, search, witness } from './records.ts'
import { rekey } from './rekey.ts'
import { settings } from './settings.ts'
import { change, create, makeKeyFile, passphrase, unlock } from './unlock.ts'

export const tr: TurkicTranslated<typeof en> = {
  common,
  shell,
  notice,
  passphrase,
  unlock,
  makeKeyFile,
  create,
  change,
  records,
  form,
  draft,
  person,
  witness,
  search,
  evidence,
  viewer,
  dossier,
  backup,
  settings,
  home,
  figures,
  priorities,
  registers,
  agenda,
  relations,
  map,
  merge,
  duplicates,
  imports,
  exports,
  keys,
  keyTask,
  cards,
  custody,
  rekey,
}
