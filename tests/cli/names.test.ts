/** names match and names rank from outside: files in, JSON out, no vault. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ERROR_EXIT_CODES } from '../../shared/errors.ts'
import { removeFolder, tempFolder } from '../support/testVault.ts'

const MAIN = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))
let root = ''
beforeAll(() => {
  root = tempFolder()
})
afterAll(() => removeFolder(root))

const fileOf = (name: string, lines: readonly string[]) => {
  const file = path.join(root, name)
  writeFileSync(file, `\uFEFF${lines.join('\r\n')}\r\n`)
  return file
}
const run = (...args: string[]) => {
  const result = spawnSync(process.execPath, [MAIN, 'names', ...args, '--json'], {
    encoding: 'utf8',
  })
  const lines = result.stdout.split('\n').filter((line) => line !== '')
  return { exit: result.status, lines: lines.map((line) => JSON.parse(line)) }
}

describe('names match', () => {
  it('compares two names', () => {
    const { exit, lines } = run('match', 'Айше Денізфенерова', 'Denizfenerova Ayşe')
    expect(exit).toBe(0)
    expect(lines).toMatchObject([{ verdict: 'possible', score: 1 }])
  })

  it('compares the pairs of a file, a line each', () => {
    const pairs = ['Айше Пробна\tAyşe Probna', 'Айше Пробна\tЛютфіє Пробна']
    const { lines } = run('match', '--pairs', fileOf('pairs.tsv', pairs))
    expect(lines.map(({ verdict }) => verdict)).toEqual(['possible', 'different'])
  })

  it('is a mistake of usage with one name', () => {
    expect(run('match', 'Айше').exit).toBe(ERROR_EXIT_CODES.usage)
  })
})

describe('names rank', () => {
  const against = () => fileOf('against', ['Рустем Пробний', 'Айше Денізфенерова', 'Айше Пробна'])

  it('gives the names most like one, best first, with a reason for each part', () => {
    const { exit, lines } = run('rank', '--against', against(), 'Denizfenerova Ayşe')
    expect(exit).toBe(0)
    expect(lines[0].query).toBe('Denizfenerova Ayşe')
    expect(lines[0].results[0]).toEqual({
      name: 'Айше Денізфенерова',
      score: 1,
      reasons: [
        { query: 'denizfenerova', name: 'денізфенерова', how: 'other_script' },
        { query: 'ayse', name: 'аише', how: 'other_script' },
      ],
    })
  })

  it('answers each query of a file with a line, also one that nothing answers', () => {
    const queries = fileOf('queries', ['Rustem Probniy', 'Zzz'])
    const { lines } = run('rank', '--against', against(), '--queries', queries, '--limit', '1')
    expect(lines).toMatchObject([
      { query: 'Rustem Probniy', results: [{ name: 'Рустем Пробний' }] },
      { query: 'Zzz', results: [] },
    ])
  })

  it('refuses a missing file and a limit out of range', () => {
    expect(run('rank', '--against', path.join(root, 'none'), 'Айше').exit).toBe(
      ERROR_EXIT_CODES.file_unreadable,
    )
    for (const limit of ['0', '201', 'x']) {
      expect(run('rank', '--against', against(), '--limit', limit, 'Айше').exit).toBe(
        ERROR_EXIT_CODES.usage,
      )
    }
  })
})
