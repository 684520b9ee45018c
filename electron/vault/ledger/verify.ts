/**
 * The whole check of a ledger: chain, boxes, bodies, signatures and their authors, head, key pages, and
 * that every destroyed key is accounted for by an entry. Reports everything that is wrong, not the first.
 */
import { isVaultError } from '../../../shared/errors.ts'
import type { AuthorId, RecordId } from '../../../shared/ids.ts'
import { deviceIdOf } from '../crypto/deviceKey.ts'
import { SIGN_PUBLIC_KEY_BYTES } from '../crypto/sodium.ts'
import type { RawHead, RawRow } from '../db/rows.ts'
import type { VaultDb } from '../db/vaultDb.ts'
import { keysHashOf } from './chain.ts'
import type { PlainEntry } from './entry.ts'
import { signatureIsRight } from './entrySeal.ts'
import { OP_DEVICE_ADD, OP_RECORD_ERASE } from './ops.ts'
import { type Inspect, type ReadContext, scan } from './reader.ts'
import {
  entryDamage,
  isDamage,
  type LedgerDamage,
  type LedgerReport,
  type OpenedEntry,
  type ScanItem,
  type VerifyOptions,
} from './types.ts'

export interface VerifyInput {
  readonly db: VaultDb
  readonly context: ReadContext
  readonly lastSeq: () => number
  readonly headIsRight: (stored: RawHead) => boolean
  /** While a bulk is written, its end: on the disk it may be there already, and not yet in memory. */
  readonly bulk: () => Promise<void> | undefined
  readonly options: VerifyOptions
}

export async function verifyLedger(input: VerifyInput): Promise<LedgerReport> {
  const { context, db, lastSeq, options } = input
  const state: State = { damaged: [], devices: new Map(), erased: new Set() }
  let entries = 0
  const inspect: Inspect = (row, plain, opened) => checkOne(input, state, row, plain, opened)
  for (let fromSeq = 1; ; ) {
    const read = { fromSeq, ...(options.signal ? { signal: options.signal } : {}) }
    for await (const slice of scan(context, db, lastSeq, read, inspect)) {
      for (const item of slice) {
        if (isDamage(item)) state.damaged.push(item)
        else entries += 1
      }
      options.onProgress?.(slice.at(-1)?.seq ?? 0, lastSeq())
    }
    fromSeq = lastSeq() + 1
    const bulk = input.bulk()
    if (!bulk) break
    await bulk
  }
  // No turn is given from here on: what is compared below belongs to one moment.
  checkHead(input, state)
  checkKeys(input, state)
  return { ok: state.damaged.length === 0, entries, damaged: state.damaged }
}

interface State {
  readonly damaged: LedgerDamage[]
  /** Public keys of the devices introduced so far. */
  readonly devices: Map<AuthorId, Buffer>
  readonly erased: Set<RecordId>
}

function checkOne(
  { context, options }: VerifyInput,
  state: State,
  row: RawRow,
  plain: PlainEntry,
  opened: OpenedEntry,
): ScanItem {
  // Carried over, it introduces a device of another vault.
  if (opened.op === OP_DEVICE_ADD && !opened.carried) introduce(context, state, opened)
  if (opened.op === OP_RECORD_ERASE && opened.record) state.erased.add(opened.record)
  const publicKey = state.devices.get(plain.head.a)
  const right =
    publicKey !== undefined &&
    (!options.signatures || signatureIsRight(context, row, plain, publicKey))
  return right ? opened : entryDamage('ledger_signature_invalid', row.seq)
}

/** An author id is a hash of its public key, so an introduction needs no one to vouch for it. */
function introduce(context: ReadContext, state: State, entry: OpenedEntry): void {
  const body = entry.state === 'open' ? entry.body : undefined
  const text = (body as { publicKey?: unknown } | undefined)?.publicKey
  if (typeof text !== 'string') return
  const publicKey = Buffer.from(text, 'hex')
  if (publicKey.length !== SIGN_PUBLIC_KEY_BYTES) return
  if (deviceIdOf(context.sodium, publicKey) === entry.author) {
    state.devices.set(entry.author, publicKey)
  }
}

function checkHead({ db, headIsRight, lastSeq }: VerifyInput, state: State): void {
  const stored = readHead(db)
  if (!stored || !headIsRight(stored)) {
    state.damaged.push({ what: 'head', code: 'ledger_damaged' })
  }
  const last = db.lastSeq()
  if (last > lastSeq()) {
    state.damaged.push(entryDamage('ledger_reordered', lastSeq() + 1, last - lastSeq()))
  }
}

function readHead(db: VaultDb): RawHead | undefined {
  try {
    return db.head()
  } catch (error) {
    if (isVaultError(error) && error.code === 'ledger_damaged') return undefined
    throw error
  }
}

function checkKeys({ db, context }: VerifyInput, state: State): void {
  const { sodium, vaultId, ring } = context
  const stored = keysHashOf(sodium, vaultId, db.keyPages(), db.compartments())
  const erased = ring.erasedRecords()
  const accounted =
    erased.every((record) => state.erased.has(record)) &&
    [...state.erased].every((record) => {
      const key = ring.keyOf(record)
      return key === 'erased' || (key === 'unknown' && ring.hasClosedPages)
    })
  const known = ring.devices().every((device) => {
    const introduced = state.devices.get(device)
    return introduced !== undefined && ring.publicKeyOf(device)?.equals(introduced) === true
  })
  if (!stored.equals(ring.hash()) || !accounted || !known) {
    state.damaged.push({ what: 'keys', code: 'keys_damaged' })
  }
}
