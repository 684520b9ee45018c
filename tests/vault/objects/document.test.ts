/** What docs/format.md says about objects is what the program does. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import {
  CHUNK_LOG2,
  CHUNK_LOG2_MAX,
  CHUNK_LOG2_MIN,
  encodeHeader,
  HEADER_BYTES,
  MAX_OBJECT_BYTES,
  MIN_PADDED_BYTES,
  OBJECT_VERSION,
  paddedSize,
} from '../../../electron/vault/objects/format.ts'
import { ERROR_CODES } from '../../../shared/errors.ts'

const doc = readFileSync(fileURLToPath(new URL('../../../docs/format.md', import.meta.url)), 'utf8')
const section =
  /section:objects begin[^\n]*\n([\s\S]*?)<!-- section:objects end/.exec(doc)?.[1] ?? ''
const flat = section.replace(/\s+/g, ' ')

it('the document states the numbers of the source', () => {
  const statements = [
    `| 8–9 | u16 version = ${OBJECT_VERSION} |`,
    `${CHUNK_LOG2_MIN} … ${CHUNK_LOG2_MAX}, this program writes ${CHUNK_LOG2} (${2 ** CHUNK_LOG2 / 1024} KiB)`,
    `\`"${encodeHeader().toString('latin1', 0, 8)}"\``,
    `is ${MIN_PADDED_BYTES} for *n* ≤ ${MIN_PADDED_BYTES};`,
    `stored in ${HEADER_BYTES} + padded size + 16 × number of chunks`,
    `largest file is 2^${Math.log2(MAX_OBJECT_BYTES)} bytes`,
    'less than 250 MB of memory',
  ]
  for (const statement of statements) expect(flat).toContain(statement)
})

it('the document’s rule for padding gives what the program gives', () => {
  for (let size = 4097; size < 3_000_000; size += 997) {
    const e = Math.floor(Math.log2(size))
    const s = Math.floor(Math.log2(e)) + 1
    const unit = 2 ** (e - s)
    expect(paddedSize(size)).toBe(Math.ceil(size / unit) * unit)
  }
})

it('the document names only codes that exist', () => {
  const codes = [...section.matchAll(/`((?:object|file|too)_\w+)`/g)].map((match) => match[1])
  expect(new Set(codes).size).toBe(6)
  for (const code of codes) expect(ERROR_CODES).toContain(code)
})
