import { describe, expect, it } from 'vitest'
import { type Emit, Jobs, PROGRESS_INTERVAL_MS } from '../../electron/ipc/jobs.ts'
import { VaultError } from '../../shared/errors.ts'

function setUp() {
  const events: { name: string; payload: Record<string, unknown> }[] = []
  let now = 0
  const emit: Emit = (name, payload) => void events.push({ name, payload })
  const jobs = new Jobs(emit, () => now)
  const tick = (ms: number) => {
    now += ms
  }
  return { jobs, events, tick }
}
const ended = async (jobs: Jobs) => {
  while (jobs.running > 0) await new Promise((resolve) => setImmediate(resolve))
}

describe('a job', () => {
  it('has its id before anything is heard of it, and ends exactly once', async () => {
    const { jobs, events } = setUp()
    const job = jobs.start('bytes', async () => ({ type: 'export' }))
    expect(job).toMatch(/^[0-9a-f]{16}$/)
    expect(events).toEqual([])
    expect(jobs.running).toBe(1)
    await ended(jobs)
    expect(events).toEqual([
      { name: 'job.ended', payload: { job, result: { ok: true, outcome: { type: 'export' } } } },
    ])
  })

  it('tells of progress at most once in an interval, and always at its end', async () => {
    const { jobs, events, tick } = setUp()
    jobs.start('items', async (tell) => {
      tell(1, 10)
      tick(PROGRESS_INTERVAL_MS - 1)
      tell(2, 10)
      tick(1)
      tell(3, 10)
      tell(10, 10)
      return { type: 'export' }
    })
    await ended(jobs)
    const told = events.filter(({ name }) => name === 'job.progress').map(({ payload }) => payload)
    expect(told.map(({ done }) => done)).toEqual([1, 3, 10])
    expect(told[0]).toMatchObject({ total: 10, unit: 'items' })
  })

  it('ends with the code of its failure, and with `internal` for what has none', async () => {
    const { jobs, events } = setUp()
    const fail = async (error: unknown) => {
      jobs.start('bytes', () => Promise.reject(error))
      await ended(jobs)
      return events.at(-1)?.payload.result
    }
    expect(await fail(new VaultError('disk_full'))).toEqual({
      ok: false,
      error: { code: 'disk_full' },
    })
    expect(await fail(new Error('/home/somebody'))).toEqual({
      ok: false,
      error: { code: 'internal' },
    })
  })

  it('ends as cancelled, before it has begun or in the middle', async () => {
    const { jobs, events } = setUp()
    let ran = false
    const early = jobs.start('bytes', async () => {
      ran = true
      return { type: 'export' }
    })
    jobs.cancel(early)
    await ended(jobs)
    expect(ran).toBe(false)

    const middle = jobs.start('bytes', (_tell, signal) => {
      setImmediate(() => jobs.cancel(middle))
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
      })
    })
    await ended(jobs)
    const cancelled = { ok: false, error: { code: 'cancelled' } }
    expect(events.map(({ payload }) => payload.result)).toEqual([cancelled, cancelled])
  })

  it('that is unknown or has ended is cancelled without a word', () => {
    const { jobs, events } = setUp()
    jobs.cancel('0'.repeat(16))
    expect(events).toEqual([])
  })
})

describe('cancelling all', () => {
  it('waits for those that stop, and no longer than it was told for one that does not', async () => {
    const { jobs, events } = setUp()
    jobs.start(
      'bytes',
      (_tell, signal) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new VaultError('cancelled'))),
        ),
    )
    jobs.start('bytes', () => new Promise(() => {}))
    await new Promise((resolve) => setImmediate(resolve))
    await jobs.cancelAll(30)
    expect(events.length).toBe(1)
    expect(jobs.running).toBe(1)
  })
})
