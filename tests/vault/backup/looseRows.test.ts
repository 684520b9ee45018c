/** Damage of a segment costs the rows that it lies in and no others, wherever it begins and ends. */
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { likelyRows, looseRows } from '../../../electron/vault/backup/looseRows.ts'
import {
  ROW_FIXED_BYTES,
  SEGMENT_HEADER_BYTES,
  segmentBytes,
} from '../../../electron/vault/backup/segment.ts'
import type { RawRow } from '../../../electron/vault/db/rows.ts'
import { entryHash, genesisHash } from '../../../electron/vault/ledger/chain.ts'
import { NATIVE } from '../../support/coreVault.ts'
import { Random } from '../../support/generator/random.ts'

const VAULT_ID = Buffer.alloc(16, 7)
const SIZES = [272, 400, 528, 272, 784, 1040, 6_160, 272]
const FIRST = 21

function chain(count: number): RawRow[] {
  const rows: RawRow[] = []
  let prev = genesisHash(NATIVE, VAULT_ID)
  for (let n = 0; n < count; n += 1) {
    const box = randomBytes(SIZES[n % SIZES.length] ?? 272)
    const row = { seq: FIRST + n, prev, nonce: randomBytes(24), box }
    prev = entryHash(NATIVE, VAULT_ID, row)
    rows.push(row)
  }
  return rows
}

const rows = chain(24)
const range = { first: FIRST, last: FIRST + rows.length - 1 }
const segment = Buffer.concat([...segmentBytes(VAULT_ID, range, [rows]), randomBytes(32)])
const places = rows.map((_, n) => {
  const at = rows
    .slice(0, n)
    .reduce((sum, { box }) => sum + ROW_FIXED_BYTES + box.length, SEGMENT_HEADER_BYTES)
  return { at, end: at + ROW_FIXED_BYTES + (rows[n]?.box.length ?? 0) }
})

/** Every row without a byte in from … to is found as it was. */
function expectOthers(damaged: Buffer, from: number, to: number): void {
  const found = [...looseRows(damaged)]
  const likely = [...likelyRows(damaged, range, NATIVE, VAULT_ID)]
  const isIn = (all: readonly RawRow[], row: RawRow) =>
    all.some(
      ({ seq, prev, nonce, box }) =>
        seq === row.seq && prev.equals(row.prev) && nonce.equals(row.nonce) && box.equals(row.box),
    )
  const lost = rows.filter((row, n) => {
    const { at = 0, end = 0 } = places[n] ?? {}
    return (from >= end || to <= at) && !(isIn(found, row) && isIn(likely, row))
  })
  expect([from, to, ...lost.map(({ seq }) => seq)]).toEqual([from, to])
}

const zeroed = (from: number, to: number) =>
  Buffer.from(segment).fill(0, from, Math.min(to, segment.length))

describe('a damaged segment', () => {
  it('gives every row of a whole one, in order', () => {
    expect([...looseRows(segment)].map(({ seq }) => seq)).toEqual(rows.map(({ seq }) => seq))
  })

  it('gives all rows but those with a zeroed byte', () => {
    const borders = places.flatMap(({ at, end }) => [at, end])
    // From and to each byte of what stands before a box, and one byte to either side of a row.
    for (const border of borders.filter((_, n) => n % 6 === 0)) {
      for (let off = -2; off <= ROW_FIXED_BYTES + 1; off += 1) {
        for (const length of [1, 700, 20_000]) {
          const from = Math.max(0, border + off)
          expectOthers(zeroed(from, from + length), from, from + length)
          const back = Math.max(0, from - length)
          expectOthers(zeroed(back, from), back, from)
        }
      }
    }
  })

  it('gives all rows but the one with a flipped bit or byte, whatever number it now has', () => {
    const random = new Random('looseRows')
    for (const { at } of places) {
      // Every byte of the number and of the length; the others break nothing but themselves.
      for (const off of [0, 1, 2, 3, 4, 5, 6, 7, 64, 65, 66, 67]) {
        for (let bit = 0; bit < 8; bit += 1) {
          const damaged = Buffer.from(segment)
          damaged.writeUInt8(damaged.readUInt8(at + off) ^ (1 << bit), at + off)
          expectOthers(damaged, at + off, at + off + 1)
        }
        const damaged = Buffer.from(segment)
        damaged.writeUInt8(random.int(0, 255), at + off)
        expectOthers(damaged, at + off, at + off + 1)
      }
    }
  })

  it('gives all rows before a cut', () => {
    for (const cut of [
      0,
      10,
      SEGMENT_HEADER_BYTES,
      ...places.flatMap(({ end }) => [end - 1, end]),
    ]) {
      expectOthers(segment.subarray(0, cut), cut, segment.length)
    }
  })

  it('takes of rows with one number the one that its neighbours vouch for', () => {
    const [row, other] = [rows[5], rows[2]]
    const damaged = Buffer.from(segment)
    // Row 3 now says that it is row 6, and comes first.
    damaged.writeUInt8(row?.seq ?? 0, places[2]?.at ?? 0)
    const found = [...likelyRows(damaged, range, NATIVE, VAULT_ID)]
    expect(found.map(({ seq }) => seq)).toEqual(
      rows.map(({ seq }) => seq).filter((seq) => seq !== other?.seq),
    )
    expect(found.find(({ seq }) => seq === row?.seq)?.box.equals(row?.box ?? Buffer.alloc(0))).toBe(
      true,
    )
  })
})
