/**
 * Everything one person's page is made of, already cleared for the reader: the person, their case and its
 * proceedings, stays with facilities, those named as responsible, and public sources. A link is followed only when the field that holds
 * it was let through. Witnesses and evidence are never even looked at.
 */
import { byDate } from '../../../shared/dates/span.ts'
import { VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { Kind } from '../../../shared/model/kind.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { mergedInto } from '../records/merge.ts'
import { holding, preferred, viewOf } from '../records/preferred.ts'
import { type ConsentAnswer, consentTo } from './consents.ts'
import {
  type AskConsent,
  type Cleared,
  clear,
  type HeldBack,
  type Opened,
  type Reader,
} from './guard.ts'

/** The records as they are now. */
export interface RecordSource {
  get(id: RecordId): FoldedRecord | undefined
  /** Of these kinds; of all open ones when not said. */
  all(kinds?: readonly Kind[]): Iterable<FoldedRecord>
}

export interface ClearedStay {
  readonly stay: Cleared<'stay'>
  readonly facility: Cleared<'facility'> | undefined
}

export interface ClearedProceeding {
  readonly proceeding: Cleared<'proceeding'>
  /** Nobody else is a defendant in it: its sentence is this person's. */
  readonly isAlone: boolean
}

export interface ClearedPerson {
  /** For what was held back and for leaks; printed nowhere. */
  readonly id: RecordId
  readonly person: Cleared<'person'>
  readonly case: Cleared<'case'> | undefined
  readonly stays: readonly ClearedStay[]
  /** Oldest first. */
  readonly proceedings: ReadonlyArray<ClearedProceeding>
  readonly incidents: ReadonlyArray<Cleared<'incident'>>
  readonly sources: ReadonlyArray<Cleared<'source'>>
  readonly heldBack: readonly HeldBack[]
  readonly opened: readonly Opened[]
}

const isKind = <K extends Kind>(
  record: FoldedRecord | undefined,
  kind: K,
): record is FoldedRecord & { readonly kind: K } => record?.kind === kind

const LINKING: readonly Kind[] = [
  ...(['person', 'stay', 'incident', 'proceeding', 'consent', 'organisation'] as const),
]

/** Stays, incidents, proceedings and consents by the person they are about, made once for a dossier. */
export class Links {
  readonly #stays = new Map<string, FoldedRecord[]>()
  readonly #incidents = new Map<string, FoldedRecord[]>()
  readonly #proceedings = new Map<string, FoldedRecord[]>()
  readonly #consents = new Map<string, FoldedRecord[]>()
  /** Person → records of the same person that were merged into it. */
  readonly #merged = new Map<RecordId, readonly RecordId[]>()
  /** The other way round. */
  readonly #into = new Map<RecordId, RecordId>()
  #own: (FoldedRecord & { readonly kind: 'organisation' }) | undefined

  private constructor() {}

  /** `breathe` is awaited between records: of a large vault it takes longer than a turn may. */
  static async of(records: RecordSource, breathe: () => Promise<void>): Promise<Links> {
    const links = new Links()
    for (const record of records.all(LINKING)) {
      links.#add(record)
      await breathe()
    }
    return links
  }

  #add(record: FoldedRecord): void {
    if (record.kind === 'person') {
      const from = mergedInto(record)
      this.#merged.set(record.id, from)
      for (const each of from) this.#into.set(each, record.id)
    } else if (record.kind === 'stay') put(this.#stays, preferred(record, 'person')?.value, record)
    else if (record.kind === 'incident') {
      const people = viewOf(record).find((view) => view.name === 'people')
      for (const { value } of people?.statements ?? []) put(this.#incidents, value, record)
    } else if (record.kind === 'proceeding') {
      const defendants = new Set(holding(record, 'defendants').map(({ value }) => value))
      for (const defendant of defendants) put(this.#proceedings, defendant, record)
    } else if (record.kind === 'consent') {
      const subjects = new Set(holding(record, 'subject').map(({ value }) => value))
      for (const subject of subjects) put(this.#consents, subject, record)
    } else if (isKind(record, 'organisation') && preferred(record, 'role')?.value === 'own') {
      this.#own ??= record
    }
  }

  /** The organisation that hands the dossier over: the first recorded whose role is `own`. */
  get own(): (FoldedRecord & { readonly kind: 'organisation' }) | undefined {
    return this.#own
  }

  staysOf = (person: RecordId): readonly FoldedRecord[] => this.#about(person, this.#stays)
  incidentsOf = (person: RecordId): readonly FoldedRecord[] => this.#about(person, this.#incidents)

  proceedingsOf = (person: RecordId): readonly FoldedRecord[] =>
    this.#about(person, this.#proceedings)

  /** What a person consents to, by whichever of the records that are one person it was said. */
  consentOf(person: RecordId, reader: Reader): AskConsent {
    const { audience, today } = reader
    // The team's tables ask nobody: what would need a consent is theirs to read, or in no table at all.
    if (audience === 'team') return () => ({ missing: 'none' })
    const consents = this.#about(this.root(person), this.#consents)
    return (group) => consentTo(consents, audience, today, group)
  }

  /** The record that a person was merged into in the end; the person's own where it was not. */
  root(person: RecordId): RecordId {
    const seen = new Set([person])
    let root = person
    for (let next = this.#into.get(root); next && !seen.has(next); next = this.#into.get(root)) {
      seen.add(next)
      root = next
    }
    return root
  }

  /** Of the person and of what was merged into it, each record once. */
  #about(
    person: RecordId,
    records: ReadonlyMap<string, readonly FoldedRecord[]>,
  ): readonly FoldedRecord[] {
    const people = new Set([person])
    for (const each of people) for (const from of this.#merged.get(each) ?? []) people.add(from)
    return [...new Set([...people].flatMap((each) => records.get(each) ?? []))]
  }
}

function put(map: Map<string, FoldedRecord[]>, key: unknown, record: FoldedRecord): void {
  if (typeof key !== 'string') return
  const list = map.get(key)
  if (list) list.push(record)
  else map.set(key, [record])
}

/** Errors: `not_found` for an id that is no person of this vault (any more). */
export function gather(
  reader: Reader,
  records: RecordSource,
  links: Links,
  id: RecordId,
): ClearedPerson {
  const record = records.get(id)
  if (!isKind(record, 'person')) throw new VaultError('not_found')
  const heldBack: HeldBack[] = []
  const opened: Opened[] = []
  const sources = new Set<RecordId>()
  const ask = remembering(links.consentOf(id, reader))

  const take = <K extends Kind>(
    found: (FoldedRecord & { readonly kind: K }) | undefined,
    allowing: AskConsent = ask,
  ): Cleared<K> | undefined => {
    if (!found) return undefined
    const { cleared, heldBack: back, opened: by } = clear(reader, found, allowing)
    for (const one of by) opened.push({ ...one, field: `${found.kind}.${one.field}` })
    for (const source of cleared.sources) sources.add(source)
    // Of a linked record only what somebody could have expected on the page: not its inner workings.
    for (const one of back)
      if (one.group !== 'internal') heldBack.push({ ...one, field: `${found.kind}.${one.field}` })
    return cleared
  }
  const follow = <K extends Kind>(kind: K, target: RecordId | undefined) => {
    const found = target === undefined ? undefined : records.get(target)
    return take(isKind(found, kind) ? found : undefined)
  }

  const { cleared: person, heldBack: ofPerson, opened: byPerson } = clear(reader, record, ask)
  heldBack.push(...ofPerson)
  opened.push(...byPerson)
  for (const source of person.sources) sources.add(source)

  /** Whom else a record is about; records of the same person are the same. */
  const besides = (found: FoldedRecord, field: string): readonly RecordId[] =>
    holding(found, field)
      .map(({ value }) => value as RecordId)
      .filter((other) => links.root(other) !== links.root(id))
  // What happened to several is told when each of them lets it be told.
  const ofAll = (others: readonly RecordId[]) =>
    all([ask, ...others.map((other) => links.consentOf(other, reader))])

  const stays: ClearedStay[] = []
  for (const found of links.staysOf(id)) {
    const stay = isKind(found, 'stay') ? take(found) : undefined
    if (stay) stays.push({ stay, facility: follow('facility', stay.one('facility')) })
  }
  const incidents: Cleared<'incident'>[] = []
  for (const found of links.incidentsOf(id)) {
    const others = besides(found, 'people')
    const incident = isKind(found, 'incident') ? take(found, ofAll(others)) : undefined
    if (incident) incidents.push(incident)
  }
  const proceedings: ClearedProceeding[] = []
  for (const found of links.proceedingsOf(id)) {
    const others = besides(found, 'defendants')
    const proceeding = isKind(found, 'proceeding') ? take(found, ofAll(others)) : undefined
    if (proceeding) proceedings.push({ proceeding, isAlone: others.length === 0 })
  }
  const itsCase = follow('case', person.one('case'))
  const open: Cleared<'source'>[] = []
  for (const source of sources) {
    const found = records.get(source)
    // What a source record holds back is about the source, not about the person: it is not listed.
    if (isKind(found, 'source')) {
      const { cleared, opened: by } = clear(reader, found, ask)
      open.push(cleared)
      for (const one of by) opened.push({ ...one, field: `source.${one.field}` })
    }
  }
  return {
    ...{ id, person, case: itsCase, stays, incidents, sources: open },
    proceedings: proceedings.toSorted(byBeginning),
    heldBack: unique(heldBack, ({ field, why, missing }) => `${field}/${why}/${missing}`),
    opened: unique(opened, ({ field, consent }) => `${field}/${consent}`),
  }
}

/** Of the one that began first; what has no date comes last. */
function byBeginning(a: ClearedProceeding, b: ClearedProceeding): number {
  const [one, other] = [a, b].map(
    ({ proceeding }) => proceeding.one('openedOn') ?? proceeding.one('decidedOn') ?? null,
  )
  return byDate(one ?? null, other ?? null)
}

/** The same question is asked for every field of a group. */
function remembering(ask: AskConsent): AskConsent {
  const known = new Map<string, ConsentAnswer>()
  return (group) => {
    const answer = known.get(group) ?? ask(group)
    known.set(group, answer)
    return answer
  }
}

/** The first who does not consent decides. */
const all =
  (people: readonly AskConsent[]): AskConsent =>
  (group) => {
    const answers = people.map((ask) => ask(group))
    return answers.find((answer) => 'missing' in answer) ?? answers[0] ?? { missing: 'none' }
  }

/** Several stays hold the same fields back: once is enough. */
function unique<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()]
}
