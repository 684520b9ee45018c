/**
 * Writes one object's bytes as they become ready in a ring. Whole spans go past the system's cache where it
 * allows that (steady speed, and a 4 GiB video does not push everything else out of memory); the rest, and
 * everything where it does not, goes the ordinary way. The end is reported once, when no write is under way
 * any more: only then may the file be closed.
 */
import { write } from 'node:fs'
import { type ErrorCode, invariant, isVaultError } from '../../../shared/errors.ts'
import { fsCode, toVaultError } from '../folder/fsErrors.ts'
import type { LaneOutput, Outcome } from './laneMessages.ts'
import { type Ring, SPAN_BYTES } from './ring.ts'

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
  #submitted = 0
  #released = 0
  #writing = 0
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
    while (end - this.#submitted >= SPAN_BYTES && !this.#stopped) this.#submit(SPAN_BYTES)
  }

  /** The object has `end` bytes, all of them final. */
  finish(end: number): void {
    this.ready(end)
    this.#end = end
    if (end > this.#submitted && !this.#stopped) this.#submit(end - this.#submitted)
    this.#reportIfOver()
  }

  stop(): void {
    this.#stopped ??= { type: 'stopped' }
    this.#reportIfOver()
  }

  #fail(code: ErrorCode): void {
    this.#stopped ??= { type: 'failed', code }
  }

  #submit(length: number): void {
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
        const mapped = toVaultError(error, 'write')
        this.#fail(isVaultError(mapped) ? mapped.code : 'internal')
      } else if (written < bytes.length) {
        // A disk that is nearly full takes a part first; the next attempt says why.
        this.#write(span, bytes.subarray(written), position + written)
      } else {
        span.isWritten = true
        this.#release()
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

  #reportIfOver(): void {
    if (this.#isReported || this.#writing > 0) return
    const isWritten = this.#end !== undefined && this.#submitted === this.#end
    const outcome =
      this.#stopped ?? (isWritten ? ({ type: 'done', value: undefined } as const) : undefined)
    if (!outcome) return
    this.#isReported = true
    this.#report(outcome)
  }
}
