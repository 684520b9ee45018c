/** The documents that travel in every backup, found beside the program: how to read it without this program. */

import { fileURLToPath } from 'node:url'
import { readFileIfThere } from '../vault/folder/durable.ts'

/** Name in the backup → place in this repository or in the packaged program. */
const DOCUMENTS = { 'FORMAT.md': '../../docs/format.md' } as const

export function backupDocuments(): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(
    Object.entries(DOCUMENTS).flatMap(([name, place]) => {
      const content = readFileIfThere(fileURLToPath(new URL(place, import.meta.url)))
      return content ? [[name, content]] : []
    }),
  )
}
