/** What the ledger's entries say about share cards: which sets there are, who holds them, when each was last checked. */
import type { OpenedEntry } from '../ledger/types.ts'
import type { SharePurpose } from './card.ts'
import {
  OP_SHARES_CHECKED,
  OP_SHARES_MADE,
  OP_SHARES_RETIRED,
  SharesChecked,
  SharesMade,
  SharesRetired,
} from './ops.ts'

export interface KnownSet extends SharesMade {
  readonly madeAt: number
  /** By number of the card; without an entry, it was never checked. */
  readonly checkedAt: ReadonlyMap<number, number>
  readonly retiredAt: number | undefined
}

export interface CardStatus {
  readonly number: number
  readonly holder: string
  readonly checkedAt: number | null
  /** Neither made nor checked for `CHECK_EVERY_DAYS`, while the set is in use. */
  readonly overdue: boolean
}

export interface SetStatus {
  readonly setId: string
  readonly purpose: SharePurpose
  readonly k: number
  readonly n: number
  readonly madeAt: number
  readonly retiredAt: number | null
  /** Whether k cards still open something. */
  readonly inUse: boolean
  readonly slot: number | null
  readonly cards: readonly CardStatus[]
}

/** Half a year: long enough not to be ignored, short enough that k holders are still found. */
export const CHECK_EVERY_DAYS = 183
const DAY_MS = 86_400_000

export class ShareSets {
  readonly #sets = new Map<string, KnownSet>()

  take(entry: OpenedEntry): void {
    if (entry.state !== 'open') return
    switch (entry.op) {
      case OP_SHARES_MADE:
        this.#made(entry.body, entry.time)
        break
      case OP_SHARES_CHECKED:
        this.#checked(entry.body, entry.time)
        break
      case OP_SHARES_RETIRED:
        this.#retired(entry.body, entry.time)
        break
    }
  }

  get(setId: string): KnownSet | undefined {
    return this.#sets.get(setId)
  }

  /** Newest first. */
  status(now: number, opens: (set: KnownSet) => boolean): readonly SetStatus[] {
    return [...this.#sets.values()]
      .reverse()
      .map((set) => statusOf(set, now, set.retiredAt === undefined && opens(set)))
  }

  #made(body: unknown, time: number): void {
    const { data } = SharesMade.safeParse(body)
    if (!data || this.#sets.has(data.setId)) return
    // A slot holds one set: who made another in its place has dropped the one before.
    for (const set of this.#sets.values())
      if (data.slot !== undefined && set.slot === data.slot) this.#end(set, time)
    this.#sets.set(data.setId, {
      ...data,
      madeAt: time,
      checkedAt: new Map(),
      retiredAt: undefined,
    })
  }

  #checked(body: unknown, time: number): void {
    const { data } = SharesChecked.safeParse(body)
    const set = data && this.#sets.get(data.setId)
    if (!set || data.number > set.n) return
    const checkedAt = new Map(set.checkedAt).set(data.number, time)
    this.#sets.set(set.setId, { ...set, checkedAt })
  }

  #retired(body: unknown, time: number): void {
    const { data } = SharesRetired.safeParse(body)
    const set = data && this.#sets.get(data.setId)
    if (set) this.#end(set, time)
  }

  #end(set: KnownSet, time: number): void {
    if (set.retiredAt === undefined) this.#sets.set(set.setId, { ...set, retiredAt: time })
  }
}

function statusOf(set: KnownSet, now: number, inUse: boolean): SetStatus {
  const { setId, purpose, k, n, madeAt, retiredAt = null, slot = null } = set
  const cards = set.holders.map((holder, index) => {
    const number = index + 1
    const checkedAt = set.checkedAt.get(number) ?? null
    const age = now - (checkedAt ?? madeAt)
    // A date to come was said by a clock that was wrong: nobody knows when it was.
    const overdue = inUse && (age > CHECK_EVERY_DAYS * DAY_MS || age < -DAY_MS)
    return { number, holder, checkedAt, overdue }
  })
  return { setId, purpose, k, n, madeAt, retiredAt, inUse, slot, cards }
}
