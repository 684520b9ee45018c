/**
 * A witness under a code name, and the identity behind it. The identity is a record of its own in the witness
 * compartment, joined only from its side: nothing in the witness record leads to it.
 */
import * as f from '../field.ts'

export const witness = {
  codeName: f.text({ danger: 2, listed: true }),
  connection: f.oneOf(['witness', 'victim', 'relative', 'lawyer', 'secret_witness', 'other'], {
    danger: 3,
    listed: true,
  }),
  about: f.ref('person', { many: true, danger: 4, searchable: false }),
  statementSummary: f.longText({ danger: 4 }),
  accountTakenBy: f.text({ danger: 3 }),
  accountTakenOn: f.date({ danger: 3, listed: true }),
  consent: f.oneOf(['given', 'refused', 'withdrawn', 'not_asked'], { danger: 3, listed: true }),
  protectionMeasures: f.longText({ danger: 4 }),
} as const

export const witnessIdentity = {
  witness: f.ref('witness', { danger: 4, searchable: false }),
  name: f.name({ danger: 4, disclosure: 'witness_identity', searchable: false }),
  contact: f.longText({ danger: 4, searchable: false }),
  whereabouts: f.text({ danger: 4, searchable: false }),
  note: f.longText({ danger: 4, searchable: false }),
} as const
