/** The documents that travel in every backup, found beside the program: how to read it without this program. */

import { fileURLToPath } from 'node:url'
import { BACKUP_DOCUMENTS } from '../vault/backup/documents.ts'
import { readFileIfThere } from '../vault/folder/durable.ts'

export function backupDocuments(): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(
    Object.entries(BACKUP_DOCUMENTS).flatMap(([name, place]) => {
      const content = readFileIfThere(fileURLToPath(new URL(`../../${place}`, import.meta.url)))
      return content ? [[name, content]] : []
    }),
  )
}
