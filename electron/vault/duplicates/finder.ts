/**
 * Who of many people may be one of those before: everybody that is worth a judgement (judge.ts), without comparing all
 * with all. Two people meet when two parts of their names are alike, or the one part that one of them has. Of those
 * that meet, the likeliest are judged.
 */
import type { OfferedVerdict } from '../../../shared/contract/duplicates.ts'
import type { Comparison } from '../../../shared/names/compare.ts'
import { partOf } from '../../../shared/names/likeness.ts'
import { PartIndex } from '../../../shared/names/partIndex.ts'
import { isBornApart } from './birthDates.ts'
import {
  byLikelihood,
  compareSpellings,
  type Judgement,
  judge,
  type Profile,
  profileOf,
  type Somebody,
  type Spelling,
  sameCase,
} from './judge.ts'

export interface Duplicate extends Judgement {
  /** What `add` gave. */
  readonly person: number
  readonly verdict: OfferedVerdict
}

/** Parts that are less alike are two parts (shared/names/compare.ts has 0.55, for what has met already). */
const LEAST_LIKE = 0.7
/** Compared for one person at most, and told of at most. */
const MOST_COMPARED = 40
const MOST_TOLD = 5
const MOST_REMEMBERED = 200_000

interface Filed extends Profile {
  /** Numbers of all parts, and of two neighbours as one. */
  readonly parts: ReadonlySet<number>
  /** Parts of the longest spelling. */
  readonly longest: number
}

/** Two parts as one have numbers from here on. */
const JOINED = 1 << 24

export class DuplicateFinder {
  readonly #index = new PartIndex()
  /** Two parts as one are found as they are: to look for what is like them would be to compare all with all. */
  readonly #joined = new Map<string, number>()
  readonly #postings = new Map<number, number[]>()
  readonly #people: Filed[] = []
  /** The last look in which somebody was met, and the last person they were born apart from: most are met many times. */
  readonly #metIn: number[] = []
  readonly #apartFrom: number[] = []
  #look = 0
  readonly #alike = new Map<string, readonly number[]>()
  readonly #compared = new Map<string, Comparison>()

  /** The number of the person from now on. All are added before anybody is looked for. */
  add(about: Somebody): number {
    const person = this.#people.length
    const profile = profileOf(about)
    const { spellings } = profile
    const parts = new Set<number>()
    for (const { single, joined: pairs } of spellings) {
      for (const sound of single) parts.add(this.#index.add(sound))
      for (const sound of pairs) parts.add(this.#joinedNumber(sound))
    }
    for (const part of parts) {
      const known = this.#postings.get(part)
      if (known) known.push(person)
      else this.#postings.set(part, [person])
    }
    const longest = Math.max(0, ...spellings.map(({ single }) => single.length))
    this.#people.push({ ...profile, parts, longest })
    this.#metIn.push(0)
    this.#apartFrom.push(-1)
    return person
  }

  /** Those added before this person who may be the same one, best first. */
  find(person: number): readonly Duplicate[] {
    const asked = this.#people[person]
    if (!asked) return []
    const found: Duplicate[] = []
    for (const other of this.#candidates(person, asked)) {
      const filed = this.#people[other]
      if (!filed) continue
      const { verdict, ...why } = judge(asked, filed, this.#compareOnce)
      if (verdict !== 'different') found.push({ person: other, verdict, ...why })
    }
    return found.sort(byLikelihood).slice(0, MOST_TOLD)
  }

  #joinedNumber(sound: string): number {
    const known = this.#joined.get(sound)
    if (known !== undefined) return known
    const number = JOINED + this.#joined.size
    this.#joined.set(sound, number)
    return number
  }

  /** People of whom enough parts are alike, the likeliest first. */
  #candidates(person: number, asked: Filed): number[] {
    const met = new Map<number, number>()
    const done = new Set<string>()
    for (const { single, joined: pairs } of asked.spellings) {
      // In another script a name mostly sounds the same.
      const sounds = single.join(' ')
      if (done.has(sounds)) continue
      done.add(sounds)
      const wanted = [
        ...single.map((sound) => this.#alikeTo(sound)),
        ...pairs.map((sound) => this.#exactly(sound)),
      ]
        .filter((parts) => parts.length > 0)
        .map((parts) => ({ parts, size: this.#sizeOf(parts) }))
        .sort((x, y) => x.size - y.size)
      // The rarest part leads, because common given names lead to everybody; of two that meet one is not the commonest.
      const leading = single.length < 2 ? wanted : wanted.slice(0, -1)
      this.#look += 1
      for (const { parts } of leading) {
        for (const part of parts) {
          for (const other of this.#postings.get(part) ?? []) {
            if (other >= person) break
            if (this.#metIn[other] === this.#look || this.#apartFrom[other] === person) continue
            this.#metIn[other] = this.#look
            const filed = this.#people[other]
            if (!filed || met.has(other)) continue
            if (isApart(asked, filed)) {
              this.#apartFrom[other] = person
              continue
            }
            const alike = countMeeting(wanted, filed.parts)
            if (alike >= Math.min(2, single.length, filed.longest)) met.set(other, alike)
          }
        }
      }
    }
    const people = [...met.keys()]
    if (people.length <= MOST_COMPARED) return people
    return people.sort((a, b) => (met.get(b) ?? 0) - (met.get(a) ?? 0)).slice(0, MOST_COMPARED)
  }

  /** Parts that sound like it, and two parts of somebody that are it when written as one. */
  #alikeTo(sound: string): readonly number[] {
    const known = this.#alike.get(sound)
    if (known) return known
    const found = this.#index
      .find(partOf(sound))
      .list.filter(({ match }) => match.likeness !== 'prefix' && match.score >= LEAST_LIKE)
      .map(({ part }) => part)
    const pair = this.#joined.get(sound)
    if (pair !== undefined) found.push(pair)
    this.#alike.set(sound, found)
    return found
  }

  #exactly(sound: string): readonly number[] {
    const part = this.#index.numberOf(sound)
    return part === undefined ? [] : [part]
  }

  #sizeOf(parts: readonly number[]): number {
    return parts.reduce((sum, part) => sum + (this.#postings.get(part)?.length ?? 0), 0)
  }

  /** Lists repeat names: the same two sounds are compared once. */
  readonly #compareOnce = (here: Spelling, there: Spelling): Comparison => {
    const key = `${here.key}|${there.key}`
    const known = this.#compared.get(key)
    if (known) return known
    const comparison = compareSpellings(here, there)
    if (this.#compared.size >= MOST_REMEMBERED) this.#compared.clear()
    this.#compared.set(key, comparison)
    return comparison
  }
}

/** As `judge` would say, and cheap enough to ask of everybody. */
const isApart = (a: Profile, b: Profile): boolean =>
  isBornApart(a.born, b.born) && !sameCase(a.about, b.about)

function countMeeting(
  asked: readonly { readonly parts: readonly number[] }[],
  parts: ReadonlySet<number>,
): number {
  let count = 0
  for (const { parts: alike } of asked) if (alike.some((part) => parts.has(part))) count += 1
  return count
}
