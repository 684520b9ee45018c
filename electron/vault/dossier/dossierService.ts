/**
 * Dossiers: what one would look like, and issuing one. A dossier is handed out only when nothing protected was found
 * in its text and when the vault has it on disk that it was: who reads it, in which language, about whom, and the
 * hash of the very bytes.
 */
import { createHash } from 'node:crypto'
import type { DossierDocument, DossierRequest } from '../../../shared/dossier/document.ts'
import { VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { fieldOf } from '../../../shared/model/model.ts'
import type { RecordChange, StatementInput } from '../../../shared/model/statement.ts'
import type { StagedFile } from '../folder/leaving.ts'
import type { NewEntry } from '../ledger/types.ts'
import type { CustomLookup } from '../records/customFields.ts'
import { slices } from '../slices.ts'
import { compose, type TextLine } from './compose.ts'
import { type ClearedPerson, gather, Links, type RecordSource } from './gather.ts'
import { clear, type Reader } from './guard.ts'
import type { IdentityScan } from './identityScan.ts'
import { LeakScan } from './leakScan.ts'
import { isForPapers } from './nameForms.ts'
import type { PrintedDocument } from './pdf/layout.ts'
import { type Page, writePage } from './personPage.ts'
import { listedNames, protectedForms } from './protection.ts'

/** A dossier left the vault. Sealed with the dossier's own record. */
export const OP_DOSSIER_ISSUE = 'dossier.issue'

export interface DossierServiceParts {
  readonly records: RecordSource
  readonly identities: IdentityScan
  /** The fields that the team defined. */
  readonly custom: CustomLookup
  /** How the dossier becomes a record, and how its issuing enters the ledger. */
  readonly create: (change: RecordChange) => { readonly id: RecordId }
  readonly save: (id: RecordId, change: RecordChange) => void
  readonly append: (entries: readonly NewEntry[]) => unknown
  /** Resolves when they can be called. */
  readonly writable: () => Promise<void>
  /** False when part of the ledger could not be read: then not all that is protected is known. */
  readonly isComplete: () => boolean
  readonly render: (document: PrintedDocument) => Promise<Uint8Array>
  /** The day that is printed, YYYY-MM-DD. */
  readonly today: () => string
}

export interface IssuedDossier {
  readonly pdf: Uint8Array
  readonly dossier: RecordId
  readonly sha256: string
}

/** One record change adds this many people at most; the schema of a change allows 500 statements. */
const PEOPLE_PER_CHANGE = 400

interface Entered {
  readonly sha256: string
  readonly searched: number
  readonly opened: DossierDocument['opened']
}

interface Examined {
  readonly document: DossierDocument
  readonly searched: number
  readonly closed: number
}

export class DossierService {
  readonly #parts: DossierServiceParts

  constructor(parts: DossierServiceParts) {
    this.#parts = parts
  }

  /** What would be printed, what is held back and where leaks are. Errors: `not_found`. */
  async preview(request: DossierRequest): Promise<DossierDocument> {
    return (await this.#examine(request)).document
  }

  /**
   * Errors: `dossier_leak` (with the number of places); `custodian_closed` while identities of witnesses cannot be
   * searched for; `dossier_refused` when a part of the ledger could not be read; `not_found`; those of the ledger's append, and
   * of `stage`, which puts the document on the disk: then it was not issued, and nothing says that it was.
   */
  async issue(
    request: DossierRequest,
    stage?: (pdf: Uint8Array, sha256: string) => Promise<StagedFile>,
  ): Promise<IssuedDossier> {
    const { document, searched, closed } = await this.#examine(request)
    if (document.leaks.length > 0)
      throw new VaultError('dossier_leak', { places: document.leaks.length })
    if (closed > 0) throw new VaultError('custodian_closed', { closedIdentities: closed })
    if (!this.#parts.isComplete()) throw new VaultError('dossier_refused', { unreadEntries: true })
    const { leaks: _leaks, closedIdentities: _none, withheld: _held, opened, ...printed } = document
    const pdf = await this.#parts.render(printed)
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    const staged = await stage?.(pdf, sha256)
    let dossier: RecordId
    try {
      await this.#parts.writable()
      dossier = this.#enter(request, document.title, { sha256, searched, opened })
    } catch (error) {
      await staged?.discard()
      throw error
    }
    await staged?.publish()
    return { pdf, dossier, sha256 }
  }

  #enter(request: DossierRequest, title: string, { sha256, searched, opened }: Entered): RecordId {
    const dossier = this.#record(request, title, sha256)
    const { audience, language, people, recipient, listNumber } = request
    const consents = [...new Set(opened.map(({ consent }) => consent))]
    const about = { sha256, audience, language, people, recipient, listNumber, searched }
    const body = { ...about, ...(consents.length > 0 ? { consents } : {}) }
    this.#parts.append([{ op: OP_DOSSIER_ISSUE, record: dossier, body }])
    return dossier
  }

  async #examine(request: DossierRequest): Promise<Examined> {
    const { records, identities, today } = this.#parts
    const { custom } = this.#parts
    const reader: Reader = { audience: request.audience, today: today(), custom }
    const people = [...new Set(request.people)]
    const breathe = slices()
    const links = await Links.of(records, breathe)
    const gathered: ClearedPerson[] = []
    const pages: Page[] = []
    const { audience, language } = request
    for (const id of people) {
      const data = gather(reader, records, links, id)
      const number = gathered.push(data)
      pages.push(writePage({ audience, language, today: reader.today, number }, data))
      await breathe()
    }
    const contact = links.own && clear(reader, links.own).cleared.one('publicContact')
    const input = { request, today: reader.today, people: gathered, pages, contact }
    const { document, text } = compose(input)
    const scan = new LeakScan()
    // Whose name this audience is not told may be on the list and is named nowhere all the same.
    const named = gathered
      .filter(({ person }) => person.all('names').some(isForPapers))
      .map(({ id }) => id)
    for (const one of listedNames(records, named)) scan.addListed(one)
    for (const line of text) {
      scan.add(line)
      await breathe()
    }
    await scan.prepare(breathe)
    const lines = new Set<TextLine>()
    const allowed = new Set(
      document.opened.map(({ person, field, group }) => `${person}/${field}/${group}`),
    )
    for (const { group, forms } of protectedForms(reader, records, named, contact)) {
      // Where a field is printed because somebody consented, what it is about is meant to stand in it, and nowhere else.
      for (const line of scan.find(forms))
        if (!allowed.has(`${line.person}/${line.field}/${group}`)) lines.add(line)
      await breathe()
    }
    const { lines: ofWitnesses, searched, closed } = await identities.search(scan, breathe)
    for (const line of ofWitnesses) lines.add(line)
    const places = new Map<string, DossierDocument['leaks'][number]>()
    for (const { person, field } of lines) places.set(`${person}/${field}`, { person, field })
    const leaks = [...places.values()]
    return { document: { ...document, leaks, closedIdentities: closed }, searched, closed }
  }

  #record(request: DossierRequest, title: string, sha256: string): RecordId {
    const { audience, language, recipient, people } = request
    const refs = [...new Set(people)].map((person) => statement('people', person))
    const created = this.#parts.create({
      add: [
        statement('title', request.listNumber ? `${title}, ${request.listNumber}` : title),
        statement('audience', audience),
        statement('language', language),
        statement('issuedOn', this.#parts.today()),
        statement('sha256', sha256),
        ...(recipient ? [statement('recipient', recipient)] : []),
        ...refs.slice(0, PEOPLE_PER_CHANGE),
      ],
      retract: [],
      prefer: {},
    })
    for (let at = PEOPLE_PER_CHANGE; at < refs.length; at += PEOPLE_PER_CHANGE)
      this.#parts.save(created.id, {
        add: refs.slice(at, at + PEOPLE_PER_CHANGE),
        retract: [],
        prefer: {},
      })
    return created.id
  }
}

/** What the program states about its own work: known for certain, from no source but itself. */
function statement(field: string, value: string): StatementInput {
  const confidentiality = fieldOf('dossier', field)?.confidentiality ?? 'C3'
  return { field, value, source: null, grade: 'A1', asOf: null, confidentiality }
}
