/** rekey: writes the whole vault anew under a new root key; the old one is moved aside. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { VaultError } from '../../../shared/errors.ts'
import type { KdfLevel } from '../../vault/crypto/kdf.ts'
import { loadSodium } from '../../vault/crypto/loadSodium.ts'
import type { RecoveryLanguage } from '../../vault/crypto/recoveryCode.ts'
import { openRawVault } from '../../vault/ledger/raw.ts'
import { rekeyPlaces } from '../../vault/rekey/places.ts'
import { discardRekey, rekeyVault } from '../../vault/rekey/rekeyVault.ts'
import { readCredential } from '../credential.ts'
import { deviceSecret } from '../device.ts'
import type { Context, VaultOptions } from '../openWorkspace.ts'
import { readPassphrase } from '../passphrase.ts'
import { type OpeningOptions, readCustody } from './custodyCommands.ts'
import { readPublicKey } from './slotCommands.ts'

export interface RekeyCommandOptions extends VaultOptions, OpeningOptions {
  readonly newPassphraseFile?: string
  readonly kdf: KdfLevel
  readonly recoveryLanguage: RecoveryLanguage
  /** Public keys of key files, or files with them, that the new vault opens with too. */
  readonly newKey: readonly string[]
  readonly secondPassphraseFile: readonly string[]
  readonly discard?: boolean
  readonly deleteOld?: boolean
}

export async function rekey(options: RekeyCommandOptions, context: Context): Promise<void> {
  if (options.discard) {
    const device = deviceSecret()
    const sodium = await loadSodium()
    try {
      const which = { folder: options.vault, sodium, deviceSecret: device }
      context.output.result({ discarded: discardRekey(which) })
    } finally {
      device.wipe()
    }
    return
  }
  if (options.newPassphraseFile === undefined)
    throw new VaultError('usage', { newPassphrase: 'missing' })
  checkCustody(options)
  const sodium = await loadSodium()
  const passphrase = readPassphrase(options.newPassphraseFile)
  const seconds = options.secondPassphraseFile.map((file) => readPassphrase(file))
  const owned = await readCredential(options.vault, options, sodium)
  const device = deviceSecret()
  const custody = await readCustody(options, {
    sodium,
    // Only cards ask for it; a swap that was cut off may have left no vault to look at.
    get vaultIdBytes() {
      return idOf(options.vault, sodium)
    },
  })
  try {
    const result = await rekeyVault({
      folder: options.vault,
      credential: owned.credential,
      passphrase,
      kdf: options.kdf,
      recoveryLanguage: options.recoveryLanguage,
      keyFiles: options.newKey.map((key) => ({ publicKey: readPublicKey(key), label: '' })),
      ...(custody
        ? {
            custody: {
              credential: custody.credential,
              request: { reason: custody.reason, minutes: LONGEST },
              ways: { passphrases: seconds, kdf: options.kdf },
            },
          }
        : {}),
      deviceSecret: device,
      sodium,
      signal: context.signal,
      onProgress: (done, total) => context.output.progress(done, total),
    })
    if (options.deleteOld) {
      const old = join(rekeyPlaces(options.vault).parent, result.before)
      rmSync(old, { recursive: true, force: true })
    }
    context.output.result({ ...result, before: options.deleteOld ? null : result.before })
  } finally {
    for (const secret of [passphrase, device, ...seconds]) secret.wipe()
    owned.wipe()
    custody?.wipe()
  }
}

/**
 * What opens the compartment now, and what will open it in the new vault, go together: neither is left out silently, and
 * both are asked for before a new vault is begun. Errors: `usage`.
 */
function checkCustody(options: RekeyCommandOptions): void {
  const { custodyPassphraseFile, custodySharesFile, secondPassphraseFile } = options
  const opens = custodyPassphraseFile !== undefined || custodySharesFile !== undefined
  if (opens !== secondPassphraseFile.length > 0)
    throw new VaultError('usage', { custody: opens ? 'no second passphrase' : 'not opened' })
}

/** A large vault takes its time. */
const LONGEST = 8 * 60

function idOf(folder: string, sodium: Parameters<typeof openRawVault>[1]): Buffer {
  const raw = openRawVault(folder, sodium)
  raw.close()
  return raw.state.vaultId
}
