/** Salvage gives out what still opens, names what does not, and writes nothing where it should not. */
import fs, {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { objectPath, vaultPaths } from '../../../electron/vault/folder/layout.ts'
import { type SalvageReport, salvage } from '../../../electron/vault/salvage/salvage.ts'
import { failureCode, NATIVE, tamper, tempFolder } from '../../support/coreVault.ts'
import { runRecover } from '../../support/recoverScript.ts'
import { makeRichVault, RICH_PASSPHRASE, type RichVault } from '../../support/richVault.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'
import { adding, statement } from '../records/support.ts'

const root = mkdtempSync(join(tmpdir(), 'emanet-salvage-test-'))
let rich: RichVault
let folder: string
let out: string

beforeAll(async () => {
  rich = await makeRichVault(root, {
    sodium: NATIVE,
    policy: WEAK_KDF,
    people: 8,
    sizes: [0, 5000],
  })
})
beforeEach(() => {
  const parent = tempFolder()
  folder = join(parent, 'D.emanet')
  out = join(parent, 'out')
  cpSync(rich.folder, folder, { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const run = (passphrase = RICH_PASSPHRASE, to = out): Promise<SalvageReport> => {
  const credential = Secret.fromText(passphrase)
  return salvage({ folder, out: to, credential, sodium: NATIVE, policy: WEAK_KDF })
}

const recordsIn = (to: string) =>
  (JSON.parse(readFileSync(join(to, 'records.json'), 'utf8')) as { records: unknown[] }).records

describe('salvage', () => {
  it('gives out everything of a whole vault and says that nothing is lost', async () => {
    const report = await run()
    expect(report.entries.lost).toEqual([])
    expect(report.records).toMatchObject({ erased: 1, closed: [], damaged: [] })
    expect(recordsIn(out)).toHaveLength(report.records.written + 1)
    expect(report.files).toEqual({ written: 2, lost: [] })
    const text = readFileSync(join(out, 'report.txt'), 'utf8')
    expect(text).toContain('NO LONGER ENCRYPTED')
    expect(text).toContain('Nothing that is known of is lost')
    expect(readFileSync(join(out, 'records.json'), 'utf8')).not.toMatch(/"fileKey": "/)
  })

  it('reads a database that SQLite cannot open any more, without losing an entry', async () => {
    const whole = await run()
    const other = join(tempFolder(), 'out')
    const bytes = readFileSync(vaultPaths(folder).database)
    bytes.fill(0, 0, 1000)
    writeFileSync(vaultPaths(folder).database, bytes)
    const report = await run(RICH_PASSPHRASE, other)
    expect(report.entries).toEqual(whole.entries)
    expect(recordsIn(other)).toEqual(recordsIn(out))
    expect(report.endUnknown).toBe(true)
  })

  it('names entries that are missing and gives out the rest', async () => {
    // What SQLite frees without overwriting it would be found.
    tamper(folder, (db) =>
      db.exec('PRAGMA secure_delete = ON; DELETE FROM ledger WHERE seq IN (7, 8, 20)'),
    )
    const { entries } = await run()
    expect(entries.lost.map(({ from, to }) => [from, to])).toEqual([
      [7, 8],
      [20, 20],
    ])
  })

  it('loses no record when a key page is damaged, and names the records when both copies are', async () => {
    tamper(folder, (db) =>
      db.exec('UPDATE keypage SET box = zeroblob(length(box)) WHERE place = 0'),
    )
    expect((await run()).records.damaged).toEqual([])
    tamper(folder, (db) =>
      db.exec('UPDATE keycopy SET box = zeroblob(length(box)) WHERE place = 0'),
    )
    const report = await run(RICH_PASSPHRASE, join(tempFolder(), 'out'))
    expect(report.records.damaged).toHaveLength(64)
  })

  it('says of entries whose keys are all lost when, by whom and what was done, and knows what was erased', async () => {
    await run()
    const before = recordsIn(out) as { id: string; entries: { state: string; body?: unknown }[] }[]
    const pages = 'UPDATE keypage SET box = zeroblob(length(box)) WHERE place < 4294967296'
    tamper(folder, (db) => db.exec(`${pages}; ${pages.replace('keypage', 'keycopy')}`))
    const to = join(tempFolder(), 'out')
    const { records } = await run(RICH_PASSPHRASE, to)
    expect(records).toMatchObject({ erased: 1 })
    const after = recordsIn(to) as typeof before
    const of = (all: typeof before, id: string) => all.find((record) => record.id === id)
    expect(of(after, rich.erased)).toEqual(of(before, rich.erased))
    for (const id of records.damaged) {
      const told = of(before, id)?.entries.map(({ body: _, ...entry }) => entry)
      const lost = told?.map((entry) => ({ ...entry, state: 'damaged' }))
      expect(of(after, id)?.entries).toEqual(lost)
    }
    expect(records.damaged.length).toBeGreaterThan(50)
  })

  it('names a damaged file and gives out the others', async () => {
    await run()
    const records = JSON.stringify(recordsIn(out))
    const id = /"objectId":"([0-9a-f]{64})"/.exec(records)?.[1] ?? ''
    truncateSync(objectPath(folder, id), 100)
    const report = await run(RICH_PASSPHRASE, join(tempFolder(), 'out'))
    expect(report.files).toMatchObject({
      written: 1,
      lost: [{ objectId: id, why: 'object_truncated' }],
    })
  })

  it('refuses a wrong passphrase, a folder in use, a place inside the vault, and writes nothing', async () => {
    expect(await failureCode(() => run('wrong'))).toBe('wrong_passphrase')
    expect(existsSync(out)).toBe(false)
    const inside = join(folder, 'out')
    expect(await failureCode(() => run(RICH_PASSPHRASE, inside))).toBe('target_not_empty')
    expect(existsSync(inside)).toBe(false)
    expect(await failureCode(() => run(RICH_PASSPHRASE, folder))).toBe('target_not_empty')
  })

  it('leaves nothing in the clear when it is given up on the way', async () => {
    const controller = new AbortController()
    const stopped = (to: string) =>
      salvage({
        ...{ folder, out: to, credential: Secret.fromText(RICH_PASSPHRASE), sodium: NATIVE },
        policy: WEAK_KDF,
        // Every entry is read; what comes next are the files.
        onProgress: (done, total) => done === total && controller.abort(),
        signal: controller.signal,
      })
    expect(await failureCode(() => stopped(out))).toBe('cancelled')
    expect(existsSync(out)).toBe(false)
    mkdirSync(out)
    expect(await failureCode(() => stopped(out))).toBe('cancelled')
    expect(readdirSync(out)).toEqual([])
  })

  it('killed at any write is seen to be unfinished, and made whole by the next one', async () => {
    const killed: string[] = []
    const copy = () => {
      const to = join(tempFolder(), 'out')
      if (existsSync(out)) cpSync(out, to, { recursive: true })
      killed.push(to)
    }
    const { renameSync, rmdirSync, mkdirSync: makeSync } = fs
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      copy()
      renameSync(from, to)
    })
    vi.spyOn(fs, 'rmdirSync').mockImplementation((path) => {
      copy()
      rmdirSync(path)
    })
    vi.spyOn(fs, 'mkdirSync').mockImplementation((path, options) => {
      copy()
      return makeSync(path, options)
    })
    syncBuiltinESMExports()
    const whole = await run().finally(() => {
      vi.restoreAllMocks()
      syncBuiltinESMExports()
    })
    const names = ['files', 'records.json', 'report.json', 'report.txt']
    expect(readdirSync(out).sort()).toEqual(names)
    const files = readdirSync(join(out, 'files')).sort()
    for (const half of killed) {
      const there = existsSync(half) ? readdirSync(half) : []
      if (there.length > 0) expect(there).toContain('emanet-salvage-unfinished')
      expect(await run(RICH_PASSPHRASE, half)).toEqual(whole)
      expect(readdirSync(half).sort()).toEqual(names)
      expect(readdirSync(join(half, 'files')).sort()).toEqual(files)
    }
    expect(killed.some((half) => existsSync(half))).toBe(true)
    expect(killed.length).toBeGreaterThan(8)
  })

  it('takes away nothing that is not its own, and not before something opens', async () => {
    const unfinished = join(out, 'emanet-salvage-unfinished')
    mkdirSync(join(unfinished, 'files'), { recursive: true })
    writeFileSync(join(unfinished, 'records.json'), 'half')
    expect(await failureCode(() => run('wrong'))).toBe('wrong_passphrase')
    expect(readdirSync(unfinished)).toEqual(['files', 'records.json'])
    writeFileSync(join(out, 'mine.txt'), 'mine')
    expect(await failureCode(() => run())).toBe('target_not_empty')
    expect(readdirSync(out).sort()).toEqual(['emanet-salvage-unfinished', 'mine.txt'])
    // Names of a salvage that is whole are somebody's too.
    rmSync(join(out, 'mine.txt'))
    rmSync(unfinished, { recursive: true })
    writeFileSync(join(out, 'records.json'), 'whole')
    expect(await failureCode(() => run())).toBe('target_not_empty')
  })

  it('gives out files whose names take four bytes a letter, and so does the second reader', async () => {
    const parent = tempFolder()
    const name = `${'😀𝕬'.repeat(40)}.jpg`
    const long = await makeRichVault(parent, {
      ...{ sodium: NATIVE, policy: WEAK_KDF, people: 1, sizes: [1] },
      before: async ({ records, evidence }) => {
        const path = join(parent, 'source')
        writeFileSync(path, 'лист')
        const id = records.create('evidence', adding(statement('title', 'Лист'))).id
        await evidence.attachFile(id, path, { name })
      },
    })
    folder = long.folder
    expect((await run()).files).toEqual({ written: 2, lost: [] })
    const found = readdirSync(join(out, 'files')).find((each) => each.endsWith('.jpg')) ?? ''
    expect(readFileSync(join(out, 'files', found), 'utf8')).toBe('лист')
    const second = runRecover(folder, RICH_PASSPHRASE, { args: ['--any-cost'] })
    expect([second.status, second.stderr]).toEqual([0, ''])
    expect(readdirSync(join(second.out, 'files'))).toHaveLength(2)
  })

  it('says so when nothing opens', async () => {
    tamper(folder, (db) => db.exec('PRAGMA secure_delete = ON; DELETE FROM ledger'))
    expect(await failureCode(() => run())).toBe('ledger_damaged')
    expect(existsSync(out)).toBe(false)
  })
})
