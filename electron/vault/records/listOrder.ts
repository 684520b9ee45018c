/**
 * The one place that knows in which language's order lists are. When that changes, the keys that the working index
 * sorts by are made anew from those it has, kind by kind and in slices: a list waits for its own kind only, the rest
 * follows over the next turns of the event loop.
 */
import type { Language } from '../../../shared/i18n/languages.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import { sortedBy, sortKey, sortKeyFrom } from '../../../shared/sorting/sortKey.ts'
import { INDEX_KINDS } from '../db/indexSchema.ts'
import type { IndexSorting } from '../db/indexSorting.ts'

const ROWS_AT_ONCE = 32
/** Many records refer to the same few, whose keys are then found here. */
const MOST_REMEMBERED = 10_000

/** Of one kind: how its rows are sorted, and how far they have been gone through for another language. */
interface Standing {
  language: Language
  next?: { readonly language: Language; after: number; readonly known: Map<string, string> }
}

export class ListOrder {
  readonly #sorting: IndexSorting
  readonly #kinds: ReadonlyMap<OpenKind, Standing>
  #language: Language

  /** `language`: undefined where nobody reads the lists; then they stay as they are. */
  constructor(sorting: IndexSorting, language: Language | undefined) {
    this.#sorting = sorting
    const stored = sorting.language
    this.#language = language ?? stored ?? 'en'
    const now = stored ?? this.#language
    if (!stored) sorting.setLanguage(now)
    this.#kinds = new Map(INDEX_KINDS.map((kind) => [kind, { language: now }]))
  }

  get language(): Language {
    return this.#language
  }

  /** From now on. The index follows (`settle`). False when it is the language already. */
  change(language: Language): boolean {
    if (language === this.#language) return false
    this.#language = language
    return true
  }

  key(text: string): string {
    return sortKey(this.#language, text)
  }

  sorted<Row extends { readonly title: string }>(rows: readonly Row[]): Row[] {
    return sortedBy(this.#language, rows, ({ title }) => title)
  }

  /** Brings a kind's keys, or those of all, into the language; until `end` (of performance.now()). False when something is left. */
  settle(end: number, kind?: OpenKind): boolean {
    if (kind) return this.#settleKind(kind, end)
    if (!INDEX_KINDS.every((each) => this.#settleKind(each, end))) return false
    if (this.#sorting.language !== this.#language) this.#sorting.setLanguage(this.#language)
    return true
  }

  /** Whether all keys of a kind are in the language. */
  isSettled(kind: OpenKind): boolean {
    const standing = this.#kinds.get(kind)
    return standing !== undefined && !standing.next && standing.language === this.#language
  }

  #settleKind(kind: OpenKind, end: number): boolean {
    const standing = this.#kinds.get(kind)
    if (!standing) return true
    while (standing.next || standing.language !== this.#language) {
      // Rows that were gone through are gone through to the end, even where the language changed once more meanwhile.
      standing.next ??= { language: this.#language, after: 0, known: new Map() }
      const { next, language } = standing
      const last = this.#sorting.rekey(kind, next.after, ROWS_AT_ONCE, (key) =>
        rekeyed(next, language, key),
      )
      if (last === undefined) {
        standing.language = next.language
        delete standing.next
      } else next.after = last
      if (performance.now() > end) return !standing.next && standing.language === this.#language
    }
    return true
  }
}

function rekeyed(
  { language, known }: NonNullable<Standing['next']>,
  from: Language,
  key: string,
): string {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = sortKeyFrom(from, key, language)
  if (known.size < MOST_REMEMBERED) known.set(key, made)
  return made
}
