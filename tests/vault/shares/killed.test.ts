/**
 * The program is killed at any write while cards are put to use: cards that open something are known to the vault, so
 * that a check of one tells who holds it, and reminders of the set come.
 */
import fs, { cpSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { expect, it, vi } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { VaultDb } from '../../../electron/vault/db/vaultDb.ts'
import { cardWords } from '../../../electron/vault/shares/cardText.ts'
import { secretOfCards } from '../../../electron/vault/shares/gather.ts'
import { opensCompartment, opensVault } from '../../../electron/vault/shares/installers.ts'
import { ShareService } from '../../../electron/vault/shares/shareService.ts'
import { openWorkspace } from '../../../electron/vault/workspace.ts'
import { isVaultError } from '../../../shared/errors.ts'
import { make, NATIVE, PASSPHRASE, reopen, tempFolder } from '../../support/coreVault.ts'

/** What would be on the disk if the program were killed before each write, and behind the last. */
async function killedAtEveryWrite(folder: string, work: () => Promise<void>): Promise<string[]> {
  const copies: string[] = []
  const copy = () => {
    const to = join(tempFolder(), 'V.emanet')
    cpSync(folder, to, { recursive: true })
    copies.push(to)
  }
  const { transaction } = VaultDb.prototype
  const { openSync, renameSync } = fs
  vi.spyOn(VaultDb.prototype, 'transaction').mockImplementation(function (this: VaultDb, inside) {
    copy()
    return transaction.call(this, inside)
  })
  vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    copy()
    renameSync(from, to)
  })
  vi.spyOn(fs, 'openSync').mockImplementation((path, flags, mode) => {
    if (flags !== undefined && flags !== 'r') copy()
    return openSync(path, flags as string, mode)
  })
  syncBuiltinESMExports()
  try {
    await work()
  } finally {
    vi.restoreAllMocks()
    syncBuiltinESMExports()
  }
  copy()
  return copies
}

const SET = { k: 2, n: 3, holders: ['Ліля Перша', 'Діляра Друга', ''] }

it.each(['vault', 'custodians'] as const)('of a set for the %s', async (purpose) => {
  const { vault, folder } = await make(NATIVE)
  const workspace = await openWorkspace(vault)
  const set = await workspace.shares.prepare({ ...SET, purpose })
  const texts = set.cards.map((card) => cardWords(NATIVE, card, english).join(' '))
  const vaultId = Buffer.from(vault.vaultIdBytes)
  const copies = await killedAtEveryWrite(folder, () =>
    set.install(
      purpose === 'vault'
        ? opensVault(vault, Secret.fromText(PASSPHRASE), '2/3')
        : opensCompartment(vault, SET),
    ),
  )
  workspace.close()
  const found: string[] = []
  for (const killed of copies) {
    const again = await openWorkspace(await reopen(killed, NATIVE))
    const { shares } = again
    const { secret } = await secretOfCards(NATIVE, texts.slice(1), { vaultId, purpose })
    const credential = { kind: 'shares', secret } as const
    const opens = await (purpose === 'vault'
      ? again.vault.authorise(credential)
      : again.vault.custody.open(credential, { reason: 'a test' })
    ).then(
      () => true,
      (error) => {
        if (isVaultError(error)) return false
        throw error
      },
    )
    const [known] = shares.status()
    found.push(`${opens ? 'opens' : 'opens nothing'}, ${known ? 'known' : 'unknown'}`)
    expect(known?.inUse ?? false).toBe(opens)
    if (opens) {
      expect(shares.check(texts[0] ?? '')).toMatchObject({
        ...{ setId: set.setId, holder: 'Ліля Перша', inUse: true, recorded: true },
      })
      const nextYear = new ShareService(again.vault, () => Date.now() + 365 * 86_400_000)
      for await (const slice of again.vault.ledger.readSlices())
        for (const entry of slice) nextYear.take(entry)
      expect(nextYear.status()[0]?.cards.map(({ overdue }) => overdue)).toEqual([true, true, true])
    }
    again.close()
  }
  // Killed before and behind what counts.
  expect(found[0]).toBe('opens nothing, unknown')
  expect(found.at(-1)).toBe('opens, known')
  expect(found).not.toContain('opens, unknown')
  expect(found.length).toBeGreaterThan(purpose === 'vault' ? 3 : 2)
})
