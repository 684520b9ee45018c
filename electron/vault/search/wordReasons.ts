/** What of a record a word matched: the search keeps no positions, so the record itself is looked through. */
import type { Reason } from '../../../shared/contract/records.ts'
import { foldWords } from '../../../shared/names/fold.ts'
import type { CustomLookup } from '../records/customFields.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { searchedText } from '../records/indexing.ts'
import { viewOf } from '../records/preferred.ts'
import { valueText } from '../records/valueText.ts'

/** Of words, for one record. */
export const MOST_REASONS = 5
/** Letters of a long text shown on either side of the word. */
const AROUND = 60

/** For each word the first statement that has it, whole words before beginnings. */
export function wordReasons(
  record: FoldedRecord,
  words: readonly string[],
  custom: CustomLookup,
): Reason[] {
  const reasons: Reason[] = []
  for (const word of words) {
    const reason = word === '' ? undefined : wordReason(record, word, custom)
    if (reason && !reasons.some((each) => each.matched === reason.matched)) reasons.push(reason)
  }
  return reasons.slice(0, MOST_REASONS)
}

function wordReason(record: FoldedRecord, word: string, custom: CustomLookup): Reason | undefined {
  let prefix: Reason | undefined
  for (const { field, name, statements } of viewOf(record)) {
    const own = field.type === 'custom' ? custom.of(record.kind, name) : undefined
    if (field.type === 'ref' || !(own ?? field.searchable)) continue
    for (const { value } of statements) {
      const text = own ? (searchedText(own, value) ?? '') : valueText(field, value, () => '')
      const words = foldWords(text)
      if (words.includes(word)) {
        const type = field.type === 'name' ? 'name_exact' : 'word'
        return { type, field: name, matched: cut(text, word) }
      }
      if (!prefix && words.some((each) => each.startsWith(word))) {
        prefix = { type: 'prefix', field: name, matched: cut(text, word) }
      }
    }
  }
  return prefix
}

/** A long text around the first word that begins so. */
function cut(text: string, word: string): string {
  if (text.length <= 2 * AROUND) return text
  for (const { 0: found, index } of text.matchAll(/[\p{L}\p{M}\p{N}'’ʼ]+/gu)) {
    if (!foldWords(found).join('').startsWith(word)) continue
    const start = Math.max(0, index - AROUND)
    const end = Math.min(text.length, index + found.length + AROUND)
    const inside = text.slice(start, end).trim()
    return `${start > 0 ? '…' : ''}${inside}${end < text.length ? '…' : ''}`
  }
  return `${text.slice(0, 2 * AROUND)}…`
}
