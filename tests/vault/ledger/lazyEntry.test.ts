/** The memory that a thread fills again for each stretch of the ledger. */
import { expect, it } from 'vitest'
import { ReusedBodyMemory } from '../../../electron/vault/ledger/lazyEntry.ts'

const PIECE = 1024 * 1024

it('gives room that is nobody else’s until it is used again, and then the same', () => {
  const memory = new ReusedBodyMemory()
  const reading = () =>
    Array.from({ length: 30 }, (_, number) => {
      const { piece, start } = memory.take(100_000)
      const body = piece.subarray(start, start + 100_000).fill(number + 1)
      expect(body).toHaveLength(100_000)
      return body
    })
  const first = reading()
  for (const [number, body] of first.entries())
    expect(body.every((byte) => byte === number + 1)).toBe(true)
  memory.reuse()
  const second = reading()
  expect(new Set([...first, ...second].map(({ buffer }) => buffer)).size).toBe(3)
  for (const [number, body] of second.entries())
    expect(body.every((byte) => byte === number + 1)).toBe(true)
})

it('gives a large body memory of its own', () => {
  const memory = new ReusedBodyMemory()
  const { piece: small } = memory.take(10)
  const { piece, start } = memory.take(PIECE * 2)
  expect([piece.length, start, piece === small]).toEqual([PIECE * 2, 0, false])
  expect(memory.take(10).piece).toBe(small)
})

it('is wiped in the end', () => {
  const memory = new ReusedBodyMemory()
  const { piece } = memory.take(10)
  piece.fill(7)
  memory.wipe()
  expect(piece.every((byte) => byte === 0)).toBe(true)
})
