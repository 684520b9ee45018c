/**
 * Opening a vault, in order: is it one, is its format the newest, who holds it, which header copy is whole, does the credential open
 * it, was it tampered with, does the ledger end where its head says. Nothing is written before all that is
 * known.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { isVaultError, VaultError } from '../../../shared/errors.ts'
import { type DeviceKey, deriveDeviceKey } from '../crypto/deviceKey.ts'
import { KDF_POLICY } from '../crypto/kdf.ts'
import { openForReading } from '../db/readOnlyDb.ts'
import { VaultDb } from '../db/vaultDb.ts'
import { FORMAT_VERSION } from '../db/vaultSchema.ts'
import { removeLeftOvers, tryRemove } from '../folder/durable.ts'
import { type VaultPaths, vaultPaths } from '../folder/layout.ts'
import { lockFolder, lockIdentity } from '../folder/lock.ts'
import { checkLooksLikeVault, namingDamage } from '../folder/looksLikeVault.ts'
import { type HeaderCopy, readHeaderCopies, writeHeaderFile } from '../header/headerCopies.ts'
import { OP_DEVICE_ADD, OP_VAULT_UNLOCKED } from '../ledger/ops.ts'
import type { VaultLedger } from '../ledger/vaultLedger.ts'
import { SeenHead } from '../machine/seenHead.ts'
import { finishSwap } from '../rekey/swap.ts'
import { openLedger } from './openLedger.ts'
import type { OpenedSession, SessionState } from './sessionState.ts'
import { changeSlots } from './slotChange.ts'
import type { OpenOptions, OpenVault, VaultNotice } from './types.ts'
import { type Unlocked, unlockHeader } from './unlock.ts'
import { VaultSession } from './vaultSession.ts'

/**
 * Errors: `not_a_vault`, `newer_format`, `header_damaged`, `header_tampered`, `kdf_out_of_range`,
 * `wrong_passphrase`, `wrong_key_file`, `card_of_other_set`, `vault_in_use` (details: pid, since, sameDevice), `read_only`, `ledger_truncated`,
 * `ledger_reordered`, `ledger_damaged`, `keys_damaged`, `out_of_memory`, `disk_full`.
 */
export async function openVault(options: OpenOptions): Promise<OpenVault> {
  const { state, notices, release } = await openSession(options)
  const session = new VaultSession(state, notices, release)
  session.raiseCostLater(options.credential)
  return session
}

/** What `openVault` wraps; for a re-key, and for tests that cut a change of slots off in the middle. */
export async function openSession(options: OpenOptions): Promise<OpenedSession> {
  const paths = vaultPaths(resolve(options.folder))
  finishSwap(options, paths.folder)
  checkLooksLikeVault(paths)
  const readOnly = options.readOnly || options.salvage || isOlderFormat(paths)
  const files = readOnly ? openToRead(paths) : openToWrite(options, paths)
  try {
    return await openWith({ ...options, readOnly }, paths, files)
  } catch (error) {
    files.release()
    throw error
  }
}

interface OpenFiles {
  readonly db: VaultDb
  release(): void
}

/** Looked at before the lock is taken: nothing is written to an older vault, not even that. */
function isOlderFormat(paths: VaultPaths): boolean {
  try {
    const db = VaultDb.open(paths.database, 'read')
    db.close()
    return db.formatVersion < FORMAT_VERSION
  } catch (error) {
    // What is wrong with it is said when it is opened.
    if (isVaultError(error)) return false
    throw error
  }
}

function openToRead(paths: VaultPaths): OpenFiles {
  const { db, close } = namingDamage(paths, () => openForReading(paths.database))
  return { db, release: close }
}

function openToWrite(
  { sodium, deviceSecret, now = Date.now }: OpenOptions,
  paths: VaultPaths,
): OpenFiles {
  const hadLock = existsSync(paths.lock)
  const lock = lockFolder(paths.lock, lockIdentity(sodium, deviceSecret, now()))
  try {
    const db = namingDamage(paths, () => openNewest(paths))
    return {
      db,
      release: () => {
        db.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    if (!hadLock) tryRemove(paths.lock)
    throw error
  }
}

function openNewest(paths: VaultPaths): VaultDb {
  const db = VaultDb.open(paths.database, 'write')
  if (db.formatVersion === FORMAT_VERSION) return db
  db.close()
  throw new VaultError('read_only')
}

async function openWith(
  options: OpenOptions,
  paths: VaultPaths,
  { db, release }: OpenFiles,
): Promise<OpenedSession> {
  const { sodium, credential, policy = KDF_POLICY, now = Date.now } = options
  const notices = new Set<VaultNotice>()
  const copies = readHeaderCopies(sodium, db, paths)
  const unlocked = await unlockHeader(sodium, copies, credential, policy)
  const { copy, rootKey, slot, directory } = unlocked
  try {
    const { device, ledger } = await ledgerOf(options, db, unlocked, notices)
    const { header, bytes: headerBytes } = copy
    const seenHead = seenHeadOf(options, paths, unlocked)
    if (seenHead?.isRolledBack(ledger)) notices.add('rolled_back')
    const state: SessionState = {
      ...{ sodium, policy, now, paths, db, ledger, rootKey },
      ...(seenHead ? { seenHead } : {}),
      ...{ slot, header, headerBytes, directory },
    }
    noteHeader(state, copies, unlocked, notices)
    if (device) {
      removeLeftOvers(paths.folder)
      recordUnlock(state, device, copies, notices)
      if (notices.has('header_copy_repaired')) writeHeaderFile(paths, headerBytes)
      await finishChange(state, notices)
    }
    return { state, notices: [...notices], release }
  } catch (error) {
    rootKey.wipe()
    throw error
  }
}

async function ledgerOf(
  options: OpenOptions,
  db: VaultDb,
  { rootKey, copy }: Unlocked,
  notices: Set<VaultNotice>,
): Promise<{ device: DeviceKey | undefined; ledger: VaultLedger }> {
  const { sodium, deviceSecret, salvage, readOnly, now = Date.now } = options
  const { vaultId } = copy.header
  const mayWrite = !readOnly && !salvage
  const device = mayWrite
    ? deriveDeviceKey(sodium, rootKey.bytes, vaultId, deviceSecret)
    : undefined
  const ledger = await openLedger({
    ...{ sodium, db, vaultId, rootKey, device, now },
    closedCompartments: options.closedCompartments ?? [],
    tolerated: salvage ? notices : undefined,
  })
  return { device, ledger }
}

const seenHeadOf = (
  { sodium, headsFolder, deviceSecret }: OpenOptions,
  { folder }: VaultPaths,
  { rootKey, copy }: Unlocked,
): SeenHead | undefined =>
  headsFolder === undefined
    ? undefined
    : new SeenHead({
        ...{ sodium, headsFolder, deviceSecret, folder, rootKey },
        vaultId: copy.header.vaultId,
      })

function noteHeader(
  state: SessionState,
  copies: readonly HeaderCopy[],
  { copy, tampered }: Unlocked,
  notices: Set<VaultNotice>,
): void {
  if (copy.header.version < FORMAT_VERSION) notices.add('older_format')
  if (tampered) notices.add('header_tampered')
  if (copy.from === 'file') notices.add('header_copy_used')
  if (copy.header.generation < state.ledger.headerGeneration) notices.add('header_copy_older')
  const file = copies.find(({ from }) => from === 'file')
  const same = file?.bytes.equals(copy.bytes) === true
  if (copy.from === 'row' && !same) notices.add('header_copy_repaired')
}

/**
 * Introduces the device when it is new here; either way the first entry of a session says who came in, and
 * how. A row of the header that was not what was opened is put right in the same transaction.
 */
function recordUnlock(
  { ledger, slot, directory, header, headerBytes }: SessionState,
  device: DeviceKey,
  copies: readonly HeaderCopy[],
  notices: Set<VaultNotice>,
): void {
  const row = copies.find(({ from }) => from === 'row')
  const rowIsRight = row?.bytes.equals(headerBytes) === true
  const isNew = !ledger.knowsDevice(device.id)
  if (isNew) notices.add('new_device')
  const publicKey = device.publicKey.toString('hex')
  const kind = directory[slot]?.kind ?? 'passphrase'
  const unlocked = { op: OP_VAULT_UNLOCKED, body: { with: kind, slot, notices: [...notices] } }
  ledger.commit(isNew ? [{ op: OP_DEVICE_ADD, body: { publicKey } }, unlocked] : [unlocked], {
    ...(rowIsRight ? {} : { header: { bytes: headerBytes, generation: header.generation } }),
    ...(isNew ? { stage: (stage) => stage.addDevice(device.id, device.publicKey) } : {}),
  })
}

/**
 * A change of passphrase that was cut off left two valid slots. Opened with the new one, it is finished:
 * the new one has just been proven. Opened with the old one, both stay, and the person is told. A recovery code
 * that was to replace another, and did not, was shown to nobody: nothing may open the vault that nobody knows of.
 */
async function finishChange(state: SessionState, notices: Set<VaultNotice>): Promise<void> {
  const { directory, slot } = state
  const unseen = directory.flatMap((record, index) => {
    const { kind, replaces } = record ?? {}
    const isPending = replaces !== undefined && directory[replaces] !== undefined
    return kind === 'recovery' && isPending && index !== slot ? [index] : []
  })
  const replaces = directory[slot]?.replaces
  if (replaces !== undefined && directory[replaces]) {
    await changeSlots(state, { drop: [replaces, ...unseen] })
    notices.add('passphrase_change_finished')
    return
  }
  if (unseen.length > 0) await changeSlots(state, { drop: unseen })
  if (state.directory.some((record) => record?.replaces === slot)) {
    notices.add('passphrase_change_unfinished')
  }
}
