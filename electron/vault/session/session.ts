/** Making and opening a vault: the entry points of the trusted core. */
import type { CreateOptions, OpenOptions, OpenVault } from './types.ts'

/** Makes a vault and opens it. The recovery code is shown once and kept nowhere. */
export async function createVault(
  options: CreateOptions,
): Promise<{ vault: OpenVault; recoveryCode: string }> {
  throw new Error(`not written yet: ${options.kdf}`)
}

/**
 * Errors: `not_a_vault`, `newer_format`, `header_damaged`, `header_tampered`, `kdf_out_of_range`,
 * `wrong_passphrase`, `vault_in_use` (details: pid, since, sameDevice), `read_only`, `ledger_truncated`,
 * `ledger_damaged`, `keys_damaged`.
 */
export async function openVault(options: OpenOptions): Promise<OpenVault> {
  throw new Error(`not written yet: ${options.folder.length}`)
}
