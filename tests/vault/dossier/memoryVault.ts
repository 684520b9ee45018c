/**
 * Records without a vault: the real store filled with real `record.set` bodies, and identities of witnesses that only
 * the search for leaks can read, in memory. Real vaults are made in dossierService.test.ts.
 */

import { expect } from 'vitest'
import {
  DossierService,
  type DossierServiceParts,
} from '../../../electron/vault/dossier/dossierService.ts'
import { IdentityScan } from '../../../electron/vault/dossier/identityScan.ts'
import {
  ExportService,
  type ExportServiceParts,
} from '../../../electron/vault/export/exportService.ts'
import { beginUnnoted } from '../../../electron/vault/folder/leaving.ts'
import type { NewEntry, OpenedEntry } from '../../../electron/vault/ledger/types.ts'
import { setBody } from '../../../electron/vault/records/change.ts'
import { CustomFields } from '../../../electron/vault/records/customFields.ts'
import { OP_RECORD_SET } from '../../../electron/vault/records/ops.ts'
import { RecordStore } from '../../../electron/vault/records/recordStore.ts'
import { wordReasons } from '../../../electron/vault/search/wordReasons.ts'
import { type DossierDocument, DossierRequest } from '../../../shared/dossier/document.ts'
import type { AuthorId, RecordId } from '../../../shared/ids.ts'
import { KINDS, type Kind } from '../../../shared/model/kind.ts'
import { isSealedKind } from '../../../shared/model/model.ts'
import type { RecordChange } from '../../../shared/model/statement.ts'
import { foldWords } from '../../../shared/names/fold.ts'
import { Draft } from '../../support/generator/draft.ts'

const AUTHOR = 'a'.repeat(32) as AuthorId
export const TODAY = '2026-11-23'

export const id = (n: number): RecordId => n.toString(16).padStart(32, '0') as RecordId

export class MemoryVault {
  readonly store = new RecordStore()
  readonly appended: NewEntry[] = []
  readonly printed: unknown[] = []
  /** What the compartment answers with when it is closed. */
  closed = false
  unread = false
  readonly #entries: OpenedEntry[] = []
  #next = 1

  /** A draft of a record; `put` writes it. */
  draft<K extends Kind>(kind: K): Draft<K> {
    return new Draft(kind, id(this.#next++))
  }

  put(draft: Draft<Kind>): RecordId {
    return this.write(draft.kind, draft.id, draft.change())
  }

  write(kind: Kind, record: RecordId, change: RecordChange): RecordId {
    const body = setBody(
      kind,
      this.store.get(record),
      change,
      (other) => this.store.get(other)?.kind,
      { custom: new CustomFields(this.store) },
    )
    const entry: OpenedEntry = {
      seq: this.#entries.length + 1,
      time: 1_700_000_000_000,
      author: AUTHOR,
      op: OP_RECORD_SET,
      record,
      state: 'open',
      body,
    }
    this.#entries.push(entry)
    this.store.take(entry)
    if (isSealedKind(kind) && this.store.get(record)) throw new Error('an identity is in the store')
    return record
  }

  identities(): IdentityScan {
    const read = (seqs: readonly number[]) =>
      seqs.flatMap((seq): OpenedEntry[] => {
        const entry = this.#entries[seq - 1]
        if (!entry) return []
        if (!this.closed) return [entry]
        const { body: _body, ...rest } = entry as OpenedEntry & { body: unknown }
        return [{ ...rest, state: 'closed' }]
      })
    return new IdentityScan(this.store, { read })
  }

  service(parts: Partial<DossierServiceParts> = {}): DossierService {
    return new DossierService({
      records: this.store,
      custom: new CustomFields(this.store),
      identities: this.identities(),
      create: (change) => ({ id: this.write('dossier', id(900_000 + this.#next++), change) }),
      save: (record, change) => void this.write('dossier', record, change),
      append: (entries) => this.appended.push(...entries),
      writable: async () => {},
      isComplete: () => !this.unread,
      render: async (document) => {
        this.printed.push(document)
        return new TextEncoder().encode(JSON.stringify(document))
      },
      today: () => TODAY,
      ...parts,
    })
  }

  #why(found: RecordId, query: string) {
    const record = this.store.get(found)
    return record ? wordReasons(record, foldWords(query), new CustomFields(this.store)) : []
  }

  /** Lists are whole and in the order in which records were made. */
  exports(parts: Partial<ExportServiceParts> = {}): ExportService {
    return new ExportService({
      records: this.store,
      custom: new CustomFields(this.store),
      identities: this.identities(),
      listed: async ({ kind }) => this.store.idsOf(kind),
      found: async ({ query }) => {
        const ids = KINDS.flatMap((kind) => (isSealedKind(kind) ? [] : this.store.idsOf(kind)))
        return ids.map((found) => ({ id: found, reasons: this.#why(found, query) }))
      },
      reasonsOf: async (query, kind) =>
        new Map(this.store.idsOf(kind).map((found) => [found, this.#why(found, query)])),
      figures: async () => expect.unreachable(),
      title: (record) => record,
      create: (change) => ({ id: this.write('dossier', id(900_000 + this.#next++), change) }),
      save: (record, change) => void this.write('dossier', record, change),
      append: (entries) => this.appended.push(...entries),
      begin: beginUnnoted,
      writable: async () => {},
      isComplete: () => !this.unread,
      lastEntry: () => this.#entries.length,
      recordCount: () => this.#entries.length,
      today: () => TODAY,
      ...parts,
    })
  }
}

export const request = (
  people: readonly RecordId[],
  wanted: Partial<DossierRequest> = {},
): DossierRequest =>
  DossierRequest.parse({ audience: 'mediator', language: 'en', people: [...people], ...wanted })

/** Everything a reader reads. */
export const textOf = ({ title, preamble, table, people, footer }: DossierDocument): string =>
  JSON.stringify([title, preamble, table, people.map((one) => [one.title, one.sections]), footer])
