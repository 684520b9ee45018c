/** Handlers of the calls about the clipboard (shared/contract/clipboard.ts). */
import type { clipboardCalls } from '../../../shared/contract/clipboard.ts'
import type { App } from '../app.ts'
import type { Handlers } from '../gate.ts'

export function clipboardHandlers({ clipboard }: App): Pick<Handlers, keyof typeof clipboardCalls> {
  return {
    'clipboard.copy': async ({ text }) => {
      await clipboard.copy(text)
      return {}
    },
    'clipboard.copied': () => {
      clipboard.copied()
      return {}
    },
  }
}
