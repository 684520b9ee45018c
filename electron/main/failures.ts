/**
 * What happens to a failure that nobody caught. Electron would show a dialog with its message and stack, which may
 * hold data; here it ends an open vault instead, because the state of the program is unknown from then on.
 */
import { app, dialog } from 'electron'
import type { End } from './ending.ts'
import type { Log } from './log.ts'
import { languageOf, wordsOf } from './words.ts'

export interface FailureParts {
  readonly end: End
  readonly log: Log
  readonly isUnlocked: () => boolean
}

export function setupFailures({ end, log, isUnlocked }: FailureParts): void {
  process.on('uncaughtException', () => {
    log('uncaught')
    void end({ reason: 'uncaught', relaunch: false })
  })
  // A forgotten promise leaves the state whole.
  process.on('unhandledRejection', () => log('uncaught'))

  // A page that died may have been attacked by what it showed: nothing of it is taken further.
  app.on('render-process-gone', (_event, _contents, { reason }) => {
    if (reason === 'clean-exit') return
    log('renderer_gone')
    // Not anew from the locked state: a page that dies while it starts would do so for ever.
    void end({ reason: 'renderer_gone', relaunch: isUnlocked() })
  })
}

/** The program did not get as far as its first window: says so in words that hold nothing of the failure. */
export function endFailedStart(): void {
  const { startFailed, startFailedWhy } = wordsOf(languageOf(app.getLocale()))
  dialog.showErrorBox(startFailed, startFailedWhy)
  app.exit(1)
}
