/**
 * What handlers ask of the machine's desktop: dialogs, the printer, the windows. An interface, so that this layer
 * imports no Electron and is tested without it; electron/main/desktop.ts is the real one.
 */
import type { Caller } from './gate.ts'

/** Every dialog answers `undefined` when it was cancelled. Paths stay in main: pages get tokens or nothing. */
export interface Desktop {
  chooseVault(caller: Caller): Promise<string | undefined>
  /** A folder that does not exist yet, with the ending of vault folders. */
  chooseNewVault(caller: Caller, purpose: 'create' | 'restore'): Promise<string | undefined>
  chooseFiles(caller: Caller): Promise<readonly string[] | undefined>
  /** A table with a list of people. */
  chooseTable(caller: Caller): Promise<string | undefined>
  chooseBackup(caller: Caller, purpose: 'write' | 'read'): Promise<string | undefined>
  /** A key file that opens the vault. */
  chooseKeyFile(caller: Caller): Promise<string | undefined>
  /** A text file with the public key of somebody's key file. */
  choosePublicKey(caller: Caller): Promise<string | undefined>
  /** Where share cards are written, each a file. */
  chooseCardFolder(caller: Caller): Promise<string | undefined>
  chooseFileToWrite(
    caller: Caller,
    what:
      | 'evidence'
      | 'dossier'
      | 'csv'
      | 'xlsx'
      | 'recoveryCode'
      | 'certificate'
      | 'keyFile'
      | 'publicKey',
    suggestedName: string,
  ): Promise<string | undefined>
  /** False when it was cancelled or did not work. */
  printRecoverySheet(caller: Caller, sheet: RecoverySheet): Promise<boolean>
  /** The recovery code with its explanation as plain text, in the language of the settings. */
  recoveryText(sheet: RecoverySheet): string
  /** What a restore proved as plain text, in the language of the settings. */
  certificateText(certificate: RestoreCertificate): string
  readonly hasWorkspace: boolean
  /** Shows the workspace and then ends the unlock windows. */
  enterWorkspace(): Promise<void>
  /** Opens the unlock view beside the workspace; `anew` ends one that is there, which is otherwise brought forward. */
  openPassphraseWindow(how: { readonly anew: boolean }): Promise<void>
  /** Ends the program and starts it anew, after the current answer has gone out. */
  lock(): void
}

export interface RecoverySheet {
  readonly code: string
  readonly vaultName: string
  readonly vaultId: string
}

/** Times in milliseconds since 1970; ids and hashes hexadecimal. */
export interface RestoreCertificate {
  readonly restoredAt: number
  readonly vaultId: string
  readonly madeAt: number
  readonly snapshot: string
  /** The last part of the new vault's path. */
  readonly name: string
  readonly entries: number
  readonly head: string
  readonly files: number
  readonly bytes: number
  readonly damaged: readonly string[]
  /** Beside the open vault: the same up to its last entry, gone another way, or of another vault. */
  readonly beside: 'same' | 'different' | 'another'
  /** How many the open vault has that the backup does not. */
  readonly entriesSince: number
}
