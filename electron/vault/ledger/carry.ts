/**
 * Entries on their way from one vault into another (electron/vault/rekey): read with their bodies as bytes, and
 * sealed anew with their time and author kept. The device that carries them signs them; who wrote them stands in `o`.
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import type { AuthorId, RecordId } from '../../../shared/ids.ts'
import { randomBytes } from '../crypto/bytes.ts'
import type { DeviceKey } from '../crypto/deviceKey.ts'
import { NONCE_BYTES, TAG_BYTES } from '../crypto/sodium.ts'
import type { RawRow } from '../db/rows.ts'
import { entryHash } from './chain.ts'
import type { EntryHead, PlainEntry } from './entry.ts'
import { openBody, sealBody, sealEntry } from './entrySeal.ts'
import type { KeyStage } from './keyStage.ts'
import type { ReadContext } from './reader.ts'
import type { LedgerHead, OpenedEntry } from './types.ts'

export interface CarriedEntry {
  /** Number in the vault it was read from. */
  readonly seq: number
  readonly time: number
  readonly author: AuthorId
  readonly op: string
  readonly record?: RecordId
  /** Where the record's key is; absent of a body that is under no record's key. */
  readonly compartment?: number
  /** JSON; `erased` when its record's key was destroyed. */
  readonly body: Buffer | 'erased'
}

/** Errors: `custodian_closed` for a body that cannot be read now. */
export function carriable(
  context: ReadContext,
  { seq }: RawRow,
  plain: PlainEntry,
  opened: OpenedEntry,
): CarriedEntry {
  const { time, author, op, record } = opened
  const about = { seq, time, author, op, ...(record === undefined ? {} : { record }) }
  if (plain.head.k !== 'record' || !record) return { ...about, body: Buffer.concat([plain.body]) }
  const compartment = context.ring.compartmentOf(record)
  const key = context.ring.keyOf(record)
  if (compartment === undefined || key === 'unknown') throw new VaultError('custodian_closed')
  if (key === 'erased') return { ...about, compartment, body: 'erased' }
  const body = openBody(context, seq, record, key, plain.body)
  if (!body) throw new VaultError('keys_damaged', { seq })
  return { ...about, compartment, body }
}

/** Rows that continue the chain after `head`; keys of records that are new here are made in `stage`. */
export function sealCarried(
  context: ReadContext,
  device: DeviceKey,
  stage: KeyStage,
  head: LedgerHead,
  entries: readonly CarriedEntry[],
): { row: RawRow; appended: LedgerHead }[] {
  let { seq, hash: prev } = head
  return entries.map((entry) => {
    seq += 1
    const { time, author, op, record, compartment } = entry
    const isSealed = record !== undefined && compartment !== undefined
    const body = isSealed
      ? carriedBody(context, stage, seq, record, compartment, entry.body)
      : entry.body
    invariant(Buffer.isBuffer(body), 'only the body of a record is erased with its key')
    const signed: EntryHead = {
      t: time,
      a: device.id,
      o: author,
      op,
      ...(record === undefined ? {} : { r: record }),
      ...(isSealed ? { k: 'record' } : {}),
    }
    const row = sealEntry(context, device, { seq, prev }, signed, body)
    prev = entryHash(context.sodium, context.vaultId, row)
    return { row, appended: { seq, hash: prev } }
  })
}

function carriedBody(
  context: ReadContext,
  stage: KeyStage,
  seq: number,
  record: RecordId,
  compartment: number,
  body: Buffer | 'erased',
): Buffer {
  const { ring } = context
  if (body === 'erased') {
    const isKnown = ring.keyOf(record) !== 'unknown' || stage.keyOf(record) !== undefined
    if (!isKnown) stage.addErased(record, compartment)
    // Nothing of the old ciphertext: somebody may still have its key.
    return randomBytes(NONCE_BYTES + TAG_BYTES)
  }
  const known = ring.keyOf(record)
  invariant(known !== 'erased', 'a record that was erased has no readable body')
  invariant(ring.isOpen(compartment), 'the compartment that is written to is open')
  const key = known === 'unknown' ? stage.keyOf(record) : known
  return sealBody(context, seq, record, key ?? stage.addRecord(record, compartment), body)
}
