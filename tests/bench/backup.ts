/** A backup of 2 GiB in 400 objects beside `cp -a` of the same folder, and a second backup with no change. */
import { execFileSync } from 'node:child_process'
import { createHash, randomFillSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeBackup } from '../../electron/vault/backup/makeBackup.ts'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { objectPath } from '../../electron/vault/folder/layout.ts'
import { encodeHeader, HEADER_BYTES } from '../../electron/vault/objects/format.ts'
import { makeTestVault } from '../support/testVault.ts'
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

    const ours: number[] = []
    const copies: number[] = []
    const again: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const copy = path.join(root, 'copy')
      copies.push(await timed(() => execFileSync('cp', ['-a', vaultFolder, copy])))
      rmSync(copy, { recursive: true })
      execFileSync('sync')

      const to = path.join(root, 'backup')
      ours.push(await timed(() => makeBackup({ vaultFolder, to, sodium })))
      again.push(await timed(() => makeBackup({ vaultFolder, to, sodium })))
      rmSync(to, { recursive: true })
      execFileSync('sync')
    }
    return [
      row(
        'backup of 2 GiB in 400 objects',
        median(ours),
        'cp -a',
        median(copies),
        2,
        'ours checks every hash and flushes every file',
      ),
      row('the same again with no change', median(again), 'limit', 300, 1),
    ]
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
