/** A long ledger that two threads read is read as one reads it: the same entries in the same order, the same damage. */
import type { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { WORTH_A_THREAD } from '../../../electron/vault/ledger/readThread.ts'
import type { NewEntry, OpenedEntry, ReadOptions } from '../../../electron/vault/ledger/types.ts'
import type { OpenVault } from '../../../electron/vault/session/session.ts'
import { isVaultError } from '../../../shared/errors.ts'
import {
  failureCode,
  flipByte,
  make,
  NATIVE,
  recordId,
  reopen,
  tamper,
  WASM,
} from '../../support/coreVault.ts'

const RECORDS = 50
const ERASED = recordId(7)
const IDENTITY = recordId(1000)

/** Large and small bodies, some under no record's key, one of a compartment, and an erased record. */
async function longVault() {
  const { vault, folder } = await make(NATIVE)
  const entries = Array.from({ length: WORTH_A_THREAD + 700 }, (_, n): NewEntry => {
    const body = { kind: 'person', n, text: 'ї'.repeat(n % 97 === 0 ? 3000 : n % 40) }
    if (n === 4000) return { op: 'record.set', record: IDENTITY, compartment: 1, body }
    if (n % 211 === 0) return { op: 'backup.made', body }
    return { op: 'record.set', record: recordId(1 + (n % RECORDS)), body }
  })
  vault.ledger.append(entries)
  vault.ledger.erase(ERASED, { reason: 'x' })
  vault.close()
  return folder
}

/**
 * Goes on after the first slice only when the thread has begun, or ended: a ledger as short as this one would have been
 * read before.
 */
async function read(vault: OpenVault, options: ReadOptions = {}) {
  const found: unknown[] = []
  let seq = 0
  let batches = 0
  let begun = Promise.resolve()
  const watch = (worker: Worker) => {
    begun = new Promise((resolve) => {
      worker.once('message', () => resolve())
      worker.once('exit', () => resolve())
    })
    worker.on('message', (answer: unknown) => {
      if (answer !== 'ready') batches += 1
    })
  }
  process.on('worker', watch)
  const failed = await failureOf(async () => {
    for await (const slice of vault.ledger.readSlices(options)) {
      await begun
      for (const entry of slice) {
        seq = entry.seq
        found.push(plain(entry))
      }
    }
  }).finally(() => process.off('worker', watch))
  return { read: { found, failed, seq }, batches }
}

async function failureOf(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (isVaultError(error)) return error.code
    throw error
  }
}

const plain = (entry: OpenedEntry) => ({
  ...{ seq: entry.seq, time: entry.time, author: entry.author, op: entry.op },
  ...{ record: entry.record, state: entry.state },
  body: entry.state === 'open' ? entry.body : undefined,
  kind: entry.state === 'open' ? (entry.peek?.('kind') ?? kindOf(entry.body)) : undefined,
})

const kindOf = (body: unknown) => (body as { kind?: string } | undefined)?.kind

describe('a long ledger', () => {
  it('comes out of two threads as out of one, from any entry on, with either build', async () => {
    const folder = await longVault()
    for (const sodium of [NATIVE, WASM]) {
      const vault = await reopen(folder, sodium, { readOnly: true })
      for (const fromSeq of [1, 600]) {
        const alone = await read(vault, { fromSeq })
        const together = await read(vault, { fromSeq, lazyBodies: true })
        expect(together.read.found.length).toBeGreaterThan(WORTH_A_THREAD)
        expect(together.read).toEqual(alone.read)
        expect([alone.batches === 0, together.batches > 0]).toEqual([true, true])
      }
      const states = new Set(
        (await read(vault)).read.found.map((each) => (each as OpenedEntry).state),
      )
      expect(states).toEqual(new Set(['open', 'erased']))
      vault.close()
    }
  }, 60_000)

  it.each([0, 1, 2])(
    'comes out whole when the thread ends after %i stretches',
    async (stretches) => {
      const folder = await longVault()
      const vault = await reopen(folder, NATIVE, { readOnly: true })
      const alone = await read(vault)
      let ended = 0
      const end = (worker: Worker) => {
        const stop = () => worker.terminate().then(() => (ended += 1))
        if (stretches === 0) stop()
        let answers = 0
        worker.on('message', (answer: unknown) => {
          if (answer === 'ready') return
          answers += 1
          if (answers === stretches) stop()
        })
      }
      process.on('worker', end)
      try {
        expect((await read(vault, { lazyBodies: true })).read).toEqual(alone.read)
        await expect.poll(() => ended).toBe(1)
      } finally {
        process.off('worker', end)
        vault.close()
      }
    },
    60_000,
  )

  it('ends at the first damage, whichever thread met it, and can be cancelled', async () => {
    const folder = await longVault()
    const damaged = [9300, 2500, 3]
    for (const seq of damaged) {
      tamper(folder, (connection) => {
        const row = connection.prepare('SELECT box FROM ledger WHERE seq = ?').get(seq) as {
          box: Buffer
        }
        const box = flipByte(row.box, 30)
        connection.prepare('UPDATE ledger SET box = ? WHERE seq = ?').run(box, seq)
      })
      const vault = await reopen(folder, NATIVE, { readOnly: true })
      const { found, failed } = (await read(vault, { lazyBodies: true })).read
      expect(failed).toBe('ledger_damaged')
      expect(found.length).toBeLessThan(seq)
      const controller = new AbortController()
      controller.abort()
      const cancelled = () => readOn(vault, { lazyBodies: true, signal: controller.signal })
      expect(await failureCode(cancelled)).toBe('cancelled')
      vault.close()
    }
  }, 60_000)
})

async function readOn(vault: OpenVault, options: ReadOptions): Promise<void> {
  for await (const _slice of vault.ledger.readSlices(options)) {
    // Cancelled before the first.
  }
}
