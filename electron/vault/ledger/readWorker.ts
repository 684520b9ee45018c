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

invariant(parentPort, 'readWorker runs as a worker thread')
const port = parentPort
let reading: Promise<Reading> | undefined
let isStopped = false

interface Reading {
  readonly db: VaultDb
  readonly context: ReadContext
}

port.on('message', (request: ReadRequest) => {
  if (request === 'stop') stop()
  else if ('file' in request) reading = start(request)
  else void read(request)
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
  for await (const slice of scan(context, db, () => to, options)) items.push(...slice)
  if (isStopped) return
  const batch: ReadBatch = packBatch(from, items)
  port.postMessage(batch, memoryOf(batch))
}

function stop(): void {
  isStopped = true
  void reading
    ?.then(({ db, context }) => {
      context.ring.wipe()
      context.entryKey.fill(0)
      db.close()
    })
    .finally(() => port.close())
}
