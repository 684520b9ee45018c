/** Key pages: bound to vault, place and moment; damage to one is noticed before anything is read. */
import { describe, expect, it } from 'vitest'
import {
  openKeyPage,
  PAGE_PLAIN_BYTES,
  sealKeyPage,
} from '../../../electron/vault/ledger/keyPages.ts'
import { KeyRing } from '../../../electron/vault/ledger/keyRing.ts'
import type { OpenedEntry } from '../../../electron/vault/ledger/types.ts'
import { isDamage } from '../../../electron/vault/ledger/types.ts'
import {
  eachBuild,
  eachPair,
  failureCode,
  flipByte,
  make,
  NATIVE,
  readAll,
  recordId,
  reopen,
  tamper,
} from '../../support/coreVault.ts'

const VAULT = Buffer.alloc(16, 1)
const KEY = Buffer.alloc(32, 2)
const set = (n: number, compartment: 0 | 1 = 0) => ({
  op: 'record.set',
  record: recordId(n),
  compartment,
  body: { n },
})

interface Page {
  place: number
  nonce: Buffer
  box: Buffer
}
const DEVICES = 255 * 2 ** 32
const WITNESSES = 2 ** 32

eachPair('a key page', ({ writer, reader }) => {
  it('opens in its vault, compartment and place, and nowhere else', () => {
    const plain = Buffer.alloc(PAGE_PLAIN_BYTES, 3)
    const row = sealKeyPage(writer, VAULT, KEY, 1, 5, plain)
    expect(openKeyPage(reader, VAULT, KEY, row)?.equals(plain)).toBe(true)
    const wrong = [
      openKeyPage(reader, flipByte(VAULT, 0), KEY, row),
      openKeyPage(reader, VAULT, flipByte(KEY, 0), row),
      openKeyPage(reader, VAULT, KEY, { ...row, page: 6 }),
      openKeyPage(reader, VAULT, KEY, { ...row, compartment: 0 }),
      openKeyPage(reader, VAULT, KEY, { ...row, box: flipByte(row.box, 100) }),
      openKeyPage(reader, VAULT, KEY, { ...row, nonce: flipByte(row.nonce, 1) }),
      openKeyPage(reader, VAULT, KEY, sealKeyPage(writer, VAULT, KEY, 1, 5, plain.subarray(1))),
    ]
    for (const opened of wrong) expect(opened).toBeUndefined()
  })

  it('that was damaged, removed, added or put back to an older state is noticed', async () => {
    const { vault, folder } = await make(writer)
    vault.ledger.append([set(1)])
    vault.close()
    const pages: Page[] = []
    tamper(folder, (db) => pages.push(...(db.prepare('SELECT * FROM keypage').all() as Page[])))
    expect(pages.map(({ place }) => place)).toEqual([0, WITNESSES, DEVICES])
    const again = await reopen(folder, reader)
    again.ledger.append([set(2), set(3, 1)])
    again.close()
    const put = (page: Page) =>
      tamper(folder, (db) => {
        const { place, nonce, box } = page
        db.prepare('INSERT OR REPLACE INTO keypage VALUES (?, ?, ?)').run(place, nonce, box)
      })
    const now: Page[] = []
    tamper(folder, (db) => now.push(...(db.prepare('SELECT * FROM keypage').all() as Page[])))
    for (const [index, page] of now.entries()) {
      put({ ...page, box: flipByte(page.box, 7) })
      expect(await failureCode(() => reopen(folder, reader))).toBe('keys_damaged')
      put({ ...page, nonce: flipByte(page.nonce, 7) })
      expect(await failureCode(() => reopen(folder, reader))).toBe('keys_damaged')
      tamper(folder, (db) => db.prepare('DELETE FROM keypage WHERE place = ?').run(page.place))
      expect(await failureCode(() => reopen(folder, reader))).toBe('keys_damaged')
      put(page)
      const old = pages[index] as Page
      if (!old.box.equals(page.box)) {
        put(old)
        expect(await failureCode(() => reopen(folder, reader))).toBe('keys_damaged')
        put(page)
      }
    }
    put({ ...(now[0] as Page), place: 1 })
    expect(await failureCode(() => reopen(folder, reader))).toBe('keys_damaged')
    tamper(folder, (db) => db.exec('DELETE FROM keypage WHERE place = 1'))
    const healed = await reopen(folder, reader)
    expect((await healed.ledger.verify({ signatures: true })).ok).toBe(true)
  })

  it('of the witnesses is lost with the key of its compartment, and that is noticed', async () => {
    const { vault, folder } = await make(writer)
    vault.ledger.append([set(1, 1)])
    vault.close()
    const flip = () =>
      tamper(folder, (db) => {
        const { box } = db.prepare('SELECT box FROM compartment').get() as { box: Buffer }
        db.prepare('UPDATE compartment SET box = ?').run(flipByte(box, 0))
      })
    flip()
    expect(await failureCode(() => reopen(folder, reader))).toBe('keys_damaged')
    flip()
    tamper(folder, (db) => db.exec('UPDATE compartment SET compartment = 2'))
    expect(await failureCode(() => reopen(folder, reader))).toBe('keys_damaged')
    tamper(folder, (db) => db.exec('DELETE FROM compartment'))
    expect(await failureCode(() => reopen(folder, reader))).toBe('keys_damaged')
  })
})

eachBuild('a page that contradicts itself', (sodium) => {
  const ringOf = (plains: Buffer[], compartment = 0) =>
    new KeyRing({
      sodium,
      vaultId: VAULT,
      pageKeys: new Map([[compartment, KEY]]),
      compartmentParts: [],
      rows: plains.map((plain, page) => sealKeyPage(sodium, VAULT, KEY, compartment, page, plain)),
      tolerateDamage: false,
    })
  const filled = (places: number[]) => {
    const plain = Buffer.alloc(PAGE_PLAIN_BYTES)
    for (const place of places) {
      plain.fill(place + 1, place * 48, place * 48 + 48)
    }
    return plain
  }

  it('is refused: a free place before a filled one, rest of a key, the same record twice', async () => {
    const all = Array.from({ length: 64 }, (_, n) => n)
    expect(ringOf([filled([0, 1, 2])]).keyOf(recordId(0))).toBe('unknown')
    expect(await failureCode(() => ringOf([filled([0, 2])]))).toBe('keys_damaged')
    const rest = filled([0])
    rest[48 + 20] = 1
    expect(await failureCode(() => ringOf([rest]))).toBe('keys_damaged')
    const twice = filled([0, 1])
    twice.copy(twice, 48, 0, 16)
    expect(await failureCode(() => ringOf([twice]))).toBe('keys_damaged')
    expect(await failureCode(() => ringOf([filled(all), filled([0])]))).toBe('keys_damaged')
    expect(await failureCode(() => ringOf([filled([0]), filled([])]))).toBe('keys_damaged')
    expect(ringOf([filled(all), filled([])]).hasClosedPages).toBe(false)
  })
})

describe('a staged change', () => {
  const empty = () =>
    new KeyRing({
      sodium: NATIVE,
      vaultId: VAULT,
      pageKeys: new Map([[0, KEY]]),
      compartmentParts: [],
      rows: [],
      tolerateDamage: false,
    })

  it('becomes part of the ring with its commit and leaves nothing when dropped', () => {
    const ring = empty()
    const before = ring.hash()
    const dropped = ring.stage()
    dropped.addRecord(recordId(1), 0)
    dropped.seal()
    dropped.drop()
    expect(ring.keyOf(recordId(1))).toBe('unknown')
    expect(ring.hash()).toEqual(before)
    const stage = ring.stage()
    const key = Buffer.from(stage.addRecord(recordId(1), 0))
    const { hash, pages } = stage.seal()
    expect(ring.keyOf(recordId(1))).toBe('unknown')
    stage.commit()
    expect(ring.keyOf(recordId(1))).toEqual(key)
    expect(ring.hash()).toEqual(hash)
    expect(pages).toHaveLength(1)
  })

  it('fills pages of 64 one after the other', () => {
    const ring = empty()
    const counts: number[] = []
    for (let n = 1; n <= 129; n += 1) {
      const stage = ring.stage()
      stage.addRecord(recordId(n), 0)
      counts.push(stage.seal().pages[0]?.page ?? -1)
      stage.commit()
    }
    expect(counts).toEqual(Array.from({ length: 129 }, (_, n) => Math.floor(n / 64)))
  })

  it('wipes the key of an erased record from memory and keeps its name', () => {
    const ring = empty()
    const first = ring.stage()
    first.addRecord(recordId(1), 0)
    first.seal()
    first.commit()
    const held = ring.keyOf(recordId(1)) as Buffer
    const second = ring.stage()
    second.erase(recordId(1))
    second.seal()
    second.commit()
    expect(ring.keyOf(recordId(1))).toBe('erased')
    expect(ring.erasedRecords()).toEqual([recordId(1)])
    expect(held.equals(Buffer.alloc(32))).toBe(true)
  })
})

describe('salvage', () => {
  it('reads what still opens, names what does not, and writes nothing', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.ledger.append(Array.from({ length: 70 }, (_, n) => set(n + 1)))
    vault.close()
    tamper(folder, (db) => {
      db.exec('UPDATE keypage SET nonce = zeroblob(24) WHERE place = 0')
      db.exec('UPDATE head SET seq = seq + 1')
    })
    expect(await failureCode(() => reopen(folder, NATIVE))).toBe('keys_damaged')
    const salvage = await reopen(folder, NATIVE, { salvage: true })
    expect(salvage.notices).toEqual(['head_damaged', 'keys_damaged'])
    expect(salvage.readOnly).toBe(true)
    const items = []
    for await (const slice of salvage.ledger.scanSlices()) items.push(...slice)
    const open = items.filter((item): item is OpenedEntry => !isDamage(item))
    expect(open.filter(({ op }) => op === 'record.set').map(({ record }) => record)).toEqual(
      [65, 66, 67, 68, 69, 70].map(recordId),
    )
    expect(items.filter(isDamage).map(({ code }) => code)).toEqual(Array(64).fill('keys_damaged'))
    expect(await failureCode(() => readAll(salvage))).toBe('keys_damaged')
    expect(await failureCode(() => salvage.ledger.append([{ op: 'note.add', body: 1 }]))).toBe(
      'read_only',
    )
  })
})
