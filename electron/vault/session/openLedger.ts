/**
 * From the root key to the open ledger: keys derived, key pages opened, and the head compared with what
 * is stored, so that a cut tail, a changed last entry or an old key page is noticed at once.
 */
import { isVaultError, VaultError } from '../../../shared/errors.ts'
import type { DeviceKey } from '../crypto/deviceKey.ts'
import {
  compartmentWrapKey,
  DEVICE_DIRECTORY,
  entryKey,
  headMacKey,
  keyPageKey,
} from '../crypto/keyTree.ts'
import type { Secret } from '../crypto/secret.ts'
import type { Sodium } from '../crypto/sodium.ts'
import type { RawCompartment, RawHead, RawKeyPage } from '../db/rows.ts'
import type { VaultDb } from '../db/vaultDb.ts'
import { boxHash, COMPARTMENT_ROW, entryHash, genesisHash } from '../ledger/chain.ts'
import { openCompartment } from '../ledger/compartmentRow.ts'
import { headMacIsRight } from '../ledger/head.ts'
import { KeyRing } from '../ledger/keyRing.ts'
import { VaultLedger } from '../ledger/vaultLedger.ts'
import type { VaultNotice } from './types.ts'

export interface OpenLedgerInput {
  readonly sodium: Sodium
  readonly db: VaultDb
  readonly vaultId: Buffer
  readonly rootKey: Secret
  readonly device: DeviceKey | undefined
  readonly closedCompartments: readonly number[]
  /** Where to note damage instead of refusing it; absent outside salvage. */
  readonly tolerated: Set<VaultNotice> | undefined
  readonly now: () => number
}

/** Errors: `ledger_damaged`, `ledger_truncated`, `keys_damaged`. */
export async function openLedger(input: OpenLedgerInput): Promise<VaultLedger> {
  const { sodium, db, vaultId, rootKey, device, tolerated, now } = input
  const headKey = headMacKey(sodium, rootKey.bytes)
  // All of one moment, even when another process writes while this one only reads.
  const { ring, ...stored } = await db.snapshotOver(async () => {
    const compartments = db.compartments()
    const head = later(() => checkedHead(input, headKey))
    const lastSeq = later(() => db.lastSeq())
    return { head, lastSeq, ring: await openRing(input, compartments, db.eachKeyPage()) }
  })
  const checked = tolerating(input, 'head_damaged', stored.head)
  if (checked) tolerating(input, 'keys_damaged', () => checkKeys(ring, checked))
  if (ring.isDamaged) tolerated?.add('keys_damaged')
  const context = { sodium, vaultId, entryKey: entryKey(sodium, rootKey.bytes), ring }
  const known = checked ?? { ...emptyHead(input), seq: stored.lastSeq() }
  return new VaultLedger({ db, context, headKey, device, head: known, now })
}

/** Does it now; what came of it, or the failure, is for later. */
function later<Result>(work: () => Result): () => Result {
  try {
    const result = work()
    return () => result
  } catch (error) {
    return () => {
      throw error
    }
  }
}

/** Outside salvage a failure is thrown on; in salvage it becomes a notice and the result is undefined. */
function tolerating<Result>(
  { tolerated }: OpenLedgerInput,
  notice: VaultNotice,
  work: () => Result,
): Result | undefined {
  try {
    return work()
  } catch (error) {
    if (!tolerated || !isVaultError(error)) throw error
    tolerated.add(notice)
    return undefined
  }
}

const emptyHead = ({ sodium, vaultId }: OpenLedgerInput): RawHead => ({
  seq: 0,
  hash: genesisHash(sodium, vaultId),
  headerGeneration: 0,
  keysHash: Buffer.alloc(32),
  mac: Buffer.alloc(32),
})

function checkedHead({ sodium, db, vaultId }: OpenLedgerInput, headKey: Buffer): RawHead {
  const head = db.head()
  if (!head || !headMacIsRight(sodium, headKey, vaultId, head)) {
    throw new VaultError('ledger_damaged', { head: true })
  }
  const lastSeq = db.lastSeq()
  if (lastSeq < head.seq) {
    throw new VaultError('ledger_truncated', { expected: head.seq, found: lastSeq })
  }
  // Nobody without the key can write an entry that opens; a copied row behind the end is all it can be.
  if (lastSeq > head.seq) throw new VaultError('ledger_reordered', { seq: head.seq + 1 })
  const last = db.row(head.seq)
  if (!last || !entryHash(sodium, vaultId, last).equals(head.hash)) {
    throw new VaultError('ledger_damaged', { seq: head.seq })
  }
  return head
}

function checkKeys(ring: KeyRing, head: RawHead): void {
  if (!ring.hash().equals(head.keysHash)) throw new VaultError('keys_damaged')
}

function openRing(
  input: OpenLedgerInput,
  compartments: readonly RawCompartment[],
  rows: Iterable<RawKeyPage>,
): Promise<KeyRing> {
  const { sodium, vaultId, rootKey, closedCompartments, tolerated } = input
  const pageKeys = new Map<number, Buffer>()
  for (const number of [0, DEVICE_DIRECTORY]) {
    pageKeys.set(number, keyPageKey(sodium, rootKey.bytes, number))
  }
  const onDemand = new Map<number, Buffer>()
  for (const row of compartments) {
    if (closedCompartments.includes(row.compartment)) continue
    const key = tolerating(input, 'keys_damaged', () => compartmentPageKey(input, row))
    // Salvage has to say at once what is damaged.
    if (key) (tolerated ? pageKeys : onDemand).set(row.compartment, key)
  }
  return KeyRing.inSlices({
    sodium,
    vaultId,
    pageKeys,
    onDemand,
    compartmentParts: compartments.map((row) => ({
      compartment: row.compartment,
      page: COMPARTMENT_ROW,
      hash: boxHash(sodium, row),
    })),
    rows,
    tolerateDamage: tolerated !== undefined,
  })
}

/** Undefined in custodian mode, where the root key does not open the compartment. */
function compartmentPageKey(input: OpenLedgerInput, row: RawCompartment): Buffer | undefined {
  const { sodium, vaultId, rootKey } = input
  const wrapKey = compartmentWrapKey(sodium, rootKey.bytes, row.compartment)
  const content = openCompartment(sodium, vaultId, wrapKey, row)
  sodium.memzero(wrapKey)
  if (!content) throw new VaultError('keys_damaged', { compartment: row.compartment })
  if (content.mode === 'custodian') return undefined
  const pageKey = keyPageKey(sodium, content.key, row.compartment)
  sodium.memzero(content.key)
  return pageKey
}
