/** Long work that outlives its screen. */
import { expect, it } from 'vitest'
import { createRun } from '../../../renderer/workspace/backups/run.ts'
import type { JobResult } from '../../../renderer/workspace/jobs/jobStore.ts'

const JOB = '0'.repeat(16)
const started = async () => ({ ok: true, value: { job: JOB } }) as const
const RESTORED: JobResult = {
  ok: true,
  value: { type: 'restore', name: 'A.emanet', files: 3, damaged: [], beside: 'same' },
}

/** A run of a restoration whose end the test decides. */
function restoring() {
  let end: (result: JobResult) => void = () => {}
  const run = createRun<'restore', string>(
    'restore',
    () =>
      new Promise((resolve) => {
        end = resolve
      }),
  )
  return { run, end: (result: JobResult) => end(result) }
}

it('goes from the dialog to the work to its outcome, and keeps what was asked', async () => {
  const { run, end } = restoring()
  const seen: string[] = []
  run.subscribe(() => seen.push(run.get().state))
  const all = run.start('asked', 'Restoring', started)
  await Promise.resolve()
  await Promise.resolve()
  expect(run.get()).toEqual({ state: 'running', job: JOB, asked: 'asked' })
  end(RESTORED)
  await all
  expect(seen).toEqual(['choosing', 'running', 'done'])
  expect(run.get()).toMatchObject({ outcome: { name: 'A.emanet' }, asked: 'asked' })
})

it('starts nothing while it is going on', async () => {
  const { run, end } = restoring()
  const first = run.start('first', '', started)
  let calls = 0
  await run.start('second', '', async () => {
    calls += 1
    return started()
  })
  expect(calls).toBe(0)
  await Promise.resolve()
  end(RESTORED)
  await first
  expect(run.get()).toMatchObject({ state: 'done', asked: 'first' })
})

it('shows again what was there when the dialog is closed', async () => {
  const { run, end } = restoring()
  const first = run.start('first', '', started)
  await Promise.resolve()
  await Promise.resolve()
  end(RESTORED)
  await first
  const before = run.get()
  await run.start('second', '', async () => ({ ok: true, value: null }))
  expect(run.get()).toEqual(before)
})

it('tells a cancellation from a failure', async () => {
  for (const [code, state] of [
    ['cancelled', 'cancelled'],
    ['disk_full', 'failed'],
  ] as const) {
    const { run, end } = restoring()
    const all = run.start('', '', started)
    await Promise.resolve()
    await Promise.resolve()
    end({ ok: false, error: { code } })
    await all
    expect(run.get().state).toBe(state)
  }
})

it('fails when the call is refused or another kind of work ends under its name', async () => {
  const refused = restoring()
  await refused.run.start('', '', async () => ({ ok: false, error: { code: 'vault_exists' } }))
  expect(refused.run.get()).toEqual({ state: 'failed', error: { code: 'vault_exists' } })

  const other = restoring()
  const all = other.run.start('', '', started)
  await Promise.resolve()
  await Promise.resolve()
  other.end({ ok: true, value: { type: 'export' } })
  await all
  expect(other.run.get()).toEqual({ state: 'failed', error: { code: 'internal' } })
})
