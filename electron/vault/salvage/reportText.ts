/** The report of a salvage in words, for a person who has only the folder. */
import type { SalvageReport } from './salvage.ts'

const range = ({ from, to }: { from: number; to: number }): string =>
  from === to ? String(from) : `${from} to ${to}`

export function reportText({
  vaultId,
  entries,
  endUnknown,
  records,
  files,
}: SalvageReport): string {
  const nothing = entries.lost.length + records.damaged.length + files.lost.length === 0
  return [
    'EVERYTHING IN THIS FOLDER IS NO LONGER ENCRYPTED.',
    'Keep it where nobody else can read it, and destroy it when you are done.',
    '',
    `Vault ${vaultId}`,
    `Entries that open: ${entries.opened}`,
    `Records written:   ${records.written} (and ${records.erased} that were erased on purpose)`,
    `Files written:     ${files.written}`,
    '',
    ...(nothing ? ['Nothing that is known of is lost.'] : ['LOST']),
    ...entries.lost.map((each) => `entry ${range(each)}: ${each.why}`),
    ...records.damaged.map((id) => `record ${id}: the key to some of its entries is damaged`),
    ...files.lost.map(
      ({ objectId, record, why }) => `file ${objectId} of record ${record}: ${why}`,
    ),
    ...(endUnknown
      ? ['Where the ledger ended is not known: entries may be missing at its end.']
      : []),
    ...records.closed.map((id) => `record ${id}: only its custodians can open it`),
    '',
  ].join('\n')
}
