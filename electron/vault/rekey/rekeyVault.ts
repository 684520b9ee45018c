/**
 * Re-keying: writes everything of a vault under a new root key, with a new vault id, new record keys and new file
 * keys, into a new vault beside the old one. The old vault is not touched before the new one is proven equal to it,
 * and then only moved aside. A run that is cut off anywhere is gone on with by the next; a run that is cancelled
 * leaves nothing. Also the way from an older format to the newest.
 */
import { existsSync } from 'node:fs'
import { isVaultError, VaultError } from '../../../shared/errors.ts'
import type { VaultId } from '../../../shared/ids.ts'
import { vaultPaths } from '../folder/layout.ts'
import { lockFolder, lockIdentity } from '../folder/lock.ts'
import { ObjectStore } from '../objects/store.ts'
import { openSession } from '../session/openVault.ts'
import type { SessionState } from '../session/sessionState.ts'
import { VaultSession } from '../session/vaultSession.ts'
import { carryOver, type Sides } from './carryOver.ts'
import { checkEqual } from './compare.ts'
import { nameForOld, type RekeyPlaces, readReady, rekeyPlaces, writeReady } from './places.ts'
import { openSource, type Source } from './source.ts'
import { finishSwap, removeWork } from './swap.ts'
import { countCarried, isForKeyFiles, openTarget, type Target } from './target.ts'
import type { RekeyOptions, RekeyResult } from './types.ts'

/**
 * Errors: those of opening the vault; `custodian_closed`; damage that is found in the old vault (nothing is left out
 * silently: salvage or restore first); `disk_full`, `read_only`, `io_failed`; `conflict` when the old vault was
 * written to in between; `cancelled`.
 */
export async function rekeyVault(options: RekeyOptions): Promise<RekeyResult> {
  const places = rekeyPlaces(options.folder)
  const { sodium, deviceSecret, now, onStep } = options
  // Gone with the work folder when the swap is finished.
  const note = readReady(places)
  if (note && finishSwap({ sodium, deviceSecret, now }, places.folder) === 'swapped') {
    const finished = await afterSwap(options, places, note.aside)
    if (finished) return finished
  }
  try {
    const prepared = await prepare(options, places)
    const swapped = finishSwap({ sodium, deviceSecret, now, onStep }, places.folder)
    if (swapped !== 'swapped') throw new VaultError('conflict')
    return prepared
  } catch (error) {
    // Whoever cancels does not want the rest; any other failure leaves it for the next run.
    if (isVaultError(error) && error.code === 'cancelled') removeWork(places)
    throw error
  }
}

/**
 * A run that was cut off when only the swap was left: the vault at its place is the new one. Its recovery code was
 * seen by nobody, perhaps, so it gets another. Undefined when the new passphrase does not open it.
 */
async function afterSwap(
  options: RekeyOptions,
  places: RekeyPlaces,
  before: string,
): Promise<RekeyResult | undefined> {
  const { folder } = places
  const { passphrase, deviceSecret, sodium, policy, now } = options
  const rest = { deviceSecret, sodium, ...(policy ? { policy } : {}), ...(now ? { now } : {}) }
  try {
    const opened = await openSession({ folder, credential: passphrase, ...rest })
    const session = new VaultSession(opened.state, opened.notices, opened.release)
    try {
      const { carried, objects } = await countCarried(options, opened.state)
      const recoveryCode = await session.replaceRecoveryCode(passphrase, options.recoveryLanguage)
      if (!isForKeyFiles(options, opened.state)) await replaceKeyFiles(options, session)
      const done = { vaultId: session.vaultId, recoveryCode, before }
      // What the old one had is not known any more without opening it.
      const notKept = { passphrases: 0, keyFiles: 0, shares: 0 }
      return { ...done, entries: carried, objects: objects.size, resumed: true, notKept }
    } finally {
      session.close()
    }
  } catch (error) {
    if (isVaultError(error) && error.code === 'wrong_passphrase') return undefined
    throw error
  }
}

/** Whether a run was begun and neither finished nor cancelled: cut off, or still going on somewhere. */
export function isRekeyCutOff(folder: string): boolean {
  const { work, ready } = rekeyPlaces(folder)
  return existsSync(work) && !existsSync(ready)
}

type Discarding = Pick<RekeyOptions, 'folder' | 'sodium' | 'deviceSecret' | 'now'>

/**
 * Takes away what a run left that was cut off. False when there is nothing, or when only the swap is to be finished.
 * Errors: `vault_in_use` when it was not cut off but goes on, `read_only`, `io_failed`.
 */
export function discardRekey({ folder, ...who }: Discarding): boolean {
  if (!isRekeyCutOff(folder)) return false
  const places = rekeyPlaces(folder)
  if (existsSync(places.vault)) refuseWhileAtWork(places, who)
  removeWork(places)
  return true
}

function refuseWhileAtWork(
  { vault }: RekeyPlaces,
  { sodium, deviceSecret, now = Date.now }: Omit<Discarding, 'folder'>,
): void {
  const identity = lockIdentity(sodium, deviceSecret, now())
  // Released before the folder goes: Windows deletes no file that is open.
  lockFolder(vaultPaths(vault).lock, identity).release()
}

async function prepare(options: RekeyOptions, places: RekeyPlaces): Promise<RekeyResult> {
  const source = await openSource(options)
  try {
    const target = await openTarget(options, places, source)
    try {
      return await fill(options, places, source, target)
    } finally {
      target.session.close()
    }
  } finally {
    source.close()
  }
}

async function fill(
  options: RekeyOptions,
  places: RekeyPlaces,
  source: Source,
  target: Target,
): Promise<RekeyResult> {
  const { signal, onStep, passphrase } = options
  const states = { source: source.state, target: target.state }
  const stores = { source: storeOf(states.source), target: storeOf(states.target) }
  try {
    if (target.resumed) await stores.target.sweepOrphans(target.objects)
    const onBytes = await progress(options, states, stores)
    const fromSeq = target.carried + 1
    const moved = await carryOver({ states, stores, fromSeq, onBytes, signal })
    onStep?.('carried')
    const recoveryCode =
      target.recoveryCode ??
      (await target.session.replaceRecoveryCode(passphrase, options.recoveryLanguage))
    await addKeyFiles(options, target.session)
    onStep?.('slots')
    await checkEqual({ states, objects: stores.target, onBytes, signal })
    onStep?.('verified')
    const { vaultId } = target.session
    const before = nameForOld(places)
    const head = states.source.db.head()
    if (!head) throw new VaultError('ledger_damaged', { head: true })
    if (signal?.aborted) throw new VaultError('cancelled')
    writeReady(places, {
      from: states.source.header.vaultId.toString('hex'),
      to: vaultId,
      head: head.mac.toString('hex'),
      aside: before,
    })
    onStep?.('ready')
    return {
      ...{ vaultId: vaultId as VaultId, recoveryCode, before, resumed: target.resumed },
      entries: states.source.ledger.head().seq,
      objects: target.objects.size + moved,
      notKept: notKept(options, states.source),
    }
  } finally {
    await Promise.all([stores.source.close(), stores.target.close()])
  }
}

const storeOf = ({ paths, header, sodium }: SessionState): ObjectStore =>
  new ObjectStore({ folder: paths.folder, vaultId: header.vaultId, sodium })

/** Everything is read and written once and compared once; entries count with the bytes of their bodies. */
async function progress(
  { onProgress }: RekeyOptions,
  { source }: Sides<SessionState>,
  stores: Sides<ObjectStore>,
): Promise<(bytes: number) => void> {
  if (!onProgress) return () => {}
  let total = source.ledger.head().seq * USUAL_ENTRY_BYTES
  for await (const { storedSize } of stores.source.list()) total += storedSize
  total *= 2
  let done = 0
  onProgress(0, total)
  return (bytes) => {
    done = Math.min(total, done + bytes)
    onProgress(done, total)
  }
}

const USUAL_ENTRY_BYTES = 700

/** The vault was finished for others than are wanted now. */
async function replaceKeyFiles(options: RekeyOptions, session: VaultSession): Promise<void> {
  for (const { index, kind } of session.slots()) {
    if (kind === 'keyFile') await session.removeSlot(options.passphrase, index)
  }
  await addKeyFiles(options, session)
}

async function addKeyFiles(
  { keyFiles = [], passphrase }: RekeyOptions,
  session: VaultSession,
): Promise<void> {
  const present = session.slots().filter(({ kind }) => kind === 'keyFile').length
  for (const { publicKey, label } of keyFiles.slice(present)) {
    await session.addKeyFile(passphrase, publicKey, label)
  }
}

function notKept(
  { keyFiles = [] }: RekeyOptions,
  { directory }: SessionState,
): RekeyResult['notKept'] {
  const count = (kind: string) => directory.filter((record) => record?.kind === kind).length
  return {
    // One passphrase is the new vault's own.
    passphrases: Math.max(0, count('passphrase') - 1),
    keyFiles: Math.max(0, count('keyFile') - keyFiles.length),
    shares: count('shares'),
  }
}
