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
