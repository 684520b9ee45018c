/**
 * The pairs of people of a vault that may be one: found by a look over all of them, and kept true from then on.
 * Whoever changes is judged anew before the pairs are shown, so a merge, or one that is taken apart, is followed by what
 * the record resembles now. Only ids are kept: what is shown of a pair is judged when it is shown.
 */
import type { CallOutput, ParsedInput } from '../../../shared/contract/contract.ts'
import { VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { LiveIndex } from '../records/liveIndex.ts'
import { slices } from '../slices.ts'
import type { DuplicateService } from './duplicateService.ts'
import { shownPerson } from './duplicateService.ts'
import { judge, profileOf, type Somebody, weightOf } from './judge.ts'
import { type LookOptions, lookInThread } from './lookThread.ts'
import type { People } from './people.ts'
import { pairKey } from './verdictBook.ts'

export interface PairParts {
  readonly index: LiveIndex
  readonly people: People
  readonly duplicates: DuplicateService
}

interface Pair {
  readonly a: RecordId
  readonly b: RecordId
  weight: number
}

/** Judged anew one by one; beyond that somebody is asked to look again. */
const MOST_CHANGED = 500
const PEOPLE_AT_ONCE = 500

export class PairBook {
  readonly #parts: PairParts
  readonly #pairs = new Map<string, Pair>()
  /** Changed since they were judged. */
  readonly #changed = new Set<RecordId>()
  /** Until the vault is closed. */
  readonly #later = new Set<string>()
  #people: number | undefined
  #isStale = false
  #isFollowing = false
  #catchingUp: Promise<void> = Promise.resolve()

  constructor(parts: PairParts) {
    this.#parts = parts
  }

  /** Compares all with all. How many pairs there are now. Errors: `cancelled`, then everything is as before. */
  async look({
    onProgress,
    signal,
  }: Omit<LookOptions, 'onProgress'> & {
    readonly onProgress?: ((done: number, total: number) => void) | undefined
  } = {}): Promise<number> {
    const { people } = this.#parts
    this.#follow()
    const breathe = slices(signal)
    const ids: RecordId[] = []
    const before = [...this.#changed]
    // Whoever changes from here on, while the thread compares, is judged again at the end.
    this.#changed.clear()
    async function* pieces(): AsyncGenerator<readonly Somebody[]> {
      let piece: Somebody[] = []
      for await (const { id, names, birthDates, facilities, court, verdictDate } of people.all(
        breathe,
      )) {
        ids.push(id)
        piece.push({ names, birthDates, facilities, court, verdictDate })
        if (piece.length < PEOPLE_AT_ONCE) continue
        yield piece
        piece = []
      }
      yield piece
    }
    const found = await lookInThread(pieces(), {
      signal,
      onProgress: (done) => onProgress?.(done, ids.length),
    }).catch((error) => {
      for (const id of before) this.#changed.add(id)
      throw error
    })
    this.#pairs.clear()
    for (const { a, b, weight } of found) {
      const [one, other] = [ids[a], ids[b]]
      if (one && other) this.#pairs.set(pairKey(one, other), { a: one, b: other, weight })
    }
    this.#people = ids.length
    this.#isStale = false
    await this.#catchUp()
    return this.#open().length
  }

  /** A page of the pairs, likeliest first, those put off last. */
  async pairs({
    offset,
    limit,
  }: ParsedInput<'duplicates.pairs'>): Promise<CallOutput<'duplicates.pairs'>> {
    await this.#catchUp()
    const { people } = this.#parts
    const breathe = slices()
    const open = this.#open()
    const shown: CallOutput<'duplicates.pairs'>['pairs'] = []
    for (const [key, { a, b }] of open.slice(offset, offset + limit)) {
      await breathe()
      const [one, other] = [people.get(a), people.get(b)]
      if (!one || !other) continue
      const { verdict, score, reasons } = judge(profileOf(one), profileOf(other))
      if (verdict === 'different') continue
      shown.push({
        ...{ a: shownPerson(one), b: shownPerson(other), verdict, score, reasons: [...reasons] },
        later: this.#later.has(key),
      })
    }
    const looked =
      this.#people === undefined ? null : { people: this.#people, stale: this.#isStale }
    return { looked, total: open.length, pairs: shown }
  }

  /** Puts a pair last, or back. Errors: `not_found`. */
  putOff(a: RecordId, b: RecordId, isLater: boolean): void {
    const key = pairKey(a, b)
    if (!this.#pairs.has(key)) throw new VaultError('not_found')
    if (isLater) this.#later.add(key)
    else this.#later.delete(key)
  }

  #open(): [string, Pair][] {
    const apart = this.#parts.duplicates.differentPairs()
    const rank = ([key, { weight }]: [string, Pair]): number =>
      weight - (this.#later.has(key) ? 1e9 : 0)
    return [...this.#pairs].filter(([key]) => !apart.has(key)).sort((x, y) => rank(y) - rank(x))
  }

  #follow(): void {
    if (this.#isFollowing) return
    this.#isFollowing = true
    this.#parts.index.onChanged((ids) => {
      for (const id of ids) this.#changed.add(id)
    })
  }

  /** One after the other: two at once would judge by a state in between. */
  #catchUp(): Promise<void> {
    this.#catchingUp = this.#catchingUp.catch(() => {}).then(() => this.#judgeChanged())
    return this.#catchingUp
  }

  async #judgeChanged(): Promise<void> {
    if (this.#people === undefined) return
    const { people, duplicates } = this.#parts
    const changed = [...this.#changed]
    this.#changed.clear()
    const affected = new Set(changed)
    for (const [key, { a, b }] of this.#pairs)
      if (affected.has(a) || affected.has(b)) this.#pairs.delete(key)
    if (changed.length > MOST_CHANGED) {
      this.#isStale = true
      return
    }
    for (const a of changed) {
      if (!people.isOpen(a)) continue
      for (const { id: b, ...judged } of await duplicates.alike(a))
        this.#pairs.set(pairKey(a, b), { a, b, weight: weightOf(judged) })
    }
  }
}
