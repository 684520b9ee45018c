/**
 * Who stands behind a witness's code name. Identities lie in a compartment of the ledger; they are decrypted
 * when somebody asks for one and gives a reason, and are kept nowhere in between: no index, list, title or
 * search has them, and nothing in the witness's record leads to them.
 */
import { VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { RecordChange, RecordState, StatementInput } from '../../../shared/model/statement.ts'
import type { CompartmentId, NewEntry } from '../ledger/types.ts'
import { isEmptyChange, type KindLookup, newId, setBody } from './change.ts'
import { applySet, type FoldedRecord } from './fold.ts'
import type { Journal } from './journal.ts'
import { CompartmentOpenedBody, OP_COMPARTMENT_OPENED, OP_RECORD_SET } from './ops.ts'
import { preferred } from './preferred.ts'
import { readSetBody } from './readBody.ts'
import { recordState } from './recordState.ts'
import type { RecordStore } from './recordStore.ts'

const COMPARTMENT: CompartmentId = 1
const KIND = 'witnessIdentity'

export class WitnessIdentities {
  readonly #journal: Journal
  readonly #store: RecordStore
  readonly #kindOf: KindLookup

  constructor(journal: Journal, store: RecordStore, kindOf: KindLookup) {
    this.#journal = journal
    this.#store = store
    this.#kindOf = kindOf
  }

  /**
   * The reason is on disk before anything is decrypted. `null` when no identity was recorded. Errors: `not_found`,
   * `erased`, `custodian_closed`.
   */
  reveal(witness: RecordId, reason: string): RecordState | null {
    this.#checkWitness(witness)
    this.#checkOpen()
    const body = CompartmentOpenedBody.parse({ compartment: COMPARTMENT, reason })
    this.#journal.append([{ op: OP_COMPARTMENT_OPENED, record: witness, body }])
    const identity = this.#find(witness)
    return identity ? recordState(identity, () => '') : null
  }

  /** Makes the identity or adds to it. Whom it belongs to cannot be changed. */
  save(witness: RecordId, change: RecordChange): { readonly seq: number } {
    this.#checkWitness(witness)
    this.#checkOpen()
    const before = this.#find(witness)
    if (before && isEmptyChange(change)) return { seq: before.lastSeq }
    const touchesWitness =
      change.add.some(({ field }) => field === 'witness') ||
      Object.hasOwn(change.prefer, 'witness') ||
      before?.statements.some(({ id, field }) => field === 'witness' && change.retract.includes(id))
    if (touchesWitness) throw new VaultError('invalid_record', { why: 'bad_reference' })
    // At the end: a preference may name what is added by its place.
    const whole = before ? change : { ...change, add: [...change.add, belongsTo(witness)] }
    const entry: NewEntry = {
      op: OP_RECORD_SET,
      record: before?.id ?? newId<RecordId>(),
      compartment: COMPARTMENT,
      body: setBody(KIND, before, whole, this.#kindOf),
    }
    const [appended] = this.#journal.append([entry])
    return { seq: appended?.seq ?? 0 }
  }

  /** The record of a witness's identity, for its erasure. */
  idOf(witness: RecordId): RecordId | undefined {
    return this.#find(witness)?.id
  }

  #checkWitness(witness: RecordId): void {
    if (this.#store.standing(witness) === 'erased') throw new VaultError('erased')
    if (this.#store.get(witness)?.kind !== 'witness') throw new VaultError('not_found')
  }

  /** Before anything is written: a look that cannot be had is not recorded as one. */
  #checkOpen(): void {
    if (!this.#journal.isOpen(COMPARTMENT)) throw new VaultError('custodian_closed')
  }

  /** Reads the compartment through: a few hundred small entries at most, and nothing to keep in memory. */
  #find(witness: RecordId): FoldedRecord | undefined {
    let closed = false
    for (const id of this.#store.sealedIds()) {
      let identity: FoldedRecord | undefined
      for (const entry of this.#journal.read(this.#store.entriesOf(id))) {
        if (entry.state === 'closed') closed = true
        if (entry.state !== 'open' || entry.op !== OP_RECORD_SET) continue
        const body = readSetBody(entry.body)
        if (body) identity = applySet(identity, id, entry, body).record
      }
      if (identity && preferred(identity, 'witness')?.value === witness) return identity
    }
    // "None was recorded" is not known while the compartment cannot be read.
    if (closed) throw new VaultError('custodian_closed')
    return undefined
  }
}

const belongsTo = (witness: RecordId): StatementInput => ({
  field: 'witness',
  value: witness,
  source: null,
  grade: 'A1',
  asOf: null,
  confidentiality: 'C3',
})
