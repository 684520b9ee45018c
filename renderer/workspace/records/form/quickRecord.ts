/** A record that begins with its name alone, made while another one is being written. */
import { fieldOf, type OpenKind } from '../../../../shared/model/model.ts'
import {
  DEFAULT_GRADE,
  type RecordChange,
  type StatementInput,
} from '../../../../shared/model/statement.ts'
import { blankRaw, readRaw } from './raw.ts'

/** Kinds for which a name is enough; a person or a witness deserves a form. */
const NAME_FIELD: Partial<Record<OpenKind, string>> = {
  source: 'title',
  case: 'label',
  facility: 'names',
  place: 'names',
  organisation: 'title',
}

export function firstChange(kind: OpenKind, name: string): RecordChange | null {
  const field = NAME_FIELD[kind]
  const spec = field === undefined ? undefined : fieldOf(kind, field)
  if (field === undefined || !spec) return null
  const blank = blankRaw(spec.type)
  const reading = readRaw(spec, typeof blank === 'string' ? name : { ...blank, text: name }, '')
  if (reading.state !== 'value') return null
  const statement: StatementInput = {
    field,
    value: reading.value as StatementInput['value'],
    source: null,
    grade: DEFAULT_GRADE,
    asOf: null,
    confidentiality: spec.confidentiality,
  }
  return { add: [statement], retract: [], prefer: {} }
}
