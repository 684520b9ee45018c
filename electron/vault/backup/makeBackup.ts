/**
 * Makes a backup of a vault without any key, while the vault may be open and in use. What is in the backup is
 * never rewritten: a run adds the entries and objects that are new, then a snapshot that names everything, last.
 * A run that is cut off at any point leaves all earlier snapshots as they were. Of objects that the vault has lost the
 * copies that are in the backup stay in every snapshot, and the report says how many those are.
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { VaultError } from '../../../shared/errors.ts'
import { ObjectId } from '../../../shared/ids.ts'
import { randomBytes } from '../crypto/bytes.ts'
import type { Sodium } from '../crypto/sodium.ts'
import type { RawRow } from '../db/rows.ts'
import { fsyncFolder, makeFolder, writeFileDurably } from '../folder/durable.ts'
import { mapFsErrors } from '../folder/fsErrors.ts'
import { isInside } from '../folder/inside.ts'
import { objectPath, vaultPaths } from '../folder/layout.ts'
import { entryHash, genesisHash } from '../ledger/chain.ts'
import { openRawVault, type RawVault, type RawVaultState } from '../ledger/raw.ts'
import {
  type BackupPaths,
  backupPaths,
  isObjectName,
  MARKER,
  segmentName,
  snapshotId,
} from './layout.ts'
import { runObjectTasks } from './objectPool.ts'
import { PARTIAL_END } from './objectTask.ts'
import { segmentBytes } from './segment.ts'
import { writeSegmentFile } from './segmentFile.ts'
import {
  listSnapshotIds,
  type ObjectRef,
  readSnapshot,
  type SegmentRef,
  SNAPSHOT_VERSION,
  type Snapshot,
  writeSnapshot,
} from './snapshot.ts'

const MARKER_TEXT = 'emanet backup 1\n'

export interface BackupReport {
  /** The snapshot that holds the vault as it is now; an earlier one when nothing had changed. */
  readonly snapshot: string
  readonly copiedObjects: number
  readonly copiedBytes: number
  /**
   * Objects that the vault no longer has: with `named`, those that are lost; without, those of the snapshot before, which
   * were erased or lost.
   */
  readonly goneObjects: readonly string[]
  /** How many of them the backup has from before; the snapshot names these. */
  readonly keptObjects: number
}

export interface BackupOptions {
  readonly vaultFolder: string
  /** Absent, empty, or an earlier backup of the same vault. */
  readonly to: string
  readonly sodium: Sodium
  /** Objects that the ledger has, for whoever can read it. */
  readonly named?: readonly string[]
  /** Put beside the snapshots so that the backup can be read without this program: name → content. */
  readonly documents?: Readonly<Record<string, Uint8Array>>
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void
  readonly signal?: AbortSignal
  readonly now?: () => number
}

/**
 * Errors: `not_a_vault`, `target_not_empty` (a folder with other things in it, or inside the vault), `backup_of_other_vault`,
 * `conflict` (the backup is ahead of the vault, or another branch of it), `object_damaged` (after everything
 * else was backed up), `disk_full`, `read_only`, `cancelled`.
 */
export async function makeBackup(options: BackupOptions): Promise<BackupReport> {
  const { sodium } = options
  const paths = backupPaths(resolve(options.to))
  // First, so that nothing is made for a vault that is not there.
  const vault = openRawVault(options.vaultFolder, sodium)
  let state: RawVaultState
  let segments: SegmentRef[]
  let newest: Snapshot | undefined
  try {
    if (isInside(paths.folder, options.vaultFolder)) {
      throw new VaultError('target_not_empty', { inside: true })
    }
    prepareFolder(paths)
    state = vault.state
    newest = newestSnapshot(paths, sodium, state.vaultId)
    if (newest) checkSameHistory(sodium, vault, newest)
    segments = [...(newest?.segments ?? [])]
    const first = (newest?.head.seq ?? 0) + 1
    if (first <= state.head.seq) {
      const range = { first, last: state.head.seq }
      const bytes = segmentBytes(state.vaultId, range, vault.rows(first))
      const hash = writeSegmentFile(paths.ledger, sodium, bytes, (hex) =>
        segmentName(range.first, range.last, hex),
      )
      segments.push({ ...range, hash, name: segmentName(range.first, range.last, hash) })
    }
  } finally {
    vault.close()
  }

  // Listed after the ledger was read: an object is on disk before the entry that names it, so none is missed.
  const stored = listObjects(options.vaultFolder)
  const missing = stored.filter((object) => !isThere(paths, object))
  const copied = await copyObjects(options, paths, missing)
  const damaged = new Set(copied.failed.map((failure) => failure.id))
  const gone = goneFrom(stored, newest, options.named)
  // What the vault has no more, or not whole, is not lost as long as the newest snapshot leads to it.
  const kept = keptObjects(paths, newest, gone)
  const objects = [
    ...stored.filter((object) => !damaged.has(object.id)),
    ...kept,
    ...keptObjects(paths, newest, [...damaged]),
  ].sort((a, b) => (a.id < b.id ? -1 : 1))
  const told = { goneObjects: gone, keptObjects: kept.length }
  const unchanged =
    newest !== undefined && missing.length === 0 && isSameState(newest, state, objects)
  if (newest !== undefined && unchanged)
    return { snapshot: newest.id, copiedObjects: 0, copiedBytes: 0, ...told }

  for (const [name, content] of Object.entries(options.documents ?? {}))
    writeFileDurably(join(paths.folder, name), content)
  // Always later than the one before, even when the clock was set back: the newest is found by its name.
  const now = Math.max(options.now?.() ?? Date.now(), (newest?.madeAt ?? 0) + 1)
  const id = snapshotId(new Date(now), randomBytes(4).toString('hex'))
  writeSnapshot(paths, sodium, {
    version: SNAPSHOT_VERSION,
    id,
    madeAt: now,
    ...state,
    keyPages: [...state.keyPages],
    compartments: [...state.compartments],
    segments,
    objects,
  })
  if (damaged.size > 0) throw new VaultError('object_damaged', { objects: damaged.size })
  return { snapshot: id, copiedObjects: missing.length, copiedBytes: copied.bytes, ...told }
}

function goneFrom(
  stored: readonly ObjectRef[],
  newest: Snapshot | undefined,
  named: readonly string[] | undefined,
): readonly string[] {
  const there = new Set<string>(stored.map(({ id }) => id))
  const known = named ?? newest?.objects.map(({ id }) => id) ?? []
  return known.filter((id) => !there.has(id))
}

/** Those of `ids` that the backup has. */
function keptObjects(
  paths: BackupPaths,
  newest: Snapshot | undefined,
  ids: readonly string[],
): readonly ObjectRef[] {
  if (ids.length === 0) return []
  const before = new Map<string, number>(newest?.objects.map(({ id, size }) => [id, size]) ?? [])
  return ids.flatMap((id) => {
    const size = statSync(objectPath(paths.folder, id), { throwIfNoEntry: false })?.size
    const isWhole = size !== undefined && size === (before.get(id) ?? size)
    return isWhole ? [{ id: ObjectId.parse(id), size }] : []
  })
}

function prepareFolder(paths: BackupPaths): void {
  mapFsErrors('write', () => {
    if (existsSync(paths.folder)) {
      if (!statSync(paths.folder).isDirectory()) throw new VaultError('target_not_empty')
      const isBackup =
        existsSync(paths.marker) && readFileSync(paths.marker, 'utf8') === MARKER_TEXT
      // The marker comes first: a run cut off before it left nothing but the marker's own half.
      const isStrange = (name: string) => !name.startsWith(`.${MARKER}-`)
      if (!isBackup && readdirSync(paths.folder).some(isStrange))
        throw new VaultError('target_not_empty')
    }
    makeFolder(paths.folder)
    if (!existsSync(paths.marker)) writeFileDurably(paths.marker, Buffer.from(MARKER_TEXT))
    for (const folder of [paths.objects, paths.ledger, paths.snapshots]) makeFolder(folder)
    removeHalves(paths)
  })
}

/** What runs that were cut off left under names of their own. */
function removeHalves(paths: BackupPaths): void {
  for (const folder of [paths.folder, paths.ledger, paths.snapshots]) {
    for (const name of readdirSync(folder)) {
      if (/^\..+-[0-9a-f]{12}$/.test(name)) rmSync(join(folder, name), { force: true })
    }
  }
  for (const entry of readdirSync(paths.objects, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const folder = join(paths.objects, entry.name)
    for (const name of readdirSync(folder)) {
      if (name.endsWith(PARTIAL_END)) rmSync(join(folder, name), { force: true })
    }
  }
}

/** The newest snapshot that can be read. A damaged one is passed over: the next run does not build on it. */
function newestSnapshot(paths: BackupPaths, sodium: Sodium, vaultId: Buffer): Snapshot | undefined {
  for (const id of listSnapshotIds(paths).reverse()) {
    let snapshot: Snapshot
    try {
      snapshot = readSnapshot(paths, sodium, id)
    } catch {
      continue
    }
    if (!snapshot.vaultId.equals(vaultId)) throw new VaultError('backup_of_other_vault')
    const whole = snapshot.segments.every((segment) => existsSync(join(paths.ledger, segment.name)))
    if (whole) return snapshot
  }
  return undefined
}

/** The vault's entry at the backup's head must be the very entry the backup has there. */
function checkSameHistory(sodium: Sodium, vault: RawVault, snapshot: Snapshot): void {
  const { seq, hash } = snapshot.head
  const { head, vaultId } = vault.state
  if (seq > head.seq) throw new VaultError('conflict')
  const there = seq === 0 ? genesisHash(sodium, vaultId) : hashAt(sodium, vault, seq)
  if (!there?.equals(hash)) throw new VaultError('conflict')
}

function hashAt(sodium: Sodium, vault: RawVault, seq: number): Buffer | undefined {
  for (const batch of vault.rows(seq, 1)) {
    const row: RawRow | undefined = batch[0]
    return row && entryHash(sodium, vault.state.vaultId, row)
  }
  return undefined
}

export function listObjects(folder: string): ObjectRef[] {
  const root = vaultPaths(folder).objects
  return mapFsErrors('read', () => {
    if (!existsSync(root)) return []
    return readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((entry) => readdirSync(join(root, entry.name)))
      .filter(isObjectName)
      .sort()
      .map((id) => ({ id: ObjectId.parse(id), size: statSync(objectPath(folder, id)).size }))
  })
}

const isThere = (paths: BackupPaths, object: ObjectRef): boolean =>
  statSync(objectPath(paths.folder, object.id), { throwIfNoEntry: false })?.size === object.size

async function copyObjects(
  options: BackupOptions,
  paths: BackupPaths,
  objects: readonly ObjectRef[],
) {
  const total = objects.reduce((sum, object) => sum + object.size, 0)
  const folders = new Set(objects.map((object) => dirname(objectPath(paths.folder, object.id))))
  for (const folder of folders) makeFolder(folder)
  let done = 0
  options.onProgress?.(0, total)
  const result = await runObjectTasks(
    options.sodium,
    objects.map((object) => ({
      id: object.id,
      size: object.size,
      from: objectPath(options.vaultFolder, object.id),
      to: objectPath(paths.folder, object.id),
    })),
    {
      onDone: (bytes) => {
        done += bytes
        options.onProgress?.(done, total)
      },
      ...(options.signal ? { signal: options.signal } : {}),
    },
  )
  for (const folder of folders) fsyncFolder(folder)
  if (folders.size > 0) fsyncFolder(paths.objects)
  return result
}

function isSameState(
  snapshot: Snapshot,
  state: RawVaultState,
  objects: readonly ObjectRef[],
): boolean {
  return (
    snapshot.head.mac.equals(state.head.mac) &&
    snapshot.header.equals(state.header) &&
    snapshot.objects.length === objects.length &&
    snapshot.objects.every((object, index) => object.id === objects[index]?.id)
  )
}
