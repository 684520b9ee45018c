/**
 * Copies or checks one object: the hash of what is read must be the object's name. A copy is written beside its place,
 * flushed, and only then renamed.
 */
import { closeSync, openSync, readSync, renameSync } from 'node:fs'
import { type ErrorCode, isVaultError } from '../../../shared/errors.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { tryRemove } from '../folder/durable.ts'
import { fsCode, toVaultError } from '../folder/fsErrors.ts'
import { NameHash } from '../objects/objectName.ts'
import { CopyTarget, pieceBuffer } from './copyTarget.ts'
import { type ObjectAnswer, type ObjectTask, partialName } from './objectTask.ts'

export function runObjectTask(sodium: Sodium, task: ObjectTask): ObjectAnswer {
  const { id, from, to } = task
  const buffer = pieceBuffer(task.size)
  let source: number | undefined
  let target: CopyTarget | undefined
  let reading = true
  try {
    source = openSync(from, 'r')
    if (to !== undefined) {
      reading = false
      target = CopyTarget.open(partialName(to), task.size)
    }
    const hash = new NameHash(sodium)
    let bytes = 0
    for (;;) {
      reading = true
      const length = readPiece(source, buffer)
      if (length === 0) break
      hash.update(buffer.subarray(0, length))
      bytes += length
      reading = false
      target?.write(buffer, length)
    }
    if (hash.name() !== id) return fail(task, 'object_damaged')
    if (target !== undefined && to !== undefined) {
      reading = false
      target.flush()
      renameSync(partialName(to), to)
    }
    return { id, ok: true, bytes }
  } catch (error) {
    if (reading && fsCode(error) === 'ENOENT') return fail(task, 'object_missing')
    const mapped = toVaultError(error, reading ? 'read' : 'write')
    return fail(task, isVaultError(mapped) ? mapped.code : 'internal', !reading)
  } finally {
    if (source !== undefined) closeSync(source)
    target?.close()
  }
}

/** Fills the buffer as long as the file has bytes. */
function readPiece(file: number, buffer: Buffer): number {
  let filled = 0
  while (filled < buffer.length) {
    const length = readSync(file, buffer, filled, buffer.length - filled, null)
    if (length === 0) break
    filled += length
  }
  return filled
}

function fail(task: ObjectTask, code: ErrorCode, isTarget = false): ObjectAnswer {
  if (task.to !== undefined) tryRemove(partialName(task.to))
  return { id: task.id, ok: false, code, isTarget }
}
