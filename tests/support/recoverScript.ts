/** Runs resources/recover/recover.py, the reader that was written from docs/format.md alone. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

export const RECOVER_SCRIPT = fileURLToPath(
  new URL('../../resources/recover/recover.py', import.meta.url),
)

/** A Python that has PyNaCl: the system's package belongs to the system's Python. */
export const PYTHON =
  ['/usr/bin/python3', 'python3'].find(
    (each) => spawnSync(each, ['-c', 'import nacl']).status === 0,
  ) ?? 'python3 with PyNaCl (python3-nacl), which is not installed'

export interface RecoverRun {
  readonly status: number | null
  readonly stderr: string
  /** Where it was told to write. */
  readonly out: string
  /** records.json, when it wrote one. */
  readonly found: unknown
}

let root: string | undefined
let runs = 0

afterAll(() => {
  if (root) rmSync(root, { recursive: true, force: true })
  root = undefined
})

/** `extract`, with the passphrase from a file. */
export function runRecover(
  folder: string,
  secret: string,
  { script = RECOVER_SCRIPT, args = [] as readonly string[] } = {},
): RecoverRun {
  root ??= mkdtempSync(join(tmpdir(), 'emanet-recover-'))
  runs += 1
  const passphrase = join(root, `secret-${runs}`)
  writeFileSync(passphrase, `${secret}\n`)
  const out = join(root, `out-${runs}`)
  const all = [script, 'extract', folder, '--out', out, '--passphrase-file', passphrase, ...args]
  const { status, stderr } = spawnSync(PYTHON, all, { encoding: 'utf8' })
  const json = join(out, 'records.json')
  const found: unknown = existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')) : undefined
  return { status, stderr, out, found }
}
