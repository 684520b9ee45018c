/**
 * Makes a value that a schema of the contract accepts, and the same value with one undeclared key planted at each
 * place that has keys. Knows the schema types the contract uses and fails on one it does not know, so that a new
 * type cannot slip by untested.
 */
import type { z } from 'zod'

interface Def {
  readonly type: string
  readonly [name: string]: unknown
}
const defOf = (schema: z.ZodType): Def => (schema as unknown as { _zod: { def: Def } })._zod.def

/** Texts tried against a string schema; the first that it accepts is taken. */
const TEXTS = [
  'a',
  '0'.repeat(16),
  '0'.repeat(32),
  '0'.repeat(64),
  'A1',
  '2019-03',
  'surname',
  '+0',
  'entry-0',
  'a'.repeat(12),
]

export function sampleOf(schema: z.ZodType): unknown {
  const def = defOf(schema)
  switch (def.type) {
    case 'object': {
      const shape = def.shape as Record<string, z.ZodType>
      return Object.fromEntries(Object.entries(shape).map(([name, part]) => [name, sampleOf(part)]))
    }
    case 'array':
      return [sampleOf(def.element as z.ZodType)]
    case 'record':
      return sampleRecord(def)
    case 'string':
      return firstAccepted(schema, TEXTS)
    case 'number':
      return firstAccepted(schema, [1, 0, 0.5, 100])
    case 'boolean':
      return true
    case 'enum':
      return Object.values(def.entries as Record<string, unknown>)[0]
    case 'literal':
      return (def.values as unknown[])[0]
    case 'union':
      return sampleOf((def.options as z.ZodType[])[0] as z.ZodType)
    case 'nullable':
    case 'optional':
    case 'default':
    case 'readonly':
      return sampleOf(def.innerType as z.ZodType)
    case 'lazy':
      return 'a'
    case 'custom':
      return firstAccepted(schema, [new Uint8Array([1, 2, 3]), 'a'])
    default:
      throw new Error(`sampleOf does not know ${def.type}`)
  }
}

function sampleRecord(def: Def): Record<string, unknown> {
  const key = def.keyType as z.ZodType
  const keyDef = defOf(key)
  const value = () => sampleOf(def.valueType as z.ZodType)
  // A record over an enum wants every key.
  const keys =
    keyDef.type === 'enum'
      ? Object.values(keyDef.entries as Record<string, string>)
      : [String(sampleOf(key))]
  return Object.fromEntries(keys.map((name) => [name, value()]))
}

function firstAccepted(schema: z.ZodType, values: readonly unknown[]): unknown {
  const found = values.find((value) => schema.safeParse(value).success)
  if (found === undefined) throw new Error('no sample fits: add one to sample.ts')
  return found
}

export const CANARY = 'canary-3b9d5f'

/** One copy of the value for each object in it, with `undeclared: CANARY` in that object. */
export function withUndeclaredKeys(schema: z.ZodType, value: unknown): unknown[] {
  const def = defOf(schema)
  switch (def.type) {
    case 'object': {
      const object = value as Record<string, unknown>
      const shape = def.shape as Record<string, z.ZodType>
      const below = Object.entries(shape).flatMap(([name, part]) =>
        withUndeclaredKeys(part, object[name]).map((changed) => ({ ...object, [name]: changed })),
      )
      return [{ ...object, undeclared: CANARY }, ...below]
    }
    case 'array':
      return withUndeclaredKeys(def.element as z.ZodType, (value as unknown[])[0]).map((one) => [
        one,
      ])
    case 'record': {
      const record = value as Record<string, unknown>
      const [name = ''] = Object.keys(record)
      return withUndeclaredKeys(def.valueType as z.ZodType, record[name]).map((changed) => ({
        ...record,
        [name]: changed,
      }))
    }
    case 'union':
      return withUndeclaredKeys((def.options as z.ZodType[])[0] as z.ZodType, value)
    case 'nullable':
    case 'optional':
    case 'default':
    case 'readonly':
      return withUndeclaredKeys(def.innerType as z.ZodType, value)
    default:
      return []
  }
}
