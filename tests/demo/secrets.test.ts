import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { WordSearch } from './secrets.ts'

const search = new WordSearch(['Денізфенерова', 'lantern orbit', 'abc'])

let folder: string | undefined
afterEach(() => {
  if (folder) rmSync(folder, { recursive: true, force: true })
  folder = undefined
})

describe('the search for the demo’s own words', () => {
  it('finds a word in either encoding, in any case, at the first and at the last byte', () => {
    for (const text of ['Денізфенерова', 'ДЕНІЗФЕНЕРОВА', 'денізфенерова'])
      for (const encoding of ['utf8', 'utf16le'] as const) {
        const word = Buffer.from(text, encoding)
        const noise = randomBytes(4096)
        for (const bytes of [
          Buffer.concat([word, noise]),
          Buffer.concat([noise, word]),
          Buffer.concat([noise, word, noise]),
        ])
          expect(search.inBytes(bytes)).toEqual(['Денізфенерова'])
      }
  })

  it('finds nothing in noise, in a part of a word, and looks for no word that stands anywhere by chance', () => {
    expect(search.words).toBe(2)
    expect(search.inBytes(randomBytes(1 << 20))).toEqual([])
    expect(search.inBytes(Buffer.from('Денізфенеров lantern  orbit abc'))).toEqual([])
    expect(search.inBytes(Buffer.alloc(0))).toEqual([])
  })

  it('reads every file of a folder, and the names of files', () => {
    folder = mkdtempSync(join(tmpdir(), 'emanet-search-'))
    mkdirSync(join(folder, 'deep', 'er'), { recursive: true })
    writeFileSync(join(folder, 'deep', 'er', 'a'), 'xx lantern orbit')
    expect(search.inFolder(folder)).toEqual({ files: 1, bytes: 16, found: ['lantern orbit'] })
    writeFileSync(join(folder, 'Денізфенерова.png'), '')
    expect([...search.inFolder(folder).found].sort()).toEqual(['lantern orbit', 'Денізфенерова'])
  })
})
