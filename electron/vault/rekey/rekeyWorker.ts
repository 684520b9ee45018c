/** The thread behind rekeyThread.ts: one re-key, its progress, one answer. Listed in ../workers.ts. */
import { parentPort } from 'node:worker_threads'
import { invariant, isVaultError } from '../../../shared/errors.ts'
import { loadSodium } from '../crypto/loadSodium.ts'
import { Secret } from '../crypto/secret.ts'
import type { RekeyThreadData, RekeyThreadMessage } from './rekeyThread.ts'
import { rekeyVault } from './rekeyVault.ts'

/** Often enough for a moving bar, seldom enough to cost nothing. */
const PROGRESS_EVERY_MS = 100

invariant(parentPort, 'rekeyWorker runs as a worker thread')
const port = parentPort
const send = (message: RekeyThreadMessage) => port.postMessage(message)
const controller = new AbortController()

port.on('message', (message: RekeyThreadData | 'cancel') => {
  if (message === 'cancel') controller.abort()
  else void run(message)
})

async function run({ build, policy, ...data }: RekeyThreadData): Promise<void> {
  const secrets = [data.credential, data.passphrase, data.deviceSecret].map((bytes) => {
    const secret = Secret.fromBytes(bytes)
    bytes.fill(0)
    return secret
  })
  const [credential, passphrase, deviceSecret] = secrets
  invariant(credential && passphrase && deviceSecret, 'three secrets came')
  const { folder, kdf, recoveryLanguage } = data
  let last = 0
  try {
    const result = await rekeyVault({
      ...{ folder, kdf, recoveryLanguage, credential, passphrase, deviceSecret },
      ...(policy ? { policy } : {}),
      sodium: await loadSodium(build),
      signal: controller.signal,
      onProgress: (done, total) => {
        const now = Date.now()
        if (done !== total && now - last < PROGRESS_EVERY_MS) return
        last = now
        send({ type: 'progress', done, total })
      },
    })
    send({ type: 'done', result })
  } catch (error) {
    if (isVaultError(error)) {
      const { code, details } = error
      send({ type: 'failed', code, ...(details ? { details } : {}) })
    } else send({ type: 'failed', code: controller.signal.aborted ? 'cancelled' : 'internal' })
  } finally {
    for (const secret of secrets) secret.wipe()
  }
}
