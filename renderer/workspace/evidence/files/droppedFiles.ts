/**
 * The files of a drop, those in dropped folders too. Only the plain File and entry interfaces are used: handles of
 * the file system would ask for a permission, and the program gives none.
 */

/** A folder in a folder in a folder…: beyond this somebody dropped a disk. */
const DEEPEST = 20

interface DropLike {
  readonly type: string
  readonly dataTransfer?: DataTransfer | null
}

/** While something is only dragged over, what it is stays hidden: the items alone say that it is files. */
export async function filesOfDrop(event: unknown): Promise<Array<File | DataTransferItem>> {
  const { type, dataTransfer } = event as DropLike
  if (!dataTransfer) return []
  const items = [...dataTransfer.items].filter(({ kind }) => kind === 'file')
  if (type !== 'drop') return items
  // Everything is asked of the items at once: after the first wait they are empty.
  const found = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const files: File[] = []
  for (const { entry, file } of found) {
    if (entry?.isDirectory) files.push(...(await filesBelow(entry, 1)))
    else if (file) files.push(file)
  }
  return files
}

async function filesBelow(entry: FileSystemEntry, depth: number): Promise<File[]> {
  if (isFile(entry))
    return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))]
  if (!isFolder(entry) || depth > DEEPEST) return []
  const files: File[] = []
  for (const inner of await contentOf(entry)) files.push(...(await filesBelow(inner, depth + 1)))
  return files
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** A reader gives a hundred at a time, and none when it is done. */
async function contentOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}
