/**
 * A stand-in for the bridge, for tests and for looking at screens without the program. It is as strict as the gate:
 * inputs and outputs are parsed with the contract, a call without a handler fails as an unknown one.
 */
import {
  type Bridge,
  type CallName,
  type CallOutput,
  CONTRACT,
  type ParsedInput,
} from '../../../shared/contract/contract.ts'
import { EVENTS, type EventName, type EventPayload } from '../../../shared/contract/work.ts'
import { isVaultError } from '../../../shared/errors.ts'
import { isCallName } from './client.ts'

export type DoubleHandlers = {
  [C in CallName]?: (input: ParsedInput<C>) => CallOutput<C> | Promise<CallOutput<C>>
}

export interface BridgeDouble extends Bridge {
  /** Sends an event as main would. */
  emit<E extends EventName>(name: E, payload: EventPayload<E>): void
  /** The names of the calls made so far. */
  readonly calls: readonly string[]
}

export function createDouble(handlers: DoubleHandlers): BridgeDouble {
  const listeners = new Set<(name: string, payload: unknown) => void>()
  const calls: string[] = []
  return {
    calls,
    async call(name, input) {
      calls.push(name)
      if (!isCallName(name)) return { ok: false, error: { code: 'unknown_call' } }
      const handler = handlers[name] as ((input: unknown) => unknown) | undefined
      if (!handler) return { ok: false, error: { code: 'unknown_call' } }
      const given = CONTRACT[name].input.safeParse(input)
      if (!given.success) return { ok: false, error: { code: 'bad_input' } }
      try {
        const answer = CONTRACT[name].output.safeParse(await handler(given.data))
        if (!answer.success) return { ok: false, error: { code: 'bad_output' } }
        return { ok: true, value: answer.data }
      } catch (error) {
        if (!isVaultError(error)) return { ok: false, error: { code: 'internal' } }
        const { code, details } = error
        return {
          ok: false,
          error: details === undefined ? { code } : { code, details: { ...details } },
        }
      }
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    emit(name, payload) {
      const sent = EVENTS[name].parse(payload)
      for (const listener of listeners) listener(name, sent)
    },
  }
}
