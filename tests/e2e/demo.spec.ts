// The first thing a newcomer runs, with fewer people: each step of it, to its last line.
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { workFolder } from '../support/electron/folders.ts'

const DEMO = fileURLToPath(new URL('../demo/demo.ts', import.meta.url))

test('the demo does the whole main job, and its restored vault equals the original', async () => {
  const out = join(await workFolder('demo'), 'out')
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...[DEMO, '--people', '60', '--out', out],
  ])
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('restored vault equals original: yes')
  expect(stdout).toContain('none found')
  expect((await readdir(out)).sort()).toEqual([
    ...['Archive.emanet', 'Restored.emanet', 'backup', 'dossier.pdf', 'screenshots'],
  ])
  expect((await readFile(join(out, 'dossier.pdf'))).subarray(0, 5).toString()).toBe('%PDF-')
})
