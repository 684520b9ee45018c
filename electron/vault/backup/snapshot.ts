/**
 * A snapshot file: one moment of a vault as two lines, a JSON document and the BLAKE2b-256 of that line. It holds
 * the header, the key pages and the head as stored (all ciphertext or hashes) and names every segment and object.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { VaultError } from '../../../shared/errors.ts'
import { ObjectId } from '../../../shared/ids.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { writeFileDurably } from '../folder/durable.ts'
import type { RawVaultState } from '../ledger/raw.ts'
import { type BackupPaths, snapshotCopyFile, snapshotFile, snapshotIdOf } from './layout.ts'

export const SNAPSHOT_VERSION = 1

const count = () => z.number().int().min(0)
const bytes = (length?: number) =>
  z.base64().transform((text, context): Buffer => {
    const decoded = Buffer.from(text, 'base64')
    if (length !== undefined && decoded.length !== length) context.addIssue('length')
    return decoded
  })
const sealed = { nonce: bytes(24), box: bytes() }

const SegmentRef = z.strictObject({
  name: z.string().regex(/^\d{10,}-\d{10,}-[0-9a-f]{16}\.seg$/),
  first: count().min(1),
  last: count().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type SegmentRef = z.infer<typeof SegmentRef>

const ObjectRef = z.strictObject({ id: ObjectId, size: count() })
export type ObjectRef = z.infer<typeof ObjectRef>

const SnapshotBody = z.strictObject({
  version: z.literal(SNAPSHOT_VERSION),
  id: z.string(),
  vaultId: bytes(16),
  madeAt: count(),
  header: bytes(),
  head: z.strictObject({
    seq: count(),
    hash: bytes(32),
    headerGeneration: count(),
    keysHash: bytes(32),
    mac: bytes(32),
  }),
  keyPages: z.array(z.strictObject({ compartment: count(), page: count(), ...sealed })),
  compartments: z.array(z.strictObject({ compartment: count(), ...sealed })),
  segments: z.array(SegmentRef),
  objects: z.array(ObjectRef),
})
export type Snapshot = z.infer<typeof SnapshotBody>

export const stateOf = (snapshot: Snapshot): RawVaultState => ({
  vaultId: snapshot.vaultId,
  header: snapshot.header,
  head: snapshot.head,
  keyPages: snapshot.keyPages,
  compartments: snapshot.compartments,
})

const encode = (value: unknown): unknown => {
  if (Buffer.isBuffer(value)) return value.toString('base64')
  if (Array.isArray(value)) return value.map(encode)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, encode(inner)]))
  return value
}

/** Durable when it returns; a snapshot is written last, after everything it names, and its copy before it. */
export function writeSnapshot(paths: BackupPaths, sodium: Sodium, snapshot: Snapshot): void {
  const line = Buffer.from(`${JSON.stringify(encode(snapshot))}\n`)
  const sum = sodium.hash([line]).toString('hex')
  const bytes = Buffer.concat([line, Buffer.from(`${sum}\n`)])
  writeFileDurably(snapshotCopyFile(paths, snapshot.id), bytes)
  writeFileDurably(snapshotFile(paths, snapshot.id), bytes)
}

/** From the file, or if that is damaged from its copy. Errors: `backup_damaged`, also for one that is not there. */
export function readSnapshot(paths: BackupPaths, sodium: Sodium, id: string): Snapshot {
  const found =
    snapshotIn(snapshotFile(paths, id), sodium, id) ??
    snapshotIn(snapshotCopyFile(paths, id), sodium, id)
  if (!found) throw new VaultError('backup_damaged')
  return found
}

/** Whether one of the two files of a snapshot is damaged, though the other may do. A backup may have no copies. */
export function hasDamagedFile(paths: BackupPaths, sodium: Sodium, id: string): boolean {
  const copy = snapshotCopyFile(paths, id)
  const files = [snapshotFile(paths, id), ...(existsSync(copy) ? [copy] : [])]
  return files.some((file) => !snapshotIn(file, sodium, id))
}

/** For salvage: whole snapshots, the newest first, then what can be read of damaged ones; checked by nothing. */
export function findSnapshots(paths: BackupPaths, sodium: Sodium): readonly Snapshot[] {
  const ids = listSnapshotIds(paths).reverse()
  const files = ids.flatMap((id) => [snapshotFile(paths, id), snapshotCopyFile(paths, id)])
  const whole = ids.map(
    (id) =>
      snapshotIn(snapshotFile(paths, id), sodium, id) ??
      snapshotIn(snapshotCopyFile(paths, id), sodium, id),
  )
  return [...whole, ...files.map(looseSnapshot)].filter((each) => each !== undefined)
}

function snapshotIn(path: string, sodium: Sodium, id: string): Snapshot | undefined {
  try {
    const file = readFileSync(path)
    const end = file.indexOf(0x0a) + 1
    const line = file.subarray(0, end)
    const sum = sodium.hash([line]).toString('hex')
    if (end === 0 || !file.subarray(end).equals(Buffer.from(`${sum}\n`))) return undefined
    const parsed = SnapshotBody.parse(JSON.parse(line.toString('utf8')))
    return parsed.id === id ? parsed : undefined
  } catch {
    return undefined
  }
}

function looseSnapshot(path: string): Snapshot | undefined {
  try {
    const [line = ''] = readFileSync(path, 'utf8').split('\n')
    return SnapshotBody.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

/** Ids of all snapshots, oldest first; whether they can be read shows only when they are. */
export function listSnapshotIds(paths: BackupPaths): string[] {
  try {
    return readdirSync(paths.snapshots)
      .map(snapshotIdOf)
      .filter((id) => id !== undefined)
      .sort()
  } catch {
    return []
  }
}
