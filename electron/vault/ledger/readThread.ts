/**
 * Reads a long stretch of the ledger with two threads, in order: one of its own, and the caller's in short slices
 * while it would otherwise wait for the other. What comes out is what `scan` gives. Until the thread has begun, and
 * where one cannot be had, the caller's does it alone: what it waited for would be the first entries of all.
 */

import { Worker } from 'node:worker_threads'
import { VaultError } from '../../../shared/errors.ts'
import type { VaultDb } from '../db/vaultDb.ts'
import { turn } from '../slices.ts'
import { workerUrl } from '../workers.ts'
import { unpackBatch } from './readBatch.ts'
import { type ReadContext, scan } from './reader.ts'
import type { ReadAnswer, ReadRequest, ReadStart } from './readWorker.ts'
import type { ReadOptions, ScanItem } from './types.ts'

/** Fewer entries are read before a thread has begun. */
export const WORTH_A_THREAD = 10_000
const ENTRIES_AT_ONCE = 1024
/** Stretches that the thread has to do, so that it never waits. */
const MOST_ASKED = 3
/** Stretches that the caller's thread reads ahead of its turn. */
const MOST_AHEAD = 12

/** Up to `last`, whatever is appended meanwhile. Throws `cancelled`, `io_failed`. */
export async function* scanInThreads(
  context: ReadContext,
  db: VaultDb,
  last: number,
  options: ReadOptions,
): AsyncGenerator<readonly ScanItem[]> {
  const { fromSeq = 1, signal } = options
  const thread = new ReadThread(context, db)
  const stretches = Math.ceil((last - fromSeq + 1) / ENTRIES_AT_ONCE)
  const stretchOf = (index: number) => {
    const from = fromSeq + index * ENTRIES_AT_ONCE
    return { from, to: Math.min(last, from + ENTRIES_AT_ONCE - 1) }
  }
  const done = new Map<number, readonly ScanItem[]>()
  const asked = new Map<number, Promise<void>>()
  let next = 0
  const ask = () => {
    while (thread.isReady && asked.size < MOST_ASKED && next < stretches) {
      const index = next
      next += 1
      const answer = thread.read(stretchOf(index)).then((items) => {
        asked.delete(index)
        if (items) done.set(index, items)
      })
      asked.set(index, answer)
    }
  }
  const readHere = async (index: number) => {
    const { from, to } = stretchOf(index)
    const items: ScanItem[] = []
    for await (const slice of scan(context, db, () => to, { ...options, fromSeq: from }))
      items.push(...slice)
    done.set(index, items)
    // The next stretch begins a slice of its own, which is not to come on top of the end of this one.
    await turn()
  }
  try {
    for (let index = 0; index < stretches; index += 1) {
      for (let items = done.get(index); !items; items = done.get(index)) {
        if (signal?.aborted) throw new VaultError('cancelled')
        ask()
        if (next <= index || !(asked.has(index) || done.has(index))) await readHere(index)
        else if (next < stretches && next - index < MOST_AHEAD) {
          const ahead = next
          next += 1
          await readHere(ahead)
        } else await asked.get(index)
      }
      ask()
      const items = done.get(index) ?? []
      done.delete(index)
      yield items
      await turn()
    }
  } finally {
    thread.stop()
  }
}

/** What it makes it gives away: more room for what is new would only be filled. */
const MOST_YOUNG_MB = 6

class ReadThread {
  readonly #worker: Worker
  readonly #waiting: ((items: readonly ScanItem[] | undefined) => void)[] = []
  #hasBegun = false
  /** It answers nothing any more. */
  #isBroken = false

  constructor({ vaultId, entryKey, ring, sodium }: ReadContext, { file }: VaultDb) {
    const start: ReadStart = {
      ...{ file, build: sodium.build, vaultId },
      entryKey: Uint8Array.from(entryKey),
      pageKeys: ring.pageKeys(),
    }
    this.#worker = new Worker(workerUrl('readWorker'), {
      resourceLimits: { maxYoungGenerationSizeMb: MOST_YOUNG_MB },
    })
    this.#worker.unref()
    // Moved, not copied: afterwards only the thread has them.
    const keys = [start.entryKey, ...start.pageKeys.map(([, key]) => key)]
    this.#send(
      start,
      keys.map(({ buffer }) => buffer as ArrayBuffer),
    )
    this.#worker.on('message', (answer: ReadAnswer) => {
      if (answer === 'ready') this.#hasBegun = true
      else this.#waiting.shift()?.(unpackBatch(answer))
    })
    // Whatever it is, the caller's thread meets it too, or does without.
    this.#worker.on('error', () => this.#break())
    this.#worker.on('exit', () => this.#break())
  }

  get isReady(): boolean {
    return this.#hasBegun && !this.#isBroken
  }

  /** In the order in which they are asked for; undefined when the thread is broken. */
  read(stretch: { from: number; to: number }): Promise<readonly ScanItem[] | undefined> {
    if (this.#isBroken) return Promise.resolve(undefined)
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      this.#send(stretch)
    })
  }

  stop(): void {
    if (!this.#isBroken) this.#send('stop')
  }

  #send(request: ReadRequest, moved: ArrayBuffer[] = []): void {
    this.#worker.postMessage(request, moved)
  }

  #break(): void {
    this.#isBroken = true
    for (const resolve of this.#waiting.splice(0)) resolve(undefined)
  }
}
