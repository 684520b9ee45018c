/**
 * Bundles a benchmark's program and the core's worker threads as the shipped program is bundled, so that what is
 * measured is not the time in which Node reads a hundred TypeScript files.
 */
import { join } from 'node:path'
import { build } from 'vite'
import { WORKER_ENTRIES } from '../../../electron/vault/workers.ts'

const root = join(import.meta.dirname, '../../..')

/** Bundles `tests/bench/support/<name>.ts` and every worker of the core. Returns the program's path. */
export async function bundled(name: string): Promise<string> {
  // Inside the project: packages stay outside the bundle and are looked for upwards from here.
  const outDir = join(root, 'bench-out', 'bundled', name)
  const workers = Object.entries(WORKER_ENTRIES)
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20.18',
      outDir,
      rolldownOptions: {
        input: {
          [name]: join(import.meta.dirname, `${name}.ts`),
          ...Object.fromEntries(
            workers.map(([worker, file]) => [worker, join(root, 'electron/vault', file)]),
          ),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
  return join(outDir, `${name}.js`)
}
