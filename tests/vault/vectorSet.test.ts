/**
 * What is true of all test vectors together: there are many, two thirds of them must not open, each is named for one
 * thing, its outcome is `opens` or a code of the closed set, and every folder of them is run.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { ERROR_CODES } from '../../shared/errors.ts'
import { readVectors, VECTOR_FOLDERS, VECTORS } from '../support/vectors.ts'

const vectors = VECTOR_FOLDERS.flatMap((folder) =>
  readVectors(folder).map((vector) => ({ folder, vector, outcome: vector.text('outcome') })),
)
const opening = vectors.filter(({ outcome }) => outcome === 'opens')

it('there are more than 300, and two thirds of them must not open', () => {
  expect(vectors.length).toBeGreaterThan(300)
  expect(vectors.length - opening.length).toBeGreaterThanOrEqual((vectors.length * 2) / 3)
})

it.each(VECTOR_FOLDERS)('%s: some open, and more do not', (folder) => {
  const here = vectors.filter((each) => each.folder === folder)
  const open = opening.filter((each) => each.folder === folder)
  expect(open.length).toBeGreaterThan(0)
  expect(open.length).toBeLessThan(here.length / 2)
})

it('an outcome is `opens` or a code of the closed set', () => {
  const known = new Set<string>(['opens', ...ERROR_CODES])
  expect(vectors.filter(({ outcome }) => !known.has(outcome))).toEqual([])
  // Whatever bytes alone can end with.
  const codes = [...new Set(vectors.map(({ outcome }) => outcome))].sort()
  expect(codes).toEqual(
    [
      ...['backup_damaged', 'card_damaged', 'card_not_genuine', 'card_of_other_set'],
      ...['card_of_other_vault', 'card_repeated', 'cards_too_few', 'custodian_closed', 'erased'],
      ...['header_damaged', 'header_tampered', 'kdf_out_of_range', 'key_file_damaged'],
      ...['keys_damaged', 'ledger_damaged', 'ledger_reordered', 'ledger_signature_invalid'],
      ...['newer_format', 'not_a_key_file', 'not_found', 'object_damaged', 'object_truncated'],
      ...['opens', 'public_key_damaged', 'wrong_key_file', 'wrong_key_file_passphrase'],
      'wrong_passphrase',
    ].sort(),
  )
})

it('a name says one thing, and no other vector has it', () => {
  const names = vectors.map(({ vector }) => vector.name)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/)
})

it('every folder of vectors has a test that runs it, and there is no other', () => {
  const folders = readdirSync(VECTORS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'vaults')
    .map(({ name }) => name)
  expect(folders.sort()).toEqual([...VECTOR_FOLDERS].sort())
  const tests = ['.', 'objects', 'keyfile', 'shares', 'backup', 'snapshot'].map((place) =>
    fileURLToPath(new URL(join(place, 'vectors.test.ts'), import.meta.url)),
  )
  expect(tests.filter((path) => !existsSync(path))).toEqual([])
  const run = tests.map((path) => /vectorSuite\('(\w+)'/.exec(readFileSync(path, 'utf8'))?.[1])
  expect(run).toEqual([...VECTOR_FOLDERS])
})
