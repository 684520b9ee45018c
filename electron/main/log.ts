/**
 * The program's only log: a line of JSON on standard error, and only when EMANET_LOG=1 asks for it, because even
 * the times of calls say when a vault was open. A line has the fields listed here and no others; each is a number
 * or a word of a closed set, so nothing that came from a record, a file, a name or a path fits into one.
 */
import { CALL_NAMES } from '../../shared/contract/contract.ts'
import { EVENTS } from '../../shared/contract/work.ts'
import { ERROR_CODES } from '../../shared/errors.ts'

export const LOG_EVENTS = [
  'started',
  'unlocked',
  'ended',
  'call_failed',
  'event_refused',
  'request_blocked',
  'navigation_blocked',
  'window_blocked',
  'download_blocked',
  'permission_denied',
  'renderer_gone',
  'uncaught',
] as const
const END_REASONS = [
  'asked',
  'idle',
  'suspend',
  'screen_locked',
  'shutdown',
  'windows_closed',
  'renderer_gone',
  'uncaught',
] as const
export type EndReason = (typeof END_REASONS)[number]

/** Field → the words it may hold; `number` for numbers. */
const FIELDS = {
  call: CALL_NAMES as readonly string[],
  code: ERROR_CODES as readonly string[],
  notice: Object.keys(EVENTS) as readonly string[],
  reason: END_REASONS as readonly string[],
  ms: 'number',
} as const

interface LogFields {
  readonly call?: string | undefined
  readonly code?: string | undefined
  readonly notice?: string | undefined
  readonly reason?: EndReason | undefined
  readonly ms?: number | undefined
}

export type Log = (event: (typeof LOG_EVENTS)[number], fields?: LogFields) => void

export function createLog(write: (line: string) => void, now: () => number = Date.now): Log {
  return (event, fields = {}) => {
    const kept: Record<string, string | number> = { at: now(), event }
    for (const [name, allowed] of Object.entries(FIELDS)) {
      const value = fields[name as keyof LogFields]
      const fits =
        allowed === 'number' ? typeof value === 'number' : allowed.includes(String(value))
      if (value !== undefined && fits) kept[name] = value
    }
    write(`${JSON.stringify(kept)}\n`)
  }
}

export const log: Log =
  process.env.EMANET_LOG === '1' ? createLog((line) => process.stderr.write(line)) : () => {}
