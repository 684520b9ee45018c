/**
 * How the three parts of the program are bundled. Inputs are explicit because the folders are the project's own;
 * targets are explicit because one bundle runs on the declared Electron and on the older development stand-in.
 *
 * There is no development server: the program loads its pages through app:// only, so that no build of it has a
 * hole for http.
 */
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { IPC_WORKER_ENTRIES } from './electron/ipc/workers.ts'
import { WORKER_ENTRIES } from './electron/vault/workers.ts'

const root = import.meta.dirname
const from = (folder: string, entries: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(entries).map(([name, file]) => [name, join(root, folder, file)]),
  )

export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: join(root, 'out/main'),
      // Packages stay outside the bundle (native ones must); electron-vite does that for `dependencies`.
      rolldownOptions: {
        input: {
          index: join(root, 'electron/main/index.ts'),
          ...from('electron/vault', WORKER_ENTRIES),
          ...from('electron/ipc', IPC_WORKER_ENTRIES),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: join(root, 'out/preload'),
      // A sandboxed preload script must be CommonJS and can load nothing: everything is inlined.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: join(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: join(root, 'renderer'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: join(root, 'out/renderer'),
      // An inlined asset would need `data:` in the policy.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          unlock: join(root, 'renderer/unlock/index.html'),
          workspace: join(root, 'renderer/workspace/index.html'),
        },
      },
    },
  },
})
