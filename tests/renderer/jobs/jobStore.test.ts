import { beforeEach, describe, expect, it } from 'vitest'
import { replaceBridge } from '../../../renderer/shared/bridge/client.ts'
import { type BridgeDouble, createDouble } from '../../../renderer/shared/bridge/double.ts'
import { createJobStore, type JobStore } from '../../../renderer/workspace/jobs/jobStore.ts'

const JOB = '00000000000000aa'
const done = { job: JOB, result: { ok: true as const, outcome: { type: 'export' as const } } }

let double: BridgeDouble
let cancelled: string[]
let store: JobStore
beforeEach(() => {
  cancelled = []
  double = createDouble({
    'job.cancel': ({ job }) => {
      cancelled.push(job)
      return {}
    },
  })
  replaceBridge(double)
  store = createJobStore()
  store.start()
})

describe('the store of long work', () => {
  it('gives the outcome to whoever tracks a job', async () => {
    const outcome = store.track(JOB, 'Saving')
    double.emit('job.ended', done)
    expect(await outcome).toEqual({ ok: true, value: { type: 'export' } })
    expect(store.list()).toMatchObject([{ label: 'Saving', ended: { ok: true } }])
  })
  it('does not let a check that found damage, or files left out or not restored, pass as done', () => {
    const damaged = [
      { what: 'entry' as const, id: '7', why: 'ledger_damaged' },
      { what: 'object' as const, id: 'ab', why: 'object_missing' },
    ]
    const report = { entries: 9, objects: 1, bytes: 5, damaged }
    const backup = {
      ...{ snapshot: 'S', copiedObjects: 0, copiedBytes: 0 },
      ...{ goneObjects: 0, keptObjects: 0 },
    }
    const endings = [
      [
        { type: 'verify', report: { ...report, ok: false } },
        { what: 'damaged', count: 2 },
      ],
      [{ type: 'verify', report: { ...report, ok: true, damaged: [] } }, undefined],
      [
        {
          type: 'attach',
          files: [],
          failed: [{ name: 'gone.pdf', error: { code: 'file_unreadable' } }],
        },
        { what: 'not_taken', count: 1 },
      ],
      [{ type: 'attach', files: [], failed: [] }, undefined],
      [
        { type: 'restore', name: 'A', files: 4, damaged: ['ab', 'cd', 'ef'], beside: 'same' },
        { what: 'not_restored', count: 3 },
      ],
      [{ type: 'restore', name: 'A', files: 4, damaged: [], beside: 'same' }, undefined],
      [
        { type: 'backup', report: { ...backup, goneObjects: 2 } },
        { what: 'gone', count: 2 },
      ],
      [{ type: 'backup', report: backup }, undefined],
    ] as const
    for (const [index, [outcome, bad]] of endings.entries()) {
      const job = index.toString(16).padStart(16, '0')
      void store.track(job, 'Checking')
      double.emit('job.ended', { job, result: { ok: true, outcome } as never })
      expect(store.list()[0]?.ended).toEqual(bad ? { ok: true, bad } : { ok: true })
    }
  })
  it('gives it also when the job had ended before the call that started it was answered', async () => {
    double.emit('job.progress', { job: JOB, done: 1, total: 1, unit: 'bytes' })
    double.emit('job.ended', done)
    expect(store.list()).toEqual([])
    expect(await store.track(JOB, 'Saving')).toMatchObject({ ok: true })
    expect(store.list()).toHaveLength(1)
  })
  it('follows the progress until the end, and nothing after it', async () => {
    void store.track(JOB, 'Saving')
    double.emit('job.progress', { job: JOB, done: 3, total: 9, unit: 'bytes' })
    expect(store.list()).toMatchObject([{ done: 3, total: 9 }])
    double.emit('job.ended', { job: JOB, result: { ok: false, error: { code: 'cancelled' } } })
    double.emit('job.progress', { job: JOB, done: 9, total: 9, unit: 'bytes' })
    expect(store.list()).toMatchObject([
      { done: 3, ended: { ok: false, error: { code: 'cancelled' } } },
    ])
  })
  it('asks main to cancel main’s work, and cancels its own itself', () => {
    void store.track(JOB, 'Saving')
    store.cancel(JOB)
    expect(cancelled).toEqual([JOB])
    let own = 0
    store.adopt('00000000000000bb', 'Adding', () => {
      own += 1
    })
    store.cancel('00000000000000bb')
    expect(own).toBe(1)
    expect(cancelled).toEqual([JOB])
  })
  it('tells its listeners of each change, with the newest job first', () => {
    let told = 0
    const stop = store.subscribe(() => {
      told += 1
    })
    void store.track(JOB, 'first')
    void store.track('00000000000000bb', 'second')
    expect(store.list().map(({ label }) => label)).toEqual(['second', 'first'])
    store.dismiss(JOB)
    expect(store.list().map(({ label }) => label)).toEqual(['second'])
    expect(told).toBe(3)
    stop()
    store.dismiss('00000000000000bb')
    expect(told).toBe(3)
  })
  it('hears nothing after it was stopped', () => {
    const other = createJobStore()
    const stop = other.start()
    stop()
    void other.track(JOB, 'x')
    double.emit('job.progress', { job: JOB, done: 1, total: 2, unit: 'items' })
    expect(other.list()).toMatchObject([{ done: 0, total: 0 }])
  })
})
