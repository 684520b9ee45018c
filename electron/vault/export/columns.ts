/**
 * The columns that a table of one kind of record could have, before anybody asks who reads it: the fields that its list
 * shows or all of its fields, then those that the team defined. A name has a column for each language, because that is
 * how lists are kept and how the import reads them.
 */
import { nameHeading } from '../../../shared/export/headings.ts'
import { EXPORT_WORDS } from '../../../shared/export/words.ts'
import { MODEL_LABELS } from '../../../shared/i18n/index.ts'
import { fieldLabel } from '../../../shared/i18n/labels.ts'
import type { Language } from '../../../shared/i18n/languages.ts'
import { type CustomDefinition, labelIn } from '../../../shared/model/custom.ts'
import type { Field } from '../../../shared/model/field.ts'
import { fieldsOf, type OpenKind } from '../../../shared/model/model.ts'
import { NAME_LANGUAGES, type Name } from '../../../shared/model/values.ts'

export interface Column {
  readonly field: string
  readonly spec: Field | CustomDefinition
  readonly heading: string
  /** The part of the field's values that stands here. */
  readonly part?: Name['lang'] | 'details'
}

/** Machinery, not a fact about anybody. */
const NO_COLUMN: ReadonlySet<string> = new Set(['mergedFrom'])

export function columnsFor(
  kind: OpenKind,
  which: 'listed' | 'all',
  language: Language,
  definitions: readonly CustomDefinition[],
): readonly Column[] {
  const labels = MODEL_LABELS[language]
  const fields = fieldsOf(kind).filter(
    ([name, { listed }]) => (which === 'all' || listed) && !NO_COLUMN.has(name),
  )
  const columns = fields.flatMap(([field, spec]): readonly Column[] => {
    const heading = fieldLabel(labels, kind, field)
    if (spec.type === 'name' && kind === 'person')
      return NAME_LANGUAGES.map((part) => ({
        ...{ field, spec, part },
        heading: nameHeading(labels, part),
      }))
    const column: Column = { field, spec, heading }
    if (spec.type !== 'sentence') return [column]
    const { details } = EXPORT_WORDS[language]
    return [column, { field, spec, heading: `${heading} (${details})`, part: 'details' }]
  })
  const own = definitions
    .filter((definition) => definition.kind === kind)
    .map((spec) => ({ field: spec.field, spec, heading: labelIn(spec.label, language) }))
  return [...columns, ...own]
}

export const isOwn = (spec: Column['spec']): spec is CustomDefinition => 'audiences' in spec
