/**
 * Names for damaged evidence files. A report names an object by its ciphertext only, so the evidence of the open
 * vault is gone through until all are found. A file of another vault stays without a name.
 */
import { useQuery } from '@tanstack/react-query'
import type { RecordId } from '../../../shared/ids.ts'
import { ask } from '../../shared/bridge/client.ts'

export interface NamedFile {
  readonly name: string
  readonly record: RecordId
  readonly title: string
}

const PAGE = 500
const NONE: ReadonlyMap<string, NamedFile> = new Map()

async function findFileNames(objects: readonly string[]): Promise<ReadonlyMap<string, NamedFile>> {
  const wanted = new Set(objects)
  const found = new Map<string, NamedFile>()
  for (let offset = 0; found.size < wanted.size; offset += PAGE) {
    const { rows, total } = await ask('records.list', { kind: 'evidence', offset, limit: PAGE })
    for (const { id, title } of rows) {
      const { files } = await ask('evidence.files', { record: id })
      for (const { objectId, name } of files) {
        if (wanted.has(objectId)) found.set(objectId, { name, record: id, title })
      }
    }
    if (offset + PAGE >= total) break
  }
  return found
}

export function useFileNames(objects: readonly string[]): ReadonlyMap<string, NamedFile> {
  const { data } = useQuery({
    queryKey: ['backup.fileNames', objects],
    queryFn: () => findFileNames(objects),
    enabled: objects.length > 0,
  })
  return data ?? NONE
}
