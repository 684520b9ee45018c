/** import, import-undo: lists of people into the vault, and one of them out again. */
import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import { VaultError } from '../../../shared/errors.ts'
import { lowerCase } from '../../vault/import/caseless.ts'
import type { ColumnMap, KnownColumns } from '../../vault/import/columns.ts'
import type { DoubtfulRow } from '../../vault/import/importDraft.ts'
import type { ImportSession } from '../../vault/import/importService.ts'
import { TABLE_LIMITS } from '../../vault/import/limits.ts'
import { LONGEST } from '../../vault/import/readPerson.ts'
import { DATE_ORDERS } from '../../vault/import/values.ts'
import { type Context, type VaultOptions, withWorkspace } from '../openWorkspace.ts'
import { readText } from '../textFile.ts'

const PAGE = 1000
/** What is done with rows that are the same person as somebody, by `--duplicates`. */
const DUPLICATES = { new: 'new', add: 'add', skip: 'leave' } as const

interface ImportOptions extends VaultOptions {
  readonly map?: string
  readonly sheet: string
  readonly dates?: string
  readonly source?: string
  readonly duplicates: string
}

export async function importFile(
  file: string,
  options: ImportOptions,
  context: Context,
): Promise<void> {
  const named = options.map === undefined ? new Map<string, string>() : readMap(options.map)
  const sheet = Number(options.sheet) - 1
  const order = DATE_ORDERS.find((each) => each === options.dates)
  const same = Object.entries(DUPLICATES).find(([name]) => name === options.duplicates)?.[1]
  if (!Number.isInteger(sheet) || sheet < 0) throw new VaultError('usage', { sheet: 'from 1' })
  if (options.dates !== undefined && !order) throw new VaultError('usage', { dates: 'dmy or mdy' })
  if ((options.source?.length ?? 0) > LONGEST.source)
    throw new VaultError('usage', { source: 'too long' })
  if (!same) throw new VaultError('usage', { duplicates: 'new, add or skip' })
  const bytes = readInput(file)
  const { signal } = context
  // Once written it is in the vault, and said to be: whoever stops it later takes it back.
  const watched = { signal, onProgress: context.output.progress }
  await withWorkspace(options, context, 'write', async ({ imports }) => {
    if (signal.aborted) throw new VaultError('cancelled')
    const session = await imports.begin(bytes, sheet)
    try {
      const { columns } = session.preview
      checkMap(named, session.columns)
      const map = mapOf(columns, named, session.columns)
      await session.read(map, { order, source: options.source })
      // Who says what becomes of duplicates says it of those that were decided before as well.
      await session.compare({ useSaid: same === 'add', signal })
      const rows = await all((at) => session.doubtfulRows(at, PAGE))
      await session.decideOthers('same', same)
      await session.decideOthers('possible', 'new')
      const report = await session.write(watched)
      const unknownColumns = columns.filter((_, place) => map[place] === null)
      for (const column of unknownColumns) context.output.say(`unknown column: ${column}`)
      context.output.result({
        imported: report.imported,
        skipped: [...(await skippedOf(session)), ...(same === 'leave' ? leftOut(rows) : [])],
        unknownColumns,
        duplicates: rows.map(duplicateLine),
        import: report.seq,
      })
    } finally {
      session.close()
    }
  })
}

export async function undoImport(
  seq: string,
  options: VaultOptions,
  context: Context,
): Promise<void> {
  const number = Number(seq)
  if (!Number.isInteger(number) || number < 1) throw new VaultError('usage', { import: 'a number' })
  await withWorkspace(options, context, 'write', async ({ imports }) => {
    context.output.result({ ...(await imports.undo(number, { signal: context.signal })) })
  })
}

function readInput(file: string): Uint8Array {
  try {
    if (statSync(file).size > TABLE_LIMITS.fileBytes) throw new VaultError('too_large')
    return readFileSync(file)
  } catch (error) {
    throw error instanceof VaultError ? error : new VaultError('file_unreadable')
  }
}

/** A JSON object: column of the file → column of the import. */
function readMap(file: string): Map<string, string> {
  try {
    const map = z.record(z.string(), z.string()).parse(JSON.parse(readText(file)))
    return new Map(Object.entries(map).map(([from, to]) => [lowerCase(from.trim()), to]))
  } catch {
    throw new VaultError('usage', { map: 'unreadable' })
  }
}

/** A slip in the name of one of ours would leave its column out. Errors: `usage`. */
function checkMap(named: ReadonlyMap<string, string>, known: KnownColumns): void {
  for (const to of named.values())
    if (!known.names.includes(to)) throw new VaultError('usage', { map: 'unknown column' })
}

/** Columns by their documented names, and those that the map names. */
const mapOf = (
  columns: readonly string[],
  named: ReadonlyMap<string, string>,
  known: KnownColumns,
): ColumnMap =>
  columns.map((column) => {
    const wanted = named.get(column) ?? column
    return known.names.includes(wanted) ? wanted : null
  })

async function all<Row>(page: (offset: number) => Promise<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    const some = await page(rows.length)
    rows.push(...some)
    if (some.length < PAGE) return rows
  }
}

async function skippedOf(session: ImportSession) {
  const rows = await all((at) => session.skippedRows(at, PAGE))
  return rows.map(({ line, column, problem, value }) => ({
    row: line,
    reason: column === null ? problem : `${column}: ${problem}`,
    value,
  }))
}

const leftOut = (rows: readonly DoubtfulRow[]) =>
  rows
    .filter(({ candidates }) => candidates[0]?.verdict === 'same')
    .map(({ line }) => ({ row: line, reason: 'duplicate' }))

function duplicateLine({ line, candidates }: DoubtfulRow) {
  const [best] = candidates
  const to = best?.to
  return {
    row: line,
    verdict: best?.verdict,
    ...(to && 'record' in to ? { id: to.record } : { ofRow: to?.line }),
    reasons: best?.reasons,
  }
}
