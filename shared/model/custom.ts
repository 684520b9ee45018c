/**
 * Fields that a team defined for itself. A definition is a record of kind `customField`; a value of it is an ordinary
 * statement on a record of the kind it belongs to, in a field called `custom` and the definition's id. Such a
 * statement is kept whatever becomes of the definition: what it means, who may read it and whether it is searched
 * is what the definition says now.
 *
 * Nothing defined here leaves in a dossier unless the definition names its audience.
 */
import { z } from 'zod'
import { AUDIENCES } from '../dossier/audience.ts'
import { RecordId } from '../ids.ts'
import * as f from './field.ts'
import type { Kind } from './kind.ts'
import { LABEL_LANGUAGES, Labels } from './labelWords.ts'
import { FieldNameText } from './statement.ts'

/** Kinds that can have fields of a team's own: not the identities of witnesses, nor what the program writes itself. */
export const CUSTOM_KINDS = [
  'person',
  'relation',
  'counsel',
  'consent',
  'witness',
  'case',
  'proceeding',
  'incident',
  'act',
  'involvement',
  'perpetrator',
  'facility',
  'stay',
  'place',
  'health',
  'examination',
  'intervention',
  'exchange',
  'source',
  'organisation',
  'evidence',
] as const satisfies readonly Kind[]
export type CustomKind = (typeof CUSTOM_KINDS)[number]

export const takesCustomFields = (kind: Kind): kind is CustomKind =>
  (CUSTOM_KINDS as readonly Kind[]).includes(kind)

/** `choice`: one value of a value list. */
export const CUSTOM_TYPES = ['text', 'longText', 'date', 'number', 'boolean', 'choice'] as const

/** Kinds whose records say what values of other records mean. */
const DEFINING: ReadonlySet<Kind> = new Set<Kind>(['customField', 'valueList'])
export const isDefining = (kind: Kind | undefined): boolean =>
  kind !== undefined && DEFINING.has(kind)

const FIXED: ReadonlySet<string> = new Set(['belongsTo', 'type', 'list'])

/** What a definition never says otherwise once it is said: values would come to mean something else. */
export const isFixedOnceSaid = (kind: Kind, field: string): boolean =>
  kind === 'customField' && FIXED.has(field)

/** Until a definition says otherwise: for the case team, which no dossier prints. */
export const CUSTOM_STARTS_AS = 'C2'

const NAME = /^custom([0-9a-f]{32})$/

export const customFieldName = (definition: RecordId): string => `custom${definition}`

/** The definition that a field is named after; undefined for a field of the model. */
export const definitionIdOf = (field: string): RecordId | undefined =>
  NAME.exec(field)?.[1] as RecordId | undefined

/** A field of a team's own as far as it is known without its definition. */
export const UNDEFINED_FIELD = f.custom({ danger: 2, searchable: false })

const CustomChoice = z.strictObject({
  code: z.string(),
  label: Labels,
  /** Taken off the list: what has it keeps it, nothing gets it any more. */
  retired: z.boolean(),
})

/** A definition in force, or one that was. */
export const CustomDefinition = z.strictObject({
  id: RecordId,
  /** The field that its values are statements of. */
  field: FieldNameText,
  kind: z.enum(CUSTOM_KINDS),
  type: z.enum(CUSTOM_TYPES),
  label: Labels,
  /** In the order in which they were added. */
  choices: z.array(CustomChoice),
  searched: z.boolean(),
  audiences: z.array(z.enum(AUDIENCES)),
  startsAs: z.enum(f.CONFIDENTIALITY),
  retired: z.boolean(),
})
export type CustomDefinition = z.infer<typeof CustomDefinition>

/** The field a definition makes: what may be written now. */
export function customSpec({ type, choices, searched, startsAs }: CustomDefinition): f.Field {
  const options = { danger: 2, searchable: searched } as const
  const made = (): f.Field => {
    switch (type) {
      case 'text':
        return f.text(options)
      case 'longText':
        return f.longText(options)
      case 'date':
        return f.date(options)
      case 'number':
        return f.integer(options)
      case 'boolean':
        return f.boolean(options)
      case 'choice': {
        const codes = choices.filter(({ retired }) => !retired).map(({ code }) => code)
        // A list whose values are all retired takes none, and no code is empty.
        return f.oneOf([codes[0] ?? '', ...codes.slice(1)], options)
      }
    }
  }
  return { ...made(), confidentiality: startsAs }
}

/** In `language`, or else in the first there is in the order in which the team is likely to read it. */
export function labelIn(label: Labels, language: (typeof LABEL_LANGUAGES)[number]): string {
  const found = [language, ...LABEL_LANGUAGES].find((each) => label[each] !== undefined)
  return (found && label[found]) ?? ''
}

/** Every wording of a label, once. */
export const wordingsOf = (label: Labels): readonly string[] => [
  ...new Set(LABEL_LANGUAGES.flatMap((language) => label[language] ?? [])),
]
