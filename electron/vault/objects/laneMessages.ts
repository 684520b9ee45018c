/** What travels between the main thread and the two worker threads of a lane (see lane.ts). */
import type { MessagePort } from 'node:worker_threads'
import type { ErrorCode } from '../../../shared/errors.ts'
import type { SodiumBuild } from '../crypto/sodium.ts'
import type { Sealed } from './plainStream.ts'
import type { RingMemory } from './ring.ts'

export interface LaneWorkerData {
  readonly build: SodiumBuild
  readonly memory: RingMemory
  /** To the other worker of the lane: any message from the source worker makes the disk worker look. */
  readonly port: MessagePort
}

/** Where the object goes. File descriptors belong to the process, so a worker can use what main opened. */
export interface LaneOutput {
  readonly file: number
  /** The same file, opened past the system's cache; takes whole blocks only. */
  readonly direct: number | undefined
}

/** An opened file of known size, or bytes that will be pushed. */
export type LaneInput = { readonly file: number; readonly size: number } | 'pushed'

/** Only looks at the ring's flag, in case the worker waits for something else. */
interface Cancelled {
  readonly type: 'cancelled'
}

/** Main to the source worker. The file key waits in the ring. */
export type SourceRequest =
  | { readonly type: 'begin'; readonly input: LaneInput; readonly vaultId: Uint8Array }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | { readonly type: 'finish' }
  | Cancelled

/** Main to the disk worker. */
export type DiskRequest =
  | { readonly type: 'begin'; readonly output: LaneOutput; readonly vaultId: Uint8Array }
  | Cancelled

/** The end of a worker's part; exactly one per job. `stopped`: because the other part failed, or a cancel. */
export type Outcome<Value> =
  | { readonly type: 'done'; readonly value: Value }
  | { readonly type: 'failed'; readonly code: ErrorCode }
  | { readonly type: 'stopped' }

/** Said once, when the thread can take its first job. */
export interface Ready {
  readonly type: 'ready'
}

export type SourceAnswer = Outcome<Sealed> | { readonly type: 'taken'; readonly bytes: number }
/** SHA-256 of the file in hexadecimal: the object's name. */
export type DiskAnswer = Outcome<string>
