/**
 * The parts of a workbook, unpacked as they are read and never all at once. What is unpacked is counted over all
 * parts: a small file that unpacks to gigabytes is refused when it passes the limit, not when the memory is full.
 */
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { VaultError } from '../../../../shared/errors.ts'

/** A workbook has some tens of parts. */
const MOST_PARTS = 5000

export class ZipParts {
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>
  #left: number

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, unpackedBytes: number) {
    this.#zip = zip
    this.#entries = entries
    this.#left = unpackedBytes
  }

  /** Errors: `import_damaged`, `too_large`. */
  static async open(bytes: Uint8Array, unpackedBytes: number): Promise<ZipParts> {
    try {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const zip = await fromBufferPromise(buffer)
      if (zip.entryCount > MOST_PARTS) throw new VaultError('too_large')
      const entries = new Map<string, Entry>()
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
      return new ZipParts(zip, entries, unpackedBytes)
    } catch (error) {
      throw asDamage(error)
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** Pieces of one part. Errors: `import_damaged`, also for a part that is missing, `import_encrypted`, `too_large`. */
  async *read(name: string): AsyncGenerator<Uint8Array, void, void> {
    const entry = this.#entries.get(name)
    if (!entry) throw new VaultError('import_damaged')
    if (entry.isEncrypted()) throw new VaultError('import_encrypted')
    try {
      const stream = await this.#zip.openReadStreamPromise(entry)
      // Leaving the loop early destroys the stream, and with it what unpacks.
      for await (const piece of stream as AsyncIterable<Buffer>) {
        this.#left -= piece.byteLength
        if (this.#left < 0) throw new VaultError('too_large')
        yield piece
      }
    } catch (error) {
      throw asDamage(error)
    }
  }
}

const asDamage = (error: unknown): VaultError =>
  error instanceof VaultError ? error : new VaultError('import_damaged')
