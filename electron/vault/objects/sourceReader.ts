/** Reads an opened file into a PlainStream, front to back, straight to where it will be sealed. */
import { readSync } from 'node:fs'
import { VaultError } from '../../../shared/errors.ts'
import type { PlainStream } from './plainStream.ts'

/**
 * Blocks: for worker threads. The file must have exactly the size it was opened with, neither less nor more.
 * Errors: `file_changed_while_read`, `file_unreadable`, and those of the stream.
 */
export function readSource(file: number, size: number, stream: PlainStream): void {
  while (stream.size < size) {
    const space = stream.space()
    const length = read(file, space, Math.min(space.length, size - stream.size), stream.size)
    if (length === 0) throw new VaultError('file_changed_while_read')
    stream.advance(length)
  }
  if (read(file, Buffer.alloc(1), 1, size) > 0) throw new VaultError('file_changed_while_read')
}

function read(file: number, into: Uint8Array, length: number, position: number): number {
  try {
    return readSync(file, into, 0, length, position)
  } catch {
    throw new VaultError('file_unreadable')
  }
}
