/**
 * Worker thread: one Argon2id13 with the WebAssembly build, then the end of the thread. Answers with
 * the 32-byte key, or null when the memory could not be had. Listed in ../workers.ts.
 */
import { parentPort } from 'node:worker_threads'
import { invariant } from '../../../shared/errors.ts'

interface Request {
  password: Uint8Array
  salt: Uint8Array
  cost: { ops: number; memKiB: number }
}

const port = parentPort
invariant(port, 'kdfWorker runs as a worker thread')

port.once('message', async ({ password, salt, cost }: Request) => {
  const lib = (await import('libsodium-wrappers-sumo')).default
  await lib.ready
  let out: Uint8Array | null = null
  try {
    const alg = lib.crypto_pwhash_ALG_ARGON2ID13
    out = lib.crypto_pwhash(32, password, salt, cost.ops, cost.memKiB * 1024, alg)
  } catch {
    // The only failure left once the cost is in range is memory; the answer null says so.
  }
  lib.memzero(password)
  port.postMessage(out, out ? [out.buffer as ArrayBuffer] : [])
  port.close()
})
