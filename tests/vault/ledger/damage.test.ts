/** Whatever is done to the stored ledger is noticed, named, and located; what is whole stays readable. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Connection } from '../../../electron/vault/db/sqlite.ts'
import { vaultPaths } from '../../../electron/vault/folder/layout.ts'
import type { LedgerDamage, ScanItem } from '../../../electron/vault/ledger/types.ts'
import { isDamage } from '../../../electron/vault/ledger/types.ts'
import type { OpenVault } from '../../../electron/vault/session/session.ts'
import {
  eachPair,
  failure,
  failureCode,
  flipByte,
  make,
  makeFilled,
  NATIVE,
  readAll,
  recordId,
  reopen,
  tamper,
  tempFolder,
} from '../../support/coreVault.ts'

/** Entries 1 and 2 are the making's, 3 … 12 are ours. */
const ENTRIES = 10
const LAST = 2 + ENTRIES

interface Row {
  seq: number
  prev: Buffer
  nonce: Buffer
  box: Buffer
}
const rowAt = (db: Connection, seq: number) =>
  db.prepare('SELECT seq, prev, nonce, box FROM ledger WHERE seq = ?').get(seq) as Row
const put = (db: Connection, { seq, prev, nonce, box }: Row) =>
  db.prepare('INSERT OR REPLACE INTO ledger VALUES (?, ?, ?, ?)').run(seq, prev, nonce, box)
const remove = (db: Connection, seq: number) =>
  db.prepare('DELETE FROM ledger WHERE seq = ?').run(seq)

async function scanned(vault: OpenVault): Promise<readonly ScanItem[]> {
  const items = []
  for await (const slice of vault.ledger.scanSlices()) items.push(...slice)
  return items
}
const damageIn = (items: readonly ScanItem[]): LedgerDamage[] => items.filter(isDamage)
const intactIn = (items: readonly ScanItem[]): number[] =>
  items.flatMap((item) => (isDamage(item) ? [] : [item.seq]))

/** Opens, and expects the same damage from reading on, from verifying, and as the first failure of reading. */
async function expectDamage(
  folder: string,
  reader: typeof NATIVE,
  damage: readonly LedgerDamage[],
): Promise<void> {
  const vault = await reopen(folder, reader, { readOnly: true })
  const items = await scanned(vault)
  expect(damageIn(items)).toEqual(damage)
  const lost = new Set(
    damage.flatMap(({ seq = 0, count = 1 }) => Array.from({ length: count }, (_, n) => seq + n)),
  )
  const whole = Array.from({ length: LAST }, (_, n) => n + 1).filter((seq) => !lost.has(seq))
  expect(intactIn(items)).toEqual(whole)
  const report = await vault.ledger.verify({ signatures: true })
  expect(report.ok).toBe(false)
  expect(report.damaged.filter(({ what }) => what === 'entry')).toEqual(damage)
  const first = await failure(() => readAll(vault))
  expect([first.code, first.details]).toEqual([damage[0]?.code, { seq: damage[0]?.seq }])
  vault.close()
}

eachPair('a ledger', ({ writer, reader }) => {
  it.each(['prev', 'nonce', 'box'] as const)(
    'notices a flipped bit in any entry’s %s',
    async (field) => {
      const folder = await makeFilled(writer, ENTRIES)
      for (const seq of [1, 2, 7, LAST - 1]) {
        let whole: Row | undefined
        tamper(folder, (db) => {
          whole = rowAt(db, seq)
          put(db, { ...whole, [field]: flipByte(whole[field], whole[field].length - 1) })
        })
        const own: LedgerDamage = { what: 'entry', code: 'ledger_damaged', seq }
        if (seq > 1) await expectDamage(folder, reader, [own])
        else {
          // The first entry introduces the device: without it nobody vouches for the others.
          const vault = await reopen(folder, reader, { readOnly: true })
          expect(damageIn(await scanned(vault))).toEqual([own])
          vault.close()
        }
        tamper(folder, (db) => whole && put(db, whole))
      }
      const healed = await reopen(folder, reader, { readOnly: true })
      expect((await healed.ledger.verify({ signatures: true })).ok).toBe(true)
    },
  )

  it('notices a flipped bit in the last entry at once', async () => {
    const folder = await makeFilled(writer, ENTRIES)
    tamper(folder, (db) => {
      const row = rowAt(db, LAST)
      put(db, { ...row, box: flipByte(row.box, 9) })
    })
    const error = await failure(() => reopen(folder, reader))
    expect([error.code, error.details]).toEqual(['ledger_damaged', { seq: LAST }])
  })

  it('notices entries that are missing, one or several', async () => {
    const folder = await makeFilled(writer, ENTRIES)
    tamper(folder, (db) => remove(db, 5))
    await expectDamage(folder, reader, [{ what: 'entry', code: 'ledger_missing_entry', seq: 5 }])
    tamper(folder, (db) => {
      remove(db, 6)
      remove(db, 9)
    })
    await expectDamage(folder, reader, [
      { what: 'entry', code: 'ledger_missing_entry', seq: 5, count: 2 },
      { what: 'entry', code: 'ledger_missing_entry', seq: 9 },
    ])
  })

  it('notices a missing tail at once', async () => {
    const folder = await makeFilled(writer, ENTRIES)
    tamper(folder, (db) => remove(db, LAST))
    const one = await failure(() => reopen(folder, reader))
    expect([one.code, one.details]).toEqual([
      'ledger_truncated',
      { expected: LAST, found: LAST - 1 },
    ])
    tamper(folder, (db) => db.exec('DELETE FROM ledger'))
    const all = await failure(() => reopen(folder, reader))
    expect([all.code, all.details]).toEqual(['ledger_truncated', { expected: LAST, found: 0 }])
  })

  it('tells exchanged and duplicated entries from changed ones', async () => {
    const folder = await makeFilled(writer, ENTRIES)
    tamper(folder, (db) => {
      const [a, b] = [rowAt(db, 6), rowAt(db, 7)]
      put(db, { ...a, seq: 7 })
      put(db, { ...b, seq: 6 })
    })
    await expectDamage(folder, reader, [
      { what: 'entry', code: 'ledger_reordered', seq: 6 },
      { what: 'entry', code: 'ledger_reordered', seq: 7 },
    ])
    tamper(folder, (db) => {
      const [a, b] = [rowAt(db, 7), rowAt(db, 6)]
      put(db, { ...a, seq: 6 })
      put(db, { ...b, seq: 7 })
      put(db, { ...rowAt(db, 10), seq: 4 })
    })
    await expectDamage(folder, reader, [{ what: 'entry', code: 'ledger_reordered', seq: 4 }])
  })

  it('notices a copy of an entry behind the end at once', async () => {
    const folder = await makeFilled(writer, ENTRIES)
    tamper(folder, (db) => put(db, { ...rowAt(db, LAST), seq: LAST + 1 }))
    const error = await failure(() => reopen(folder, reader))
    expect([error.code, error.details]).toEqual(['ledger_reordered', { seq: LAST + 1 }])
  })
})

describe('a ledger', () => {
  it('notices another vault’s entry in the place of its own', async () => {
    const folder = await makeFilled(NATIVE, ENTRIES)
    const other = await makeFilled(NATIVE, ENTRIES)
    let foreign: Row | undefined
    tamper(other, (db) => {
      foreign = rowAt(db, 6)
    })
    tamper(folder, (db) => foreign && put(db, foreign))
    await expectDamage(folder, NATIVE, [{ what: 'entry', code: 'ledger_damaged', seq: 6 }])
  })

  it('notices an entry from another history of the same vault', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    const other = join(tempFolder(), 'Other.emanet')
    cpSync(folder, other, { recursive: true })
    for (const [place, name] of [
      [folder, 'here'],
      [other, 'there'],
    ] as const) {
      const session = await reopen(place, NATIVE)
      for (const n of [1, 2, 3]) session.ledger.append([{ op: 'note.add', body: `${name} ${n}` }])
      session.close()
    }
    let foreign: Row | undefined
    tamper(other, (db) => {
      foreign = rowAt(db, 5)
    })
    tamper(folder, (db) => foreign && put(db, foreign))
    // It opens, for it has the same key and place; but it follows something else, and so does the next.
    const session = await reopen(folder, NATIVE, { readOnly: true })
    expect(damageIn(await scanned(session))).toEqual([
      { what: 'entry', code: 'ledger_reordered', seq: 5 },
      { what: 'entry', code: 'ledger_reordered', seq: 6 },
    ])
  })

  it('notices a head that was changed in any part', async () => {
    const folder = await makeFilled(NATIVE, 3)
    const columns = ['seq', 'hash', 'header_generation', 'keys_hash', 'mac']
    for (const column of columns) {
      tamper(folder, (db) => {
        const { value } = db.prepare(`SELECT ${column} AS value FROM head`).get() as {
          value: unknown
        }
        const changed = Buffer.isBuffer(value) ? flipByte(value, 3) : Number(value) - 1
        db.prepare(`UPDATE head SET ${column} = ?`).run(changed)
      })
      const error = await failure(() => reopen(folder, NATIVE))
      expect([error.code, error.details]).toEqual(['ledger_damaged', { head: true }])
      tamper(folder, (db) => {
        const { value } = db.prepare(`SELECT ${column} AS value FROM head`).get() as {
          value: unknown
        }
        const back = Buffer.isBuffer(value) ? flipByte(value, 3) : Number(value) + 1
        db.prepare(`UPDATE head SET ${column} = ?`).run(back)
      })
    }
    tamper(folder, (db) => db.exec('DELETE FROM head'))
    expect(await failureCode(() => reopen(folder, NATIVE))).toBe('ledger_damaged')
  })

  it('notices an old state of everything but the entries', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    let old: unknown[] = []
    tamper(folder, (db) => {
      old = Object.values(db.prepare('SELECT * FROM head').get() as object)
    })
    const again = await reopen(folder, NATIVE)
    again.close()
    tamper(folder, (db) =>
      db.prepare('INSERT OR REPLACE INTO head VALUES (?, ?, ?, ?, ?, ?)').run(...old),
    )
    expect(await failureCode(() => reopen(folder, NATIVE))).toBe('ledger_reordered')
  })

  it('reports every damaged entry of many, and goes on to the end', async () => {
    const folder = await makeFilled(NATIVE, 300)
    const harmed = [4, 5, 50, 51, 150, 299]
    tamper(folder, (db) => {
      for (const seq of harmed) {
        const row = rowAt(db, seq)
        put(db, { ...row, box: flipByte(row.box, 0) })
      }
      remove(db, 200)
    })
    const vault = await reopen(folder, NATIVE, { readOnly: true })
    const { damaged, entries, ok } = await vault.ledger.verify({ signatures: true })
    expect(ok).toBe(false)
    expect(entries).toBe(302 - harmed.length - 1)
    expect(damaged.map(({ seq, code }) => [seq, code])).toEqual(
      [4, 5, 50, 51, 150, 200, 299].map((seq) => [
        seq,
        seq === 200 ? 'ledger_missing_entry' : 'ledger_damaged',
      ]),
    )
  })

  it('reads on past a row whose columns have the wrong form', async () => {
    const folder = await makeFilled(NATIVE, 300)
    tamper(folder, (db) => {
      db.pragma('ignore_check_constraints = ON')
      put(db, { ...rowAt(db, 100), prev: Buffer.alloc(3) })
    })
    const vault = await reopen(folder, NATIVE, { readOnly: true })
    const items = await scanned(vault)
    expect(damageIn(items)).toEqual([{ what: 'entry', code: 'ledger_damaged', seq: 100 }])
    expect(intactIn(items)).toHaveLength(301)
  })

  it('reads on past a page that SQLite cannot read, and loses no more than that page', async () => {
    const folder = await makeFilled(NATIVE, 300)
    const page = { number: 0, size: 0, rows: 0 }
    tamper(folder, (db) => {
      const leaves = db
        .prepare("SELECT pageno, ncell FROM dbstat WHERE name = 'ledger' AND pagetype = 'leaf'")
        .all() as { pageno: number; ncell: number }[]
      const leaf = leaves[Math.floor(leaves.length / 2)]
      page.number = leaf?.pageno ?? 0
      page.rows = leaf?.ncell ?? 0
      page.size = Number(db.pragma('page_size', { simple: true }))
    })
    const path = vaultPaths(folder).database
    const bytes = readFileSync(path)
    bytes.fill(0xff, (page.number - 1) * page.size, page.number * page.size)
    writeFileSync(path, bytes)
    const vault = await reopen(folder, NATIVE, { readOnly: true })
    const items = await scanned(vault)
    expect(page.rows).toBeGreaterThan(0)
    const lost = damageIn(items)
    expect(lost).toHaveLength(page.rows)
    expect(new Set(lost.map(({ code }) => code))).toEqual(new Set(['ledger_damaged']))
    expect(intactIn(items)).toHaveLength(302 - page.rows)
    expect(await failureCode(() => readAll(vault))).toBe('ledger_damaged')
  })
})

describe('signatures', () => {
  /** A device that seals properly but signs with something else than its key. */
  const lying = new Proxy(NATIVE, {
    get(target, name) {
      if (name === 'sign') return () => Buffer.alloc(64, 1)
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

  it('are checked against the device that is named, when asked', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    const liar = await reopen(folder, lying)
    liar.ledger.append([{ op: 'record.set', record: recordId(1), body: { n: 1 } }])
    liar.close()
    const honest = await reopen(folder, NATIVE)
    const { ok, damaged } = await honest.ledger.verify({ signatures: true })
    expect(ok).toBe(false)
    expect(damaged).toEqual([
      { what: 'entry', code: 'ledger_signature_invalid', seq: 3 },
      { what: 'entry', code: 'ledger_signature_invalid', seq: 4 },
    ])
    expect((await honest.ledger.verify({ signatures: false })).ok).toBe(true)
    // Unlocking does not check them: what opens was written by a holder of the root key.
    expect(await readAll(honest)).toHaveLength(5)
  })

  it('count for nothing from a device that was never introduced', async () => {
    const folder = await makeFilled(NATIVE, 2)
    tamper(folder, (db) => {
      const row = rowAt(db, 1)
      put(db, { ...row, box: flipByte(row.box, 0) })
    })
    const vault = await reopen(folder, NATIVE, { readOnly: true })
    const { damaged } = await vault.ledger.verify({ signatures: false })
    expect(damaged.map(({ code, seq }) => [code, seq])).toEqual([
      ['ledger_damaged', 1],
      ['ledger_signature_invalid', 2],
      ['ledger_signature_invalid', 3],
      ['ledger_signature_invalid', 4],
      ['keys_damaged', undefined],
    ])
  })
})
