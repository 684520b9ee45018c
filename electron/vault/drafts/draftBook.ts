/**
 * The drafts of one open vault: those that an earlier session left, and those of the forms that are open now. A draft
 * is acknowledged when it is sealed on the disk. Writing never blocks the caller's thread for the disk, but for the
 * last time: `finish` writes what is not written yet before it returns, so that a lock loses nothing.
 */
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { DraftId, FormDraft, KeptDraft } from '../../../shared/model/draft.ts'
import { randomBytes } from '../crypto/bytes.ts'
import { makeFolder, readFileIfThere, tryRemove } from '../folder/durable.ts'
import { mapFsErrors, toVaultError } from '../folder/fsErrors.ts'
import type { OpenVault } from '../session/types.ts'
import { type DraftSeal, openDrafts, sealDrafts } from './draftFile.ts'

/** More forms than anybody leaves open; then the oldest draft gives way. */
export const MAX_DRAFTS = 20
/** Of one draft, as JSON. */
export const MAX_DRAFT_BYTES = 1024 * 1024

export interface DraftBookOptions {
  readonly vault: Pick<OpenVault, 'deriveKey' | 'sodium' | 'vaultIdBytes'>
  /** Where the drafts of all vaults of this machine lie; made when it is needed. */
  readonly folder: string
  readonly now?: () => number
}

export class DraftBook {
  readonly #seal: DraftSeal
  readonly #folder: string
  readonly #file: string
  readonly #now: () => number
  readonly #drafts = new Map<DraftId, KeptDraft>()
  /** Of an earlier session or of a form that was left, and not gone on with yet. */
  readonly #offered = new Set<DraftId>()
  #lost = false
  /** Counts changes; `#written` is the change that the disk has. */
  #changes = 0
  #written = 0
  #writing: Promise<void> | undefined
  #finished = false

  constructor({ vault, folder, now = Date.now }: DraftBookOptions) {
    const { sodium, vaultIdBytes: vaultId } = vault
    const key = vault.deriveKey('EmDrafts', 1)
    const name = vault.deriveKey('EmDrafts', 2)
    this.#seal = { sodium, vaultId, key: Buffer.from(key.bytes) }
    this.#folder = folder
    this.#file = join(folder, name.bytes.subarray(0, 16).toString('hex'))
    this.#now = now
    key.wipe()
    name.wipe()
    this.#load()
  }

  /** What an earlier session left, newest first. */
  get offered(): readonly KeptDraft[] {
    return [...this.#offered]
      .flatMap((id) => this.#drafts.get(id) ?? [])
      .sort((a, b) => b.at - a.at)
  }

  /** Drafts were kept and cannot be read: the file is damaged or from a later version. */
  get lost(): boolean {
    return this.#lost
  }

  /** Resolves when it is on the disk. Errors: `too_large`, `disk_full`, `read_only`, `io_failed`. */
  keep(draft: FormDraft): Promise<void> {
    const bytes = Buffer.byteLength(JSON.stringify(draft))
    if (bytes > MAX_DRAFT_BYTES) {
      return Promise.reject(new VaultError('too_large', { bytes, limit: MAX_DRAFT_BYTES }))
    }
    // A map is in the order of insertion: the one changed last goes to its end.
    this.#forget(draft.id)
    const [oldest] = this.#drafts.keys()
    if (oldest !== undefined && this.#drafts.size >= MAX_DRAFTS) this.#forget(oldest)
    this.#drafts.set(draft.id, { at: this.#now(), draft })
    return this.#changed()
  }

  /** A draft that somebody goes on with. It stays kept. Errors: `not_found`. */
  take(id: DraftId): FormDraft {
    const kept = this.#drafts.get(id)
    if (!kept) throw new VaultError('not_found')
    this.#offered.delete(id)
    return kept.draft
  }

  /** Its form was left, and somebody means to go on with it. An unknown one was dropped before. */
  leave(id: DraftId): void {
    if (this.#drafts.has(id)) this.#offered.add(id)
  }

  /** Saved or discarded. */
  drop(id: DraftId): Promise<void> {
    return this.#forget(id) ? this.#changed() : Promise.resolve()
  }

  /** A record was erased: what was typed about it goes with it. */
  dropAbout(record: RecordId): Promise<void> {
    const ids = [...this.#drafts].flatMap(([id, { draft }]) =>
      draft.record === record ? [id] : [],
    )
    for (const id of ids) this.#forget(id)
    return ids.length > 0 ? this.#changed() : Promise.resolve()
  }

  /** Writes what is not written yet, and wipes the key. Never throws: an end is not held up. Safe to call twice. */
  finish(): void {
    if (this.#finished) return
    this.#finished = true
    try {
      if (this.#written !== this.#changes) this.#writeNow()
    } catch {
      // What was acknowledged before is still there.
    }
    this.#seal.sodium.memzero(this.#seal.key)
    this.#drafts.clear()
  }

  #forget(id: DraftId): boolean {
    this.#offered.delete(id)
    return this.#drafts.delete(id)
  }

  #load(): void {
    try {
      for (const name of existsSync(this.#folder) ? readdirSync(this.#folder) : []) {
        if (name.startsWith('.')) rmSync(join(this.#folder, name), { force: true })
      }
      const bytes = readFileIfThere(this.#file)
      const kept = bytes && openDrafts(this.#seal, bytes)
      this.#lost = bytes !== undefined && kept === undefined
      for (const each of kept ?? []) {
        this.#drafts.set(each.draft.id, each)
        this.#offered.add(each.draft.id)
      }
    } catch {
      // A draft is never worth refusing to open the vault.
      this.#lost = true
    }
  }

  #changed(): Promise<void> {
    this.#changes += 1
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined
    })
    return this.#writing
  }

  /** Until the disk has the last change: one that comes while another is written waits for both. */
  async #writeAll(): Promise<void> {
    while (this.#written !== this.#changes && !this.#finished) {
      const change = this.#changes
      const bytes = this.#bytes()
      if (bytes === undefined) mapFsErrors('write', () => rmSync(this.#file, { force: true }))
      else await this.#write(bytes)
      this.#written = change
    }
  }

  async #write(bytes: Buffer): Promise<void> {
    makeFolder(this.#folder)
    const temporary = this.#temporary()
    try {
      const file = await open(temporary, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      // Not over what `finish` has written in the meantime.
      if (this.#finished) rmSync(temporary, { force: true })
      else renameSync(temporary, this.#file)
    } catch (error) {
      tryRemove(temporary)
      throw toVaultError(error, 'write')
    }
  }

  /** Not flushed: this process ends, the machine does not, and the system writes the rest out in its own time. */
  #writeNow(): void {
    const bytes = this.#bytes()
    if (bytes === undefined) {
      rmSync(this.#file, { force: true })
      return
    }
    makeFolder(this.#folder)
    const temporary = this.#temporary()
    writeFileSync(temporary, bytes, { flag: 'wx', mode: 0o600 })
    renameSync(temporary, this.#file)
  }

  /** Undefined when there is nothing to keep. */
  #bytes(): Buffer | undefined {
    if (this.#drafts.size === 0) return undefined
    return sealDrafts(this.#seal, [...this.#drafts.values()])
  }

  #temporary(): string {
    return join(this.#folder, `.drafts-${randomBytes(6).toString('hex')}`)
  }
}
