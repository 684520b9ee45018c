// The witness compartment: the workspace says why and for how long, the window that takes passphrases opens it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { cardWords } from '../../../electron/vault/shares/cardText.ts'
import { splitSecret } from '../../../electron/vault/shares/split.ts'
import { ALL_WORD_LISTS } from '../../../electron/vault/shares/wordLists.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { StatementInput } from '../../../shared/model/statement.ts'
import { type FakeApp, fakeApp } from '../../support/app/fakeApp.ts'

const PASSPHRASE = 'lantern orbit velvet thimble quarry'
const SECOND = 'copper meadow lattice plunge acorn'
const NAME = 'Вимишлена Свідка'
const TASK = { task: 'openCustody', reason: 'Запит слідчого судді', minutes: 30 } as const
let work = ''
let fake: FakeApp
let witness: RecordId
let cards: string[] = []

const statement = (field: string, value: unknown): StatementInput =>
  ({ field, value, source: null, grade: 'A1', asOf: null, confidentiality: 'C3' }) as StatementInput

beforeEach(async () => {
  work = mkdtempSync(join(tmpdir(), 'emanet-custody-'))
  fake = await fakeApp()
  fake.answers.newVault = join(work, 'North.emanet')
  const chosen = await fake.callOk('session.chooseFolder', { for: 'create' })
  const made = { folder: chosen?.token ?? '', passphrase: PASSPHRASE, kdf: 'moderate' } as const
  await fake.callOk('vault.create', made)
  await fake.callOk('vault.enter', {})
  const code = { add: [statement('codeName', 'Сова')] }
  witness = (await fake.callOk('records.create', { kind: 'witness', change: code })).id
  const change = { add: [statement('name', { text: NAME, lang: 'uk' })] }
  await fake.callOk('witness.saveIdentity', { witness, change })
})
afterEach(() => {
  fake.close()
  rmSync(work, { recursive: true, force: true })
})

async function keep(): Promise<void> {
  const { vault } = fake.app.session.workspace
  const { sodium, vaultIdBytes: vaultId } = vault
  const secret = Secret.fromBytes(Buffer.alloc(32, 5))
  const made = await splitSecret(sodium, { vaultId, purpose: 'custodians', k: 2, n: 3 }, secret)
  const [list] = ALL_WORD_LISTS
  cards = made.map((card) => cardWords(sodium, card, list ?? []).join(' '))
  const shares = { secret, setId: made[0]?.setId ?? Buffer.alloc(8), k: 2, n: 3 }
  await vault.custody.enable({ shares, passphrases: [Secret.fromText(SECOND)] })
}

const status = () => fake.callOk('custody.status', {})
const reveal = () => fake.call('witness.reveal', { witness, reason: 'Перевірка' })

describe('the compartment of the witnesses', () => {
  it('says who can open it', async () => {
    expect(await status()).toEqual({ mode: 'root', isOpen: true, openUntil: null, ways: [] })
    expect(await reveal()).toMatchObject({ ok: true })
    await keep()
    expect(await status()).toMatchObject({
      mode: 'custodian',
      isOpen: false,
      openUntil: null,
      ways: [{ kind: 'shares', k: 2, n: 3 }, { kind: 'passphrase' }],
    })
    expect(await reveal()).toMatchObject({ error: { code: 'custodian_closed' } })
  })

  it('is opened with the second passphrase or with cards, for the reason and time that were said', async () => {
    await keep()
    const ways = [
      { by: 'passphrase', passphrase: SECOND } as const,
      { by: 'cards', cards: cards.slice(1) } as const,
    ]
    for (const way of ways) {
      await fake.callOk('keys.begin', TASK)
      expect(fake.told.at(-1)).toBe('new passphrase window')
      expect(await fake.callOk('keys.task', {})).toMatchObject({ task: TASK, slot: null })
      fake.events.length = 0
      const before = Date.now()
      const { openUntil } = await fake.callOk('custody.open', way)
      expect(openUntil).toBeGreaterThanOrEqual(before + 30 * 60_000)
      expect(await status()).toMatchObject({ isOpen: true, openUntil })
      expect(fake.events).toContainEqual({ name: 'records.changed', payload: { ids: [] } })
      const shown = await reveal()
      expect(JSON.stringify(shown)).toContain(NAME)
      await fake.callOk('custody.close', {})
      expect(await status()).toMatchObject({ isOpen: false, openUntil: null })
      expect(await reveal()).toMatchObject({ error: { code: 'custodian_closed' } })
    }
  })

  it('is not opened without a task, with the wrong one, or with what opens only the vault', async () => {
    await keep()
    const way = { by: 'passphrase', passphrase: SECOND } as const
    expect(await fake.call('custody.open', way)).toMatchObject({ error: { code: 'not_found' } })
    await fake.callOk('keys.begin', { task: 'newRecoveryCode', language: 'uk' })
    expect(await fake.call('custody.open', way)).toMatchObject({ error: { code: 'not_found' } })
    await fake.callOk('keys.begin', TASK)
    const wrong = { by: 'passphrase', passphrase: PASSPHRASE } as const
    expect(await fake.call('custody.open', wrong)).toMatchObject({
      error: { code: 'wrong_passphrase' },
    })
    const few = { by: 'cards', cards: cards.slice(0, 1) } as const
    expect(await fake.call('custody.open', few)).toMatchObject({
      error: { code: 'cards_too_few' },
    })
    expect(await fake.call('keys.perform', { current: SECOND })).toMatchObject({
      error: { code: 'bad_input' },
    })
    expect(await status()).toMatchObject({ isOpen: false })
    const { readCard, text } = { readCard: 'custody.readCard', text: cards[1] ?? '' } as const
    expect(await fake.callOk(readCard, { text })).toMatchObject({ number: 2, needed: 2 })
    const short = text.split(' ').slice(1).join(' ')
    expect(await fake.call(readCard, { text: short })).toMatchObject({
      error: { code: 'card_damaged', details: { words: 39 } },
    })
    await fake.callOk('custody.open', way)
    expect(await fake.call(readCard, { text })).toMatchObject({ error: { code: 'not_found' } })
    // Once: another opening needs another reason.
    expect(await fake.call('custody.open', way)).toMatchObject({ error: { code: 'not_found' } })
  })

  it('takes a reason and a time that make sense', async () => {
    await keep()
    for (const bad of [{ reason: ' ' }, { minutes: 0 }, { minutes: 481 }, { minutes: 1.5 }]) {
      expect(await fake.call('keys.begin', { ...TASK, ...bad })).toMatchObject({
        error: { code: 'bad_input' },
      })
    }
  })
})
