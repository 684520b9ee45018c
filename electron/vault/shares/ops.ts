/** The ledger operations of share cards and the shapes of their bodies. The secret and the shares are in none. */
import { z } from 'zod'
import { MAX_SHARES, MIN_SHARES, SET_ID_BYTES } from './card.ts'

/** A set of cards was made. */
export const OP_SHARES_MADE = 'shares.made'
/** A holder's card was read and was the right one. When: the time of the entry. */
export const OP_SHARES_CHECKED = 'shares.checked'
/** A set opens nothing any more, or is no longer to be used. */
export const OP_SHARES_RETIRED = 'shares.retired'

const SetId = z.string().regex(new RegExp(`^[0-9a-f]{${SET_ID_BYTES * 2}}$`))

export const MAX_HOLDER_CHARS = 100

export const SharesMade = z
  .strictObject({
    setId: SetId,
    purpose: z.enum(['vault', 'custodians']),
    k: z.number().int().min(MIN_SHARES).max(MAX_SHARES),
    n: z.number().int().min(MIN_SHARES).max(MAX_SHARES),
    /** Who keeps which card, in the order of their numbers; empty where it was not said. */
    holders: z.array(z.string().max(MAX_HOLDER_CHARS)),
    /** The commitment to each card, hexadecimal (docs/format.md). */
    checks: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
    /** The slot that the cards open, when they open the whole vault. */
    slot: z.number().int().min(0).optional(),
  })
  .refine(({ k, n, holders, checks }) => k <= n && holders.length === n && checks.length === n)
export type SharesMade = z.infer<typeof SharesMade>

export const SharesChecked = z.strictObject({
  setId: SetId,
  number: z.number().int().min(1).max(MAX_SHARES),
})

export const SharesRetired = z.strictObject({ setId: SetId })
