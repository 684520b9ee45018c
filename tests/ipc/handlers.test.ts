// The handlers behind the gate, on real vaults: what the services answer is what the contract declares, and a page
// gets neither a path nor a secret.
import { cpSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createHandlers } from '../../electron/ipc/handlers.ts'
import { CALL_NAMES, type CallInput } from '../../shared/contract/contract.ts'
import { DEFAULT_SETTINGS } from '../../shared/contract/session.ts'
import type { StatementInput } from '../../shared/model/statement.ts'
import { type FakeApp, fakeApp } from '../support/app/fakeApp.ts'

const PASSPHRASE = 'lantern orbit velvet thimble quarry'
let work = ''
let fake: FakeApp

beforeEach(async () => {
  work = mkdtempSync(join(tmpdir(), 'emanet-handlers-'))
  fake = await fakeApp()
})
afterEach(() => fake.close())

const statement = (field: string, value: StatementInput['value']): StatementInput => ({
  field,
  value,
  source: null,
  grade: 'F6',
  asOf: null,
  confidentiality: 'C1',
})

async function create(name = 'North.emanet') {
  fake.answers.newVault = join(work, name)
  const chosen = await fake.callOk('session.chooseFolder', { for: 'create' })
  expect(chosen).toMatchObject({ name, isVault: false })
  return fake.callOk('vault.create', {
    folder: chosen?.token ?? '',
    passphrase: PASSPHRASE,
    kdf: 'moderate',
  })
}
const newEvidence = async () =>
  (await fake.callOk('records.create', { kind: 'evidence', change: {} })).id

it('the set of handlers equals the set of calls', () => {
  expect(Object.keys(createHandlers(fake.app)).sort()).toEqual([...CALL_NAMES].sort())
})

describe('the vault', () => {
  it('is made, entered, described and remembered', async () => {
    const { recoveryCode } = await create()
    expect(recoveryCode.split(' ').length).toBe(12)
    expect(await fake.callOk('session.start', {})).toMatchObject({
      state: 'unlocked',
      purpose: 'unlock',
      vault: { name: 'North.emanet' },
      notices: ['runtime_out_of_support'],
    })
    await fake.callOk('vault.enter', {})
    expect(fake.told).toEqual(['enter'])
    expect(await fake.callOk('session.info', {})).toMatchObject({
      name: 'North.emanet',
      openedWith: 'passphrase',
      slotsInUse: 2,
      lastBackupAt: null,
      notices: ['runtime_out_of_support'],
    })
    expect(await fake.callOk('session.start', {})).toMatchObject({ purpose: 'changePassphrase' })
  })

  it('is not made with a weak passphrase, and nothing of it is there then', async () => {
    fake.answers.newVault = join(work, 'Weak.emanet')
    const chosen = await fake.callOk('session.chooseFolder', { for: 'create' })
    const folder = chosen?.token ?? ''
    expect(
      await fake.call('vault.create', { folder, passphrase: 'password1234', kdf: 'moderate' }),
    ).toEqual({ ok: false, error: { code: 'passphrase_too_weak', details: { score: 0 } } })
    expect(existsSync(join(work, 'Weak.emanet'))).toBe(false)
    expect(fake.app.session.lockState).toBe('locked')
  })

  it('opens with its passphrase and with its recovery code, and with nothing else', async () => {
    const { recoveryCode } = await create()
    const folder = join(work, 'North.emanet')
    fake.close()
    for (const [secret, openedWith] of [
      [PASSPHRASE, 'passphrase'],
      [recoveryCode, 'recovery'],
    ] as const) {
      const next = await fakeApp()
      next.answers.vault = folder
      const chosen = await next.callOk('session.chooseFolder', { for: 'open' })
      expect(chosen).toMatchObject({ name: 'North.emanet', isVault: true })
      const token = chosen?.token ?? ''
      expect(await next.call('vault.unlock', { folder: token, passphrase: 'x' })).toEqual({
        ok: false,
        error: { code: 'wrong_passphrase' },
      })
      expect(await next.callOk('vault.unlock', { folder: token, passphrase: secret })).toEqual({
        // Another machine: its secret is another one.
        notices: ['new_device', 'runtime_out_of_support'],
      })
      expect((await next.callOk('session.info', {})).openedWith).toBe(openedWith)
      next.close()
    }
  })

  it('changes its passphrase to a strong one only, and asks for the old one', async () => {
    await create()
    const next = 'copper meadow lattice plunge acorn'
    const change = (current: string, wanted: string) =>
      fake.call('vault.changePassphrase', { current, next: wanted })
    expect(await change(PASSPHRASE, 'short')).toMatchObject({
      error: { code: 'passphrase_too_weak' },
    })
    expect(await change('wrong', next)).toEqual({ ok: false, error: { code: 'wrong_passphrase' } })
    expect(await change(PASSPHRASE, next)).toEqual({ ok: true, value: {} })
    expect(await change(PASSPHRASE, next)).toEqual({
      ok: false,
      error: { code: 'wrong_passphrase' },
    })
  })

  it('that is cancelled in a dialog is null, and not an error', async () => {
    expect(await fake.callOk('session.chooseFolder', { for: 'open' })).toBeNull()
    expect(await fake.callOk('session.chooseFolder', { for: 'create' })).toBeNull()
    expect(await fake.callOk('vault.restoreBackup', {})).toBeNull()
    await create()
    for (const name of ['backup.make', 'backup.restore'] as const) {
      expect(await fake.callOk(name, {})).toBeNull()
    }
    expect(await fake.callOk('backup.verify', { full: true })).toBeNull()
    expect(await fake.callOk('evidence.attachChosen', { record: await newEvidence() })).toBeNull()
  })
})

describe('the recovery code', () => {
  it('is kept on paper or in a file that only this user reads', async () => {
    const { recoveryCode } = await create()
    const file = join(work, 'code.txt')
    expect(await fake.callOk('vault.keepRecoveryCode', { how: 'save' })).toEqual({ kept: false })
    fake.answers.file = file
    const write = vi.spyOn(fake.app.session.workspace.leaving, 'write')
    expect(await fake.callOk('vault.keepRecoveryCode', { how: 'save' })).toEqual({ kept: true })
    expect(write).toHaveBeenCalledTimes(1)
    expect(readFileSync(file, 'utf8')).toBe(`code: ${recoveryCode}`)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await fake.callOk('vault.keepRecoveryCode', { how: 'print' })).toEqual({ kept: false })
    fake.answers.printed = true
    expect(await fake.callOk('vault.keepRecoveryCode', { how: 'print' })).toEqual({ kept: true })
    expect(fake.sheets[1]).toMatchObject({ code: recoveryCode, vaultName: 'North.emanet' })
  })

  it('is not saved into the vault that it opens', async () => {
    await create()
    fake.answers.file = join(work, 'North.emanet', 'code.txt')
    expect(await fake.call('vault.keepRecoveryCode', { how: 'save' })).toEqual({
      ok: false,
      error: { code: 'bad_input' },
    })
    expect(existsSync(fake.answers.file)).toBe(false)
  })

  it('is gone once the workspace was entered', async () => {
    await create()
    await fake.callOk('vault.enter', {})
    expect(await fake.call('vault.keepRecoveryCode', { how: 'print' })).toEqual({
      ok: false,
      error: { code: 'not_found' },
    })
  })
})

describe('records', () => {
  it('are made, saved, read, listed, found and erased, and each change is told', async () => {
    await create()
    const name = statement('names', { text: 'Vymohdana Osoba', lang: 'en' })
    const { id } = await fake.callOk('records.create', { kind: 'person', change: { add: [name] } })
    const { record } = await fake.callOk('records.get', { id })
    expect(record.title).toBe('Vymohdana Osoba')
    const born = statement('birthDate', '1980-01')
    await fake.callOk('records.save', { id, basedOn: record.lastSeq, change: { add: [born] } })
    expect(
      await fake.call('records.save', { id, basedOn: record.lastSeq, change: { add: [born] } }),
    ).toMatchObject({ ok: false })
    const list = await fake.callOk('records.list', { kind: 'person', limit: 10 })
    expect(list).toMatchObject({ total: 1, rows: [{ id, title: 'Vymohdana Osoba' }] })
    const { hits } = await fake.callOk('search.query', { query: 'vymohdana' })
    expect(hits[0]).toMatchObject({ id, kind: 'person' })
    const { entries } = await fake.callOk('records.history', { id })
    expect(entries.length).toBe(2)
    await fake.callOk('records.erase', { id, reason: 'asked by the person' })
    expect(await fake.call('records.get', { id })).toEqual({ ok: false, error: { code: 'erased' } })
    const changes = fake.events.filter((event) => event.name === 'records.changed')
    expect(changes.map(({ payload }) => payload)).toEqual(changes.map(() => ({ ids: [id] })))
    expect(changes.length).toBe(3)
  })

  it('that show a changed one are told with it, whoever changed it', async () => {
    await create()
    const person = await fake.callOk('records.create', { kind: 'person', change: {} })
    const about = statement('person', person.id)
    const { id } = await fake.callOk('records.create', { kind: 'stay', change: { add: [about] } })
    fake.events.length = 0
    // Not by a call: a service of the core did it.
    const { records } = fake.app.session.workspace
    const name = statement('names', { text: 'Vymohdana Osoba', lang: 'en' })
    records.save({
      id: person.id,
      basedOn: records.get(person.id).record.lastSeq,
      change: { add: [name], retract: [], prefer: {} },
    })
    const changes = fake.events.filter((event) => event.name === 'records.changed')
    expect(changes.length).toBe(1)
    expect(changes[0]?.payload).toMatchObject({ ids: expect.arrayContaining([person.id, id]) })
  })

  it('of a witness keep the identity apart, and opening it asks for a reason', async () => {
    await create()
    const { id: witness } = await fake.callOk('records.create', {
      kind: 'witness',
      change: { add: [statement('codeName', 'Heron')] },
    })
    const name = statement('name', { text: 'Prykhovana Liudyna', lang: 'en' })
    await fake.callOk('witness.saveIdentity', { witness, change: { add: [name] } })
    expect(await fake.call('witness.reveal', { witness, reason: '' })).toMatchObject({
      error: { code: 'bad_input' },
    })
    const { identity } = await fake.callOk('witness.reveal', { witness, reason: 'court date' })
    expect(identity?.kind).toBe('witnessIdentity')
    expect(await fake.callOk('search.query', { query: 'Prykhovana' })).toEqual({
      hits: [],
      weaker: false,
    })
  })
})

describe('evidence', () => {
  const attach = async (record: string, files: string[]) => {
    fake.answers.files = files
    const started = await fake.callOk('evidence.attachChosen', { record: record as never })
    return fake.outcome(started?.job)
  }

  it('is attached from a dialog, linked and exported again, byte for byte', async () => {
    await create()
    const record = await newEvidence()
    const file = join(work, 'Note from the field.txt')
    writeFileSync(file, 'plain words\n'.repeat(5000))
    const outcome = await attach(record, [file])
    expect(outcome).toMatchObject({ type: 'attach', failed: [] })
    const { files } = await fake.callOk('evidence.files', { record })
    expect(files[0]).toMatchObject({ name: 'Note from the field.txt', size: 60_000 })
    const objectId = files[0]?.objectId ?? ('' as never)
    const { url } = await fake.callOk('evidence.link', { record, objectId })
    expect(fake.app.links.resolve(url)).toMatchObject({ record, objectId })
    fake.answers.file = join(work, 'copy.txt')
    const started = await fake.callOk('evidence.exportChosen', { record, objectId })
    expect(await fake.outcome(started?.job)).toEqual({ type: 'export' })
    expect(readFileSync(join(work, 'copy.txt'))).toEqual(readFileSync(file))
    expect(JSON.stringify(fake.events)).not.toContain(work)
  })

  it('that cannot be read is named as failed and does not keep the rest out', async () => {
    await create()
    const record = await newEvidence()
    const good = join(work, 'good.txt')
    writeFileSync(good, 'good')
    const outcome = await attach(record, [join(work, 'absent.txt'), good])
    expect(outcome).toMatchObject({ type: 'attach', files: [{ name: 'good.txt' }] })
    expect(outcome.type === 'attach' && outcome.failed).toMatchObject([
      { name: 'absent.txt', error: { code: 'file_unreadable' } },
    ])
  })

  it('of another record, or of none, is neither linked nor exported', async () => {
    await create()
    const record = await newEvidence()
    const other = await newEvidence()
    const file = join(work, 'a.txt')
    writeFileSync(file, 'a')
    const outcome = await attach(record, [file])
    const objectId = outcome.type === 'attach' ? outcome.files[0]?.objectId : undefined
    const missing = { ok: false, error: { code: 'not_found' } }
    fake.answers.file = join(work, 'out.txt')
    const wrong = [
      { record: other, objectId: objectId ?? ('' as never) },
      { record, objectId: '0'.repeat(64) as never },
    ]
    for (const input of wrong) {
      expect(await fake.call('evidence.link', input)).toEqual(missing)
      expect(await fake.call('evidence.exportChosen', input)).toEqual(missing)
    }
  })

  it('is taken in as bytes, and given up when the page cancels', async () => {
    await create()
    const record = await newEvidence()
    const { job } = await fake.callOk('evidence.uploadBegin', { record, name: 'x.bin', size: 3 })
    const bytes = new Uint8Array([1, 2, 3])
    await fake.callOk('evidence.uploadChunk', { job, bytes })
    const { file } = await fake.callOk('evidence.uploadEnd', { job, complete: true })
    expect(file).toMatchObject({ name: 'x.bin', size: 3 })
    const given = await fake.callOk('evidence.uploadBegin', { record, name: 'y.bin', size: 3 })
    await fake.callOk('job.cancel', { job: given.job })
    expect(await fake.call('evidence.uploadChunk', { job: given.job, bytes })).toEqual({
      ok: false,
      error: { code: 'not_found' },
    })
    expect((await fake.callOk('evidence.files', { record })).files.length).toBe(1)
  })
})

describe('a dossier', () => {
  it('is previewed, printed where the dialog says, and recorded', async () => {
    await create()
    const name = statement('names', { text: 'Vymohdana Osoba', lang: 'en' })
    const { id } = await fake.callOk('records.create', { kind: 'person', change: { add: [name] } })
    const request: CallInput<'dossier.issue'> = {
      audience: 'mediator',
      language: 'en',
      people: [id],
    }
    const preview = await fake.callOk('dossier.preview', request)
    expect(preview.people[0]?.person).toBe(id)
    expect(await fake.callOk('dossier.issue', request)).toBeNull()
    // In the clear it would be carried away with the vault.
    fake.answers.file = join(fake.app.session.workspace.vault.folder, 'dossier.pdf')
    const refused = { ok: false, error: { code: 'bad_input' } }
    expect(await fake.call('dossier.issue', request)).toEqual(refused)
    fake.answers.file = join(work, 'dossier.pdf')
    // Noted while it is written, for the case that the program is killed.
    const stage = vi.spyOn(fake.app.session.workspace.leaving, 'stage')
    const started = await fake.callOk('dossier.issue', request)
    const outcome = await fake.outcome(started?.job)
    expect(outcome.type).toBe('dossier')
    expect(stage).toHaveBeenCalledTimes(1)
    expect(readFileSync(join(work, 'dossier.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await fake.callOk('records.list', { kind: 'dossier', limit: 10 })).total).toBe(1)
  })
})

describe('a table', () => {
  it('of a list that is narrowed by a word has nobody in it who is there by what its reader may not know', async () => {
    await create()
    const make = (text: string, field: string, value: string) => {
      const add = [statement('names', { text, lang: 'en' }), statement(field, value)]
      return fake.callOk('records.create', { kind: 'person', change: { add } })
    }
    await make('Vymohdana Osoba', 'diagnosis', 'a quillon of the heart')
    await make('Inshyi Cholovik', 'court', 'Court of Quillon')
    await make('Quillonenko Ivan', 'court', 'Court of Kerch')
    const of = (reader: 'team' | 'mediator'): CallInput<'export.preview'> => ({
      subject: { of: 'list', kind: 'person', query: 'quillon' },
      ...{ reader, language: 'en', format: 'csv' },
    })
    expect(await fake.callOk('export.preview', of('team'))).toMatchObject({ rows: 3, untold: 0 })
    const told = await fake.callOk('export.preview', of('mediator'))
    expect(told).toMatchObject({ rows: 2, untold: 1 })
    expect(JSON.stringify(told.sample)).not.toContain('Osoba')
    const subject = { of: 'search', query: 'quillon' } as const
    const found = await fake.callOk('export.preview', { ...of('mediator'), subject })
    expect(found).toMatchObject({ rows: 2, untold: 1 })
  })

  it('is previewed, written where the dialog says, and recorded; or nothing is', async () => {
    await create()
    const name = statement('names', { text: 'Vymohdana Osoba', lang: 'en' })
    await fake.callOk('records.create', { kind: 'person', change: { add: [name] } })
    const request: CallInput<'export.write'> = {
      subject: { of: 'list', kind: 'person' },
      ...{ reader: 'team', language: 'en', format: 'csv' },
    }
    expect(await fake.callOk('export.preview', request)).toMatchObject({ rows: 1, leaks: [] })
    expect(await fake.callOk('export.write', request)).toBeNull()
    expect((await fake.callOk('records.list', { kind: 'dossier', limit: 10 })).total).toBe(0)
    fake.answers.file = join(work, 'people.csv')
    const started = await fake.callOk('export.write', request)
    const outcome = await fake.outcome(started?.job)
    expect(outcome).toMatchObject({ type: 'table', name: 'people.csv', rows: 1 })
    expect(readFileSync(join(work, 'people.csv'), 'utf8')).toContain('"Vymohdana Osoba"')
    expect((await fake.callOk('records.list', { kind: 'dossier', limit: 10 })).total).toBe(1)
    const search: CallInput<'export.write'> = {
      subject: { of: 'search', query: 'vymohdana' },
      ...{ reader: 'team', language: 'en', format: 'csv' },
    }
    expect(await fake.callOk('export.preview', search)).toMatchObject({
      columns: ['Kind of record', 'Record'],
      sample: [['Person', 'Vymohdana Osoba']],
    })
    const figures: CallInput<'export.write'> = { ...search, subject: { of: 'figures' } }
    const { sample } = await fake.callOk('export.preview', figures)
    expect(sample[0]?.slice(0, 3)).toEqual(['People recorded', '', '<5'])
  })
})

describe('a backup', () => {
  it('is made, listed, verified, and restored into a vault that opens', async () => {
    await create()
    const record = await newEvidence()
    const file = join(work, 'a.txt')
    writeFileSync(file, 'a')
    fake.answers.files = [file]
    const attached = await fake.callOk('evidence.attachChosen', { record })
    await fake.outcome(attached?.job)

    fake.answers.backup = join(work, 'backup')
    const made = await fake.outcome((await fake.callOk('backup.make', {}))?.job)
    expect(made).toMatchObject({ type: 'backup', report: { copiedObjects: 1 } })
    expect(readFileSync(join(work, 'backup', 'FORMAT.md'), 'utf8')).toBe('the format')
    const { backups } = await fake.callOk('backup.list', {})
    expect(backups.length).toBe(1)
    expect((await fake.callOk('session.info', {})).lastBackupAt).toBe(backups[0]?.at)

    const ofBackup = await fake.callOk('backup.verify', { full: true })
    expect(await fake.outcome(ofBackup?.job)).toMatchObject({ report: { ok: true, objects: 1 } })
    fake.answers.backup = join(work, 'North.emanet')
    const ofVault = await fake.callOk('backup.verify', { full: true })
    expect(await fake.outcome(ofVault?.job)).toMatchObject({ report: { ok: true, objects: 1 } })

    fake.answers.backup = join(work, 'backup')
    fake.answers.newVault = join(work, 'Second.emanet')
    const restored = await fake.outcome((await fake.callOk('backup.restore', {}))?.job)
    expect(restored).toEqual({
      ...{ type: 'restore', name: 'Second.emanet', files: 1, damaged: [], beside: 'same' },
    })

    const next = await fakeApp()
    Object.assign(next.answers, {
      backup: join(work, 'backup'),
      newVault: join(work, 'Third.emanet'),
    })
    const third = await next.callOk('vault.restoreBackup', {})
    expect(third?.name).toBe('Third.emanet')
    const folder = third?.token ?? ''
    await next.callOk('vault.unlock', { folder, passphrase: PASSPHRASE })
    expect((await next.callOk('session.info', {})).counts.evidence).toBe(1)
    next.close()
  })

  it('of something that is none is refused with its code', async () => {
    await create()
    fake.answers.backup = work
    const started = await fake.callOk('backup.verify', { full: false })
    expect(await fake.ended(started?.job)).toEqual({ ok: false, error: { code: 'not_a_backup' } })
  })

  it('that was restored gives a certificate that says whether it is what the open vault has', async () => {
    await create()
    const refused = await fake.call('backup.keepCertificate', {})
    expect(refused).toEqual({ ok: false, error: { code: 'not_found' } })

    const north = join(work, 'North.emanet')
    const early = join(work, 'Early.emanet')
    fake.close()
    cpSync(north, early, { recursive: true })
    const open = async (folder: string) => {
      fake.close()
      fake = await fakeApp()
      fake.answers.vault = folder
      const chosen = await fake.callOk('session.chooseFolder', { for: 'open' })
      await fake.callOk('vault.unlock', { folder: chosen?.token ?? '', passphrase: PASSPHRASE })
      await newEvidence()
    }
    const backup = join(work, 'backup')
    const restore = async (name: string) => {
      Object.assign(fake.answers, { backup, newVault: join(work, name) })
      return fake.outcome((await fake.callOk('backup.restore', {}))?.job)
    }
    const file = join(work, 'certificate.txt')
    const certificate = async () => {
      fake.answers.file = file
      expect(await fake.callOk('backup.keepCertificate', {})).toEqual({ kept: true })
      return JSON.parse(readFileSync(file, 'utf8'))
    }

    await open(north)
    const atBackup = await fake.callOk('session.info', {})
    fake.answers.backup = backup
    await fake.outcome((await fake.callOk('backup.make', {}))?.job)
    expect(await restore('Second.emanet')).toMatchObject({ beside: 'same' })
    delete fake.answers.file
    expect(await fake.callOk('backup.keepCertificate', {})).toEqual({ kept: false })
    fake.answers.file = join(north, 'inside.txt')
    expect(await fake.call('backup.keepCertificate', {})).toMatchObject({ ok: false })
    expect(existsSync(join(north, 'inside.txt'))).toBe(false)
    expect(await certificate()).toMatchObject({
      ...{ vaultId: atBackup.vaultId, head: atBackup.head, name: 'Second.emanet' },
      // The entry that remembers the backup came after it.
      ...{ beside: 'same', entriesSince: 1, damaged: [] },
    })

    // The same vault, put back to before the backup and gone on with.
    await open(early)
    expect(await restore('Third.emanet')).toMatchObject({ beside: 'different' })
    expect(await certificate()).toMatchObject({ name: 'Third.emanet', beside: 'different' })

    fake.close()
    fake = await fakeApp()
    await create('South.emanet')
    expect(await restore('Fourth.emanet')).toMatchObject({ beside: 'another' })
    expect(await certificate()).toMatchObject({ beside: 'another', vaultId: atBackup.vaultId })
  })
})

describe('people who may be one', () => {
  const named = (text: string) => ({
    add: [statement('names', { text, lang: 'uk' } as StatementInput['value'])],
  })
  const blank = { id: null, birthDates: [], court: '', verdictDate: '', different: [] }

  it('are offered with reasons, and not again once the new record is called another', async () => {
    await create()
    const { id } = await fake.callOk('records.create', {
      kind: 'person',
      change: named('Emir Huseyin'),
    })
    const names = ['Эмир-Усеин']
    const { offers } = await fake.callOk('duplicates.offer', { ...blank, names })
    expect(offers).toMatchObject([{ id, title: 'Emir Huseyin', verdict: 'possible' }])
    const change = named('Эмир-Усеин')
    const made = await fake.callOk('records.create', { kind: 'person', change, different: [id] })
    const ask = () => fake.callOk('duplicates.offer', { ...blank, id: made.id, names })
    expect((await ask()).offers).toEqual([])
    await fake.callOk('duplicates.judge', { a: id, b: made.id, verdict: 'open' })
    expect((await ask()).offers).toMatchObject([{ id }])
  })

  it('are people only', async () => {
    await create()
    const evidence = await newEvidence()
    expect(
      await fake.call('records.create', { kind: 'evidence', change: {}, different: [evidence] }),
    ).toEqual({ ok: false, error: { code: 'bad_input' } })
    expect(
      await fake.call('duplicates.judge', { a: evidence, b: evidence, verdict: 'different' }),
    ).toEqual({ ok: false, error: { code: 'bad_input' } })
  })
})

describe('the settings', () => {
  it('are read and changed from both views, and a change is told', async () => {
    const changed = await fake.callOk('settings.set', { theme: 'dark' })
    expect(changed).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' })
    expect(await fake.callOk('settings.get', {})).toEqual(changed)
    expect(fake.events.at(-1)).toEqual({ name: 'settings.changed', payload: {} })
  })

  it('say in whose order lists are, at the opening and at every change, and lists are asked for again', async () => {
    await fake.callOk('settings.set', { language: 'uk' })
    await create()
    for (const text of ['Ґедз', 'Гук', 'Гак', 'Çelebi', 'Cemil', 'Cora'])
      await fake.callOk('records.create', {
        kind: 'person',
        change: { add: [statement('names', { text, lang: 'uk' })] },
      })
    const listed = async () =>
      (await fake.callOk('records.list', { kind: 'person', limit: 10 })).rows.map(
        ({ title }) => title,
      )
    expect(await listed()).toEqual(['Гак', 'Гук', 'Ґедз', 'Çelebi', 'Cemil', 'Cora'])
    await fake.callOk('settings.set', { language: 'tr' })
    expect(fake.events.at(-1)).toEqual({ name: 'records.changed', payload: { ids: [] } })
    expect(await listed()).toEqual(['Cemil', 'Cora', 'Çelebi', 'Гак', 'Ґедз', 'Гук'])
    await fake.callOk('settings.set', { theme: 'dark' })
    expect(fake.events.at(-1)).toEqual({ name: 'settings.changed', payload: {} })
  })
})

it('locking and the passphrase window are the desktop’s work', async () => {
  await create()
  await fake.callOk('session.openPassphraseWindow', {})
  await fake.callOk('session.lock', {})
  expect(fake.told).toEqual(['passphrase window', 'lock'])
})
