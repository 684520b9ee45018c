/** dossier: the guarded document for an audience, as a PDF whose name says nothing about anybody. */
import { join } from 'node:path'
import { DossierRequest } from '../../../shared/dossier/document.ts'
import { VaultError } from '../../../shared/errors.ts'
import { makeFolder } from '../../vault/folder/durable.ts'
import { type Context, type VaultOptions, withWorkspace } from '../openWorkspace.ts'
import { checkOutFolder } from '../outFile.ts'
import { type OpeningOptions, openCustody } from './custodyCommands.ts'

export interface DossierOptions extends VaultOptions, OpeningOptions {
  readonly audience: string
  readonly people: string
  readonly lang: string
  readonly out: string
  readonly recipient: string
  readonly listNumber: string
}

export async function dossier(options: DossierOptions, context: Context): Promise<void> {
  const request = DossierRequest.safeParse({
    audience: options.audience,
    language: options.lang,
    people: options.people.split(',').map((id) => id.trim()),
    recipient: options.recipient,
    listNumber: options.listNumber,
  })
  if (!request.success) throw new VaultError('usage', { dossier: 'audience, people or lang' })
  checkOutFolder(options.out, options.vault)
  await withWorkspace(options, context, 'write', async (workspace) => {
    await openCustody(options, workspace.vault)
    const fileName = (sha256: string) => `dossier-${sha256.slice(0, 12)}.pdf`
    const { dossier, sha256 } = await workspace.dossiers.issue(request.data, (pdf, hash) => {
      makeFolder(options.out)
      return workspace.leaving.stage(join(options.out, fileName(hash)), pdf)
    })
    context.output.result({ dossier, sha256, file: fileName(sha256) })
  })
}
