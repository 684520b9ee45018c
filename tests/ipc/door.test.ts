// What is found behind an open vault reaches the person who opened it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LiveIndex } from '../../electron/vault/records/liveIndex.ts'
import { type FakeApp, fakeApp } from '../support/app/fakeApp.ts'
import { flipByte, recordId, tamper } from '../support/coreVault.ts'

const PASSPHRASE = 'lantern orbit velvet thimble quarry'
let work = ''
let folder = ''
let fake: FakeApp

beforeEach(async () => {
  work = mkdtempSync(join(tmpdir(), 'emanet-door-'))
  folder = join(work, 'North.emanet')
  fake = await fakeApp()
  fake.answers.newVault = folder
  const chosen = await fake.callOk('session.chooseFolder', { for: 'create' })
  const made = { folder: chosen?.token ?? '', passphrase: PASSPHRASE, kdf: 'moderate' } as const
  await fake.callOk('vault.create', made)
  await fake.callOk('vault.enter', {})
  // The last one must be whole: by it the snapshot is known to be of this ledger.
  for (let n = 0; n < 2; n += 1) await fake.callOk('records.create', { kind: 'person', change: {} })
  expect(await fake.app.session.workspace.saveIndex()).toBe(true)
  fake.close()
})
afterEach(() => {
  vi.useRealTimers()
  fake.close()
  rmSync(work, { recursive: true, force: true })
})

async function unlock(): Promise<readonly string[]> {
  fake = await fakeApp()
  fake.answers.vault = folder
  const chosen = await fake.callOk('session.chooseFolder', { for: 'open' })
  const { notices } = await fake.callOk('vault.unlock', {
    folder: chosen?.token ?? '',
    passphrase: PASSPHRASE,
  })
  await fake.callOk('vault.enter', {})
  return notices
}

const noticed = () => fake.events.filter(({ name }) => name === 'session.noticed').length
const notices = async () => (await fake.callOk('session.info', {})).notices

describe('the check behind an open vault', () => {
  it('tells of damage in what the unlock did not read', async () => {
    tamper(folder, (connection) => {
      const row = connection.prepare('SELECT box FROM ledger WHERE seq = 3').get() as {
        box: Buffer
      }
      connection.prepare('UPDATE ledger SET box = ? WHERE seq = 3').run(flipByte(row.box, 20))
    })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    expect(await unlock()).not.toContain('entries_damaged')
    expect(noticed()).toBe(0)
    vi.advanceTimersByTime(3000)
    await fake.app.session.workspace.checked
    expect(noticed()).toBe(1)
    expect(await notices()).toContain('entries_damaged')
  })

  it('tells of changes that only a newer program can read, and goes on telling after a save', async () => {
    await unlock()
    const { ledger } = fake.app.session.workspace.vault
    const body = { kind: 'constellation', add: [], retract: [] }
    ledger.append([{ op: 'record.set', record: recordId(9), body }])
    fake.close()
    // Known with the opening where it was read in that turn, and told of otherwise.
    const known = (await unlock()).includes('entries_unread')
    await fake.app.session.workspace.search.ready()
    expect([known, noticed()]).not.toEqual([false, 0])
    expect(await notices()).toContain('entries_unread')
    await fake.callOk('records.create', { kind: 'person', change: {} })
    expect(await notices()).toContain('entries_unread')
  })

  it('tells when what was saved is not in the lists, and that it is saved', async () => {
    await unlock()
    const { records } = fake.app.session.workspace
    const update = vi.spyOn(LiveIndex.prototype, 'updateBulk').mockRejectedValue(new Error('test'))
    const id = recordId(9)
    await records.createBulk([{ id, kind: 'person', change: { add: [], retract: [], prefer: {} } }])
    update.mockRestore()
    expect(noticed()).toBe(1)
    expect(await notices()).toContain('index_behind')
    fake.close()
    expect(await unlock()).not.toContain('index_behind')
    expect(fake.app.session.workspace.records.counts().person).toBe(3)
  })

  it('says nothing when all is whole', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await unlock()
    vi.advanceTimersByTime(3000)
    expect((await fake.app.session.workspace.checked)?.ok).toBe(true)
    await fake.app.session.workspace.search.ready()
    expect(noticed()).toBe(0)
    expect(await notices()).not.toContain('entries_damaged')
    expect(await notices()).not.toContain('entries_unread')
  })
})
