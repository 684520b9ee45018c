/** Asks the strength worker, which is started with the first question and ended when the unlock view ends. */
import { Worker } from 'node:worker_threads'
import { VaultError } from '../../../shared/errors.ts'
import { ipcWorkerUrl } from '../workers.ts'
import type { Strength } from './estimate.ts'

interface Question {
  readonly resolve: (strength: Strength) => void
  readonly reject: (error: unknown) => void
}

export class StrengthMeter {
  #worker: Worker | undefined
  readonly #open = new Map<number, Question>()
  #last = 0

  /** Rejects with `cancelled` when the meter is stopped before it has answered. */
  judge(passphrase: string): Promise<Strength> {
    this.#worker ??= this.#start()
    this.#last += 1
    const id = this.#last
    const answer = new Promise<Strength>((resolve, reject) =>
      this.#open.set(id, { resolve, reject }),
    )
    this.#worker.postMessage({ id, passphrase })
    return answer
  }

  /** Throws `passphrase_too_weak` for one that no vault is made with. */
  async require(passphrase: string): Promise<void> {
    const { acceptable, score } = await this.judge(passphrase)
    if (!acceptable) throw new VaultError('passphrase_too_weak', { score })
  }

  /** Ends the thread, and with it the text it has seen. */
  stop(): void {
    void this.#worker?.terminate()
    this.#fail(new VaultError('cancelled'))
  }

  #start(): Worker {
    const worker = new Worker(ipcWorkerUrl('strengthWorker'))
    worker.on('message', ({ id, strength }: { id: number; strength: Strength }) => {
      this.#open.get(id)?.resolve(strength)
      this.#open.delete(id)
    })
    worker.on('error', (error) => this.#fail(error))
    // An idle thread does not keep a test or a quitting program alive.
    worker.unref()
    return worker
  }

  #fail(error: unknown): void {
    this.#worker = undefined
    for (const { reject } of this.#open.values()) reject(error)
    this.#open.clear()
  }
}
