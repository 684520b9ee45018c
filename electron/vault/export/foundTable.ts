/** What a search found, of different kinds: of each record only what it is, by the title that the reader may read. */
import { EXPORT_WORDS } from '../../../shared/export/words.ts'
import { MODEL_LABELS } from '../../../shared/i18n/index.ts'
import type { Language } from '../../../shared/i18n/languages.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { FoldedRecord } from '../records/fold.ts'
import type { ClearedTitles } from './clearedTitles.ts'
import type { ClearedTable, PlacedLine } from './listTable.ts'
import { cellText } from './tableText.ts'

export function foundTable(
  records: readonly FoldedRecord[],
  titles: ClearedTitles,
  language: Language,
): ClearedTable {
  const words = EXPORT_WORDS[language]
  const { kinds } = MODEL_LABELS[language]
  const lines: PlacedLine[] = []
  const rows: string[][] = []
  const people = new Set<RecordId>()
  const named = new Set<RecordId>()
  let untold = 0
  for (const { id, kind } of records) {
    const title = cellText(titles.of(id))
    if (title === '') {
      untold += 1
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
    leftOut: untold > 0 ? [{ ...about, cells: untold }] : [],
    lines,
    people,
    named,
    opened: [],
  }
}
