/**
 * names match, names rank: the name engine on its own, on names from the arguments or from files. No vault is
 * opened and nothing is kept.
 */
import { VaultError } from '../../../shared/errors.ts'
import { compareNames } from '../../../shared/names/compare.ts'
import { type NameToken, nameTokens } from '../../../shared/names/fold.ts'
import { type NameHit, NameLookup } from '../../../shared/names/lookup.ts'
import type { Context } from '../openWorkspace.ts'
import { readText } from '../textFile.ts'

/** A result of fewer names is easier to read than a complete one. */
const MOST_RESULTS = 200

export function matchNames(
  a: string | undefined,
  b: string | undefined,
  options: { readonly pairs?: string },
  { output }: Context,
): void {
  if (options.pairs !== undefined) {
    for (const line of readLines(options.pairs)) {
      const [left = '', right = ''] = line.split('\t')
      output.row({ a: left, b: right, ...compareNames(left, right) })
    }
  } else if (a !== undefined && b !== undefined) {
    output.result({ a, b, ...compareNames(a, b) })
  } else throw new VaultError('usage', { names: 'two, or --pairs' })
}

export function rankNames(
  name: string | undefined,
  options: { readonly against: string; readonly queries?: string; readonly limit: string },
  { output, signal }: Context,
): void {
  const limit = Number(options.limit)
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_RESULTS)
    throw new VaultError('usage', { limit: `1 to ${MOST_RESULTS}` })
  const queries = options.queries === undefined ? [name] : readLines(options.queries)
  const lookup = new NameLookup()
  const names = new Map<number, string>()
  for (const line of readLines(options.against)) {
    const number = lookup.add(line)
    if (number !== undefined) names.set(number, line)
  }
  for (const query of queries) {
    if (query === undefined) throw new VaultError('usage', { names: 'one, or --queries' })
    if (signal.aborted) throw new VaultError('cancelled')
    const tokens = nameTokens(query)
    const hits = lookup.find(
      tokens.map(({ skeleton }) => skeleton),
      limit,
    )
    const results = hits.map((hit) => {
      const text = names.get(hit.name) ?? ''
      return {
        name: text,
        score: round(hit.score),
        reasons: reasonsOf(tokens, nameTokens(text), hit),
      }
    })
    output.row({ query, results })
  }
}

const round = (score: number): number => Math.round(score * 1000) / 1000

/** For each part of the query what of the name it met, and how. */
function reasonsOf(query: readonly NameToken[], name: readonly NameToken[], hit: NameHit) {
  return query.map(({ word }, place) => {
    const match = hit.parts[place]
    if (!match) return { query: word, name: null, how: 'missing' }
    const words = name.slice(match.place, match.place + match.span).map((token) => token.word)
    const met = words.join(' ')
    const isOther = match.likeness === 'same' && met !== word
    return { query: word, name: met, how: isOther ? 'other_script' : match.likeness }
  })
}

/** One name or pair a line; empty lines are none. */
function readLines(file: string): string[] {
  return readText(file)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
}
