/** attach and export: files into the vault and out of it. */
import { basename } from 'node:path'
import { VaultError } from '../../../shared/errors.ts'
import { ObjectId, type RecordId } from '../../../shared/ids.ts'
import { MODEL } from '../../../shared/model/model.ts'
import { DEFAULT_GRADE } from '../../../shared/model/statement.ts'
import type { Workspace } from '../../vault/workspace.ts'
import { type Context, type VaultOptions, withWorkspace } from '../openWorkspace.ts'
import { recordId } from './recordCommands.ts'

export async function attach(
  files: readonly string[],
  options: VaultOptions & { readonly to: string },
  context: Context,
): Promise<void> {
  await withWorkspace(options, context, 'write', async (workspace) => {
    const record = evidenceFor(workspace, recordId(options.to))
    for (const file of files) {
      const attached = await workspace.evidence.attachFile(record, file, {
        name: basename(file),
        onProgress: ({ done, total = 0 }) => context.output.progress(done, total),
        signal: context.signal,
      })
      context.output.row({
        objectId: attached.objectId,
        sha256: attached.sha256,
        size: attached.size,
      })
    }
  })
}

/** The field of an evidence record that points to a record of a kind. */
const LINKS = { person: 'about', incident: 'incidents' } as const

/** The record itself when it is evidence; otherwise a new evidence record about the person or incident. */
function evidenceFor(workspace: Workspace, id: RecordId): RecordId {
  const { record } = workspace.records.get(id)
  if (record.kind === 'evidence') return id
  if (record.kind !== 'person' && record.kind !== 'incident')
    throw new VaultError('usage', { to: 'evidence, person or incident' })
  const field = LINKS[record.kind]
  return workspace.records.create('evidence', {
    add: [
      {
        field,
        value: id,
        source: null,
        grade: DEFAULT_GRADE,
        asOf: null,
        confidentiality: MODEL.evidence[field].confidentiality,
      },
    ],
    retract: [],
    prefer: {},
  }).id
}

/** The copy that comes out is not encrypted any more. */
export async function exportObject(
  options: VaultOptions & { readonly object: string; readonly out: string },
  context: Context,
): Promise<void> {
  const object = ObjectId.safeParse(options.object)
  if (!object.success) throw new VaultError('usage', { object: 'not an id' })
  await withWorkspace(options, context, 'read', async (workspace) => {
    const sha256 = await workspace.evidence.exportObject(object.data, options.out, {
      onProgress: ({ done, total = 0 }) => context.output.progress(done, total),
      signal: context.signal,
    })
    context.output.result({ sha256 })
  })
}
