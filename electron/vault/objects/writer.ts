/**
 * Stores one object: a small one in a few milliseconds here, a larger one on a lane of worker threads.
 * Whatever fails, nothing is left in the vault, and the file key is wiped.
 */
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { VaultError } from '../../../shared/errors.ts'
import { type ObjectId, ObjectId as ObjectIdSchema } from '../../../shared/ids.ts'
import { Secret } from '../crypto/secret.ts'
import { KEY_BYTES, type Sodium } from '../crypto/sodium.ts'
import { CHUNK_LOG2, objectShape } from './format.ts'
import type { LaneInput } from './laneMessages.ts'
import type { LanePool } from './lanePool.ts'
import type { LaneRun } from './laneRun.ts'
import { type PendingContext, PendingObject } from './pendingObject.ts'
import type { Sealed } from './plainStream.ts'
import { PROGRESS_EVERY_MS, type WorkOptions } from './progress.ts'
import { sealInMemory } from './sealInMemory.ts'
import { SourceFile } from './sourceFile.ts'

/** Up to here an object is sealed in one slice of the calling thread: a few milliseconds. */
export const SMALL_BYTES = 1 << 20

export interface StoredObject extends Sealed {
  readonly objectId: ObjectId
  /** Goes into the ledger under the evidence record's key, and is then wiped by whoever put it there. */
  readonly fileKey: Secret
}

export interface WriterContext extends PendingContext {
  readonly vaultId: Uint8Array
  readonly sodium: Sodium
  readonly lanes: LanePool
}

/** Takes in the file at `path`. Errors: those of SourceFile, PendingObject, `too_large`, `cancelled`. */
export async function storeFile(
  context: WriterContext,
  path: string,
  options: WorkOptions,
): Promise<StoredObject> {
  const source = await SourceFile.open(path)
  try {
    throwIfCancelled(options)
    objectShape(source.size)
    const isSmall = source.size <= SMALL_BYTES
    const verify = () => source.assertUnchanged()
    if (isSmall) return await storeSmall(context, await source.readWhole(), options, verify)
    const input = { file: source.fd, size: source.size }
    return await storeLarge(context, input, options, { verify, total: source.size })
  } finally {
    await source.close()
  }
}

/** Stores bytes that are all here. They are wiped. */
export async function storeSmall(
  context: WriterContext,
  plain: Buffer,
  options: WorkOptions,
  verify?: () => Promise<void>,
): Promise<StoredObject> {
  return withPending(context, false, async (pending, fileKey) => {
    const { sodium, vaultId } = context
    const { stored, ...sealed } = sealInMemory({ sodium, key: fileKey.bytes, vaultId }, plain)
    plain.fill(0)
    // Another slice for the other hash.
    await setImmediate()
    const objectId = createHash('sha256').update(stored).digest('hex')
    await pending.write(stored)
    throwIfCancelled(options)
    await verify?.()
    await pending.publish(objectId)
    options.onProgress?.({ done: sealed.size, total: sealed.size })
    return { ...sealed, objectId }
  })
}

interface LargeOptions {
  /** Runs after everything was read and before the object gets its name. */
  readonly verify?: () => Promise<void>
  readonly total?: number
  /** Hears the job once it runs, to push bytes into it. */
  readonly onStart?: (run: LaneRun) => void
}

/** Stores on a lane, from an opened file or from bytes pushed into the run. */
export async function storeLarge(
  context: WriterContext,
  input: LaneInput,
  options: WorkOptions,
  { verify, total, onStart }: LargeOptions,
): Promise<StoredObject> {
  return withPending(context, true, async (pending, fileKey) => {
    const { output } = pending
    const job = { input, output, key: fileKey.bytes, vaultId: context.vaultId }
    const run = await context.lanes.start(job, options.signal)
    onStart?.(run)
    const result = await whileRunning(run, total, options)
    throwIfCancelled(options)
    await verify?.()
    await pending.publish(result.objectId)
    options.onProgress?.({ done: result.size, total: result.size })
    return result
  })
}

/** Waits for the end of a run; meanwhile tells its progress and passes on a cancel. */
async function whileRunning(run: LaneRun, total: number | undefined, options: WorkOptions) {
  const { onProgress, signal } = options
  const cancel = () => run.cancel()
  const tell = () => {
    const done = Math.min(run.sealedChunks * 2 ** CHUNK_LOG2, total ?? Number.POSITIVE_INFINITY)
    onProgress?.(total === undefined ? { done } : { done, total })
  }
  const timer = onProgress && setInterval(tell, PROGRESS_EVERY_MS)
  signal?.addEventListener('abort', cancel)
  if (signal?.aborted) cancel()
  try {
    return await run.done
  } finally {
    clearInterval(timer)
    signal?.removeEventListener('abort', cancel)
  }
}

async function withPending(
  context: WriterContext,
  isLarge: boolean,
  work: (pending: PendingObject, fileKey: Secret) => Promise<Sealed & { objectId: string }>,
): Promise<StoredObject> {
  const pending = await PendingObject.create(context, isLarge)
  const fileKey = Secret.random(KEY_BYTES)
  try {
    const { objectId, size, storedSize, sha256 } = await work(pending, fileKey)
    return { objectId: ObjectIdSchema.parse(objectId), size, storedSize, sha256, fileKey }
  } catch (error) {
    fileKey.wipe()
    await pending.discard()
    throw error
  }
}

function throwIfCancelled(options: WorkOptions): void {
  if (options.signal?.aborted) throw new VaultError('cancelled')
}
