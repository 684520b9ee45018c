import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { replaceBridge } from '../../../../renderer/shared/bridge/client.ts'
import { createDouble, type DoubleHandlers } from '../../../../renderer/shared/bridge/double.ts'
import {
  type DroppedFile,
  PIECE_BYTES,
  uploadFile,
} from '../../../../renderer/workspace/evidence/files/upload.ts'
import { VaultError } from '../../../../shared/errors.ts'
import { ObjectId, RecordId } from '../../../../shared/ids.ts'

const RECORD = RecordId.parse('1'.repeat(32))
const JOB = '0123456789abcdef'

const dropped = (bytes: Uint8Array, name = 'a.bin'): DroppedFile => ({
  name,
  size: bytes.length,
  slice: (start, end) => ({
    arrayBuffer: async () => new Uint8Array(bytes.slice(start, end)).buffer,
  }),
})

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7) % 251)

let pieces: Uint8Array[]
let ends: boolean[]

function install(extra: DoubleHandlers = {}) {
  pieces = []
  ends = []
  replaceBridge(
    createDouble({
      'evidence.uploadBegin': () => ({ job: JOB }),
      'evidence.uploadChunk': ({ bytes }) => {
        pieces.push(bytes)
        return {}
      },
      'evidence.uploadEnd': ({ complete }) => {
        ends.push(complete)
        if (!complete) return { file: null }
        const all = Buffer.concat(pieces)
        const file = {
          objectId: ObjectId.parse('2'.repeat(64)),
          name: 'a.bin',
          mime: 'application/octet-stream',
          size: all.length,
          sha256: createHash('sha256').update(all).digest('hex'),
          addedAt: 1,
          seq: 1,
        }
        return { file }
      },
      ...extra,
    }),
  )
}
beforeEach(() => install())

const run = (file: DroppedFile, signal = new AbortController().signal) => {
  const progress: number[] = []
  const result = uploadFile(RECORD, file, {
    signal,
    onStarted: () => undefined,
    onProgress: (done) => progress.push(done),
  })
  return { result, progress }
}

describe('a dropped file', () => {
  for (const size of [0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES]) {
    it(`of ${size} bytes arrives whole, in pieces that the contract takes`, async () => {
      const bytes = bytesOf(size)
      const { result, progress } = run(dropped(bytes))
      expect(await result).toMatchObject({ ok: true, value: { size } })
      expect(Buffer.concat(pieces).equals(Buffer.from(bytes))).toBe(true)
      expect(Math.max(0, ...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(PIECE_BYTES)
      expect(progress.at(-1) ?? 0).toBe(size)
      expect(ends).toEqual([true])
    })
  }

  it('waits for the answer to each piece before it sends the next', async () => {
    let open = 0
    let most = 0
    install({
      'evidence.uploadChunk': async () => {
        open += 1
        most = Math.max(most, open)
        await new Promise((resolve) => setTimeout(resolve, 2))
        open -= 1
        return {}
      },
    })
    await run(dropped(bytesOf(3 * PIECE_BYTES))).result
    expect(most).toBe(1)
  })

  it('is given up when it is cancelled, and main is told so', async () => {
    const abort = new AbortController()
    install({
      'evidence.uploadChunk': () => {
        abort.abort()
        return {}
      },
    })
    const { result } = run(dropped(bytesOf(3 * PIECE_BYTES)), abort.signal)
    expect(await result).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(ends).toEqual([false])
  })

  it('that cannot be read on is given up, and main is told so', async () => {
    const bytes = bytesOf(2 * PIECE_BYTES)
    const file: DroppedFile = {
      ...dropped(bytes),
      slice: (start, end) => ({
        arrayBuffer: async () => {
          if (start > 0) throw new DOMException('changed', 'NotReadableError')
          return new Uint8Array(bytes.slice(start, end)).buffer
        },
      }),
    }
    expect(await run(file).result).toEqual({ ok: false, error: { code: 'file_unreadable' } })
    expect(ends).toEqual([false])
  })

  it('tells the failure of a piece as it is', async () => {
    install({
      'evidence.uploadChunk': () => {
        throw new VaultError('disk_full')
      },
    })
    expect(await run(dropped(bytesOf(10))).result).toEqual({
      ok: false,
      error: { code: 'disk_full' },
    })
    expect(ends).toEqual([false])
  })

  it('that is refused at once sends no piece', async () => {
    install({
      'evidence.uploadBegin': () => {
        throw new VaultError('bad_file_name')
      },
    })
    expect(await run(dropped(bytesOf(10))).result).toMatchObject({
      error: { code: 'bad_file_name' },
    })
    expect(pieces).toEqual([])
    expect(ends).toEqual([])
  })
})
