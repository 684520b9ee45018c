/**
 * The memory two threads share while they store one object: a ring that holds a moving window of the
 * object's bytes, so that reading, sealing, hashing and writing go on at once and never copy. One thread
 * reads plaintext into it and writes out what is sealed (diskWorker.ts), the other turns the one into the
 * other where it lies (sealWorker.ts).
 *
 * It is WebAssembly memory only because that begins on a page boundary, which a SharedArrayBuffer does not
 * promise and writing past the system's file cache asks for.
 */
import { VaultError } from '../../../shared/errors.ts'
import { KEY_BYTES } from '../crypto/sodium.ts'
import type { SealTarget } from './sealStream.ts'

const PAGE = 65536
/** What is written at once. */
export const SPAN_BYTES = 1 << 20
/** Room for eight spans: the threads seldom wait for each other. Must be a multiple of SPAN_BYTES. */
const RING_BYTES = 8 * SPAN_BYTES

/** Counters in the first page. `event` changes whenever a waiting thread must look again. */
const Slot = { event: 0, releasedSpans: 1, cancelled: 2, sealedChunks: 3, readChunks: 4 } as const
const COUNTERS = 5
const KEY_OFFSET = 1024

export type RingMemory = SharedArrayBuffer

export function makeRingMemory(): RingMemory {
  const pages = 1 + RING_BYTES / PAGE
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
  return memory.buffer as unknown as SharedArrayBuffer
}

export class Ring {
  /** The file key of the object in work; wiped with the rest. */
  readonly key: Uint8Array
  readonly #bytes: Uint8Array
  readonly #counters: Int32Array<SharedArrayBuffer>

  constructor(memory: RingMemory) {
    this.#counters = new Int32Array(memory, 0, COUNTERS)
    this.key = new Uint8Array(memory, KEY_OFFSET, KEY_BYTES)
    this.#bytes = new Uint8Array(memory, PAGE, RING_BYTES)
  }

  get isCancelled(): boolean {
    return Atomics.load(this.#counters, Slot.cancelled) !== 0
  }

  get sealedChunks(): number {
    return Atomics.load(this.#counters, Slot.sealedChunks)
  }

  countSealedChunk(): void {
    Atomics.add(this.#counters, Slot.sealedChunks, 1)
  }

  /** One more chunk of plaintext lies in its place. */
  countReadChunk(): void {
    Atomics.add(this.#counters, Slot.readChunks, 1)
    this.#signal()
  }

  /** Also wakes a thread that waits. */
  cancel(): void {
    Atomics.store(this.#counters, Slot.cancelled, 1)
    this.#signal()
  }

  /** The first `count` spans of the object are on their way to the disk and hashed: their room is free. */
  release(count: number): void {
    Atomics.store(this.#counters, Slot.releasedSpans, count)
    this.#signal()
  }

  get releasedBytes(): number {
    return Atomics.load(this.#counters, Slot.releasedSpans) * SPAN_BYTES
  }

  hasRoom(end: number): boolean {
    return end - this.releasedBytes <= RING_BYTES
  }

  /** Waits (never on the main thread) until the bytes before `end` fit. Throws `cancelled`. */
  waitForRoom(end: number): void {
    this.#waitUntil(() => this.hasRoom(end))
  }

  /** Waits (never on the main thread) until `count` chunks were read. Throws `cancelled`. */
  waitForRead(count: number): void {
    this.#waitUntil(() => Atomics.load(this.#counters, Slot.readChunks) >= count)
  }

  /** The bytes of the object at `offset`, or undefined where they wrap around the end of the ring. */
  view(offset: number, length: number): Uint8Array | undefined {
    const from = offset % RING_BYTES
    return from + length <= RING_BYTES ? this.#bytes.subarray(from, from + length) : undefined
  }

  /** The same in two parts, the second one empty where nothing wraps. */
  parts(offset: number, length: number): readonly [Uint8Array, Uint8Array] {
    const from = offset % RING_BYTES
    const first = this.#bytes.subarray(from, from + length)
    return [first, this.#bytes.subarray(0, length - first.length)]
  }

  copyIn(offset: number, bytes: Uint8Array): void {
    const [first, second] = this.parts(offset, bytes.length)
    first.set(bytes.subarray(0, first.length))
    second.set(bytes.subarray(first.length))
  }

  copyOut(offset: number, into: Uint8Array): void {
    const [first, second] = this.parts(offset, into.length)
    into.set(first)
    into.set(second, first.length)
  }

  /** Overwrites everything, keys and plaintext included: before a job, after it, whatever became of it. */
  wipe(): void {
    this.#counters.fill(0)
    this.key.fill(0)
    this.#bytes.fill(0)
  }

  #waitUntil(isSo: () => boolean): void {
    for (;;) {
      const event = Atomics.load(this.#counters, Slot.event)
      if (this.isCancelled) throw new VaultError('cancelled')
      if (isSo()) return
      Atomics.wait(this.#counters, Slot.event, event)
    }
  }

  #signal(): void {
    Atomics.add(this.#counters, Slot.event, 1)
    Atomics.notify(this.#counters, Slot.event)
  }
}

/** The ring as the place a SealStream fills. */
export class RingTarget implements SealTarget {
  readonly #ring: Ring
  readonly #published: (end: number) => void
  readonly #holdsPlain: boolean
  /** Where a chunk is sealed that would wrap around the ring's end. */
  #scratch = Buffer.alloc(0)
  #inScratch = false
  #publishedTo = 0

  /**
   * `published` hears how far the object's bytes are final, about once per span. `holdsPlain`: the plaintext
   * of a chunk already lies where the chunk will be.
   */
  constructor(ring: Ring, holdsPlain: boolean, published: (end: number) => void) {
    this.#ring = ring
    this.#holdsPlain = holdsPlain
    this.#published = published
  }

  reserve(offset: number, length: number): Uint8Array {
    this.#ring.waitForRoom(offset + length)
    const view = this.#ring.view(offset, length)
    this.#inScratch = view === undefined
    if (view) return view
    if (this.#scratch.length < length) this.#scratch = Buffer.alloc(length)
    const chunk = this.#scratch.subarray(0, length)
    if (this.#holdsPlain) this.#ring.copyOut(offset, chunk)
    return chunk
  }

  commit(offset: number, length: number): void {
    if (this.#inScratch) this.#ring.copyIn(offset, this.#scratch.subarray(0, length))
    if (offset > 0) this.#ring.countSealedChunk()
    const end = offset + length
    if (end - this.#publishedTo >= SPAN_BYTES) this.#publish(end)
  }

  /** The object ends at `end`; leaves no plaintext in the scratch. */
  end(end: number): void {
    if (end > this.#publishedTo) this.#publish(end)
    this.wipe()
  }

  wipe(): void {
    this.#scratch.fill(0)
  }

  #publish(end: number): void {
    this.#publishedTo = end
    this.#published(end)
  }
}
