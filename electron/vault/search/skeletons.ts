/**
 * The distinct skeletons of all names' parts, and of two neighbouring parts as one, for finding those that are like a
 * part of a query. They are read from the working index once, in slices, and kept.
 */
import { type Match, type Part, partOf, prefixOf } from '../../../shared/names/likeness.ts'
import { PartIndex } from '../../../shared/names/partIndex.ts'
import { sieveOf } from '../../../shared/names/sieve.ts'
import type { IndexNames, PartRow } from '../db/indexNames.ts'
import type { Pausing } from '../slices.ts'
import { Pairs } from './pairs.ts'

/** A stored skeleton that is like the part of a query it was compared with. */
export interface Alike {
  readonly key: number
  readonly span: 1 | 2
  readonly match: Match
}

const ROWS_AT_ONCE = 50

export class Skeletons {
  readonly #rows: IndexNames
  readonly #single = new PartIndex()
  /** Keys by the number of the part. */
  readonly #singleKeys: number[] = []
  readonly #pairs = new Pairs()
  #lastKey = 0
  #isLoaded = false

  constructor(rows: IndexNames) {
    this.#rows = rows
    // Of an index that is built anew all of them, so that it need not be asked for each.
    this.load(0)
  }

  /** Reads what the working index has, until `end` (of performance.now()); false when something is left. */
  load(end: number = Number.POSITIVE_INFINITY): boolean {
    while (!this.#isLoaded) {
      const rows = this.#rows.parts(this.#lastKey, ROWS_AT_ONCE)
      for (const row of rows) {
        this.#know(row)
        this.#lastKey = row.key
      }
      this.#isLoaded = rows.length < ROWS_AT_ONCE
      if (performance.now() > end) return this.#isLoaded
    }
    return true
  }

  /** The key of a skeleton; made when it is new. */
  keyFor(skeleton: string, span: 1 | 2): number {
    const known = this.keyOf(skeleton, span)
    if (known !== undefined) return known
    const row = { ...sieveOf(partOf(skeleton)), skeleton, span }
    const key = this.#rows.addPart(row)
    if (this.#isLoaded) this.#know({ ...row, key })
    return key
  }

  keyOf(skeleton: string, span: 1 | 2): number | undefined {
    const known = this.#knownKey(skeleton, span)
    if (known !== undefined || this.#isLoaded) return known
    return this.#rows.partKey(skeleton, span)
  }

  /** When no name has it any more. */
  drop(skeleton: string, span: 1 | 2): void {
    const key = this.keyOf(skeleton, span)
    if (key === undefined) return
    this.#rows.dropPart(key)
    if (span === 2) this.#pairs.remove(skeleton)
    else {
      const number = this.#single.numberOf(skeleton)
      if (number !== undefined) this.#single.remove(number)
    }
  }

  /** Two parts against two are found part by part: `isPair` looks among single parts only. */
  *alike(asked: Part, isPair: boolean): Pausing<Alike[]> {
    this.load()
    const found = this.#single
      .find(asked)
      .list.map(({ part, match }): Alike => ({ key: this.#singleKeys[part] ?? 0, span: 1, match }))
    if (isPair) return found
    yield
    yield* this.#pairs.alike(asked, this.#beginsWithPart(asked), (key, match) =>
      found.push({ key, span: 2, match }),
    )
    return found
  }

  /** Whether a part stands at the beginning of what is asked, so that a pair may go on where it ends. */
  #beginsWithPart({ text }: Part): boolean {
    const { length } = prefixOf(text)
    for (let end = 1; end < length; end += 1) {
      if (this.#single.numberOf(text.slice(0, end)) !== undefined) return true
    }
    return false
  }

  #knownKey(skeleton: string, span: 1 | 2): number | undefined {
    if (span === 2) return this.#pairs.keyOf(skeleton)
    const number = this.#single.numberOf(skeleton)
    return number === undefined ? undefined : this.#singleKeys[number]
  }

  #know({ skeleton, span, key, ...sieve }: PartRow): void {
    if (span === 2) this.#pairs.add(skeleton, key, sieve)
    else this.#singleKeys[this.#single.add(skeleton)] = key
  }
}
