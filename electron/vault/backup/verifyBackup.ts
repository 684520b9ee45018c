/**
 * Checks a backup, or a vault at rest, without any key: checksums, the hash chain over the entries, the key pages
 * against the head, and every object against its name. Collects what is damaged instead of stopping at the first.
 */
import { statSync } from 'node:fs'
import type { VerifyReport } from '../../../shared/contract/work.ts'
import { type ErrorCode, isVaultError, VaultError } from '../../../shared/errors.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { objectPath } from '../folder/layout.ts'
import { createChainChecker, openRawVault } from '../ledger/raw.ts'
import type { LedgerDamage } from '../ledger/types.ts'
import { backupPaths } from './layout.ts'
import { listObjects } from './makeBackup.ts'
import { runObjectTasks } from './objectPool.ts'
import { checkedRows, isBackup } from './readBackup.ts'
import { listSnapshotIds, type ObjectRef, readSnapshot, type Snapshot } from './snapshot.ts'

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
    const note = (error: unknown) => damaged.push({ what: 'snapshot', id, why: codeOf(error) })
    let snapshot: Snapshot
    try {
      snapshot = readSnapshot(paths, sodium, id)
      for (const object of snapshot.objects) objects.set(object.id, object)
      for (const _batch of checkedRows(paths, sodium, snapshot));
      entries = Math.max(entries, snapshot.head.seq)
      whole += 1
    } catch (error) {
      note(error)
    }
  }
  if (whole === 0 && damaged.length === 0) throw new VaultError('not_a_backup')
  const checked = await checkObjects(options, [...objects.values()])
  damaged.push(...checked.damaged)
  return report(entries, checked, damaged)
}

/** A vault folder as it lies on the disk. Errors: as `openRawVault`, `cancelled`. */
export async function verifyStoredVault(options: VerifyOptions): Promise<VerifyReport> {
  const { folder, sodium } = options
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
  const checked = await checkObjects(options, listObjects(folder))
  damaged.push(...checked.damaged)
  return report(entries, checked, damaged)
}

export const fromLedger = (damage: LedgerDamage): Damage => ({
  what: damage.what === 'keys' ? 'keys' : 'entry',
  id: damage.seq === undefined ? damage.what : String(damage.seq),
  why: damage.code,
})

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
        .map((object) => ({ id: object.id, from: objectPath(options.folder, object.id) })),
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

function sizeProblem(folder: string, object: ObjectRef): ErrorCode | undefined {
  const found = statSync(objectPath(folder, object.id), { throwIfNoEntry: false })
  if (!found) return 'object_missing'
  if (found.size < object.size) return 'object_truncated'
  return found.size > object.size ? 'object_damaged' : undefined
}

const codeOf = (error: unknown): ErrorCode => {
  if (isVaultError(error)) return error.code
  throw error
}
