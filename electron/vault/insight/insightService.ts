/**
 * What is seen by looking at all records together: who is held where, how many there are, whom to think of first. Reading only; everything comes from preferred
 * statements, and nothing is kept that a record does not say. The shapes are those of shared/contract/insight.ts.
 */
import type { CallOutput, ParsedInput } from '../../../shared/contract/contract.ts'
import type { MapPlace } from '../../../shared/contract/insight.ts'
import { VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { Claim } from '../../../shared/model/values.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { openKind } from '../records/indexing.ts'
import type { ListOrder } from '../records/listOrder.ts'
import { holding } from '../records/preferred.ts'
import { slices, turn } from '../slices.ts'
import { type AgendaFact, ofConsent, ofIntervention, ofProceeding, whenOf } from './agenda.ts'
import {
  COUNTS,
  type CountedPerson,
  countAll,
  GROUPINGS,
  groupPeople,
  groupsOf,
  isGrouped,
  isHeld,
} from './figures.ts'
import { latestDay, type PersonFact, personFact } from './personFacts.ts'
import { priorities } from './priorities.ts'
import { Projection, type ProjectionSource } from './projection.ts'
import { type InterventionFact, interventionFact, submissions } from './registers.ts'
import { type RelationSource, relationsOf } from './relations.ts'
import {
  heldMap,
  placeOf,
  presentStay,
  type StayFact,
  stayFact,
  staysByPerson,
} from './whereabouts.ts'

const AGENDA_KINDS = ['proceeding', 'intervention', 'consent'] as const

export interface InsightParts extends ProjectionSource, RelationSource {
  readonly title: (id: RecordId) => string
  readonly order: Pick<ListOrder, 'sorted'>
  /** `YYYY-MM-DD` by the clock of the person who looks. */
  readonly today: () => string
}

export class InsightService {
  readonly #source: RelationSource
  readonly #title: InsightParts['title']
  readonly #order: InsightParts['order']
  readonly #today: InsightParts['today']
  readonly #stays: Projection<StayFact>
  readonly #people: Projection<PersonFact>
  readonly #interventions: Projection<InterventionFact>
  readonly #agenda: Readonly<
    Record<(typeof AGENDA_KINDS)[number], Projection<readonly AgendaFact[]>>
  >
  readonly #claims: Projection<readonly Claim[]>
  readonly #places: Projection<MapPlace | undefined>

  constructor(parts: InsightParts) {
    this.#source = parts
    this.#title = parts.title
    this.#order = parts.order
    this.#stays = new Projection('stay', parts, stayFact)
    this.#people = new Projection('person', parts, personFact)
    this.#interventions = new Projection('intervention', parts, interventionFact)
    this.#agenda = {
      proceeding: new Projection('proceeding', parts, ofProceeding),
      intervention: new Projection('intervention', parts, ofIntervention),
      consent: new Projection('consent', parts, ofConsent),
    }
    this.#claims = new Projection('source', parts, claimsOf)
    this.#today = parts.today
    this.#places = new Projection('facility', parts, placeOf)
  }

  /** Facilities with the people in them, and the ways between them. */
  async map(): Promise<CallOutput<'insight.map'>> {
    const { stays, people, places } = await this.#facts()
    await turn()
    const { now, ever, transfers } = heldMap(stays, people)
    await turn()
    const facilities = [...places].map(([id, place]) => ({
      id,
      title: this.#title(id),
      at: place ?? null,
      now: now.get(id)?.size ?? 0,
      ever: ever.get(id)?.size ?? 0,
    }))
    return {
      facilities,
      transfers: transfers.filter(({ from, to }) => places.has(from) && places.has(to)),
    }
  }

  /** People who are in a facility now, by name. */
  async held(facility: RecordId): Promise<CallOutput<'insight.held'>> {
    const { stays, people } = await this.#facts()
    const held = [...staysByPerson(stays)].flatMap(([person, own]) => {
      const fact = people.get(person)
      const present = fact && presentStay(own, fact.status)
      if (present?.facility !== facility) return []
      return [{ id: person, title: this.#title(person), since: present.from ?? null }]
    })
    return { people: this.#order.sorted(held) }
  }

  /** Where a person was, in order. */
  async route(person: RecordId): Promise<CallOutput<'insight.route'>> {
    const { stays, places } = await this.#facts()
    const own = staysByPerson(stays).get(person) ?? []
    const stops = own.map(({ id, facility, from, to }) => ({
      stay: id,
      facility: facility ?? null,
      title: facility ? this.#title(facility) : '',
      at: (facility && places.get(facility)) ?? null,
      from: from ?? null,
      to: to ?? null,
    }))
    return { stops }
  }

  /** Everybody who is held, by name, with the registers that were told. */
  async registers(): Promise<CallOutput<'insight.registers'>> {
    const told = submissions((await this.#interventions.facts()).values())
    const { people } = await this.#facts()
    const rows = []
    const breathe = slices()
    for (const { id, fact } of (await this.#counted()).filter(isHeld)) {
      const own = [id, ...(people.get(id)?.merged ?? [])].flatMap((each) => [
        ...(told.get(each) ?? []),
      ])
      rows.push({
        ...{ id, title: this.#title(id), status: fact.status ?? null },
        submissions: own.map(([register, { record, state, reference, on }]) => ({
          ...{ register, record, state, reference: reference ?? '', on: on ?? null },
        })),
      })
      await breathe()
    }
    await turn()
    return answer({ rows: this.#order.sorted(rows) })
  }

  /** What has to be done by when. */
  async agenda(): Promise<CallOutput<'insight.agenda'>> {
    const today = this.#today()
    const items = []
    const breathe = slices()
    for (const kind of AGENDA_KINDS)
      for (const [id, facts] of [...(await this.#agenda[kind].facts())])
        for (const { what, date, people } of facts) {
          items.push({
            ...{ what, date, when: whenOf(date, today) },
            record: { id, kind, title: this.#title(id) },
            people: people.map((each) => ({ id: each, title: this.#title(each) })),
          })
          await breathe()
        }
    await turn()
    const sorted = items.sort((a, b) => (latestDay(a.date) < latestDay(b.date) ? -1 : 1))
    return answer({ items: sorted })
  }

  /** What is linked to a record, and through which statements. Errors: `not_found`. */
  relations(id: RecordId): CallOutput<'insight.relations'> {
    const root = this.#source.readable(id)
    if (!root) throw new VaultError('not_found')
    const { nodes, edges, leftOut } = relationsOf(root, this.#source)
    return {
      leftOut,
      nodes: nodes.map((record) => ({
        ...{ id: record.id, kind: openKind(record), title: this.#title(record.id) },
      })),
      edges: edges.map(({ from, to, via, statements }) => ({
        ...{ from, to, via },
        statements: statements.map(({ grade, asOf, source }) => ({
          ...{ grade, asOf, source, sourceTitle: source ? this.#title(source) : '' },
        })),
      })),
    }
  }

  /** Counts by each definition and in each grouping, and what publishers counted. */
  async figures(): Promise<CallOutput<'insight.figures'>> {
    const people = await this.#counted()
    const today = this.#today()
    const claims = await this.#claims.facts()
    const published = [...claims].flatMap(([source, own]) =>
      own.flatMap(({ figure, number, publisher, date, definition }) =>
        figure === undefined || number === undefined
          ? []
          : [{ source, figure, number, publisher, date, definition }],
      ),
    )
    const groups = GROUPINGS.map((by) => ({
      by,
      rows: groupPeople(people, by).map((group) => ({
        ...group,
        title: by === 'facility' && group.value ? this.#title(group.value as RecordId) : '',
      })),
    }))
    await turn()
    return answer({ today, counts: countAll(people, today), groups, published })
  }

  /** The people whom a figure counts, by name. */
  async counted({ figure }: ParsedInput<'insight.counted'>): Promise<CallOutput<'insight.people'>> {
    const today = this.#today()
    return this.#listed(await this.#counted(), (person) => COUNTS[figure](person, today))
  }

  /** The people of one group, by name. */
  async people({
    by,
    value,
  }: ParsedInput<'insight.people'>): Promise<CallOutput<'insight.people'>> {
    return this.#listed(
      await this.#counted(),
      (person) => isGrouped(person, by) && groupsOf(person, by).includes(value),
    )
  }

  /** Whom to think of first, and why. */
  async priorities(): Promise<CallOutput<'insight.priorities'>> {
    const people = await this.#counted()
    const byId = new Map(people.map((person) => [person.id, person]))
    const first = priorities(people, this.#today())
    await turn()
    const rows = []
    const breathe = slices()
    for (const { id, grounds, heldSince } of first) {
      const person = byId.get(id)
      rows.push({
        ...{ id, title: this.#title(id), status: person?.fact.status ?? null },
        ...{ facility: person?.facility ? this.#title(person.facility) : '' },
        ...{ grounds: [...grounds], heldSince: heldSince ?? null },
        confirmed: person?.fact.confirmed ?? null,
      })
      await breathe()
    }
    return answer({ rows })
  }

  async #listed(
    people: readonly CountedPerson[],
    isOne: (person: CountedPerson) => boolean,
  ): Promise<CallOutput<'insight.people'>> {
    const rows = []
    const breathe = slices()
    for (const { id, fact } of people.filter(isOne)) {
      rows.push({ id, title: this.#title(id), status: fact.status ?? null })
      await breathe()
    }
    await turn()
    return answer({ people: this.#order.sorted(rows) })
  }

  /** Everybody with the facility that they are in. */
  async #counted(): Promise<readonly CountedPerson[]> {
    const { stays, people } = await this.#facts()
    await turn()
    const byPerson = staysByPerson(stays)
    await turn()
    const everybody = [...people].map(([id, fact]) => ({
      ...{ id, fact },
      facility: presentStay(byPerson.get(id) ?? [], fact.status)?.facility,
    }))
    return answer(everybody)
  }

  async #facts() {
    const everybody = await this.#people.facts()
    const stays = await this.#stays.facts()
    const places = await this.#places.facts()
    const now = nowCalled(everybody)
    return {
      places,
      people: new Map([...everybody].filter(([id]) => !now.has(id))),
      stays: [...stays.values()].map((stay) => ({
        ...stay,
        person: stay.person && (now.get(stay.person) ?? stay.person),
      })),
    }
  }
}

/** What is made of it, and a call's check of what it gives, begin a turn of their own: each grows with the vault. */
async function answer<Result>(result: Result): Promise<Result> {
  await turn()
  return result
}

/** Whoever was merged into another record → that record, however many steps it took. */
function nowCalled(people: ReadonlyMap<RecordId, PersonFact>): ReadonlyMap<RecordId, RecordId> {
  const next = new Map(
    [...people].flatMap(([into, { merged }]) => merged.map((from) => [from, into] as const)),
  )
  const last = (id: RecordId, steps = next.size): RecordId => {
    const into = next.get(id)
    return into === undefined || steps === 0 ? id : last(into, steps - 1)
  }
  return new Map([...next.keys()].map((id) => [id, last(id)]))
}

const claimsOf = (record: FoldedRecord): readonly Claim[] =>
  holding(record, 'claims').map(({ value }) => value as Claim)
