/**
 * The list of worker-thread entries of the core, and where to find each at run time. From source
 * (plain Node, type stripping) an entry is its own `.ts` file; in the bundle every name in
 * `WORKER_ENTRIES` is an input of electron.vite.config.ts and lies as `<name>.js` beside `index.js`.
 */

/** Name → source file, relative to this folder. electron.vite.config.ts adds each as an input. */
export const WORKER_ENTRIES = {
  kdfWorker: 'crypto/kdfWorker.ts',
  objectSourceWorker: 'objects/sourceWorker.ts',
  objectDiskWorker: 'objects/diskWorker.ts',
  objectWorker: 'backup/objectWorker.ts',
  readWorker: 'ledger/readWorker.ts',
  bulkWorker: 'ledger/bulkWorker.ts',
  backupWorker: 'backup/backupWorker.ts',
  pdfWorker: 'dossier/pdf/pdfWorker.ts',
  duplicateWorker: 'duplicates/duplicateWorker.ts',
  importWorker: 'import/importWorker.ts',
  rekeyWorker: 'rekey/rekeyWorker.ts',
  shareCardWorker: 'shares/pdf/shareCardWorker.ts',
} as const

export type WorkerName = keyof typeof WORKER_ENTRIES

export function workerUrl(name: WorkerName): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL(WORKER_ENTRIES[name], here)
  // Bundled: this module may have been moved into a chunk one folder below the entries.
  return new URL(here.includes('/chunks/') ? `../${name}.js` : `./${name}.js`, here)
}
