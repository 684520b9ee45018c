/** What a search found, of different kinds: of each record only what it is, by the title that the reader may read. */
import { EXPORT_WORDS } from '../../../shared/export/words.ts'
import { MODEL_LABELS } from '../../../shared/i18n/index.ts'
import type { Language } from '../../../shared/i18n/languages.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { clear, type Reader } from '../dossier/guard.ts'
import type { FoldedRecord } from '../records/fold.ts'
import type { ClearedTitles } from './clearedTitles.ts'
import type { ClearedTable, PlacedLine } from './listTable.ts'
import type { Narrowing } from './narrowing.ts'
import { cellText } from './tableText.ts'

export interface FoundFor {
  readonly reader: Reader
  readonly titles: ClearedTitles
  readonly narrowing: Narrowing
}

export function foundTable(
  records: readonly FoldedRecord[],
  { reader, titles, narrowing }: FoundFor,
  language: Language,
): ClearedTable {
  const words = EXPORT_WORDS[language]
  const { kinds } = MODEL_LABELS[language]
  const lines: PlacedLine[] = []
  const rows: string[][] = []
  const people = new Set<RecordId>()
  const named = new Set<RecordId>()
  let untitled = 0
  let untold = 0
  for (const record of records) {
    const { id, kind } = record
    if (!narrowing.mayTell(record, clear(reader, record, titles.consentOf(record)).cleared)) {
      untold += 1
      continue
    }
    const title = cellText(titles.of(id))
    if (title === '') {
      untitled += 1
      continue
    }
    const isPerson = kind === 'person'
    if (isPerson) people.add(id)
    const isNamed = isPerson && titles.isNamed(id)
    if (isNamed) named.add(id)
    const line = { person: id, field: isNamed ? 'names' : 'title', text: title, fixed: false }
    lines.push({ line, record: id, heading: words.record })
    rows.push([kinds[kind].one, title])
  }
  const about = { field: 'title', heading: words.record, why: 'audience', whole: false } as const
  return {
    headings: [words.kind, words.record],
    rows,
    leftOut: untitled > 0 ? [{ ...about, cells: untitled }] : [],
    lines,
    people,
    named,
    opened: [],
    untold,
  }
}
