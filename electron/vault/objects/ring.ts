/**
 * The memory two threads share while they store one object: a ring that holds a moving window of the
 * object's bytes, so that taking plaintext in, sealing, hashing and writing go on at once and never copy.
 * One thread puts plaintext where the chunk will lie (sourceWorker.ts), the other takes the name's hash and
 * writes (diskWorker.ts); whichever has time seals (chunkBoard.ts).
 *
 * It is WebAssembly memory only because that begins on a page boundary, which a SharedArrayBuffer does not
 * promise and writing past the system's file cache asks for.
 */
import { VaultError } from '../../../shared/errors.ts'
import { KEY_BYTES } from '../crypto/sodium.ts'
import { ChunkBoard } from './chunkBoard.ts'
import type { Parts } from './chunkSealer.ts'

const PAGE = 65536
/** What is written at once: large, because handing a write over costs the same whatever its size. */
export const SPAN_BYTES = 1 << 21
/** Enough that the threads seldom wait for each other, or for a disk that pauses. */
export const RING_BYTES = 16 * SPAN_BYTES
/** For a slower cipher that needs memory of its own: then the threads wait for nothing but it. */
export const SMALL_RING_BYTES = 4 * SPAN_BYTES

/** Counters in the first page. `event` changes whenever a waiting thread must look again. */
const Slot = { event: 0, releasedSpans: 1, cancelled: 2, parked: 3 } as const
const COUNTERS = 4
const KEY_OFFSET = 1024
const BOARD_OFFSET = 2048

export type RingMemory = SharedArrayBuffer

/** `bytes`: a number of whole spans. */
export function makeRingMemory(bytes: number = RING_BYTES): RingMemory {
  const pages = 1 + bytes / PAGE
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
  return memory.buffer as unknown as SharedArrayBuffer
}

export class Ring {
  /** The file key of the object in work; wiped with the rest. */
  readonly key: Uint8Array
  /** How far each chunk of the object is. */
  readonly board: ChunkBoard
  readonly #bytes: Uint8Array
  readonly #counters: Int32Array<SharedArrayBuffer>
  readonly #wake: () => void

  /** `wake` is called when this thread changed a chunk and the other one is parked. */
  constructor(memory: RingMemory, wake: () => void = () => {}) {
    this.#counters = new Int32Array(memory, 0, COUNTERS)
    this.key = new Uint8Array(memory, KEY_OFFSET, KEY_BYTES)
    this.board = new ChunkBoard(memory, BOARD_OFFSET, () => this.#changed())
    this.#bytes = new Uint8Array(memory, PAGE)
    this.#wake = wake
  }

  get isCancelled(): boolean {
    return Atomics.load(this.#counters, Slot.cancelled) !== 0
  }

  /** Also wakes a thread that waits. */
  cancel(): void {
    Atomics.store(this.#counters, Slot.cancelled, 1)
    this.#notify()
  }

  /** The first `count` spans of the object are hashed and written: their room is free. */
  release(count: number): void {
    Atomics.store(this.#counters, Slot.releasedSpans, count)
    this.#notify()
  }

  get releasedBytes(): number {
    return Atomics.load(this.#counters, Slot.releasedSpans) * SPAN_BYTES
  }

  hasRoom(end: number): boolean {
    return end - this.releasedBytes <= this.#bytes.length
  }

  /**
   * Waits (never on the main thread) until the bytes before `end` fit; does `meanwhile` as long as that has
   * something to do. Throws `cancelled`.
   */
  waitForRoom(end: number, meanwhile: () => boolean = () => false): void {
    for (;;) {
      const event = Atomics.load(this.#counters, Slot.event)
      if (this.isCancelled) throw new VaultError('cancelled')
      if (this.hasRoom(end)) return
      if (!meanwhile()) Atomics.wait(this.#counters, Slot.event, event)
    }
  }

  /** The thread has nothing to do until a chunk changes. It looks once more after this: one may just have. */
  park(): void {
    Atomics.store(this.#counters, Slot.parked, 1)
  }

  /** The bytes of the object at `offset`, in two parts: the second is empty unless they wrap around the end. */
  parts(offset: number, length: number): Parts {
    const from = offset % this.#bytes.length
    const first = this.#bytes.subarray(from, from + length)
    return [first, this.#bytes.subarray(0, length - first.length)]
  }

  /** Overwrites everything, keys and plaintext included, whatever became of the job. */
  wipe(): void {
    this.wipeKey()
    this.#bytes.fill(0)
  }

  /** Enough when every chunk was sealed: where it lay as plaintext, it lies sealed. */
  wipeKey(): void {
    this.#counters.fill(0)
    this.board.clear()
    this.key.fill(0)
  }

  #notify(): void {
    Atomics.add(this.#counters, Slot.event, 1)
    Atomics.notify(this.#counters, Slot.event)
  }

  #changed(): void {
    this.#notify()
    if (Atomics.exchange(this.#counters, Slot.parked, 0) === 1) this.#wake()
  }
}
