import { describe, expect, it } from 'vitest'
import { createDouble } from '../../../../renderer/shared/bridge/double.ts'
import { VaultError } from '../../../../shared/errors.ts'

describe('the double of the bridge', () => {
  it('fails a call that is not in the contract, and one without a handler', async () => {
    const double = createDouble({})
    const unknown = { ok: false, error: { code: 'unknown_call' } }
    expect(await double.call('records.everything', {})).toEqual(unknown)
    expect(await double.call('session.lock', {})).toEqual(unknown)
    expect(await double.call('toString', {})).toEqual(unknown)
  })
  it('refuses input that the gate would refuse', async () => {
    const double = createDouble({ 'session.lock': () => ({}) })
    expect(await double.call('session.lock', { now: true })).toEqual({
      ok: false,
      error: { code: 'bad_input' },
    })
  })
  it('fills in the defaults of the contract', async () => {
    let limit: number | undefined
    const double = createDouble({
      'search.query': (input) => {
        limit = input.limit
        return { hits: [], weaker: false }
      },
    })
    await double.call('search.query', { query: 'x' })
    expect(limit).toBe(30)
  })
  it('refuses output that the gate would refuse', async () => {
    const double = createDouble({ 'session.lock': () => ({ path: '/home' }) as never })
    expect(await double.call('session.lock', {})).toEqual({
      ok: false,
      error: { code: 'bad_output' },
    })
  })
  it('answers with the code and the details of a failure, and hides any other', async () => {
    const double = createDouble({
      'session.lock': () => {
        throw new VaultError('disk_full', { missing: 3 })
      },
      'session.info': () => {
        throw new Error('/home/somebody')
      },
    })
    expect(await double.call('session.lock', {})).toEqual({
      ok: false,
      error: { code: 'disk_full', details: { missing: 3 } },
    })
    expect(await double.call('session.info', {})).toEqual({
      ok: false,
      error: { code: 'internal' },
    })
  })
  it('sends only events of the contract, until somebody stops listening', () => {
    const double = createDouble({})
    const heard: unknown[] = []
    const stop = double.onEvent((name, payload) => heard.push([name, payload]))
    double.emit('settings.changed', {})
    expect(() => double.emit('records.changed', { ids: ['x'] } as never)).toThrow()
    stop()
    double.emit('settings.changed', {})
    expect(heard).toEqual([['settings.changed', {}]])
  })
})
