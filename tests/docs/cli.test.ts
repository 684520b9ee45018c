/** docs/cli.md states exit codes and import columns; they are those of the program. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { IMPORT_COLUMNS } from '../../electron/vault/import/columns.ts'
import { ERROR_EXIT_CODES } from '../../shared/errors.ts'

const text = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8')

describe('docs/cli.md', () => {
  it('lists every error code with its exit code and nothing else', () => {
    const listed = [...text.matchAll(/^\| (\d+) \| `(\w+)` \|/gm)].map(([, exit, code]) => [
      code,
      Number(exit),
    ])
    expect(Object.fromEntries(listed)).toEqual(ERROR_EXIT_CODES)
    expect(listed).toHaveLength(Object.keys(ERROR_EXIT_CODES).length)
  })

  it('gives every code an exit code of its own between 1 and 125', () => {
    const exits = Object.values(ERROR_EXIT_CODES)
    expect(new Set(exits).size).toBe(exits.length)
    for (const exit of exits) {
      expect(exit).toBeGreaterThan(0)
      expect(exit).toBeLessThan(126)
    }
  })

  it('names every import column', () => {
    const listed = /left alone:\n`([^`]+)`/.exec(text)?.[1]?.split(/\s+/)
    expect(listed?.toSorted()).toEqual([...IMPORT_COLUMNS].toSorted())
  })
})
