/** With a key a verification also says what no checksum tells: cut and missing files, an older copy in place, a backup that does not open. */
import { cpSync, existsSync, mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listObjects, makeBackup } from '../../../electron/vault/backup/makeBackup.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { objectPath } from '../../../electron/vault/folder/layout.ts'
import { vaultIdIn } from '../../../electron/vault/salvage/finds.ts'
import {
  verifyBackupWithKey,
  verifyWithKey,
} from '../../../electron/vault/salvage/verifyWithKey.ts'
import { openVault } from '../../../electron/vault/session/session.ts'
import { failureCode, NATIVE, tempFolder } from '../../support/coreVault.ts'
import { makeRichVault, RICH_PASSPHRASE, type RichVault } from '../../support/richVault.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'

const root = mkdtempSync(join(tmpdir(), 'emanet-verify-test-'))
let rich: RichVault
let folder: string
let parent: string

beforeAll(async () => {
  const shape = { sodium: NATIVE, policy: WEAK_KDF, people: 2, sizes: [5000, 300_000] }
  rich = await makeRichVault(root, shape)
})
beforeEach(() => {
  parent = tempFolder()
  folder = join(parent, 'D.emanet')
  cpSync(rich.folder, folder, { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const common = (passphrase = RICH_PASSPHRASE) => ({
  credential: Secret.fromText(passphrase),
  sodium: NATIVE,
  policy: WEAK_KDF,
  full: false,
})
const device = () => ({ deviceSecret: Secret.fromBytes(Buffer.alloc(32, 9)) })
const verify = async (more: { headsFolder?: string } = {}) =>
  (await verifyWithKey({ folder, ...common(), ...device(), ...more })).damaged
/** Of a file that no record lost. */
const anObject = (): string => listObjects(folder)[0]?.id ?? ''

describe('a verification with the key', () => {
  it('names a file that was cut, without reading it, and one that is gone', async () => {
    expect(await verify()).toEqual([])
    const id = anObject()
    truncateSync(objectPath(folder, id), 100)
    expect(await verify()).toEqual([{ what: 'object', id, why: 'object_truncated' }])
    rmSync(objectPath(folder, id))
    expect(await verify()).toEqual([{ what: 'object', id, why: 'object_missing' }])
  })

  it('names an older copy of the vault on the machine that had the newer one', async () => {
    const headsFolder = join(parent, 'heads')
    const older = join(parent, 'older')
    cpSync(folder, older, { recursive: true })
    const vault = await openVault({ folder, ...common(), ...device(), headsFolder })
    vault.close()
    expect(await verify({ headsFolder })).toEqual([])
    rmSync(folder, { recursive: true })
    cpSync(older, folder, { recursive: true })
    const rolledBack = { what: 'entry', id: 'rolled_back', why: 'ledger_truncated' }
    expect(await verify({ headsFolder })).toEqual([rolledBack])
    // It looks only: the next one says so again.
    expect(await verify({ headsFolder })).toEqual([rolledBack])
    expect(await verify({ headsFolder: join(parent, 'another machine') })).toEqual([])
  })
})

describe('a verification of a backup with the key', () => {
  const backup = () => join(parent, 'backup')
  const check = (passphrase?: string) =>
    verifyBackupWithKey({ folder: backup(), ...common(passphrase) })
  beforeEach(() => makeBackup({ vaultFolder: folder, to: backup(), sodium: NATIVE }))

  it('says whether the passphrase opens it', async () => {
    expect(await check()).toMatchObject({ ok: true, objects: 2, damaged: [] })
    expect(await failureCode(() => check('not the passphrase'))).toBe('wrong_passphrase')
  })

  it('names a file that the vault had lost before it was backed up', async () => {
    const id = anObject()
    rmSync(objectPath(folder, id))
    rmSync(backup(), { recursive: true })
    await makeBackup({ vaultFolder: folder, to: backup(), sodium: NATIVE })
    expect(existsSync(objectPath(backup(), id))).toBe(false)
    expect((await check()).damaged).toEqual([{ what: 'object', id, why: 'object_missing' }])
  })
})

it('knows whose a damaged vault and a backup are, for cards', async () => {
  const to = join(parent, 'backup')
  await makeBackup({ vaultFolder: folder, to, sodium: NATIVE })
  const id = vaultIdIn(folder, NATIVE)
  expect(vaultIdIn(to, NATIVE)).toEqual(id)
  truncateSync(join(folder, 'vault.db'), 1000)
  expect(vaultIdIn(folder, NATIVE)).toEqual(id)
  rmSync(join(folder, 'header'))
  expect(await failureCode(() => vaultIdIn(folder, NATIVE))).toBe('header_damaged')
})
