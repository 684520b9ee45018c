/** Puts a record together statement by statement, typed by the model, and parses each value as the core will. */
import type { RecordId } from '../../../shared/ids.ts'
import type { Confidentiality } from '../../../shared/model/field.ts'
import type { Kind } from '../../../shared/model/kind.ts'
import {
  type FieldName,
  type FieldValue,
  fieldOf,
  isSealedKind,
  type OpenKind,
} from '../../../shared/model/model.ts'
import {
  DEFAULT_GRADE,
  type Grade,
  RecordChange,
  type StatementInput,
} from '../../../shared/model/statement.ts'
import type { PartialDate } from '../../../shared/model/values.ts'

/** Where a statement comes from. */
export interface Basis {
  readonly source?: RecordId
  readonly grade?: Grade
  readonly asOf?: PartialDate
  readonly confidentiality?: Confidentiality
}

export class Draft<K extends Kind> {
  readonly kind: K
  readonly id: RecordId
  readonly #add: StatementInput[] = []
  readonly #prefer: Record<string, string> = {}

  constructor(kind: K, id: string) {
    this.kind = kind
    this.id = id as RecordId
  }

  add<F extends FieldName<K>>(field: F, value: FieldValue<K, F>, basis: Basis = {}): this {
    const definition = fieldOf(this.kind, field)
    if (!definition) throw new Error('no such field')
    this.#add.push({
      field,
      value: definition.value.parse(value) as StatementInput['value'],
      source: basis.source ?? null,
      grade: basis.grade ?? DEFAULT_GRADE,
      asOf: basis.asOf ?? null,
      confidentiality: basis.confidentiality ?? definition.confidentiality,
    })
    return this
  }

  /** Shows the statement just added first. */
  preferLast(): this {
    const last = this.#add.at(-1)
    if (!last) throw new Error('nothing was added')
    this.#prefer[last.field] = `+${this.#add.length - 1}`
    return this
  }

  get size(): number {
    return this.#add.length
  }

  change(): RecordChange {
    return RecordChange.parse({ add: this.#add, prefer: this.#prefer })
  }

  record(): GeneratedRecord {
    if (isSealedKind(this.kind)) throw new Error('an identity is saved with its witness')
    return { kind: this.kind as OpenKind, id: this.id, change: this.change() }
  }
}

export interface GeneratedRecord {
  readonly kind: OpenKind
  readonly id: RecordId
  readonly change: RecordChange
}
