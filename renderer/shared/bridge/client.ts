/**
 * The renderer's only way to the vault: one typed function for every call of the contract. Its types are computed
 * from the contract, so a call that is not in it, or with another shape, does not compile.
 */
import {
  type Bridge,
  type CallInput,
  type CallName,
  type CallOutput,
  CONTRACT,
} from '../../../shared/contract/contract.ts'
import type { BridgeError, Result } from '../../../shared/contract/define.ts'
import type { EventName, EventPayload } from '../../../shared/contract/work.ts'
import type { ErrorCode } from '../../../shared/errors.ts'

declare global {
  interface Window {
    readonly emanet?: Bridge
  }
}

/** A call's input may be left out where the contract asks for nothing. */
export type CallArguments<C extends CallName> =
  Record<string, never> extends CallInput<C> ? [input?: CallInput<C>] : [input: CallInput<C>]

/** A failed call as an exception, for the query library; screens show the words of its code. */
export class BridgeFailure extends Error {
  override readonly name = 'BridgeFailure'
  readonly code: ErrorCode
  readonly details: BridgeError['details']

  constructor(error: BridgeError) {
    super(error.code)
    this.code = error.code
    this.details = error.details
  }
}

let replacement: Bridge | undefined

/** Puts a test double in the bridge's place: only the page for looking at screens and the tests do. */
export const replaceBridge = (bridge: Bridge): void => {
  replacement = bridge
}

const bridge = (): Bridge | undefined => replacement ?? window.emanet

/** Makes a call and answers with its result; it never throws. */
export async function call<C extends CallName>(
  name: C,
  ...[input]: CallArguments<C>
): Promise<Result<CallOutput<C>>> {
  const found = bridge()
  if (!found) return { ok: false, error: { code: 'internal' } }
  try {
    // The gate in main has parsed the output with the contract's schema of this very call.
    return (await found.call(name, input ?? {})) as Result<CallOutput<C>>
  } catch {
    return { ok: false, error: { code: 'internal' } }
  }
}

/** Makes a call and throws a `BridgeFailure` when it fails. */
export async function ask<C extends CallName>(
  name: C,
  ...input: CallArguments<C>
): Promise<CallOutput<C>> {
  const result = await call(name, ...input)
  if (result.ok) return result.value
  throw new BridgeFailure(result.error)
}

/** Listens to one kind of event; answers with the function that stops listening. */
export function onEvent<E extends EventName>(
  name: E,
  listener: (payload: EventPayload<E>) => void,
): () => void {
  const found = bridge()
  if (!found) return () => undefined
  return found.onEvent((eventName, payload) => {
    if (eventName === name) listener(payload as EventPayload<E>)
  })
}

export const isCallName = (name: string): name is CallName => Object.hasOwn(CONTRACT, name)
