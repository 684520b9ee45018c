/**
 * Test vectors: a readable head of `name: value` lines, an empty line, and base64. The file name is the
 * feature or the fault; `outcome` is `opens` or a code of shared/errors.ts. Vectors are made once per
 * format version and never again.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Vector {
  readonly name: string
  /** The value of a line of the head; throws when the vector has no such line. */
  text(key: string): string
  optional(key: string): string | undefined
  hex(key: string): Buffer
  number(key: string): number
  readonly bytes: Buffer
}

const folderOf = (kind: string) => fileURLToPath(new URL(`../vectors/${kind}`, import.meta.url))

export const readVectors = (kind: string): readonly Vector[] =>
  readdirSync(folderOf(kind))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const content = readFileSync(join(folderOf(kind), name), 'utf8')
      return parse(name, content.replaceAll('\r\n', '\n'))
    })

function parse(file: string, content: string): Vector {
  const end = content.indexOf('\n\n')
  const head = new Map(
    content
      .slice(0, end)
      .split('\n')
      .map((line) => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon), line.slice(colon + 1).trim()] as const
      }),
  )
  const text = (key: string): string => {
    const value = head.get(key)
    if (value === undefined) throw new Error(`${file} has no line "${key}"`)
    return value
  }
  return {
    name: file.replace(/\.txt$/, ''),
    text,
    optional: (key) => head.get(key),
    hex: (key) => Buffer.from(text(key), 'hex'),
    number: (key) => Number(text(key)),
    bytes: Buffer.from(content.slice(end + 2), 'base64'),
  }
}
