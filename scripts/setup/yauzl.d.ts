// The part of yauzl (which has no types of its own) that unpacking the stand-in uses.
declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  interface Entry {
    readonly fileName: string
    readonly externalFileAttributes: number
  }
  interface ZipFile {
    eachEntry(): AsyncIterable<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
  }
  function openPromise(path: string): Promise<ZipFile>
}
