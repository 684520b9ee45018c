/**
 * Reads everything that still opens of a vault or backup, however damaged, and says what does not. What it gives
 * names the damage of a vault that cannot be opened any more; `salvage.ts` writes it down.
 */
import { isDamage, type LedgerDamage } from '../ledger/types.ts'
import { RecordExporter } from './exportRecords.ts'
import { findAll } from './finds.ts'
import { type RebuildOptions, type Rebuilt, rebuild } from './rebuild.ts'

export interface ExamineOptions extends Omit<RebuildOptions, 'finds'> {
  readonly folder: string
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

export interface LostEntries {
  readonly from: number
  readonly to: number
  readonly why: LedgerDamage['code']
}

export interface Examination {
  readonly vaultId: Buffer
  /** Where the ledger ended, as far as that is known. */
  readonly lastSeq: number
  readonly openedEntries: number
  readonly lost: readonly LostEntries[]
  /** No right head was found: whether entries are missing at the end cannot be said. */
  readonly endUnknown: boolean
  readonly keysDamaged: boolean
  readonly exporter: RecordExporter
}

/** Errors: `not_a_vault`, and those of `rebuild`. */
export async function examine(options: ExamineOptions): Promise<Examination> {
  const finds = findAll(options.folder, options.sodium)
  const rebuilt = await rebuild({ ...options, finds })
  try {
    return await read(rebuilt, options)
  } finally {
    rebuilt.close()
  }
}

async function read(
  { ledger, lastSeq: headSeq, notices, vaultId }: Rebuilt,
  { onProgress, signal }: ExamineOptions,
): Promise<Examination> {
  const exporter = new RecordExporter()
  const lost: LostEntries[] = []
  let openedEntries = 0
  let end = 0
  const total = Math.max(ledger.head().seq, headSeq ?? 0)
  for await (const slice of ledger.scanSlices(signal ? { signal } : {})) {
    for (const item of slice) {
      exporter.take(item)
      const count = isDamage(item) ? (item.count ?? 1) : 1
      end = Math.max(end, (item.seq ?? 0) + count - 1)
      if (!isDamage(item)) openedEntries += 1
      else if (item.seq !== undefined && item.record === undefined) {
        lost.push({ from: item.seq, to: item.seq + count - 1, why: item.code })
      }
    }
    onProgress?.(end, total)
  }
  if (headSeq !== undefined && end < headSeq) {
    lost.push({ from: end + 1, to: headSeq, why: 'ledger_truncated' })
  }
  return {
    ...{ vaultId, openedEntries, lost, exporter },
    lastSeq: Math.max(end, headSeq ?? 0),
    endUnknown: headSeq === undefined,
    keysDamaged: notices.has('keys_damaged'),
  }
}
