/**
 * Remembers, outside the vault, which files in the clear are being written, so that what a killed program or a power
 * cut leaves half done beside its place is taken away when the vault opens next on this machine. Written and flushed
 * before the file is begun, dropped when it is whole or gone.
 *
 * One small file for each: "EMLEAVE1" | nonce 24 | XChaCha20-Poly1305 box of 4096 bytes, which are u32 length | JSON
 * `{path, pid}` | zeros, associated data `"EmLeaving1" | vault id`, key kdf(root, 1, "EmLeavng"). Its name begins with
 * 16 bytes of kdf(root, 2, "EmLeavng"): nobody without the key can tell whose it is, nor where the file was to be.
 */
import { readdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { VaultError } from '../../../shared/errors.ts'
import { randomBytes, u32 } from '../crypto/bytes.ts'
import { DOMAINS } from '../crypto/domains.ts'
import { NONCE_BYTES, type Sodium } from '../crypto/sodium.ts'
import { fsyncFolder, makeFolder, readFileIfThere, tryRemove } from '../folder/durable.ts'
import { fsCode } from '../folder/fsErrors.ts'
import {
  isTemporary,
  type LeavingFile,
  type StagedFile,
  stageLeaving,
  takeAway,
  temporaryBeside,
} from '../folder/leaving.ts'
import type { OpenVault } from '../session/types.ts'

const MAGIC = Buffer.from('EMLEAVE1', 'ascii')
const PLAIN_BYTES = 4096
const LENGTH_BYTES = 4
const PREFIX_BYTES = 16

/** The user-data folder's own folder for these files. */
export const LEAVING_FOLDER = 'leaving'

const Note = z.strictObject({ path: z.string(), pid: z.number().int().positive() })
type Note = z.infer<typeof Note>

export interface LeavingFilesOptions {
  readonly vault: Pick<OpenVault, 'deriveKey' | 'sodium' | 'vaultIdBytes'>
  /** Where the notes about all vaults of this machine lie; made when it is needed. Without one nothing is noted. */
  readonly folder: string | undefined
}

export class LeavingFiles {
  readonly #sodium: Sodium
  readonly #associated: Buffer
  readonly #key: Buffer
  readonly #prefix: string
  readonly #folder: string | undefined
  /** Notes of files that this session is writing. */
  readonly #own = new Set<string>()
  #closed = false

  constructor({ vault, folder }: LeavingFilesOptions) {
    const { sodium, vaultIdBytes } = vault
    const key = vault.deriveKey('EmLeavng', 1)
    const name = vault.deriveKey('EmLeavng', 2)
    this.#sodium = sodium
    this.#associated = Buffer.concat([DOMAINS.leaving, vaultIdBytes])
    this.#key = Buffer.from(key.bytes)
    this.#prefix = name.bytes.subarray(0, PREFIX_BYTES).toString('hex')
    this.#folder = folder
    key.wipe()
    name.wipe()
  }

  /**
   * Resolves when it is noted. Where that cannot be done, on a disk of the system that is full, the file leaves all the
   * same: who needs it now is helped more than by what a crash in this very moment would leave. Errors: `cancelled`
   * once the vault is closed.
   */
  readonly begin = async (path: string): Promise<LeavingFile> => {
    if (this.#closed) throw new VaultError('cancelled')
    const temporary = temporaryBeside(path)
    const note = await this.#write({ path: temporary, pid: process.pid })
    const forget = () => {
      if (note !== undefined) tryRemove(note)
    }
    return {
      temporary,
      arrived: forget,
      drop: async () => {
        // A stick that was pulled out meanwhile still has it.
        if ((await takeAway(temporary)) !== 'out of reach') forget()
      },
    }
  }

  /** The file lies whole beside its place, for whoever has something to do before it is in it. Errors: as `write`. */
  stage(path: string, bytes: Uint8Array): Promise<StagedFile> {
    return stageLeaving(this.begin, path, [bytes])
  }

  /** Errors: `disk_full`, `read_only`, `io_failed`; the file keeps its old content then. */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    const file = await this.stage(path, bytes)
    await file.publish()
  }

  /**
   * Takes away what earlier sessions left half done; says how many files. What lies on a stick that is not in waits for
   * the next time, and so does what a program that still runs is writing. Never rejects.
   */
  async sweep(): Promise<number> {
    let swept = 0
    for (const path of this.#notes()) {
      const note = this.#read(path)
      if (note && isOtherAndRunning(note.pid)) continue
      // A note that does not open was cut off, and its file was never begun.
      const found = note && isTemporary(note.path) ? await takeAway(note.path) : 'gone'
      if (found === 'removed') swept += 1
      if (found !== 'out of reach') tryRemove(path)
    }
    return swept
  }

  /** Wipes the key. Notes of what is not settled stay for the next session. */
  close(): void {
    this.#closed = true
    this.#sodium.memzero(this.#key)
  }

  #notes(): readonly string[] {
    if (this.#folder === undefined || this.#closed) return []
    const folder = this.#folder
    try {
      return readdirSync(folder)
        .filter((name) => name.startsWith(this.#prefix))
        .map((name) => join(folder, name))
        .filter((path) => !this.#own.has(path))
    } catch {
      return []
    }
  }

  async #write(note: Note): Promise<string | undefined> {
    const json = Buffer.from(JSON.stringify(note), 'utf8')
    if (this.#folder === undefined || LENGTH_BYTES + json.length > PLAIN_BYTES) return undefined
    const path = join(this.#folder, `${this.#prefix}-${randomBytes(8).toString('hex')}`)
    this.#own.add(path)
    try {
      makeFolder(this.#folder)
      const file = await open(path, 'wx', 0o600)
      try {
        await file.writeFile(this.#seal(json))
        await file.sync()
      } finally {
        await file.close()
      }
      fsyncFolder(this.#folder)
      return path
    } catch {
      this.#own.delete(path)
      tryRemove(path)
      return undefined
    }
  }

  #seal(json: Buffer): Buffer {
    const plain = Buffer.alloc(PLAIN_BYTES)
    u32(json.length).copy(plain)
    json.copy(plain, LENGTH_BYTES)
    const nonce = randomBytes(NONCE_BYTES)
    const box = this.#sodium.seal(plain, this.#associated, nonce, this.#key)
    return Buffer.concat([MAGIC, nonce, box])
  }

  #read(path: string): Note | undefined {
    try {
      const bytes = readFileIfThere(path)
      const start = MAGIC.length + NONCE_BYTES
      if (!bytes?.subarray(0, MAGIC.length).equals(MAGIC) || bytes.length < start) return undefined
      const nonce = bytes.subarray(MAGIC.length, start)
      const plain = this.#sodium.open(bytes.subarray(start), this.#associated, nonce, this.#key)
      if (plain?.length !== PLAIN_BYTES) return undefined
      const json = plain.subarray(LENGTH_BYTES, LENGTH_BYTES + plain.readUInt32LE(0))
      return Note.parse(JSON.parse(json.toString('utf8')))
    } catch {
      return undefined
    }
  }
}

function isOtherAndRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return fsCode(error) === 'EPERM'
  }
}
