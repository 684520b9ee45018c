/**
 * What a failure becomes before it crosses the bridge: a code of the closed set, and of its details the numbers,
 * the flags and single lower-case words. A message or a stack never passes, and neither does text with the shape
 * of a path, a sentence or a name written as names are; that no detail is data is the promise of who throws it.
 */
import type { BridgeError } from '../../shared/contract/define.ts'
import { type ErrorDetails, isVaultError } from '../../shared/errors.ts'

/** A word of the program or an id. */
const HARMLESS_TEXT = /^[a-z0-9_:-]{1,64}$/
const HARMLESS_NAME = /^[A-Za-z]{1,32}$/

export function toBridgeError(error: unknown): BridgeError {
  if (!isVaultError(error)) return { code: 'internal' }
  const details = harmless(error.details)
  return details === undefined ? { code: error.code } : { code: error.code, details }
}

function harmless(details: ErrorDetails | undefined): BridgeError['details'] {
  const kept = Object.entries(details ?? {}).filter(
    ([name, value]) =>
      HARMLESS_NAME.test(name) &&
      (typeof value === 'boolean' ||
        (typeof value === 'number' && Number.isFinite(value)) ||
        (typeof value === 'string' && HARMLESS_TEXT.test(value))),
  )
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}
