/**
 * What a team adds to the model: fields of its own and the lists their values come from. Both are records, so a
 * definition has a history, is sealed in the ledger, and can be undone.
 *
 * Kind, type and list of a field never change once they are said (electron/vault/records/customFields.ts): values
 * would mean something else. A field that is not wanted any more is retired, and so is a value, by taking its
 * statement back: what was recorded stays readable.
 */
import { AUDIENCES } from '../../dossier/audience.ts'
import { CUSTOM_KINDS, CUSTOM_TYPES } from '../custom.ts'
import * as f from '../field.ts'

export const customField = {
  label: f.labelWords({ danger: 2, listed: true }),
  belongsTo: f.oneOf(CUSTOM_KINDS, { danger: 2, listed: true }),
  type: f.oneOf(CUSTOM_TYPES, { danger: 2, listed: true }),
  list: f.ref('valueList', { danger: 2, listed: true }),
  searched: f.boolean({ danger: 2 }),
  /** Who may read it in a dossier: nobody, until somebody says who. */
  audiences: f.oneOf(AUDIENCES, { many: true, danger: 2, listed: true }),
  startsAs: f.oneOf(f.CONFIDENTIALITY, { danger: 2 }),
  explanation: f.longText({ danger: 2 }),
  retired: f.boolean({ danger: 2, listed: true }),
} as const

export const valueList = {
  label: f.labelWords({ danger: 2, listed: true }),
  choices: f.labelWords({ many: true, danger: 2 }),
  explanation: f.longText({ danger: 2 }),
} as const
