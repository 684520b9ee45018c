/**
 * Calls about the keys of the open vault. The workspace says what is to be done and the unlock view, in a window of
 * its own, takes the passphrase and does it: the workspace never sees one.
 */
import { z } from 'zod'
import { Done, Nothing, unlockCall, workspaceCall } from './define.ts'
import { FolderToken, Passphrase } from './session.ts'
import { NewCards, SetId } from './shares.ts'

const SLOT_KINDS = ['passphrase', 'recovery', 'keyFile', 'shares'] as const
const SlotKind = z.enum(SLOT_KINDS)

/** Longer ones are cut by the vault, which keeps 53 bytes. */
const SlotLabel = z.string().trim().max(53)
const SlotIndex = z.number().int().min(0).max(7)

export const Slot = z.strictObject({
  index: SlotIndex,
  kind: SlotKind,
  createdAt: z.number().int(),
  label: z.string(),
  /** Of Argon2id; `null` of a key file, which has its own. */
  cost: z.strictObject({ ops: z.number().int(), memKiB: z.number().int() }).nullable(),
  /** It opened this session. */
  current: z.boolean(),
})
export type Slot = z.infer<typeof Slot>

/** The languages that have a list of words for recovery codes. */
export const CODE_LANGUAGES = ['en', 'uk'] as const
type CodeLanguage = (typeof CODE_LANGUAGES)[number]

/** What is offered first to somebody who reads the interface in a language: that one, or English words. */
export const codeLanguageFor = (language: string): CodeLanguage =>
  CODE_LANGUAGES.find((each) => each === language) ?? 'en'

/** As the holder of the key file gave it: `emanet-key1…`. */
export const PublicKeyText = z.string().trim().min(1).max(4096)

/** What a person asked for in the workspace, to be done where a passphrase may be typed. */
export const KeyTask = z.discriminatedUnion('task', [
  z.strictObject({ task: z.literal('addPassphrase'), label: SlotLabel }),
  z.strictObject({ task: z.literal('newRecoveryCode'), language: z.enum(CODE_LANGUAGES) }),
  z.strictObject({
    task: z.literal('addKeyFile'),
    label: SlotLabel,
    publicKey: PublicKeyText,
  }),
  /** Makes a key file too; `next` is its passphrase, and where it is written is chosen in the other window. */
  z.strictObject({ task: z.literal('makeKeyFile'), label: SlotLabel }),
  z.strictObject({ task: z.literal('removeSlot'), slot: SlotIndex }),
  /** The witness compartment in custodian mode: see `custody.open`. */
  z.strictObject({
    task: z.literal('openCustody'),
    reason: z.string().trim().min(1).max(500),
    minutes: z.number().int().min(1).max(480),
  }),
  /** The identities of witnesses open with a second passphrase from now on, and no longer with the vault. */
  z.strictObject({ task: z.literal('enableCustody') }),
  z.strictObject({ task: z.literal('disableCustody'), reason: z.string().trim().min(1).max(500) }),
  NewCards.extend({ task: z.literal('makeCards') }),
  /** A card is a part of a key, so it is typed where passphrases are: see `shares.check`. */
  z.strictObject({ task: z.literal('checkCard') }),
  z.strictObject({ task: z.literal('retireCards'), setId: SetId }),
])
export type KeyTask = z.infer<typeof KeyTask>

export const keyCalls = {
  'keys.list': workspaceCall(
    Nothing,
    z.strictObject({
      slots: z.array(Slot),
      /** Slots that are not in use. */
      free: z.number().int(),
      readOnly: z.boolean(),
    }),
  ),
  /** A name opens nothing, so this needs no passphrase. Errors: `not_found`, `read_only`. */
  'keys.rename': workspaceCall(z.strictObject({ slot: SlotIndex, label: SlotLabel }), Done),
  /** Opens the unlock view with this task. Errors: `read_only`, `not_found` for a slot that is not in use, `public_key_damaged`. */
  'keys.begin': workspaceCall(KeyTask, Done),
  /**
   * Opens main's dialog for the file that a holder made (`keyFile.savePublicKey`), and reads it. Errors:
   * `public_key_damaged`, `file_unreadable`.
   */
  'keys.readPublicKey': workspaceCall(
    Nothing,
    /** `null` when it was cancelled. */
    z.strictObject({ publicKey: z.string() }).nullable(),
  ),
  /** What the unlock view was opened for; `null` when for nothing of the keys. */
  'keys.task': unlockCall(
    ['unlocked'],
    Nothing,
    z
      .strictObject({
        task: KeyTask,
        /** Of the public key of a key file that is to be added. */
        fingerprint: z.string().nullable(),
        /** The slot that is to be removed. */
        slot: Slot.nullable(),
      })
      .nullable(),
  ),
  /** Opens main's dialog. `null` when it was cancelled. Errors: `not_found` without the task, `bad_input` for a place inside the vault. */
  'keys.chooseKeyFilePlace': unlockCall(
    ['unlocked'],
    Nothing,
    z.strictObject({ token: FolderToken, name: z.string() }).nullable(),
  ),
  /**
   * Does the task with a passphrase (or recovery code) that opens the vault; `next` is the passphrase to be added, or
   * the second one of the compartment. A new recovery code is shown once. Cards are written into `folder`.
   */
  'keys.perform': unlockCall(
    ['unlocked'],
    z.strictObject({
      current: Passphrase,
      next: Passphrase.optional(),
      /** Of `shares.chooseFolder` or `keys.chooseKeyFilePlace`. */
      folder: FolderToken.optional(),
    }),
    z.strictObject({
      recoveryCode: z.string().nullable(),
      /** How many cards were written, and the name of the new folder they are in. */
      cards: z.strictObject({ folder: z.string(), count: z.number().int() }).nullable(),
    }),
  ),
} as const
