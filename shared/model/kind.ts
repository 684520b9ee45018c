/** The kinds of record. A new kind is a file in kinds/ and a line in model.ts (see docs/architecture.md). */
export const KINDS = [
  'person',
  'witness',
  'witnessIdentity',
  'case',
  'incident',
  'facility',
  'stay',
  'source',
  'organisation',
  'evidence',
  'dossier',
] as const
export type Kind = (typeof KINDS)[number]
