// Re-keying a vault that is closed, from the window that takes passphrases.
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { rekeyVault } from '../../../electron/vault/rekey/rekeyVault.ts'
import { type FakeApp, fakeApp } from '../../support/app/fakeApp.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'

const PASSPHRASE = 'lantern orbit velvet thimble quarry'
const NEXT = 'copper meadow lattice plunge acorn'
let work = ''
let folder = ''
let fake: FakeApp

beforeEach(async () => {
  work = mkdtempSync(join(tmpdir(), 'emanet-rekey-'))
  folder = join(work, 'North.emanet')
  fake = await fakeApp()
  fake.answers.newVault = folder
  const chosen = await fake.callOk('session.chooseFolder', { for: 'create' })
  const made = { folder: chosen?.token ?? '', passphrase: PASSPHRASE, kdf: 'moderate' } as const
  await fake.callOk('vault.create', made)
  await fake.callOk('vault.enter', {})
  await fake.callOk('records.create', { kind: 'person', change: {} })
  fake.close()
  fake = await fakeApp()
  fake.answers.vault = folder
})
afterEach(() => {
  fake.close()
  rmSync(work, { recursive: true, force: true })
})

const token = async () => (await fake.callOk('session.chooseFolder', { for: 'open' }))?.token ?? ''

describe('re-keying a closed vault', () => {
  it('opens the new one, shows its code, and says where the old one is', async () => {
    const input = { folder: await token(), current: PASSPHRASE, next: NEXT }
    const done = await fake.callOk('vault.rekey', input)
    expect(done).toMatchObject({
      before: 'North.before-rekey',
      objects: 0,
      notKept: { passphrases: 0, keyFiles: 0, shares: 0 },
    })
    expect(done.recoveryCode.split(' ')).toHaveLength(12)
    expect(readdirSync(work).sort()).toEqual(['North.before-rekey', 'North.emanet'])
    const steps = fake.events.filter(({ name }) => name === 'session.progress')
    expect(steps.map(({ payload }) => (payload as { step: string }).step)).toContain('rekeying')
    await fake.callOk('vault.enter', {})
    expect((await fake.callOk('session.info', {})).counts.person).toBe(1)
    expect(await fake.callOk('records.list', { kind: 'person', limit: 10 })).toMatchObject({
      total: 1,
    })
    fake.close()
    fake = await fakeApp()
    fake.answers.vault = folder
    const old = await fake.call('vault.unlock', { folder: await token(), passphrase: PASSPHRASE })
    expect(old).toMatchObject({ error: { code: 'wrong_passphrase' } })
    const code = { folder: await token(), passphrase: done.recoveryCode }
    expect(await fake.call('vault.unlock', code)).toMatchObject({ ok: true })
  })

  it('changes nothing for a wrong passphrase or a weak new one', async () => {
    const wrong = { folder: await token(), current: `${PASSPHRASE} `, next: NEXT }
    expect(await fake.call('vault.rekey', wrong)).toMatchObject({
      error: { code: 'wrong_passphrase' },
    })
    const weak = { folder: await token(), current: PASSPHRASE, next: 'password' }
    expect(await fake.call('vault.rekey', weak)).toMatchObject({
      error: { code: 'passphrase_too_weak' },
    })
    expect(readdirSync(work)).toEqual(['North.emanet'])
    const same = { folder: await token(), passphrase: PASSPHRASE }
    expect(await fake.call('vault.unlock', same)).toMatchObject({ ok: true })
  })

  it('is stopped on request, and leaves the old vault', async () => {
    const input = { folder: await token(), current: PASSPHRASE, next: NEXT }
    const running = fake.call('vault.rekey', input)
    // Once, and at once: a page does not ask again.
    await fake.callOk('vault.cancelRekey', {})
    expect(await running).toMatchObject({ error: { code: 'cancelled' } })
    expect(readdirSync(work)).toEqual(['North.emanet'])
  })

  it('that was cut off between the two moves shows its vault at the next start', async () => {
    await rekeyVault({
      folder,
      credential: Secret.fromText(PASSPHRASE),
      passphrase: Secret.fromText(NEXT),
      kdf: 'moderate',
      deviceSecret: fake.app.deviceSecret(),
      sodium: fake.app.sodium,
      policy: WEAK_KDF,
      onStep: (step) => {
        if (step === 'aside') throw new Error('the power went')
      },
    }).catch(() => {})
    expect(existsSync(folder)).toBe(false)
    const chosen = await fake.callOk('session.chooseFolder', { for: 'open' })
    expect(chosen).toMatchObject({ isVault: true })
    const input = { folder: chosen?.token ?? '', passphrase: NEXT }
    expect(await fake.call('vault.unlock', input)).toMatchObject({ ok: true })
    expect(existsSync(folder)).toBe(true)
  })

  it('that was cut off in the middle is offered, goes on with the same passphrase, and can be given up', async () => {
    const parts = {
      folder,
      credential: Secret.fromText(PASSPHRASE),
      passphrase: Secret.fromText(NEXT),
      kdf: 'moderate',
      deviceSecret: fake.app.deviceSecret(),
      sodium: fake.app.sodium,
      policy: WEAK_KDF,
    } as const
    const chosen = () => fake.callOk('session.chooseFolder', { for: 'open' })
    const cutOff = () =>
      rekeyVault({
        ...parts,
        onStep: (step) => {
          if (step === 'carried') throw new Error('the power went')
        },
      }).catch(() => {})
    expect(await chosen()).toMatchObject({ rekeyCutOff: false })
    await cutOff()
    expect(await chosen()).toMatchObject({ isVault: true, rekeyCutOff: true })
    expect(await fake.callOk('vault.discardRekey', { folder: await token() })).toEqual({})
    expect(readdirSync(work)).toEqual(['North.emanet'])
    expect(await chosen()).toMatchObject({ rekeyCutOff: false })

    await cutOff()
    // It stands in the list of what is known at the next start too.
    fake.app.settings.rememberVault(folder)
    expect((await fake.callOk('session.start', {})).vault).toMatchObject({ rekeyCutOff: true })
    const input = { folder: await token(), current: PASSPHRASE, next: NEXT }
    expect((await fake.callOk('vault.rekey', input)).before).toBe('North.before-rekey')
    expect(readdirSync(work).sort()).toEqual(['North.before-rekey', 'North.emanet'])
  })

  it('does not take a vault that somebody moved for one of these', async () => {
    renameSync(folder, join(work, 'Elsewhere.emanet'))
    expect(await fake.callOk('session.chooseFolder', { for: 'open' })).toMatchObject({
      isVault: false,
    })
  })
})
