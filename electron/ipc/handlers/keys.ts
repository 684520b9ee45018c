/** Handlers of the calls about the keys of the open vault (shared/contract/keys.ts). */
import type { KeyTask, keyCalls, Slot } from '../../../shared/contract/keys.ts'
import { invariant, VaultError } from '../../../shared/errors.ts'
import { Secret } from '../../vault/crypto/secret.ts'
import { SLOT_COUNT } from '../../vault/header/header.ts'
import type { OpenVault } from '../../vault/session/types.ts'
import type { App } from '../app.ts'
import type { Handlers } from '../gate.ts'
import type { KeyDesk } from '../keyDesk.ts'

export function keyHandlers(app: App, desk: KeyDesk): Pick<Handlers, keyof typeof keyCalls> {
  const { session, desktop, meter, tries } = app

  const slots = (): Slot[] =>
    session.workspace.vault.slots().map(({ cost, ...slot }) => ({
      ...slot,
      cost: cost ? { ops: cost.ops, memKiB: cost.memKiB } : null,
    }))

  const slotOf = (task: KeyTask): Slot | null => {
    if (task.task !== 'removeSlot') return null
    const slot = slots().find(({ index }) => index === task.slot)
    if (!slot) throw new VaultError('not_found')
    return slot
  }

  /** Does what was asked for; the result is a new recovery code, if one was made. */
  async function perform(
    vault: OpenVault,
    task: KeyTask,
    current: Secret,
    next: Secret | undefined,
  ): Promise<string | null> {
    switch (task.task) {
      case 'addPassphrase':
        invariant(next, 'a passphrase to be added was asked for')
        await vault.addPassphrase(current, next, task.label)
        return null
      case 'newRecoveryCode':
        return vault.replaceRecoveryCode(current, task.language)
      case 'addKeyFile':
        await vault.addKeyFile(current, task.publicKey, task.label)
        return null
      case 'removeSlot':
        await vault.removeSlot(current, task.slot)
        return null
      case 'openCustody':
        // Done by `custody.open`, which takes something else than what opens the vault.
        throw new VaultError('bad_input')
    }
  }

  return {
    'keys.list': () => {
      const inUse = slots()
      const { readOnly } = session.workspace.vault
      return { slots: inUse, free: SLOT_COUNT - inUse.length, readOnly }
    },

    'keys.rename': async ({ slot, label }) => {
      await session.workspace.vault.renameSlot(slot, label)
      // No record, but the list of the keys and the number of entries are others now.
      app.emit('records.changed', { ids: [] })
      return {}
    },

    'keys.begin': async (task) => {
      if (session.workspace.vault.readOnly) throw new VaultError('read_only')
      slotOf(task)
      desk.begin(task)
      await desktop.openPassphraseWindow({ anew: true })
      return {}
    },

    'keys.task': () => {
      const { task } = desk
      return task ? { task, slot: slotOf(task) } : null
    },

    'keys.perform': async ({ current, next }) => {
      const { task } = desk
      if (!task) throw new VaultError('not_found')
      if ((task.task === 'addPassphrase') !== (next !== undefined))
        throw new VaultError('bad_input')
      if (next !== undefined) await meter.require(next)
      const used = Secret.fromText(current)
      const made = next === undefined ? undefined : Secret.fromText(next)
      try {
        const { vault } = session.workspace
        const recoveryCode = await tries.attempt(() => perform(vault, task, used, made))
        if (recoveryCode !== null) session.holdRecoveryCode(recoveryCode)
        desk.clear()
        app.emit('records.changed', { ids: [] })
        return { recoveryCode }
      } finally {
        used.wipe()
        made?.wipe()
      }
    },
  }
}
