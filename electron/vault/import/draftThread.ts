/**
 * An import on its way in a thread of its own: a list of 50,000 people is read and compared for seconds, and a file
 * made to fill the memory fills the thread's, which has little and ends. Ending the thread is how an import is
 * dropped, at any moment; a comparison alone is stopped by a flag in memory that both see.
 */
import { Worker } from 'node:worker_threads'
import { type ErrorCode, type ErrorDetails, VaultError } from '../../../shared/errors.ts'
import type { CustomDefinition } from '../../../shared/model/custom.ts'
import { workerUrl } from '../workers.ts'
import type { ImportDraft } from './importDraft.ts'

/** What the thread can be asked: a table is read first, then the methods of the draft. */
export interface DraftCalls {
  open(
    bytes: Uint8Array,
    sheet: number,
    definitions: readonly CustomDefinition[],
  ): ReturnType<ImportDraft['preview']>
  read: ImportDraft['read']
  /** People of the vault, in pieces; what was told before of the place `from` and behind it counts no more. */
  know(people: Parameters<ImportDraft['compare']>[0], from: number): void
  /** `apart` are the keys of pairs that were called two people; with `null` what was said before decides nothing. */
  compare(apart: readonly string[] | null): {
    readonly doubtful: number
    readonly undecided: number
  }
  /** What was compared. */
  forget(): void
  doubtfulRows: ImportDraft['doubtfulRows']
  skippedRows: ImportDraft['skippedRows']
  decide(...args: Parameters<ImportDraft['decide']>): number
  decideOthers(...args: Parameters<ImportDraft['decideOthers']>): number
  /** Puts together what is written; `built` gives it out in pieces, because a large message blocks who receives it. */
  build(...args: Parameters<ImportDraft['build']>): {
    readonly records: number
    readonly additions: number
    /** What was said row by row is little. */
    readonly apart: ReturnType<ImportDraft['build']>['apart']
    readonly rows: number
    readonly skipped: number
  }
  builtRecords(offset: number, limit: number): ReturnType<ImportDraft['build']>['records']
  builtAdditions(offset: number, limit: number): ReturnType<ImportDraft['build']>['additions']
}
export type DraftCall = keyof DraftCalls

export interface DraftQuestion {
  readonly id: number
  readonly call: DraftCall
  readonly args: readonly unknown[]
}

export type DraftAnswer =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly id: number; readonly value: unknown }
  | {
      readonly type: 'failed'
      readonly id: number
      readonly code: ErrorCode
      readonly details?: ErrorDetails
    }

/** The thread's own memory, in megabytes: the limits of a table (limits.ts) need about half of it. */
const HEAP_MB = 1024

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: VaultError) => void
}

export class DraftThread {
  onProgress: ((done: number, total: number) => void) | undefined
  readonly #worker: Worker
  readonly #stop = new Int32Array(new SharedArrayBuffer(4))
  readonly #waiting = new Map<number, Waiting>()
  #last = 0
  #failure: VaultError | undefined

  constructor() {
    this.#worker = new Worker(workerUrl('importWorker'), {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      workerData: this.#stop,
    })
    this.#worker.on('message', (answer: DraftAnswer) => this.#take(answer))
    this.#worker.on('error', (error: { readonly code?: unknown }) =>
      this.#fail(
        new VaultError(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_large' : 'internal'),
      ),
    )
    this.#worker.on('exit', () => this.#fail(new VaultError('cancelled')))
  }

  /** Errors: those of the call; `cancelled` once the thread was ended, `too_large` when its memory is full. */
  ask<C extends DraftCall>(
    call: C,
    ...args: Parameters<DraftCalls[C]>
  ): Promise<ReturnType<DraftCalls[C]>> {
    if (this.#failure) return Promise.reject(this.#failure)
    if (call === 'compare') Atomics.store(this.#stop, 0, 0)
    this.#last += 1
    const question: DraftQuestion = { id: this.#last, call, args }
    const answer = new Promise<unknown>((resolve, reject) =>
      this.#waiting.set(question.id, { resolve, reject }),
    )
    this.#worker.postMessage(question)
    return answer as Promise<ReturnType<DraftCalls[C]>>
  }

  /** The thread's comparison, should it be at one, fails as `cancelled`; what was asked before can be asked again. */
  stop(): void {
    Atomics.store(this.#stop, 0, 1)
  }

  end(): void {
    this.#fail(new VaultError('cancelled'))
    void this.#worker.terminate()
  }

  #take(answer: DraftAnswer): void {
    if (answer.type === 'progress') {
      this.onProgress?.(answer.done, answer.total)
      return
    }
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (answer.type === 'done') waiting?.resolve(answer.value)
    else waiting?.reject(new VaultError(answer.code, answer.details))
  }

  #fail(error: VaultError): void {
    this.#failure ??= error
    for (const { reject } of this.#waiting.values()) reject(this.#failure)
    this.#waiting.clear()
  }
}
