/**
 * What is seen by looking at all records together: who is held where. Reading only; everything comes from preferred
 * statements, and nothing is kept that a record does not say. The shapes are those of shared/contract/insight.ts.
 */
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { Town } from '../../../shared/places/gazetteer.ts'
import { sortKey } from '../records/sortKey.ts'
import { Projection, type ProjectionSource } from './projection.ts'
import {
  heldMap,
  presentStay,
  type StayFact,
  statusFact,
  stayFact,
  staysByPerson,
  townOf,
} from './whereabouts.ts'

export interface InsightParts extends ProjectionSource {
  readonly title: (id: RecordId) => string
}

export class InsightService {
  readonly #title: InsightParts['title']
  readonly #stays: Projection<StayFact>
  readonly #statuses: Projection<string | undefined>
  readonly #towns: Projection<Town | undefined>

  constructor(parts: InsightParts) {
    this.#title = parts.title
    this.#stays = new Projection('stay', parts, stayFact)
    this.#statuses = new Projection('person', parts, statusFact)
    this.#towns = new Projection('facility', parts, townOf)
  }

  /** Facilities with the people in them, and the ways between them. */
  async map(): Promise<CallOutput<'insight.map'>> {
    const { stays, statuses, towns } = await this.#facts()
    const { now, ever, transfers } = heldMap(stays.values(), statuses)
    const facilities = [...towns].map(([id, town]) => ({
      id,
      title: this.#title(id),
      at: placeOf(town),
      now: now.get(id)?.size ?? 0,
      ever: ever.get(id)?.size ?? 0,
    }))
    return {
      facilities,
      transfers: transfers.filter(({ from, to }) => towns.has(from) && towns.has(to)),
    }
  }

  /** People who are in a facility now, by name. */
  async held(facility: RecordId): Promise<CallOutput<'insight.held'>> {
    const { stays, statuses } = await this.#facts()
    const people = [...staysByPerson(stays.values())].flatMap(([person, own]) => {
      if (!statuses.has(person)) return []
      const present = presentStay(own, statuses.get(person))
      if (present?.facility !== facility) return []
      return [{ id: person, title: this.#title(person), since: present.from ?? null }]
    })
    return { people: byTitle(people) }
  }

  /** Where a person was, in order. */
  async route(person: RecordId): Promise<CallOutput<'insight.route'>> {
    const { stays, towns } = await this.#facts()
    const own = staysByPerson(stays.values()).get(person) ?? []
    const stops = own.map(({ id, facility, from, to }) => ({
      stay: id,
      facility: facility ?? null,
      title: facility ? this.#title(facility) : '',
      at: placeOf(facility && towns.get(facility)),
      from: from ?? null,
      to: to ?? null,
    }))
    return { stops }
  }

  async #facts() {
    return {
      stays: await this.#stays.facts(),
      statuses: await this.#statuses.facts(),
      towns: await this.#towns.facts(),
    }
  }
}

const placeOf = (town: Town | undefined) =>
  town ? { lon: town.lon, lat: town.lat, by: 'town' as const } : null

const byTitle = <Row extends { readonly title: string }>(rows: readonly Row[]): Row[] =>
  rows
    .map((row) => ({ row, order: sortKey(row.title) }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    .map(({ row }) => row)
