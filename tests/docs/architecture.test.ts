// What docs/architecture.md says with a number or a path is so.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { GATHER_MS } from '../../electron/ipc/drafts.ts'
import { PROGRESS_INTERVAL_MS } from '../../electron/ipc/jobs.ts'
import {
  ACCEPTABLE_SCORE,
  GUESSES_PER_SECOND,
  MIN_CHARACTERS,
  SCORE_SECONDS,
} from '../../electron/ipc/passphrase/estimate.ts'
import { LONGEST_DELAY_MS } from '../../electron/ipc/wrongTries.ts'
import { JOB_GRACE_SECONDS } from '../../electron/main/idle.ts'
import { OLDEST_SUPPORTED_ELECTRON } from '../../electron/main/runtime.ts'
import { KEEP_AFTER_MS } from '../../renderer/workspace/drafts/draftKeeper.ts'
import { DEFAULT_SETTINGS } from '../../shared/contract/session.ts'

vi.mock('electron', () => ({ app: {} }))
const { JOB_STOP_MS, RELAUNCH_VARIABLE } = await import('../../electron/main/ending.ts')

const root = fileURLToPath(new URL('../../', import.meta.url))
const text = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
const flowing = text.replace(/\s+/g, ' ')

describe('the numbers', () => {
  it.each([
    [`jobs stop (${JOB_STOP_MS / 1000} s at most)`],
    [`drafts are handed over (${GATHER_MS / 1000} s at most)`],
    [`hands its draft over ${KEEP_AFTER_MS / 1000} s after the typing pauses`],
    [`a lock waits ${GATHER_MS / 1000} s for that`],
    [`0, 0, 1, 2, 4 … ${LONGEST_DELAY_MS / 1000} s`],
    [`${DEFAULT_SETTINGS.idleLockMinutes} minutes unless the settings say else`],
    [JOB_GRACE_SECONDS === 3600 ? 'for an hour at most' : 'no such time'],
    [PROGRESS_INTERVAL_MS === 100 ? 'ten times a second at most' : 'no such rate'],
    [`a score of ${ACCEPTABLE_SCORE} of ${SCORE_SECONDS.length}: ten years`],
    [
      `${GUESSES_PER_SECOND.toLocaleString('en')} guesses a second, and ${MIN_CHARACTERS} characters`,
    ],
    [`below major ${OLDEST_SUPPORTED_ELECTRON} shows`],
    [`${RELAUNCH_VARIABLE}=off`],
  ])('%s', (sentence) => {
    expect(flowing).toContain(sentence)
  })

  it('ten years is what a score of three takes', () => {
    expect(SCORE_SECONDS[ACCEPTABLE_SCORE - 1]).toBeCloseTo(10 * 365.25 * 24 * 3600)
  })
})

describe('the paths', () => {
  const named = [
    ...text.matchAll(/`((?:electron|renderer|shared|tests)\/[\w./]+\.(?:ts|tsx))`/g),
  ].map(([, path]) => path ?? '')
  const linked = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => join('docs', path ?? ''))

  it('lead somewhere', () => {
    expect(named.length).toBeGreaterThan(10)
    expect([...named, ...linked].filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('of the layers are folders that exist', () => {
    const cells = [...text.matchAll(/^\| `([^|]+)` \|/gm)].map(([, cell]) => cell ?? '')
    const folders = cells.flatMap((cell) =>
      cell.split('`, `').flatMap((each) => {
        const [, before = each, list = '', after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(each) ?? []
        return list === '' ? [each] : list.split(',').map((part) => `${before}${part}${after}`)
      }),
    )
    expect(folders.length).toBeGreaterThan(15)
    expect(folders.filter((folder) => !existsSync(join(root, folder)))).toEqual([])
  })
})
