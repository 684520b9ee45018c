/**
 * Vectors and golden vaults are made once and never again: every file below tests/vectors still has the hash that it was
 * committed with, and no file is without one. A new vector adds a line to SHA256SUMS; no line ever changes.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const FOLDER = fileURLToPath(new URL('../vectors', import.meta.url))
/** Not vectors: what describes them and this list itself. */
const AROUND = ['README.md', 'SHA256SUMS']

/** The lists that were committed with the vectors of formats 1 and 2, as one hash: a changed line shows here too. */
const KEPT_LINES = 84
const KEPT_SHA256 = 'a397f4b44e55c1013d106a51e39c5e9c8f797df8b735d75726daea1dde7d9525'

const lines = readFileSync(join(FOLDER, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')

it('every golden file is as it was made, and none is without its hash', () => {
  const found = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(FOLDER, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !AROUND.includes(name))
  const sums = found.map((name) => {
    const bytes = readFileSync(join(FOLDER, name))
    return `${createHash('sha256').update(bytes).digest('hex')}  ${name}`
  })
  expect(sums.toSorted()).toEqual(lines.toSorted())
})

it('the lines of the vectors that came first are still the first lines', () => {
  const first = `${lines.slice(0, KEPT_LINES).join('\n')}\n`
  expect(createHash('sha256').update(first).digest('hex')).toBe(KEPT_SHA256)
})

it('there is a whole vault of each version', () => {
  const vaults = lines.map((line) => /vaults\/(v\d+)-\w+\.emanet\/vault\.db$/.exec(line)?.[1])
  expect(vaults.filter((each) => each !== undefined).sort()).toEqual(['v1', 'v2'])
})
