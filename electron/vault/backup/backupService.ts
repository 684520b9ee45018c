/**
 * Backups of the open vault: making one writes `backup.made` to the ledger, so that the vault knows when it was
 * last safe; verifying the open vault checks everything a key can check.
 */
import { z } from 'zod'
import type { VerifyReport } from '../../../shared/contract/work.ts'
import type { OpenedEntry } from '../ledger/types.ts'
import type { OpenVault } from '../session/types.ts'
import { type BackupThreadOptions, runBackupTask } from './backupThread.ts'
import type { BackupReport } from './makeBackup.ts'
import type { RestoreReport } from './restoreBackup.ts'
import { fromLedger } from './verifyBackup.ts'

const BACKUP_MADE = 'backup.made'

const BackupMade = z.strictObject({
  snapshot: z.string(),
  objects: z.number().int().min(0),
  bytes: z.number().int().min(0),
})

/** A backup the ledger knows of. */
export interface KnownBackup extends z.infer<typeof BackupMade> {
  readonly seq: number
  readonly at: number
}

type WorkOptions = Omit<BackupThreadOptions, 'build'>

export class BackupService {
  readonly #vault: OpenVault
  readonly #named: () => ReadonlySet<string>
  readonly #documents: Readonly<Record<string, Uint8Array>>
  readonly #known: KnownBackup[] = []
  readonly keeps: ReadonlySet<string> = new Set([BACKUP_MADE])

  /**
   * `documents` travel in every backup: name → content (the format description). `named` gives the objects that the
   * ledger has.
   */
  constructor(
    vault: OpenVault,
    named: () => ReadonlySet<string>,
    documents: Readonly<Record<string, Uint8Array>> = {},
  ) {
    this.#vault = vault
    this.#named = named
    this.#documents = documents
  }

  /** Called for every entry of `keeps` while the vault is opened. */
  take(entry: OpenedEntry): void {
    if (entry.op !== BACKUP_MADE || entry.state !== 'open') return
    const body = BackupMade.safeParse(entry.body)
    if (body.success) this.#known.push({ ...body.data, seq: entry.seq, at: entry.time })
  }

  /** Newest first. */
  list(): readonly KnownBackup[] {
    return [...this.#known].reverse()
  }

  /**
   * Errors: as makeBackup. The ledger entry is written after the backup is whole, and is in the next one; a vault that is
   * open for reading only gets none.
   */
  async make(to: string, options: WorkOptions = {}): Promise<BackupReport> {
    const { folder, sodium, ledger } = this.#vault
    const report = await runBackupTask(
      'makeBackup',
      { vaultFolder: folder, to, documents: this.#documents, named: [...this.#named()] },
      { ...options, build: sodium.build },
    )
    // What was erased meanwhile is gone with good reason.
    const now = this.#named()
    const told = { ...report, goneObjects: report.goneObjects.filter((id) => now.has(id)) }
    const body = {
      snapshot: report.snapshot,
      objects: report.copiedObjects,
      bytes: report.copiedBytes,
    }
    // A vault that is open for reading only is backed up all the same; it cannot remember that.
    if (ledger.readOnly) return told
    await ledger.writable()
    const [entry] = ledger.append([{ op: BACKUP_MADE, body }])
    if (entry) this.#known.push({ ...body, seq: entry.seq, at: entry.time })
    return told
  }

  /** Signatures, chain and keys of the ledger, and that every object is there; with `full` every object's bytes too. */
  async verify(full: boolean, options: WorkOptions = {}): Promise<VerifyReport> {
    const { folder, sodium, ledger } = this.#vault
    const ledgerReport = await ledger.verify({
      signatures: true,
      ...(options.signal ? { signal: options.signal } : {}),
    })
    const stored = await runBackupTask(
      'verifyStoredVault',
      { folder, full, named: [...this.#named()] },
      { ...options, build: sodium.build },
    )
    const damaged = [...ledgerReport.damaged.map(fromLedger)]
    const seen = new Set(damaged.map((each) => `${each.what}/${each.id}`))
    // What was erased meanwhile is gone with good reason.
    const named = this.#named()
    damaged.push(
      ...stored.damaged.filter(
        ({ what, id, why }) =>
          !seen.has(`${what}/${id}`) && (why !== 'object_missing' || named.has(id)),
      ),
    )
    return { ...stored, entries: ledgerReport.entries, ok: damaged.length === 0, damaged }
  }

  /** Errors: as restoreBackup. The vault that is open is not touched. */
  restore(
    backup: string,
    to: string,
    snapshot: string | undefined,
    options: WorkOptions = {},
  ): Promise<RestoreReport> {
    return runBackupTask(
      'restoreBackup',
      { backup, to, ...(snapshot === undefined ? {} : { snapshot }) },
      { ...options, build: this.#vault.sodium.build },
    )
  }
}
