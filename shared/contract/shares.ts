/**
 * Calls about share cards: which there are, making a set, and checking that one card is readable and belongs here. A
 * card is a part of a key: its words are typed in the unlock view and never in the workspace.
 */
import { z } from 'zod'
import { CARD_LANGUAGES } from '../shares/languages.ts'
import { Nothing, unlockCall, workspaceCall } from './define.ts'
import { FolderToken } from './session.ts'

/** The least and the most cards of a set, and of those that are needed together. */
export const CARDS_AT_LEAST = 2
export const CARDS_AT_MOST = 16
export const HOLDER_LETTERS = 100

const Purpose = z.enum(['vault', 'custodians'])
export const SetId = z.string().regex(/^[0-9a-f]{16}$/)
const CardNumber = z.number().int().min(1).max(CARDS_AT_MOST)

/** A set to be made, a card for each holder in the order of the numbers. */
export const NewCards = z.strictObject({
  purpose: Purpose,
  /** So many of the cards are needed together. */
  k: z.number().int().min(CARDS_AT_LEAST).max(CARDS_AT_MOST),
  holders: z
    .array(
      z.strictObject({
        name: z.string().trim().max(HOLDER_LETTERS),
        language: z.enum(CARD_LANGUAGES),
      }),
    )
    .min(CARDS_AT_LEAST)
    .max(CARDS_AT_MOST),
})
export type NewCards = z.infer<typeof NewCards>

export const CardSet = z.strictObject({
  setId: SetId,
  purpose: Purpose,
  k: z.number().int(),
  n: z.number().int(),
  madeAt: z.number().int(),
  retiredAt: z.number().int().nullable(),
  /** Whether k cards still open something. */
  inUse: z.boolean(),
  slot: z.number().int().nullable(),
  cards: z.array(
    z.strictObject({
      number: CardNumber,
      holder: z.string(),
      checkedAt: z.number().int().nullable(),
      /** In use, and for too long neither made nor checked. */
      overdue: z.boolean(),
    }),
  ),
})
export type CardSet = z.infer<typeof CardSet>

export const shareCalls = {
  /** Newest first. */
  'shares.status': workspaceCall(
    Nothing,
    z.strictObject({
      sets: z.array(CardSet),
      /** After so many days without a check a card is overdue. */
      checkEveryDays: z.number().int(),
    }),
  ),
  /** Opens main's folder dialog. `null` when it was cancelled. Errors: `bad_input` for a folder inside the vault. */
  'shares.chooseFolder': unlockCall(
    ['unlocked'],
    Nothing,
    z.strictObject({ token: FolderToken, name: z.string() }).nullable(),
  ),
  /**
   * Reads one card, by words or by the text of its QR code, and remembers that it was checked. The task stays, so that
   * one card after the other can be checked. Errors: `not_found` without the task; `card_damaged` (details: word or
   * words), `card_of_other_vault`, `card_of_other_set`, `card_not_genuine`.
   */
  'shares.check': unlockCall(
    ['unlocked'],
    z.strictObject({ text: z.string().trim().min(1).max(4096) }),
    z.strictObject({
      setId: SetId,
      purpose: Purpose,
      number: CardNumber,
      k: z.number().int(),
      n: z.number().int(),
      holder: z.string(),
      /** False of a card that is right, but whose set opens nothing any more. */
      inUse: z.boolean(),
      recorded: z.boolean(),
    }),
  ),
} as const
