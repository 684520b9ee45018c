/** What is handed to the thread that writes a bulk is wiped there, whatever becomes of it. In memory that both see. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { vaultPaths } from '../../../electron/vault/folder/layout.ts'
import { type BulkBatch, packBulk } from '../../../electron/vault/ledger/bulkBatch.ts'
import type { BulkAnswer, BulkRequest } from '../../../electron/vault/ledger/bulkWorker.ts'
import { workerUrl } from '../../../electron/vault/workers.ts'
import type { AuthorId } from '../../../shared/ids.ts'
import { make, NATIVE, readAll, recordId } from '../../support/coreVault.ts'

let worker: Worker | undefined
afterEach(() => worker?.terminate())

/** The thread on a vault of its own, and what it has answered. */
async function started(wrongSeq = false) {
  const { vault, folder } = await make(NATIVE)
  const { seq, hash } = vault.ledger.head()
  const thread = new Worker(workerUrl('bulkWorker'))
  worker = thread
  const answers: string[] = []
  thread.on('message', ({ did }: BulkAnswer) => answers.push(did))
  const exited = once(thread, 'exit')
  const send = (request: BulkRequest) => thread.postMessage(request)
  send({
    ...{ file: vaultPaths(folder).database, build: 'native', vaultId: vault.vaultIdBytes },
    ...{ device: '0'.repeat(32) as AuthorId, time: 1, seq: wrongSeq ? seq + 1 : seq, hash },
    ...{ entryKey: Buffer.alloc(32, 1), signKey: Buffer.alloc(64, 2) },
  })
  /** When it has said its last word it is told that nothing more comes. */
  const over = async () => {
    while (!answers.includes('ended')) await new Promise((resolve) => setTimeout(resolve, 5))
    send('over')
    await exited
  }
  return { vault, send, answers, over }
}

const shared = (bytes: Uint8Array): Uint8Array => {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length))
  copy.set(bytes)
  return copy
}
function batch(n: number, op = 'record.set'): BulkBatch {
  const entry = { op, record: recordId(n), key: Buffer.alloc(32, 3), json: Buffer.from('{"n":1}') }
  const packed = packBulk([entry, { op: 'note.add', json: Buffer.from('{"text":"note"}') }])
  return { ...packed, json: shared(packed.json), keys: shared(packed.keys) }
}
const isWiped = ({ json, keys }: BulkBatch) => [...json, ...keys].every((byte) => byte === 0)

describe('keys and bodies on the way to the thread', () => {
  it('are wiped when they are written', async () => {
    const { send, answers, over } = await started()
    const batches = [batch(1), batch(2)]
    expect(batches.some(isWiped)).toBe(false)
    for (const each of batches) send(each)
    send('stop')
    await over()
    expect(answers).toEqual(['written', 'written', 'ended'])
    expect(batches.map(isWiped)).toEqual([true, true])
  })

  it('are wiped when it was stopped before it came to them', async () => {
    const { vault, send, answers, over } = await started()
    const batches = [batch(1), batch(2), batch(3)]
    send('stop')
    for (const each of batches) send(each)
    await over()
    expect(answers).toEqual(['ended'])
    expect(batches.map(isWiped)).toEqual([true, true, true])
    expect(await readAll(vault)).toHaveLength(vault.ledger.head().seq)
  })

  it('are wiped when one before them failed', async () => {
    const { send, answers, over } = await started()
    const batches = [batch(1), batch(2, 'x'.repeat(5000)), batch(3), batch(4)]
    for (const each of batches) send(each)
    await over()
    expect(answers).toEqual(['written', 'failed', 'ended'])
    expect(batches.map(isWiped)).toEqual([true, true, true, true])
  })

  it('are wiped when it could not begin', async () => {
    const { send, answers, over } = await started(true)
    const batches = [batch(1), batch(2)]
    for (const each of batches) send(each)
    await over()
    expect(answers).toEqual(['failed', 'ended'])
    expect(batches.map(isWiped)).toEqual([true, true])
  })
})
