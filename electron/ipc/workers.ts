/** The worker-thread entries of this layer; electron.vite.config.ts adds each as an input (see electron/vault/workers.ts). */
export const IPC_WORKER_ENTRIES = {
  strengthWorker: 'passphrase/strengthWorker.ts',
} as const

export type IpcWorkerName = keyof typeof IPC_WORKER_ENTRIES

export function ipcWorkerUrl(name: IpcWorkerName): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL(IPC_WORKER_ENTRIES[name], here)
  // Bundled: this module may have been moved into a chunk one folder below the entries.
  return new URL(here.includes('/chunks/') ? `../${name}.js` : `./${name}.js`, here)
}
