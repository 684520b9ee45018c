/**
 * Whether two people may be one: same, possible or different, with the reasons. The name engine compares the names;
 * the birth date, the facility and the case speak for or against.
 *
 * Names alone never say "same", however many parts agree: cousins are called after one grandfather and their fathers
 * after another. It takes the day of birth or the case besides, and nothing that speaks against it. Somebody without
 * a name that can be read resembles nobody. Nothing is merged because of a verdict: it is shown with its reasons, and
 * a person decides.
 */
import type { DuplicateReason } from '../../../shared/contract/duplicates.ts'
import {
  type Comparison,
  compareNames,
  type NameReason,
  type Verdict,
} from '../../../shared/names/compare.ts'
import { foldText, nameTokens } from '../../../shared/names/fold.ts'
import { joined } from '../../../shared/names/lookup.ts'
import { isPatronymicAmong } from '../../../shared/names/patronymic.ts'
import { type Script, scriptOf } from '../../../shared/names/script.ts'
import { type Born, birthDatesOf, bornOn } from './birthDates.ts'

/** What a comparison needs of a person. */
export interface Somebody {
  readonly names: readonly string[]
  readonly birthDates: readonly string[]
  readonly facilities: readonly string[]
  readonly court: string
  readonly verdictDate: string
}

export interface Judgement {
  readonly verdict: Verdict
  /** Of the names, 0 to 1. */
  readonly score: number
  /** Names first, one for each pair of scripts in which they agree. */
  readonly reasons: readonly DuplicateReason[]
}

/** Nothing of either name is left over. */
const WHOLE_NAME = 0.9

export interface Spelling {
  readonly text: string
  readonly script: Script
  /** Its words: a name that is repeated is compared once. */
  readonly key: string
  /** Sounds of the parts that are no patronymics, and of each two neighbours as one. */
  readonly single: readonly string[]
  readonly joined: readonly string[]
}

/** Somebody made ready to be compared with many. */
export interface Profile {
  readonly about: Somebody
  readonly born: readonly Born[]
  readonly spellings: readonly Spelling[]
}

export const profileOf = (about: Somebody): Profile => ({
  about,
  born: about.birthDates.map(bornOn),
  spellings: spellingsOf(about.names),
})

export type CompareSpellings = (here: Spelling, there: Spelling) => Comparison

/** Whether the names are one person's if something else says so too: what else there is, is weighed in `judge`. */
export const compareSpellings: CompareSpellings = (here, there) =>
  compareNames(here.text, there.text, 'for')

export function judge(
  one: Profile,
  other: Profile,
  compare: CompareSpellings = compareSpellings,
): Judgement {
  const born = birthDatesOf(one.born, other.born)
  const isOneCase = sameCase(one.about, other.about)
  const names = namesOf(one, other, compare)
  const reasons: DuplicateReason[] = [...names.reasons]
  if (born) reasons.push({ type: 'birthDate', ...born })
  const facility = common(one.about.facilities, other.about.facilities)
  if (facility !== undefined) reasons.push({ type: 'facility', here: facility })
  if (isOneCase) reasons.push({ type: 'case', here: one.about.court })
  const { score } = names
  const isApart = born?.how === 'differs' && !isOneCase
  if (names.verdict === 'different' || isApart) return { verdict: 'different', score, reasons }
  const isDoubted = born?.how === 'close' || born?.how === 'differs'
  const isBorneOut = born?.how === 'same' || isOneCase
  const isSame = names.verdict === 'same' && isBorneOut && !isDoubted
  return { verdict: isSame ? 'same' : 'possible', score, reasons }
}

const RANK: Readonly<Record<Verdict, number>> = { same: 2, possible: 1, different: 0 }

/** Larger is likelier: the order of `byLikelihood` as one number. */
export const weightOf = ({ verdict, reasons, score }: Judgement): number =>
  RANK[verdict] * 1000 + reasons.length * 10 + score

/** Best first. */
export const byLikelihood = (a: Judgement, b: Judgement): number => weightOf(b) - weightOf(a)

/**
 * Whether to trouble somebody with it who did not ask: not for one part of a longer name, a given name that hundreds
 * have, and nothing besides.
 */
export function isWorthOffering({ reasons, score }: Judgement): boolean {
  const speaks = (reason: DuplicateReason): boolean => {
    if (reason.type === 'birthDate') return reason.how !== 'differs'
    if (reason.type !== 'name') return true
    return (
      reason.parts.filter(({ a, b, part }) => a !== null && b !== null && part === 'name').length >
      1
    )
  }
  return score >= WHOLE_NAME || reasons.some(speaks)
}

/** One verdict of one court on one day is one case; two defendants of it have two names. */
export const sameCase = (a: Somebody, b: Somebody): boolean =>
  a.court !== '' &&
  a.verdictDate !== '' &&
  a.verdictDate === b.verdictDate &&
  foldText(a.court) === foldText(b.court)

interface NamePair extends Comparison {
  readonly here: Spelling
  readonly there: Spelling
}

type NameDuplicateReason = Extract<DuplicateReason, { readonly type: 'name' }>

interface Names {
  readonly verdict: Verdict
  readonly score: number
  readonly reasons: readonly NameDuplicateReason[]
}

/** All spellings of the one with all of the other: the best of each pair of scripts is told. */
function namesOf(one: Profile, other: Profile, compare: CompareSpellings): Names {
  const best = new Map<string, NamePair>()
  let patronymics = 'unknown'
  for (const here of one.spellings) {
    for (const there of other.spellings) {
      const comparison = compare(here, there)
      const said = patronymicsOf(comparison.reasons)
      if (said === 'agree' || patronymics === 'unknown') patronymics = said
      const scripts = [here.script, there.script].toSorted().join()
      const known = best.get(scripts)
      if (!known || worth(known) < worth(comparison))
        best.set(scripts, { ...comparison, here, there })
    }
  }
  const [first, ...rest] = [...best.values()].toSorted(
    (a, b) => worth(b) - worth(a) || Number(crosses(a)) - Number(crosses(b)),
  )
  if (!first) return { verdict: 'different', score: 0, reasons: [] }
  // What agrees letter by letter in one script needs no word about how it sounds across two.
  const told = [first, ...rest.filter((pair) => pair.verdict !== 'different' && !crosses(pair))]
  // Short spellings agree although the full ones name two fathers.
  const verdict = patronymics === 'differ' ? 'different' : first.verdict
  return { verdict, score: first.score, reasons: told.map(reasonOf) }
}

const worth = ({ verdict, score }: Comparison): number => RANK[verdict] * 2 + score

const crosses = ({ here, there }: NamePair): boolean => here.script !== there.script

const reasonOf = ({ here, there, reasons }: NamePair): NameDuplicateReason => ({
  type: 'name',
  ...{ here: here.text, there: there.text },
  scripts: { here: here.script, there: there.script },
  parts: [...reasons],
})

function patronymicsOf(reasons: readonly NameReason[]): 'agree' | 'differ' | 'unknown' {
  const fathers = reasons.filter(({ part }) => part === 'patronymic')
  if (fathers.some(({ a, b }) => a !== null && b !== null)) return 'agree'
  return fathers.some(({ how }) => how === 'different') ? 'differ' : 'unknown'
}

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
    found.set(key, { text, script: scriptOf(text), key, single, joined: pairs })
  }
  return [...found.values()]
}

function common(ours: readonly string[], theirs: readonly string[]): string | undefined {
  const words = (text: string): string => foldText(text).trim()
  const known = new Set(theirs.map(words))
  return ours.find((each) => words(each) !== '' && known.has(words(each)))
}
