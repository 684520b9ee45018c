/**
 * The distinct parts of all names, found by likeness without comparing with each. A part is filed by its forms: its
 * skeleton, its stems and those of its twins. Forms that are equal are found by their text, beginnings by their first
 * letters, and what is a small distance apart by the keys that it shares with what is asked (formKeys.ts). A form that
 * many parts have is measured once.
 *
 * What is found is what `likeness` says of each part, but for the one exception that formKeys.ts names.
 */
import { distanceOfSlots, lengthOfSlot, SLOT, writeSlot } from './distance.ts'
import { keysOf } from './formKeys.ts'
import {
  BOTH_INFLECTED,
  bitCount,
  costLimit,
  INFLECTED,
  type Match,
  type Part,
  partOf,
  prefix,
  prefixOf,
  SAME,
  type Sound,
  STEM_COST,
  similarAt,
} from './likeness.ts'
import { bitsOfClasses, LENGTH_BITS, LENGTH_MASK, mostBitsOf } from './nearness.ts'
import { countsOf, surplus } from './sieve.ts'
import { sketchOf } from './sketch.ts'

/** Lengths of the beginnings that parts are filed under: for what is just being typed, and for the rest. */
const SHORT_START = 2
const LONG_START = 4

const MOST_RECENT = 512
/** Where a form is nobody's whole skeleton. */
const NONE = -1
/** The slot of what is asked. */
const ASKED = 0

/** What of the dictionary is like a part that was asked for. */
export interface PartMatch {
  readonly part: number
  readonly match: Match
}

/** A text that is the skeleton of one part, a stem of some, or both. */
interface Form {
  whole: number
  readonly stemOf: number[]
}

/** What is like one part that was asked for. */
export class PartMatches {
  /** Best first. */
  readonly list: readonly PartMatch[]
  readonly #of: ReadonlyMap<number, Match>

  constructor(of: ReadonlyMap<number, Match>) {
    this.#of = of
    this.list = [...of]
      .map(([part, match]) => ({ part, match }))
      .sort((a, b) => b.match.score - a.match.score || a.part - b.part)
  }

  of(part: number): Match | undefined {
    return this.#of.get(part)
  }
}

export class PartIndex {
  readonly #parts: (Part | undefined)[] = []
  readonly #ofText = new Map<string, number>()
  /** By number; the first stays free, its slot is for what is asked. */
  readonly #forms: (Form | undefined)[] = [undefined]
  /** The letters of each form. */
  #slots = new Uint8Array(1024 * SLOT)
  /** How many consonants of each class are in each form. */
  #counts = new Int32Array(1024)
  /**
   * For each key the numbers of its forms with their lengths, each followed by its sketch: most are put aside by these,
   * without a look at anything that lies elsewhere in memory.
   */
  readonly #byKey = new Map<number, number[]>()
  readonly #byStart = new Map<string, number[]>()
  readonly #freeParts: number[] = []
  readonly #freeForms: number[] = []
  /** What was found of late: the same given names are asked for again and again. */
  readonly #recent = new Map<string, PartMatches>()
  /** When each form was last looked at: one is met under several keys. */
  #seen = new Uint32Array(1024)
  #turn = 0
  /** Of the search that is going on: the least cost of each part that is a small distance apart. */
  readonly #costs = new Map<number, number>()

  /** The number of a part, which stays its own until `remove`. */
  add(skeleton: string): number {
    const known = this.numberOf(skeleton)
    if (known !== undefined) return known
    this.#recent.clear()
    const part = partOf(skeleton)
    const number = this.#freeParts.pop() ?? this.#parts.length
    this.#parts[number] = part
    this.#form(part).whole = number
    for (const stem of part.stems) this.#form(stem).stemOf.push(number)
    for (const start of startsOf(skeleton)) file(this.#byStart, start, number)
    return number
  }

  remove(number: number): void {
    const part = this.#parts[number]
    if (!part) return
    this.#recent.clear()
    this.#parts[number] = undefined
    this.#form(part).whole = NONE
    for (const stem of part.stems) {
      const { stemOf } = this.#form(stem)
      stemOf.splice(stemOf.indexOf(number), 1)
    }
    for (const { text } of [part, ...part.stems]) this.#dropUnused(text)
    for (const start of startsOf(part.text)) unfile(this.#byStart, start, number)
    this.#freeParts.push(number)
  }

  /** The number of exactly this part. */
  numberOf(skeleton: string): number | undefined {
    const whole = this.#known(skeleton)?.whole
    return whole === NONE ? undefined : whole
  }

  /** The skeleton of a part. */
  textOf(number: number): string {
    return this.#parts[number]?.text ?? ''
  }

  /** All parts that are like it. */
  find(asked: Part): PartMatches {
    const known = this.#recent.get(asked.text)
    if (known) return known
    const found = this.#search(asked)
    if (this.#recent.size >= MOST_RECENT) this.#recent.clear()
    this.#recent.set(asked.text, found)
    return found
  }

  #search(asked: Part): PartMatches {
    const found = this.#equal(asked)
    this.#costs.clear()
    this.#measureAll(asked, true)
    for (const stem of asked.stems) this.#measureAll(stem, false)
    for (const [number, cost] of this.#costs) {
      if (found.has(number)) continue
      const { length } = this.textOf(number)
      if (cost <= costLimit(Math.min(asked.text.length, length))) {
        found.set(number, similarAt(cost))
      }
    }
    this.#findLonger(asked, found)
    return new PartMatches(found)
  }

  /** Parts that are the same, or the same but for their endings. */
  #equal(asked: Part): Map<number, Match> {
    const found = new Map<number, Match>()
    const put = (number: number, match: Match) => {
      if (number !== NONE && !found.has(number)) found.set(number, match)
    }
    const own = this.#known(asked.text)
    if (own) put(own.whole, SAME)
    for (const number of own?.stemOf ?? []) put(number, INFLECTED)
    const stems = asked.stems.flatMap(({ text }) => this.#known(text) ?? [])
    for (const { whole } of stems) put(whole, INFLECTED)
    for (const { stemOf } of stems) for (const number of stemOf) put(number, BOTH_INFLECTED)
    return found
  }

  /** Notes the cost of every part with a form that is a small distance from this one. */
  #measureAll({ text }: Sound, isWhole: boolean): void {
    this.#beginTurn()
    writeSlot(this.#slots, ASKED, text)
    const sketch = sketchOf(text)
    const counts = countsOf(text)
    const mostBits = mostBitsOf(text.length, isWhole ? 0 : STEM_COST)
    for (const key of keysOf(text)) {
      const filed = this.#byKey.get(key)
      if (!filed) continue
      for (let at = 0; at < filed.length; at += 2) {
        const entry = filed[at] as number
        const differing = sketch ^ (filed[at + 1] as number)
        const most = mostBits[entry & LENGTH_MASK] as number
        if (bitCount(differing) > most) continue
        const number = entry >>> LENGTH_BITS
        if (this.#seen[number] === this.#turn) continue
        this.#seen[number] = this.#turn
        const stored = this.#counts[number] as number
        const classes = Math.max(surplus(counts, stored), surplus(stored, counts))
        if (classes > 0 && bitsOfClasses(classes, differing) > most) continue
        this.#measure(number, isWhole, text.length)
      }
    }
  }

  #measure(number: number, isWhole: boolean, length: number): void {
    const most = costLimit(Math.min(length, lengthOfSlot(this.#slots, number)))
    const cost = distanceOfSlots(this.#slots, ASKED, number, isWhole ? most : most - STEM_COST)
    if (cost > most) return
    const { whole, stemOf } = this.#forms[number] as Form
    if (whole !== NONE) this.#note(whole, isWhole ? cost : cost + STEM_COST)
    if (cost > most - STEM_COST) return
    for (const part of stemOf) this.#note(part, cost + STEM_COST)
  }

  #note(part: number, cost: number): void {
    const known = this.#costs.get(part)
    if (known === undefined || cost < known) this.#costs.set(part, cost)
  }

  /** Parts that begin with what was asked, where that is the better match. */
  #findLonger(asked: Part, found: Map<number, Match>): void {
    const start = prefixOf(asked.text)
    const filed = start.slice(0, start.length >= LONG_START ? LONG_START : SHORT_START)
    for (const number of this.#byStart.get(filed) ?? []) {
      const part = this.#parts[number]
      const match = part && prefix(asked, part)
      if (!match) continue
      const other = found.get(number)
      if (!other || (other.likeness === 'similar' && other.score <= match.score)) {
        found.set(number, match)
      }
    }
  }

  #beginTurn(): void {
    this.#turn += 1
    if (this.#seen.length < this.#forms.length) {
      this.#seen = new Uint32Array(this.#forms.length * 2)
      this.#turn = 1
    }
  }

  #known(text: string): Form | undefined {
    const number = this.#ofText.get(text)
    return number === undefined ? undefined : this.#forms[number]
  }

  /** Filed when it is new. */
  #form({ text }: Sound): Form {
    const known = this.#known(text)
    if (known) return known
    const number = this.#freeForms.pop() ?? this.#forms.length
    const form: Form = { whole: NONE, stemOf: [] }
    this.#forms[number] = form
    if (this.#slots.length < (number + 1) * SLOT) {
      this.#slots = longer(this.#slots, new Uint8Array(this.#slots.length * 2))
      this.#counts = longer(this.#counts, new Int32Array(this.#counts.length * 2))
    }
    writeSlot(this.#slots, number, text)
    this.#counts[number] = countsOf(text)
    const sketch = sketchOf(text)
    const entry = (number << LENGTH_BITS) | lengthOfSlot(this.#slots, number)
    this.#ofText.set(text, number)
    for (const key of keysOf(text)) {
      const filed = this.#byKey.get(key)
      if (filed) filed.push(entry, sketch)
      else this.#byKey.set(key, [entry, sketch])
    }
    return form
  }

  #dropUnused(text: string): void {
    const number = this.#ofText.get(text)
    const form = number === undefined ? undefined : this.#forms[number]
    if (number === undefined || !form || form.whole !== NONE || form.stemOf.length > 0) return
    for (const key of keysOf(text)) {
      const filed =
        this.#byKey
          .get(key)
          ?.filter((_, at, all) => (all[at & ~1] ?? 0) >>> LENGTH_BITS !== number) ?? []
      if (filed.length > 0) this.#byKey.set(key, filed)
      else this.#byKey.delete(key)
    }
    this.#forms[number] = undefined
    this.#ofText.delete(text)
    this.#freeForms.push(number)
  }
}

const startsOf = (skeleton: string): Set<string> =>
  new Set([skeleton.slice(0, SHORT_START), skeleton.slice(0, LONG_START)])

function file<K>(files: Map<K, number[]>, key: K, number: number): void {
  const known = files.get(key)
  if (known) known.push(number)
  else files.set(key, [number])
}

function unfile<K>(files: Map<K, number[]>, key: K, number: number): void {
  const kept = files.get(key)?.filter((each) => each !== number) ?? []
  if (kept.length > 0) files.set(key, kept)
  else files.delete(key)
}

function longer<T extends Uint8Array | Int32Array>(filled: T, made: T): T {
  made.set(filled)
  return made
}
