/** Handlers of the calls about share cards (shared/contract/shares.ts). Making and retiring a set: keys.ts. */
import type { shareCalls } from '../../../shared/contract/shares.ts'
import { VaultError } from '../../../shared/errors.ts'
import { checkOutside } from '../../vault/folder/inside.ts'
import { CHECK_EVERY_DAYS } from '../../vault/shares/shareSets.ts'
import type { App } from '../app.ts'
import type { Handlers } from '../gate.ts'
import type { KeyDesk } from '../keyDesk.ts'

export function shareHandlers(app: App, desk: KeyDesk): Pick<Handlers, keyof typeof shareCalls> {
  const { session, desktop, folders } = app

  return {
    'shares.status': () => ({
      sets: session.workspace.shares.status().map((set) => ({ ...set, cards: [...set.cards] })),
      checkEveryDays: CHECK_EVERY_DAYS,
    }),

    'shares.chooseFolder': async (_input, caller) => {
      const folder = await desktop.chooseCardFolder(caller)
      if (folder === undefined) return null
      // A backup would carry the cards along with what they open.
      checkOutside(folder, session.workspace.vault.folder)
      return folders.issue(folder)
    },

    'shares.check': async ({ text }) => {
      if (desk.task?.task !== 'checkCard') throw new VaultError('not_found')
      const card = (await session.writable()).shares.check(text)
      // No record, but the list of the cards and the number of entries are others now.
      if (card.recorded) app.emit('records.changed', { ids: [] })
      return { ...card }
    },
  }
}
