/** Handlers of the calls about the keys of the open vault (shared/contract/keys.ts). */
import type { KeyTask, keyCalls, Slot } from '../../../shared/contract/keys.ts'
import { invariant, VaultError } from '../../../shared/errors.ts'
import { parsePublicKey, publicKeyFingerprint } from '../../vault/crypto/publicKeyText.ts'
import { Secret } from '../../vault/crypto/secret.ts'
import { checkOutside } from '../../vault/folder/inside.ts'
import { SLOT_COUNT } from '../../vault/header/header.ts'
import { KEY_FILE_EXTENSION } from '../../vault/keyfile/keyFileOnDisk.ts'
import { readPublicKeyFile } from '../../vault/keyfile/publicKeyFile.ts'
import type { Workspace } from '../../vault/workspace.ts'
import type { App } from '../app.ts'
import type { Handlers } from '../gate.ts'
import type { KeyDesk } from '../keyDesk.ts'
import { addNewKeyFile } from '../newKeyFile.ts'
import { checkCardTask, makeCards, retireCards, type WrittenCards } from '../shareCards.ts'

interface Given {
  readonly current: Secret
  readonly next: Secret | undefined
  readonly folder: string | undefined
}

interface Made {
  readonly recoveryCode: string | null
  readonly cards: WrittenCards | null
}
const NOTHING_MADE: Made = { recoveryCode: null, cards: null }

/** Whether a task takes a new passphrase beside the one that opens the vault. */
function takesNext(task: KeyTask): 'always' | 'maybe' | 'never' {
  if (task.task === 'addPassphrase' || task.task === 'makeKeyFile' || task.task === 'enableCustody')
    return 'always'
  return task.task === 'makeCards' && task.purpose === 'custodians' ? 'maybe' : 'never'
}

export function keyHandlers(app: App, desk: KeyDesk): Pick<Handlers, keyof typeof keyCalls> {
  const { session, desktop, folders, meter, tries } = app

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

  /** Errors: `public_key_damaged`. */
  const fingerprintOf = (task: KeyTask): string | null => {
    if (task.task !== 'addKeyFile') return null
    const { sodium } = session.workspace.vault
    return publicKeyFingerprint(sodium, parsePublicKey(sodium, task.publicKey))
  }

  /** Does what was asked for. */
  async function perform(
    workspace: Workspace,
    task: KeyTask,
    { current, next, folder }: Given,
  ): Promise<Made> {
    const { vault } = workspace
    switch (task.task) {
      case 'addPassphrase':
        invariant(next, 'a passphrase to be added was asked for')
        await vault.addPassphrase(current, next, task.label)
        return NOTHING_MADE
      case 'newRecoveryCode':
        return {
          ...NOTHING_MADE,
          recoveryCode: await vault.replaceRecoveryCode(current, task.language),
        }
      case 'addKeyFile':
        await vault.addKeyFile(current, task.publicKey, task.label)
        return NOTHING_MADE
      case 'makeKeyFile': {
        const { label } = task
        const file = { path: folder, passphrase: next, label, policy: app.kdfPolicy }
        await addNewKeyFile(vault, current, file)
        return NOTHING_MADE
      }
      case 'removeSlot':
        await vault.removeSlot(current, task.slot)
        return NOTHING_MADE
      case 'enableCustody':
        invariant(next, 'a second passphrase was asked for')
        // Else whoever finds the program open could shut its owner out of the compartment.
        await vault.authorise(current)
        await vault.custody.enable({ passphrases: [next] })
        return NOTHING_MADE
      case 'disableCustody':
        await vault.authorise(current)
        await workspace.writable()
        vault.custody.disable(task.reason)
        return NOTHING_MADE
      case 'makeCards': {
        if (folder === undefined) throw new VaultError('bad_input')
        const passphrases = next ? [next] : []
        const cards = await makeCards(workspace, task, { current, passphrases, folder })
        return { ...NOTHING_MADE, cards }
      }
      case 'retireCards':
        await retireCards(workspace, task.setId, current)
        return NOTHING_MADE
      case 'openCustody':
      case 'checkCard':
        // Done by `custody.open` and `shares.check`, which take something else than what opens the vault.
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
      fingerprintOf(task)
      checkCardTask(session.workspace, task)
      desk.begin(task)
      await desktop.openPassphraseWindow({ anew: true })
      return {}
    },

    'keys.readPublicKey': async (_input, caller) => {
      const path = await desktop.choosePublicKey(caller)
      if (path === undefined) return null
      return { publicKey: readPublicKeyFile(session.workspace.vault.sodium, path) }
    },

    'keys.task': () => {
      const { task } = desk
      return task ? { task, slot: slotOf(task), fingerprint: fingerprintOf(task) } : null
    },

    'keys.chooseKeyFilePlace': async (_input, caller) => {
      if (desk.task?.task !== 'makeKeyFile') throw new VaultError('not_found')
      // Not the slot's name, which is shown only inside the open vault.
      const path = await desktop.chooseFileToWrite(caller, 'keyFile', `key.${KEY_FILE_EXTENSION}`)
      if (path === undefined) return null
      // A backup would carry the key file along with what it opens.
      checkOutside(path, session.workspace.vault.folder)
      return folders.issue(path)
    },

    'keys.perform': async ({ current, next, folder: token }) => {
      const { task } = desk
      if (!task) throw new VaultError('not_found')
      const takes = takesNext(task)
      if (takes !== 'maybe' && (takes === 'always') !== (next !== undefined))
        throw new VaultError('bad_input')
      const folder = token === undefined ? undefined : folders.resolve(token)
      if (next !== undefined) await meter.require(next)
      const used = Secret.fromText(current)
      const made = next === undefined ? undefined : Secret.fromText(next)
      try {
        const { workspace } = session
        const given = { current: used, next: made, folder }
        const result = await tries.attempt(() => perform(workspace, task, given))
        if (result.recoveryCode !== null) session.holdRecoveryCode(result.recoveryCode)
        desk.clear()
        app.emit('records.changed', { ids: [] })
        return result
      } finally {
        used.wipe()
        made?.wipe()
      }
    },
  }
}
