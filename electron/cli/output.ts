/**
 * What the command line prints: with `--json` only JSON on standard output (one document, or one per line for
 * lists); words and progress on standard error. A failure is its code, with the exit code of shared/errors.ts.
 */
import process, { stderr, stdout } from 'node:process'
import { ERROR_EXIT_CODES, type ErrorCode, isVaultError } from '../../shared/errors.ts'
import { toVaultError } from '../vault/folder/fsErrors.ts'

export interface Output {
  /** The one result of a command. */
  result(value: Readonly<Record<string, unknown>>): void
  /** One row of a list. */
  row(value: Readonly<Record<string, unknown>>): void
  /** A remark for a person; never part of the result. */
  say(text: string): void
  progress(done: number, total: number): void
}

/** Without `--json` a row is `key: value` pairs: for reading, not for parsing. */
const inWords = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(inWords).join('; ')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, inner]) => `${key}: ${inWords(inner)}`)
      .join(', ')
  return String(value).replace(UNPRINTABLE, '\uFFFD')
}

/** Comes from records, so from strangers: nothing that would lead a terminal, or turn the reading direction. */
const UNPRINTABLE = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu

export function createOutput(json: boolean): Output {
  const line = (value: Readonly<Record<string, unknown>>) =>
    stdout.write(`${json ? JSON.stringify(value) : inWords(value)}\n`)
  let lastPercent = -1
  return {
    result(value) {
      if (json) line(value)
      else
        for (const [key, inner] of Object.entries(value))
          stdout.write(`${key}: ${inWords(inner)}\n`)
    },
    row: line,
    say: (text) => {
      stderr.write(`${text}\n`)
    },
    progress(done, total) {
      const percent = total === 0 ? 100 : Math.floor((done / total) * 100)
      if (percent === lastPercent || !stderr.isTTY) return
      lastPercent = percent
      stderr.write(`\r${percent} %${percent === 100 ? '\n' : ''}`)
    },
  }
}

/**
 * A reader that went away, or a full disk behind standard output, does not end a command on the way, as what it does to
 * a vault is to be whole. But what it said is lost, so it did not succeed: the exit code says so.
 */
export function noticeLostOutput(): void {
  let lost: ErrorCode | undefined
  stdout.on('error', (error) => {
    const mapped = toVaultError(error, 'write')
    lost ??= isVaultError(mapped) ? mapped.code : 'io_failed'
  })
  stderr.on('error', () => {})
  process.once('exit', () => {
    if (lost && !process.exitCode) process.exitCode = ERROR_EXIT_CODES[lost]
  })
}

/** Prints a failure and gives its exit code. Only the code and harmless counts: no path, name or secret. */
export function printFailure(error: unknown, json: boolean): number {
  const code: ErrorCode = isVaultError(error) ? error.code : codeOfOther(error)
  const details = isVaultError(error) ? error.details : undefined
  if (json)
    stdout.write(`${JSON.stringify({ error: { code, ...(details ? { details } : {}) } })}\n`)
  else stderr.write(`error: ${code}${details ? ` (${inWords(details)})` : ''}\n`)
  return ERROR_EXIT_CODES[code]
}

const codeOfOther = (error: unknown): ErrorCode =>
  error instanceof Error && error.name === 'AbortError' ? 'cancelled' : 'internal'
