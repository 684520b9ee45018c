/**
 * The gate: every call of every page comes through here, and no other `ipcMain` listener exists. In this order it
 * checks the calling frame, the name, the view, the lock state and the input, runs the handler, and checks the
 * output. It never throws: what Electron would make of an exception carries its message to the page.
 */
import {
  type CallName,
  type CallOutput,
  CONTRACT,
  type ParsedInput,
} from '../../shared/contract/contract.ts'
import type { LockState, Result, View } from '../../shared/contract/define.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { toBridgeError } from './bridgeError.ts'
import type { CallEvent, Views } from './callers.ts'

/** Who called: a call that both views may make can tell them apart. */
export interface Caller {
  readonly view: View
  readonly id: number
}

export type Handler<C extends CallName> = (
  input: ParsedInput<C>,
  caller: Caller,
) => CallOutput<C> | Promise<CallOutput<C>>

/** One handler for each call: one too few, one too many or one of another shape does not compile. */
export type Handlers = { readonly [C in CallName]: Handler<C> }

export interface GateParts {
  readonly handlers: Handlers
  readonly views: Pick<Views, 'viewOf'>
  /** `undefined` while the vault is being opened or closed: then only calls for any state pass. */
  readonly lockState: () => LockState | undefined
  /** Hears the code of each failure, for the log. */
  readonly onFailure?: (call: CallName | undefined, code: ErrorCode) => void
}

export type Gate = (event: CallEvent, name: unknown, input: unknown) => Promise<Result<unknown>>

const isCallName = (name: unknown): name is CallName =>
  typeof name === 'string' && Object.hasOwn(CONTRACT, name)

export function createGate({ handlers, views, lockState, onFailure }: GateParts): Gate {
  const answer = async (event: CallEvent, name: unknown, input: unknown) => {
    const view = views.viewOf(event)
    if (view === undefined) return refuse('forbidden_frame')
    if (!isCallName(name)) return refuse('unknown_call')
    const { views: allowed, states } = CONTRACT[name]
    if (!(allowed as readonly View[]).includes(view)) return refuse('forbidden_frame')
    if (!isAllowedIn(states, lockState())) return refuse('wrong_lock_state')
    const given = CONTRACT[name].input.safeParse(input)
    if (!given.success) return refuse('bad_input')

    const handler = handlers[name] as (input: unknown, caller: Caller) => unknown
    const made = await handler(given.data, { view, id: event.sender.id })
    // What zod gives back holds only what the contract declares; a key too many is refused, not dropped.
    const checked = CONTRACT[name].output.safeParse(made)
    return checked.success ? { ok: true as const, value: checked.data } : refuse('bad_output')
  }

  return async (event, name, input) => {
    let result: Result<unknown>
    try {
      result = await answer(event, name, input)
    } catch (error) {
      result = { ok: false, error: toBridgeError(error) }
    }
    if (!result.ok) onFailure?.(isCallName(name) ? name : undefined, result.error.code)
    return result
  }
}

const refuse = (code: ErrorCode): Result<never> => ({ ok: false, error: { code } })

function isAllowedIn(states: readonly LockState[], state: LockState | undefined): boolean {
  const needsNone = states.includes('locked') && states.includes('unlocked')
  return needsNone || (state !== undefined && states.includes(state))
}
