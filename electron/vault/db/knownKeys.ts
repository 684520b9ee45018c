/**
 * Of which records a table of the working index may have rows: of one that was never put in it need not be asked, nor
 * told to drop what it has. Keys are small numbers given out one after the other, so one bit each is enough.
 */
const BITS = 8

export class KnownKeys {
  readonly #first: number
  #bits = new Uint8Array(1024)

  /** `first`: up to this key the table has rows of its own from an earlier opening, nobody knows of which. */
  constructor(first: number) {
    this.#first = first
  }

  add(key: number): void {
    const place = key >> 3
    if (place >= this.#bits.length) {
      const longer = new Uint8Array(Math.max(place + 1, this.#bits.length * 2))
      longer.set(this.#bits)
      this.#bits = longer
    }
    this.#bits[place] = (this.#bits[place] ?? 0) | (1 << (key % BITS))
  }

  /** False only when the table has none. */
  mayHave(key: number): boolean {
    return key <= this.#first || ((this.#bits[key >> 3] ?? 0) & (1 << (key % BITS))) !== 0
  }
}
