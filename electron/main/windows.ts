/**
 * The two kinds of windows. Each has a session of its own in memory and one sandboxed page without Node; the unlock
 * window is made anew each time, so that the process that saw a passphrase ends with it.
 */
import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, type Session, session as sessions } from 'electron'
import type { View } from '../../shared/contract/define.ts'
import { pageUrl, type Views } from '../ipc/callers.ts'
import { turn } from '../vault/slices.ts'
import { loadAnswers, serveApp } from './appProtocol.ts'

const SIZES = {
  unlock: { width: 1040, height: 720, minWidth: 760, minHeight: 560 },
  workspace: { width: 1280, height: 800, minWidth: 900, minHeight: 600 },
} as const satisfies Readonly<Record<View, object>>

/** The ground of the pages (renderer/shared/theme), so that nothing flashes before they are drawn. */
export const GROUND = { light: '#f6f7f5', dark: '#151b1c' } as const
const ground = (): string => (nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light)

const outFolder = (): string => join(app.getAppPath(), 'out')

interface WindowsParts {
  readonly views: Views
  /** Size of everything in a window; 1 is as designed. */
  readonly zoomFactor: () => number
  readonly onWorkspaceSession: (session: Session) => void
  /** A person closes it, or it went without being asked: the vault does not stay open behind it. */
  readonly onWorkspaceClosing: () => void
}

/**
 * What a page could ask for and ours never do. A refusal would come too late for the first two, which put a dialog of
 * the system before a person.
 */
const UNUSED_FEATURES = [
  'FileSystemAccessLocal',
  'FileSystemAccess',
  'WebUSB',
  'WebHID',
  'Serial',
  'WebBluetooth',
  'PaymentRequest',
] as const

export class Windows {
  readonly #parts: WindowsParts
  readonly #windows = new Map<number, { readonly view: View; readonly window: BrowserWindow }>()
  readonly #opening = new Map<
    View,
    { readonly own: { isEnded: boolean }; readonly shown: Promise<void> }
  >()
  #sessions = 0

  constructor(parts: WindowsParts) {
    this.#parts = parts
  }

  /** Resolves once its page is drawn and it is shown, or when it was ended before. Asked for meanwhile, it is the same one. */
  open(view: View): Promise<void> {
    const opening = this.#opening.get(view)
    if (opening) return opening.shown
    const own = { isEnded: false }
    const shown = this.#open(view, own).finally(() => {
      if (this.#opening.get(view)?.own === own) this.#opening.delete(view)
    })
    this.#opening.set(view, { own, shown })
    return shown
  }

  /** Each step keeps the thread nearly for as long as one may, so each has a turn of its own. */
  async #open(view: View, own: { readonly isEnded: boolean }): Promise<void> {
    await loadAnswers()
    const session = this.#newSession(view)
    await turn()
    if (own.isEnded) return
    const window = this.#newWindow(view, session)
    const closed = new Promise<void>((resolve) => window.once('closed', () => resolve()))
    const drawn = new Promise<void>((resolve) => window.once('ready-to-show', () => resolve()))
    await turn()
    if (process.platform === 'linux' && !window.isDestroyed()) {
      window.setIcon(join(app.getAppPath(), 'resources/icon.png'))
      await turn()
    }
    if (window.isDestroyed()) return
    const loaded = window.loadURL(pageUrl(view)).catch((error) => {
      if (!own.isEnded) throw error
    })
    await Promise.race([closed, Promise.all([loaded, drawn])])
    if (!window.isDestroyed()) window.show()
  }

  #newSession(view: View): Session {
    this.#sessions += 1
    // Not `persist:`, so the session is in memory; a name never used before, so it knows nothing.
    const session = sessions.fromPartition(`${view}-${this.#sessions}`, { cache: false })
    serveApp(session, view, join(outFolder(), 'renderer'))
    if (view === 'workspace') this.#parts.onWorkspaceSession(session)
    return session
  }

  #newWindow(view: View, session: Session): BrowserWindow {
    const window = new BrowserWindow({
      ...SIZES[view],
      title: 'Emanet',
      show: false,
      backgroundColor: ground(),
      webPreferences: {
        session,
        zoomFactor: this.#parts.zoomFactor(),
        preload: join(outFolder(), 'preload/index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        spellcheck: false,
        navigateOnDragDrop: false,
        safeDialogs: true,
        enableWebSQL: false,
        v8CacheOptions: 'none',
        disableBlinkFeatures: UNUSED_FEATURES.join(','),
        devTools: !app.isPackaged,
      },
    })
    const { id } = window.webContents
    this.#parts.views.add(id, view)
    this.#windows.set(id, { view, window })
    window.once('closed', () => {
      this.#parts.views.remove(id)
      this.#windows.delete(id)
      if (view === 'workspace') this.#parts.onWorkspaceClosing()
    })
    if (view === 'workspace') {
      // Not at once: the page hands over what was typed last, and ends with the program. A page is not asked.
      window.on('close', (event) => {
        event.preventDefault()
        this.#parts.onWorkspaceClosing()
      })
    }
    return window
  }

  all(view?: View): readonly BrowserWindow[] {
    return [...this.#windows.values()]
      .filter((each) => (view === undefined || each.view === view) && !each.window.isDestroyed())
      .map(({ window }) => window)
  }

  byContents(id: number): BrowserWindow | undefined {
    return this.#windows.get(id)?.window
  }

  applyZoom(): void {
    for (const { webContents } of this.all()) webContents.setZoomFactor(this.#parts.zoomFactor())
  }

  focus(): void {
    const window = this.all('workspace')[0] ?? this.all()[0]
    if (window?.isMinimized()) window.restore()
    window?.focus()
  }

  /** Ends the windows of a view, also those that are being made, and the processes that drew them; a page is not asked. */
  end(view?: View): void {
    for (const [each, { own }] of this.#opening) {
      if (view !== undefined && each !== view) continue
      own.isEnded = true
      this.#opening.delete(each)
    }
    for (const window of this.all(view)) window.destroy()
  }
}
