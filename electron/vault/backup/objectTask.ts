/** What travels between the pool and its threads: one object to copy or to check, and what became of it. */
import type { ErrorCode } from '../../../shared/errors.ts'
import type { SodiumBuild } from '../crypto/sodium.ts'

export interface ObjectTask {
  readonly id: string
  readonly from: string
  /** Bytes it should have; how many it has is not relied on. */
  readonly size: number
  /** Absent: only check. */
  readonly to?: string
}

export type ObjectAnswer =
  | { readonly id: string; readonly ok: true; readonly bytes: number }
  | {
      readonly id: string
      readonly ok: false
      readonly code: ErrorCode
      /** Writing failed, not reading: it is the place, and not this object, that something is wrong with. */
      readonly isTarget: boolean
    }

export interface ObjectWorkerData {
  readonly build: SodiumBuild
}

export const PARTIAL_END = '.part'

/** The name a copy has until it is whole and flushed. */
export const partialName = (path: string): string => path + PARTIAL_END
