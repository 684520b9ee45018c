/**
 * The distinct skeletons of all names' parts, for comparing each once with a part of a query. Most are told apart by
 * their consonants alone, without computing a distance.
 */
import {
  likeness,
  type Match,
  type Part,
  partOf,
  passes,
  type Sieve,
  sieveOf,
} from '../../../shared/names/likeness.ts'
import type { IndexNames } from '../db/indexNames.ts'

interface Skeleton extends Sieve {
  readonly key: number
  readonly span: 1 | 2
  part: Part | undefined
}

/** A stored skeleton that is like the part of a query it was compared with. */
export interface Alike {
  readonly key: number
  readonly span: 1 | 2
  readonly match: Match
}

const ROWS_AT_ONCE = 1000

export class Skeletons {
  readonly #rows: IndexNames
  readonly #known: readonly [Map<string, Skeleton>, Map<string, Skeleton>] = [new Map(), new Map()]
  #lastKey = 0
  #isLoaded = false

  constructor(rows: IndexNames) {
    this.#rows = rows
  }

  /** Reads what the working index has, until `end` (of performance.now()); false when something is left. */
  load(end: number = Number.POSITIVE_INFINITY): boolean {
    while (!this.#isLoaded) {
      const rows = this.#rows.parts(this.#lastKey, ROWS_AT_ONCE)
      for (const { skeleton, ...row } of rows) {
        this.#know({ ...row, text: skeleton, part: undefined })
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
    const part = partOf(skeleton)
    const sieve = sieveOf(part)
    const key = this.#rows.addPart({ ...sieve, skeleton, span })
    if (this.#isLoaded) this.#know({ ...sieve, key, span, part })
    return key
  }

  keyOf(skeleton: string, span: 1 | 2): number | undefined {
    const known = this.#known[span - 1]?.get(skeleton)
    if (known || this.#isLoaded) return known?.key
    return this.#rows.partKey(skeleton, span)
  }

  /** When no name has it any more. */
  drop(skeleton: string, span: 1 | 2): void {
    const key = this.keyOf(skeleton, span)
    if (key === undefined) return
    this.#rows.dropPart(key)
    this.#known[span - 1]?.delete(skeleton)
  }

  /** Two parts against two are found part by part: `isPair` looks among single parts only. */
  *alike(asked: Part, isPair: boolean): Generator<Alike, void, void> {
    this.load()
    const sieve = sieveOf(asked)
    for (const [place, known] of this.#known.entries()) {
      if (isPair && place === 1) continue
      for (const skeleton of known.values()) {
        if (!passes(sieve, skeleton)) continue
        skeleton.part ??= partOf(skeleton.text)
        const match = likeness(asked, skeleton.part)
        if (match) yield { key: skeleton.key, span: skeleton.span, match }
      }
    }
  }

  #know(skeleton: Skeleton): void {
    this.#known[skeleton.span - 1]?.set(skeleton.text, skeleton)
  }
}
