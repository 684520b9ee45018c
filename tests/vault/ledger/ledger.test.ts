/** Appending, reading, erasing: what the ledger promises to those above it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../electron/vault/db/sqlite.ts'
import type { OpenedEntry } from '../../../electron/vault/ledger/types.ts'
import type { RecordId } from '../../../shared/ids.ts'
import {
  eachPair,
  failure,
  failureCode,
  make,
  makeFilled,
  NATIVE,
  readAll,
  recordId,
  reopen,
  tamper,
} from '../../support/coreVault.ts'

const set = (record: RecordId, body: unknown) => ({ op: 'record.set', record, body })

eachPair('a ledger', ({ writer, reader }) => {
  it('gives back what was appended, in order, sealed or not, after it was closed', async () => {
    const { vault, folder } = await make(writer)
    const bodies = [
      { name: 'Ґ' },
      [1, 2, { x: null }],
      'text',
      0,
      true,
      null,
      { long: 'я'.repeat(9000) },
    ]
    const appended = vault.ledger.append(bodies.map((body, n) => set(recordId(n + 1), body)))
    const [note] = vault.ledger.append([{ op: 'backup.made', body: { copied: 3 } }])
    expect(appended.map(({ seq }) => seq)).toEqual([3, 4, 5, 6, 7, 8, 9])
    expect(vault.ledger.head()).toEqual({ seq: 10, hash: note?.hash })
    vault.close()
    const again = await reopen(folder, reader)
    const entries = (await readAll(again)) as OpenedEntry[]
    expect(entries.slice(2, 9).map((entry) => 'body' in entry && entry.body)).toEqual(bodies)
    expect(entries[9]).toMatchObject({ op: 'backup.made', state: 'open', body: { copied: 3 } })
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(new Set(entries.map(({ author }) => author))).toEqual(new Set([again.ledger.device]))
    expect((await again.ledger.verify({ signatures: true })).ok).toBe(true)
  })

  it('refuses an id of zeros, which marks a free place in a key page, and goes on', async () => {
    const { vault, folder } = await make(writer)
    expect(() => vault.ledger.append([set(recordId(0), 'x')])).toThrow('invariant')
    expect(vault.ledger.recordState(recordId(0))).toBe('unknown')
    vault.ledger.append([set(recordId(1), 'y')])
    vault.close()
    const again = await reopen(folder, reader)
    expect(await readAll(again)).toHaveLength(4)
    expect((await again.ledger.verify({ signatures: true })).ok).toBe(true)
  })

  it('makes an erased record unreadable for ever and still verifies', async () => {
    const { vault, folder } = await make(writer)
    vault.ledger.append([set(recordId(1), { secret: 'x' }), set(recordId(2), { kept: true })])
    const erased = vault.ledger.erase(recordId(1))
    expect(erased).toMatchObject({ op: 'record.erase', record: recordId(1), seq: 5 })
    expect(vault.ledger.recordState(recordId(1))).toBe('erased')
    vault.close()
    const again = await reopen(folder, reader)
    expect(again.ledger.recordState(recordId(1))).toBe('erased')
    expect(again.ledger.recordState(recordId(2))).toBe('known')
    expect(again.ledger.recordState(recordId(3))).toBe('unknown')
    const entries = (await readAll(again)) as OpenedEntry[]
    expect(entries[2]).toMatchObject({ seq: 3, record: recordId(1), state: 'erased' })
    expect(entries[2]).not.toHaveProperty('body')
    expect(entries[3]).toMatchObject({ seq: 4, state: 'open', body: { kept: true } })
    expect(entries[4]).toMatchObject({ op: 'record.erase', state: 'open' })
    expect((await again.ledger.verify({ signatures: true })).ok).toBe(true)
    const write = () => again.ledger.append([set(recordId(1), {})])
    expect(await failureCode(write)).toBe('erased')
    expect(await failureCode(() => again.ledger.erase(recordId(1)))).toBe('erased')
    expect(await failureCode(() => again.ledger.erase(recordId(9)))).toBe('not_found')
  })

  it('keeps the keys of more records than a page holds, in either compartment', async () => {
    const { vault, folder } = await make(writer)
    for (const count of [63, 64, 65, 130]) {
      vault.ledger.append(
        Array.from({ length: count }, (_, n) => ({
          ...set(recordId(count * 1000 + n), { count, n }),
          compartment: n % 2 === 0 ? (0 as const) : (1 as const),
        })),
      )
    }
    vault.close()
    const entries = (await readAll(await reopen(folder, reader))) as OpenedEntry[]
    const open = entries.filter(({ op, state }) => op === 'record.set' && state === 'open')
    expect(open).toHaveLength(63 + 64 + 65 + 130)
  })
})

describe('appending', () => {
  it('is all or nothing', async () => {
    const { vault } = await make(NATIVE)
    const before = vault.ledger.head()
    const huge = 'x'.repeat(1024 * 1024)
    const append = () => vault.ledger.append([set(recordId(1), 1), set(recordId(2), huge)])
    expect(await failureCode(append)).toBe('too_large')
    expect(vault.ledger.head()).toEqual(before)
    expect(vault.ledger.recordState(recordId(1))).toBe('unknown')
    expect(vault.ledger.append([])).toEqual([])
    vault.ledger.append([set(recordId(1), 1), set(recordId(1), 2)])
    expect(await readAll(vault)).toHaveLength(4)
    expect((await vault.ledger.verify({ signatures: true })).ok).toBe(true)
  })

  it('hides the same body behind other bytes each time, in buckets', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.ledger.append([1, 2, 3].map(() => set(recordId(1), { same: true })))
    vault.close()
    tamper(folder, (db) => {
      const rows = db.prepare('SELECT box, nonce FROM ledger').all() as {
        box: Buffer
        nonce: Buffer
      }[]
      const sizes = rows.map(({ box }) => box.length - 16)
      for (const size of sizes) expect([256, 384, 512]).toContain(size)
      expect(new Set(rows.map(({ box }) => box.toString('hex'))).size).toBe(rows.length)
      expect(new Set(rows.map(({ nonce }) => nonce.toString('hex'))).size).toBe(rows.length)
    })
  })

  it('writes the clock as it is, even when it runs backwards', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    let time = 5000
    const again = await reopen(folder, NATIVE, { now: () => time })
    time = 4000
    const [earlier] = again.ledger.append([set(recordId(1), 1)])
    expect(earlier?.time).toBe(4000)
  })

  it('leaves erasing and devices to those who do it', async () => {
    const { vault } = await make(NATIVE)
    for (const op of ['record.erase', 'device.add', 'Record Set']) {
      expect(() => vault.ledger.append([{ op, body: {} }])).toThrow('invariant')
    }
  })
})

describe('the database', () => {
  it('refuses to change or delete an entry', async () => {
    const folder = await makeFilled(NATIVE, 2)
    const db = openDatabase(join(folder, 'vault.db'))
    expect(() => db.exec("UPDATE ledger SET box = x'00' WHERE seq = 1")).toThrow('never changed')
    expect(() => db.exec('DELETE FROM ledger WHERE seq = 1')).toThrow('never deleted')
    db.close()
  })

  it('overwrites what it frees, in the file and in the log', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.ledger.append([set(recordId(1), { secret: 'x' })])
    let before: Buffer = Buffer.alloc(0)
    vault.close()
    tamper(folder, (db) => {
      before = (db.prepare('SELECT box FROM keypage WHERE place = 0').get() as { box: Buffer }).box
    })
    expect(readFileSync(join(folder, 'vault.db')).includes(before.subarray(0, 64))).toBe(true)
    const again = await reopen(folder, NATIVE)
    again.ledger.erase(recordId(1))
    // While the vault is still open: neither file holds the page with the key any more.
    for (const name of ['vault.db', 'vault.db-wal']) {
      const path = join(folder, name)
      if (existsSync(path)) expect(readFileSync(path).includes(before.subarray(0, 64))).toBe(false)
    }
  })
})

describe('reading', () => {
  it('starts where it is told and checks the link there', async () => {
    const vault = await reopen(await makeFilled(NATIVE, 20), NATIVE)
    for (const fromSeq of [1, 2, 21, 22, 23, 24]) {
      const seqs = []
      for await (const slice of vault.ledger.readSlices({ fromSeq })) {
        seqs.push(...slice.map(({ seq }) => seq))
      }
      const expected = Array.from({ length: 24 - fromSeq }, (_, n) => fromSeq + n)
      expect(seqs).toEqual(expected)
    }
  })

  it('gives the event loop a turn between slices, and can be cancelled', async () => {
    const vault = await reopen(await makeFilled(NATIVE, 300), NATIVE)
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 0)
    let slices = 0
    for await (const slice of vault.ledger.readSlices({ sliceMs: 0 })) {
      slices += 1
      expect(slice.length).toBeGreaterThan(0)
    }
    clearInterval(timer)
    expect(slices).toBe(303)
    expect(turns).toBeGreaterThan(0)
    const abort = new AbortController()
    const read = async () => {
      for await (const _ of vault.ledger.readSlices({ sliceMs: 0, signal: abort.signal }))
        abort.abort()
    }
    expect(await failureCode(read)).toBe('cancelled')
  })

  it('reads what is appended meanwhile', async () => {
    const { vault } = await make(NATIVE)
    const seqs = []
    for await (const slice of vault.ledger.readSlices({ sliceMs: 0 })) {
      if (seqs.length === 0) vault.ledger.append([set(recordId(1), 1)])
      seqs.push(...slice.map(({ seq }) => seq))
    }
    expect(seqs).toEqual([1, 2, 3])
  })

  it('finds single entries, and says which are not there', async () => {
    const vault = await reopen(await makeFilled(NATIVE, 5), NATIVE)
    const entries = vault.ledger.readMany([7, 3])
    expect(entries.map(({ seq }) => seq)).toEqual([7, 3])
    expect(entries[1]).toMatchObject({ record: recordId(2), body: { n: 1 } })
    const error = await failure(() => vault.ledger.readMany([99]))
    expect([error.code, error.details]).toEqual(['ledger_missing_entry', { seq: 99 }])
  })

  it('reports progress of a verification to its end', async () => {
    const vault = await reopen(await makeFilled(NATIVE, 5), NATIVE)
    const seen: number[][] = []
    await vault.ledger.verify({ signatures: true, onProgress: (...at) => seen.push(at) })
    expect(seen.at(-1)).toEqual([8, 8])
  })
})

describe('a closed compartment', () => {
  it('hides its records, says so, and does not let a second key be made', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.ledger.append([
      { ...set(recordId(1), { identity: 'x' }), compartment: 1 },
      set(recordId(2), { code: 'W-7' }),
    ])
    vault.close()
    const closed = await reopen(folder, NATIVE, { closedCompartments: [1] })
    const entries = (await readAll(closed)) as OpenedEntry[]
    expect(entries[2]).toMatchObject({ record: recordId(1), state: 'closed' })
    expect(entries[3]).toMatchObject({ record: recordId(2), state: 'open' })
    for (const compartment of [{ compartment: 1 as const }, {}]) {
      const write = () => closed.ledger.append([{ ...set(recordId(1), {}), ...compartment }])
      expect(await failureCode(write)).toBe('custodian_closed')
    }
    expect(await failureCode(() => closed.ledger.erase(recordId(1)))).toBe('custodian_closed')
    closed.ledger.append([{ ...set(recordId(3), {}), compartment: 0 }])
    closed.ledger.append([set(recordId(2), { code: 'W-8' })])
    expect((await closed.ledger.verify({ signatures: true })).ok).toBe(true)
    closed.close()
    const opened = (await readAll(await reopen(folder, NATIVE))) as OpenedEntry[]
    expect(opened[2]).toMatchObject({ state: 'open', body: { identity: 'x' } })
    expect(opened.filter(({ op }) => op === 'record.set')).toHaveLength(4)
  })
})
