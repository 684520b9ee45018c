/**
 * Who may be one person: offered for somebody who is being typed, with reasons, and what a person said about a pair
 * remembered in the ledger. A verdict is about two records; it goes with each into whatever that is merged into,
 * comes back when the merge is taken apart, and ends when one of the two is erased.
 */
import type { CallOutput, ParsedInput } from '../../../shared/contract/contract.ts'
import type { DuplicateOffer, ShownPerson } from '../../../shared/contract/duplicates.ts'
import { VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { NewEntry } from '../ledger/types.ts'
import type { Journal } from '../records/journal.ts'
import type { LiveIndex } from '../records/liveIndex.ts'
import { slices } from '../slices.ts'
import { byLikelihood, isWorthOffering, judge, profileOf, type Somebody } from './judge.ts'
import type { KnownPerson, People } from './people.ts'
import { type KeptVerdict, pairKey, type VerdictBook, verdictEntry } from './verdictBook.ts'

export interface DuplicateParts {
  readonly journal: Pick<Journal, 'append'>
  readonly index: LiveIndex
  readonly people: People
  readonly book: VerdictBook
  /** People with names like these, the likeliest first. */
  readonly peopleLike: (names: readonly string[], limit: number) => readonly RecordId[]
}

/** Judged for one person at most, and told of at most. */
const MOST_JUDGED = 40
const MOST_OFFERED = 5
const NOBODY: ReadonlyMap<string, KeptVerdict> = new Map()

export class DuplicateService {
  readonly #parts: DuplicateParts

  constructor(parts: DuplicateParts) {
    this.#parts = parts
  }

  /** Who may be the person of a form, best first. In slices: whoever types is not kept waiting. */
  async offer(input: ParsedInput<'duplicates.offer'>): Promise<CallOutput<'duplicates.offer'>> {
    const { id, names, birthDates, court, verdictDate, different } = input
    const recorded = id === null ? undefined : this.#parts.people.get(id)
    const somebody = { names, birthDates, court, verdictDate, facilities: [] }
    const about: Somebody = recorded ? { ...somebody, facilities: recorded.facilities } : somebody
    const apart = id === null ? NOBODY : this.differentPairs()
    return { offers: await this.#offersFor(about, id, new Set(different), apart) }
  }

  /** Who may be one with somebody who is recorded, whatever was said about the two. Best first. */
  async alike(id: RecordId): Promise<readonly DuplicateOffer[]> {
    const person = this.#parts.people.get(id)
    return person ? this.#offersFor(person, id, new Set(), NOBODY) : []
  }

  /** Pairs that were called different people, the last one first. */
  different(): CallOutput<'duplicates.different'>['pairs'] {
    const named = (id: RecordId) => ({ id, title: this.#parts.index.title(id) })
    return [...this.differentPairs().values()]
      .map(({ a, b, at }) => ({ a: named(a), b: named(b), at }))
      .reverse()
  }

  /** Remembers it. Errors: `bad_input` for anything but two people, `not_found`, and those of the append. */
  judge(a: RecordId, b: RecordId, verdict: 'different' | 'open'): void {
    const { people, journal } = this.#parts
    if (a === b) throw new VaultError('bad_input')
    for (const id of [a, b]) if (!people.isOpen(id)) throw new VaultError('not_found')
    if (verdict === 'different') {
      if (!this.areDifferent(a, b)) journal.append([verdictEntry(a, b, 'different')])
      return
    }
    // Taken back of whichever records it was said, which stand behind these two.
    const [ours, theirs] = [people.membersOf(a), people.membersOf(b)]
    const said = this.#standing().filter(
      (each) =>
        (ours.has(each.a) && theirs.has(each.b)) || (ours.has(each.b) && theirs.has(each.a)),
    )
    if (said.length > 0) journal.append(said.map((each) => verdictEntry(each.a, each.b, 'open')))
  }

  /** The entries that remember of a new person who it is not. Those who are gone by now are passed over. */
  entriesFor(person: RecordId, different: readonly RecordId[]): readonly NewEntry[] {
    return [...new Set(different)]
      .filter((other) => other !== person && this.#parts.people.isOpen(other))
      .map((other) => verdictEntry(person, other, 'different'))
  }

  areDifferent(a: RecordId, b: RecordId): boolean {
    const { people } = this.#parts
    return this.differentPairs().has(pairKey(people.survivorOf(a), people.survivorOf(b)))
  }

  /** Of the records that stand today: pair → what was said. Two that were merged all the same are no pair. */
  differentPairs(): ReadonlyMap<string, KeptVerdict> {
    const { people } = this.#parts
    const pairs = new Map<string, KeptVerdict>()
    for (const { a, b, at } of this.#standing()) {
      const [one, other] = [people.survivorOf(a), people.survivorOf(b)]
      if (one !== other) pairs.set(pairKey(one, other), { a: one, b: other, at })
    }
    return pairs
  }

  /** Those of whom neither was erased. */
  #standing(): readonly KeptVerdict[] {
    const { people, book } = this.#parts
    return book.different().filter(({ a, b }) => people.isOpen(a) && people.isOpen(b))
  }

  async #offersFor(
    about: Somebody,
    self: RecordId | null,
    different: ReadonlySet<RecordId>,
    apart: ReadonlyMap<string, KeptVerdict>,
  ): Promise<DuplicateOffer[]> {
    const { people, peopleLike } = this.#parts
    const profile = profileOf(about)
    const found: DuplicateOffer[] = []
    const breathe = slices()
    for (const id of peopleLike(about.names, MOST_JUDGED)) {
      await breathe()
      if (id === self || different.has(id)) continue
      if (self !== null && apart.has(pairKey(self, id))) continue
      const person = people.get(id)
      const judged = person && judge(profile, profileOf(person))
      if (!person || !judged || judged.verdict === 'different' || !isWorthOffering(judged)) continue
      const { verdict, score, reasons } = judged
      found.push({ ...shownPerson(person), verdict, score, reasons: [...reasons] })
    }
    return found.sort(byLikelihood).slice(0, MOST_OFFERED)
  }
}

export const shownPerson = ({ id, title, birthDates, facilities }: KnownPerson): ShownPerson => ({
  ...{ id, title },
  birthDate: birthDates[0] ?? '',
  facility: facilities.at(-1) ?? '',
})
