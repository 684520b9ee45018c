/**
 * Hashes and writes one object's bytes as they become ready in a ring. Whole spans go past the system's
 * cache where it allows that (steady speed, and a 4 GiB video does not push everything else out of
 * memory); the rest, and everything where it does not, goes the ordinary way. The end is reported once,
 * when no write is under way any more: only then may the file be closed.
 */
import { write } from 'node:fs'
import { type ErrorCode, invariant, isVaultError } from '../../../shared/errors.ts'
import type { HashStream } from '../crypto/sodium.ts'
import { fsCode, toVaultError } from '../folder/fsErrors.ts'
import type { DiskAnswer, LaneOutput } from './laneMessages.ts'
import { type Ring, SPAN_BYTES } from './ring.ts'

/** One span under way: its room is free when it is hashed and written. */
interface Span {
  readonly offset: number
  readonly length: number
  open: number
}

export class SpanWriter {
  readonly #ring: Ring
  readonly #file: number
  readonly #hash: HashStream
  readonly #report: (answer: DiskAnswer) => void
  readonly #roomIsFree: () => void
  readonly #spans: Span[] = []
  #direct: number | undefined
  #sealed = 0
  #submitted = 0
  #released = 0
  #writing = 0
  #end: number | undefined
  #stopped: DiskAnswer | undefined
  #isReported = false
  /** The next turn looks for another span. */
  #isWaiting = false

  constructor(
    ring: Ring,
    output: LaneOutput,
    hash: HashStream,
    report: (answer: DiskAnswer) => void,
    roomIsFree: () => void = () => {},
  ) {
    this.#ring = ring
    this.#file = output.file
    this.#direct = output.direct
    this.#hash = hash
    this.#report = report
    this.#roomIsFree = roomIsFree
  }

  /** The bytes before `end` are ready in the ring. */
  sealed(end: number): void {
    this.#sealed = end
    this.#pump()
  }

  /** The object has `end` bytes, all of them ready. */
  finish(end: number): void {
    this.#end = end
    this.sealed(end)
  }

  stop(): void {
    this.#stopped ??= { type: 'stopped' }
    this.#reportIfOver()
  }

  /** Something beside the writing failed. */
  fail(code: ErrorCode): void {
    this.#stopped ??= { type: 'failed', code }
    this.#reportIfOver()
  }

  /** One span at a time: in between, writes that ended give their room to what is read next. */
  #pump(): void {
    const length = Math.min(SPAN_BYTES, this.#sealed - this.#submitted)
    const isReady = length === SPAN_BYTES || (this.#sealed === this.#end && length > 0)
    if (isReady && !this.#stopped && !this.#isWaiting) {
      this.#submit({ offset: this.#submitted, length, open: 2 })
      this.#isWaiting = true
      setImmediate(() => {
        this.#isWaiting = false
        this.#pump()
      })
    }
    this.#reportIfOver()
  }

  #submit(span: Span): void {
    const bytes = this.#ring.view(span.offset, span.length)
    invariant(bytes, 'a span never wraps around the end of the ring')
    this.#spans.push(span)
    this.#submitted += span.length
    this.#write(span, bytes, span.offset)
    this.#hash.update(bytes)
    this.#finishPart(span)
  }

  #write(span: Span, bytes: Uint8Array, position: number): void {
    const isWhole = bytes.length === SPAN_BYTES
    const file = isWhole ? (this.#direct ?? this.#file) : this.#file
    this.#writing += 1
    write(file, bytes, 0, bytes.length, position, (error, written) => {
      this.#writing -= 1
      if (error && fsCode(error) === 'EINVAL' && file !== this.#file) {
        // This file system has no such way after all: from now on the ordinary one.
        this.#direct = undefined
        this.#write(span, bytes, position)
      } else if (error) {
        const mapped = toVaultError(error, 'write')
        this.fail(isVaultError(mapped) ? mapped.code : 'internal')
      } else if (written < bytes.length) {
        // A disk that is nearly full takes a part first; the next attempt says why.
        this.#write(span, bytes.subarray(written), position + written)
      } else {
        this.#finishPart(span)
      }
      this.#reportIfOver()
    })
  }

  #finishPart(span: Span): void {
    span.open -= 1
    while (this.#spans[0]?.open === 0) {
      this.#spans.shift()
      this.#released += 1
    }
    if (span.open > 0) return
    this.#ring.release(this.#released)
    this.#roomIsFree()
  }

  #reportIfOver(): void {
    if (this.#isReported || this.#writing > 0) return
    const isWritten = this.#end !== undefined && this.#submitted === this.#end
    const answer: DiskAnswer | undefined =
      this.#stopped ??
      (isWritten ? { type: 'done', value: this.#hash.final().toString('hex') } : undefined)
    if (!answer) return
    this.#isReported = true
    this.#report(answer)
  }
}
