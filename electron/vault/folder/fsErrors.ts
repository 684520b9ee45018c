/** Failures of the file system, mapped to codes in one place. Paths stay out of every error. */
import { type ErrorCode, VaultError } from '../../../shared/errors.ts'

const CODES: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EROFS: 'read_only',
  EFBIG: 'too_large',
}

/** What was being done decides what a refused permission means. */
export type Intent = 'read' | 'write'

export const fsCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined

export function toVaultError(error: unknown, intent: Intent): unknown {
  const code = fsCode(error)
  if (code === undefined || error instanceof VaultError) return error
  const known = CODES[code]
  if (known) return new VaultError(known)
  if (code === 'EACCES' || code === 'EPERM') {
    return new VaultError(intent === 'write' ? 'read_only' : 'file_unreadable')
  }
  return new VaultError('io_failed')
}

/** Runs `work`; a failure of the file system becomes a VaultError. */
export function mapFsErrors<Result>(intent: Intent, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw toVaultError(error, intent)
  }
}
