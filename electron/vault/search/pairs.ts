/**
 * The distinct skeletons of two neighbouring parts of a name written as one (Emir-Usein, asked for as Emirusein). There
 * are many times more of them than of single parts, and all are long: a look at each one's sieve, which lies in one
 * block of memory, leaves a handful to compare.
 */
import {
  likeness,
  type Match,
  type Part,
  partOf,
  prefix,
  prefixOf,
} from '../../../shared/names/likeness.ts'
import {
  countsOf,
  mayBeNear,
  roomFor,
  type Sieve,
  sieveOf,
  surplus,
} from '../../../shared/names/sieve.ts'
import type { Pausing } from '../slices.ts'

const FIELDS = 4
const LOOKED_AT_ONCE = 4096

export class Pairs {
  readonly #texts: (string | undefined)[] = []
  readonly #keys: number[] = []
  readonly #parts: (Part | undefined)[] = []
  readonly #ofText = new Map<string, number>()
  readonly #free: number[] = []
  /** For each its sieve, in FIELDS numbers. */
  #sieves = new Int32Array(1024 * FIELDS)

  add(text: string, key: number, { core, every, shortest, longest }: Sieve): void {
    const place = this.#free.pop() ?? this.#texts.length
    this.#texts[place] = text
    this.#keys[place] = key
    this.#ofText.set(text, place)
    if (this.#sieves.length <= place * FIELDS) {
      const longer = new Int32Array(this.#sieves.length * 2)
      longer.set(this.#sieves)
      this.#sieves = longer
    }
    this.#sieves.set([core, every, shortest, longest], place * FIELDS)
  }

  remove(text: string): void {
    const place = this.#ofText.get(text)
    if (place === undefined) return
    this.#ofText.delete(text)
    this.#texts[place] = undefined
    this.#parts[place] = undefined
    this.#free.push(place)
  }

  keyOf(text: string): number | undefined {
    const place = this.#ofText.get(text)
    return place === undefined ? undefined : this.#keys[place]
  }

  /**
   * Calls `visit` with every pair that is like what was asked. `isBegun`: also with those that only begin so. A pair
   * whose first part alone begins so need not be looked at: that part is the better match, in the same place.
   */
  *alike(asked: Part, isBegun: boolean, visit: (key: number, match: Match) => void): Pausing<void> {
    const sieve = sieveOf(asked)
    const room = roomFor(asked.text.length)
    const start = prefixOf(asked.text)
    const startCounts = countsOf(start)
    for (let place = 0; place < this.#texts.length; place += 1) {
      if (place % LOOKED_AT_ONCE === LOOKED_AT_ONCE - 1) yield
      const stored = this.#sieveAt(place)
      const isNear = mayBeNear(sieve, stored, room)
      // What begins so has all consonants of its beginning.
      if (!isNear && !(isBegun && surplus(startCounts, stored.every) === 0)) continue
      const text = this.#texts[place]
      if (text === undefined) continue
      const match = isNear ? likeness(asked, this.#part(place, text)) : beginning(asked, text)
      if (match) visit(this.#keys[place] as number, match)
    }
  }

  #sieveAt(place: number): Sieve {
    const at = place * FIELDS
    return {
      core: this.#sieves[at] as number,
      every: this.#sieves[at + 1] as number,
      shortest: this.#sieves[at + 2] as number,
      longest: this.#sieves[at + 3] as number,
    }
  }

  #part(place: number, text: string): Part {
    const known = this.#parts[place]
    if (known) return known
    const part = partOf(text)
    this.#parts[place] = part
    return part
  }
}

const beginning = (asked: Part, text: string): Match | undefined =>
  text.startsWith(prefixOf(asked.text)) ? prefix(asked, { text }) : undefined
