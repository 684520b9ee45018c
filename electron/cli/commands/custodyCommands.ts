/**
 * custody status, enable, disable, reveal: the witness compartment in custodian mode. Opening it lasts no longer than
 * the command that needs it; the reason is in the ledger before anything is read.
 */
import { VaultError } from '../../../shared/errors.ts'
import { RecordId } from '../../../shared/ids.ts'
import type { KdfLevel } from '../../vault/crypto/kdf.ts'
import type { CustodyCredential } from '../../vault/custodian/types.ts'
import type { OpenVault } from '../../vault/session/types.ts'
import { secretOfCards } from '../../vault/shares/gather.ts'
import { readCards } from '../credential.ts'
import { type Context, type VaultOptions, withWorkspace } from '../openWorkspace.ts'
import { readPassphrase } from '../passphrase.ts'

/** What opens the compartment, and why. */
export interface OpeningOptions {
  readonly custodyPassphraseFile?: string
  readonly custodySharesFile?: string
  readonly reason?: string
}

export interface OwnedCustody {
  readonly credential: CustodyCredential
  readonly reason: string
  wipe(): void
}

/** Undefined when no credential is given. Errors: `usage` for both or without a reason; those of reading cards. */
export async function readCustody(
  { custodyPassphraseFile, custodySharesFile, reason = '' }: OpeningOptions,
  { sodium, vaultIdBytes }: Pick<OpenVault, 'sodium' | 'vaultIdBytes'>,
): Promise<OwnedCustody | undefined> {
  if (custodyPassphraseFile === undefined && custodySharesFile === undefined) return undefined
  if (custodyPassphraseFile !== undefined && custodySharesFile !== undefined)
    throw new VaultError('usage', { custody: 2 })
  if (reason.trim() === '') throw new VaultError('usage', { reason: 'missing' })
  if (custodySharesFile !== undefined) {
    const cards = readCards(custodySharesFile)
    const of = { vaultId: vaultIdBytes, purpose: 'custodians' } as const
    const { secret } = await secretOfCards(sodium, cards, of)
    return { credential: { kind: 'shares', secret }, reason, wipe: () => secret.wipe() }
  }
  const passphrase = readPassphrase(custodyPassphraseFile)
  return { credential: { kind: 'passphrase', passphrase }, reason, wipe: () => passphrase.wipe() }
}

/** Opens the compartment for this command, where a credential is given. */
export async function openCustody(options: OpeningOptions, vault: OpenVault): Promise<void> {
  const custody = await readCustody(options, vault)
  if (!custody) return
  try {
    await vault.custody.open(custody.credential, { reason: custody.reason })
  } finally {
    custody.wipe()
  }
}

export async function custodyStatus(options: VaultOptions, context: Context): Promise<void> {
  await withWorkspace(options, context, 'read', ({ vault }) => {
    const { mode, ways } = vault.custody.status()
    context.output.result({ mode, ways })
  })
}

export interface EnableOptions extends VaultOptions, OpeningOptions {
  readonly secondPassphraseFile: readonly string[]
  readonly kdf: KdfLevel
}

/** With second passphrases; for shares see `shares make`. */
export async function enableCustody(options: EnableOptions, context: Context): Promise<void> {
  if (options.secondPassphraseFile.length === 0)
    throw new VaultError('usage', { secondPassphrase: 'missing' })
  const passphrases = options.secondPassphraseFile.map((file) => readPassphrase(file))
  try {
    await withWorkspace(options, context, 'write', async ({ vault }) => {
      await openCustody(options, vault)
      await vault.custody.enable({ passphrases, kdf: options.kdf })
      const { mode, ways } = vault.custody.status()
      context.output.result({ mode, ways })
    })
  } finally {
    for (const passphrase of passphrases) passphrase.wipe()
  }
}

export async function disableCustody(
  options: VaultOptions & OpeningOptions,
  context: Context,
): Promise<void> {
  await withWorkspace(options, context, 'write', async ({ vault }) => {
    await openCustody(options, vault)
    vault.custody.disable(options.reason ?? '')
    context.output.result({ mode: vault.custody.status().mode })
  })
}

/** One witness's identity, no longer encrypted. Without custodian mode the reason is asked for all the same. */
export async function revealIdentity(
  options: VaultOptions & OpeningOptions & { readonly witness: string },
  context: Context,
): Promise<void> {
  const witness = RecordId.safeParse(options.witness)
  if (!witness.success) throw new VaultError('usage', { witness: 'not an id' })
  if ((options.reason ?? '').trim() === '') throw new VaultError('usage', { reason: 'missing' })
  await withWorkspace(options, context, 'write', async ({ vault, records }) => {
    await openCustody(options, vault)
    const identity = records.reveal(witness.data, options.reason ?? '')
    const statements = identity?.statements.filter(({ retractedBy }) => retractedBy === null) ?? []
    context.output.result({
      witness: witness.data,
      identity: identity && statements.map(({ field, value }) => ({ field, value })),
    })
  })
}
