/**
 * Files that a page sends as bytes because they were dropped on it. Each has an id that only this process made;
 * chunks go on in the order they came, and a page that sends more than it said is cut off.
 */
import { randomBytes } from 'node:crypto'
import type { EvidenceFile } from '../../shared/contract/records.ts'
import type { JobId } from '../../shared/contract/work.ts'
import { VaultError } from '../../shared/errors.ts'

/** Where the bytes go: an intake of the evidence service. */
export interface Intake {
  /** Resolves when there is room for more. */
  write(bytes: Uint8Array): Promise<void>
  finish(): Promise<EvidenceFile>
  abort(): Promise<void>
}

interface Upload {
  readonly intake: Intake
  readonly size: number
  received: number
}

export class Uploads {
  readonly #uploads = new Map<JobId, Upload>()

  get running(): number {
    return this.#uploads.size
  }

  begin(intake: Intake, size: number): JobId {
    const job = randomBytes(8).toString('hex')
    this.#uploads.set(job, { intake, size, received: 0 })
    return job
  }

  /** Errors: `not_found`; `file_changed_while_read` for more bytes than were announced; those of the intake. */
  async write(job: JobId, bytes: Uint8Array): Promise<void> {
    const upload = this.#get(job)
    upload.received += bytes.byteLength
    try {
      if (upload.received > upload.size) throw new VaultError('file_changed_while_read')
      await upload.intake.write(bytes)
    } catch (error) {
      await this.#drop(job)
      throw error
    }
  }

  /**
   * Ends an upload: the attached file, or null when it was given up. Errors: `not_found`;
   * `file_changed_while_read` for fewer bytes than were announced; those of the intake.
   */
  async end(job: JobId, complete: boolean): Promise<EvidenceFile | null> {
    const upload = this.#get(job)
    if (!complete) {
      await this.#drop(job)
      return null
    }
    if (upload.received !== upload.size) {
      await this.#drop(job)
      throw new VaultError('file_changed_while_read')
    }
    this.#uploads.delete(job)
    return upload.intake.finish()
  }

  /** False when no upload has this id. */
  cancel(job: JobId): boolean {
    const known = this.#uploads.has(job)
    if (known) void this.#drop(job)
    return known
  }

  async cancelAll(): Promise<void> {
    await Promise.all([...this.#uploads.keys()].map((job) => this.#drop(job)))
  }

  #get(job: JobId): Upload {
    const upload = this.#uploads.get(job)
    if (upload === undefined) throw new VaultError('not_found')
    return upload
  }

  async #drop(job: JobId): Promise<void> {
    const upload = this.#uploads.get(job)
    this.#uploads.delete(job)
    await upload?.intake.abort()
  }
}
