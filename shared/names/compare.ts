/**
 * Whether two names may be one person's: same, possible or different, with a reason for each part. Names alone
 * never say "same" (in these families surname and given name are often shared); that takes an agreeing patronymic
 * or something from outside, like the date of birth. Nothing is ever merged because of a verdict.
 *
 * Rules: surname and given name are compared separately and in any order. Parts that each name has and the other
 * has not, patronymics aside, make them different. Patronymics that differ make them different as well.
 */
import { type NameToken, nameTokens } from './fold.ts'
import { type Likeness, likeness, partOf } from './likeness.ts'
import { isPatronymicAmong } from './patronymic.ts'

export type Verdict = 'same' | 'possible' | 'different'

/** What the comparison saw of one part. */
export interface NameReason {
  /** The part as written in each name, two where they are written as one; null where the other has none. */
  readonly a: string | null
  readonly b: string | null
  readonly how: 'same' | 'other_script' | 'inflected' | 'similar' | 'missing' | 'different'
  readonly part: 'name' | 'patronymic'
}

export interface Comparison {
  readonly verdict: Verdict
  /** 0 to 1. */
  readonly score: number
  readonly reasons: readonly NameReason[]
}

/** What is known besides the names: whether it speaks for one person, against it, or not at all. */
export type Corroboration = 'for' | 'against' | 'none'

/** Two words or one, with their sound. */
interface Piece {
  readonly words: readonly string[]
  readonly sound: string
  readonly from: number
  readonly span: 1 | 2
}

interface Pairing {
  readonly a: Piece
  readonly b: Piece
  readonly score: number
  readonly likeness: Likeness
}

/** Below this the parts of two names are two parts. */
const LEAST = 0.55
/** Names are "same" only when each part is as good as written the same. */
const AS_GOOD_AS_SAME = 0.93

export function compareNames(a: string, b: string, outside: Corroboration = 'none'): Comparison {
  const [ofA, ofB] = [partsOf(a), partsOf(b)]
  const names = compareParts(ofA.names, ofB.names)
  const patronymics = compareParts(ofA.patronymics, ofB.patronymics)
  const reasons = [
    ...names.reasons.map((reason) => ({ ...reason, part: 'name' as const })),
    ...patronymics.reasons.map((reason) => ({ ...reason, part: 'patronymic' as const })),
  ]
  const isContradicted = names.isContradicted || patronymics.isContradicted || outside === 'against'
  if (names.pairs.length === 0 || isContradicted) {
    return { verdict: 'different', score: round(names.score * 0.5), reasons }
  }
  const isWhole = names.pairs.length >= 2 && names.least >= AS_GOOD_AS_SAME
  const isCorroborated =
    outside === 'for' || (patronymics.pairs.length > 0 && patronymics.least >= AS_GOOD_AS_SAME)
  const verdict = isWhole && isCorroborated ? 'same' : 'possible'
  return { verdict, score: round(names.score), reasons }
}

const round = (score: number): number => Math.round(score * 1000) / 1000

function partsOf(name: string): { names: NameToken[]; patronymics: NameToken[] } {
  const tokens = nameTokens(name).filter(({ skeleton }) => skeleton !== '')
  const isPatronymic = ({ skeleton }: NameToken) => isPatronymicAmong(skeleton, tokens.length)
  return {
    names: tokens.filter((token) => !isPatronymic(token)),
    patronymics: tokens.filter(isPatronymic),
  }
}

interface Compared {
  readonly pairs: readonly Pairing[]
  readonly score: number
  readonly least: number
  /** Each has a part that the other has not. */
  readonly isContradicted: boolean
  readonly reasons: readonly Omit<NameReason, 'part'>[]
}

function compareParts(a: readonly NameToken[], b: readonly NameToken[]): Compared {
  const pairs = pairUp(a, b)
  const leftA = missing(
    a,
    pairs.map((pair) => pair.a),
  )
  const leftB = missing(
    b,
    pairs.map((pair) => pair.b),
  )
  const isContradicted = leftA.length > 0 && leftB.length > 0
  const scores = pairs.map(({ score }) => score)
  const most = Math.max(a.length, b.length, 1)
  const matched = pairs.reduce(
    (sum, { a: { span }, b: { span: other }, score }) => sum + score * Math.max(span, other),
    0,
  )
  const how = isContradicted ? 'different' : 'missing'
  return {
    pairs,
    isContradicted,
    score: Math.min(1, matched / most),
    least: Math.min(1, ...scores),
    reasons: [
      ...pairs.map(reasonOf),
      ...leftA.map(({ word }) => ({ a: word, b: null, how }) as const),
      ...leftB.map(({ word }) => ({ a: null, b: word, how }) as const),
    ],
  }
}

/** The best pairing first, each word of either name once. */
function pairUp(a: readonly NameToken[], b: readonly NameToken[]): Pairing[] {
  const possible: Pairing[] = []
  for (const left of piecesOf(a)) {
    for (const right of piecesOf(b)) {
      if (left.span === 2 && right.span === 2) continue
      const match = alike(left.sound, right.sound)
      if (match && match.score >= LEAST) possible.push({ a: left, b: right, ...match })
    }
  }
  possible.sort((x, y) => y.score - x.score || y.a.span + y.b.span - x.a.span - x.b.span)
  const [usedA, usedB] = [new Set<number>(), new Set<number>()]
  return possible.filter(({ a: left, b: right }) => {
    const [ofA, ofB] = [placesOf(left), placesOf(right)]
    if (ofA.some((place) => usedA.has(place)) || ofB.some((place) => usedB.has(place))) return false
    for (const place of ofA) usedA.add(place)
    for (const place of ofB) usedB.add(place)
    return true
  })
}

/** In either direction, and never as a beginning: nobody is typing here. */
function alike(a: string, b: string): { score: number; likeness: Likeness } | undefined {
  const found = [likeness(partOf(a), partOf(b)), likeness(partOf(b), partOf(a))].filter(
    (match) => match && match.likeness !== 'prefix',
  )
  return found.sort((x, y) => (y?.score ?? 0) - (x?.score ?? 0))[0]
}

const placesOf = ({ from, span }: Piece): number[] => (span === 1 ? [from] : [from, from + 1])

function piecesOf(tokens: readonly NameToken[]): Piece[] {
  return tokens.flatMap((token, from): Piece[] => {
    const one: Piece = { words: [token.word], sound: token.skeleton, from, span: 1 }
    const next = tokens[from + 1]
    if (!next) return [one]
    const sound = token.skeleton + next.skeleton
    return [one, { words: [token.word, next.word], sound, from, span: 2 }]
  })
}

function missing(tokens: readonly NameToken[], used: readonly Piece[]): NameToken[] {
  const places = new Set(used.flatMap(placesOf))
  return tokens.filter((_, place) => !places.has(place))
}

function reasonOf({ a, b, likeness: how }: Pairing): Omit<NameReason, 'part'> {
  const [left, right] = [a.words.join(' '), b.words.join(' ')]
  if (how === 'same') return { a: left, b: right, how: left === right ? 'same' : 'other_script' }
  return { a: left, b: right, how: how === 'inflected' ? 'inflected' : 'similar' }
}
