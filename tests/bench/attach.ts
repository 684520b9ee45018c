/**
 * How long one large file takes to attach, beside what `age` takes to encrypt the same file for one
 * recipient, measured alternately in the same run. An attach also takes two SHA-256 and is on the disk when it
 * ends; age leaves that to the system. So there are two rows: beside age as it is, and beside age with an fsync
 * of what it wrote. The note says how long this disk takes to write and fsync as many bytes and nothing else:
 * where that alone is above the limit, no program that flushes can be below it. The time begins when a file was
 * chosen: the threads were started with the dialog. Both are programs as they are shipped, and each begins
 * with nothing left to be written by what ran before.
 */
import { execFileSync } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SodiumBuild } from '../../electron/vault/crypto/sodium.ts'
import { bundled } from './support/bundled.ts'
import { type BenchRow, median, row } from './support/row.ts'

export interface AttachBenchOptions {
  /** A folder on a disk (not in memory), with room for four times `bytes`. */
  readonly folder?: string
  readonly bytes?: number
  readonly runs?: number
  readonly build?: SodiumBuild
}

const GIB = 2 ** 30
const LIMIT = 1.3
/** Peak of the whole process; docs/format.md gives it. */
const MOST_MEMORY_MB = 250

/** Needs `age` and `age-keygen` on the path. */
export async function attachBench(options: AttachBenchOptions = {}): Promise<BenchRow[]> {
  const { folder = tmpdir(), bytes = GIB, runs = 9, build = 'native' } = options
  const work = mkdtempSync(join(folder, 'emanet-bench-'))
  try {
    const source = join(work, 'source')
    mkdirSync(join(work, 'vault'))
    writeRandomFile(source, bytes)
    const recipient = ageRecipient(work)
    const program = await bundled('attachOnce')
    const ages: Age[] = []
    const attaches: Attach[] = []
    const disks: number[] = []
    for (let run = 0; run < runs; run += 1) {
      synced()
      ages.push(runAge(recipient, source, join(work, 'source.age')))
      synced()
      attaches.push(runAttach(program, [join(work, 'vault'), source, build]))
      synced()
      disks.push(writeZeros(join(work, 'zeros'), bytes))
    }
    const ours = median(attaches.map(({ ms }) => ms))
    const alone = median(ages.map((age) => age.alone))
    const peak = Math.max(...attaches.map(({ peakMemoryMB }) => peakMemoryMB))
    const flushed = median(ages.map((age) => age.flushed))
    const cpu = median(attaches.map(({ cpuMs }) => cpuMs)) / (bytes / GIB)
    const disk = median(disks)
    const note = [
      `${cpu.toFixed(0)} ms of processor per GiB`,
      `this disk alone ${disk.toFixed(0)} ms (${(disk / alone).toFixed(2)}×)`,
    ].join(', ')
    const name = `attach ${(bytes / GIB).toFixed(2)} GiB (${build})`
    return [
      row(name, ours, 'age -r', alone, LIMIT, note),
      row('the same, both on the disk', ours, 'age -r, fsync', flushed, LIMIT),
      { ...row('the same, memory', peak, 'limit', MOST_MEMORY_MB, 1), unit: 'MB' },
    ]
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

interface Attach {
  readonly ms: number
  readonly cpuMs: number
  readonly peakMemoryMB: number
}

function runAttach(program: string, given: readonly string[]): Attach {
  const said = execFileSync(process.execPath, [program, ...given], { encoding: 'utf8' })
  return JSON.parse(said) as Attach
}

/** Milliseconds until age ended, and until what it wrote was on the disk. */
interface Age {
  readonly alone: number
  readonly flushed: number
}

function runAge(recipient: string, source: string, target: string): Age {
  const start = performance.now()
  execFileSync('age', ['-r', recipient, '-o', target, source])
  const alone = performance.now() - start
  const file = openSync(target, 'r+')
  fsyncSync(file)
  closeSync(file)
  const flushed = performance.now() - start
  rmSync(target)
  return { alone, flushed }
}

/** Milliseconds to write so many bytes and have them on the disk: what no program can be below. */
function writeZeros(path: string, bytes: number): number {
  const piece = Buffer.alloc(4 << 20)
  const start = performance.now()
  writePieces(path, bytes, piece, () => {})
  const took = performance.now() - start
  rmSync(path)
  return took
}

const synced = () => execFileSync('sync')

function ageRecipient(folder: string): string {
  const identity = join(folder, 'identity')
  execFileSync('age-keygen', ['-o', identity], { stdio: 'pipe' })
  return execFileSync('age-keygen', ['-y', identity], { encoding: 'utf8' }).trim()
}

function writeRandomFile(path: string, bytes: number): void {
  const piece = Buffer.alloc(4 << 20)
  writePieces(path, bytes, piece, () => randomFillSync(piece))
}

function writePieces(path: string, bytes: number, piece: Buffer, fill: () => void): void {
  const file = openSync(path, 'w')
  for (let written = 0; written < bytes; written += piece.length) {
    fill()
    writeSync(file, piece, 0, Math.min(piece.length, bytes - written))
  }
  fsyncSync(file)
  closeSync(file)
}
