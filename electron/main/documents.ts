/** What travels in every backup so that it can be read without this program: the description of the format. */
import { join } from 'node:path'
import { readFileIfThere } from '../vault/folder/durable.ts'

/** Name in the backup → place beside the program. */
const DOCUMENTS = { 'FORMAT.md': 'docs/format.md' } as const

export function backupDocuments(appFolder: string): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(
    Object.entries(DOCUMENTS).flatMap(([name, place]) => {
      const content = readFileIfThere(join(appFolder, place))
      return content ? [[name, content]] : []
    }),
  )
}
