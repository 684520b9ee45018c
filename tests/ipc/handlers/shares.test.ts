// Share cards of the open vault: asked for in the workspace, written and checked where passphrases are typed.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PrintedCard } from '../../../electron/vault/shares/pdf/layout.ts'
import type { KeyTask } from '../../../shared/contract/keys.ts'
import type { NewCards } from '../../../shared/contract/shares.ts'
import { type FakeApp, fakeApp } from '../../support/app/fakeApp.ts'

/** What would have been printed; that a PDF shows it, tests/vault/shares/pdf says. */
const printed: PrintedCard[] = []
let failAt = 0
vi.mock('../../../electron/vault/shares/pdf/render.ts', async () => {
  const { VaultError } = await import('../../../shared/errors.ts')
  return {
    renderCardInThread: async (card: PrintedCard) => {
      if (printed.push(card) === failAt) throw new VaultError('internal')
      return Buffer.from(`%PDF ${card.number}`)
    },
  }
})

const PASSPHRASE = 'lantern orbit velvet thimble quarry'
const SECOND = 'copper meadow lattice plunge acorn'
const HOLDERS: NewCards['holders'] = [
  { name: 'Вимишлена Перша', language: 'uk' },
  { name: ' Invented Second ', language: 'en' },
  { name: '', language: 'tr' },
]
const VAULT_CARDS = { task: 'makeCards', purpose: 'vault', k: 2, holders: HOLDERS } as const
const CUSTODY_CARDS = { ...VAULT_CARDS, purpose: 'custodians' } as const

let work = ''
let folder = ''
let token = ''
let fake: FakeApp

beforeEach(async () => {
  printed.length = 0
  failAt = 0
  work = mkdtempSync(join(tmpdir(), 'emanet-shares-'))
  folder = join(work, 'North.emanet')
  fake = await fakeApp()
  fake.answers.newVault = folder
  const chosen = await fake.callOk('session.chooseFolder', { for: 'create' })
  const made = { folder: chosen?.token ?? '', passphrase: PASSPHRASE, kdf: 'moderate' } as const
  await fake.callOk('vault.create', made)
  await fake.callOk('vault.enter', {})
  fake.answers.cards = join(work, 'stick')
  mkdirSync(fake.answers.cards)
  token = (await fake.callOk('shares.chooseFolder', {}))?.token ?? ''
})
afterEach(() => {
  fake.close()
  rmSync(work, { recursive: true, force: true })
})

const sets = async () => (await fake.callOk('shares.status', {})).sets
const stick = () =>
  readdirSync(fake.answers.cards ?? '', { recursive: true })
    .map(String)
    .sort()
const wordsOf = (number: number) =>
  printed.find((card) => card.number === number)?.words.join(' ') ?? ''
const refused = (code: string) => ({ ok: false, error: { code } })

async function perform(task: KeyTask, given: { next?: string; current?: string } = {}) {
  await fake.callOk('keys.begin', task)
  const files = task.task === 'makeCards' ? { folder: token } : {}
  return fake.call('keys.perform', { current: PASSPHRASE, ...files, ...given })
}

describe('making a set', () => {
  it('writes a page for each holder into a new folder, in the language of each', async () => {
    const answer = await perform(VAULT_CARDS)
    const [set] = await sets()
    const name = `emanet-cards-${set?.setId.slice(0, 8)}`
    expect(answer).toEqual({
      ok: true,
      value: { recoveryCode: null, cards: { folder: name, count: 3 } },
    })
    expect(stick()).toEqual([name, ...[1, 2, 3].map((at) => join(name, `card-${at}-of-3.pdf`))])
    expect(printed.map(({ language, number }) => [language, number])).toEqual([
      ['uk', 1],
      ['en', 2],
      ['tr', 3],
    ])
    expect(set).toMatchObject({ purpose: 'vault', k: 2, n: 3, inUse: true, retiredAt: null })
    expect(set?.cards.map(({ holder, checkedAt }) => [holder, checkedAt])).toEqual([
      ['Вимишлена Перша', null],
      ['Invented Second', null],
      ['', null],
    ])
  })

  it('makes cards that open the vault together', async () => {
    expect(await perform(VAULT_CARDS)).toMatchObject({ ok: true })
    fake.close()
    const next = await fakeApp()
    next.answers.vault = folder
    const chosen = await next.callOk('session.chooseFolder', { for: 'open' })
    const cards = [wordsOf(3), printed[0]?.qr ?? '']
    const opening = { folder: chosen?.token ?? '', cards } as const
    expect(await next.call('vault.unlock', opening)).toMatchObject({ ok: true })
    next.close()
  })

  it('leaves no card and no set behind when the passphrase is wrong or a page cannot be written', async () => {
    const wrong = await perform(VAULT_CARDS, { current: 'not the passphrase' })
    expect(wrong).toMatchObject(refused('wrong_passphrase'))
    expect(stick()).toEqual([])
    failAt = 3
    expect(await perform(VAULT_CARDS)).toMatchObject(refused('internal'))
    expect(stick().filter((name) => name.endsWith('.pdf'))).toEqual([])
    expect(await sets()).toEqual([])
    expect((await fake.callOk('keys.list', {})).slots).toHaveLength(2)
  })

  it('takes two to sixteen cards, and no more needed than there are', async () => {
    const task = (k: number, n: number): KeyTask => ({
      ...VAULT_CARDS,
      k,
      holders: Array.from({ length: n }, () => ({ name: '', language: 'en' as const })),
    })
    for (const [k, n] of [
      [2, 2],
      [2, 16],
      [16, 16],
    ] as const)
      expect(await fake.call('keys.begin', task(k, n))).toMatchObject({ ok: true })
    for (const [k, n] of [
      [1, 2],
      [3, 2],
      [1, 1],
      [2, 17],
      [17, 17],
    ] as const)
      expect(await fake.call('keys.begin', task(k, n))).toMatchObject(refused('bad_input'))
  })

  it('needs a folder, and refuses one inside the vault', async () => {
    await fake.callOk('keys.begin', VAULT_CARDS)
    const without = await fake.call('keys.perform', { current: PASSPHRASE })
    expect(without).toMatchObject(refused('bad_input'))
    fake.answers.cards = join(folder, 'objects')
    expect(await fake.call('shares.chooseFolder', {})).toMatchObject(refused('bad_input'))
    delete fake.answers.cards
    expect(await fake.callOk('shares.chooseFolder', {})).toBeNull()
  })
})

describe('checking a card', () => {
  beforeEach(async () => {
    expect(await perform(VAULT_CARDS)).toMatchObject({ ok: true })
    await fake.callOk('keys.begin', { task: 'checkCard' })
  })

  it('says which card it is and remembers the day, one card after the other', async () => {
    fake.events.length = 0
    const checked = await fake.callOk('shares.check', { text: wordsOf(1) })
    expect(checked).toMatchObject({ number: 1, holder: 'Вимишлена Перша', recorded: true })
    expect(fake.events).toContainEqual({ name: 'records.changed', payload: { ids: [] } })
    expect(await fake.callOk('shares.check', { text: printed[2]?.qr ?? '' })).toMatchObject({
      ...{ number: 3, k: 2, n: 3, inUse: true },
    })
    const [set] = await sets()
    expect(set?.cards.map(({ checkedAt }) => checkedAt !== null)).toEqual([true, false, true])
  })

  it('names the word that is damaged, and records nothing', async () => {
    const words = wordsOf(2).split(' ')
    expect(
      await fake.call('shares.check', { text: words.with(6, 'zzzz').join(' ') }),
    ).toMatchObject({ error: { code: 'card_damaged', details: { word: 7 } } })
    expect(await fake.call('shares.check', { text: words.slice(1).join(' ') })).toMatchObject({
      error: { code: 'card_damaged', details: { words: 39 } },
    })
    expect((await sets())[0]?.cards.every(({ checkedAt }) => checkedAt === null)).toBe(true)
  })

  it('happens only where it was asked for', async () => {
    await fake.callOk('keys.begin', { task: 'addPassphrase', label: '' })
    expect(await fake.call('shares.check', { text: wordsOf(1) })).toMatchObject(
      refused('not_found'),
    )
  })
})

describe('retiring a set', () => {
  it('closes the slot that its cards open, with the passphrase only', async () => {
    await perform(VAULT_CARDS)
    const setId = (await sets())[0]?.setId ?? ''
    const task = { task: 'retireCards', setId } as const
    expect(await perform(task, { current: SECOND })).toMatchObject(refused('wrong_passphrase'))
    expect(await sets()).toMatchObject([{ inUse: true, retiredAt: null }])
    expect(await perform(task)).toMatchObject({ ok: true })
    expect(await sets()).toMatchObject([{ inUse: false, retiredAt: expect.any(Number) }])
    expect((await fake.callOk('keys.list', {})).slots).toHaveLength(2)
    expect(await fake.call('keys.begin', task)).toMatchObject(refused('not_found'))
  })

  it('is refused while the cards guard the compartment', async () => {
    await perform(CUSTODY_CARDS)
    const setId = (await sets())[0]?.setId ?? ''
    const task = { task: 'retireCards', setId } as const
    expect(await fake.call('keys.begin', task)).toMatchObject(refused('bad_input'))
  })
})

describe('custodian mode', () => {
  const status = () => fake.callOk('custody.status', {})
  async function open(): Promise<void> {
    await fake.callOk('keys.begin', { task: 'openCustody', reason: 'Перевірка', minutes: 5 })
    await fake.callOk('custody.open', { by: 'cards', cards: [wordsOf(1), wordsOf(2)] })
  }

  it('is turned on with cards, and off again with the passphrase while it is open', async () => {
    expect(await perform(CUSTODY_CARDS)).toMatchObject({ ok: true })
    expect(await status()).toMatchObject({ mode: 'custodian', isOpen: false })
    const off = { task: 'disableCustody', reason: 'Нові хранителі' } as const
    expect(await fake.call('keys.begin', off)).toMatchObject(refused('custodian_closed'))
    await open()
    expect(await perform(off, { current: SECOND })).toMatchObject(refused('wrong_passphrase'))
    expect(await status()).toMatchObject({ mode: 'custodian' })
    expect(await perform(off)).toMatchObject({ ok: true })
    expect(await status()).toMatchObject({ mode: 'root' })
    expect(await sets()).toMatchObject([{ inUse: false }])
  })

  it('is turned on with a second passphrase, by somebody who can open the vault', async () => {
    const on = { task: 'enableCustody' } as const
    expect(await perform(on)).toMatchObject(refused('bad_input'))
    const stranger = await perform(on, { next: SECOND, current: SECOND })
    expect(stranger).toMatchObject(refused('wrong_passphrase'))
    expect(await status()).toMatchObject({ mode: 'root' })
    expect(await perform(on, { next: SECOND })).toMatchObject({ ok: true })
    expect(await status()).toMatchObject({ mode: 'custodian', ways: [{ kind: 'passphrase' }] })
  })

  it('takes cards and a second passphrase together, and replaces what there was', async () => {
    await perform(CUSTODY_CARDS)
    await open()
    const [before] = await sets()
    printed.length = 0
    expect(await perform(CUSTODY_CARDS, { next: SECOND })).toMatchObject({ ok: true })
    expect(await status()).toMatchObject({ ways: [{ kind: 'shares' }, { kind: 'passphrase' }] })
    const after = await sets()
    expect(after.map(({ inUse }) => inUse)).toEqual([true, false])
    expect(after[1]?.setId).toBe(before?.setId)
  })

  it('is not changed by cards that open the whole vault', async () => {
    expect(await perform(VAULT_CARDS, { next: SECOND })).toMatchObject(refused('bad_input'))
    expect(stick()).toEqual([])
  })
})

it('writes nothing over what lies in the folder already', async () => {
  const other = join(fake.answers.cards ?? '', 'card-1-of-3.pdf')
  writeFileSync(other, 'kept')
  await perform(VAULT_CARDS)
  expect(readFileSync(other, 'utf8')).toBe('kept')
})
