import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { replaceBridge } from '../../../renderer/shared/bridge/client.ts'
import { type BridgeDouble, createDouble } from '../../../renderer/shared/bridge/double.ts'
import { draftKeeper, KEEP_AFTER_MS } from '../../../renderer/workspace/drafts/draftKeeper.ts'
import type { FormDraft } from '../../../shared/model/draft.ts'

let main: BridgeDouble
let stop: () => void
let kept: string[]
let n = 0
const draft = (id: string, raw: string): FormDraft => ({
  id,
  kind: 'person',
  record: null,
  about: null,
  defaults: { source: null, grade: 'F6', asOf: '' },
  entries: [{ key: 'entry-0', field: 'note', raw, own: {}, corrects: null }],
  retract: [],
  prefer: {},
})
const newId = () => {
  n += 1
  return n.toString(16).padStart(32, '0')
}

beforeEach(() => {
  vi.useFakeTimers()
  kept = []
  main = createDouble({
    'drafts.keep': ({ entries }) => {
      kept.push(String(entries[0]?.raw))
      return {}
    },
    'drafts.drop': () => ({}),
    'drafts.settled': () => ({}),
  })
  replaceBridge(main)
  stop = draftKeeper.start()
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

describe('what is typed', () => {
  it('is handed over when typing pauses, and only what stands then', async () => {
    const id = newId()
    draftKeeper.changed(draft(id, 'a'))
    await vi.advanceTimersByTimeAsync(KEEP_AFTER_MS - 1)
    draftKeeper.changed(draft(id, 'ab'))
    await vi.advanceTimersByTimeAsync(KEEP_AFTER_MS - 1)
    expect(kept).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(kept).toEqual(['ab'])
    draftKeeper.drop(id)
  })

  it('is handed over at once when the vault is about to be locked, and main is told that it was', async () => {
    const id = newId()
    const other = newId()
    draftKeeper.changed(draft(id, 'a'))
    draftKeeper.changed(draft(other, 'b'))
    main.emit('session.ending', {})
    await vi.advanceTimersByTimeAsync(0)
    expect(kept.sort()).toEqual(['a', 'b'])
    expect(main.calls.at(-1)).toBe('drafts.settled')
    await vi.advanceTimersByTimeAsync(KEEP_AFTER_MS * 2)
    expect(kept).toHaveLength(2)
    draftKeeper.drop(id)
    draftKeeper.drop(other)
  })

  it('is not waited for when nothing is open', async () => {
    main.emit('session.ending', {})
    await vi.advanceTimersByTimeAsync(0)
    expect(main.calls).toEqual(['drafts.settled'])
  })

  it('is dropped when the form was saved or left, even before it was handed over', async () => {
    const id = newId()
    draftKeeper.changed(draft(id, 'a'))
    await vi.advanceTimersByTimeAsync(KEEP_AFTER_MS)
    draftKeeper.changed(draft(id, 'ab'))
    draftKeeper.drop(id)
    await vi.advanceTimersByTimeAsync(KEEP_AFTER_MS * 2)
    expect(kept).toEqual(['a'])
    expect(main.calls).toEqual(['drafts.keep', 'drafts.drop'])
  })

  it('that main never had is not dropped there', async () => {
    const id = newId()
    draftKeeper.changed(draft(id, 'a'))
    draftKeeper.drop(id)
    draftKeeper.drop(id)
    await vi.advanceTimersByTimeAsync(KEEP_AFTER_MS * 2)
    expect(main.calls).toEqual([])
  })

  it('of an earlier session is dropped though nothing was typed since', () => {
    const id = newId()
    draftKeeper.taken(id)
    draftKeeper.drop(id)
    expect(main.calls).toEqual(['drafts.drop'])
  })
})
