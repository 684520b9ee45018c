/** slots list, add-passphrase, add-key, rename, remove: what opens a vault. The ones that change say the slot. */
import { readFileSync } from 'node:fs'
import { VaultError } from '../../../shared/errors.ts'
import type { KdfLevel } from '../../vault/crypto/kdf.ts'
import { PUBLIC_KEY_PREFIX } from '../../vault/crypto/publicKeyText.ts'
import { SLOT_COUNT } from '../../vault/header/header.ts'
import { MAX_LABEL_BYTES } from '../../vault/session/slotDirectory.ts'
import { type Context, type VaultOptions, withWorkspace } from '../openWorkspace.ts'
import { readPassphrase } from '../passphrase.ts'

interface Labelled {
  readonly label: string
}

interface OneSlot {
  readonly slot: string
}

export async function listSlots(options: VaultOptions, context: Context): Promise<void> {
  await withWorkspace(options, context, 'read', ({ vault }) => {
    for (const { cost, ...slot } of vault.slots())
      context.output.row({ ...slot, cost: cost ?? null })
  })
}

export async function addPassphraseSlot(
  options: VaultOptions & Labelled & { readonly newPassphraseFile: string; readonly kdf: KdfLevel },
  context: Context,
): Promise<void> {
  checkLabel(options)
  const next = readPassphrase(options.newPassphraseFile)
  const { label, kdf } = options
  try {
    await withWorkspace(options, context, 'write', async ({ vault }, credential) => {
      const slot = await vault.addPassphrase(credential, next, label, kdf)
      context.output.result({ slot })
    })
  } finally {
    next.wipe()
  }
}

/** `key` is the public key itself, or a file with it. */
export async function addKeySlot(
  key: string,
  options: VaultOptions & Labelled,
  context: Context,
): Promise<void> {
  checkLabel(options)
  const publicKey = readPublicKey(key)
  await withWorkspace(options, context, 'write', async ({ vault }, credential) => {
    context.output.result({ slot: await vault.addKeyFile(credential, publicKey, options.label) })
  })
}

export async function renameSlot(
  options: VaultOptions & Labelled & OneSlot,
  context: Context,
): Promise<void> {
  checkLabel(options)
  const slot = slotNumber(options.slot)
  await withWorkspace(options, context, 'write', async ({ vault }) => {
    await vault.renameSlot(slot, options.label)
    context.output.result({ slot })
  })
}

export async function removeSlot(options: VaultOptions & OneSlot, context: Context): Promise<void> {
  const slot = slotNumber(options.slot)
  await withWorkspace(options, context, 'write', async ({ vault }, credential) => {
    await vault.removeSlot(credential, slot)
    context.output.say('Whoever has an older copy of the vault still opens that copy.')
    context.output.result({ slot })
  })
}

/** The text of a public key, from the arguments or from a file; whether it is whole is seen by the vault. */
export function readPublicKey(key: string): string {
  if (key.startsWith(PUBLIC_KEY_PREFIX)) return key
  try {
    return readFileSync(key, 'utf8')
  } catch {
    throw new VaultError('file_unreadable')
  }
}

/** The vault would cut it. */
function checkLabel({ label }: Labelled): void {
  if (Buffer.byteLength(label.normalize('NFC')) > MAX_LABEL_BYTES)
    throw new VaultError('usage', { label: `at most ${MAX_LABEL_BYTES} bytes` })
}

function slotNumber(text: string): number {
  const slot = /^\d$/.test(text) ? Number(text) : SLOT_COUNT
  if (slot >= SLOT_COUNT) throw new VaultError('usage', { slot: 'not a slot' })
  return slot
}
