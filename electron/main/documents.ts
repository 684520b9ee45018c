/** What travels in every backup so that it can be read without this program: the description of the format. */
import { join } from 'node:path'
import { BACKUP_DOCUMENTS } from '../vault/backup/documents.ts'
import { readFileIfThere } from '../vault/folder/durable.ts'

export function backupDocuments(appFolder: string): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(
    Object.entries(BACKUP_DOCUMENTS).flatMap(([name, place]) => {
      const content = readFileIfThere(join(appFolder, place))
      return content ? [[name, content]] : []
    }),
  )
}
