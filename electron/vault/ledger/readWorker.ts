/**
 * The thread behind readThread.ts: reads stretches of the ledger through a connection of its own, checks and decrypts
 * them, and hands them over. Listed in ../workers.ts.
 */
import { parentPort } from 'node:worker_threads'
import { invariant } from '../../../shared/errors.ts'
import { loadSodium } from '../crypto/loadSodium.ts'
import type { SodiumBuild } from '../crypto/sodium.ts'
import { VaultDb } from '../db/vaultDb.ts'
import { boxHash, COMPARTMENT_ROW } from './chain.ts'
import { KeyRing } from './keyRing.ts'
import { ReusedBodyMemory } from './lazyEntry.ts'
import { memoryOf, packBatch, type ReadBatch } from './readBatch.ts'
import { type ReadContext, scan } from './reader.ts'
import type { ScanItem } from './types.ts'

export interface ReadStart {
  readonly file: string
  readonly build: SodiumBuild
  readonly vaultId: Uint8Array
  /** Copies that the thread wipes. */
  readonly entryKey: Uint8Array
  readonly pageKeys: readonly (readonly [compartment: number, key: Uint8Array])[]
}

export interface Stretch {
  readonly from: number
  readonly to: number
}

export type ReadRequest = ReadStart | Stretch | 'stop'
/** First that it has begun: until then the caller reads alone. Then a batch for each stretch. */
export type ReadAnswer = 'ready' | ReadBatch

invariant(parentPort, 'readWorker runs as a worker thread')
const port = parentPort
let reading: Promise<Reading> | undefined
let isStopped = false
/** One stretch is read after the other, because they share the memory for bodies; what is handed over is a copy. */
let last: Promise<void> = Promise.resolve()
const bodies = new ReusedBodyMemory()

interface Reading {
  readonly db: VaultDb
  readonly context: ReadContext
}

port.on('message', (request: ReadRequest) => {
  if (request === 'stop') stop()
  else if ('file' in request) {
    reading = start(request)
    void reading.then(() => port.postMessage('ready' satisfies ReadAnswer))
  } else last = last.then(() => read(request))
})

async function start({ file, build, vaultId, entryKey, pageKeys }: ReadStart): Promise<Reading> {
  const sodium = await loadSodium(build)
  const db = VaultDb.open(file, 'read')
  const ring = new KeyRing({
    ...{ sodium, vaultId: Buffer.from(vaultId) },
    pageKeys: new Map(pageKeys.map(([compartment, key]) => [compartment, Buffer.from(key.buffer)])),
    compartmentParts: db.compartments().map((row) => ({
      compartment: row.compartment,
      page: COMPARTMENT_ROW,
      hash: boxHash(sodium, row),
    })),
    rows: db.keyPages(),
    tolerateDamage: false,
  })
  const key = Buffer.from(entryKey.buffer)
  return { db, context: { sodium, vaultId: Buffer.from(vaultId), entryKey: key, ring } }
}

async function read({ from, to }: Stretch): Promise<void> {
  invariant(reading, 'it was started')
  const { db, context } = await reading
  const items: ScanItem[] = []
  // Nobody waits for a turn of this thread.
  const options = { fromSeq: from, sliceMs: Number.POSITIVE_INFINITY, lazyBodies: true }
  const slices = scan(context, db, () => to, options, undefined, bodies)
  for await (const slice of slices) items.push(...slice)
  if (isStopped) return
  const batch: ReadBatch = packBatch(from, items)
  bodies.reuse()
  port.postMessage(batch, memoryOf(batch))
}

function stop(): void {
  isStopped = true
  void reading
    ?.then(({ db, context }) => {
      bodies.wipe()
      context.ring.wipe()
      context.entryKey.fill(0)
      db.close()
    })
    .finally(() => port.close())
}
