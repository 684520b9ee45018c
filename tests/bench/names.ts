/**
 * The name engine: how often it does not find a person by another spelling among 10,000 other names, beside FTS5
 * trigrams and plain edit distance; and how fast it is with 100,000 names. The people are invented. With
 * `names=FILE` the same over the names of a file: lines of person, language with flags (obl, noise), name,
 * separated by tabs, then after a line `#NEG` pairs of different people, which must not be the same.
 */
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { openDatabase } from '../../electron/vault/db/sqlite.ts'
import { compareNames } from '../../shared/names/compare.ts'
import { nameTokens } from '../../shared/names/fold.ts'
import { NameLookup } from '../../shared/names/lookup.ts'
import { type InventedPerson, inventPeople, type Spelling } from '../support/names/invented.ts'
import { engine, type Finder, recall } from '../support/names/recall.ts'
import { type BenchRow, row } from './support/row.ts'

const OTHERS = 10_000
const PEOPLE = 200
/** The others take some 20 ms for each question. */
const PEOPLE_OF_PEERS = 15
/** Not found at most, in per cent: 97 %, 93 % and 85 % are. */
const MOST_MISSED = { nominative: 3, inflected: 7, misprint: 15 } as const

const LARGE = 100_000
const P95_LIMIT_MS = 5
const BUILD_LIMIT_MS = 2000
const FILE_LIMIT_MS = 20_000

export async function namesBench(): Promise<BenchRow[]> {
  const file = process.argv.find((each) => each.startsWith('names='))?.slice('names='.length)
  const others = spellingsOf(inventPeople(OTHERS, 'others'))
  return [
    ...missedRows('invented people', inventPeople(PEOPLE, 'people'), others, PEOPLE_OF_PEERS),
    ...(file === undefined ? [] : fileRows(file, others)),
    ...speedRows(others),
  ]
}

/** One spelling of each, in turn. */
const spellingsOf = (people: readonly InventedPerson[]): string[] =>
  people.map(({ spellings }, place) => spellings[place % 17]?.text ?? '')

function missedRows(
  whose: string,
  people: readonly InventedPerson[],
  others: readonly string[],
  ofPeers: number,
): BenchRow[] {
  const ours = recall(people, others, engine, 1)
  const some = people.slice(0, ofPeers)
  const peers = { 'FTS5 trigrams': trigrams, 'edit distance': editDistance }
  const theirs = Object.entries(peers).map(
    ([name, finder]) => [name, recall(some, others, finder, 1)] as const,
  )
  return Object.entries(MOST_MISSED).map(([group, limit]) => {
    const missed = (scores: typeof ours) => {
      const { asked, found } = scores.get(group) ?? { asked: 0, found: 0 }
      return asked === 0 ? 0 : 100 - (100 * found) / asked
    }
    const note = theirs.map(([name, scores]) => `${name} ${missed(scores).toFixed(1)} %`).join(', ')
    const name = `names not found, ${whose}, ${group}`
    return { ...row(name, missed(ours), 'limit', limit, 1, note), unit: '%' as const }
  })
}

function fileRows(file: string, others: readonly string[]): BenchRow[] {
  const [listed = '', pairs = ''] = readFileSync(file, 'utf8').split(/^#NEG.*$/m)
  const people = new Map<string, Spelling[]>()
  for (const line of listed.split(/\r?\n/)) {
    const [id = '', label = '', text = ''] = line.split('\t')
    if (text === '' || id.startsWith('#')) continue
    const flags = label.split(';')
    const group = flags.includes('noise')
      ? 'misprint'
      : flags.includes('obl')
        ? 'inflected'
        : 'nominative'
    people.set(id, [...(people.get(id) ?? []), { group, label, text }])
  }
  const usable = [...people.values()]
    .filter((spellings) => spellings.some(({ group }) => group === 'nominative'))
    .map((spellings) => ({ spellings }))
  const different = pairs.split(/\r?\n/).filter((line) => line.includes('\t'))
  const taken = different.filter((line) => {
    const [a = '', b = ''] = line.split('\t')
    return compareNames(a, b).verdict !== 'different'
  })
  const wrong = different.length === 0 ? 0 : (100 * taken.length) / different.length
  return [
    ...missedRows('the file', usable, others, usable.length),
    {
      ...row('different people of the file not told apart', wrong, 'limit', 5, 1),
      note: `${different.length} pairs`,
      unit: '%',
    },
  ]
}

function speedRows(others: readonly string[]): BenchRow[] {
  const names = spellingsOf(inventPeople(LARGE, 'many'))
  const start = performance.now()
  const lookup = new NameLookup()
  for (const name of names) lookup.add(name)
  const built = performance.now() - start
  const queries = inventPeople(500, 'queries').map(
    ({ spellings }, place) => spellings[(place * 7) % spellings.length]?.text ?? '',
  )
  const skeletons = (query: string) => nameTokens(query).map(({ skeleton }) => skeleton)
  const times = queries.map((query) => timed(() => lookup.find(skeletons(query), 5))).slice(100)
  times.sort((a, b) => a - b)
  const p95 = times[Math.floor(times.length * 0.95)] ?? Number.NaN
  const p50 = times[Math.floor(times.length / 2)] ?? Number.NaN
  const whole = timed(() => {
    const find = engine(others)
    for (const query of queries) find(query, 5)
  })
  const note = `p50 ${p50.toFixed(2)} ms`
  return [
    row(`a name among ${LARGE}, p95`, p95, 'limit', P95_LIMIT_MS, 1, note),
    row(`${LARGE} names taken in`, built, 'limit', BUILD_LIMIT_MS, 1),
    row(`500 names against ${OTHERS}, in all`, whole, 'limit', FILE_LIMIT_MS, 1),
  ]
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Names with any trigram of the query in FTS5, as it ranks them. */
const trigrams: Finder = (names) => {
  const connection = openDatabase(':memory:')
  connection.exec("CREATE VIRTUAL TABLE name USING fts5 (text, tokenize = 'trigram')")
  const add = connection.prepare<[number, string]>('INSERT INTO name (rowid, text) VALUES (?, ?)')
  connection.transaction(() => {
    for (const [place, name] of names.entries()) add.run(place + 1, name)
  })()
  const find = connection
    .prepare<[string, number], number>(
      'SELECT rowid FROM name WHERE name MATCH ? ORDER BY rank LIMIT ?',
    )
    .pluck()
  return (query, limit) => {
    const text = query.replaceAll('"', '')
    const parts = Array.from(
      { length: Math.max(0, text.length - 2) },
      (_, at) => `"${text.slice(at, at + 3)}"`,
    )
    return parts.length === 0 ? [] : find.all(parts.join(' OR '), limit).map((id) => id - 1)
  }
}

/** The names with the fewest letters to change. */
const editDistance: Finder = (names) => {
  const lower = names.map((name) => name.toLowerCase())
  return (query, limit) =>
    lower
      .map((name, place) => [levenshtein(query.toLowerCase(), name), place] as const)
      .sort(([a], [b]) => a - b)
      .slice(0, limit)
      .map(([, place]) => place)
}

function levenshtein(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const line = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const exchanged = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      line.push(Math.min(exchanged, (before[j] ?? 0) + 1, (line[j - 1] ?? 0) + 1))
    }
    before = line
  }
  return before[b.length] ?? 0
}
