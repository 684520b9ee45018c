/** What opens the vault, tried one by one: before the kill, after it, and what was under way. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../../electron/vault/crypto/sodium.ts'
import { openKeyFile } from '../../../electron/vault/keyfile/keyFile.ts'
import type { Credential } from '../../../electron/vault/session/credential.ts'
import { type OpenVault, openVault } from '../../../electron/vault/session/session.ts'
import { isVaultError } from '../../../shared/errors.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'
import { DEVICE_BYTE, KEY_FILE_PASSPHRASE, type Opener, type Openers } from './plan.ts'

const NOT_OPENED = ['wrong_passphrase', 'wrong_key_file', 'card_of_other_set']

export const deviceSecret = () => Secret.fromBytes(Buffer.alloc(32, DEVICE_BYTE))

export async function credentialOf(
  sodium: Sodium,
  { kind, value }: Pick<Opener, 'kind' | 'value'>,
): Promise<Credential> {
  if (kind === 'passphrase') return Secret.fromText(value)
  if (kind === 'shares') return { kind, secret: Secret.fromBytes(Buffer.from(value, 'hex')) }
  return openKeyFile(sodium, readFileSync(value), Secret.fromText(KEY_FILE_PASSPHRASE), WEAK_KDF)
}

export const passphraseOf = ({ slots }: Openers): Opener => {
  assert.equal(slots[0]?.kind, 'passphrase')
  return slots[0]
}

export async function open(
  sodium: Sodium,
  folder: string,
  opener: Pick<Opener, 'kind' | 'value'>,
  readOnly = false,
): Promise<OpenVault> {
  const credential = await credentialOf(sodium, opener)
  const rest = { deviceSecret: deviceSecret(), sodium, policy: WEAK_KDF }
  const vault = await openVault({ folder, credential, readOnly, ...rest })
  await vault.settled()
  return vault
}

export async function opens(...given: Parameters<typeof open>): Promise<boolean> {
  try {
    ;(await open(...given)).close()
    return true
  } catch (error) {
    if (isVaultError(error) && NOT_OPENED.includes(error.code)) return false
    throw error
  }
}

const asOpeners = ({ slots, code }: Openers): readonly Opener[] =>
  code === null ? slots : [...slots, { kind: 'passphrase', value: code, label: '' }]

/** Every one of them opens the vault, and something else does not. */
export async function allOpen(sodium: Sodium, folder: string, openers: Openers): Promise<void> {
  for (const each of asOpeners(openers)) {
    assert.ok(
      await opens(sodium, folder, each, true),
      `what was acknowledged does not open: ${each.kind}`,
    )
  }
  const other = { kind: 'passphrase', value: 'щось зовсім інше' } as const
  assert.equal(await opens(sodium, folder, other, true), false)
}

/**
 * What opens the vault after a change of slots was cut off. What was to stay opens it; of what was to come or to go,
 * either may be so; and of a passphrase in another's place at least one of the two.
 */
export async function afterCutOff(
  sodium: Sodium,
  folder: string,
  before: Openers,
  next: Openers,
): Promise<Openers> {
  const doesOpen = (each: Opener) => opens(sodium, folder, each, true)
  const same = (a: Opener) => (b: Opener) => a.kind === b.kind && a.value === b.value
  const [old, fresh] = [passphraseOf(before), passphraseOf(next)]
  // The new one first: it finishes the change at the next opening, and drops the old one.
  const first = (await doesOpen(fresh)) ? fresh : old
  const slots: Opener[] = [first]
  const others = [...before.slots, ...next.slots].filter(
    (each) => !same(each)(old) && !same(each)(fresh),
  )
  for (const each of others) {
    if (!slots.some(same(each)) && (await doesOpen(each))) slots.push(each)
  }
  const hasCode =
    before.code !== null && (await doesOpen({ kind: 'passphrase', value: before.code, label: '' }))
  // Everything that both have must be in it; `allOpen` and this say so.
  for (const each of before.slots.filter((one) => next.slots.some(same(one)))) {
    assert.ok(slots.some(same(each)), `a slot is lost that nobody touched: ${each.kind}`)
  }
  if (next.code !== null) assert.ok(hasCode, 'the recovery code is lost, which nobody touched')
  return { slots, code: hasCode ? before.code : null }
}
