/**
 * Writes one object's bytes as they become ready in a ring. Whole spans go past the system's cache where it
 * allows that (steady speed, and a 4 GiB video does not push everything else out of memory); the rest, and
 * everything where it does not, goes the ordinary way. The end is reported once, when no write is under way
 * any more: only then may the file be closed.
 *
 * What went past the cache still lies in the disk's own, which one flush at the end took up to a second to empty: so
 * it is flushed now and then while the rest is being made. A flush that fails fails the object, because the
 * system tells such a failure once, and the flush before the object gets its name would not hear of it.
 */
import { fdatasync, write } from 'node:fs'
import { type ErrorCode, invariant, isVaultError } from '../../../shared/errors.ts'
import { fsCode, toVaultError } from '../folder/fsErrors.ts'
import type { LaneOutput, Outcome } from './laneMessages.ts'
import { type Ring, SPAN_BYTES } from './ring.ts'

/**
 * Two keep the disk busy. The system lets one at a time make a file longer, so that more would only wait for each other,
 * and on the few threads that all file operations of the process share.
 */
const MAX_WRITES = 2
/** 64 MiB. */
const SPANS_PER_FLUSH = 32

interface Span {
  readonly offset: number
  readonly length: number
  isWritten: boolean
}

export class SpanWriter {
  readonly #ring: Ring
  readonly #file: number
  readonly #report: (outcome: Outcome<void>) => void
  /** Under way, in the order of the file: room becomes free in that order. */
  readonly #spans: Span[] = []
  #direct: number | undefined
  #ready = 0
  #submitted = 0
  #released = 0
  #writing = 0
  /** Spans that were released when the last flush began. */
  #flushed = 0
  #isFlushing = false
  #end: number | undefined
  #stopped: Outcome<void> | undefined
  #isReported = false

  constructor(ring: Ring, output: LaneOutput, report: (outcome: Outcome<void>) => void) {
    this.#ring = ring
    this.#file = output.file
    this.#direct = output.direct
    this.#report = report
  }

  /** The bytes before `end` are final. */
  ready(end: number): void {
    this.#ready = end
    this.#submit()
  }

  /** The object has `end` bytes, all of them final. */
  finish(end: number): void {
    this.#end = end
    this.ready(end)
    this.#reportIfOver()
  }

  stop(): void {
    this.#stopped ??= { type: 'stopped' }
    this.#reportIfOver()
  }

  #failWith(error: Error): void {
    const mapped = toVaultError(error, 'write')
    const code: ErrorCode = isVaultError(mapped) ? mapped.code : 'internal'
    this.#stopped ??= { type: 'failed', code }
  }

  /** Begins as many writes as may be under way at once. */
  #submit(): void {
    while (this.#writing < MAX_WRITES && !this.#stopped) {
      const waiting = this.#ready - this.#submitted
      if (waiting < SPAN_BYTES && (waiting === 0 || this.#ready !== this.#end)) return
      this.#begin(Math.min(waiting, SPAN_BYTES))
    }
  }

  #begin(length: number): void {
    const span: Span = { offset: this.#submitted, length, isWritten: false }
    const [bytes, rest] = this.#ring.parts(span.offset, length)
    invariant(rest.length === 0, 'a span never wraps around the end of the ring')
    this.#spans.push(span)
    this.#submitted += length
    this.#write(span, bytes, span.offset)
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
        this.#failWith(error)
      } else if (written < bytes.length) {
        // A disk that is nearly full takes a part first; the next attempt says why.
        this.#write(span, bytes.subarray(written), position + written)
      } else {
        span.isWritten = true
        this.#release()
        this.#submit()
        this.#flushSome()
      }
      this.#reportIfOver()
    })
  }

  #release(): void {
    while (this.#spans[0]?.isWritten) {
      this.#spans.shift()
      this.#released += 1
    }
    this.#ring.release(this.#released)
  }

  /**
   * Only past the cache: elsewhere a flush is the writing itself, which a cancel must not wait for. What was released
   * before it begins is on the disk when it ends.
   */
  #flushSome(): void {
    if (this.#direct === undefined || this.#isFlushing || this.#stopped) return
    if (this.#released - this.#flushed < SPANS_PER_FLUSH) return
    this.#isFlushing = true
    this.#flushed = this.#released
    fdatasync(this.#file, (error) => {
      this.#isFlushing = false
      if (error) this.#failWith(error)
      this.#reportIfOver()
    })
  }

  #reportIfOver(): void {
    if (this.#isReported || this.#writing > 0 || this.#isFlushing) return
    const isWritten = this.#end !== undefined && this.#submitted === this.#end
    const outcome =
      this.#stopped ?? (isWritten ? ({ type: 'done', value: undefined } as const) : undefined)
    if (!outcome) return
    this.#isReported = true
    this.#report(outcome)
  }
}
