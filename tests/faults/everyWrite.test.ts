/**
 * Every write of the file layer fails in turn, by a full disk, a read-only one and one that is gone: each failure has its
 * code, nothing acknowledged is lost, the vault opens, and the same works when the disk is well again. What SQLite
 * writes is not reached here: tests/vault/session/faults.test.ts fills a disk for that.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeBackup } from '../../electron/vault/backup/makeBackup.ts'
import { restoreBackup } from '../../electron/vault/backup/restoreBackup.ts'
import { verifyBackup, verifyStoredVault } from '../../electron/vault/backup/verifyBackup.ts'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import { makeFolder } from '../../electron/vault/folder/durable.ts'
import { vaultPaths } from '../../electron/vault/folder/layout.ts'
import { openRawVault } from '../../electron/vault/ledger/raw.ts'
import { salvage } from '../../electron/vault/salvage/salvage.ts'
import { createVault, type OpenVault } from '../../electron/vault/session/session.ts'
import { isVaultError } from '../../shared/errors.ts'
import {
  DEVICE,
  failureCode,
  makeFilled,
  NATIVE,
  PASSPHRASE,
  readAll,
  reopen,
  tempFolder,
} from '../support/coreVault.ts'
import { FAULTS, type Fault, failEveryWrite } from '../support/failingWrites.ts'
import { contentOf, NEXT_PASSPHRASE, rekey } from '../support/rekeying.ts'
import { makeRichVault, RICH_PASSPHRASE } from '../support/richVault.ts'
import { WEAK_KDF } from '../support/weakKdf.ts'

const KINDS = Object.keys(FAULTS) as Fault[]
const codeOf = (error: unknown) =>
  error === undefined ? 'done' : isVaultError(error) ? error.code : String(error)
/** Failing is not what is asked for; failing with another code than the disk's is wrong. */
const expectCode = (fault: Fault, error: unknown, nth: number) =>
  expect([nth, codeOf(error)]).toEqual([nth, error === undefined ? 'done' : FAULTS[fault]])

const NEXT = 'зовсім інша довга фраза'
const old = () => Secret.fromText(PASSPHRASE)
const shares = () => Secret.fromBytes(Buffer.alloc(32, 5))

/** Each change of slots, and what opens the vault when it was done. */
const CHANGES: Record<string, (vault: OpenVault) => Promise<unknown>> = {
  'changing the passphrase': (vault) => vault.changePassphrase(old(), Secret.fromText(NEXT)),
  'adding a passphrase': (vault) => vault.addPassphrase(old(), Secret.fromText(NEXT), 'друга'),
  'adding shares': (vault) => vault.addShares(old(), shares(), 'картки'),
  'replacing the recovery code': (vault) => vault.replaceRecoveryCode(old()),
  'renaming a slot': (vault) => vault.renameSlot(0, 'інша назва'),
  'removing a slot': (vault) => vault.removeSlot(old(), 1),
  'closing the compartment': (vault) =>
    vault.custody.enable({ passphrases: [Secret.fromText(NEXT)] }),
}

describe.each(KINDS)('with %s at any write', (fault) => {
  it.each(Object.keys(CHANGES))('%s leaves a vault that opens, and works again', async (name) => {
    const change = CHANGES[name] as (vault: OpenVault) => Promise<unknown>
    const base = await makeFilled(NATIVE, 3)
    let folder = ''
    let vault: OpenVault | undefined
    await failEveryWrite(
      fault,
      async (arm) => {
        folder = join(tempFolder(), 'V.emanet')
        cpSync(base, folder, { recursive: true })
        vault = await reopen(folder, NATIVE)
        arm()
        await change(vault)
      },
      async (error, nth) => {
        expectCode(fault, error, nth)
        const acknowledged = vault?.ledger.head().seq ?? 0
        vault?.close()
        // The old one opens it, and where a change was complete but for a copy, the new one.
        const opened = await reopen(folder, NATIVE).catch(() =>
          reopen(folder, NATIVE, { passphrase: NEXT }),
        )
        await opened.settled()
        expect((await readAll(opened)).length).toBeGreaterThanOrEqual(acknowledged)
        expect((await opened.ledger.verify({ signatures: true })).damaged).toEqual([])
        opened.close()
        const stored = openRawVault(folder, NATIVE)
        expect(readFileSync(vaultPaths(folder).header).equals(stored.state.header)).toBe(true)
        stored.close()
        expect(readdirSync(folder).filter((file) => file.startsWith('.'))).toEqual([])
        const again = await reopen(folder, NATIVE).catch(() => undefined)
        if (!again) return
        if (name !== 'removing a slot' || again.slots().some(({ index }) => index === 1)) {
          if (again.custody.status().isOpen) await change(again)
        }
        again.close()
      },
    )
  })

  it('making a vault leaves none or a whole one', async () => {
    let folder = ''
    const points = await failEveryWrite(
      fault,
      async (arm) => {
        folder = join(tempFolder(), 'V.emanet')
        arm()
        const { vault } = await createVault({
          ...{ folder, passphrase: old(), kdf: 'moderate', sodium: NATIVE, policy: WEAK_KDF },
          deviceSecret: Secret.fromBytes(DEVICE),
        })
        vault.close()
      },
      async (error, nth) => {
        expectCode(fault, error, nth)
        if (fault === 'ENOSPC') expect(existsSync(folder)).toBe(error === undefined)
      },
    )
    expect(points).toBeGreaterThan(3)
  })

  it('making a folder says so', async () => {
    const folder = join(tempFolder(), 'a', 'b', 'c')
    const points = await failEveryWrite(
      fault,
      (arm) => {
        arm()
        makeFolder(folder)
      },
      (error, nth) => {
        expectCode(fault, error, nth)
        rmSync(dirname(dirname(folder)), { recursive: true, force: true })
      },
    )
    expect(points).toBeGreaterThan(2)
    expect(existsSync(folder)).toBe(true)
  })
})

describe('a backup whose place fails in a thread', () => {
  it('says that of the place, not that an object is damaged, and makes no snapshot', async () => {
    const root = tempFolder()
    const { folder } = await makeRichVault(root, {
      ...{ sodium: NATIVE, policy: WEAK_KDF, people: 1, sizes: [10] },
    })
    const to = join(root, 'stick')
    const [name = ''] = readdirSync(vaultPaths(folder).objects, { recursive: true })
      .map(String)
      .filter((each) => each.length > 60)
    // No file can be renamed to a folder's name.
    const inTheWay = join(to, 'objects', name)
    const make = () => makeBackup({ vaultFolder: folder, to, sodium: NATIVE })
    mkdirSync(inTheWay, { recursive: true })
    writeFileSync(join(to, 'emanet-backup'), 'emanet backup 1\n')
    expect(await failureCode(make)).toBe('io_failed')
    expect(readdirSync(join(to, 'snapshots'))).toEqual([])
    rmdirSync(inTheWay)
    await make()
    expect((await verifyBackup({ folder: to, sodium: NATIVE, full: true })).ok).toBe(true)
  })
})

describe.each(KINDS)('with %s at any write of a vault with everything', (fault) => {
  it('backup, restore, salvage and re-key lose nothing and work again', {
    timeout: 120_000,
  }, async () => {
    const root = tempFolder()
    const { folder } = await makeRichVault(root, {
      ...{ sodium: NATIVE, policy: WEAK_KDF, people: 2, sizes: [10, 5000] },
    })
    const content = await contentOf(folder, NATIVE, RICH_PASSPHRASE)
    const to = join(root, 'stick')
    const documents = { 'FORMAT.md': Buffer.from('format') }
    const backs = await failEveryWrite(
      fault,
      async (arm) => {
        arm()
        await makeBackup({ vaultFolder: folder, to, sodium: NATIVE, documents })
      },
      async (error, nth) => {
        expectCode(fault, error, nth)
        const found = verifyBackup({ folder: to, sodium: NATIVE, full: true })
        expect(await found.then((report) => report.damaged, codeOf)).toSatisfy(
          (what) => what === 'not_a_backup' || (Array.isArray(what) && what.length === 0),
        )
        if (nth % 2 === 0) rmSync(to, { recursive: true, force: true })
      },
    )
    expect(backs).toBeGreaterThan(10)
    expect((await verifyBackup({ folder: to, sodium: NATIVE, full: true })).ok).toBe(true)
    const halves = readdirSync(to, { recursive: true }).filter((name) =>
      /(^|\/)\.|\.part$/.test(String(name)),
    )
    expect(halves).toEqual([])

    const restored = join(root, 'back', 'R.emanet')
    makeFolder(dirname(restored))
    const restores = await failEveryWrite(
      fault,
      async (arm) => {
        rmSync(restored, { recursive: true, force: true })
        arm()
        await restoreBackup({ backup: to, to: restored, sodium: NATIVE })
      },
      (error, nth) => {
        expectCode(fault, error, nth)
      },
    )
    expect(restores).toBeGreaterThan(5)
    expect(readdirSync(dirname(restored))).toEqual(['R.emanet'])
    const stored = { folder: restored, sodium: NATIVE, full: true }
    expect((await verifyStoredVault(stored)).damaged).toEqual([])
    expect(await contentOf(restored, NATIVE, RICH_PASSPHRASE)).toEqual(content)

    const out = join(root, 'out')
    const credential = () => Secret.fromText(RICH_PASSPHRASE)
    const salvages = await failEveryWrite(
      fault,
      async (arm) => {
        rmSync(out, { recursive: true, force: true })
        arm()
        await salvage({ folder, out, sodium: NATIVE, credential: credential(), policy: WEAK_KDF })
      },
      (error, nth) => expectCode(fault, error, nth),
    )
    expect(salvages).toBeGreaterThan(5)

    const keys = await failEveryWrite(
      fault,
      async (arm) => {
        arm()
        await rekey(restored, NATIVE)
      },
      async (error, nth) => {
        expectCode(fault, error, nth)
        const now = await contentOf(restored, NATIVE, RICH_PASSPHRASE).catch((failed) => {
          expect(codeOf(failed)).toBe('wrong_passphrase')
          return contentOf(restored, NATIVE, NEXT_PASSPHRASE)
        })
        expect(now).toEqual(content)
      },
    )
    expect(keys).toBeGreaterThan(5)
    expect(await contentOf(restored, NATIVE, NEXT_PASSPHRASE)).toEqual(content)
  })
})
