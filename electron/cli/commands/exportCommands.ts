/** export: one file of the vault, or a list as a table after the check that dossiers go through. What comes out is not encrypted. */
import { ExportRequest } from '../../../shared/contract/exports.ts'
import { VaultError } from '../../../shared/errors.ts'
import { type Context, type VaultOptions, withWorkspace } from '../openWorkspace.ts'
import { checkOutFile } from '../outFile.ts'
import { type OpeningOptions, openCustody } from './custodyCommands.ts'
import { exportObject } from './evidenceCommands.ts'

export interface ExportOptions extends VaultOptions, OpeningOptions {
  readonly object?: string
  readonly list?: string
  readonly figures?: boolean
  readonly query: string
  readonly filter: readonly string[]
  readonly columns: string
  readonly format?: string
  readonly delimiter?: string
  readonly audience: string
  readonly lang: string
  readonly out: string
}

/** Errors: `usage` unless exactly one thing is asked for. */
export async function exportFile(options: ExportOptions, context: Context): Promise<void> {
  const { object, list, figures, out } = options
  if ([object, list, figures].filter((each) => each !== undefined).length !== 1)
    throw new VaultError('usage', { export: 'one of --object, --list and --figures' })
  if (object !== undefined) return exportObject({ ...options, object, out }, context)
  await exportTable(request(options), options, context)
}

function request(options: ExportOptions): ExportRequest {
  const { list: kind, figures, query, columns, delimiter, out } = options
  const filter = filterOf(options.filter)
  const parsed = ExportRequest.safeParse({
    subject: figures ? { of: 'figures' } : { of: 'list', kind, query, columns, filter },
    reader: options.audience,
    language: options.lang,
    format: options.format ?? (out.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv'),
    ...(delimiter === undefined ? {} : { delimiter }),
  })
  if (parsed.success) return parsed.data
  const field = parsed.error.issues[0]?.path.at(-1)
  throw new VaultError('usage', { export: typeof field === 'string' ? field : 'unknown' })
}

/** `status=remand` → {status: 'remand'} */
const filterOf = (texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf('=')
      if (at < 1) throw new VaultError('usage', { filter: 'field=value' })
      return [text.slice(0, at), text.slice(at + 1)]
    }),
  )

async function exportTable(
  wanted: ExportRequest,
  options: ExportOptions,
  context: Context,
): Promise<void> {
  checkOutFile(options.out, options.vault)
  await withWorkspace(options, context, 'write', async (workspace) => {
    await openCustody(options, workspace.vault)
    const exported = await workspace.exports.write(wanted, options.out, {
      onProgress: context.output.progress,
      signal: context.signal,
    })
    const { sha256, rows, columns, leftOut, shortened, untold, record } = exported
    context.output.result({
      ...{ sha256, rows, columns },
      leftOut: leftOut.map(({ field, heading, why, cells, whole }) => ({
        ...{ field, heading, why, cells, whole },
      })),
      ...{ shortened, untold, record },
    })
  })
}
