/**
 * The fields that the team defined, as screens need them: which a record of a kind has, what may be typed into each, and
 * their words put among those of the model, so that whoever names a field or a value need not know whose it is.
 */

import type { ModelLabels } from '../../../../shared/i18n/labels.ts'
import type { Language } from '../../../../shared/i18n/languages.ts'
import { type CustomDefinition, customSpec, labelIn } from '../../../../shared/model/custom.ts'
import type { Field } from '../../../../shared/model/field.ts'
import type { Kind } from '../../../../shared/model/kind.ts'
import { fieldOf, isCustomFieldOf } from '../../../../shared/model/model.ts'
import type { RecordState } from '../../../../shared/model/statement.ts'

/** Field → what it takes now, of fields that the team defined. */
export type OwnSpecs = ReadonlyMap<string, Field>
export const NO_OWN_SPECS: OwnSpecs = new Map()

export const ownSpecs = (definitions: readonly CustomDefinition[]): OwnSpecs =>
  new Map(definitions.map((each) => [each.field, customSpec(each)]))

/** What a field takes; undefined for one that the kind does not have. */
export const specOf = (kind: Kind, field: string, specs: OwnSpecs): Field | undefined =>
  specs.get(field) ?? fieldOf(kind, field)

/** Own fields to show of a record: those in use, and whatever else it has statements of. In the order of their making. */
export function ownFieldsOf(
  definitions: readonly CustomDefinition[],
  kind: Kind,
  record: RecordState | null,
): readonly string[] {
  const said = (record?.statements ?? []).map(({ field }) => field)
  const defined = definitions
    .filter((each) => each.kind === kind && (!each.retired || said.includes(each.field)))
    .map(({ field }) => field)
  return [...new Set([...defined, ...said.filter((field) => isCustomFieldOf(kind, field))])]
}

/** Retired, or not defined any more: what it says stays, nothing is added. */
export const isClosed = (definitions: readonly CustomDefinition[], field: string): boolean =>
  definitions.find((each) => each.field === field)?.retired ?? true

export function withOwnLabels(
  labels: ModelLabels,
  definitions: readonly CustomDefinition[],
  language: Language,
): ModelLabels {
  if (definitions.length === 0) return labels
  const fields: Record<string, Record<string, string>> = { ...labels.fields }
  const values: Record<string, Record<string, unknown>> = { ...labels.values }
  for (const { kind, field, label, choices, retired } of definitions) {
    const words = labelIn(label, language)
    const shown = retired ? `${words} (${labels.retiredField})` : words
    fields[kind] = { ...fields[kind], [field]: shown }
    const byCode = choices.map((choice) => [choice.code, labelIn(choice.label, language)])
    values[kind] = { ...values[kind], [field]: Object.fromEntries(byCode) }
  }
  return {
    ...labels,
    fields: fields as unknown as ModelLabels['fields'],
    values: values as unknown as ModelLabels['values'],
  }
}
