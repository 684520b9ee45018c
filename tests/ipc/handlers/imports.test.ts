// An import on its way behind the gate: what a page does too fast leaves no list behind that nobody can close.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type FakeApp, fakeApp } from '../../support/app/fakeApp.ts'

const PASSPHRASE = 'lantern orbit velvet thimble quarry'
const LIST = Buffer.from('name_uk;birth_date\nВигаданенко Особа;1990-01-02\n')
let fake: FakeApp

beforeEach(async () => {
  fake = await fakeApp()
  fake.answers.newVault = join(mkdtempSync(join(tmpdir(), 'emanet-imports-')), 'North.emanet')
  const chosen = await fake.callOk('session.chooseFolder', { for: 'create' })
  const folder = chosen?.token ?? ''
  await fake.callOk('vault.create', { folder, passphrase: PASSPHRASE, kdf: 'moderate' })
  await fake.callOk('vault.enter', {})
})
afterEach(() => fake.close())

async function send(): Promise<void> {
  await fake.callOk('import.begin', { size: LIST.byteLength })
  await fake.callOk('import.piece', { bytes: LIST })
}

it('of two readings at once the last is the import, and the other is told', async () => {
  await send()
  const answers = await Promise.all([
    fake.call('import.read', { sheet: 0 }),
    fake.call('import.read', { sheet: 0 }),
  ])
  expect(answers).toMatchObject([
    { ok: false, error: { code: 'cancelled' } },
    { ok: true, value: { rows: 1 } },
  ])
  expect(await fake.callOk('import.map', { map: ['name_uk', 'birth_date'] })).toMatchObject({
    rows: 1,
    skipped: 0,
  })
})

it('a list that is dropped while it is read is not there afterwards', async () => {
  await send()
  const reading = fake.call('import.read', { sheet: 0 })
  await fake.callOk('import.drop', {})
  expect(await reading).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(await fake.call('import.map', { map: ['name_uk', 'birth_date'] })).toMatchObject({
    ok: false,
    error: { code: 'not_found' },
  })
})

it('shows what stands in a row that is left out to whoever imports, and keeps it nowhere', async () => {
  const canary = 'Таємний Свідок, вул. Вигадана 7'
  const list = Buffer.from(`name_uk;birth_date\nТестенко Емір;1980\nЗразковий Айдер;${canary}\n`)
  await fake.callOk('import.begin', { size: list.byteLength })
  await fake.callOk('import.piece', { bytes: new Uint8Array(list) })
  const answers: unknown[] = []
  await fake.callOk('import.read', { sheet: 0 })
  answers.push(await fake.callOk('import.map', { map: ['name_uk', 'birth_date'] }))
  const page = { offset: 0, limit: 10 }
  expect((await fake.callOk('import.skipped', page)).rows).toEqual([
    { line: 3, column: 'birth_date', problem: 'not_a_date', value: canary },
  ])
  for (const call of ['import.compare', 'import.write'] as const) {
    const { job } = await fake.callOk(call, {})
    answers.push(await fake.outcome(job))
  }
  answers.push(await fake.callOk('import.list', {}), await fake.call('import.write', {}))
  const { ledger } = fake.app.session.workspace.vault
  const all = Array.from({ length: ledger.head().seq }, (_, place) => place + 1)
  const kept = JSON.stringify([answers, fake.events, ledger.readMany(all)])
  expect(kept).toContain('Тестенко Емір')
  expect(kept).not.toContain('Таємний')
  expect((await fake.callOk('import.skipped', page)).rows[0]?.value).toBe(canary)
  await fake.callOk('import.drop', {})
  expect(await fake.call('import.skipped', page)).toMatchObject({ error: { code: 'not_found' } })
})
