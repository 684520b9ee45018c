/**
 * Where the key of each id is. A vault has as many ids as records, and one is looked up for every entry that is read:
 * as numbers in two pieces of memory they are found in a third of the time that a Map of texts takes, and an unlock
 * does not make an object and a text for each of them.
 */
import { invariant } from '../../../shared/errors.ts'
import { ID_BYTES } from '../crypto/bytes.ts'

/** Where an id's key is. */
export interface Place {
  readonly compartment: number
  readonly page: number
  readonly place: number
}

const ID_WORDS = 4
const WORD_DIGITS = 8
const ID_DIGITS = ID_WORDS * WORD_DIGITS
/** Of one entry: the words of its id, then compartment, page and place. */
const NUMBERS = ID_WORDS + 3
const LEAST_SLOTS = 16

export class PlaceTable {
  /** One entry behind the other. */
  #entries = new Uint32Array((LEAST_SLOTS / 2) * NUMBERS)
  /** By the beginning of the id, which is random: the number of an entry, from 1 on; 0 is free. At most half are taken. */
  #slots = new Uint32Array(LEAST_SLOTS)
  #count = 0
  /** The words of the id that is looked for. */
  readonly #wanted = new Uint32Array(ID_WORDS)

  get size(): number {
    return this.#count
  }

  get(id: string): Place | undefined {
    if (!this.#read(id)) return undefined
    const number = this.#slots[this.#slotOf()] ?? 0
    return number === 0 ? undefined : this.#placeAt((number - 1) * NUMBERS)
  }

  set(id: string, place: Place): void {
    invariant(this.#read(id), 'an id is 32 hexadecimal digits')
    this.#put(place)
  }

  /** The same by the 16 bytes of the id; false when it is there already, and nothing changes then. */
  add(id: Buffer, place: Place): boolean {
    invariant(id.length === ID_BYTES, 'an id has 16 bytes')
    for (let word = 0; word < ID_WORDS; word += 1) this.#wanted[word] = id.readUInt32BE(word * 4)
    if (this.#slots[this.#slotOf()] !== 0) return false
    this.#put(place)
    return true
  }

  /** With `isWanted` those whose place is: the others are not put together, which costs most. */
  *ids(isWanted: (place: Place) => boolean = () => true): Generator<string> {
    for (let number = 0; number < this.#count; number += 1) {
      const at = number * NUMBERS
      if (isWanted(this.#placeAt(at))) yield this.#idAt(at)
    }
  }

  /** Forgets all ids of a compartment. */
  deleteAllOf(compartment: number): void {
    const before = this.#entries
    const end = this.#count * NUMBERS
    this.clear()
    for (let at = 0; at < end; at += NUMBERS) {
      if (before[at + ID_WORDS] === compartment) continue
      this.#wanted.set(before.subarray(at, at + ID_WORDS))
      this.#put(placeIn(before, at))
    }
  }

  clear(): void {
    this.#entries = new Uint32Array((LEAST_SLOTS / 2) * NUMBERS)
    this.#slots = new Uint32Array(LEAST_SLOTS)
    this.#count = 0
  }

  /** False for what is no id. */
  #read(id: string): boolean {
    if (id.length !== ID_DIGITS) return false
    for (let word = 0; word < ID_WORDS; word += 1) {
      let value = 0
      for (let at = word * WORD_DIGITS; at < (word + 1) * WORD_DIGITS; at += 1) {
        const digit = digitOf(id.charCodeAt(at))
        if (digit < 0) return false
        value = (value << 4) | digit
      }
      this.#wanted[word] = value
    }
    return true
  }

  /** The slot of the wanted id, or the free one that it belongs into. */
  #slotOf(): number {
    const slots = this.#slots
    const wanted = this.#wanted
    const entries = this.#entries
    const mask = slots.length - 1
    for (let slot = (wanted[0] ?? 0) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot] ?? 0
      if (number === 0) return slot
      const at = (number - 1) * NUMBERS
      if (
        entries[at] === wanted[0] &&
        entries[at + 1] === wanted[1] &&
        entries[at + 2] === wanted[2] &&
        entries[at + 3] === wanted[3]
      )
        return slot
    }
  }

  #put({ compartment, page, place }: Place): void {
    const slot = this.#slotOf()
    let number = this.#slots[slot] ?? 0
    if (number === 0) {
      this.#count += 1
      number = this.#count
      this.#slots[slot] = number
    }
    const at = (number - 1) * NUMBERS
    this.#entries.set(this.#wanted, at)
    this.#entries[at + ID_WORDS] = compartment
    this.#entries[at + ID_WORDS + 1] = page
    this.#entries[at + ID_WORDS + 2] = place
    if (this.#count * 2 >= this.#slots.length) this.#grow()
  }

  #grow(): void {
    const entries = new Uint32Array(this.#entries.length * 2)
    entries.set(this.#entries)
    this.#entries = entries
    this.#slots = new Uint32Array(this.#slots.length * 2)
    const mask = this.#slots.length - 1
    // They differ: the first free slot is each one's own.
    for (let number = 1; number <= this.#count; number += 1) {
      let slot = (entries[(number - 1) * NUMBERS] ?? 0) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = number
    }
  }

  #placeAt(at: number): Place {
    return placeIn(this.#entries, at)
  }

  #idAt(at: number): string {
    let id = ''
    for (const word of this.#entries.subarray(at, at + ID_WORDS)) {
      id += word.toString(16).padStart(WORD_DIGITS, '0')
    }
    return id
  }
}

const placeIn = (entries: Uint32Array, at: number): Place => ({
  compartment: entries[at + ID_WORDS] ?? 0,
  page: entries[at + ID_WORDS + 1] ?? 0,
  place: entries[at + ID_WORDS + 2] ?? 0,
})

/** Of a lower-case hexadecimal digit; negative for anything else. */
function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  return code >= 0x61 && code <= 0x66 ? code - 0x57 : -1
}
