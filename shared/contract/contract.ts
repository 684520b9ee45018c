/**
 * The bridge: the only list of calls there is. A call is one entry here and one handler in electron/ipc; the
 * client of the renderer, the gate of main and the double of the tests are computed from this object.
 */
import type { z } from 'zod'
import { clipboardCalls } from './clipboard.ts'
import { custodyCalls } from './custody.ts'
import type { CallDefinition, Result } from './define.ts'
import { draftCalls } from './drafts.ts'
import { duplicateCalls } from './duplicates.ts'
import { exportCalls } from './exports.ts'
import { fieldCalls } from './fields.ts'
import { importCalls } from './imports.ts'
import { insightCalls } from './insight.ts'
import { keyFileCalls } from './keyFile.ts'
import { keyCalls } from './keys.ts'
import { recordCalls } from './records.ts'
import { rekeyCalls } from './rekey.ts'
import { searchCalls } from './search.ts'
import { sessionCalls } from './session.ts'
import { shareCalls } from './shares.ts'
import { workCalls } from './work.ts'

export const CONTRACT = {
  ...sessionCalls,
  ...keyCalls,
  ...keyFileCalls,
  ...custodyCalls,
  ...shareCalls,
  ...rekeyCalls,
  ...recordCalls,
  ...duplicateCalls,
  ...fieldCalls,
  ...searchCalls,
  ...insightCalls,
  ...importCalls,
  ...exportCalls,
  ...workCalls,
  ...draftCalls,
  ...clipboardCalls,
} as const satisfies Record<string, CallDefinition>

export type CallName = keyof typeof CONTRACT
export const CALL_NAMES = Object.keys(CONTRACT) as CallName[]

/** What a caller writes, and what a handler gets after defaults are filled in. */
export type CallInput<C extends CallName> = z.input<(typeof CONTRACT)[C]['input']>
export type ParsedInput<C extends CallName> = z.output<(typeof CONTRACT)[C]['input']>
export type CallOutput<C extends CallName> = z.output<(typeof CONTRACT)[C]['output']>
export type CallResult<C extends CallName> = Result<CallOutput<C>>

/** What the preload script puts on `window.emanet`. */
export interface Bridge {
  call(name: string, input: unknown): Promise<Result<unknown>>
  onEvent(listener: (name: string, payload: unknown) => void): () => void
}
