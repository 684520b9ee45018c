/** How safe the vault is, judged from its ledger alone: a backup that is lost on its stick is not known here. */

const DAY = 86_400_000

/** Work of a week can be done again from notes and memory, work of a month cannot. */
export const AGEING_AFTER_MS = 7 * DAY
export const OLD_AFTER_MS = 30 * DAY

export type BackupStatus =
  | { readonly state: 'never' }
  | {
      /** `fresh` asks for nothing, `ageing` for a backup soon, `old` for one today. */
      readonly state: 'fresh' | 'ageing' | 'old'
      readonly at: number
      /** Entries of the ledger that it does not hold, its own note left out. */
      readonly newer: number
    }

/**
 * @param last the newest backup of the ledger, if any
 * @param entries the number of the ledger's last entry
 */
export function backupStatus(
  last: { readonly at: number; readonly seq: number } | undefined,
  entries: number,
  now: number,
): BackupStatus {
  if (!last) return { state: 'never' }
  const newer = Math.max(0, entries - last.seq)
  const age = now - last.at
  // A vault that nobody wrote to is as safe as on the day of its backup.
  const state =
    newer === 0 || age < AGEING_AFTER_MS ? 'fresh' : age < OLD_AFTER_MS ? 'ageing' : 'old'
  return { state, at: last.at, newer }
}
