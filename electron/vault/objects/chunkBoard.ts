/**
 * How far each chunk of the object in work is, in memory that both threads of a lane share: plaintext that
 * lies ready, taken by one of them to be sealed, sealed. Whoever has time takes one, so that both threads
 * are busy to the end whatever the machine's speeds are.
 */

/** More than a ring has room for: a chunk's place is free again when its bytes left the ring. */
const PLACES = 256
const State = { empty: 0, ready: 1, taken: 2, sealed: 3 } as const
/** Before the places. `count` is 0 until the number of chunks is known. */
const Head = { ready: 0, sealed: 1, count: 2, lastLength: 3 } as const
const HEAD_LENGTH = 4

export class ChunkBoard {
  readonly #cells: Int32Array<SharedArrayBuffer>
  readonly #changed: () => void

  constructor(memory: SharedArrayBuffer, offset: number, changed: () => void) {
    this.#cells = new Int32Array(memory, offset, HEAD_LENGTH + PLACES)
    this.#changed = changed
  }

  /** The plaintext of chunk `index` is in its place, and another chunk follows. */
  ready(index: number): void {
    this.#set(index, State.ready)
    Atomics.store(this.#cells, Head.ready, index + 1)
    this.#changed()
  }

  /** The same for the last chunk, which has `length` bytes of plaintext. */
  readyLast(index: number, length: number): void {
    Atomics.store(this.#cells, Head.lastLength, length)
    Atomics.store(this.#cells, Head.count, index + 1)
    this.ready(index)
  }

  isLast(index: number): boolean {
    return Atomics.load(this.#cells, Head.count) === index + 1
  }

  /** Plaintext bytes of a chunk that is ready. */
  lengthOf(index: number, whole: number): number {
    return this.isLast(index) ? Atomics.load(this.#cells, Head.lastLength) : whole
  }

  /** How many chunks were sealed so far. */
  get sealedCount(): number {
    return Atomics.load(this.#cells, Head.sealed)
  }

  isSealed(index: number): boolean {
    return Atomics.load(this.#cells, place(index)) === State.sealed
  }

  /** Takes the first chunk from `from` on that waits to be sealed, or undefined. */
  takeFirst(from: number): number | undefined {
    const end = Atomics.load(this.#cells, Head.ready)
    for (let index = from; index < end; index += 1) if (this.#take(index)) return index
    return undefined
  }

  /** Takes the last one, as far away as can be from where the other thread takes. */
  takeLast(): number | undefined {
    const end = Atomics.load(this.#cells, Head.ready)
    for (let index = end - 1; index >= Math.max(0, end - PLACES); index -= 1) {
      if (this.#take(index)) return index
    }
    return undefined
  }

  /** Whoever took the chunk has sealed it. */
  sealed(index: number): void {
    this.#set(index, State.sealed)
    Atomics.add(this.#cells, Head.sealed, 1)
    this.#changed()
  }

  /** Its bytes were hashed: nobody asks for the chunk again. */
  leave(index: number): void {
    this.#set(index, State.empty)
  }

  clear(): void {
    this.#cells.fill(0)
  }

  #set(index: number, state: number): void {
    Atomics.store(this.#cells, place(index), state)
  }

  #take(index: number): boolean {
    const before = Atomics.compareExchange(this.#cells, place(index), State.ready, State.taken)
    return before === State.ready
  }
}

const place = (index: number): number => HEAD_LENGTH + (index % PLACES)
