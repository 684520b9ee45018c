/**
 * Branded identifiers: a zod schema and a type of the same name each, so that one kind of id cannot be
 * passed where another is meant. Record, statement, author and vault ids are 16 random bytes as 32
 * lower-case hexadecimal digits; an object id is the BLAKE2b-256 of the stored file, 64 digits.
 */
import { z } from 'zod'

const hex128 = () => z.string().regex(/^[0-9a-f]{32}$/)

export const VaultId = hex128().brand<'VaultId'>()
export type VaultId = z.infer<typeof VaultId>

export const RecordId = hex128().brand<'RecordId'>()
export type RecordId = z.infer<typeof RecordId>

export const StatementId = hex128().brand<'StatementId'>()
export type StatementId = z.infer<typeof StatementId>

/** The pseudonymous author of a ledger entry: the id of a device key (docs/format.md). */
export const AuthorId = hex128().brand<'AuthorId'>()
export type AuthorId = z.infer<typeof AuthorId>

export const ObjectId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'ObjectId'>()
export type ObjectId = z.infer<typeof ObjectId>
