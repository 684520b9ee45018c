/**
 * The ledger operations of imports and the shapes of their bodies. They hold numbers and the columns of the import,
 * never a heading or a cell of a file: what is erased from records must not stay here.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'

/** A list was imported: by the entries right before this one, in the same transaction. */
export const OP_IMPORT_MADE = 'import.made'
/** An import was taken back: by the entries round this one. */
export const OP_IMPORT_UNDONE = 'import.undone'

const Count = z.number().int().min(0)

export const ImportMade = z.strictObject({
  /** Hash of the columns' headings, hexadecimal: a list with the same ones is mapped in the same way. */
  layout: z.string().regex(/^[0-9a-f]{64}$/),
  map: z.array(z.string().max(40).nullable()).max(1000),
  /** Entries before this one that belong to the import. */
  entries: Count,
  rows: Count,
  skipped: Count,
})
export type ImportMade = z.infer<typeof ImportMade>

export const ImportUndone = z.strictObject({
  /** The entry `import.made`. */
  of: z.number().int().min(1),
  erased: Count,
  retracted: Count,
  /** Records that stay because somebody worked with them since. */
  kept: Count,
})

export const layoutOf = (columns: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(columns)).digest('hex')
