/**
 * What an entry is before it is sealed: its operation, its body as JSON, and the key of its record. The key of a new
 * record is made in the stage of the transaction; one that was erased or whose compartment is closed is never made anew.
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { UnsealedEntry } from './bulkBatch.ts'
import { bodyJson, isOp } from './entry.ts'
import type { KeyRing } from './keyRing.ts'
import type { KeyStage } from './keyStage.ts'
import { OP_DEVICE_ADD, OP_RECORD_ERASE } from './ops.ts'
import type { BulkPlan, NewEntry } from './types.ts'

/** Errors: `erased`; `custodian_closed` for a record whose compartment is closed. */
export function unsealedEntry(ring: KeyRing, entry: NewEntry, stage: KeyStage): UnsealedEntry {
  const { op, record } = entry
  invariant(isOp(op), 'an operation is lower-case words with dots')
  const json = bodyJson(entry.body)
  if (!record) return { op, json }
  if (op === OP_RECORD_ERASE) return { op, record, json }
  return { op, record, json, key: keyFor(ring, record, entry, stage) }
}

function keyFor(ring: KeyRing, record: RecordId, entry: NewEntry, stage: KeyStage): Buffer {
  const known = ring.keyOf(record)
  if (known === 'erased') throw new VaultError('erased')
  if (known !== 'unknown') return known
  ring.openOnDemand()
  const key = ring.keyOf(record)
  if (key === 'erased') throw new VaultError('erased')
  if (key !== 'unknown') return key
  // A record that is unknown here may have its key in a compartment that is closed; a second one must
  // not be made, so whoever makes a new record then has to say where it belongs.
  const compartment = entry.compartment ?? (ring.hasClosedPages ? undefined : 0)
  if (compartment === undefined || !ring.isOpen(compartment)) {
    throw new VaultError('custodian_closed')
  }
  return stage.keyOf(record) ?? stage.addRecord(record, compartment)
}

/** What a bulk writes, with the keys of new records made in `stage`. */
export function* unsealedBulk(
  ring: KeyRing,
  { entries, erase }: BulkPlan,
  stage: KeyStage,
): Generator<UnsealedEntry> {
  for (const entry of entries) {
    checkAppendable(entry.op)
    // Its pages must not be put back once they were closed.
    const compartment = (entry.record && ring.compartmentOf(entry.record)) ?? entry.compartment ?? 0
    invariant(compartment === 0, 'a bulk has only records of the main compartment')
    yield unsealedEntry(ring, entry, stage)
  }
  for (const record of erase?.records ?? []) {
    checkErasable(ring, record)
    stage.erase(record)
    yield unsealedEntry(ring, { op: OP_RECORD_ERASE, record, body: erase?.body }, stage)
  }
}

export type RecordState = 'known' | 'erased' | 'unknown'

export function recordState(ring: KeyRing, record: RecordId): RecordState {
  ring.openOnDemand()
  const key = ring.keyOf(record)
  return typeof key === 'string' ? key : 'known'
}

/** Errors: `not_found`, `erased`; `custodian_closed` where it may be in a compartment that is closed. */
export function checkErasable(ring: KeyRing, record: RecordId): void {
  const state = recordState(ring, record)
  if (state === 'unknown') {
    const mayBeElsewhere = ring.hasClosedPages
    throw new VaultError(mayBeElsewhere ? 'custodian_closed' : 'not_found')
  }
  if (state === 'erased') throw new VaultError('erased')
}

export function checkAppendable(op: string): void {
  invariant(op !== OP_RECORD_ERASE, 'a record is erased with erase()')
  invariant(op !== OP_DEVICE_ADD, 'a device is added when a vault is opened')
}
