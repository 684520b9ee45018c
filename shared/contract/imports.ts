/**
 * Calls about the import of a list. There is one at a time: a file is chosen or dropped, read by a mapping of its
 * columns, compared, decided row by row, written. A path never crosses the bridge.
 */
import { z } from 'zod'
import { RecordId } from '../ids.ts'
import { Done, Nothing, workspaceCall } from './define.ts'
import { DuplicateReason, OfferedVerdict } from './duplicates.ts'
import { JobId } from './work.ts'

const Count = z.number().int().min(0)
const Line = z.number().int().min(1)
const ColumnName = z.string().max(40)
const Columns = z.array(ColumnName.nullable()).max(1000)

export const ImportPreview = z.strictObject({
  about: z.discriminatedUnion('format', [
    z.strictObject({ format: z.literal('csv'), encoding: z.string(), delimiter: z.string() }),
    z.strictObject({
      format: z.literal('xlsx'),
      sheets: z.array(z.string()),
      sheet: Count,
      formulas: Count,
    }),
  ]),
  columns: z.array(z.string()),
  /** Which column of the import each fills: as the last list with the same headings, or as the headings say. */
  guess: Columns,
  remembered: z.boolean(),
  /** All columns that there are to choose from, and those of them that several columns of a file may fill. */
  known: z.array(ColumnName),
  several: z.array(ColumnName),
  sample: z.array(z.strictObject({ line: Line, cells: z.array(z.string()) })),
  rows: Count,
})
export type ImportPreview = z.infer<typeof ImportPreview>

const DateOrder = z.enum(['dmy', 'mdy'])

export const ImportExamined = z.strictObject({
  rows: Count,
  skipped: Count,
  dates: z.array(
    z.strictObject({
      column: ColumnName,
      read: Count,
      unread: Count,
      /** Slashed dates that could be read either way. */
      ambiguous: Count,
      order: DateOrder.optional(),
      example: z.strictObject({ text: z.string(), value: z.string() }).optional(),
    }),
  ),
})
export type ImportExamined = z.infer<typeof ImportExamined>

export const ImportDecision = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('new') }),
  z.strictObject({ do: z.literal('leave') }),
  z.strictObject({ do: z.literal('add'), to: RecordId }),
  z.strictObject({ do: z.literal('join'), line: Line }),
])
export type ImportDecision = z.infer<typeof ImportDecision>

const Person = { title: z.string(), birthDate: z.string(), facility: z.string() }

export const DoubtfulRow = z.strictObject({
  line: Line,
  ...Person,
  candidates: z.array(
    z.strictObject({
      to: z.union([z.strictObject({ record: RecordId }), z.strictObject({ line: Line })]),
      ...Person,
      verdict: OfferedVerdict,
      score: z.number(),
      reasons: z.array(DuplicateReason),
      /** What was said before, where it decided the row: one person (a merge), or another than the one chosen. */
      said: z.enum(['same', 'different']).optional(),
    }),
  ),
  decision: ImportDecision.optional(),
  /** Decided by what was said before, and by nobody since. */
  isRemembered: z.boolean(),
})
export type DoubtfulRow = z.infer<typeof DoubtfulRow>

export const SkippedRow = z.strictObject({
  line: Line,
  column: z.string().nullable(),
  problem: z.string(),
  /** What stands there, or of the whole row what stands in it; cut where it is long. */
  value: z.string().max(200),
})
export type SkippedRow = z.infer<typeof SkippedRow>

const Page = z.strictObject({ offset: Count, limit: z.number().int().min(1).max(500) })
const Started = z.strictObject({ job: JobId })
const Undecided = z.strictObject({ undecided: Count })

export const importCalls = {
  /** Opens main's dialog and reads what was chosen. `null` when cancelled. */
  'import.choose': workspaceCall(Nothing, ImportPreview.nullable()),
  /** A dropped file travels as bytes, piece by piece; `import.read` reads it when all are there. */
  'import.begin': workspaceCall(z.strictObject({ size: Count }), Done),
  'import.piece': workspaceCall(
    z.strictObject({ bytes: z.instanceof(Uint8Array).refine((b) => b.byteLength <= 4 << 20) }),
    Done,
  ),
  /** What was sent, or another sheet of what was chosen. */
  'import.read': workspaceCall(z.strictObject({ sheet: Count.default(0) }), ImportPreview),
  /** Reads every row by the mapping; `source` is that of the rows that name none. Errors: `import_no_columns`. */
  'import.map': workspaceCall(
    z.strictObject({
      map: Columns,
      order: DateOrder.optional(),
      source: z.string().max(500).optional(),
    }),
    ImportExamined,
  ),
  'import.compare': workspaceCall(Nothing, Started),
  'import.doubtful': workspaceCall(Page, z.strictObject({ rows: z.array(DoubtfulRow) })),
  'import.skipped': workspaceCall(Page, z.strictObject({ rows: z.array(SkippedRow) })),
  'import.decide': workspaceCall(
    z.strictObject({ line: Line, decision: ImportDecision }),
    Undecided,
  ),
  /** For the rows that are not decided yet, by the verdict on their best candidate. */
  'import.decideOthers': workspaceCall(
    z.strictObject({
      verdict: OfferedVerdict,
      what: z.enum(['new', 'leave', 'add']),
    }),
    Undecided,
  ),
  /** All in one transaction, or nothing. */
  'import.write': workspaceCall(Nothing, Started),
  /** Forgets the file and everything about it. */
  'import.drop': workspaceCall(Nothing, Done),
  /** Newest first. */
  'import.list': workspaceCall(
    Nothing,
    z.strictObject({
      imports: z.array(
        z.strictObject({
          seq: Line,
          at: z.number().int(),
          rows: Count,
          skipped: Count,
          undone: z.strictObject({ at: z.number().int(), kept: Count }).nullable(),
        }),
      ),
    }),
  ),
  'import.undo': workspaceCall(z.strictObject({ seq: Line }), Started),
} as const
