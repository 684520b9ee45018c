/** attach and export: files into the vault and out of it. */
import { basename } from 'node:path'
import { VaultError } from '../../../shared/errors.ts'
import { ObjectId } from '../../../shared/ids.ts'
import { type Context, type VaultOptions, withWorkspace } from '../openWorkspace.ts'
import { recordId } from './recordCommands.ts'

export async function attach(
  files: readonly string[],
  options: VaultOptions & { readonly to: string },
  context: Context,
): Promise<void> {
  const record = recordId(options.to)
  await withWorkspace(options, context, 'write', async (workspace) => {
    for (const file of files) {
      const attached = await workspace.evidence.attachFile(record, file, {
        name: basename(file),
        onProgress: context.output.progress,
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

/** The copy that comes out is not encrypted any more. */
export async function exportObject(
  options: VaultOptions & { readonly object: string; readonly out: string },
  context: Context,
): Promise<void> {
  const object = ObjectId.safeParse(options.object)
  if (!object.success) throw new VaultError('usage', { object: 'not an id' })
  await withWorkspace(options, context, 'read', async (workspace) => {
    const sha256 = await workspace.evidence.exportObject(object.data, options.out, {
      onProgress: context.output.progress,
      signal: context.signal,
    })
    context.output.result({ sha256 })
  })
}
