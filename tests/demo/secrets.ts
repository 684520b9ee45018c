/**
 * Looks for the demo's own words in the files that must not hold them: every name in every spelling, every file name,
 * the passphrase. It reads bytes, as `strings` does, but knows what it looks for, so that Cyrillic is found too.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Searched {
  readonly files: number
  readonly bytes: number
  /** Words that stand in a file. */
  readonly found: readonly string[]
}

/** As a program may write a text: UTF-8 and UTF-16, in its own case, in small letters and in capitals. */
function bytesOf(word: string): readonly Buffer[] {
  const cases = new Set([word, word.toLowerCase(), word.toUpperCase()])
  return [...cases].flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')])
}

/** Shorter words stand in random bytes by chance. */
const SHORTEST = 6

export class WordSearch {
  /** By the first three bytes of each form. */
  readonly #starts = new Uint8Array(1 << 24)
  readonly #forms = new Map<number, Array<{ readonly word: string; readonly bytes: Buffer }>>()
  readonly words: number

  constructor(words: Iterable<string>) {
    const wanted = [...new Set(words)].filter((word) => Buffer.byteLength(word) >= SHORTEST)
    this.words = wanted.length
    for (const word of wanted)
      for (const bytes of bytesOf(word)) {
        const start = bytes.readUIntBE(0, 3)
        this.#starts[start] = 1
        const same = this.#forms.get(start)
        if (same) same.push({ word, bytes })
        else this.#forms.set(start, [{ word, bytes }])
      }
  }

  inBytes(content: Buffer): readonly string[] {
    const found = new Set<string>()
    for (let at = 0; at + 3 <= content.length; at += 1) {
      const start = content.readUIntBE(at, 3)
      if (this.#starts[start] === 0) continue
      for (const { word, bytes } of this.#forms.get(start) ?? [])
        if (content.subarray(at, at + bytes.length).equals(bytes)) found.add(word)
    }
    return [...found]
  }

  /** Everything in a folder, names of files and folders included. */
  inFolder(folder: string): Searched {
    const found = new Set<string>()
    let files = 0
    let bytes = 0
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      for (const word of this.inBytes(Buffer.from(entry.name))) found.add(word)
      if (!entry.isFile()) continue
      const content = readFileSync(join(entry.parentPath, entry.name))
      files += 1
      bytes += content.length
      for (const word of this.inBytes(content)) found.add(word)
    }
    return { files, bytes, found: [...found] }
  }
}
