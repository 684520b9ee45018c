/** Writes a segment to its folder: beside its place, flushed, then renamed to the name that carries its hash. */
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { randomBytes } from '../crypto/bytes.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { fsyncFolder, tryRemove } from '../folder/durable.ts'
import { mapFsErrors } from '../folder/fsErrors.ts'

/** Returns the hash in hexadecimal. Errors: `disk_full`, `read_only`, `io_failed`; nothing is left then. */
export function writeSegmentFile(
  folder: string,
  sodium: Sodium,
  pieces: Iterable<Buffer>,
  nameFor: (hashHex: string) => string,
): string {
  return mapFsErrors('write', () => {
    const partial = join(folder, `.new-${randomBytes(6).toString('hex')}`)
    try {
      const hash = sodium.hashStream()
      const file = openSync(partial, 'wx', 0o600)
      let hex: string
      try {
        for (const piece of pieces) {
          hash.update(piece)
          writeFully(file, piece)
        }
        const digest = hash.final()
        hex = digest.toString('hex')
        writeFully(file, digest)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      renameSync(partial, join(folder, nameFor(hex)))
      fsyncFolder(folder)
      return hex
    } catch (error) {
      tryRemove(partial)
      throw error
    }
  })
}

function writeFully(file: number, bytes: Buffer): void {
  let written = 0
  while (written < bytes.length) written += writeSync(file, bytes, written)
}
