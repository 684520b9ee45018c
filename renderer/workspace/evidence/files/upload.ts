/**
 * Brings a dropped file into the vault as bytes: this view never has a path. One piece is on its way at a time, so
 * a file of any size needs the memory of one piece, and main sets the pace.
 */
import type { CallOutput } from '../../../../shared/contract/contract.ts'
import type { Result } from '../../../../shared/contract/define.ts'
import type { EvidenceFile } from '../../../../shared/contract/records.ts'
import type { JobId } from '../../../../shared/contract/work.ts'
import type { RecordId } from '../../../../shared/ids.ts'
import { call } from '../../../shared/bridge/client.ts'

/** Well under the 4 MiB that the contract takes at once. */
export const PIECE_BYTES = 1 << 20

/** The part of the browser's File that is used. */
export interface DroppedFile {
  readonly name: string
  readonly size: number
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> }
}

export interface UploadOptions {
  readonly signal: AbortSignal
  readonly onStarted: (job: JobId) => void
  readonly onProgress: (done: number) => void
}

/** Answers with the file as the ledger has it. Errors: those of the calls, `file_unreadable`, `cancelled`. */
export async function uploadFile(
  record: RecordId,
  file: DroppedFile,
  { signal, onStarted, onProgress }: UploadOptions,
): Promise<Result<EvidenceFile>> {
  const begun = await call('evidence.uploadBegin', { record, name: file.name, size: file.size })
  if (!begun.ok) return begun
  const { job } = begun.value
  onStarted(job)
  const failure = await sendPieces(job, file, signal, onProgress)
  if (failure) {
    await call('evidence.uploadEnd', { job, complete: false })
    return failure
  }
  return finished(await call('evidence.uploadEnd', { job, complete: true }))
}

async function sendPieces(
  job: JobId,
  file: DroppedFile,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<Extract<Result<never>, { ok: false }> | undefined> {
  for (let start = 0; start < file.size; start += PIECE_BYTES) {
    if (signal.aborted) return failed('cancelled')
    const end = Math.min(file.size, start + PIECE_BYTES)
    let bytes: Uint8Array<ArrayBuffer>
    try {
      bytes = new Uint8Array(await file.slice(start, end).arrayBuffer())
    } catch {
      // The file went away or was changed while it was read: the browser refuses to give the rest.
      return failed('file_unreadable')
    }
    const sent = await call('evidence.uploadChunk', { job, bytes })
    if (!sent.ok) return signal.aborted ? failed('cancelled') : sent
    onProgress(end)
  }
  return signal.aborted ? failed('cancelled') : undefined
}

const finished = (ended: Result<CallOutput<'evidence.uploadEnd'>>): Result<EvidenceFile> => {
  if (!ended.ok) return ended
  return ended.value.file ? { ok: true, value: ended.value.file } : failed('cancelled')
}

const failed = (code: 'cancelled' | 'file_unreadable') => ({ ok: false, error: { code } }) as const
