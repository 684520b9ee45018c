/** All handlers, one file for each file of the contract. That none is missing or one too many, the type checks. */
import type { App } from './app.ts'
import type { Handlers } from './gate.ts'
import { clipboardHandlers } from './handlers/clipboard.ts'
import { custodyHandlers } from './handlers/custody.ts'
import { draftHandlers } from './handlers/drafts.ts'
import { duplicateHandlers } from './handlers/duplicates.ts'
import { exportHandlers } from './handlers/exports.ts'
import { fieldHandlers } from './handlers/fields.ts'
import { importHandlers } from './handlers/imports.ts'
import { insightHandlers } from './handlers/insight.ts'
import { keyFileHandlers } from './handlers/keyFile.ts'
import { keyHandlers } from './handlers/keys.ts'
import { recordHandlers } from './handlers/records.ts'
import { rekeyHandlers } from './handlers/rekey.ts'
import { searchHandlers } from './handlers/search.ts'
import { sessionHandlers } from './handlers/session.ts'
import { shareHandlers } from './handlers/shares.ts'
import { workHandlers } from './handlers/work.ts'
import { KeyDesk } from './keyDesk.ts'

export function createHandlers(app: App): Handlers {
  const desk = new KeyDesk()
  return {
    ...sessionHandlers(app, desk),
    ...keyHandlers(app, desk),
    ...keyFileHandlers(app),
    ...custodyHandlers(app, desk),
    ...shareHandlers(app, desk),
    ...rekeyHandlers(app),
    ...recordHandlers(app),
    ...duplicateHandlers(app),
    ...fieldHandlers(app),
    ...searchHandlers(app),
    ...insightHandlers(app),
    ...importHandlers(app),
    ...exportHandlers(app),
    ...workHandlers(app),
    ...draftHandlers(app),
    ...clipboardHandlers(app),
  }
}
