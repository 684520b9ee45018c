/** The machine's desktop as the handlers see it (electron/ipc/desktop.ts): dialogs, printer, windows. */
import { basename, dirname, extname, join } from 'node:path'
import { app, dialog } from 'electron'
import type { Desktop } from '../ipc/desktop.ts'
import { VAULT_SUFFIX } from '../ipc/folderTokens.ts'
import type { Caller } from '../ipc/gate.ts'
import { KEY_FILE_EXTENSION } from '../vault/keyfile/keyFileOnDisk.ts'
import type { End } from './ending.ts'
import { printSheet } from './printSheet.ts'
import { recoveryHtml, recoveryText } from './recoverySheet.ts'
import { certificateText } from './restoreCertificate.ts'
import type { SettingsStore } from './settingsStore.ts'
import type { Windows } from './windows.ts'
import type { Words } from './words/en.ts'
import { wordsOf } from './words.ts'

type OpenOptions = Electron.OpenDialogOptions
type SaveOptions = Electron.SaveDialogOptions

/** Counts the dialogs that are open, for the idle clock. */
export class DialogCount {
  #open = 0

  get any(): boolean {
    return this.#open > 0
  }

  async during<T>(work: Promise<T>): Promise<T> {
    this.#open += 1
    try {
      return await work
    } finally {
      this.#open -= 1
    }
  }
}

export interface DesktopParts {
  readonly windows: Windows
  readonly settings: SettingsStore
  readonly dialogs: DialogCount
  readonly end: End
}

export function createDesktop({ windows, settings, dialogs, end }: DesktopParts): Desktop {
  let sheets = 0
  const words = (): Words => wordsOf(settings.get().language)
  const parentOf = (caller: Caller) => windows.byContents(caller.id)

  async function open(
    caller: Caller,
    options: OpenOptions,
  ): Promise<readonly string[] | undefined> {
    const parent = parentOf(caller)
    const answer = await dialogs.during(
      parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options),
    )
    return answer.canceled || answer.filePaths.length === 0 ? undefined : answer.filePaths
  }

  async function save(caller: Caller, options: SaveOptions): Promise<string | undefined> {
    const parent = parentOf(caller)
    // The system would otherwise put the file into its list of recent documents.
    const properties: SaveOptions['properties'] = [
      'dontAddToRecent',
      'showOverwriteConfirmation',
      'createDirectory',
    ]
    const all = { ...options, properties }
    const answer = await dialogs.during(
      parent ? dialog.showSaveDialog(parent, all) : dialog.showSaveDialog(all),
    )
    return answer.canceled || !answer.filePath ? undefined : answer.filePath
  }

  const openFolder = async (caller: Caller, title: string) =>
    (
      await open(caller, {
        title,
        buttonLabel: words().choose,
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      })
    )?.[0]

  return {
    chooseVault: (caller) => openFolder(caller, words().openVault),

    async chooseNewVault(caller, purpose) {
      const { newVault, newVaultName, restoreTo, restoredName } = words()
      const name = purpose === 'create' ? newVaultName : restoredName
      const path = await save(caller, {
        title: purpose === 'create' ? newVault : restoreTo,
        defaultPath: join(app.getPath('documents'), `${name}${VAULT_SUFFIX}`),
      })
      return path && withEnding(path, VAULT_SUFFIX)
    },

    chooseFiles: (caller) =>
      open(caller, {
        title: words().attach,
        properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
      }),

    chooseTable: async (caller) =>
      (
        await open(caller, {
          title: words().importTable,
          filters: [
            { name: words().table, extensions: ['csv', 'tsv', 'txt', 'xlsx'] },
            { name: words().allFiles, extensions: ['*'] },
          ],
          properties: ['openFile', 'dontAddToRecent'],
        })
      )?.[0],

    chooseBackup: (caller, purpose) =>
      openFolder(caller, purpose === 'write' ? words().backupTo : words().backupFrom),

    chooseKeyFile: async (caller) =>
      (
        await open(caller, {
          title: words().openKeyFile,
          buttonLabel: words().choose,
          filters: [
            { name: words().keyFile, extensions: [KEY_FILE_EXTENSION] },
            { name: words().allFiles, extensions: ['*'] },
          ],
          properties: ['openFile', 'dontAddToRecent'],
        })
      )?.[0],

    choosePublicKey: async (caller) =>
      (
        await open(caller, {
          title: words().openPublicKey,
          buttonLabel: words().choose,
          filters: [
            { name: words().plainText, extensions: ['txt'] },
            { name: words().allFiles, extensions: ['*'] },
          ],
          properties: ['openFile', 'dontAddToRecent'],
        })
      )?.[0],

    chooseCardFolder: (caller) => openFolder(caller, words().cardsTo),

    async chooseFileToWrite(caller, what, suggestedName) {
      const { exportFile, saveDossier, saveRecoveryCode, saveKeyFile, pdf, plainText, keyFile } =
        words()
      const { saveTable, csv, workbook, savePublicKey, saveCertificate } = words()
      const kinds = {
        evidence: { title: exportFile },
        dossier: { title: saveDossier, ending: '.pdf', name: pdf },
        csv: { title: saveTable, ending: '.csv', name: csv },
        xlsx: { title: saveTable, ending: '.xlsx', name: workbook },
        recoveryCode: { title: saveRecoveryCode, ending: '.txt', name: plainText },
        certificate: { title: saveCertificate, ending: '.txt', name: plainText },
        publicKey: { title: savePublicKey, ending: '.txt', name: plainText },
        keyFile: { title: saveKeyFile, ending: `.${KEY_FILE_EXTENSION}`, name: keyFile },
      } satisfies Record<typeof what, { title: string; ending?: string; name?: string }>
      const kind: { title: string; ending?: string; name?: string } = kinds[what]
      const path = await save(caller, {
        title: kind.title,
        defaultPath: join(app.getPath('documents'), basename(suggestedName)),
        ...(kind.ending && kind.name
          ? { filters: [{ name: kind.name, extensions: [kind.ending.slice(1)] }] }
          : {}),
      })
      return path && kind.ending ? withEnding(path, kind.ending) : path
    },

    printRecoverySheet(_caller, sheet) {
      sheets += 1
      return dialogs.during(printSheet(recoveryHtml(sheet, settings.get().language), sheets))
    },

    recoveryText: (sheet) => recoveryText(sheet, settings.get().language),
    certificateText: (certificate) => certificateText(certificate, settings.get().language),

    get hasWorkspace() {
      return windows.all('workspace').length > 0
    },

    async enterWorkspace() {
      if (windows.all('workspace').length === 0) await windows.open('workspace')
      // After the answer to the call has gone out.
      setImmediate(() => {
        windows.end('unlock')
        windows.focus()
      })
    },

    async openPassphraseWindow({ anew }) {
      if (anew) windows.end('unlock')
      const [present] = windows.all('unlock')
      if (present) present.focus()
      else await windows.open('unlock')
    },

    lock: () => void setImmediate(() => void end({ reason: 'asked', relaunch: true })),
  }
}

const withEnding = (path: string, ending: string): string =>
  extname(path).toLowerCase() === ending ? path : join(dirname(path), `${basename(path)}${ending}`)
