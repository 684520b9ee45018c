/**
 * Runs a re-key in a thread of its own, so that the process that holds the windows keeps answering: sealing, folding
 * and comparing a whole vault cannot be cut into slices that are short enough on every machine. The command line calls
 * the same function directly. Secrets travel as copies that both sides wipe.
 */
import { Worker } from 'node:worker_threads'
import { type ErrorCode, type ErrorDetails, invariant, VaultError } from '../../../shared/errors.ts'
import type { KdfLevel, KdfPolicy } from '../crypto/kdf.ts'
import type { RecoveryLanguage } from '../crypto/recoveryCode.ts'
import { Secret } from '../crypto/secret.ts'
import type { SodiumBuild } from '../crypto/sodium.ts'
import { workerUrl } from '../workers.ts'
import type { RekeyOptions, RekeyResult } from './types.ts'

/** The vault is opened with what a person typed; key files, shares and custodian mode are for the command line. */
export interface RekeyThreadData {
  readonly folder: string
  readonly credential: Uint8Array
  readonly passphrase: Uint8Array
  readonly kdf: KdfLevel
  readonly recoveryLanguage: RecoveryLanguage
  readonly deviceSecret: Uint8Array
  readonly policy: KdfPolicy | undefined
  readonly build: SodiumBuild
}

export type RekeyThreadMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly result: RekeyResult }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly details?: ErrorDetails }

export type RekeyInThreadOptions = Pick<
  RekeyOptions,
  | 'folder'
  | 'passphrase'
  | 'kdf'
  | 'recoveryLanguage'
  | 'deviceSecret'
  | 'sodium'
  | 'onProgress'
  | 'signal'
  | 'policy'
> & { readonly credential: Secret }

/** Errors: those of `rekeyVault`. */
export function rekeyInThread(options: RekeyInThreadOptions): Promise<RekeyResult> {
  const { folder, credential, passphrase, kdf, deviceSecret, sodium, policy } = options
  invariant(credential instanceof Secret, 'a thread is given what a person typed')
  const data: RekeyThreadData = {
    ...{ folder, kdf, policy, build: sodium.build },
    recoveryLanguage: options.recoveryLanguage ?? 'en',
    credential: Uint8Array.from(credential.bytes),
    passphrase: Uint8Array.from(passphrase.bytes),
    deviceSecret: Uint8Array.from(deviceSecret.bytes),
  }
  const copies = [data.credential, data.passphrase, data.deviceSecret]
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl('rekeyWorker'))
    // Moved, not copied: afterwards only the thread has them.
    worker.postMessage(
      data,
      copies.map(({ buffer }) => buffer as ArrayBuffer),
    )
    const cancel = () => worker.postMessage('cancel')
    const end = (settle: () => void) => {
      options.signal?.removeEventListener('abort', cancel)
      void worker.terminate().then(settle)
    }
    worker.on('message', (message: RekeyThreadMessage) => {
      if (message.type === 'progress') options.onProgress?.(message.done, message.total)
      else if (message.type === 'done') end(() => resolve(message.result))
      else end(() => reject(new VaultError(message.code, message.details)))
    })
    worker.on('error', () => end(() => reject(new VaultError('internal'))))
    options.signal?.addEventListener('abort', cancel)
    if (options.signal?.aborted) cancel()
  })
}
