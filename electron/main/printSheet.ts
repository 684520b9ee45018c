/**
 * Prints one page that main wrote itself. It is drawn by a process of its own without scripts, in a session of its
 * own in memory, and both end with the printing. What the system's print queue keeps is not in our hands.
 */
import { BrowserWindow, session as sessions } from 'electron'

/** Opens the system's print dialog. False when it was cancelled, failed, or there is no printer. */
export async function printSheet(html: string, number: number): Promise<boolean> {
  const session = sessions.fromPartition(`recovery-sheet-${number}`, { cache: false })
  session.protocol.handle(
    'app',
    () =>
      new Response(html, {
        headers: {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        },
      }),
  )
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session, sandbox: true, javascript: false, devTools: false },
  })
  try {
    await window.loadURL('app://sheet/')
    return await new Promise((resolve) =>
      window.webContents.print({}, (success) => resolve(success)),
    )
  } catch {
    return false
  } finally {
    window.destroy()
  }
}
