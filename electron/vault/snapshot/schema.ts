/**
 * The fingerprint of how the working index is built: its tables, the model they are computed from, and a number for
 * everything else. A snapshot made by another program is built anew instead of being understood half.
 */
import { KINDS } from '../../../shared/model/kind.ts'
import { fieldsOf } from '../../../shared/model/model.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { INDEX_SCHEMA } from '../db/indexSchema.ts'

/**
 * Raised whenever the same entries would be folded, titled, sorted or split into words differently than before, and
 * the tables and the model do not show it.
 */
const INDEX_VERSION = 6

export function schemaHash(sodium: Sodium): Buffer {
  const model = KINDS.map((kind) => [
    kind,
    fieldsOf(kind).map(([name, { value: _value, ...field }]) => [name, field]),
  ])
  return sodium.hash([Buffer.from(JSON.stringify([INDEX_VERSION, INDEX_SCHEMA, model]), 'utf8')])
}
