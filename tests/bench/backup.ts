/**
 * A backup of 2 GiB in 400 objects beside `cp -a` of the same folder, and a second backup with no change. Ours is on
 * the disk when it ends; cp leaves that to the system, so what it takes with a sync stands in the note.
 */
import { execFileSync } from 'node:child_process'
import { createHash, randomFillSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { objectPath } from '../../electron/vault/folder/layout.ts'
import { encodeHeader, HEADER_BYTES } from '../../electron/vault/objects/format.ts'
import { makeTestVault } from '../support/testVault.ts'
import { bundled } from './support/bundled.ts'
import { type BenchRow, median, row, timed } from './support/row.ts'

const OBJECTS = 400
const OBJECT_BYTES = 2 ** 31 / OBJECTS
const ROUNDS = 3

export async function backupBench(): Promise<BenchRow[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'emanet-bench-backup-'))
  try {
    const sodium = await loadSodium()
    const vaultFolder = path.join(root, 'A.emanet')
    ;(await makeTestVault(vaultFolder, sodium)).vault.close()
    const bytes = randomFillSync(Buffer.alloc(Math.floor(OBJECT_BYTES)))
    encodeHeader().copy(bytes)
    for (let index = 0; index < OBJECTS; index += 1) {
      bytes.writeUInt32LE(index, HEADER_BYTES)
      const file = objectPath(vaultFolder, createHash('sha256').update(bytes).digest('hex'))
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, bytes)
    }
    execFileSync('sync')

    const program = await bundled('backupOnce')
    const copy = path.join(root, 'copy')
    const to = path.join(root, 'backup')
    const copies: Copy[] = []
    const ours: Backup[] = []
    const again: Backup[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      copies.push(await runCopy(vaultFolder, copy))
      emptied(copy)
      ours.push(runBackup(program, vaultFolder, to, OBJECTS))
      again.push(runBackup(program, vaultFolder, to, 0))
      emptied(to)
    }
    const ms = median(ours.map((each) => each.ms))
    const alone = median(copies.map((each) => each.alone))
    const flushed = median(copies.map((each) => each.flushed))
    const note = [
      'ours checks every hash and flushes every file',
      `cp -a && sync ${flushed.toFixed(0)} ms (${(ms / flushed).toFixed(2)}×)`,
      `peak memory ${Math.max(...ours.map((each) => each.peakMemoryMB)).toFixed(0)} MB`,
    ].join(', ')
    return [
      row('backup of 2 GiB in 400 objects', ms, 'cp -a', alone, 2, note),
      row('the same again with no change', median(again.map((each) => each.ms)), 'limit', 300, 1),
    ]
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

interface Backup {
  readonly ms: number
  readonly copiedObjects: number
  readonly peakMemoryMB: number
}

function runBackup(program: string, vault: string, to: string, expected: number): Backup {
  const said = execFileSync(process.execPath, [program, vault, to], { encoding: 'utf8' })
  const backup = JSON.parse(said) as Backup
  if (backup.copiedObjects !== expected) throw new Error('the backup is not the one expected')
  return backup
}

/** Milliseconds until cp ended, and until what it wrote was on the disk. */
interface Copy {
  readonly alone: number
  readonly flushed: number
}

async function runCopy(from: string, to: string): Promise<Copy> {
  const alone = await timed(() => execFileSync('cp', ['-a', from, to]))
  return { alone, flushed: alone + (await timed(() => execFileSync('sync'))) }
}

/** Nothing of one measurement is left to be written in the next. */
function emptied(folder: string): void {
  rmSync(folder, { recursive: true })
  execFileSync('sync')
}
