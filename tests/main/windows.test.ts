// The making of windows goes through several turns; what may happen between them, with Electron's side written down.
import { beforeEach, describe, expect, it, vi } from 'vitest'

const electron = vi.hoisted(() => ({
  made: [] as { destroy(): void; isDestroyed(): boolean; shown: boolean; loaded: string[] }[],
  sessions: 0,
}))

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  let contents = 0
  class BrowserWindow extends Emitter {
    readonly webContents: { readonly id: number }
    readonly loaded: string[] = []
    shown = false
    #destroyed = false
    #fail: ((error: Error) => void) | undefined
    constructor() {
      super()
      contents += 1
      this.webContents = { id: contents }
      electron.made.push(this)
    }
    setIcon() {}
    show() {
      this.shown = true
    }
    focus() {}
    isMinimized = () => false
    isDestroyed = () => this.#destroyed
    /** As Electron does it: the load fails before the window says that it was closed. */
    destroy() {
      this.#fail?.(new Error('ERR_FAILED (-2)'))
      this.#destroyed = true
      setImmediate(() => this.emit('closed'))
    }
    loadURL(url: string) {
      this.loaded.push(url)
      return new Promise<void>((resolve, reject) => {
        this.#fail = reject
        setTimeout(() => {
          if (this.#destroyed) return
          this.emit('ready-to-show')
          resolve()
        }, 5)
      })
    }
  }
  return {
    app: { getAppPath: () => '/app', isPackaged: false },
    BrowserWindow,
    nativeTheme: {},
    session: {
      fromPartition: () => {
        electron.sessions += 1
        return { protocol: { handle: () => {} } }
      },
    },
  }
})

const { Windows } = await import('../../electron/main/windows.ts')
const { Views } = await import('../../electron/ipc/callers.ts')
const { turn } = await import('../../electron/vault/slices.ts')

const newWindows = () =>
  new Windows({
    views: new Views(),
    zoomFactor: () => 1,
    onWorkspaceSession: () => {},
    onWorkspaceClosing: () => {},
  })

beforeEach(() => {
  electron.made.length = 0
  electron.sessions = 0
})

/** Turns from the question to the load of the page, and some more. */
const TURNS = 12

describe('a window', () => {
  it('is shown once its page is drawn', async () => {
    const windows = newWindows()
    await windows.open('unlock')
    expect(electron.made).toHaveLength(1)
    expect(electron.made[0]?.shown).toBe(true)
    expect(electron.made[0]?.loaded).toEqual(['app://unlock/unlock/index.html'])
  })

  it('that is asked for again while it is being made is the same one', async () => {
    for (let after = 0; after < TURNS; after += 1) {
      electron.made.length = 0
      const windows = newWindows()
      const first = windows.open('workspace')
      for (let count = 0; count < after; count += 1) await turn()
      await Promise.all([first, windows.open('workspace')])
      expect(electron.made.length, `after ${after} turns`).toBe(1)
    }
  })

  it('is asked for anew when the one before has been shown', async () => {
    const windows = newWindows()
    await windows.open('unlock')
    windows.end('unlock')
    await windows.open('unlock')
    expect(electron.made.map((each) => each.isDestroyed())).toEqual([true, false])
    expect(electron.sessions).toBe(2)
  })

  it('leaves nothing when all end in whichever turn of its making', async () => {
    for (let after = 0; after < TURNS; after += 1) {
      electron.made.length = 0
      const windows = newWindows()
      const opening = windows.open('workspace')
      for (let count = 0; count < after; count += 1) await turn()
      windows.end()
      await opening
      const left = electron.made.filter((each) => !each.isDestroyed())
      expect(left, `after ${after} turns`).toEqual([])
    }
  })

  it('that ends while it is being made gives way to the next of its view, and not to the other view', async () => {
    for (let after = 0; after < TURNS; after += 1) {
      electron.made.length = 0
      const windows = newWindows()
      const all = [windows.open('unlock'), windows.open('workspace')]
      for (let count = 0; count < after; count += 1) await turn()
      windows.end('unlock')
      all.push(windows.open('unlock'))
      await Promise.all(all)
      const views = (['unlock', 'workspace'] as const).map((view) => windows.all(view).length)
      expect(views, `after ${after} turns`).toEqual([1, 1])
      expect(electron.made.filter((each) => !each.isDestroyed()).every((each) => each.shown)).toBe(
        true,
      )
    }
  })
})
