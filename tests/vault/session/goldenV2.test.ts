/**
 * The golden vault of format 2: made once, never again, and opened by every later program, by each of its four kinds of
 * slot. What it says stands beside it as JSON.
 */
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { salvage } from '../../../electron/vault/salvage/salvage.ts'
import { verifyWithKey } from '../../../electron/vault/salvage/verifyWithKey.ts'
import { type Credential, openVault } from '../../../electron/vault/session/session.ts'
import { eachBuild, tempFolder } from '../../support/coreVault.ts'
import { runRecover } from '../../support/recoverScript.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const GOLDEN = at('tests/vectors/vaults/v2-full.emanet')
const SAID = JSON.parse(readFileSync(at('tests/vectors/vaults/v2-full.json'), 'utf8')) as {
  vaultId: string
  passphrase: string
  recoveryCode: string
  keyFilePrivateKey: string
  sharesSecret: string
  slots: { index: number; kind: string; label: string }[]
  entries: number
  erased: string
  records: { id: string; state: string; files: object[]; entries: { seq: number }[] }[]
}

const secret = (hex: string) => Secret.fromBytes(Buffer.from(hex, 'hex'))
const CREDENTIALS: readonly (readonly [string, () => Credential])[] = [
  ['passphrase', () => Secret.fromText(SAID.passphrase)],
  ['recovery', () => Secret.fromText(SAID.recoveryCode.toUpperCase())],
  ['keyFile', () => ({ kind: 'keyFile', privateKey: secret(SAID.keyFilePrivateKey) })],
  ['shares', () => ({ kind: 'shares', secret: secret(SAID.sharesSecret) })],
]

function copy(): string {
  const folder = join(tempFolder(), 'V2.emanet')
  cpSync(GOLDEN, folder, { recursive: true })
  return folder
}

const recordsIn = (out: string) => {
  const { records } = JSON.parse(readFileSync(join(out, 'records.json'), 'utf8')) as typeof SAID
  return records.map((record) => ({
    ...record,
    files: record.files.map((file) => ({ ...file, path: undefined })),
  }))
}

eachBuild('the golden vault of format 2', (sodium) => {
  it.each(CREDENTIALS)('opens for writing by its %s', async (kind, credential) => {
    const vault = await openVault({
      ...{ folder: copy(), sodium, policy: WEAK_KDF, credential: credential() },
      deviceSecret: Secret.fromBytes(Buffer.alloc(32, 0x11)),
    })
    const slots = vault
      .slots()
      .map(({ index, kind: each, label }) => ({ index, kind: each, label }))
    expect([vault.vaultId, vault.openedWith, slots]).toEqual([SAID.vaultId, kind, SAID.slots])
    vault.close()
  })

  it('says what it said, every record, entry and file', async () => {
    const folder = copy()
    const out = join(tempFolder(), 'out')
    const credential = Secret.fromText(SAID.passphrase)
    const report = await salvage({ folder, out, sodium, credential, policy: WEAK_KDF })
    expect([report.entries.opened, report.entries.lost]).toEqual([SAID.entries, []])
    expect(recordsIn(out)).toEqual(SAID.records)
    expect(report.files).toEqual({ written: 3, lost: [] })
    const deviceSecret = Secret.fromBytes(Buffer.alloc(32, 0x11))
    const again = Secret.fromText(SAID.passphrase)
    const options = { folder, sodium, deviceSecret, full: true, policy: WEAK_KDF }
    expect(await verifyWithKey({ ...options, credential: again })).toMatchObject({ damaged: [] })
  })
})

describe('the golden vault of format 2', () => {
  it('is read by recover.py as well', { timeout: 60_000 }, () => {
    for (const text of [SAID.passphrase, `emanet-shares:${SAID.sharesSecret}`]) {
      const { status, stderr, out } = runRecover(copy(), text, { args: ['--any-cost'] })
      expect([status, stderr]).toEqual([0, ''])
      expect(recordsIn(out)).toEqual(SAID.records)
    }
  })
})
