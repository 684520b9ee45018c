/** Joins the gate to Electron: the one `ipcMain` listener there is, and the one way in which events go out. */
import { ipcMain, webContents } from 'electron'
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../shared/contract/channels.ts'
import type { Views } from '../ipc/callers.ts'
import type { Send } from '../ipc/events.ts'
import type { Gate } from '../ipc/gate.ts'

export function setupGate(gate: Gate): void {
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) => gate(event, name, input))
}

export const createSend =
  (views: Views): Send =>
  (view, name, payload) => {
    for (const id of views.idsOf(view)) webContents.fromId(id)?.send(EVENT_CHANNEL, name, payload)
  }
