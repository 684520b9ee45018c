/**
 * Checks a backup, or a vault at rest, without any key: checksums, the hash chain over the entries, the key pages
 * against the head, and every object against its name. Collects what is damaged instead of stopping at the first.
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { VerifyReport } from '../../../shared/contract/work.ts'
import { type ErrorCode, isVaultError, VaultError } from '../../../shared/errors.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { readFileIfThere } from '../folder/durable.ts'
import { objectPath } from '../folder/layout.ts'
import { createChainChecker, openRawVault } from '../ledger/raw.ts'
import type { LedgerDamage } from '../ledger/types.ts'
import { copyDamage } from './copyDamage.ts'
import { type BackupPaths, backupPaths } from './layout.ts'
import { likelyRows } from './looseRows.ts'
import { listObjects } from './makeBackup.ts'
import { runObjectTasks } from './objectPool.ts'
import { checkedRows, isBackup } from './readBackup.ts'
import {
  hasDamagedFile,
  listSnapshotIds,
  type ObjectRef,
  readSnapshot,
  type Snapshot,
  stateOf,
} from './snapshot.ts'

export type Damage = VerifyReport['damaged'][number]

export interface VerifyOptions {
  readonly folder: string
  readonly sodium: Sodium
  /** Reads every object and checks it against its name; otherwise only that it is there with its size. */
  readonly full: boolean
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void
  readonly signal?: AbortSignal
}

/**
 * Every snapshot of a backup and everything they name. Errors: `not_a_backup`, `cancelled`; damage is in the
 * report.
 */
export async function verifyBackup(options: VerifyOptions): Promise<VerifyReport> {
  const { folder, sodium } = options
  if (!isBackup(folder)) throw new VaultError('not_a_backup')
  const paths = backupPaths(folder)
  const damaged: Damage[] = []
  const objects = new Map<string, ObjectRef>()
  let entries = 0
  let whole = 0
  for (const id of listSnapshotIds(paths)) {
    options.signal?.throwIfAborted()
    if (hasDamagedFile(paths, sodium, id)) {
      damaged.push({ what: 'snapshot', id, why: 'backup_damaged' })
    }
    const snapshot = readable(() => readSnapshot(paths, sodium, id))
    if (!snapshot) continue
    for (const object of snapshot.objects) objects.set(object.id, object)
    const rows = readable(() => {
      for (const _batch of checkedRows(paths, sodium, snapshot));
      return snapshot.head.seq
    })
    entries = Math.max(entries, rows ?? 0)
    if (rows === undefined) damaged.push(...damageOf(paths, sodium, snapshot))
    else whole += 1
  }
  if (whole === 0 && damaged.length === 0) throw new VaultError('not_a_backup')
  const checked = await checkObjects(options, [...objects.values()])
  damaged.push(...checked.damaged)
  return report(entries, checked, distinct(damaged))
}

/** Undefined for damage. */
function readable<Result>(read: () => Result): Result | undefined {
  try {
    return read()
  } catch (error) {
    codeOf(error)
    return undefined
  }
}

/** Which entries of a damaged snapshot are affected: rows are read as far as they can be told apart. */
function damageOf(paths: BackupPaths, sodium: Sodium, snapshot: Snapshot): readonly Damage[] {
  const checker = createChainChecker(sodium, snapshot.vaultId)
  for (const segment of snapshot.segments) {
    const bytes = readable(() => readFileIfThere(join(paths.ledger, segment.name)))
    if (!bytes) continue
    for (const row of likelyRows(bytes, segment, sodium, snapshot.vaultId)) checker.add(row)
  }
  const entries = checker.finish(stateOf(snapshot)).map(withNeighbour).map(fromLedger)
  return [{ what: 'snapshot', id: snapshot.id, why: 'backup_damaged' }, ...entries]
}

/** Only the entry behind vouches for an entry, as long as there is no key: before a gap nobody does. */
function withNeighbour(damage: LedgerDamage): LedgerDamage {
  const { code, seq = 1, count = 1 } = damage
  const isGap = code === 'ledger_missing_entry' || code === 'ledger_truncated'
  return isGap && seq > 1 ? { ...damage, seq: seq - 1, count: count + 1 } : damage
}

const distinct = (damaged: readonly Damage[]): readonly Damage[] => [
  ...new Map(damaged.map((each) => [`${each.what}/${each.id}/${each.why}`, each])).values(),
]

export interface VerifyVaultOptions extends VerifyOptions {
  /** Names of the objects that the ledger has, for whoever can read it: one that is not there shows in no other way. */
  readonly named?: readonly string[]
}

/** A vault folder as it lies on the disk. Errors: as `openRawVault`, `cancelled`. */
export async function verifyStoredVault(options: VerifyVaultOptions): Promise<VerifyReport> {
  const { folder, sodium, named = [] } = options
  const vault = openRawVault(folder, sodium)
  const damaged: Damage[] = []
  let entries = 0
  try {
    const checker = createChainChecker(sodium, vault.state.vaultId)
    try {
      for (const batch of vault.rows(1)) {
        options.signal?.throwIfAborted()
        for (const row of batch) checker.add(row)
        entries += batch.length
      }
    } catch (error) {
      // The database itself cannot be read from here on.
      damaged.push({ what: 'entry', id: String(entries + 1), why: codeOf(error) })
    }
    damaged.push(...checker.finish(vault.state).map(fromLedger))
  } finally {
    vault.close()
  }
  damaged.push(...(await copyDamageOf(folder)))
  const objects = listObjects(folder)
  const present = new Set<string>(objects.map(({ id }) => id))
  for (const id of named) {
    if (!present.has(id)) damaged.push({ what: 'object', id, why: 'object_missing' })
  }
  const checked = await checkObjects(options, objects)
  damaged.push(...checked.damaged)
  return report(entries, checked, damaged)
}

/** While somebody changes what opens the vault, its copy is one step behind for a moment: damage stays. */
async function copyDamageOf(folder: string): Promise<readonly Damage[]> {
  try {
    if (copyDamage(folder).length === 0) return []
    await setTimeout(WAIT_FOR_COPY_MS)
    return copyDamage(folder)
  } catch (error) {
    return [{ what: 'entry', id: 'database', why: codeOf(error) }]
  }
}

const WAIT_FOR_COPY_MS = 250

/** Several entries in a row are one part: `7-12`. */
export const fromLedger = ({ what, code, seq, count = 1 }: LedgerDamage): Damage => ({
  what: what === 'keys' ? 'keys' : 'entry',
  id: seq === undefined ? what : entryRange(seq, seq + count - 1),
  why: code,
})

export const entryRange = (from: number, to: number): string =>
  from === to ? String(from) : `${from}-${to}`

interface CheckedObjects {
  readonly count: number
  readonly bytes: number
  readonly damaged: readonly Damage[]
}

const report = (
  entries: number,
  objects: CheckedObjects,
  damaged: readonly Damage[],
): VerifyReport => ({
  ok: damaged.length === 0,
  entries,
  objects: objects.count,
  bytes: objects.bytes,
  damaged: [...damaged],
})

async function checkObjects(
  options: VerifyOptions,
  objects: readonly ObjectRef[],
): Promise<CheckedObjects> {
  const bytes = objects.reduce((sum, object) => sum + object.size, 0)
  const damaged: Damage[] = objects.flatMap((object) => {
    const why = sizeProblem(options.folder, object)
    return why ? [{ what: 'object' as const, id: object.id, why }] : []
  })
  if (options.full) {
    const bad = new Set(damaged.map((each) => each.id))
    let done = 0
    const result = await runObjectTasks(
      options.sodium,
      objects
        .filter((object) => !bad.has(object.id))
        .map(({ id, size }) => ({ id, size, from: objectPath(options.folder, id) })),
      {
        onDone: (size) => {
          done += size
          options.onProgress?.(done, bytes)
        },
        ...(options.signal ? { signal: options.signal } : {}),
      },
    )
    for (const failure of result.failed)
      damaged.push({ what: 'object', id: failure.id, why: failure.code })
  }
  return { count: objects.length, bytes, damaged }
}

/** What the length of an object's file says, without a look into it. */
export function sizeProblem(
  folder: string,
  object: { readonly id: string; readonly size: number },
): ErrorCode | undefined {
  const found = statSync(objectPath(folder, object.id), { throwIfNoEntry: false })
  if (!found) return 'object_missing'
  if (found.size < object.size) return 'object_truncated'
  return found.size > object.size ? 'object_damaged' : undefined
}

const codeOf = (error: unknown): ErrorCode => {
  if (isVaultError(error)) return error.code
  throw error
}
