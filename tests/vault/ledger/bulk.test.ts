/** Many entries in one transaction over many turns: all of it or nothing, and nobody else's entry lost or in between. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { BulkThread } from '../../../electron/vault/ledger/bulkThread.ts'
import type { BulkPlan, NewEntry } from '../../../electron/vault/ledger/types.ts'
import type { OpenVault } from '../../../electron/vault/session/session.ts'
import {
  eachBuild,
  failureCode,
  make,
  makeFilled,
  NATIVE,
  PASSPHRASE,
  readAll,
  recordId,
  reopen,
} from '../../support/coreVault.ts'

const COUNT = 700

function* entries(count = COUNT, from = 1000): Generator<NewEntry> {
  for (let n = 0; n < count; n += 1)
    yield { op: 'record.set', record: recordId(from + n), compartment: 0, body: { n } }
}
const plan =
  (of: Iterable<NewEntry>, erase?: NonNullable<BulkPlan['erase']>) => async (): Promise<BulkPlan> =>
    erase ? { entries: of, erase } : { entries: of }
const note = (text: string): NewEntry => ({ op: 'note.add', body: { text } })
const isWhole = async ({ ledger }: OpenVault) => (await ledger.verify({ signatures: true })).damaged
const bulkBodies = async (vault: OpenVault) =>
  (await readAll(vault)).flatMap((entry) => {
    const { record, body } = entry as { record?: string; body?: { n?: number } }
    return record !== undefined && Number.parseInt(record, 16) >= 1000 ? [body?.n] : []
  })
const ALL = Array.from({ length: COUNT }, (_, n) => n)

eachBuild('a bulk', (sodium) => {
  it('is in the ledger as if its entries had been appended one by one', async () => {
    const folder = await makeFilled(sodium, 7)
    const vault = await reopen(folder, sodium)
    const before = vault.ledger.head().seq
    let progress = 0
    const appended = await vault.ledger.appendBulk(plan(entries()), {
      onProgress: (done) => {
        progress = done
      },
    })
    expect(progress).toBe(COUNT)
    expect(appended).toMatchObject({ firstSeq: before + 1, lastSeq: before + COUNT })
    expect(appended.author).toBe(vault.ledger.device)
    vault.ledger.append([note('after')])
    expect(vault.ledger.head().seq).toBe(before + COUNT + 1)
    expect(await isWhole(vault)).toEqual([])
    vault.close()
    const again = await reopen(folder, sodium)
    expect(await bulkBodies(again)).toEqual(ALL)
    expect(await isWhole(again)).toEqual([])
    // Keys of both, in the pages of both.
    again.ledger.append([{ op: 'record.set', record: recordId(1001), body: { n: -1 } }])
    again.ledger.append([{ op: 'record.set', record: recordId(3), body: { n: -1 } }])
    expect(await isWhole(again)).toEqual([])
  })
})

it('gives the thread its turns, and others see nothing of it before its end', async () => {
  const { vault, folder } = await make(NATIVE)
  const head = vault.ledger.head()
  let isOver = false
  let turns = 0
  const bulk = vault.ledger.appendBulk(plan(entries(6000))).finally(() => {
    isOver = true
  })
  const reader = await reopen(folder, NATIVE, { readOnly: true })
  while (!isOver) {
    turns += 1
    if (!isOver) expect([head.seq, head.seq + 6000]).toContain(vault.ledger.head().seq)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await bulk
  expect(turns).toBeGreaterThan(10)
  expect(reader.ledger.head()).toEqual(head)
  expect(await readAll(reader)).toHaveLength(head.seq)
})

it('refuses every other append meanwhile, and lets each in that waited', async () => {
  const { vault, folder } = await make(NATIVE)
  const bulk = vault.ledger.appendBulk(plan(entries()))
  const busy = () => failureCode(() => vault.ledger.append([note('no')]))
  expect(await busy()).toBe('busy')
  expect(await failureCode(() => vault.ledger.erase(recordId(1)))).toBe('not_found')
  expect(await failureCode(() => vault.ledger.appendBulk(plan(entries(1, 9000))))).toBe('busy')
  const waiting = Promise.all(
    ['a', 'b', 'c'].map(async (text) => {
      await vault.ledger.writable()
      return vault.ledger.append([note(text)])[0]?.seq
    }),
  )
  const { lastSeq } = await bulk
  expect(await waiting).toEqual([lastSeq + 1, lastSeq + 2, lastSeq + 3])
  const second = vault.ledger.appendBulk(plan(entries(3, 9000)))
  expect(await busy()).toBe('busy')
  await second
  expect(await isWhole(vault)).toEqual([])
  vault.close()
  const again = await reopen(folder, NATIVE)
  const texts = (await readAll(again)).flatMap((entry) => {
    const { op, body } = entry as { op: string; body: { text?: string } }
    return op === 'note.add' ? [body.text] : []
  })
  expect(texts).toEqual(['a', 'b', 'c'])
  expect(await isWhole(again)).toEqual([])
})

it('lets a change of the passphrase wait, and the change is whole', async () => {
  const { vault, folder } = await make(NATIVE)
  const bulk = vault.ledger.appendBulk(plan(entries(5000)))
  const change = vault.changePassphrase(Secret.fromText(PASSPHRASE), Secret.fromText('нова фраза'))
  await Promise.all([bulk, change])
  expect(await isWhole(vault)).toEqual([])
  vault.close()
  expect(await failureCode(() => reopen(folder, NATIVE))).toBe('wrong_passphrase')
  const again = await reopen(folder, NATIVE, { passphrase: 'нова фраза' })
  expect(again.notices).toEqual([])
  expect(await isWhole(again)).toEqual([])
})

it('is never taken for damage by a check that runs beside it', async () => {
  const { vault } = await make(NATIVE)
  for (let n = 0; n < 50; n += 1) vault.ledger.append([note('x')])
  let isOver = false
  const bulk = vault.ledger.appendBulk(plan(entries(4000))).finally(() => {
    isOver = true
  })
  let checks = 0
  while (!isOver) {
    expect(await isWhole(vault)).toEqual([])
    checks += 1
  }
  await bulk
  expect(checks).toBeGreaterThan(0)
  expect(await isWhole(vault)).toEqual([])
})

const CUTS = {
  'that is cancelled': (controller: AbortController, made: number) => {
    if (made === 600) controller.abort()
  },
  'whose making fails': (_: AbortController, made: number) => {
    if (made === 600) throw new Error('bad entry')
  },
  'that is cancelled at its first entry': (controller: AbortController) => controller.abort(),
}

it.each(Object.entries(CUTS))('%s leaves nothing, and can be done again', async (_, cut) => {
  const { vault, folder } = await make(NATIVE)
  vault.ledger.append([note('before')])
  const head = vault.ledger.head()
  const controller = new AbortController()
  function* cutOff() {
    let made = 0
    for (const entry of entries(20_000)) {
      made += 1
      cut(controller, made)
      yield entry
    }
  }
  const { signal } = controller
  await expect(vault.ledger.appendBulk(plan(cutOff()), { signal })).rejects.toThrow(
    /cancelled|bad entry/,
  )
  expect(vault.ledger.head()).toEqual(head)
  expect(vault.ledger.recordState(recordId(1000))).toBe('unknown')
  expect(await isWhole(vault)).toEqual([])
  // Not even its room: a full disk would stay full.
  const log = join(folder, 'vault.db-wal')
  expect(statSync(log, { throwIfNoEntry: false })?.size ?? 0).toBeLessThan(200_000)
  vault.ledger.append([note('after')])
  await vault.ledger.appendBulk(plan(entries()))
  expect(await isWhole(vault)).toEqual([])
  vault.close()
  const again = await reopen(folder, NATIVE)
  expect(await bulkBodies(again)).toEqual(ALL)
})

it('that the vault is closed under is not there, and the folder is free at once', async () => {
  const { vault, folder } = await make(NATIVE)
  const head = vault.ledger.head().seq
  const bulk = failureCode(() => vault.ledger.appendBulk(plan(entries(20_000))))
  for (let n = 0; n < 5; n += 1) await new Promise((resolve) => setTimeout(resolve, 10))
  vault.close()
  const again = await reopen(folder, NATIVE)
  expect(await bulk).toBe('cancelled')
  expect(again.ledger.head().seq).toBe(head + 1)
  expect(await bulkBodies(again)).toEqual([])
  expect(await isWhole(again)).toEqual([])
  again.ledger.append([note('after')])
})

it('whose thread dies when the disk has it, before it says so, is known all the same', async () => {
  const { vault, folder } = await make(NATIVE)
  const { commit } = BulkThread.prototype
  const dying = vi.spyOn(BulkThread.prototype, 'commit').mockImplementation(async function (
    this: BulkThread,
    head,
  ) {
    await commit.call(this, head)
    throw new Error('the thread is gone')
  })
  const { lastSeq } = await vault.ledger.appendBulk(plan(entries()))
  dying.mockRestore()
  expect(vault.ledger.head().seq).toBe(lastSeq)
  expect(vault.ledger.recordState(recordId(1000))).toBe('known')
  // What comes next stands behind it, under the keys that it made.
  vault.ledger.append([{ op: 'record.set', record: recordId(1001), body: { n: -1 } }])
  expect(await isWhole(vault)).toEqual([])
  vault.close()
  const again = await reopen(folder, NATIVE)
  expect(await bulkBodies(again)).toEqual([...ALL, -1])
  expect(await isWhole(again)).toEqual([])
})

it('destroys keys in the same transaction, and empties the log of them', async () => {
  const { vault, folder } = await make(NATIVE)
  await vault.ledger.appendBulk(plan(entries(300)))
  const records = Array.from({ length: 250 }, (_, n) => recordId(1000 + n))
  const erase = { records, body: { reason: 'test' } }
  const { firstSeq, lastSeq } = await vault.ledger.appendBulk(plan([note('undone')], erase))
  expect(lastSeq - firstSeq).toBe(250)
  expect(statSync(join(folder, 'vault.db-wal')).size).toBe(0)
  expect(vault.ledger.recordState(recordId(1249))).toBe('erased')
  expect(vault.ledger.recordState(recordId(1250))).toBe('known')
  expect(await isWhole(vault)).toEqual([])
  expect(await failureCode(() => vault.ledger.appendBulk(plan([], erase)))).toBe('erased')
  vault.close()
  const again = await reopen(folder, NATIVE)
  expect(await isWhole(again)).toEqual([])
  expect(again.ledger.recordState(recordId(1000))).toBe('erased')
})

it('of an entry that is too large is refused whole', async () => {
  const { vault } = await make(NATIVE)
  const head = vault.ledger.head()
  const large = { op: 'note.add', body: 'x'.repeat(2 ** 20) }
  expect(await failureCode(() => vault.ledger.appendBulk(plan([note('a'), large])))).toBe(
    'too_large',
  )
  expect(vault.ledger.head()).toEqual(head)
  const erasing = { ...note('a'), op: 'record.erase' }
  await expect(vault.ledger.appendBulk(plan([erasing]))).rejects.toThrow('is erased with')
  const witness = { op: 'record.set', record: recordId(7), compartment: 1 as const, body: {} }
  await expect(vault.ledger.appendBulk(plan([witness]))).rejects.toThrow('main compartment')
  expect(await isWhole(vault)).toEqual([])
})

it('of nothing is no entry', async () => {
  const { vault } = await make(NATIVE)
  const head = vault.ledger.head()
  await vault.ledger.appendBulk(plan([]))
  expect(vault.ledger.head()).toEqual(head)
  expect(await isWhole(vault)).toEqual([])
})
