import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ARRIVAL_MS, CLEAR_AFTER_MS, ClipboardGuard } from '../../electron/ipc/clipboard.ts'
import { fakeClipboard } from '../support/app/fakeApp.ts'

const SECRET = 'Вигадана Людина, 12 травня'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp() {
  const clipboard = fakeClipboard()
  return { clipboard, guard: new ClipboardGuard(clipboard) }
}

describe('what was copied', () => {
  it('lies there for half a minute and not longer', async () => {
    const { clipboard, guard } = setUp()
    await guard.copy(SECRET)
    await vi.advanceTimersByTimeAsync(CLEAR_AFTER_MS - 1)
    expect(clipboard.text).toBe(SECRET)
    await vi.advanceTimersByTimeAsync(1)
    expect(clipboard.text).toBe('')
    expect(CLEAR_AFTER_MS).toBe(30_000)
  })

  it('gets its whole time again when it is copied again', async () => {
    const { clipboard, guard } = setUp()
    await guard.copy('first')
    await vi.advanceTimersByTimeAsync(CLEAR_AFTER_MS - 1)
    await guard.copy(SECRET)
    await vi.advanceTimersByTimeAsync(CLEAR_AFTER_MS - 1)
    expect(clipboard.text).toBe(SECRET)
    await vi.advanceTimersByTimeAsync(1)
    expect(clipboard.text).toBe('')
  })

  it('is not taken away once another program has put something else there', async () => {
    const { clipboard, guard } = setUp()
    await guard.copy(SECRET)
    clipboard.text = 'a shopping list'
    await vi.advanceTimersByTimeAsync(CLEAR_AFTER_MS * 2)
    await guard.clear()
    guard.clearNow()
    expect(clipboard.text).toBe('a shopping list')
  })

  it('goes with a lock', async () => {
    const { clipboard, guard } = setUp()
    await guard.copy(SECRET)
    await guard.clear()
    expect(clipboard.text).toBe('')
  })

  it('goes when the machine sleeps at once, without being read', async () => {
    const { clipboard, guard } = setUp()
    await guard.copy(SECRET)
    clipboard.readText = () => new Promise(() => {})
    guard.clearNow()
    expect(clipboard.text).toBe('')
  })

  it('is not kept by the program that watches it', async () => {
    const { guard } = setUp()
    await guard.copy(SECRET)
    expect(JSON.stringify(Object.getOwnPropertyNames(guard))).toBe('[]')
    const { inspect } = await import('node:util')
    expect(inspect(guard, { depth: 9, showHidden: true })).not.toContain(SECRET)
  })
})

describe("a page's own copy", () => {
  it('is taken away like one of the program', async () => {
    const { clipboard, guard } = setUp()
    guard.copied()
    clipboard.text = SECRET
    await vi.advanceTimersByTimeAsync(ARRIVAL_MS + CLEAR_AFTER_MS - 1)
    expect(clipboard.text).toBe(SECRET)
    await vi.advanceTimersByTimeAsync(1)
    expect(clipboard.text).toBe('')
  })

  it('goes with a lock even when it has only just arrived', async () => {
    const { clipboard, guard } = setUp()
    guard.copied()
    clipboard.text = SECRET
    await guard.clear()
    expect(clipboard.text).toBe('')
  })

  it('goes when the machine sleeps at once', () => {
    const { clipboard, guard } = setUp()
    guard.copied()
    clipboard.text = SECRET
    guard.clearNow()
    expect(clipboard.text).toBe('')
  })
})

it('a clipboard that was never used is neither read nor cleared', async () => {
  const { clipboard, guard } = setUp()
  clipboard.text = 'a shopping list'
  const read = vi.spyOn(clipboard, 'readText')
  await guard.clear()
  guard.clearNow()
  expect(clipboard.text).toBe('a shopping list')
  expect(read).not.toHaveBeenCalled()
})

it('a clipboard that fails keeps nothing from ending', async () => {
  const { clipboard, guard } = setUp()
  await guard.copy(SECRET)
  clipboard.readText = () => Promise.reject(new Error('no display'))
  await expect(guard.clear()).resolves.toBeUndefined()
  guard.clearNow()
  expect(clipboard.text).toBe('')
})
