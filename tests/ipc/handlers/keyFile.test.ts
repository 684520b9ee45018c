// Opening a vault with a key file: the page gets a token and a name, and each reason why it does not open is another.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formatPublicKey } from '../../../electron/vault/crypto/publicKeyText.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { createKeyFile } from '../../../electron/vault/keyfile/keyFileOnDisk.ts'
import { type FakeApp, fakeApp } from '../../support/app/fakeApp.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'

const PASSPHRASE = 'lantern orbit velvet thimble quarry'
const FILE_PHRASE = 'copper meadow lattice plunge acorn'
const NEXT = 'violet harbour anvil meadow'
let work = ''
let fake: FakeApp

const makeFile = async (name: string): Promise<string> => {
  const { sodium } = fake.app
  const phrase = Secret.fromText(FILE_PHRASE)
  const key = await createKeyFile(sodium, join(work, name), phrase, { policy: WEAK_KDF })
  return formatPublicKey(sodium, key)
}

beforeEach(async () => {
  work = mkdtempSync(join(tmpdir(), 'emanet-key-file-'))
  fake = await fakeApp()
  fake.answers.newVault = join(work, 'North.emanet')
  const chosen = await fake.callOk('session.chooseFolder', { for: 'create' })
  const made = { folder: chosen?.token ?? '', passphrase: PASSPHRASE, kdf: 'moderate' } as const
  await fake.callOk('vault.create', made)
  await fake.callOk('vault.enter', {})
  const publicKey = await makeFile('Ours.emanet-key')
  await fake.callOk('keys.begin', { task: 'addKeyFile', label: 'Шухляда', publicKey })
  await fake.callOk('keys.perform', { current: PASSPHRASE })
  fake.close()
  fake = await fakeApp()
  fake.answers.vault = join(work, 'North.emanet')
})
afterEach(() => {
  fake.close()
  rmSync(work, { recursive: true, force: true })
})

const folder = async () => (await fake.callOk('session.chooseFolder', { for: 'open' }))?.token ?? ''
const choose = (name: string) => {
  fake.answers.keyFile = join(work, name)
  return fake.call('vault.chooseKeyFile', {})
}
const tokenOf = async (name: string) => {
  const chosen = await choose(name)
  return (chosen.ok && chosen.value?.token) || ''
}
const failure = (code: string) => ({ ok: false, error: { code } })

it('opens the vault, and the session says with what', async () => {
  const chosen = await choose('Ours.emanet-key')
  expect(chosen).toEqual({
    ok: true,
    value: { token: expect.stringMatching(/^[0-9a-f]{32}$/), name: 'Ours.emanet-key' },
  })
  const secret = { keyFile: await tokenOf('Ours.emanet-key'), passphrase: FILE_PHRASE }
  await fake.callOk('vault.unlock', { folder: await folder(), ...secret })
  expect((await fake.callOk('session.info', {})).openedWith).toBe('keyFile')
})

it('is refused when it is chosen, if it is none or damaged', async () => {
  const bytes = readFileSync(join(work, 'Ours.emanet-key'))
  writeFileSync(join(work, 'notes.txt'), 'milk, bread')
  writeFileSync(join(work, 'cut.emanet-key'), bytes.subarray(0, 137))
  expect(await choose('notes.txt')).toEqual(failure('not_a_key_file'))
  expect(await choose('North.emanet')).toEqual(failure('not_a_key_file'))
  expect(await choose('cut.emanet-key')).toEqual(failure('key_file_damaged'))
  delete fake.answers.keyFile
  expect(await fake.call('vault.chooseKeyFile', {})).toEqual({ ok: true, value: null })
})

it('says whether its passphrase was wrong or the file is of another vault', async () => {
  await makeFile('Theirs.emanet-key')
  const keyFile = await tokenOf('Ours.emanet-key')
  const open = async (secret: { keyFile: string; passphrase: string }) =>
    fake.call('vault.unlock', { folder: await folder(), ...secret })
  expect(await open({ keyFile, passphrase: PASSPHRASE })).toEqual(
    failure('wrong_key_file_passphrase'),
  )
  const theirs = { keyFile: await tokenOf('Theirs.emanet-key'), passphrase: FILE_PHRASE }
  expect(await open(theirs)).toEqual(failure('wrong_key_file'))
  expect(await open({ keyFile: 'f'.repeat(32), passphrase: FILE_PHRASE })).toEqual(
    failure('bad_input'),
  )
})

it('slows down guesses of its passphrase as those of the vault’s', async () => {
  const secret = { keyFile: await tokenOf('Ours.emanet-key'), passphrase: 'wrong' }
  const open = async () => fake.call('vault.unlock', { folder: await folder(), ...secret })
  expect(await open()).toEqual(failure('wrong_key_file_passphrase'))
  expect(await open()).toEqual(failure('wrong_key_file_passphrase'))
  expect(await open()).toMatchObject({
    error: { code: 'wrong_key_file_passphrase', details: { retryAfterMs: 1_000 } },
  })
  expect(await open()).toMatchObject({ error: { code: 'try_later' } })
})

it('is not taken together with cards, or without a passphrase', async () => {
  const keyFile = await tokenOf('Ours.emanet-key')
  const open = async (secret: object) =>
    fake.call('vault.unlock', { folder: await folder(), keyFile, ...secret })
  expect(await open({})).toEqual(failure('bad_input'))
  expect(await open({ cards: ['x'] })).toEqual(failure('bad_input'))
})

describe('a key file that is made in the key window', () => {
  const place = async (path: string) => {
    fake.answers.file = path
    return fake.call('keys.chooseKeyFilePlace', {})
  }
  beforeEach(async () => {
    await fake.callOk('vault.unlock', { folder: await folder(), passphrase: PASSPHRASE })
    await fake.callOk('vault.enter', {})
    await fake.callOk('keys.begin', { task: 'makeKeyFile', label: 'Одеса' })
  })
  const perform = async (current: string) => {
    const chosen = await place(join(work, 'Одеса.emanet-key'))
    const token = (chosen.ok && chosen.value?.token) || ''
    return fake.call('keys.perform', { current, next: FILE_PHRASE, folder: token })
  }

  it('opens the vault after it', async () => {
    expect(await perform(PASSPHRASE)).toMatchObject({ ok: true })
    fake.close()
    fake = await fakeApp()
    fake.answers.vault = join(work, 'North.emanet')
    const secret = { keyFile: await tokenOf('Одеса.emanet-key'), passphrase: FILE_PHRASE }
    await fake.callOk('vault.unlock', { folder: await folder(), ...secret })
    const { slots } = await fake.callOk('keys.list', {})
    expect(slots.find(({ current }) => current)).toMatchObject({ kind: 'keyFile', label: 'Одеса' })
  })

  it('is not made for a wrong passphrase, over another file, or without a place', async () => {
    expect(await perform('wrong')).toEqual(failure('wrong_passphrase'))
    expect(existsSync(join(work, 'Одеса.emanet-key'))).toBe(false)
    expect(await fake.call('keys.perform', { current: PASSPHRASE, next: FILE_PHRASE })).toEqual(
      failure('bad_input'),
    )
    writeFileSync(join(work, 'Одеса.emanet-key'), 'mine')
    expect(await perform(PASSPHRASE)).toEqual(failure('file_exists'))
    expect(readFileSync(join(work, 'Одеса.emanet-key'), 'utf8')).toBe('mine')
    expect((await fake.callOk('keys.list', {})).slots).toHaveLength(3)
  })

  it('leaves no file behind when no slot is free', async () => {
    const { vault } = fake.app.session.workspace
    const secret = (text: string) => Secret.fromText(text)
    for (let n = vault.slots().length; n < 8; n += 1)
      await vault.addPassphrase(secret(PASSPHRASE), secret(`${NEXT} ${n}`), '')
    expect(await perform(PASSPHRASE)).toMatchObject(failure('conflict'))
    expect(existsSync(join(work, 'Одеса.emanet-key'))).toBe(false)
  })

  it('is not written into the vault’s folder, and its place is asked for this task alone', async () => {
    expect(await place(join(work, 'North.emanet', 'a.emanet-key'))).toEqual(failure('bad_input'))
    await fake.callOk('keys.begin', { task: 'addPassphrase', label: '' })
    expect(await place(join(work, 'a.emanet-key'))).toEqual(failure('not_found'))
  })
})

describe('a key file for a vault that is somewhere else', () => {
  it('sends its public key by a file, which is read where the vault is open', async () => {
    const publicKey = await makeFile('Carried.emanet-key')
    const file = join(work, 'carried.txt')
    const save = (text: string) => fake.call('keyFile.savePublicKey', { publicKey: text })
    expect(await save(publicKey)).toEqual({ ok: true, value: null })
    fake.answers.file = file
    expect(await save(publicKey.slice(1))).toEqual(failure('public_key_damaged'))
    expect(existsSync(file)).toBe(false)
    expect(await save(publicKey)).toEqual({ ok: true, value: { name: 'carried.txt' } })
    expect(await save(publicKey)).toEqual(failure('file_exists'))
    fake.answers.file = join(work, 'North.emanet', 'carried.txt')
    expect(await save(publicKey)).toEqual(failure('bad_input'))

    await fake.callOk('vault.unlock', { folder: await folder(), passphrase: PASSPHRASE })
    await fake.callOk('vault.enter', {})
    expect(await fake.call('keys.readPublicKey', {})).toEqual({ ok: true, value: null })
    fake.answers.publicKey = file
    expect(await fake.callOk('keys.readPublicKey', {})).toEqual({ publicKey })
    fake.answers.publicKey = join(work, 'Carried.emanet-key')
    expect(await fake.call('keys.readPublicKey', {})).toEqual(failure('public_key_damaged'))
  })

  it('is made where no vault is open, and its public key lets it open one', async () => {
    fake.answers.file = join(work, 'Elsewhere.emanet-key')
    const place = (await fake.callOk('keyFile.choosePlace', {}))?.token ?? ''
    const weak = { place, passphrase: 'password' }
    expect(await fake.call('keyFile.make', weak)).toMatchObject(failure('passphrase_too_weak'))
    const made = await fake.callOk('keyFile.make', { place, passphrase: FILE_PHRASE })
    expect(await fake.call('keyFile.make', { place, passphrase: FILE_PHRASE })).toMatchObject(
      failure('file_exists'),
    )

    await fake.callOk('vault.unlock', { folder: await folder(), passphrase: PASSPHRASE })
    await fake.callOk('vault.enter', {})
    const { publicKey, fingerprint } = made
    await fake.callOk('keys.begin', { task: 'addKeyFile', label: 'Вільнюс', publicKey })
    // What the keeper of the vault compares by voice with the holder of the file.
    expect(await fake.callOk('keys.task', {})).toMatchObject({ fingerprint })
    await fake.callOk('keys.perform', { current: PASSPHRASE })
    fake.close()
    fake = await fakeApp()
    fake.answers.vault = join(work, 'North.emanet')
    const secret = { keyFile: await tokenOf('Elsewhere.emanet-key'), passphrase: FILE_PHRASE }
    await fake.callOk('vault.unlock', { folder: await folder(), ...secret })
  })

  it('is not written into a vault', async () => {
    fake.answers.file = join(work, 'North.emanet', 'key.emanet-key')
    expect(await fake.call('keyFile.choosePlace', {})).toMatchObject(failure('bad_input'))
  })
})
