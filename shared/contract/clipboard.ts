/** Calls about the clipboard: what the program puts there, it takes away again. A page never reads it. */
import { z } from 'zod'
import { ANY_STATE, BOTH_VIEWS, Done, Nothing } from './define.ts'

const fromAnywhere = { views: BOTH_VIEWS, states: ANY_STATE, output: Done }

export const clipboardCalls = {
  /** Puts text there, for half a minute at most. */
  'clipboard.copy': { ...fromAnywhere, input: z.strictObject({ text: z.string().max(100_000) }) },
  /** The page's own copy or cut command has just run: what it put there is treated the same. */
  'clipboard.copied': { ...fromAnywhere, input: Nothing },
} as const
