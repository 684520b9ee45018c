import { describe, expect, it } from 'vitest'
import { createEmit } from '../../electron/ipc/events.ts'
import { EVENTS, type EventName } from '../../shared/contract/work.ts'
import { CANARY, sampleOf, withUndeclaredKeys } from '../support/contract/sample.ts'

const NAMES = Object.keys(EVENTS) as EventName[]

function setUp() {
  const sent: { view: string; name: string; payload: unknown }[] = []
  const refused: string[] = []
  const emit = createEmit(
    (view, name, payload) => void sent.push({ view, name, payload }),
    (name) => void refused.push(name),
  )
  return { emit: emit as (name: EventName, payload: unknown) => void, sent, refused }
}

describe.each(NAMES)('%s', (name) => {
  const payload = sampleOf(EVENTS[name])

  it('goes out as the contract says, to the workspace and only what concerns it to the unlock view', () => {
    const { emit, sent } = setUp()
    emit(name, payload)
    expect(sent.map((each) => each.payload)).toEqual(sent.map(() => payload))
    const others: Partial<Record<EventName, readonly string[]>> = {
      'settings.changed': ['unlock', 'workspace'],
      'session.progress': ['unlock'],
    }
    expect(sent.map(({ view }) => view)).toEqual(others[name] ?? ['workspace'])
  })

  it('lets no undeclared key out', () => {
    const leaky = withUndeclaredKeys(EVENTS[name], payload)
    expect(leaky.length).toBeGreaterThan(0)
    for (const each of leaky) {
      const { emit, sent, refused } = setUp()
      emit(name, each)
      expect(refused).toEqual([name])
      expect(JSON.stringify(sent)).not.toContain(CANARY)
      if (name !== 'job.ended') expect(sent).toEqual([])
    }
  })
})

it('the end of a job is heard even when its outcome may not go out', () => {
  const { emit, sent } = setUp()
  const job = '0'.repeat(16)
  emit('job.ended', { job, result: { ok: true, outcome: { type: 'export', path: CANARY } } })
  expect(sent).toEqual([
    {
      view: 'workspace',
      name: 'job.ended',
      payload: { job, result: { ok: false, error: { code: 'bad_output' } } },
    },
  ])
})
