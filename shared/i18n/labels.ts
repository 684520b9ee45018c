/**
 * The words for the model in one language: every kind, field and enum value. The types are computed from the
 * model itself, so a field or a value without words does not compile.
 */

import type { Audience } from '../dossier/audience.ts'
import type { DossierDocument, DossierLanguage } from '../dossier/document.ts'
import type { RecordId } from '../ids.ts'
import type { BODY_REGIONS, BODY_VIEWS, CONSISTENCY, MARK_TYPES } from '../model/bodyMark.ts'
import type { IDENTITY_LEVELS } from '../model/consentScope.ts'
import { definitionIdOf } from '../model/custom.ts'
import type { DisclosureGroup } from '../model/disclosure.ts'
import type { Confidentiality } from '../model/field.ts'
import { KINDS, type Kind } from '../model/kind.ts'
import type { FieldName, FieldValue } from '../model/model.ts'
import type { INFORMATION_GRADES, SOURCE_GRADES } from '../model/statement.ts'
import type { NAME_LANGUAGES, NAME_TYPES, REGIMES } from '../model/values.ts'

/** Only enums: a free text is `string`, a reference is a branded id, and neither has a closed set of words. */
type EnumFieldName<K extends Kind> = {
  [F in FieldName<K>]: FieldValue<K, F> extends string
    ? string extends FieldValue<K, F>
      ? never
      : FieldValue<K, F> extends RecordId
        ? never
        : F
    : never
}[FieldName<K>]

/** Values that are kinds, audiences or levels, and have the words of those. */
type NamedElsewhere<K extends Kind> = K extends 'customField'
  ? 'belongsTo' | 'audiences' | 'startsAs'
  : never

type EnumValue<K extends Kind, F extends FieldName<K>> = Extract<FieldValue<K, F>, string>

export interface ModelLabels {
  /** One record of the kind, and the heading of their list. */
  readonly kinds: Readonly<Record<Kind, { readonly one: string; readonly many: string }>>
  readonly fields: { readonly [K in Kind]: Readonly<Record<FieldName<K>, string>> }
  readonly values: {
    readonly [K in Kind]: {
      readonly [F in Exclude<EnumFieldName<K>, NamedElsewhere<K>>]: Readonly<
        Record<EnumValue<K, F>, string>
      >
    }
  }
  readonly nameTypes: Readonly<Record<(typeof NAME_TYPES)[number], string>>
  readonly nameLanguages: Readonly<Record<(typeof NAME_LANGUAGES)[number], string>>
  readonly regimes: Readonly<Record<(typeof REGIMES)[number], string>>
  readonly bodyViews: Readonly<Record<(typeof BODY_VIEWS)[number], string>>
  readonly bodyRegions: Readonly<Record<(typeof BODY_REGIONS)[number], string>>
  readonly markTypes: Readonly<Record<(typeof MARK_TYPES)[number], string>>
  readonly consistency: Readonly<Record<(typeof CONSISTENCY)[number], string>>
  /** In a consent: all groups that may leave at all. */
  readonly consentEverything: string
  readonly identityLevels: Readonly<Record<(typeof IDENTITY_LEVELS)[number], string>>
  readonly confidentiality: Readonly<Record<Confidentiality, string>>
  readonly sourceGrades: Readonly<Record<(typeof SOURCE_GRADES)[number], string>>
  readonly informationGrades: Readonly<Record<(typeof INFORMATION_GRADES)[number], string>>
  readonly disclosureGroups: Readonly<Record<DisclosureGroup, string>>
  readonly audiences: Readonly<Record<Audience, string>>
  readonly dossierLanguages: Readonly<Record<DossierLanguage, string>>
  /** Behind the name of a field that the team no longer uses, and in place of the name of one that nobody defines. */
  readonly retiredField: string
  readonly undefinedField: string
  readonly withheld: Readonly<Record<DossierDocument['withheld'][number]['why'], string>>
}

const lookUp = (table: unknown, key: string): string | undefined => {
  if (typeof table !== 'object' || table === null || !Object.hasOwn(table, key)) return undefined
  const found: unknown = (table as Readonly<Record<string, unknown>>)[key]
  return typeof found === 'string' ? found : undefined
}

/**
 * The words for a field named at run time, `kind.field` for one of a linked record; the bare name when a newer
 * program wrote a field unknown here.
 */
export const fieldLabel = (labels: ModelLabels, kind: Kind, field: string): string =>
  lookUp(labels.fields[kind], field) ??
  linkedFieldLabel(labels, field) ??
  (definitionIdOf(field) ? labels.undefinedField : field)

function linkedFieldLabel({ kinds, fields }: ModelLabels, path: string): string | undefined {
  const kind = KINDS.find((each) => path.startsWith(`${each}.`))
  const label = kind && lookUp(fields[kind], path.slice(kind.length + 1))
  return kind && label ? `${kinds[kind].one}: ${label}` : undefined
}

/** The words for an enum value; a value that is no code of that field is shown as it is. */
export function valueLabel(labels: ModelLabels, kind: Kind, field: string, value: string): string {
  if (kind === 'customField') return definitionLabel(labels, field, value)
  const ofKind: Readonly<Record<string, unknown>> = labels.values[kind]
  return Object.hasOwn(ofKind, field) ? (lookUp(ofKind[field], value) ?? value) : value
}

function definitionLabel(labels: ModelLabels, field: string, value: string): string {
  const { kinds, audiences, confidentiality, values } = labels
  switch (field) {
    case 'belongsTo':
      return kinds[value as Kind]?.many ?? value
    case 'audiences':
      return lookUp(audiences, value) ?? value
    case 'startsAs':
      return lookUp(confidentiality, value) ?? value
    default:
      return field === 'type' ? (lookUp(values.customField.type, value) ?? value) : value
  }
}
