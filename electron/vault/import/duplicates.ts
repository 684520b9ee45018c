/**
 * Who of a list may be in the vault already, or twice on the list. The name engine compares the names; the birth
 * date, the facility and the case speak for or against. Nothing is merged because of what is found here: it is shown
 * with its reasons, and a person decides.
 *
 * Not everybody is compared with everybody: two people meet when two parts of their names are alike, or the one part
 * that one of them has. Of those that meet, the likeliest are compared.
 */
import { type Span, spanOf } from '../../../shared/dates/span.ts'
import {
  type Comparison,
  compareNames,
  type NameReason,
  type Verdict,
} from '../../../shared/names/compare.ts'
import { foldText, nameTokens } from '../../../shared/names/fold.ts'
import { partOf } from '../../../shared/names/likeness.ts'
import { joined } from '../../../shared/names/lookup.ts'
import { PartIndex } from '../../../shared/names/partIndex.ts'
import { isPatronymicAmong } from '../../../shared/names/patronymic.ts'

/** What a comparison needs of a person. */
export interface Somebody {
  readonly names: readonly string[]
  readonly birthDates: readonly string[]
  readonly facilities: readonly string[]
  readonly court: string
  readonly verdictDate: string
}

export type DuplicateReason =
  | {
      readonly type: 'name'
      readonly here: string
      readonly there: string
      readonly parts: readonly NameReason[]
    }
  | ({ readonly type: 'birthDate' } & BirthDates)
  | { readonly type: 'facility'; readonly here: string }
  | { readonly type: 'case'; readonly here: string }

interface BirthDates {
  readonly here: string
  readonly there: string
  /**
   * `same` to the day; `fits`: one is known less exactly; `close`: one number differs or day and month are exchanged,
   * as a slip of the pen does it.
   */
  readonly how: 'same' | 'fits' | 'close' | 'differs'
}

export interface Duplicate {
  /** What `add` gave. */
  readonly person: number
  readonly verdict: Exclude<Verdict, 'different'>
  readonly score: number
  readonly reasons: readonly DuplicateReason[]
}

/** Parts that are less alike are two parts (shared/names/compare.ts has 0.55, for what has met already). */
const LEAST_LIKE = 0.7
/** Compared for one person at most, and told of at most. */
const MOST_COMPARED = 40
const MOST_TOLD = 5
const MOST_REMEMBERED = 200_000

interface Spelling {
  readonly text: string
  /** Its words: a name that is repeated is compared once. */
  readonly key: string
  /** Sounds of the parts that are no patronymics, and of each two neighbours as one. */
  readonly single: readonly string[]
  readonly joined: readonly string[]
}

interface Filed {
  readonly about: Somebody
  readonly born: readonly Born[]
  readonly spellings: readonly Spelling[]
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
  readonly #alike = new Map<string, readonly number[]>()
  readonly #compared = new Map<string, Comparison>()

  /** The number of the person from now on. All are added before anybody is looked for. */
  add(about: Somebody): number {
    const person = this.#people.length
    const spellings = spellingsOf(about.names)
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
    this.#people.push({ about, born: about.birthDates.map(bornOn), spellings, parts, longest })
    return person
  }

  /** Those added before this person who may be the same one, best first. */
  find(person: number): readonly Duplicate[] {
    const asked = this.#people[person]
    if (!asked) return []
    const found: Duplicate[] = []
    for (const other of this.#candidates(person, asked)) {
      const filed = this.#people[other]
      const duplicate = filed && this.#compare(other, asked, filed)
      if (duplicate) found.push(duplicate)
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
  #candidates(person: number, { spellings, born }: Filed): number[] {
    const met = new Map<number, number>()
    const done = new Set<string>()
    for (const { single, joined: pairs } of spellings) {
      // In another script a name mostly sounds the same.
      const sounds = single.join(' ')
      if (done.has(sounds)) continue
      done.add(sounds)
      const asked = [
        ...single.map((sound) => this.#alikeTo(sound)),
        ...pairs.map((sound) => this.#exactly(sound)),
      ]
        .filter((parts) => parts.length > 0)
        .map((parts) => ({ parts, size: this.#sizeOf(parts) }))
        .sort((x, y) => x.size - y.size)
      // The rarest part leads, because common given names lead to everybody; of two that meet one is not the commonest.
      const leading = single.length < 2 ? asked : asked.slice(0, -1)
      for (const { parts } of leading) {
        for (const part of parts) {
          for (const other of this.#postings.get(part) ?? []) {
            if (other >= person) break
            const filed = this.#people[other]
            if (!filed || isBornApart(born, filed.born) || met.has(other)) continue
            const alike = countMeeting(asked, filed.parts)
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

  #compare(
    person: number,
    { spellings, about, born: ours }: Filed,
    { about: other, spellings: others, born: theirs }: Filed,
  ): Duplicate | undefined {
    const born = birthDatesOf(ours, theirs)
    const isOneCase = sameCase(about, other)
    const outside = born?.how === 'same' || isOneCase ? 'for' : 'none'
    let best: { verdict: Verdict; score: number; reason: DuplicateReason } | undefined
    let patronymics = 'unknown'
    for (const here of spellings) {
      for (const there of others) {
        const { verdict, score, reasons } = this.#compareOnce(here, there, outside)
        const fathers = reasons.filter(({ part }) => part === 'patronymic')
        if (fathers.some(({ a, b }) => a !== null && b !== null)) patronymics = 'agree'
        else if (fathers.some(({ how }) => how === 'different') && patronymics === 'unknown')
          patronymics = 'differ'
        if (best && RANK[best.verdict] * 2 + best.score >= RANK[verdict] * 2 + score) continue
        const reason = { type: 'name', here: here.text, there: there.text, parts: reasons } as const
        best = { verdict, score, reason }
      }
    }
    // Short spellings agree although the full ones name two fathers.
    if (!best || best.verdict === 'different' || patronymics === 'differ') return undefined
    const reasons: DuplicateReason[] = [best.reason]
    if (born) reasons.push({ type: 'birthDate', ...born })
    const facility = common(about.facilities, other.facilities)
    if (facility !== undefined) reasons.push({ type: 'facility', here: facility })
    if (isOneCase) reasons.push({ type: 'case', here: about.court })
    return { person, verdict: best.verdict, score: best.score, reasons }
  }

  /** Lists repeat names: the same two sounds are compared once. */
  #compareOnce(here: Spelling, there: Spelling, outside: 'for' | 'none'): Comparison {
    const key = `${outside}|${here.key}|${there.key}`
    const known = this.#compared.get(key)
    if (known) return known
    const comparison = compareNames(here.text, there.text, outside)
    if (this.#compared.size >= MOST_REMEMBERED) this.#compared.clear()
    this.#compared.set(key, comparison)
    return comparison
  }
}

const RANK: Readonly<Record<Verdict, number>> = { same: 2, possible: 1, different: 0 }

const byLikelihood = (a: Duplicate, b: Duplicate): number =>
  RANK[b.verdict] - RANK[a.verdict] || b.reasons.length - a.reasons.length || b.score - a.score

function spellingsOf(names: readonly string[]): Spelling[] {
  const found = new Map<string, Spelling>()
  for (const text of names) {
    const tokens = nameTokens(text).filter(({ skeleton }) => skeleton !== '')
    const key = tokens.map(({ word }) => word).join(' ')
    if (key === '' || found.has(key)) continue
    const single = tokens
      .map(({ skeleton }) => skeleton)
      .filter((skeleton) => !isPatronymicAmong(skeleton, tokens.length))
    const pairs = single.slice(1).map((skeleton, place) => joined(single[place] ?? '', skeleton))
    found.set(key, { text, key, single, joined: pairs })
  }
  return [...found.values()]
}

/** The pair of dates that agrees best; undefined when one of them has none. */
function birthDatesOf(ours: readonly Born[], theirs: readonly Born[]): BirthDates | undefined {
  let best: BirthDates | undefined
  for (const here of ours) {
    for (const there of theirs) {
      const how = howDatesAgree(here, there)
      if (!best || CLOSENESS[how] > CLOSENESS[best.how])
        best = { here: here.text, there: there.text, how }
    }
  }
  return best
}

const CLOSENESS = { same: 3, fits: 2, close: 1, differs: 0 } as const

interface Born {
  readonly text: string
  readonly span: Span
  /** Year, month and day where it is known to the day. */
  readonly day: readonly string[] | undefined
}

const bornOn = (text: string): Born => ({
  text,
  span: spanOf(text),
  day: /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split('-') : undefined,
})

function howDatesAgree(a: Born, b: Born): BirthDates['how'] {
  if (a.day && a.text === b.text) return 'same'
  // Of a year many are: it does not speak against, and says too little to speak for.
  if (a.span.from < b.span.to && b.span.from < a.span.to) return 'fits'
  if (!a.day || !b.day) return 'differs'
  const [year, month, day] = a.day
  const [otherYear, otherMonth, otherDay] = b.day
  const agreeing = [year === otherYear, month === otherMonth, day === otherDay].filter(Boolean)
  if (agreeing.length === 2) return 'close'
  return year === otherYear && month === otherDay && day === otherMonth ? 'close' : 'differs'
}

/** Cheap enough to ask of everybody: one day each, and more than one number differs. */
function isBornApart(ours: readonly Born[], theirs: readonly Born[]): boolean {
  const [a, b] = [ours[0], theirs[0]]
  if (!a || !b) return false
  if (!a.day || !b.day || ours.length > 1 || theirs.length > 1)
    return birthDatesOf(ours, theirs)?.how === 'differs'
  return howDatesAgree(a, b) === 'differs'
}

function countMeeting(
  asked: readonly { readonly parts: readonly number[] }[],
  parts: ReadonlySet<number>,
): number {
  let count = 0
  for (const { parts: alike } of asked) if (alike.some((part) => parts.has(part))) count += 1
  return count
}

/** One verdict of one court on one day is one case; two defendants of it have two names. */
const sameCase = (a: Somebody, b: Somebody): boolean =>
  a.court !== '' &&
  a.verdictDate !== '' &&
  a.verdictDate === b.verdictDate &&
  foldText(a.court) === foldText(b.court)

function common(ours: readonly string[], theirs: readonly string[]): string | undefined {
  const known = new Set(theirs.map(foldText))
  return ours.find((each) => known.has(foldText(each)))
}
