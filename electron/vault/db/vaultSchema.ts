/**
 * The tables of `vault.db`; those of format 1 lack the last. A vault whose schema differs from this by one character is not
 * opened: a trigger planted in a stolen vault would otherwise run when its owner opens it.
 */

/** "EMNT": tells a vault from any other SQLite file without a key. */
export const APPLICATION_ID = 0x454d4e54
/** Versions this program reads. PRAGMA user_version; the same number as in the header. */
export type FormatVersion = 1 | 2
/** The only version this program writes; an older vault is opened for reading only. */
export const FORMAT_VERSION = 2

export const isFormatVersion = (version: unknown): version is FormatVersion =>
  version === 1 || version === FORMAT_VERSION
/** Several entries of the usual size per page; why not 4096 or 16384 is in docs/format.md. */
export const PAGE_SIZE = 8192

export const VAULT_SCHEMA: readonly string[] = [
  `CREATE TABLE header (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  bytes BLOB NOT NULL
) STRICT`,
  `CREATE TABLE ledger (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  nonce BLOB NOT NULL CHECK (length(nonce) = 24),
  box BLOB NOT NULL
) STRICT`,
  `CREATE TRIGGER ledger_entries_are_never_changed BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'ledger entries are never changed'); END`,
  `CREATE TRIGGER ledger_entries_are_never_deleted BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'ledger entries are never deleted'); END`,
  `CREATE TABLE head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  header_generation INTEGER NOT NULL,
  keys_hash BLOB NOT NULL CHECK (length(keys_hash) = 32),
  mac BLOB NOT NULL CHECK (length(mac) = 32)
) STRICT`,
  // place = compartment × 2³² + page: one integer, so that a page lies whole in its leaf.
  `CREATE TABLE keypage (
  place INTEGER PRIMARY KEY CHECK (place >= 0),
  nonce BLOB NOT NULL CHECK (length(nonce) = 24),
  box BLOB NOT NULL
) STRICT`,
  `CREATE TABLE compartment (
  compartment INTEGER PRIMARY KEY CHECK (compartment > 0),
  nonce BLOB NOT NULL CHECK (length(nonce) = 24),
  box BLOB NOT NULL
) STRICT`,
  // Every row of keypage and compartment again, on other pages of the file: a damaged one costs no keys.
  `CREATE TABLE keycopy (
  place INTEGER PRIMARY KEY CHECK (place >= 0),
  nonce BLOB NOT NULL CHECK (length(nonce) = 24),
  box BLOB NOT NULL
) STRICT`,
]

/** The tables of a vault of a version, as they are made. */
export const schemaOf = (version: FormatVersion): readonly string[] =>
  version === 1 ? VAULT_SCHEMA.slice(0, -1) : VAULT_SCHEMA
