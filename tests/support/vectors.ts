/**
 * Test vectors (tests/vectors/README.md says their form): a readable head of `name: value` lines, an empty line, and
 * base64, or ranges of another vector's bytes. The file name is the feature or the fault; `outcome` is `opens` or a code
 * of shared/errors.ts. Vectors are made once per format version and never again.
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
  json(key: string): unknown
  readonly bytes: Buffer
}

/** Each has a test that runs all its vectors. */
export const VECTOR_FOLDERS = ['core', 'objects', 'keyfiles', 'cards', 'backup', 'index'] as const
export type VectorFolder = (typeof VECTOR_FOLDERS)[number]

export const VECTORS = fileURLToPath(new URL('../vectors', import.meta.url))

export const readVectors = (folder: VectorFolder): readonly Vector[] =>
  readdirSync(join(VECTORS, folder))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readVector(folder, name.replace(/\.txt$/, '')))

export function readVector(folder: VectorFolder, name: string): Vector {
  const path = join(VECTORS, folder, `${name}.txt`)
  const content = readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
  const end = content.indexOf('\n\n')
  const head = new Map(
    content
      .slice(0, end)
      .split('\n')
      .map((line) => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon), line.slice(colon + 2)] as const
      }),
  )
  const text = (key: string): string => {
    const value = head.get(key)
    if (value === undefined) throw new Error(`${name} has no line "${key}"`)
    return value
  }
  const of = head.get('of')
  const bytes =
    of === undefined
      ? Buffer.from(content.slice(end + 2), 'base64')
      : taken(readVector(folder, of).bytes, text('take'))
  const flip = head.get('flip')
  if (flip !== undefined) bytes.writeUInt8(bytes.readUInt8(Number(flip)) ^ 1, Number(flip))
  return {
    name,
    text,
    optional: (key) => head.get(key),
    hex: (key) => Buffer.from(text(key), 'hex'),
    number: (key) => Number(text(key)),
    json: (key) => JSON.parse(text(key)),
    bytes,
  }
}

/** `0-46 =00ff 48-90`: bytes 0 to 45, these two, bytes 48 to 89. */
const taken = (of: Buffer, take: string): Buffer =>
  Buffer.concat(
    take.split(' ').map((piece) => {
      if (piece.startsWith('=')) return Buffer.from(piece.slice(1), 'hex')
      const [start, end] = piece.split('-').map(Number)
      return of.subarray(start, end)
    }),
  )
