/** Storing a file takes the same memory however large it is: the limit that docs/format.md gives is kept. */
import { execFileSync } from 'node:child_process'
import { truncateSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { sourceFile, temporaryFolder } from './support/objects.ts'

const LIMIT_MB = 250

// When the collector runs is the machine's choice: one measurement in a busy moment is tried again.
it.each(['native', 'wasm'])(
  'a file of 384 MiB is stored in less than 250 MB (%s)',
  { retry: 2 },
  (build) => {
    const source = sourceFile(Buffer.alloc(0))
    truncateSync(source, 384 << 20)
    const program = fileURLToPath(new URL('../../bench/support/attachOnce.ts', import.meta.url))
    const said = execFileSync(process.execPath, [program, temporaryFolder(), source, build], {
      encoding: 'utf8',
    })
    const { peakMemoryMB } = JSON.parse(said) as { peakMemoryMB: number }
    // A whole process, with Node in it, is never this small: the figure is a figure.
    expect(peakMemoryMB).toBeGreaterThan(40)
    expect(peakMemoryMB).toBeLessThan(LIMIT_MB)
  },
)
