/** Calls about the vault as a whole: making, unlocking, locking, its passphrase, and the settings of this machine. */
import { z } from 'zod'
import { LANGUAGES } from '../i18n/languages.ts'
import { KINDS } from '../model/kind.ts'
import { ANY_STATE, BOTH_VIEWS, Done, Nothing, unlockCall, workspaceCall } from './define.ts'

export const Passphrase = z.string().min(1).max(1024)
/** Names a folder chosen in main's own dialog; the renderer never handles a path. */
export const FolderToken = z.string().regex(/^[0-9a-f]{32}$/)

/** A folder that looks like a vault. `rekeyCutOff`: a re-key of it was begun and is not finished. */
const ChosenVault = z.strictObject({
  token: FolderToken,
  name: z.string(),
  rekeyCutOff: z.boolean(),
})
export type ChosenVault = z.infer<typeof ChosenVault>

/** Names a file chosen in main's own dialog, in the same way. */
const FileToken = FolderToken

/** The groups of sections in the navigation that can be folded. */
export const RAIL_GROUPS = ['picture', 'records', 'evidence', 'out'] as const
export const Settings = z.strictObject({
  language: z.enum(LANGUAGES),
  theme: z.enum(['light', 'dark', 'system']),
  idleLockMinutes: z.number().int().min(1).max(120),
  /** Size of everything in the windows, in percent. */
  zoom: z.number().int().min(50).max(200),
  foldedGroups: z.array(z.enum(RAIL_GROUPS)).max(RAIL_GROUPS.length),
})
export type Settings = z.infer<typeof Settings>

/** Before anybody has chosen; the language then is that of the system. */
export const DEFAULT_SETTINGS: Settings = {
  language: 'en',
  theme: 'system',
  idleLockMinutes: 5,
  zoom: 100,
  foldedGroups: [],
}

/** What a person should hear about a vault that was opened, and about the machine it was opened on. */
export const NOTICES = [
  // The vault: as electron/vault/session/types.ts has them.
  'header_copy_used',
  'header_copy_older',
  'header_copy_repaired',
  'header_tampered',
  'new_device',
  'passphrase_change_finished',
  'passphrase_change_unfinished',
  'older_format',
  'rolled_back',
  'opened_read_only',
  'head_damaged',
  'keys_damaged',
  // Found behind the open vault, in what a snapshot of the index spared the unlock.
  'entries_damaged',
  // Found when all of the index is there: changes that a newer program may have made.
  'entries_unread',
  // What was saved last is not in what this session shows.
  'index_behind',
  // The machine.
  'runtime_out_of_support',
  'core_dumps_on',
  'wasm_crypto',
] as const
export const Notice = z.enum(NOTICES)

const SessionInfo = z.strictObject({
  vaultId: z.string(),
  /** Folder name without its path, shown to the user as the vault's name. */
  name: z.string(),
  counts: z.record(z.enum(KINDS), z.number().int()),
  entries: z.number().int(),
  head: z.string(),
  slotsInUse: z.number().int(),
  readOnly: z.boolean(),
  openedWith: z.enum(['passphrase', 'recovery', 'keyFile', 'shares']),
  notices: z.array(Notice),
  lastBackupAt: z.number().int().nullable(),
})
export type SessionInfo = z.infer<typeof SessionInfo>

const PassphraseStrength = z.strictObject({
  /** 0 (guessed at once) to 4. */
  score: z.number().int().min(0).max(4),
  /** Seconds to break, against this vault's key derivation on a large rented cluster; base-10 logarithm. */
  log10Seconds: z.number(),
  acceptable: z.boolean(),
})

/** As typed or scanned: the words of a share card, or the text of its QR code. */
export const CardText = z.string().min(1).max(2048)

/** What opens a vault: a passphrase or recovery code, a key file and its passphrase, or share cards; exactly one of them. */
const VaultSecret = z.strictObject({
  folder: FolderToken,
  passphrase: Passphrase.optional(),
  /** The passphrase then is that of the key file. */
  keyFile: FileToken.optional(),
  cards: z.array(CardText).min(1).max(16).optional(),
})
export type VaultSecret = z.infer<typeof VaultSecret>

/** `read` writes nothing, not even that it was opened. */
const OPEN_AS = ['write', 'read'] as const

export const ReadCard = z.strictObject({
  set: z.string(),
  number: z.number().int(),
  /** So many cards open the vault, of so many that were made. */
  needed: z.number().int(),
  made: z.number().int(),
})
export type ReadCard = z.infer<typeof ReadCard>

export const Examined = z.strictObject({
  /** Entries that the ledger should have, and those that open. */
  entries: z.number().int(),
  readable: z.number().int(),
  /** Numbers of damaged or missing entries, from … to; the first hundred stretches. */
  damaged: z.array(z.strictObject({ from: z.number().int(), to: z.number().int() })),
  keysDamaged: z.boolean(),
  endDamaged: z.boolean(),
  /** Records of which something can still be read, by kind; what they say does not reach a view that takes passphrases. */
  records: z.partialRecord(z.enum(KINDS), z.number().int()),
})
export type Examined = z.infer<typeof Examined>

export const sessionCalls = {
  /** What the unlock view shows before anything is typed. */
  'session.start': unlockCall(
    ANY_STATE,
    Nothing,
    z.strictObject({
      state: z.enum(['locked', 'unlocked']),
      /** The vault last used on this machine, or one given on the command line. */
      vault: ChosenVault.nullable(),
      /** `keys`: what exactly says `keys.task`. */
      purpose: z.enum(['unlock', 'changePassphrase', 'keys']),
      notices: z.array(Notice),
    }),
  ),
  /** Opens main's folder dialog. `null` when it was cancelled. */
  'session.chooseFolder': unlockCall(
    ['locked'],
    z.strictObject({ for: z.enum(['open', 'create']) }),
    ChosenVault.extend({ isVault: z.boolean() }).nullable(),
  ),
  'passphrase.strength': unlockCall(
    ANY_STATE,
    z.strictObject({ passphrase: z.string().max(1024) }),
    PassphraseStrength,
  ),
  /** Makes a vault and leaves it open; the code is shown once. */
  'vault.create': unlockCall(
    ['locked'],
    z.strictObject({
      folder: FolderToken,
      passphrase: Passphrase,
      kdf: z.enum(['moderate', 'sensitive']),
    }),
    z.strictObject({ recoveryCode: z.string() }),
  ),
  /** Writes the recovery code just shown to a file or a printer chosen in main's dialog. */
  'vault.keepRecoveryCode': unlockCall(
    ['unlocked'],
    z.strictObject({ how: z.enum(['print', 'save']) }),
    z.strictObject({ kept: z.boolean() }),
  ),
  /** Reads one share card for a vault that is to be opened. Errors: those of cards, `not_a_vault`. */
  'vault.readCard': unlockCall(
    ['locked'],
    z.strictObject({ folder: FolderToken, text: CardText }),
    ReadCard,
  ),
  /**
   * Opens main's file dialog and looks at what was chosen; `null` when it was cancelled. Errors: `not_a_key_file`,
   * `key_file_damaged`, `newer_format`, `kdf_out_of_range`, `file_unreadable`.
   */
  'vault.chooseKeyFile': unlockCall(
    ['locked'],
    Nothing,
    z.strictObject({ token: FileToken, name: z.string() }).nullable(),
  ),
  'vault.unlock': unlockCall(
    ['locked'],
    VaultSecret.extend({ as: z.enum(OPEN_AS).default('write') }),
    z.strictObject({ notices: z.array(Notice) }),
  ),
  /** Of a vault whose ledger is damaged: how much of it still opens. Nothing is written. */
  'vault.examine': unlockCall(['locked'], VaultSecret, Examined),
  /** Ends the unlock view and shows the workspace. */
  'vault.enter': unlockCall(['unlocked'], Nothing, Done),
  'vault.changePassphrase': unlockCall(
    ['unlocked'],
    z.strictObject({ current: Passphrase, next: Passphrase }),
    Done,
  ),
  /** Restores a backup chosen in main's dialog into a new folder, before any vault is open. */
  'vault.restoreBackup': unlockCall(
    ['locked'],
    Nothing,
    z
      .strictObject({
        token: FolderToken,
        name: z.string(),
        files: z.number().int(),
        /** Evidence files that the backup no longer has whole, by the hash of their ciphertext. */
        damaged: z.array(z.string()),
      })
      .nullable(),
  ),
  /** Stops the restoring that `vault.restoreBackup` waits for; it then fails as `cancelled`. */
  'vault.cancelRestore': unlockCall(['locked'], Nothing, Done),
  'settings.get': { views: BOTH_VIEWS, states: ANY_STATE, input: Nothing, output: Settings },
  'settings.set': {
    views: BOTH_VIEWS,
    states: ANY_STATE,
    input: Settings.partial(),
    output: Settings,
  },
  'session.info': workspaceCall(Nothing, SessionInfo),
  /** Ends every process that holds plaintext. `draft` is kept sealed in the ledger and offered next time. */
  'session.lock': workspaceCall(Nothing, Done),
  /** Opens the unlock view for a change of passphrase: the workspace never sees one. */
  'session.openPassphraseWindow': workspaceCall(Nothing, Done),
} as const
