/** attach and export: files into the vault and out of it. */
import { accessSync, constants, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { EvidenceFile } from '../../../shared/contract/records.ts'
import { VaultError } from '../../../shared/errors.ts'
import { ObjectId, type RecordId } from '../../../shared/ids.ts'
import { MODEL } from '../../../shared/model/model.ts'
import { DEFAULT_GRADE } from '../../../shared/model/statement.ts'
import type { Progress } from '../../vault/objects/progress.ts'
import type { Workspace } from '../../vault/workspace.ts'
import { type Context, type VaultOptions, withWorkspace } from '../openWorkspace.ts'
import { checkOutFile } from '../outFile.ts'
import { recordId } from './recordCommands.ts'

export async function attach(
  files: readonly string[],
  options: VaultOptions & { readonly to: string },
  context: Context,
): Promise<void> {
  checkReadable(files)
  await withWorkspace(options, context, 'write', async (workspace) => {
    const to = recordId(options.to)
    const { evidence } = workspace
    let { record, make } = evidenceFor(workspace, to)
    for (const file of files) {
      const taking = {
        name: basename(file),
        onProgress: ({ done, total = 0 }: Progress) => context.output.progress(done, total),
        signal: context.signal,
      }
      let attached: EvidenceFile
      if (record) attached = await evidence.attachFile(record, file, taking)
      else ({ record, file: attached } = await evidence.attachToNew(make, file, taking))
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

/** Said before the first is taken in. Errors: `file_unreadable`. */
function checkReadable(files: readonly string[]): void {
  for (const file of files) {
    try {
      accessSync(file, constants.R_OK)
      if (statSync(file).isFile()) continue
    } catch {}
    throw new VaultError('file_unreadable')
  }
}

interface Destination {
  /** The record itself when it is evidence. */
  readonly record?: RecordId
  /** Otherwise how a new evidence record about the person or incident is made. */
  readonly make: () => RecordId
}

function evidenceFor(workspace: Workspace, id: RecordId): Destination {
  const { record } = workspace.records.get(id)
  if (record.kind === 'evidence') return { record: id, make: () => id }
  if (record.kind !== 'person' && record.kind !== 'incident')
    throw new VaultError('usage', { to: 'evidence, person or incident' })
  const field = LINKS[record.kind]
  const about = {
    ...{ field, value: id, source: null, grade: DEFAULT_GRADE, asOf: null },
    confidentiality: MODEL.evidence[field].confidentiality,
  }
  const change = { add: [about], retract: [], prefer: {} }
  return { make: () => workspace.records.create('evidence', change).id }
}

/** The copy that comes out is not encrypted any more. */
export async function exportObject(
  options: VaultOptions & { readonly object: string; readonly out: string },
  context: Context,
): Promise<void> {
  const object = ObjectId.safeParse(options.object)
  if (!object.success) throw new VaultError('usage', { object: 'not an id' })
  checkOutFile(options.out, options.vault)
  await withWorkspace(options, context, 'read', async (workspace) => {
    const sha256 = await workspace.evidence.exportObject(object.data, options.out, {
      onProgress: ({ done, total = 0 }) => context.output.progress(done, total),
      signal: context.signal,
    })
    context.output.result({ sha256 })
  })
}
