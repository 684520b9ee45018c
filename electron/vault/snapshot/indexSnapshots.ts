/**
 * Keeps the sealed snapshot of the working index beside the vault: loads it when it belongs to this very ledger, writes
 * it anew when enough has changed and nothing else is to be done, and destroys it before a record is erased.
 *
 * A snapshot is authentic or refused: it opens only under a key of this vault's root key. That it is of this ledger, and
 * not of a branch or of a vault that was put back, is told by the hash of the entry it ends with.
 */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import type { Secret } from '../crypto/secret.ts'
import type { IndexDb } from '../db/indexDb.ts'
import { removeFile } from '../folder/durable.ts'
import { vaultPaths } from '../folder/layout.ts'
import type { OpenVault } from '../session/types.ts'
import { inSlices } from '../slices.ts'
import { HEADER_BYTES, MOST_IMAGE_BYTES, type SnapshotContext } from './format.ts'
import { readSnapshot, type SnapshotImage } from './readSnapshot.ts'
import { schemaHash } from './schema.ts'
import { SnapshotWriter } from './writeSnapshot.ts'

/** Fewer new entries than this are read faster than a snapshot is written. */
export const WORTH_WRITING = 200
const QUIET_MS = 5000

export interface SnapshotSource {
  readonly db: IndexDb
  /** Whether nothing waits to be taken into the index. */
  isSettled(): boolean
  /** Takes what the ledger has into the index; the last entry that is in it now. */
  catchUp(): number
}

export class IndexSnapshots {
  readonly #vault: OpenVault
  readonly #path: string
  readonly #key: Secret
  readonly #schema: Buffer
  #writer: SnapshotWriter | undefined
  #timer: NodeJS.Timeout | undefined
  #isClosed = false
  /** The last entry in the snapshot that is there. */
  #savedSeq = 0

  constructor(vault: OpenVault) {
    this.#vault = vault
    this.#path = vaultPaths(vault.folder).index
    this.#key = vault.deriveKey('EmSnapsh', 1)
    this.#schema = schemaHash(vault.sodium)
  }

  /** Undefined when there is none that can be trusted. */
  async load(): Promise<SnapshotImage | undefined> {
    const { ledger } = this.#vault
    const loaded = await readSnapshot(this.#context(), this.#path, ({ seq, hash, schema }) => {
      if (!schema.equals(this.#schema) || seq < 1 || seq > ledger.head().seq) return false
      return ledger.hashAt(seq)?.equals(hash) === true
    })
    this.#savedSeq = loaded?.seq ?? 0
    return loaded
  }

  /** Writes one as soon as it has been quiet for a while, if there is something worth it. */
  schedule(source: SnapshotSource): void {
    if (this.#isClosed || this.#vault.readOnly) return
    if (this.#vault.ledger.head().seq - this.#savedSeq < WORTH_WRITING) return
    this.#timer ??= setTimeout(() => {
      if (source.isSettled()) this.save(source).catch(() => {})
      else this.schedule(source)
    }, QUIET_MS).unref()
    // From now on, also where it has run before.
    this.#timer.refresh()
  }

  /** What is there says the same and is slower to use: the next one is worth writing however little was added. */
  outdate(): void {
    this.#savedSeq = 0
  }

  /** Writes one now. False when it is not in place: the next opening then builds the index anew. */
  async save(source: SnapshotSource): Promise<boolean> {
    if (this.#isClosed || this.#vault.readOnly || this.#writer || !source.isSettled()) return false
    const seq = source.catchUp()
    const hash = this.#vault.ledger.hashAt(seq)
    if (!hash) return false
    // From here on an erasure or a lock stops it.
    const writer = new SnapshotWriter(this.#context(), this.#path)
    this.#writer = writer
    try {
      const image = await imageOf(source.db)
      if (!image) return false
      const isWritten = await writer.write({ image, seq, hash, schema: this.#schema })
      if (isWritten) this.#savedSeq = seq
      return isWritten
    } finally {
      if (this.#writer === writer) this.#writer = undefined
    }
  }

  /**
   * Before a record is erased: its title and words are in the snapshot, under a key that would still open them. The
   * header, which holds the key of the chunks, is overwritten before the file goes.
   */
  destroy(): void {
    this.#stop()
    this.#savedSeq = 0
    if (this.#vault.readOnly) return
    try {
      const file = openSync(this.#path, 'r+')
      try {
        writeSync(file, Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
    } catch {
      // There is none, or it cannot be written: then it is removed, or the erasure will fail too.
    }
    removeFile(this.#path)
  }

  /** At once: a lock does not wait for what is being written. */
  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
    this.#stop()
    this.#key.wipe()
  }

  #stop(): void {
    this.#writer?.stop()
    this.#writer = undefined
  }

  #context(): SnapshotContext {
    const { sodium, vaultIdBytes: vaultId } = this.#vault
    return { sodium, vaultId, key: this.#key.bytes }
  }
}

/** Undefined when it changed meanwhile, was closed, or is too large. */
async function imageOf(db: IndexDb): Promise<Buffer[] | undefined> {
  const image = await inSlices(db.serialize()).catch(() => undefined)
  if (!image) return undefined
  const bytes = image.reduce((sum, { length }) => sum + length, 0)
  if (bytes <= MOST_IMAGE_BYTES) return image
  for (const piece of image) piece.fill(0)
  return undefined
}
