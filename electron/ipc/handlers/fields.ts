/** Handler of the call about the fields that the team defined (shared/contract/fields.ts). */
import type { fieldCalls } from '../../../shared/contract/fields.ts'
import type { App } from '../app.ts'
import type { Handlers } from '../gate.ts'

export function fieldHandlers({ session }: App): Pick<Handlers, keyof typeof fieldCalls> {
  return {
    'fields.list': async () => ({
      fields: [...(await session.prepared('customField')).records.customFields()],
    }),
  }
}
