import { describe, expect, it } from 'vitest'
import { parseRange } from '../../electron/main/byteRange.ts'
import { BYTES, servedType } from '../../electron/main/contentTypes.ts'
import { type EvidenceSource, respond } from '../../electron/main/evidenceProtocol.ts'
import { VaultError } from '../../shared/errors.ts'
import type { ObjectId, RecordId } from '../../shared/ids.ts'

const URL_OF_IT = 'evidence://file/x'
const BODY = Buffer.from('0123456789')

function sourceOf(options: { mime?: string; failAt?: number; open?: () => never } = {}) {
  const seen = { opened: 0, closed: 0, read: 0 }
  const source: EvidenceSource = {
    resolve: (url) =>
      url === URL_OF_IT
        ? {
            record: '1'.repeat(32) as RecordId,
            objectId: '2'.repeat(64) as ObjectId,
            mime: options.mime ?? 'image/png',
          }
        : undefined,
    open: async () => {
      options.open?.()
      seen.opened += 1
      return {
        size: BODY.length,
        async *stream({ start, end }) {
          for (let at = start; at < end; at += 4) {
            if (options.failAt !== undefined && at >= options.failAt) {
              throw new VaultError('object_damaged')
            }
            seen.read += 1
            yield BODY.subarray(at, Math.min(at + 4, end))
          }
        },
        close: async () => {
          seen.closed += 1
        },
      }
    },
  }
  const ask = (range?: string, init: RequestInit = {}, url = URL_OF_IT) =>
    respond(new Request(url, { ...init, ...(range ? { headers: { range } } : {}) }), source)
  return { ask, seen }
}

describe('evidence://', () => {
  it('gives the whole file with headers that let it do nothing', async () => {
    const { ask, seen } = sourceOf()
    const answer = await ask()
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('0123456789')
    expect(Object.fromEntries(answer.headers)).toEqual({
      'content-type': 'image/png',
      'content-length': '10',
      'accept-ranges': 'bytes',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': 'app://workspace',
      'x-content-type-options': 'nosniff',
    })
    expect(seen).toMatchObject({ opened: 1, closed: 1 })
  })

  it('gives a part, and reads no more than that', async () => {
    const { ask, seen } = sourceOf()
    const answer = await ask('bytes=3-5')
    expect([answer.status, await answer.text()]).toEqual([206, '345'])
    expect(answer.headers.get('content-range')).toBe('bytes 3-5/10')
    expect(seen.read).toBe(1)
  })

  it('gives nothing for an unknown address, another method, or a file that does not open', async () => {
    const { ask, seen } = sourceOf()
    for (const answer of [
      await ask(undefined, {}, 'evidence://file/y'),
      await ask(undefined, { method: 'POST' }),
      await ask(undefined, { method: 'HEAD' }),
      await sourceOf({
        open: () => {
          throw new VaultError('object_damaged')
        },
      }).ask(),
    ]) {
      expect([answer.status, await answer.text()]).toEqual([404, ''])
    }
    expect(seen.opened).toBe(0)
  })

  it('refuses a part that is not there, and closes what it opened', async () => {
    const { ask, seen } = sourceOf()
    const answer = await ask('bytes=10-')
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */10'])
    expect(seen).toMatchObject({ opened: 1, closed: 1, read: 0 })
  })

  it('breaks off at a damaged piece without a reason, and closes', async () => {
    const { ask, seen } = sourceOf({ failAt: 4 })
    const answer = await ask()
    await expect(answer.text()).rejects.not.toThrow(/object_damaged/)
    expect(seen.closed).toBeGreaterThan(0)
  })

  it('stops reading when the page does not want more', async () => {
    const { ask, seen } = sourceOf()
    const answer = await ask()
    const reader = answer.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    expect(seen.closed).toBeGreaterThan(0)
    expect(seen.read).toBeLessThan(3)
  })
})

describe('a range', () => {
  it.each([
    [null, { type: 'whole' }],
    ['', { type: 'whole' }],
    ['bytes=', { type: 'whole' }],
    ['bytes=-', { type: 'whole' }],
    ['bytes=a-b', { type: 'whole' }],
    ['bytes=0-1,3-4', { type: 'whole' }],
    ['items=0-1', { type: 'whole' }],
    ['bytes=5-4', { type: 'whole' }],
    ['bytes=0-', { type: 'part', start: 0, end: 10 }],
    ['bytes=0-0', { type: 'part', start: 0, end: 1 }],
    ['bytes=9-9', { type: 'part', start: 9, end: 10 }],
    ['bytes=9-10', { type: 'part', start: 9, end: 10 }],
    ['bytes=10-10', { type: 'unsatisfiable' }],
    ['bytes=10-', { type: 'unsatisfiable' }],
    ['bytes=-1', { type: 'part', start: 9, end: 10 }],
    ['bytes=-10', { type: 'part', start: 0, end: 10 }],
    ['bytes=-11', { type: 'part', start: 0, end: 10 }],
    ['bytes=-0', { type: 'unsatisfiable' }],
    ['bytes=0-999999999999999', { type: 'part', start: 0, end: 10 }],
    ['bytes=0-9999999999999999', { type: 'whole' }],
  ] as const)('%s of ten bytes is %o', (header, answer) => {
    expect(parseRange(header, 10)).toEqual(answer)
  })

  it('of an empty file is the whole file or nothing', () => {
    expect(parseRange(null, 0)).toEqual({ type: 'whole' })
    expect(parseRange('bytes=0-0', 0)).toEqual({ type: 'unsatisfiable' })
    expect(parseRange('bytes=-5', 0)).toEqual({ type: 'unsatisfiable' })
  })
})

describe('the type of evidence', () => {
  it('is taken from the list only', () => {
    expect(servedType('IMAGE/PNG')).toBe('image/png')
    expect(servedType('image/png; charset=x')).toBe('image/png')
    expect(servedType('text/plain; charset=windows-1251')).toBe('text/plain; charset=utf-8')
    for (const each of [
      'text/html',
      'image/svg+xml',
      'application/xhtml+xml',
      'text/javascript',
      'text/css',
      'application/xml',
      'image/png\r\nx: y',
      '',
    ]) {
      expect(servedType(each), each).toBe(BYTES)
    }
  })
})
