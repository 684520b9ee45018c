/**
 * How a changed header gets onto the disk: a new generation of it and the entry that says so in one transaction,
 * then its copy. Shared by every change of slots.
 */
import { invariant, isVaultError } from '../../../shared/errors.ts'
import { headerMacKey } from '../crypto/keyTree.ts'
import { VaultDb } from '../db/vaultDb.ts'
import { type Header, writeHeader } from '../header/header.ts'
import { writeHeaderFile } from '../header/headerCopies.ts'
import { OP_SLOT_CHANGED } from '../ledger/ops.ts'
import type { AppendedEntry, NewEntry } from '../ledger/types.ts'
import type { SessionState } from './sessionState.ts'
import { type SlotDirectory, sealDirectory } from './slotDirectory.ts'

export interface NextHeader {
  readonly header: Header
  readonly bytes: Buffer
  readonly directory: SlotDirectory
}

/** The header as it will be, not stored yet. */
export function nextHeader(
  state: SessionState,
  slots: Header['slots'],
  directory: SlotDirectory,
): NextHeader {
  const { sodium, rootKey } = state
  invariant(
    directory.some((record) => record),
    'a vault keeps at least one slot that opens it',
  )
  const next = { ...state.header, generation: state.header.generation + 1, slots }
  const header: Header = { ...next, directory: sealDirectory(sodium, next, rootKey, directory) }
  const macKey = headerMacKey(sodium, rootKey.bytes)
  const bytes = writeHeader(sodium, header, macKey)
  sodium.memzero(macKey)
  return { header, bytes, directory }
}

/** Durable when it returns, with `also`; the copy in the folder still is the one before. */
export function storeHeader(
  state: SessionState,
  { header, bytes, directory }: NextHeader,
  body: Readonly<Record<string, unknown>>,
  also: readonly NewEntry[] = [],
): readonly AppendedEntry[] {
  const { generation } = header
  const changed = { op: OP_SLOT_CHANGED, body: { generation, ...body } }
  const [, ...appended] = state.ledger.commit([changed, ...also], {
    header: { bytes, generation },
  })
  state.header = header
  state.headerBytes = bytes
  state.directory = directory
  return appended
}

/** The header's row as another connection reads it. */
export function storedRow({ paths }: SessionState): Buffer | undefined {
  const reader = VaultDb.open(paths.database, 'read')
  try {
    return reader.header()
  } finally {
    reader.close()
  }
}

/**
 * The change is on disk and proven; should only its copy fail now, telling the person that it failed
 * would be wrong. The next unlock sees the older copy and writes it anew.
 */
export function writeLastCopy(state: SessionState): void {
  tolerating(() => writeHeaderFile(state.paths, state.headerBytes))
}

/** What the log still holds of the slot before goes now; should that fail, the next checkpoint takes it. */
export function emptyLog({ db }: SessionState): void {
  tolerating(() => {
    db.emptyLog()
  })
}

function tolerating(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!isVaultError(error)) throw error
  }
}
