/** Calls that take lists and figures out of the vault as tables, after the check that dossiers go through. */
import { z } from 'zod'
import { TABLE_READERS } from '../dossier/audience.ts'
import { CONSENT_GAPS } from '../dossier/document.ts'
import { LANGUAGES } from '../i18n/languages.ts'
import { RecordId } from '../ids.ts'
import { workspaceCall } from './define.ts'
import { OpenKindName } from './records.ts'
import { SearchFilter } from './search.ts'
import { StartedJob } from './work.ts'

export const TABLE_FORMATS = ['csv', 'xlsx'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]
export const DELIMITERS = ['comma', 'semicolon', 'tab'] as const
export type Delimiter = (typeof DELIMITERS)[number]
const COLUMN_SETS = ['listed', 'all'] as const

/** What is exported: a list as it is narrowed and sorted (for readers outside by what is in the table), what a search found, or the figures. */
export const ExportSubject = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('list'),
    kind: OpenKindName,
    query: z.string().max(200).default(''),
    filter: z.record(z.string().max(64), z.string().max(200)).default({}),
    stale: z.boolean().optional(),
    sort: z.strictObject({ by: z.string().max(64), descending: z.boolean() }).optional(),
    /** The columns that the list shows, or every field of the kind. */
    columns: z.enum(COLUMN_SETS).default('listed'),
  }),
  z.strictObject({
    of: z.literal('search'),
    query: z.string().max(200),
    filters: z.array(SearchFilter).max(20).default([]),
    exact: z.boolean().default(false),
    all: z.boolean().default(false),
  }),
  z.strictObject({ of: z.literal('figures') }),
])
export type ExportSubject = z.infer<typeof ExportSubject>

export const ExportRequest = z.strictObject({
  subject: ExportSubject,
  reader: z.enum(TABLE_READERS),
  /** Of the headings and of values that are no free text. */
  language: z.enum(LANGUAGES),
  format: z.enum(TABLE_FORMATS),
  /** Of CSV alone. */
  delimiter: z.enum(DELIMITERS).default('comma'),
})
export type ExportRequest = z.infer<typeof ExportRequest>

const Count = z.number().int().min(0)

/** What of a column is not in the table, and why. */
const LeftOut = z.strictObject({
  field: z.string(),
  heading: z.string(),
  why: z.enum([
    'audience',
    'confidentiality',
    'no_consent',
    'generalised',
    'not_public',
    'small_group',
  ]),
  /** With `no_consent`, where one thing is missing in all of them. */
  missing: z.enum(CONSENT_GAPS).optional(),
  /** Cells that hold something in the vault and nothing, or something rougher, in the table. */
  cells: Count,
  /** The table has no such column at all. */
  whole: z.boolean(),
})
export type LeftOut = z.infer<typeof LeftOut>

export const ExportPreview = z.strictObject({
  rows: Count,
  columns: z.array(z.string()),
  /** The first rows as they would be written; none where something protected stands in any. */
  sample: z.array(z.array(z.string())),
  leftOut: z.array(LeftOut),
  /** Where something protected stands: with one of these nothing is written. What it is, is not said. */
  leaks: z.array(
    z.strictObject({ record: RecordId.nullable(), title: z.string(), heading: z.string() }),
  ),
  leakCount: Count,
  /** Identities of witnesses that could not be searched for: with one of these nothing is written either. */
  closedIdentities: Count,
  /**
   * Records of the list that are not in the table: they are in the list by something that the reader may not be told, and a
   * row would say it. With no row left nothing is written.
   */
  untold: Count,
  /** Cells that are cut, because a cell of a workbook holds no more than 32,767 characters. */
  shortened: Count,
})
export type ExportPreview = z.infer<typeof ExportPreview>

export const exportCalls = {
  'export.preview': workspaceCall(ExportRequest, ExportPreview),
  /** Writes the table where main's dialog says, as a job; `null` when the dialog was cancelled. */
  'export.write': workspaceCall(ExportRequest, StartedJob),
} as const
