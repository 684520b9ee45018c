/**
 * All that a page gets of the program: one fixed channel to call, one to hear. No name of a call is known here
 * and nothing is checked here; the gate in main (electron/ipc/gate.ts) does both, where a page cannot reach.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../shared/contract/channels.ts'
import type { Bridge } from '../../shared/contract/contract.ts'

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  onEvent: (listener) => {
    // The event object of Electron holds the sender and its ports: it stays here.
    const hear = (_: IpcRendererEvent, name: string, payload: unknown) => listener(name, payload)
    ipcRenderer.on(EVENT_CHANNEL, hear)
    return () => void ipcRenderer.off(EVENT_CHANNEL, hear)
  },
}

contextBridge.exposeInMainWorld('emanet', bridge)
