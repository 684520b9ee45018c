/**
 * The end of a re-key: the old vault goes aside, the new one takes its place. Two renames, each on the disk before
 * the next: cut off anywhere, the old vault lies at its place or aside, the new one in the work folder or at the
 * place, and whoever opens the vault next finishes. Before the new vault was verified nothing here happens.
 */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isVaultError } from '../../../shared/errors.ts'
import type { Secret } from '../crypto/secret.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { fsyncFolder, removeFile } from '../folder/durable.ts'
import { mapFsErrors } from '../folder/fsErrors.ts'
import { vaultPaths } from '../folder/layout.ts'
import { type FolderLock, lockFolder, lockIdentity } from '../folder/lock.ts'
import { openRawVault } from '../ledger/raw.ts'
import { type ReadyNote, type RekeyPlaces, readReady, rekeyPlaces } from './places.ts'

export interface SwapOptions {
  readonly sodium: Sodium
  readonly deviceSecret: Secret
  /** Nothing is moved that can be read where it is. */
  readonly readOnly?: boolean | undefined
  readonly salvage?: boolean | undefined
  readonly now?: (() => number) | undefined
  /** Tests only: called when a step is on the disk. */
  readonly onStep?: ((step: SwapStep) => void) | undefined
}

export type SwapStep = 'aside' | 'placed' | 'cleaned'

/**
 * `swapped`: the new vault is at its place. `stale`: the old vault was written to since; its re-key has to be gone
 * on with. `nothing`: there is no swap to finish, or it cannot be finished now.
 */
export type SwapResult = 'swapped' | 'stale' | 'nothing'

/** Errors: `read_only`, `disk_full`, `io_failed`; the swap can be finished later then. */
export function finishSwap(options: SwapOptions, folder: string): SwapResult {
  const places = rekeyPlaces(folder)
  if (!existsSync(places.ready)) return 'nothing'
  const note = readReady(places)
  if (!note) return 'nothing'
  const mayWrite = !options.readOnly && !options.salvage
  if (existsSync(places.vault)) {
    if (existsSync(places.folder)) {
      const moved = mayWrite ? moveOldAside(options, places, note) : 'nothing'
      if (moved !== 'swapped') return moved
    } else if (!existsSync(join(places.parent, note.aside))) {
      // The old vault went somewhere else, by somebody else's hand.
      return 'nothing'
    }
    placeNew(options, places)
  } else if (idOf(options.sodium, places.folder) !== note.to) {
    return 'nothing'
  }
  if (mayWrite) removeWork(places)
  options.onStep?.('cleaned')
  return 'swapped'
}

/** Whether the old vault is aside already and the new one not at its place yet: opening it puts it there. */
export function awaitsSwap(folder: string): boolean {
  const places = rekeyPlaces(folder)
  const isBetween = !existsSync(places.folder) && existsSync(places.vault)
  return isBetween && readReady(places) !== undefined
}

/** Under the vault's lock, so that nobody who has it open for writing loses what they write. */
function moveOldAside(options: SwapOptions, places: RekeyPlaces, note: ReadyNote): SwapResult {
  const lock = lockIfFree(options, places)
  if (!lock) return 'nothing'
  try {
    if (!isUnchanged(options.sodium, places.folder, note)) {
      removeFile(places.ready)
      fsyncFolder(places.work)
      return 'stale'
    }
    // Windows moves no folder in which a file is open.
    if (process.platform === 'win32') lock.release()
    rename(places.folder, join(places.parent, note.aside))
    fsyncFolder(places.parent)
  } finally {
    if (process.platform !== 'win32') lock.release()
  }
  options.onStep?.('aside')
  return 'swapped'
}

function lockIfFree(options: SwapOptions, places: RekeyPlaces): FolderLock | undefined {
  const { sodium, deviceSecret, now = Date.now } = options
  try {
    return lockFolder(vaultPaths(places.folder).lock, lockIdentity(sodium, deviceSecret, now()))
  } catch (error) {
    if (isVaultError(error) && ['vault_in_use', 'read_only'].includes(error.code)) return undefined
    throw error
  }
}

function placeNew(options: SwapOptions, places: RekeyPlaces): void {
  rename(places.vault, places.folder)
  fsyncFolder(places.parent)
  options.onStep?.('placed')
}

const rename = (from: string, to: string): void => mapFsErrors('write', () => renameSync(from, to))

/** Takes the work folder away with everything in it. */
export function removeWork({ work, parent }: RekeyPlaces): void {
  mapFsErrors('write', () => rmSync(work, { recursive: true, force: true }))
  fsyncFolder(parent)
}

function isUnchanged(sodium: Sodium, folder: string, note: ReadyNote): boolean {
  try {
    const raw = openRawVault(folder, sodium)
    raw.close()
    const { vaultId, head } = raw.state
    return vaultId.toString('hex') === note.from && head.mac.toString('hex') === note.head
  } catch (error) {
    if (isVaultError(error)) return false
    throw error
  }
}

function idOf(sodium: Sodium, folder: string): string | undefined {
  try {
    const raw = openRawVault(folder, sodium)
    raw.close()
    return raw.state.vaultId.toString('hex')
  } catch (error) {
    if (isVaultError(error)) return undefined
    throw error
  }
}
