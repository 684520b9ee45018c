/** Who a dossier is made for: the columns of the audience matrix. */
export const AUDIENCES = [
  'mediator',
  'ua_body',
  'echr',
  'icc',
  'wgad',
  'special_procedures',
  'icrc',
  'public',
] as const
export type Audience = (typeof AUDIENCES)[number]

/** Who a table is made for: one of these, or the team itself, whose own files are read by no other. */
export const TABLE_READERS = [...AUDIENCES, 'team'] as const
export type TableReader = (typeof TABLE_READERS)[number]
