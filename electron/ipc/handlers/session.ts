/** Handlers of the calls about the vault as a whole (shared/contract/session.ts). */
import type { sessionCalls } from '../../../shared/contract/session.ts'
import { VaultError } from '../../../shared/errors.ts'
import { Secret } from '../../vault/crypto/secret.ts'
import { checkOutside } from '../../vault/folder/inside.ts'
import { isRekeyCutOff } from '../../vault/rekey/rekeyVault.ts'
import { createVault } from '../../vault/session/session.ts'
import type { App } from '../app.ts'
import { doorOf } from '../door.ts'
import type { Handlers } from '../gate.ts'
import type { KeyDesk } from '../keyDesk.ts'
import { isVaultFolder } from '../vaultFolder.ts'
import { unlockHandlers } from './unlock.ts'

export function sessionHandlers(
  app: App,
  desk: KeyDesk,
): Pick<Handlers, keyof typeof sessionCalls> {
  const { session, desktop, folders, settings, meter, tries, sodium } = app
  const policy = app.kdfPolicy ? { policy: app.kdfPolicy } : {}

  /** Runs `make` with this machine's secret and the passphrase as bytes, and wipes both. */
  async function withSecrets<T>(
    passphrase: string,
    make: (secrets: { passphrase: Secret; deviceSecret: Secret }) => Promise<T>,
  ): Promise<T> {
    const secrets = {
      passphrase: Secret.fromText(passphrase),
      deviceSecret: app.deviceSecret(),
    }
    try {
      return await make(secrets)
    } finally {
      secrets.passphrase.wipe()
      secrets.deviceSecret.wipe()
    }
  }

  const { openOnce, noticesOf } = doorOf(app)
  const chosen = (folder: string) => ({
    ...folders.issue(folder),
    rekeyCutOff: isRekeyCutOff(folder),
  })

  return {
    ...unlockHandlers(app),

    'session.start': () => {
      const folder = app.vaultArgument ?? settings.lastVault
      return {
        state: session.lockState === 'unlocked' ? 'unlocked' : 'locked',
        vault: folder !== undefined && isVaultFolder(folder) ? chosen(folder) : null,
        purpose: !desktop.hasWorkspace ? 'unlock' : desk.task ? 'keys' : 'changePassphrase',
        notices: [...app.notices],
      }
    },

    'session.chooseFolder': async ({ for: purpose }, caller) => {
      const folder =
        purpose === 'open'
          ? await desktop.chooseVault(caller)
          : await desktop.chooseNewVault(caller, 'create')
      return folder === undefined ? null : { ...chosen(folder), isVault: isVaultFolder(folder) }
    },

    'passphrase.strength': ({ passphrase }) => meter.judge(passphrase),

    'vault.create': async ({ folder: token, passphrase, kdf }) => {
      const folder = folders.resolve(token)
      await meter.require(passphrase)
      let code = ''
      await openOnce(() =>
        withSecrets(passphrase, async (secrets) => {
          const { headsFolder } = app
          const options = { folder, kdf, sodium, headsFolder, ...secrets, ...policy }
          const made = await createVault(options)
          code = made.recoveryCode
          return made.vault
        }),
      )
      session.holdRecoveryCode(code)
      settings.rememberVault(folder)
      return { recoveryCode: code }
    },

    'vault.keepRecoveryCode': async ({ how }, caller) => {
      const held = session.recoveryCode
      if (held === undefined) throw new VaultError('not_found')
      const { vault, leaving } = session.workspace
      const sheet = {
        code: held.bytes.toString('utf8'),
        vaultName: folders.issue(vault.folder).name,
        vaultId: vault.vaultId,
      }
      if (how === 'print') return { kept: await desktop.printRecoverySheet(caller, sheet) }
      const file = await desktop.chooseFileToWrite(caller, 'recoveryCode', `${sheet.vaultName}.txt`)
      if (file === undefined) return { kept: false }
      // Beside the vault it would open the vault for whoever takes the vault.
      checkOutside(file, vault.folder)
      await leaving.write(file, Buffer.from(desktop.recoveryText(sheet)))
      return { kept: true }
    },

    'vault.enter': async () => {
      session.forgetRecoveryCode()
      desk.clear()
      meter.stop()
      await desktop.enterWorkspace()
      return {}
    },

    'vault.changePassphrase': async ({ current, next }) => {
      await meter.require(next)
      const old = Secret.fromText(current)
      const made = Secret.fromText(next)
      try {
        await tries.attempt(() => session.workspace.vault.changePassphrase(old, made))
      } finally {
        old.wipe()
        made.wipe()
      }
      return {}
    },

    'settings.get': () => settings.get(),
    'settings.set': (change) => {
      const changed = settings.set(change)
      app.emit('settings.changed', {})
      // Lists are in the order of the language: pages ask again, once they are told.
      const isReordered =
        session.lockState === 'unlocked' && session.workspace.orderBy(changed.language)
      if (isReordered) app.emit('records.changed', { ids: [] })
      return changed
    },

    'session.info': () => {
      const { vault, records, backups } = session.workspace
      const head = vault.ledger.head()
      return {
        vaultId: vault.vaultId,
        name: folders.issue(vault.folder).name,
        counts: records.counts(),
        entries: head.seq,
        head: head.hash.toString('hex'),
        slotsInUse: vault.slots().length,
        readOnly: vault.readOnly,
        openedWith: vault.openedWith,
        notices: noticesOf(session.workspace),
        lastBackupAt: backups.list()[0]?.at ?? null,
      }
    },

    'session.lock': () => {
      desktop.lock()
      return {}
    },

    'session.openPassphraseWindow': async () => {
      await desktop.openPassphraseWindow({ anew: desk.clear() })
      return {}
    },
  }
}
