/**
 * Who may call. A view of the program is the main frame of a window that main itself opened, showing exactly the
 * page of its kind on app://. Sub-frames, other pages and windows nobody registered are foreign.
 */
import type { View } from '../../shared/contract/define.ts'

export const PAGE_SCHEME = 'app'

/** The address of a view's page. The view is the host, so the two views are different origins. */
export const pageUrl = (view: View): string => `${PAGE_SCHEME}://${view}/${view}/index.html`

/** The part of Electron's WebFrameMain that is looked at. */
interface Frame {
  readonly url: string
  readonly parent: object | null
  readonly frameTreeNodeId: number
}

/** The part of Electron's IpcMainInvokeEvent that is looked at. */
export interface CallEvent {
  readonly sender: { readonly id: number; readonly mainFrame: Frame }
  /** `null` when the frame is gone or has navigated since. */
  readonly senderFrame: Frame | null
}

export class Views {
  readonly #views = new Map<number, View>()

  /** `id` is that of the window's webContents; it is forgotten with `remove`, when the window is gone. */
  add(id: number, view: View): void {
    this.#views.set(id, view)
  }

  remove(id: number): void {
    this.#views.delete(id)
  }

  idsOf(view: View): readonly number[] {
    return [...this.#views].filter(([, kind]) => kind === view).map(([id]) => id)
  }

  /** The view that made a call, or undefined for a foreign frame. */
  viewOf({ sender, senderFrame }: CallEvent): View | undefined {
    const view = this.#views.get(sender.id)
    if (view === undefined || senderFrame === null) return undefined
    const isMainFrame =
      senderFrame.parent === null &&
      senderFrame.frameTreeNodeId === sender.mainFrame.frameTreeNodeId
    return isMainFrame && isPage(senderFrame.url, view) ? view : undefined
  }
}

/** The page of the view; what follows `?` or `#` is the page's own business. */
function isPage(url: string, view: View): boolean {
  return url.replace(/[?#].*$/su, '') === pageUrl(view)
}
