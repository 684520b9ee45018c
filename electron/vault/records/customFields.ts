/**
 * The fields that a team defined, as their records say now. A definition is in force when it says of which kind, of which
 * type and under which words, each without contradiction; of one that is not, values are kept and mean nothing.
 *
 * What a value is validated against when it is written is the definition in force; what was written before stays.
 */
import type { RecordId } from '../../../shared/ids.ts'
import {
  CUSTOM_KINDS,
  CUSTOM_STARTS_AS,
  CUSTOM_TYPES,
  CustomDefinition,
  customFieldName,
} from '../../../shared/model/custom.ts'
import type { Kind } from '../../../shared/model/kind.ts'
import type { Labels, LabelWords } from '../../../shared/model/labelWords.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import type { FoldedRecord } from './fold.ts'
import { holding, preferred } from './preferred.ts'

export interface CustomLookup {
  /** The definition of a field of this kind of record; undefined when none is in force. */
  of(kind: Kind, field: string): CustomDefinition | undefined
}

/** What nobody defined. */
export const NO_CUSTOM_FIELDS: CustomLookup = { of: () => undefined }

interface Records {
  idsOf(kind: OpenKind): readonly RecordId[]
  get(id: RecordId): FoldedRecord | undefined
}

export class CustomFields implements CustomLookup {
  readonly #records: Records
  #known: ReadonlyMap<string, CustomDefinition> | undefined

  constructor(records: Records) {
    this.#records = records
  }

  /** In the order in which they were made. */
  all(): readonly CustomDefinition[] {
    return [...this.#definitions().values()]
  }

  of(kind: Kind, field: string): CustomDefinition | undefined {
    const found = this.#definitions().get(field)
    return found?.kind === kind ? found : undefined
  }

  /** A definition or a list changed. Gives what was known, if anybody had asked. */
  forget(): ReadonlyMap<string, CustomDefinition> | undefined {
    const known = this.#known
    this.#known = undefined
    return known
  }

  #definitions(): ReadonlyMap<string, CustomDefinition> {
    this.#known ??= new Map(
      this.#records.idsOf('customField').flatMap((id) => {
        const record = this.#records.get(id)
        const found = record && definition(record, (list) => this.#records.get(list))
        return found ? [[found.field, found] as const] : []
      }),
    )
    return this.#known
  }
}

/** Definitions of which other words are searched now; all of them where it is not known what they were. */
export function searchedOtherwise(
  before: ReadonlyMap<string, CustomDefinition> | undefined,
  now: readonly CustomDefinition[],
): readonly RecordId[] {
  const after = new Map(now.map((each) => [each.field, each]))
  if (!before) return now.map(({ id }) => id)
  return [...new Map([...before, ...after]).values()]
    .filter(({ field }) => searching(before.get(field)) !== searching(after.get(field)))
    .map(({ id }) => id)
}

const searching = (definition: CustomDefinition | undefined): string =>
  definition?.searched
    ? JSON.stringify(definition.choices.map(({ code, label }) => [code, label]))
    : ''

function definition(
  record: FoldedRecord,
  get: (id: RecordId) => FoldedRecord | undefined,
): CustomDefinition | undefined {
  const [kind, type] = [sole(record, 'belongsTo'), sole(record, 'type')]
  const label = preferred(record, 'label')?.value as LabelWords | undefined
  const list = type === 'choice' ? get(sole(record, 'list') as RecordId) : undefined
  if (!isOneOf(CUSTOM_KINDS, kind) || !isOneOf(CUSTOM_TYPES, type) || !label) return undefined
  if (type === 'choice' && list?.kind !== 'valueList') return undefined
  const startsAs = preferred(record, 'startsAs')?.value ?? CUSTOM_STARTS_AS
  const parsed = CustomDefinition.safeParse({
    ...{ id: record.id, field: customFieldName(record.id), kind, type },
    label: withoutCode(label),
    choices: list ? choicesOf(list) : [],
    searched: preferred(record, 'searched')?.value === true,
    audiences: [...new Set(holding(record, 'audiences').map(({ value }) => value))],
    startsAs,
    retired: preferred(record, 'retired')?.value === true,
  })
  return parsed.success ? parsed.data : undefined
}

const isOneOf = <T extends string>(values: readonly T[], value: unknown): value is T =>
  (values as readonly unknown[]).includes(value)

/** The one value of a field; undefined when two statements disagree. */
function sole(record: FoldedRecord, field: string): unknown {
  const values = new Set(holding(record, field).map(({ value }) => value))
  return values.size === 1 ? [...values][0] : undefined
}

function withoutCode({ code: _code, ...label }: LabelWords): Labels {
  return label
}

/** Every value that ever stood on the list, in the order they came; one whose statements were all taken back is retired. */
function choicesOf(list: FoldedRecord): CustomDefinition['choices'] {
  const choices = new Map<string, CustomDefinition['choices'][number]>()
  for (const { field, value, retractedBy } of list.statements) {
    if (field !== 'choices') continue
    const { code } = value as LabelWords
    if (code === undefined) continue
    const before = choices.get(code)
    // The words that stand, or else the last that stood.
    if (before && !before.retired && retractedBy !== null) continue
    choices.set(code, {
      code,
      label: withoutCode(value as LabelWords),
      retired: retractedBy !== null,
    })
  }
  return [...choices.values()]
}
