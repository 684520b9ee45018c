/**
 * The thread behind bulkThread.ts: seals and signs entries one after the other, writes them in one long transaction, and
 * commits it when it is told to. Whatever fails, and whenever it is told to stop before that, nothing of it is there; and
 * whatever was handed over, written or not, is wiped: it goes on listening until nothing can be on the way any more.
 * Listed in ../workers.ts.
 */
import { parentPort } from 'node:worker_threads'
import { type ErrorCode, invariant, isVaultError, VaultError } from '../../../shared/errors.ts'
import type { AuthorId } from '../../../shared/ids.ts'
import { loadSodium } from '../crypto/loadSodium.ts'
import type { SodiumBuild } from '../crypto/sodium.ts'
import { LongTransaction } from '../db/longTransaction.ts'
import type { RawHead } from '../db/rows.ts'
import { type BulkBatch, unpackBulk } from './bulkBatch.ts'
import type { SealContext, Signer } from './entrySeal.ts'
import { newRow } from './newRow.ts'
import type { LedgerHead } from './types.ts'

export interface BulkStart {
  readonly file: string
  readonly build: SodiumBuild
  readonly vaultId: Uint8Array
  readonly device: AuthorId
  /** Copies that the thread wipes. */
  readonly entryKey: Uint8Array
  readonly signKey: Uint8Array
  readonly time: number
  readonly seq: number
  readonly hash: Uint8Array
}

/** Key pages as they will be: some at a time, before the commit. */
interface BulkPages {
  readonly pages: readonly {
    readonly compartment: number
    readonly page: number
    readonly nonce: Uint8Array
    readonly box: Uint8Array
  }[]
}

interface BulkCommit {
  readonly head: RawHead
}

/** `over` is the last one, and the answer to `ended`. */
export type BulkRequest = BulkStart | BulkBatch | BulkPages | BulkCommit | 'stop' | 'over'

export type BulkAnswer =
  /** Up to and with this entry. */
  | { readonly did: 'written'; readonly seq: number; readonly hash: Uint8Array }
  | { readonly did: 'committed' }
  /** The last one: its connection is closed. */
  | { readonly did: 'ended'; readonly logIsEmpty: boolean }
  | { readonly did: 'failed'; readonly code: ErrorCode | undefined; readonly message: string }

invariant(parentPort, 'bulkWorker runs as a worker thread')
const port = parentPort
let writing: Promise<Writing> | undefined
let isOver = false

interface Writing {
  readonly transaction: LongTransaction
  readonly context: SealContext
  readonly device: Signer
  readonly time: number
  last: LedgerHead
}

const answer = (said: BulkAnswer): void => port.postMessage(said)

// One after the other: each waits for the start, and they do so in the order in which they came.
port.on('message', (request: BulkRequest) => {
  if (request === 'over') {
    port.close()
    return
  }
  if (request !== 'stop' && 'file' in request) writing = start(request)
  void work(request)
})

async function work(request: Exclude<BulkRequest, 'over'>): Promise<void> {
  let at: Writing | undefined
  try {
    if (isOver) return
    at = await writing
    if (isOver || !at) return
    if (request === 'stop') end(at)
    else if ('ops' in request) write(at, request)
    else if ('pages' in request) putPages(at, request)
    else if ('head' in request) commit(at, request)
  } catch (error) {
    const code = isVaultError(error) ? error.code : undefined
    if (isOver) return
    answer({ did: 'failed', code, message: code ?? String(error) })
    if (at) end(at)
    else neverBegan()
  } finally {
    if (request !== 'stop' && 'ops' in request) {
      request.json.fill(0)
      request.keys.fill(0)
    }
  }
}

async function start(request: BulkStart): Promise<Writing> {
  const { file, build, vaultId, device, entryKey, signKey, time, seq, hash } = request
  try {
    const sodium = await loadSodium(build)
    const transaction = LongTransaction.begin(file)
    const head = transaction.db.head()
    // The vault was closed before this began, and somebody else opened it.
    if (head?.seq !== seq || !head.hash.equals(hash)) {
      transaction.close()
      throw new VaultError('cancelled')
    }
    return {
      ...{ transaction, time },
      context: { sodium, vaultId: Buffer.from(vaultId), entryKey: Buffer.from(entryKey.buffer) },
      device: { id: device, secretKey: Buffer.from(signKey.buffer) },
      last: { seq, hash: Buffer.from(hash) },
    }
  } catch (error) {
    entryKey.fill(0)
    signKey.fill(0)
    throw error
  }
}

function write(at: Writing, batch: BulkBatch): void {
  for (const entry of unpackBulk(batch)) {
    const { row, head } = newRow(at.context, at.device, at.time, at.last, entry)
    at.transaction.db.addRow(row)
    at.last = head
  }
  const { seq, hash } = at.last
  answer({ did: 'written', seq, hash: Uint8Array.from(hash) })
}

function putPages({ transaction }: Writing, { pages }: BulkPages): void {
  for (const { compartment, page, nonce, box } of pages)
    transaction.db.putKeyPage({
      compartment,
      page,
      nonce: Buffer.from(nonce),
      box: Buffer.from(box),
    })
}

function commit(at: Writing, { head }: BulkCommit): void {
  const { transaction } = at
  transaction.db.putHead({
    ...head,
    hash: Buffer.from(head.hash),
    keysHash: Buffer.from(head.keysHash),
    mac: Buffer.from(head.mac),
  })
  transaction.commit()
  answer({ did: 'committed' })
  end(at)
}

function neverBegan(): void {
  isOver = true
  answer({ did: 'ended', logIsEmpty: false })
}

function end({ transaction, context, device }: Writing): void {
  if (isOver) return
  isOver = true
  context.entryKey.fill(0)
  device.secretKey.fill(0)
  let logIsEmpty = false
  try {
    transaction.rollback()
    logIsEmpty = transaction.emptyLog()
  } catch (error) {
    // A log that stays costs room, and is emptied later.
    if (!isVaultError(error)) throw error
  } finally {
    transaction.close()
    answer({ did: 'ended', logIsEmpty })
  }
}
