/** Handlers of the calls that open a vault which is closed, and of those for one that does not open. */
import type { Examined, sessionCalls } from '../../../shared/contract/session.ts'
import { KINDS, type Kind } from '../../../shared/model/kind.ts'
import { runBackupTask } from '../../vault/backup/backupThread.ts'
import { checkKeyFile } from '../../vault/keyfile/keyFile.ts'
import { readKeyFile } from '../../vault/keyfile/keyFileOnDisk.ts'
import { examine } from '../../vault/salvage/examine.ts'
import type { RecordExport } from '../../vault/salvage/exportRecords.ts'
import { openVault } from '../../vault/session/session.ts'
import { vaultIdOf } from '../../vault/session/vaultIdOf.ts'
import { readFittingCard } from '../../vault/shares/gather.ts'
import type { App } from '../app.ts'
import { doorOf } from '../door.ts'
import type { Handlers } from '../gate.ts'
import { withCredential } from '../openSecret.ts'

type UnlockCalls = Extract<
  keyof typeof sessionCalls,
  | 'vault.unlock'
  | 'vault.readCard'
  | 'vault.chooseKeyFile'
  | 'vault.examine'
  | 'vault.restoreBackup'
  | 'vault.cancelRestore'
>

/** A page needs some of them to show where the damage lies, not all of ten thousand. */
const MOST_STRETCHES = 100

function countsOf(records: readonly RecordExport[]): Examined['records'] {
  const counts: Partial<Record<Kind, number>> = {}
  for (const { kind } of records) {
    const known = KINDS.find((each) => each === kind)
    if (known) counts[known] = (counts[known] ?? 0) + 1
  }
  return counts
}

export function unlockHandlers(app: App): Pick<Handlers, UnlockCalls> {
  const { desktop, folders, settings, tries, sodium } = app
  const { openOnce, noticesOf, tellProgress } = doorOf(app)
  const policy = app.kdfPolicy ? { policy: app.kdfPolicy } : {}
  let restoring: AbortController | undefined

  /** Gives what opening takes, and wipes this machine's secret afterwards. */
  async function withDevice<T>(use: (common: OpenParts) => Promise<T>): Promise<T> {
    const deviceSecret = app.deviceSecret()
    try {
      return await use({ sodium, deviceSecret, headsFolder: app.headsFolder, ...policy })
    } finally {
      deviceSecret.wipe()
    }
  }
  type OpenParts = Pick<
    Parameters<typeof openVault>[0],
    'sodium' | 'deviceSecret' | 'headsFolder' | 'policy'
  >

  const partsFor = (folder: string) => ({ sodium, folder, files: folders, policy: app.kdfPolicy })

  return {
    'vault.chooseKeyFile': async (_input, caller) => {
      const file = await desktop.chooseKeyFile(caller)
      if (file === undefined) return null
      checkKeyFile(sodium, readKeyFile(file), app.kdfPolicy)
      return folders.issue(file)
    },

    'vault.readCard': ({ folder, text }) => {
      const vaultId = vaultIdOf(sodium, folders.resolve(folder))
      return readFittingCard(sodium, text, { vaultId, purpose: 'vault' })
    },

    'vault.unlock': async ({ folder: token, as, ...typed }) => {
      const folder = folders.resolve(token)
      const workspace = await openOnce(() =>
        tries.attempt(() =>
          withCredential(partsFor(folder), typed, (credential) =>
            withDevice((common) =>
              openVault({ ...common, folder, credential, readOnly: as === 'read' }),
            ),
          ),
        ),
      )
      settings.rememberVault(folder)
      return { notices: noticesOf(workspace) }
    },

    'vault.examine': async ({ folder: token, ...typed }) => {
      const folder = folders.resolve(token)
      const found = await tries.attempt(() =>
        withCredential(partsFor(folder), typed, (credential) =>
          withDevice((common) =>
            examine({ ...common, folder, credential, onProgress: tellProgress('reading') }),
          ),
        ),
      )
      const { openedEntries: readable, lost, keysDamaged, endUnknown: endDamaged } = found
      const missing = lost.reduce((sum, { from, to }) => sum + to - from + 1, 0)
      return {
        ...{ entries: readable + missing, readable, keysDamaged, endDamaged },
        damaged: lost.slice(0, MOST_STRETCHES).map(({ from, to }) => ({ from, to })),
        records: countsOf(found.exporter.records()),
      }
    },

    'vault.restoreBackup': async (_input, caller) => {
      const backup = await desktop.chooseBackup(caller, 'read')
      if (backup === undefined) return null
      const to = await desktop.chooseNewVault(caller, 'restore')
      if (to === undefined) return null
      restoring = new AbortController()
      const report = await runBackupTask(
        'restoreBackup',
        { backup, to },
        { build: sodium.build, onProgress: tellProgress('restoring'), signal: restoring.signal },
      )
      const { objects: files, damagedObjects } = report
      return { ...folders.issue(to), files, damaged: [...damagedObjects] }
    },

    'vault.cancelRestore': () => {
      restoring?.abort()
      return {}
    },
  }
}
