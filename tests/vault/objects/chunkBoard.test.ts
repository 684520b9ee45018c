/** Each chunk is sealed once, by whoever takes it first, and the last one is known as the last. */
import { describe, expect, it } from 'vitest'
import { ChunkCipher } from '../../../electron/vault/objects/chunkCipher.ts'
import { ChunkSealer } from '../../../electron/vault/objects/chunkSealer.ts'
import { chunkAad, encodeHeader } from '../../../electron/vault/objects/format.ts'
import { makeRingMemory, RING_BYTES, Ring } from '../../../electron/vault/objects/ring.ts'
import {
  BOX_BYTES,
  CHUNK_BYTES,
  chunkOffset,
  RingSealing,
} from '../../../electron/vault/objects/ringSealing.ts'
import { eachBuild } from '../../support/coreVault.ts'
import { pattern, VAULT_ID } from './support/objects.ts'

describe('the board of chunks', () => {
  it('gives each chunk to one taker, from the front and from the back', () => {
    const { board } = new Ring(makeRingMemory())
    expect(board.takeFirst(0)).toBeUndefined()
    for (const index of [0, 1, 2, 3]) board.ready(index)
    expect([board.takeFirst(0), board.takeLast(), board.takeLast(), board.takeFirst(0)]).toEqual([
      0, 3, 2, 1,
    ])
    expect(board.takeFirst(0)).toBeUndefined()
    expect(board.takeLast()).toBeUndefined()
  })

  it('says what is sealed only when it is', () => {
    const { board } = new Ring(makeRingMemory())
    board.ready(0)
    expect(board.isSealed(0)).toBe(false)
    board.takeFirst(0)
    expect(board.isSealed(0)).toBe(false)
    board.sealed(0)
    expect(board.isSealed(0)).toBe(true)
    expect(board.sealedCount).toBe(1)
    board.leave(0)
    expect(board.isSealed(0)).toBe(false)
  })

  it('is used again and again for as many chunks as come', () => {
    const { board } = new Ring(makeRingMemory())
    for (let index = 0; index < 300; index += 1) {
      board.ready(index)
      expect(board.takeLast()).toBe(index)
      expect(board.isSealed(index)).toBe(false)
      board.sealed(index)
      board.leave(index)
    }
    expect(board.sealedCount).toBe(300)
  })

  it('knows the last chunk and its length before anybody can take it', () => {
    const { board } = new Ring(makeRingMemory())
    board.ready(0)
    board.readyLast(1, 17)
    expect([board.isLast(0), board.isLast(1)]).toEqual([false, true])
    expect([board.lengthOf(0, 100), board.lengthOf(1, 100)]).toEqual([100, 17])
  })

  it('wakes who is parked when a chunk changes, once, and nobody else', () => {
    let woken = 0
    const memory = makeRingMemory()
    const ring = new Ring(memory, () => {
      woken += 1
    })
    const parked = new Ring(memory)
    ring.board.ready(0)
    expect(woken).toBe(0)
    parked.park()
    parked.release(1)
    expect(woken).toBe(0)
    ring.board.ready(1)
    ring.board.ready(2)
    expect(woken).toBe(1)
  })
})

eachBuild('sealing in a ring', (sodium) => {
  it('gives what sealing by itself gives, around the end too', () => {
    const key = pattern(32, 7)
    const aad = chunkAad(encodeHeader(), VAULT_ID)
    const ring = new Ring(makeRingMemory())
    const sealing = new RingSealing(ring, new ChunkSealer(sodium, key, aad))
    const around = Math.floor(RING_BYTES / BOX_BYTES)
    ring.release(2)
    for (const [index, length] of [
      [around - 1, CHUNK_BYTES],
      [around, CHUNK_BYTES],
      [around + 1, 1000],
    ] as const) {
      const plain = pattern(length, index)
      const [first, second] = ring.parts(chunkOffset(index), length)
      first.set(plain.subarray(0, first.length))
      second.set(plain.subarray(first.length))
      const isLast = length < CHUNK_BYTES
      if (isLast) ring.board.readyLast(index, length)
      else ring.board.ready(index)
      expect(sealing.sealFirst(index)).toBe(true)
      const expected = Buffer.alloc(length + 16)
      new ChunkCipher(sodium, key, aad).seal(expected, plain, index, isLast)
      const sealed = Buffer.concat(ring.parts(chunkOffset(index), length + 16))
      expect(sealed.equals(expected)).toBe(true)
    }
    expect(ring.parts(chunkOffset(around), BOX_BYTES)[1].length).toBeGreaterThan(0)
    expect(sealing.sealFirst(0)).toBe(false)
    expect(sealing.sealLast()).toBe(false)
  })
})
