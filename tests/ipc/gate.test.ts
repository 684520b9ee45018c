// The gate is attacked once for every call of the contract, so that a call added tomorrow is attacked too.
import { describe, expect, it } from 'vitest'
import { pageUrl, Views } from '../../electron/ipc/callers.ts'
import { createGate, type Handlers } from '../../electron/ipc/gate.ts'
import { CALL_NAMES, CONTRACT } from '../../shared/contract/contract.ts'
import type { LockState, View } from '../../shared/contract/define.ts'
import { VaultError } from '../../shared/errors.ts'
import { CANARY, sampleOf, withUndeclaredKeys } from '../support/contract/sample.ts'

const IDS: Readonly<Record<View, number>> = { unlock: 1, workspace: 2 }

const frame = (url: string, parent: object | null = null, frameTreeNodeId = 10) => ({
  url,
  parent,
  frameTreeNodeId,
})
const eventOf = (view: View) => {
  const page = frame(pageUrl(view))
  return { sender: { id: IDS[view], mainFrame: page }, senderFrame: page as typeof page | null }
}

type AnyHandler = (input: unknown) => unknown

function gateWith(handler: AnyHandler, lockState?: LockState) {
  const made: { name: string; input: unknown }[] = []
  const views = new Views()
  for (const view of ['unlock', 'workspace'] as const) views.add(IDS[view], view)
  const handlers = Object.fromEntries(
    CALL_NAMES.map((name) => [
      name,
      (input: unknown) => {
        made.push({ name, input })
        return handler(input)
      },
    ]),
  ) as unknown as Handlers
  return { gate: createGate({ handlers, views, lockState: () => lockState }), made }
}

const refusal = (code: string) => ({ ok: false, error: { code } })

describe.each(CALL_NAMES)('%s', (name) => {
  const call = CONTRACT[name]
  const [view] = call.views
  const [state] = call.states
  const input = sampleOf(call.input)
  const output = sampleOf(call.output)

  it('passes with an input and an output that the contract accepts', async () => {
    const { gate, made } = gateWith(() => output, state)
    expect(await gate(eventOf(view), name, input)).toEqual({ ok: true, value: output })
    expect(made.map((each) => each.name)).toEqual([name])
  })

  it('rejects input that the contract does not accept', async () => {
    const { gate, made } = gateWith(() => output, state)
    const bad = [
      undefined,
      null,
      'text',
      7,
      [],
      [input],
      () => {},
      ...withUndeclaredKeys(call.input, input),
    ]
    for (const each of bad) {
      expect(await gate(eventOf(view), name, each)).toEqual(refusal('bad_input'))
    }
    for (const key of Object.keys(input as object)) {
      const wrong = { ...(input as object), [key]: Symbol('of no schema') }
      expect(await gate(eventOf(view), name, wrong)).toEqual(refusal('bad_input'))
    }
    expect(made).toEqual([])
  })

  it('rejects every lock state that it does not name', async () => {
    const states: (LockState | undefined)[] = ['locked', 'unlocked', undefined]
    for (const each of states) {
      const { gate, made } = gateWith(() => output, each)
      const allowed = call.states.length === 2 || (call.states as readonly unknown[]).includes(each)
      const result = await gate(eventOf(view), name, input)
      expect(result).toEqual(allowed ? { ok: true, value: output } : refusal('wrong_lock_state'))
      expect(made.length).toBe(allowed ? 1 : 0)
    }
  })

  it('rejects the view that it is not for', async () => {
    const others = (['unlock', 'workspace'] as const).filter(
      (each) => !(call.views as readonly View[]).includes(each),
    )
    for (const other of others) {
      const { gate, made } = gateWith(() => output, state)
      expect(await gate(eventOf(other), name, input)).toEqual(refusal('forbidden_frame'))
      expect(made).toEqual([])
    }
  })

  it('rejects foreign windows, foreign pages, sub-frames and frames that are gone', async () => {
    const { gate, made } = gateWith(() => output, state)
    const good = eventOf(view)
    const other: View = view === 'unlock' ? 'workspace' : 'unlock'
    const page = good.sender.mainFrame
    const foreign = [
      { ...good, sender: { ...good.sender, id: 99 } },
      { ...good, senderFrame: null },
      { ...good, senderFrame: frame(page.url, page) },
      { ...good, senderFrame: frame(page.url, page, 11) },
      { ...good, senderFrame: frame(page.url, null, 11) },
      ...[
        '',
        'about:blank',
        'about:srcdoc',
        'data:text/html,x',
        'file:///etc/passwd',
        'https://example.org/',
        `https://${view}/${view}/index.html`,
        `app://${view}/`,
        `app://${view}/${view}/index.html/x`,
        `app://${view}/${view}/index.htm`,
        `app://${view}.example/${view}/index.html`,
        `app://${other}/${view}/index.html`,
        pageUrl(other),
        `blob:${pageUrl(view)}`,
      ].map((url) => ({ ...good, senderFrame: frame(url) })),
    ]
    for (const event of foreign) {
      expect(await gate(event, name, input)).toEqual(refusal('forbidden_frame'))
    }
    expect(made).toEqual([])
  })

  it('refuses an output with an undeclared key anywhere in it, and lets nothing of it out', async () => {
    const leaky = withUndeclaredKeys(call.output, output)
    if (output !== null) expect(leaky.length).toBeGreaterThan(0)
    for (const each of leaky) {
      const { gate } = gateWith(() => each, state)
      const result = await gate(eventOf(view), name, input)
      expect(result).toEqual(refusal('bad_output'))
      expect(JSON.stringify(result)).not.toContain(CANARY)
    }
  })

  it('lets no message, stack or detail of text out of a failure', async () => {
    const failures = [
      new Error(CANARY),
      CANARY,
      { code: 'not_found', message: CANARY },
      Object.assign(new Error(CANARY), { code: 'ENOENT', path: `/home/${CANARY}` }),
    ]
    for (const failure of failures) {
      const { gate } = gateWith(() => {
        throw failure
      }, state)
      expect(await gate(eventOf(view), name, input)).toEqual(refusal('internal'))
    }
    const { gate } = gateWith(() => {
      throw new VaultError('disk_full', { free: 7, path: `/home/${CANARY} x`, name: 'Олена' })
    }, state)
    expect(await gate(eventOf(view), name, input)).toEqual({
      ok: false,
      error: { code: 'disk_full', details: { free: 7 } },
    })
  })
})

describe('the gate', () => {
  it('knows only the names of the contract', async () => {
    const { gate, made } = gateWith(() => ({}), 'unlocked')
    const names = ['records.listAll', '', 'toString', '__proto__', 'constructor', 7, null, {}]
    for (const name of names) {
      expect(await gate(eventOf('workspace'), name, {})).toEqual(refusal('unknown_call'))
    }
    expect(made).toEqual([])
  })

  it('tells a foreign frame nothing, not even which calls exist', async () => {
    const { gate } = gateWith(() => ({}), 'unlocked')
    const event = { ...eventOf('workspace'), senderFrame: null }
    expect(await gate(event, 'no.such.call', {})).toEqual(refusal('forbidden_frame'))
  })

  it('accepts what a page adds to its own address', async () => {
    const { gate } = gateWith(() => ({}), 'unlocked')
    const page = frame(`${pageUrl('workspace')}#/people?x=1`)
    const event = { sender: { id: IDS.workspace, mainFrame: page }, senderFrame: page }
    expect(await gate(event, 'session.lock', {})).toEqual({ ok: true, value: {} })
  })

  it('forgets a window that is gone', () => {
    const views = new Views()
    views.add(1, 'unlock')
    expect(views.viewOf(eventOf('unlock'))).toBe('unlock')
    views.remove(1)
    expect(views.viewOf(eventOf('unlock'))).toBeUndefined()
  })

  it('fills in the defaults of the contract before the handler sees the input', async () => {
    const { gate, made } = gateWith(() => ({ total: 0, rows: [] }), 'unlocked')
    await gate(eventOf('workspace'), 'records.list', { kind: 'person', limit: 10 })
    expect(made[0]?.input).toEqual({ kind: 'person', limit: 10, query: '', filter: {}, offset: 0 })
  })

  it('tells the log which call failed with which code, and nothing else', async () => {
    const heard: unknown[] = []
    const views = new Views()
    views.add(IDS.workspace, 'workspace')
    const handlers = { 'session.info': () => Promise.reject(new VaultError('io_failed')) }
    const gate = createGate({
      handlers: handlers as unknown as Handlers,
      views,
      lockState: () => 'unlocked',
      onFailure: (...all) => heard.push(all),
    })
    await gate(eventOf('workspace'), 'session.info', {})
    await gate(eventOf('workspace'), CANARY, {})
    expect(heard).toEqual([
      ['session.info', 'io_failed'],
      [undefined, 'unknown_call'],
    ])
  })
})
