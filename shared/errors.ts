/**
 * The closed set of failures the program knows, shared by the core, the bridge, the command line and the
 * test vectors. An error carries a code and, at most, harmless counts: never a path, a name or a secret,
 * so it may cross the bridge, be logged and be printed.
 */

/** Every code, with the exit code of the command line (documented in docs/cli.md). */
export const ERROR_EXIT_CODES = {
  // Opening a vault
  wrong_passphrase: 10,
  not_a_vault: 11,
  header_damaged: 12,
  header_tampered: 13,
  newer_format: 14,
  vault_in_use: 15,
  vault_exists: 16,
  kdf_out_of_range: 17,
  passphrase_too_weak: 18,
  try_later: 19,
  // What the ledger says about itself
  ledger_damaged: 20,
  ledger_missing_entry: 21,
  ledger_reordered: 22,
  ledger_truncated: 23,
  ledger_signature_invalid: 24,
  keys_damaged: 25,
  // Key files
  key_file_damaged: 26,
  wrong_key_file: 27,
  public_key_damaged: 28,
  wrong_key_file_passphrase: 29,
  not_a_key_file: 37,
  // Objects
  object_damaged: 30,
  object_missing: 31,
  object_truncated: 32,
  file_changed_while_read: 33,
  file_unreadable: 34,
  bad_file_name: 35,
  too_large: 36,
  // The world
  read_only: 40,
  disk_full: 41,
  io_failed: 42,
  cancelled: 43,
  out_of_memory: 44,
  file_exists: 45,
  busy: 46,
  // Records
  not_found: 50,
  erased: 51,
  invalid_record: 52,
  conflict: 53,
  custodian_closed: 54,
  // Import
  import_unreadable: 55,
  import_no_columns: 56,
  import_encoding_unknown: 57,
  import_encrypted: 58,
  import_damaged: 59,
  // Dossier
  dossier_refused: 60,
  dossier_leak: 61,
  // Tables
  table_refused: 62,
  table_leak: 63,
  // Backup
  not_a_backup: 70,
  backup_damaged: 71,
  backup_of_other_vault: 72,
  target_not_empty: 73,
  // Share cards
  card_damaged: 74,
  card_of_other_vault: 75,
  card_of_other_set: 76,
  card_not_genuine: 77,
  card_repeated: 78,
  cards_too_few: 79,
  // The bridge and the command line
  bad_input: 80,
  bad_output: 81,
  wrong_lock_state: 82,
  forbidden_frame: 83,
  unknown_call: 84,
  usage: 85,
  internal: 90,
} as const

export type ErrorCode = keyof typeof ERROR_EXIT_CODES

export const ERROR_CODES = Object.keys(ERROR_EXIT_CODES) as [ErrorCode, ...ErrorCode[]]

/** Harmless details of a failure: counts, positions, who holds a lock and since when. No free text from data. */
export type ErrorDetails = Readonly<Record<string, number | string | boolean>>

/** A failure of the world or of what the user gave us. Programmer mistakes use `invariant` instead. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
  readonly code: ErrorCode
  readonly details: ErrorDetails | undefined

  constructor(code: ErrorCode, details?: ErrorDetails) {
    super(code)
    this.code = code
    this.details = details
  }
}

export const isVaultError = (error: unknown): error is VaultError => error instanceof VaultError

/** Stops at once on a mistake of the program itself. The message is a constant of the source, never data. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${message}`)
}
