/**
 * Looks for bytes where a program may leave them: in the memory of its processes, through /proc/PID/mem, and in every
 * file below a folder, names and the targets of links included. Linux, as root or as the program's own user.
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { lstat, readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProgramProcess } from '../../support/electron/processes.ts'
import type { Needle } from './needles.ts'

export interface Found {
  readonly where: string
  readonly what: string
}

const PAGE = 4096
const CHUNK = 4 * 1024 * 1024
const SHORTEST = 4
/** Enough of each needle to see where it comes from. */
const MAX_HITS = 5

/** Takes what is found, until there is enough of one needle. */
function collector(): { found: Found[]; take: (where: string, what: string) => void } {
  const found: Found[] = []
  const counts = new Map<string, number>()
  return {
    found,
    take(where, what) {
      const count = (counts.get(what) ?? 0) + 1
      counts.set(what, count)
      if (count <= MAX_HITS) found.push({ where, what })
    },
  }
}

/** All needles at once: their first four bytes lead to the few that may stand at a place. */
class Finder {
  readonly #first = new Uint8Array(65_536)
  readonly #byStart = new Map<number, Needle[]>()
  readonly longest: number

  constructor(needles: readonly Needle[]) {
    this.longest = Math.max(...needles.map(({ bytes }) => bytes.length))
    for (const needle of needles) {
      if (needle.bytes.length < SHORTEST) throw new Error('a needle has four bytes at least')
      this.#first[needle.bytes.readUInt16LE(0)] = 1
      const start = needle.bytes.readUInt32LE(0)
      this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), needle])
    }
  }

  /** Labels of what stands in the first `length` bytes. */
  in(bytes: Buffer, length: number, found: (label: string, at: number) => void): void {
    const first = this.#first
    let before = bytes[0] ?? 0
    for (let at = 0; at < length - 1; at += 1) {
      const next = bytes[at + 1] as number
      if (first[before | (next << 8)] === 1 && at + SHORTEST <= length) {
        for (const needle of this.#byStart.get(bytes.readUInt32LE(at)) ?? []) {
          const end = at + needle.bytes.length
          if (end <= length && needle.bytes.equals(bytes.subarray(at, end))) found(needle.label, at)
        }
      }
      before = next
    }
  }
}

interface Region {
  readonly start: number
  readonly end: number
  readonly name: string
}

/**
 * The parts of a process's memory that can hold what it was given: all that is readable but the pages of files that
 * nobody wrote to, which are as they are on the disk.
 */
function regionsOf(pid: number): Region[] {
  const regions: Region[] = []
  const blocks = readFileSync(`/proc/${pid}/smaps`, 'utf8').split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)
  for (const block of blocks) {
    const [, from, to, modes = '', inode, path = ''] =
      /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ (\d+) *(.*)$/m.exec(block) ?? []
    if (from === undefined || to === undefined || !modes.startsWith('r')) continue
    if (path === '[vvar]' || path === '[vsyscall]' || path === '[vdso]') continue
    const kilobytes = (name: string) =>
      Number(new RegExp(`^${name}: +(\\d+)`, 'm').exec(block)?.[1] ?? 0)
    const shared = /^(\/memfd:|\/dev\/shm|\/dev\/zero|\/SYSV)|\(deleted\)$/.test(path)
    const ofFile = inode !== '0' && !shared
    if (ofFile && kilobytes('Anonymous') === 0) continue
    if (kilobytes('Rss') + kilobytes('Swap') === 0) continue
    regions.push({ start: Number.parseInt(from, 16), end: Number.parseInt(to, 16), name: path })
  }
  return regions
}

/** Runs of pages that are there: the rest of a region was never written to. */
function* presentRuns(pagemap: number, { start, end }: Region): Generator<[number, number]> {
  const entries = Buffer.alloc(64 * 1024)
  let run: number | undefined
  for (let at = start; at < end; ) {
    const wanted = Math.min(entries.length, ((end - at) / PAGE) * 8)
    const got = readSync(pagemap, entries, 0, wanted, (at / PAGE) * 8)
    if (got <= 0) break
    for (let offset = 0; offset < got; offset += 8, at += PAGE) {
      // Present, or in swap.
      const there = ((entries[offset + 7] as number) & 0xc0) !== 0
      if (there) run ??= at
      else if (run !== undefined) {
        yield [run, at]
        run = undefined
      }
    }
  }
  if (run !== undefined) yield [run, end]
}

/** Scanned bytes are counted, so that a test can tell that it looked at something. */
export interface MemoryScan {
  readonly found: readonly Found[]
  readonly bytes: number
  readonly processes: number
}

export function scanMemory(
  processes: readonly ProgramProcess[],
  needles: readonly Needle[],
): MemoryScan {
  const finder = new Finder(needles)
  const buffer = Buffer.alloc(CHUNK + finder.longest)
  const { found, take } = collector()
  let bytes = 0
  for (const { pid, type } of processes) {
    const memory = openSync(`/proc/${pid}/mem`, 'r')
    const pagemap = openSync(`/proc/${pid}/pagemap`, 'r')
    try {
      for (const region of regionsOf(pid)) {
        for (const [from, to] of presentRuns(pagemap, region)) {
          for (let at = from; at < to; at += CHUNK) {
            const length = readAt(memory, buffer, at, Math.min(to - at, CHUNK + finder.longest - 1))
            bytes += Math.min(length, CHUNK)
            const where = `${type} ${pid} ${region.name || 'anonymous'}`
            finder.in(buffer, length, (what, offset) =>
              take(`${where} +${(at + offset - region.start).toString(16)}`, what),
            )
          }
        }
      }
    } finally {
      closeSync(memory)
      closeSync(pagemap)
    }
  }
  return { found, bytes, processes: processes.length }
}

/** A page that goes while it is read, or that no reader gets, counts as empty. */
function readAt(memory: number, buffer: Buffer, at: number, length: number): number {
  try {
    return readSync(memory, buffer, 0, length, at)
  } catch {
    if (length <= PAGE) return 0
    let read = 0
    for (let offset = 0; offset < length; offset += PAGE) {
      const size = Math.min(PAGE, length - offset)
      try {
        readSync(memory, buffer, offset, size, at + offset)
      } catch {
        buffer.fill(0, offset, offset + size)
      }
      read = offset + size
    }
    return read
  }
}

/** Every file below the folders. */
export async function scanFiles(
  folders: readonly string[],
  needles: readonly Needle[],
): Promise<{ readonly found: readonly Found[]; readonly files: number }> {
  const finder = new Finder(needles)
  const { found, take } = collector()
  let files = 0
  const look = (where: string, bytes: Buffer) =>
    finder.in(bytes, bytes.length, (what, at) => take(`${where} +${at}`, what))
  for (const folder of folders) {
    for (const path of await everythingBelow(folder)) {
      const stat = await lstat(path).catch(() => undefined)
      look(`the name of ${path}`, Buffer.from(path))
      if (stat?.isSymbolicLink()) look(path, Buffer.from(await readlink(path)))
      if (!stat?.isFile()) continue
      files += 1
      look(path, await readFile(path))
    }
  }
  return { found, files }
}

/** Paths of all files, folders and links below a folder, but those that `left` names. */
export async function everythingBelow(
  folder: string,
  left: (path: string) => boolean = () => false,
): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name)
    if (left(path)) continue
    found.push(path)
    if (entry.isDirectory()) found.push(...(await everythingBelow(path, left)))
  }
  return found
}
