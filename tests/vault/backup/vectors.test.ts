/**
 * The test vectors of a backup: segments, snapshot files with their copies, and the entries that a snapshot names, with
 * both builds. They were made once and never again.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import {
  backupPaths,
  segmentName,
  snapshotCopyFile,
  snapshotFile,
} from '../../../electron/vault/backup/layout.ts'
import { checkedRows } from '../../../electron/vault/backup/readBackup.ts'
import { readSegment } from '../../../electron/vault/backup/segment.ts'
import { readSnapshot, type Snapshot } from '../../../electron/vault/backup/snapshot.ts'
import type { Sodium } from '../../../electron/vault/crypto/sodium.ts'
import { tempFolder } from '../../support/coreVault.ts'
import { vectorSuite } from '../../support/vectorSuite.ts'
import { readVector, type Vector } from '../../support/vectors.ts'

vectorSuite('backup', {
  segment(sodium, vector) {
    const path = join(tempFolder(), 'segment')
    writeFileSync(path, vector.bytes)
    const range = { first: vector.number('first'), last: vector.number('last') }
    const reading = readSegment(path, sodium, vector.hex('vault id'), range)
    let rows = 0
    let step = reading.next()
    for (; !step.done; step = reading.next()) rows += step.value.length
    const hash = step.value.hash.toString('hex')
    // The snapshot that names a segment says its hash.
    if (hash !== vector.text('hash')) return 'backup_damaged'
    expect(rows).toBe(vector.number('rows'))
    expect(segmentName(range.first, range.last, hash)).toBe(vector.text('name'))
    return 'opens'
  },
  snapshot(sodium, vector) {
    const { snapshot } = stored(sodium, vector)
    expect(snapshot.vaultId.toString('hex')).toBe(vector.text('vault id'))
    expect(snapshot.head.seq).toBe(vector.number('entries'))
    expect(snapshot.segments).toHaveLength(vector.number('segments'))
    const header = createHash('sha256').update(snapshot.header).digest('hex')
    expect(header).toBe(vector.text('header'))
    return 'opens'
  },
  entries(sodium, vector) {
    const { paths, snapshot } = stored(sodium, vector)
    const [named] = snapshot.segments
    const segment = vector.text('segment')
    if (named && segment !== '') {
      writeFileSync(join(paths.ledger, named.name), readVector('backup', segment).bytes)
    }
    let rows = 0
    for (const batch of checkedRows(paths, sodium, snapshot)) rows += batch.length
    expect(rows).toBe(vector.number('rows'))
    return 'opens'
  },
})

/** A backup folder with the one snapshot, as read from it. */
function stored(sodium: Sodium, vector: Vector) {
  const paths = backupPaths(tempFolder())
  for (const folder of [paths.ledger, paths.snapshots]) mkdirSync(folder)
  const id = vector.text('id')
  writeFileSync(snapshotFile(paths, id), vector.bytes)
  const copy = vector.optional('copy')
  if (copy !== undefined) {
    writeFileSync(snapshotCopyFile(paths, id), readVector('backup', copy).bytes)
  }
  const snapshot: Snapshot = readSnapshot(paths, sodium, id)
  return { paths, snapshot }
}
