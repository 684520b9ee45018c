/** One program per user and user-data folder: a second start only brings the windows of the first forward. */
import { app, BrowserWindow } from 'electron'

/** False when another one runs; then this one is ending already. */
export function setupSingleInstance(): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return false
  }
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows().find((each) => each.isVisible())
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  return true
}
