/**
 * Copies or checks one object: the hash of what is read must be the object's name. A copy is written beside its place,
 * flushed, and only then renamed.
 */
import { closeSync, fsyncSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import { type ErrorCode, isVaultError } from '../../../shared/errors.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { tryRemove } from '../folder/durable.ts'
import { fsCode, toVaultError } from '../folder/fsErrors.ts'
import { NameHash } from '../objects/objectName.ts'
import { type ObjectAnswer, type ObjectTask, partialName } from './objectTask.ts'

const PIECE_BYTES = 1 << 20

export function runObjectTask(sodium: Sodium, task: ObjectTask): ObjectAnswer {
  const { id, from, to } = task
  const buffer = Buffer.alloc(Math.min(PIECE_BYTES, task.size + 1))
  let source: number | undefined
  let target: number | undefined
  let reading = true
  try {
    source = openSync(from, 'r')
    if (to !== undefined) {
      reading = false
      target = openSync(partialName(to), 'w', 0o400)
    }
    const hash = new NameHash(sodium)
    let bytes = 0
    for (;;) {
      reading = true
      const length = readSync(source, buffer, 0, buffer.length, null)
      if (length === 0) break
      const piece = buffer.subarray(0, length)
      hash.update(piece)
      bytes += length
      reading = false
      if (target !== undefined) writeFully(target, piece)
    }
    if (hash.name() !== id) return fail(task, 'object_damaged')
    if (target !== undefined && to !== undefined) {
      reading = false
      fsyncSync(target)
      renameSync(partialName(to), to)
    }
    return { id, ok: true, bytes }
  } catch (error) {
    if (reading && fsCode(error) === 'ENOENT') return fail(task, 'object_missing')
    const mapped = toVaultError(error, reading ? 'read' : 'write')
    return fail(task, isVaultError(mapped) ? mapped.code : 'internal', !reading)
  } finally {
    if (source !== undefined) closeSync(source)
    if (target !== undefined) closeSync(target)
  }
}

function writeFully(file: number, bytes: Buffer): void {
  let written = 0
  while (written < bytes.length) written += writeSync(file, bytes, written)
}

function fail(task: ObjectTask, code: ErrorCode, isTarget = false): ObjectAnswer {
  if (task.to !== undefined) tryRemove(partialName(task.to))
  return { id: task.id, ok: false, code, isTarget }
}
