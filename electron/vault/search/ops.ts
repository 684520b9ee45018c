/** The ledger operation of a saved search and the shape of its body. */
import { z } from 'zod'

/**
 * A search is kept under a name, or anew under another. It is about an id of its own, whose key goes when it is deleted
 * (`record.erase`): what somebody searched for may be somebody's name.
 */
export const OP_VIEW_SET = 'view.set'

export const ViewBody = z.object({
  name: z.string().min(1).max(100),
  query: z.string().max(200),
  filters: z
    .array(
      z.object({
        kind: z.string().max(64),
        field: z.string().max(64).nullable(),
        value: z.string().max(200).nullable(),
      }),
    )
    .max(20),
  exact: z.boolean(),
})
export type ViewBody = z.infer<typeof ViewBody>
