/** What a copy is written as: the same bytes whatever the length and whatever the disk allows, read-only, or an error. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CopyTarget, PIECE_BYTES, pieceBuffer } from '../../../electron/vault/backup/copyTarget.ts'
import { runObjectTask } from '../../../electron/vault/backup/objectRun.ts'
import { partialName } from '../../../electron/vault/backup/objectTask.ts'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { encodeHeader } from '../../../electron/vault/objects/format.ts'
import { temporaryFolder } from '../objects/support/objects.ts'

function copy(path: string, bytes: Buffer, open?: typeof openSync): void {
  const target = CopyTarget.open(path, bytes.length, open)
  try {
    const piece = pieceBuffer(bytes.length)
    for (let at = 0; at < bytes.length; at += piece.length) {
      const length = bytes.copy(piece, 0, at)
      target.write(piece, length)
    }
    target.flush()
  } finally {
    target.close()
  }
}

const failing = (code: string) => Object.assign(new Error(code), { code })
const LENGTHS = [0, 1, 4096, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES + 4097]
const onLinux = it.runIf(process.platform === 'linux')

describe('the target of a copy', () => {
  it.each(LENGTHS)('holds %i bytes, no more, and is read-only', (length) => {
    const path = join(temporaryFolder(), 'out')
    const bytes = randomBytes(length)
    copy(path, bytes)
    expect(readFileSync(path).equals(bytes)).toBe(true)
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o400)
  })

  it.each([100, PIECE_BYTES + 1])('replaces a longer file by %i bytes', (length) => {
    const path = join(temporaryFolder(), 'out')
    writeFileSync(path, randomBytes(4 * PIECE_BYTES))
    const bytes = randomBytes(length)
    copy(path, bytes)
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  onLinux('goes the ordinary way where the way past the cache cannot be opened', () => {
    const path = join(temporaryFolder(), 'out')
    const bytes = randomBytes(2 * PIECE_BYTES + 5)
    const asked: unknown[] = []
    copy(path, bytes, (name, flags, mode) => {
      asked.push(flags)
      if (typeof flags === 'number') throw failing('EINVAL')
      return openSync(name, flags, mode)
    })
    expect(asked).toEqual([expect.any(Number), 'w'])
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  onLinux('goes the ordinary way where a write past the cache is refused', () => {
    const path = join(temporaryFolder(), 'out')
    writeFileSync(path, '')
    const bytes = randomBytes(2 * PIECE_BYTES + 5)
    // This file of the system answers EINVAL to whatever is not a small number, as a disk does that has no such way.
    copy(path, bytes, () => openSync('/proc/self/oom_score_adj', 'r+'))
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  onLinux('does not go another way because the disk is full, or may not be written to', () => {
    const bytes = randomBytes(PIECE_BYTES)
    const path = join(temporaryFolder(), 'out')
    const full = () => openSync('/dev/full', 'w')
    expect(() => copy(path, bytes, full)).toThrow(expect.objectContaining({ code: 'ENOSPC' }))
    const refused = () => {
      throw failing('EROFS')
    }
    expect(() => copy(path, bytes, refused)).toThrow(expect.objectContaining({ code: 'EROFS' }))
    expect(existsSync(path)).toBe(false)
  })
})

describe.each([10_000, PIECE_BYTES + 12_345])('an object of %i bytes', (length) => {
  const object = Buffer.concat([encodeHeader(), randomBytes(length)])
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  const id = sha256(object)

  const run = async (stored: Buffer, size = stored.length) => {
    const folder = temporaryFolder()
    const from = join(folder, 'from')
    const to = join(folder, 'to')
    writeFileSync(from, stored)
    const answer = runObjectTask(await loadSodium(), { id, from, to, size })
    return { answer, to }
  }

  it('is copied when its hash is its name', async () => {
    const { answer, to } = await run(object)
    expect(answer).toEqual({ id, ok: true, bytes: object.length })
    expect(readFileSync(to).equals(object)).toBe(true)
    expect(existsSync(partialName(to))).toBe(false)
  })

  it.each([object.length - 1, 5000, 2 * PIECE_BYTES])(
    'is copied whole when %i bytes were expected of it',
    async (size) => {
      const { answer, to } = await run(object, size)
      expect(answer).toEqual({ id, ok: true, bytes: object.length })
      expect(readFileSync(to).equals(object)).toBe(true)
    },
  )

  it('is not copied with a bit changed, a byte cut off or one added, and leaves nothing', async () => {
    const changed = Buffer.from(object)
    changed[length] = (changed[length] ?? 0) ^ 1
    const others = [changed, object.subarray(0, -1), Buffer.concat([object, Buffer.alloc(1)])]
    for (const other of others) {
      const { answer, to } = await run(other)
      expect(answer).toEqual({ id, ok: false, code: 'object_damaged', isTarget: false })
      expect(existsSync(to) || existsSync(partialName(to))).toBe(false)
    }
  })
})
