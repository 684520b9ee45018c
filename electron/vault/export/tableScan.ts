/** Searches a finished table for everything that must not stand in it, as a dossier's text is searched. */
import type { TextLine } from '../dossier/compose.ts'
import type { RecordSource } from '../dossier/gather.ts'
import type { Reader } from '../dossier/guard.ts'
import type { IdentityScan } from '../dossier/identityScan.ts'
import { LeakScan } from '../dossier/leakScan.ts'
import { listedNames, protectedForms } from '../dossier/protection.ts'
import type { ClearedTable, PlacedLine } from './listTable.ts'

export interface TableLeaks {
  readonly leaks: readonly PlacedLine[]
  /** Identities of witnesses that were searched for, and those that could not be. */
  readonly searched: number
  readonly closed: number
}

interface ScanOptions {
  /** Awaited between small pieces of work. */
  readonly breathe: () => Promise<void>
  /** How much is done, from 0 to 1. */
  readonly onDone?: (share: number) => void
  /** Records in the vault. */
  readonly recordCount: number
}

/** Of the work, what goes by before the protected forms are looked for. */
const SHARE_OF_LINES = 0.3

export async function scanTable(
  { reader, records }: { readonly reader: Reader; readonly records: RecordSource },
  identities: IdentityScan,
  table: Pick<ClearedTable, 'lines' | 'named' | 'opened'>,
  { breathe, onDone, recordCount }: ScanOptions,
): Promise<TableLeaks> {
  const named = [...table.named]
  const scan = new LeakScan()
  for (const person of named) {
    for (const one of listedNames(records, [person])) scan.addListed(one)
    await breathe()
  }
  const places = new Map<TextLine, PlacedLine>()
  for (const [done, placed] of table.lines.entries()) {
    places.set(placed.line, placed)
    scan.add(placed.line)
    onDone?.((SHARE_OF_LINES * done) / table.lines.length)
    await breathe()
  }
  await scan.prepare(breathe)
  // Where a field stands because somebody consented, what it is about is meant to stand in it, and nowhere else.
  const allowed = new Set<string>()
  for (const { record, field, group } of table.opened) {
    allowed.add(`${record}/${field}/${group}`)
    await breathe()
  }
  const found = new Set<PlacedLine>()
  let looked = 0
  for (const { group, forms } of protectedForms(reader, records, named, undefined)) {
    for (const line of scan.find(forms)) {
      const placed = places.get(line)
      if (placed && !allowed.has(`${placed.record}/${line.field}/${group}`)) found.add(placed)
    }
    looked += 1
    // A record with forms of several groups comes several times.
    onDone?.(SHARE_OF_LINES + (1 - SHARE_OF_LINES) * Math.min(1, looked / recordCount))
    await breathe()
  }
  const { lines: ofWitnesses, searched, closed } = await identities.search(scan, breathe)
  for (const line of ofWitnesses) {
    const placed = places.get(line)
    if (placed) found.add(placed)
  }
  // In the order of the table, each place once.
  const once = new Map<string, PlacedLine>()
  for (const placed of found.size > 0 ? table.lines : []) {
    if (found.has(placed)) once.set(`${placed.record}/${placed.heading}`, placed)
    await breathe()
  }
  return { leaks: [...once.values()], searched, closed }
}
