/** Handlers of the calls about the witness compartment (shared/contract/custody.ts). */
import type { custodyCalls } from '../../../shared/contract/custody.ts'
import { VaultError } from '../../../shared/errors.ts'
import { Secret } from '../../vault/crypto/secret.ts'
import { readFittingCard, secretOfCards } from '../../vault/shares/gather.ts'
import type { App } from '../app.ts'
import type { Handlers } from '../gate.ts'
import type { KeyDesk } from '../keyDesk.ts'

export function custodyHandlers(
  app: App,
  desk: KeyDesk,
): Pick<Handlers, keyof typeof custodyCalls> {
  const { session, tries } = app
  /** No record changed, but what can be read of the witnesses did. */
  const tell = () => app.emit('records.changed', { ids: [] })

  return {
    'custody.status': () => {
      const { ways, ...status } = session.workspace.vault.custody.status()
      return { ...status, ways: [...ways] }
    },

    'custody.close': () => {
      session.workspace.vault.custody.close()
      tell()
      return {}
    },

    'custody.readCard': ({ text }) => {
      if (desk.task?.task !== 'openCustody') throw new VaultError('not_found')
      const { sodium, vaultIdBytes: vaultId } = session.workspace.vault
      return readFittingCard(sodium, text, { vaultId, purpose: 'custodians' })
    },

    'custody.open': async (typed) => {
      const { task } = desk
      if (task?.task !== 'openCustody') throw new VaultError('not_found')
      const { vault } = session.workspace
      const secret =
        typed.by === 'passphrase'
          ? Secret.fromText(typed.passphrase)
          : (
              await secretOfCards(vault.sodium, typed.cards, {
                vaultId: vault.vaultIdBytes,
                purpose: 'custodians',
              })
            ).secret
      try {
        const credential =
          typed.by === 'passphrase'
            ? ({ kind: 'passphrase', passphrase: secret } as const)
            : ({ kind: 'shares', secret } as const)
        const { reason, minutes } = task
        const { openUntil } = await tries.attempt(() =>
          vault.custody.open(credential, { reason, minutes }),
        )
        desk.clear()
        tell()
        return { openUntil: openUntil ?? Date.now() }
      } finally {
        secret.wipe()
      }
    },
  }
}
