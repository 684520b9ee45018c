// Changing the keys of an open vault: the workspace asks, and only the window that takes the passphrase does it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeApp, fakeApp } from '../../support/app/fakeApp.ts'

const PASSPHRASE = 'lantern orbit velvet thimble quarry'
const NEXT = 'copper meadow lattice plunge acorn'
let work = ''
let folder = ''
let fake: FakeApp

beforeEach(async () => {
  work = mkdtempSync(join(tmpdir(), 'emanet-keys-'))
  folder = join(work, 'North.emanet')
  fake = await fakeApp()
  fake.answers.newVault = folder
  const chosen = await fake.callOk('session.chooseFolder', { for: 'create' })
  const made = { folder: chosen?.token ?? '', passphrase: PASSPHRASE, kdf: 'moderate' } as const
  await fake.callOk('vault.create', made)
  await fake.callOk('vault.enter', {})
})
afterEach(() => {
  fake.close()
  rmSync(work, { recursive: true, force: true })
})

const list = () => fake.callOk('keys.list', {})

/** Whether the vault opens with this, as another start of the program would. */
async function opens(secret: { passphrase: string } & { as?: 'read' | 'write' }) {
  fake.close()
  const next = await fakeApp()
  next.answers.vault = folder
  const chosen = await next.callOk('session.chooseFolder', { for: 'open' })
  const answer = await next.call('vault.unlock', { folder: chosen?.token ?? '', ...secret })
  const info = answer.ok ? await next.callOk('session.info', {}) : undefined
  next.close()
  return { answer, info }
}

describe('the list of keys', () => {
  it('says what opens the vault, what it costs to guess and which one opened this session', async () => {
    expect(await list()).toMatchObject({
      slots: [
        { index: 0, kind: 'passphrase', label: '', current: true, cost: { ops: 1, memKiB: 8 } },
        { index: 1, kind: 'recovery', current: false },
      ],
      free: 6,
      readOnly: false,
    })
  })

  it('takes a new name without a passphrase, and says that it changed', async () => {
    fake.events.length = 0
    await fake.callOk('keys.rename', { slot: 0, label: '  Мар’яна ' })
    expect((await list()).slots[0]?.label).toBe('Мар’яна')
    expect(fake.events).toContainEqual({ name: 'records.changed', payload: { ids: [] } })
    expect(await fake.call('keys.rename', { slot: 5, label: 'x' })).toMatchObject({
      error: { code: 'not_found' },
    })
  })
})

describe('a change of the keys', () => {
  it('is asked for in the workspace and done where the passphrase is typed', async () => {
    await fake.callOk('keys.begin', { task: 'addPassphrase', label: 'Одеса' })
    expect(fake.told.at(-1)).toBe('new passphrase window')
    expect(await fake.callOk('session.start', {})).toMatchObject({ purpose: 'keys' })
    expect(await fake.callOk('keys.task', {})).toEqual({
      task: { task: 'addPassphrase', label: 'Одеса' },
      slot: null,
      fingerprint: null,
    })
    await fake.callOk('keys.perform', { current: PASSPHRASE, next: NEXT })
    expect((await list()).slots[2]).toMatchObject({ kind: 'passphrase', label: 'Одеса' })
    expect(await fake.callOk('keys.task', {})).toBeNull()
    expect((await opens({ passphrase: NEXT })).answer.ok).toBe(true)
  })

  it('needs something that opens the vault, and a strong passphrase', async () => {
    await fake.callOk('keys.begin', { task: 'addPassphrase', label: '' })
    const perform = (current: string, next: string) => fake.call('keys.perform', { current, next })
    expect(await perform('wrong', NEXT)).toMatchObject({ error: { code: 'wrong_passphrase' } })
    expect(await perform(PASSPHRASE, 'short')).toMatchObject({
      error: { code: 'passphrase_too_weak' },
    })
    expect((await list()).slots.length).toBe(2)
    // It still waits to be done.
    expect(await perform(PASSPHRASE, NEXT)).toMatchObject({ ok: true })
  })

  it('makes a new recovery code, which can be kept, and drops the old one', async () => {
    const [, before] = (await list()).slots
    await fake.callOk('keys.begin', { task: 'newRecoveryCode', language: 'en' })
    const { recoveryCode } = await fake.callOk('keys.perform', { current: PASSPHRASE })
    expect(recoveryCode?.split(' ').length).toBe(12)
    fake.answers.file = join(work, 'code.txt')
    expect(await fake.callOk('vault.keepRecoveryCode', { how: 'save' })).toEqual({ kept: true })
    expect(readFileSync(fake.answers.file, 'utf8')).toContain(recoveryCode ?? '?')
    const codes = (await list()).slots.filter(({ kind }) => kind === 'recovery')
    expect(codes.map(({ index }) => index)).not.toEqual([before?.index])
    expect(codes.length).toBe(1)
    expect((await opens({ passphrase: recoveryCode ?? '' })).info?.openedWith).toBe('recovery')
  })

  it('removes what it named, and nothing that is not there', async () => {
    expect(await fake.call('keys.begin', { task: 'removeSlot', slot: 6 })).toMatchObject({
      error: { code: 'not_found' },
    })
    await fake.callOk('keys.begin', { task: 'removeSlot', slot: 1 })
    expect(await fake.callOk('keys.task', {})).toMatchObject({ slot: { kind: 'recovery' } })
    await fake.callOk('keys.perform', { current: PASSPHRASE })
    expect((await list()).slots.map(({ kind }) => kind)).toEqual(['passphrase'])
  })

  it('refuses a public key that was copied wrong', async () => {
    const publicKey = 'emanet-key1qqqq'
    const task = { task: 'addKeyFile', label: '', publicKey } as const
    expect(await fake.call('keys.begin', task)).toMatchObject({
      error: { code: 'public_key_damaged' },
    })
    expect(await fake.callOk('keys.task', {})).toBeNull()
  })

  it('is nothing without a wish, takes no passphrase it did not ask for, and ends with its window', async () => {
    const perform = (next?: string) =>
      fake.call('keys.perform', { current: PASSPHRASE, ...(next === undefined ? {} : { next }) })
    expect(await perform()).toMatchObject({ error: { code: 'not_found' } })
    await fake.callOk('keys.begin', { task: 'removeSlot', slot: 1 })
    expect(await perform(NEXT)).toMatchObject({ error: { code: 'bad_input' } })
    await fake.callOk('vault.enter', {})
    expect(await perform()).toMatchObject({ error: { code: 'not_found' } })
    expect((await list()).slots.length).toBe(2)
  })

  it('gives way to a plain change of passphrase, in a new window', async () => {
    await fake.callOk('keys.begin', { task: 'removeSlot', slot: 1 })
    await fake.callOk('session.openPassphraseWindow', {})
    expect(fake.told.at(-1)).toBe('new passphrase window')
    expect(await fake.callOk('session.start', {})).toMatchObject({ purpose: 'changePassphrase' })
  })
})

describe('a vault opened for reading only', () => {
  it('says so, and begins no change', async () => {
    fake.close()
    fake = await fakeApp()
    fake.answers.vault = folder
    const chosen = await fake.callOk('session.chooseFolder', { for: 'open' })
    const answer = await fake.callOk('vault.unlock', {
      folder: chosen?.token ?? '',
      passphrase: PASSPHRASE,
      as: 'read',
    })
    expect(answer.notices).toContain('opened_read_only')
    expect(await fake.callOk('session.info', {})).toMatchObject({ readOnly: true })
    expect(await fake.call('keys.begin', { task: 'removeSlot', slot: 1 })).toMatchObject({
      error: { code: 'read_only' },
    })
  })
})

describe('a vault that does not open', () => {
  it('is asked for one secret, not none and not two', async () => {
    fake.close()
    fake = await fakeApp()
    fake.answers.vault = folder
    const token = (await fake.callOk('session.chooseFolder', { for: 'open' }))?.token ?? ''
    for (const secret of [{}, { passphrase: PASSPHRASE, cards: ['x'] }])
      expect(await fake.call('vault.unlock', { folder: token, ...secret })).toMatchObject({
        error: { code: 'bad_input' },
      })
    expect(
      await fake.call('vault.readCard', { folder: token, text: 'abandon ability' }),
    ).toMatchObject({ error: { code: 'card_damaged' } })
  })

  it('has its readable entries counted, without being opened', async () => {
    await fake.callOk('records.create', { kind: 'person', change: {} })
    const { entries } = await fake.callOk('session.info', {})
    fake.close()
    fake = await fakeApp()
    fake.answers.vault = folder
    const token = (await fake.callOk('session.chooseFolder', { for: 'open' }))?.token ?? ''
    const examine = (passphrase: string) =>
      fake.call('vault.examine', { folder: token, passphrase })
    expect(await examine(PASSPHRASE)).toMatchObject({
      value: {
        ...{ entries, readable: entries, damaged: [], keysDamaged: false, endDamaged: false },
        records: { person: 1 },
      },
    })
    expect(await examine('wrong')).toMatchObject({ error: { code: 'wrong_passphrase' } })
    expect(fake.app.session.lockState).toBe('locked')

    const file = join(folder, 'vault.db')
    const bytes = readFileSync(file)
    const log = readFileSync(file)
    // Half of the database is gone.
    log.fill(0, Math.floor(bytes.length / 2))
    writeFileSync(file, log)
    const after = await examine(PASSPHRASE)
    if (after.ok) {
      const { readable, damaged, endDamaged, keysDamaged } = after.value
      expect(readable < entries || endDamaged || keysDamaged || damaged.length > 0).toBe(true)
    } else expect(after.error.code).toMatch(/damaged|not_a_vault/)
  })
})
