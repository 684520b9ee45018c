/**
 * How a call of the bridge is declared: the view that may make it, the lock state it needs, and the shapes of
 * its input and output. Errors always come from the closed set of shared/errors.ts.
 */
import { z } from 'zod'
import { ERROR_CODES } from '../errors.ts'

/** The unlock view takes passphrases; the workspace view shows records. No call serves both but the `both` ones. */
export type View = 'unlock' | 'workspace'
export type LockState = 'locked' | 'unlocked'

export interface CallDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly views: readonly View[]
  readonly states: readonly LockState[]
  readonly input: I
  readonly output: O
}

export const BOTH_VIEWS = ['unlock', 'workspace'] as const satisfies readonly View[]
export const ANY_STATE = ['locked', 'unlocked'] as const satisfies readonly LockState[]

/** A call of the workspace, which exists only while the vault is open. */
export const workspaceCall = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  views: ['workspace'] as const,
  states: ['unlocked'] as const,
  input,
  output,
})

/** A call of the unlock view. */
export const unlockCall = <I extends z.ZodType, O extends z.ZodType>(
  states: readonly LockState[],
  input: I,
  output: O,
) => ({ views: ['unlock'] as const, states, input, output })

/** What crosses the bridge for a failure: a code and harmless details, never free text. */
export const BridgeError = z.strictObject({
  code: z.enum(ERROR_CODES),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
})
export type BridgeError = z.infer<typeof BridgeError>

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: BridgeError }

export const Nothing = z.strictObject({})
export const Done = z.strictObject({})
