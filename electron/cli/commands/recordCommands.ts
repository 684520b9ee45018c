/** list, search, history: people and everything about them, as lines. */
import type { z } from 'zod'
import { OpenKindName } from '../../../shared/contract/records.ts'
import { VaultError } from '../../../shared/errors.ts'
import { RecordId } from '../../../shared/ids.ts'
import type { Workspace } from '../../vault/workspace.ts'
import { type Context, type VaultOptions, withWorkspace } from '../openWorkspace.ts'

const PAGE = 1000

function* allRows(workspace: Workspace, kind: z.infer<typeof OpenKindName>) {
  for (let offset = 0; ; offset += PAGE) {
    const page = workspace.records.list({ kind, query: '', filter: {}, offset, limit: PAGE })
    yield* page.rows
    if (offset + PAGE >= page.total) return
  }
}

export async function list(kind: string, options: VaultOptions, context: Context): Promise<void> {
  const parsed = OpenKindName.safeParse(kind)
  if (!parsed.success) throw new VaultError('usage', { kind: 'unknown' })
  await withWorkspace(options, context, 'read', (workspace) => {
    for (const row of allRows(workspace, parsed.data))
      context.output.row({ id: row.id, title: row.title, ...row.values })
  })
}

export async function search(
  query: string,
  options: VaultOptions & { readonly limit: string; readonly exact?: boolean },
  context: Context,
): Promise<void> {
  const limit = Number(options.limit)
  if (!Number.isInteger(limit) || limit < 1 || limit > 200)
    throw new VaultError('usage', { limit: '1 to 200' })
  await withWorkspace(options, context, 'read', (workspace) => {
    for (const hit of workspace.search.query(query, limit, options.exact))
      context.output.row({ id: hit.id, kind: hit.kind, title: hit.title, reasons: hit.reasons })
  })
}

export async function history(
  record: string,
  options: VaultOptions,
  context: Context,
): Promise<void> {
  const id = recordId(record)
  await withWorkspace(options, context, 'read', (workspace) => {
    for (const entry of workspace.records.history(id)) context.output.row({ ...entry })
  })
}

export function recordId(text: string): RecordId {
  const parsed = RecordId.safeParse(text)
  if (!parsed.success) throw new VaultError('usage', { record: 'not an id' })
  return parsed.data
}
