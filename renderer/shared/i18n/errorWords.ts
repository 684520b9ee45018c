/** For each failure, three short sentences: what happened, what was kept safe, what to do next. */
import type { ErrorCode } from '../../../shared/errors.ts'

interface ErrorWords {
  readonly what: string
  readonly safe: string
  readonly next: string
}

export type ErrorTexts = Readonly<Record<ErrorCode, ErrorWords>>
