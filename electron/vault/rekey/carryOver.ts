/**
 * Carries entries and objects over, in order. An object is on the disk of the new vault before the entry that names
 * it, and what comes out of the old one is compared with the SHA-256 in its entry before it counts.
 */
import { VaultError } from '../../../shared/errors.ts'
import { Secret } from '../crypto/secret.ts'
import { ObjectAddBody } from '../evidence/objectOp.ts'
import type { CarriedEntry } from '../ledger/carry.ts'
import type { ObjectReader } from '../objects/reader.ts'
import type { ObjectStore } from '../objects/store.ts'
import type { StoredObject } from '../objects/writer.ts'
import { OP_OBJECT_ADD } from '../records/ops.ts'
import type { SessionState } from '../session/sessionState.ts'
import { turn } from '../slices.ts'

/** One transaction holds this many entries at most, or so many bytes of them: a few milliseconds of this thread. */
const ENTRIES_AT_ONCE = 64
const BYTES_AT_ONCE = 1 << 18
const READ_BYTES = 1 << 20

export interface Sides<Side> {
  readonly source: Side
  readonly target: Side
}

export interface CarryOptions {
  readonly states: Sides<SessionState>
  readonly stores: Sides<ObjectStore>
  /** Number of the first entry that is not there yet. */
  readonly fromSeq: number
  /** Bytes of the old vault that are in the new one, more or less. */
  readonly onBytes: (bytes: number) => void
  readonly signal: AbortSignal | undefined
}

/** Gives the number of objects. Errors: damage of the old vault, of either disk; `cancelled`. */
export async function carryOver(options: CarryOptions): Promise<number> {
  const { states, fromSeq, signal, onBytes } = options
  const { ledger } = states.target
  let batch: CarriedEntry[] = []
  let bytes = 0
  let objects = 0
  const store = () => {
    ledger.carry(batch)
    for (const { body } of batch) if (body !== 'erased') body.fill(0)
    onBytes(bytes)
    batch = []
    bytes = 0
  }
  const reading = { fromSeq, ...(signal ? { signal } : {}) }
  for await (const slice of states.source.ledger.carriable(reading)) {
    for (const entry of slice) {
      const isObject = entry.op === OP_OBJECT_ADD && entry.body !== 'erased'
      batch.push(isObject ? await withObject(options, entry) : entry)
      if (isObject) objects += 1
      bytes += entry.body.length
      if (batch.length >= ENTRIES_AT_ONCE || bytes >= BYTES_AT_ONCE) {
        store()
        await turn()
      }
    }
  }
  store()
  return objects
}

/** The entry with the place and the key of its object in the new vault. */
async function withObject(options: CarryOptions, entry: CarriedEntry): Promise<CarriedEntry> {
  const body = objectBody(entry)
  const stored = await moveObject(options, body)
  const { objectId, storedSize, fileKey } = stored
  const next = { ...body, objectId, storedSize, fileKey: fileKey.bytes.toString('base64') }
  fileKey.wipe()
  return { ...entry, body: Buffer.from(JSON.stringify(next), 'utf8') }
}

/** An entry that this program does not understand names a file that it could not carry over. */
export function objectBody({ body, seq }: CarriedEntry): ObjectAddBody {
  const parsed = ObjectAddBody.safeParse(JSON.parse(body.toString('utf8')))
  if (!parsed.success) throw new VaultError('ledger_damaged', { seq })
  return parsed.data
}

/** Closes the reader, whatever `work` does. */
export async function withObjectReader<Result>(
  store: ObjectStore,
  { objectId, fileKey, size }: ObjectAddBody,
  work: (reader: ObjectReader) => Promise<Result>,
): Promise<Result> {
  const bytes = Buffer.from(fileKey, 'base64')
  const key = Secret.fromBytes(bytes)
  bytes.fill(0)
  try {
    const reader = await store.openReader({ objectId, fileKey: key, size })
    try {
      return await work(reader)
    } finally {
      await reader.close()
    }
  } finally {
    key.wipe()
  }
}

/** The plaintext piece by piece; each is wiped after its turn. */
export async function eachPiece(
  reader: ObjectReader,
  signal: AbortSignal | undefined,
  take: (piece: Buffer) => Promise<void> | void,
): Promise<void> {
  for (let start = 0; start < reader.size; start += READ_BYTES) {
    if (signal?.aborted) throw new VaultError('cancelled')
    const piece = await reader.read(start, Math.min(start + READ_BYTES, reader.size))
    await take(piece)
    piece.fill(0)
  }
}

function moveObject(
  { stores, signal, onBytes }: CarryOptions,
  body: ObjectAddBody,
): Promise<StoredObject> {
  return withObjectReader(stores.source, body, async (reader) => {
    const intake = stores.target.begin(signal ? { signal } : {})
    try {
      await eachPiece(reader, signal, async (piece) => {
        await intake.write(piece)
        onBytes(piece.length)
      })
    } catch (error) {
      await intake.abort()
      throw error
    }
    // The intake has ended itself then.
    if (signal?.aborted) throw new VaultError('cancelled')
    const stored = await intake.finish()
    if (stored.sha256 === body.sha256 && stored.size === body.size) return stored
    stored.fileKey.wipe()
    await stores.target.remove(stored.objectId)
    throw new VaultError('object_damaged')
  })
}
