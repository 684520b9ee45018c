/** A re-key on a disk that is full or cannot be written to, and one of a vault in custodian mode that is cut off. */
import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { formatPublicKey } from '../../../electron/vault/crypto/publicKeyText.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { makeKeyFile, openKeyFile } from '../../../electron/vault/keyfile/keyFile.ts'
import { VaultLedger } from '../../../electron/vault/ledger/vaultLedger.ts'
import { ObjectStore } from '../../../electron/vault/objects/store.ts'
import { openVault } from '../../../electron/vault/session/session.ts'
import { VaultError } from '../../../shared/errors.ts'
import { failureCode, NATIVE, tempFolder } from '../../support/coreVault.ts'
import { canMount, onOwnDisk } from '../../support/ownDisk.ts'
import { contentOf, NEXT_PASSPHRASE, openRekeyed, rekey } from '../../support/rekeying.ts'
import { makeRichVault, RICH_PASSPHRASE } from '../../support/richVault.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'

const besideOf = (folder: string) =>
  readdirSync(dirname(folder))
    .filter((name) => name !== 'sources')
    .sort()

describe.runIf(canMount)('on a disk without room', () => {
  it('says so, leaves the old vault as it was, and goes on when there is room', () => {
    const { runs, resumed, same, beside } = onOwnDisk(tempFolder(), '12m', [
      { script: 'rekeyFullDisk' },
    ]) as { runs: [string, boolean][]; resumed: boolean; same: boolean; beside: string[] }
    expect(runs.length).toBeGreaterThanOrEqual(4)
    expect(runs).toEqual(runs.map(() => ['disk_full', true]))
    expect([resumed, same]).toEqual([true, true])
    expect(beside).toEqual(['Rich.before-rekey', 'Rich.emanet'])
  }, 60_000)
})

describe('a write that fails', () => {
  it.each(['disk_full', 'io_failed'] as const)('with %s keeps what was done', async (code) => {
    const { folder } = await makeRichVault(tempFolder(), {
      ...{ sodium: NATIVE, policy: WEAK_KDF, people: 2, sizes: [10, 20] },
    })
    const content = await contentOf(folder, NATIVE, RICH_PASSPHRASE)
    const fail = () => {
      throw new VaultError(code)
    }
    const carry = vi.spyOn(VaultLedger.prototype, 'carry').mockImplementationOnce(fail)
    expect(await failureCode(() => rekey(folder, NATIVE))).toBe(code)
    carry.mockRestore()
    const begin = vi.spyOn(ObjectStore.prototype, 'begin').mockImplementationOnce(fail)
    expect(await failureCode(() => rekey(folder, NATIVE))).toBe(code)
    begin.mockRestore()
    expect(besideOf(folder)).toEqual(['.Rich.emanet.rekey-work', 'Rich.emanet'])
    expect(await contentOf(folder, NATIVE, RICH_PASSPHRASE)).toEqual(content)
    expect((await rekey(folder, NATIVE)).resumed).toBe(true)
    expect(await contentOf(folder, NATIVE, NEXT_PASSPHRASE)).toEqual(content)
  })
})

describe('in custodian mode', () => {
  const secret = () => Secret.fromBytes(Buffer.alloc(32, 3))
  const shares = () => ({ secret: secret(), setId: Buffer.alloc(8, 1), k: 2, n: 3 })
  const kept = async () => {
    const { folder } = await makeRichVault(tempFolder(), {
      ...{ sodium: NATIVE, policy: WEAK_KDF, people: 2, sizes: [10] },
      before: ({ vault }) => vault.custody.enable({ shares: shares() }),
    })
    return folder
  }
  const custody = (next: string) => ({
    credential: { kind: 'shares', secret: secret() } as const,
    request: { reason: 'Новий ключ' },
    ways: { passphrases: [Secret.fromText(next)] },
  })
  const cut = (at: string) => ({
    onStep: (step: string) => {
      if (step === at) throw new VaultError('io_failed')
    },
  })

  it.each(['created', 'custody', 'carried', 'verified'])(
    'a run that was cut off at “%s” is finished by the next, with the openings that both wrote',
    async (at) => {
      const folder = await kept()
      const first = { custody: custody('фраза хранителів'), ...cut(at) }
      expect(await failureCode(() => rekey(folder, NATIVE, first))).toBe('io_failed')
      const result = await rekey(folder, NATIVE, { custody: custody('фраза хранителів') })
      // Cut off before the new compartment was closed, it is begun anew.
      expect(result.resumed).toBe(at !== 'created')
      const vault = await openRekeyed(folder, NATIVE, { readOnly: false })
      expect(vault.custody.status()).toMatchObject({ mode: 'custodian', isOpen: false })
      const found = []
      for await (const slice of vault.ledger.readSlices()) found.push(...slice)
      const carried = found.filter((each) => each.carried)
      expect(carried).toHaveLength(result.entries)
      expect(carried.filter(({ op }) => op === 'custody.opened')).toHaveLength(2)
      vault.close()
    },
  )

  it('another way for the new vault begins anew: nothing is left that the first one opens', async () => {
    const folder = await kept()
    const first = { custody: custody('перша фраза'), ...cut('carried') }
    expect(await failureCode(() => rekey(folder, NATIVE, first))).toBe('io_failed')
    const result = await rekey(folder, NATIVE, { custody: custody('друга фраза') })
    expect(result.resumed).toBe(false)
    const vault = await openRekeyed(folder, NATIVE, { readOnly: false })
    const open = (text: string) =>
      vault.custody.open(
        { kind: 'passphrase', passphrase: Secret.fromText(text) },
        { reason: 'Перевірка' },
      )
    expect(await failureCode(() => open('перша фраза'))).toBe('wrong_passphrase')
    await open('друга фраза')
    vault.close()
  })
})

describe('with key files', () => {
  const keyFile = async (name: string) => {
    const phrase = () => Secret.fromText(name)
    const { bytes, publicKey } = await makeKeyFile(NATIVE, phrase(), { policy: WEAK_KDF })
    return {
      wanted: { publicKey: formatPublicKey(NATIVE, publicKey), label: 'флешка' },
      open: async (folder: string) => {
        const credential = await openKeyFile(NATIVE, bytes, phrase(), WEAK_KDF)
        const deviceSecret = Secret.fromBytes(Buffer.alloc(32, 9))
        const rest = { deviceSecret, sodium: NATIVE, policy: WEAK_KDF, readOnly: true }
        ;(await openVault({ folder, credential, ...rest })).close()
      },
    }
  }
  const cutOff = (step: string) => ({
    onStep: (at: string) => {
      if (at === step) throw new VaultError('io_failed')
    },
  })

  it.each(['slots', 'ready'])(
    'a run that was cut off at “%s” leaves no key file that the next one does not name',
    async (step) => {
      const { folder } = await makeRichVault(tempFolder(), {
        ...{ sodium: NATIVE, policy: WEAK_KDF, people: 1, sizes: [10] },
      })
      const [first, second] = [await keyFile('перший'), await keyFile('другий')]
      const run = (keys: (typeof first)[], more = {}) =>
        rekey(folder, NATIVE, { keyFiles: keys.map(({ wanted }) => wanted), ...more })
      expect(await failureCode(() => run([first], cutOff(step)))).toBe('io_failed')
      expect((await run([second])).resumed).toBe(step === 'ready')
      await second.open(folder)
      expect(await failureCode(() => first.open(folder))).toBe('wrong_key_file')
      const vault = await openRekeyed(folder, NATIVE)
      expect(
        vault
          .slots()
          .map(({ kind }) => kind)
          .sort(),
      ).toEqual([...['keyFile', 'passphrase', 'recovery']])
      vault.close()
    },
  )

  it('a run that was cut off is gone on with for the same ones', async () => {
    const { folder } = await makeRichVault(tempFolder(), {
      ...{ sodium: NATIVE, policy: WEAK_KDF, people: 1, sizes: [10] },
    })
    const key = await keyFile('той самий')
    const run = (more = {}) => rekey(folder, NATIVE, { keyFiles: [key.wanted], ...more })
    expect(await failureCode(() => run(cutOff('slots')))).toBe('io_failed')
    expect((await run()).resumed).toBe(true)
    await key.open(folder)
  })
})
