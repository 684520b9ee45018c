/**
 * Calls about the witness compartment in custodian mode. The workspace says why and for how long it is to be opened
 * (`keys.begin`); the unlock view takes the second passphrase or the cards.
 */
import { z } from 'zod'
import { Done, Nothing, unlockCall, workspaceCall } from './define.ts'
import { CardText, Passphrase, ReadCard } from './session.ts'

const CustodyWay = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('shares'),
    setId: z.string(),
    /** So many cards of so many. */
    k: z.number().int(),
    n: z.number().int(),
    createdAt: z.number().int(),
  }),
  z.strictObject({ kind: z.literal('passphrase'), createdAt: z.number().int() }),
])

export const CustodyStatus = z.strictObject({
  /** `root`: whoever opens the vault can open identities, with a reason. */
  mode: z.enum(['root', 'custodian']),
  isOpen: z.boolean(),
  /** In custodian mode, when it closes by itself; milliseconds since 1970. */
  openUntil: z.number().nullable(),
  ways: z.array(CustodyWay),
})
export type CustodyStatus = z.infer<typeof CustodyStatus>

export const custodyCalls = {
  'custody.status': workspaceCall(Nothing, CustodyStatus),
  /** Wipes the compartment's keys from memory now. */
  'custody.close': workspaceCall(Nothing, Done),
  /** Reads one card of those that are to open it. Errors: those of cards, `not_found` without such a task. */
  'custody.readCard': unlockCall(['unlocked'], z.strictObject({ text: CardText }), ReadCard),
  /**
   * Opens it for the reason and the time of the task. Errors: `not_found` without one, `wrong_passphrase`, those of
   * reading cards, `conflict` when custodian mode is off.
   */
  'custody.open': unlockCall(
    ['unlocked'],
    z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('passphrase'), passphrase: Passphrase }),
      z.strictObject({
        by: z.literal('cards'),
        cards: z.array(CardText).min(1).max(16),
      }),
    ]),
    z.strictObject({ openUntil: z.number() }),
  ),
} as const
