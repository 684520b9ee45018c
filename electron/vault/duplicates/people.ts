/**
 * The people of a vault as a judgement sees them. A record that was merged into another is nobody of its own: whoever
 * it was merged into has its names, and its stays.
 */
import type { RecordId } from '../../../shared/ids.ts'
import type { Name } from '../../../shared/model/values.ts'
import type { FoldedRecord } from '../records/fold.ts'
import type { LiveIndex } from '../records/liveIndex.ts'
import { MERGED_FROM, mergedInto } from '../records/merge.ts'
import { holding } from '../records/preferred.ts'
import type { RecordStore } from '../records/recordStore.ts'
import type { Somebody } from './judge.ts'

/** A person of the vault, as much as a comparison needs. */
export interface KnownPerson extends Somebody {
  readonly id: RecordId
  readonly title: string
  readonly facilityIds: readonly RecordId[]
  /** Names of the records that were merged into this one. */
  readonly mergedNames: readonly string[]
}

type FacilitiesOf = (person: RecordId) => readonly RecordId[]

export class People {
  readonly #store: RecordStore
  readonly #index: LiveIndex

  constructor(store: RecordStore, index: LiveIndex) {
    this.#store = store
    this.#index = index
  }

  /** Undefined for what is no person of its own (any more). Errors: those of reading the ledger. */
  get(id: RecordId): KnownPerson | undefined {
    const record = this.#store.kindOf(id) === 'person' ? this.#store.get(id) : undefined
    if (!record || this.survivorOf(id) !== id) return undefined
    return this.#known(record, (person) => this.#staysOf(person))
  }

  /** All of them; `breathe` is awaited between two. */
  async *all(breathe: () => Promise<void>): AsyncGenerator<KnownPerson> {
    const stays = await this.#allStays(breathe)
    for (const id of this.#store.idsOf('person')) {
      const record = this.#index.readable(id)
      if (record && this.survivorOf(id) === id)
        yield this.#known(record, (person) => stays.get(person) ?? [])
      await breathe()
    }
  }

  /** The record that stands for this one, through any number of merges; itself when it was not merged. */
  survivorOf(id: RecordId): RecordId {
    const seen = new Set<RecordId>([id])
    for (let at = id; ; ) {
      const next = this.#index.linksTo(at).find(({ via }) => via === MERGED_FROM)?.id
      if (next === undefined || seen.has(next)) return at
      seen.add(next)
      at = next
    }
  }

  /** The record and all that stand behind it. */
  membersOf(id: RecordId): ReadonlySet<RecordId> {
    const all = new Set<RecordId>([id])
    for (const each of all) {
      const record = this.#store.get(each)
      for (const from of record ? mergedInto(record) : []) all.add(from)
    }
    return all
  }

  /** Whether the record can still be judged: not when it was erased. */
  isOpen(id: RecordId): boolean {
    return this.#store.kindOf(id) === 'person'
  }

  #known(record: FoldedRecord, facilitiesOf: FacilitiesOf): KnownPerson {
    const texts = (field: string) => holding(record, field).map(({ value }) => String(value))
    const members = mergedInto(record).length === 0 ? [record.id] : [...this.membersOf(record.id)]
    const mergedNames = members.flatMap((id) => {
      const other = id === record.id ? undefined : this.#store.get(id)
      return other ? namesOf(other) : []
    })
    const facilityIds = [...new Set(members.flatMap(facilitiesOf))]
    return {
      id: record.id,
      title: this.#index.title(record.id),
      names: namesOf(record),
      mergedNames,
      birthDates: texts('birthDate'),
      facilities: facilityIds.map((id) => this.#index.title(id)).filter((title) => title !== ''),
      facilityIds,
      court: texts('court')[0] ?? '',
      verdictDate: texts('verdictDate')[0] ?? '',
    }
  }

  #staysOf(person: RecordId): RecordId[] {
    return this.#index.linksTo(person).flatMap(({ id, via }) => {
      const stay = via === 'person' && this.#store.kindOf(id) === 'stay' && this.#store.get(id)
      return stay ? facilityOf(stay) : []
    })
  }

  /** Facilities of each person, by their stays. */
  async #allStays(breathe: () => Promise<void>): Promise<ReadonlyMap<RecordId, RecordId[]>> {
    const found = new Map<RecordId, RecordId[]>()
    for (const id of this.#store.idsOf('stay')) {
      const stay = this.#index.readable(id)
      const [person] = stay ? holding(stay, 'person') : []
      if (stay && person) {
        const of = found.get(person.value as RecordId) ?? []
        of.push(...facilityOf(stay))
        found.set(person.value as RecordId, of)
      }
      await breathe()
    }
    return found
  }
}

const namesOf = (record: FoldedRecord): string[] =>
  holding(record, 'names').map(({ value }) => (value as Name).text)

function facilityOf(stay: FoldedRecord): RecordId[] {
  const [facility] = holding(stay, 'facility')
  return facility ? [facility.value as RecordId] : []
}
