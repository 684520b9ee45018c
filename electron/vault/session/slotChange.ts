/**
 * Changing key slots so that no interruption locks anyone out. New slot and old slot are both valid from
 * the first step to the last but one; the old one is dropped only after the new one was proven to open
 * from what is on the disk. Each step is durable before the next, and the sequence is a generator so that a test
 * can cut it off anywhere.
 */
import { VaultError } from '../../../shared/errors.ts'
import type { Secret } from '../crypto/secret.ts'
import type { PwhashCost } from '../crypto/sodium.ts'
import { loadXWing, type XWing } from '../crypto/xwing.ts'
import { readFileIfThere } from '../folder/durable.ts'
import { parseHeader } from '../header/header.ts'
import { writeHeaderFile } from '../header/headerCopies.ts'
import { kemMaster, type SharesSecret, textMaster } from './credential.ts'
import type { SessionState } from './sessionState.ts'
import type { SlotDirectory, SlotRecord } from './slotDirectory.ts'
import { emptyLog, nextHeader, storedRow, storeHeader, writeLastCopy } from './slotStore.ts'
import { openSlot, sealSlot, unusedSlot } from './slots.ts'
import type { EntryWithSlot, SlotKind } from './types.ts'

/** The public key of a key file: the slot opens with a private key that is not here. */
export interface Recipient {
  readonly publicKey: Buffer
}

export interface NewSlot {
  readonly secret: Secret | SharesSecret | Recipient
  readonly cost: PwhashCost
  readonly kind: SlotKind
  readonly label: string
  readonly entry?: EntryWithSlot
}

export interface SlotChange {
  readonly add?: NewSlot
  readonly drop: readonly number[]
}

export type SlotStep = 'added' | 'added copy' | 'proven' | 'dropped' | 'dropped copy'

/** Errors: `conflict` when no slot is free or none would remain; `disk_full`, `read_only`, `io_failed`. */
export async function* slotChangeSteps(
  state: SessionState,
  change: SlotChange,
): AsyncGenerator<SlotStep> {
  checkSomethingRemains(state.directory, change)
  const { add, drop } = change
  const xwing = await loadXWing()
  if (add) {
    const sealing = await sealingOf(state, add, xwing)
    try {
      await state.ledger.writable()
      const added = addSlot(state, add, sealing, drop)
      yield 'added'
      writeHeaderFile(state.paths, state.headerBytes)
      yield 'added copy'
      await prove(state, added, add, sealing)
      yield 'proven'
    } finally {
      sealing.master.wipe()
    }
  }
  if (drop.length > 0) {
    await state.ledger.writable()
    dropSlots(state, xwing, drop)
    yield 'dropped'
    writeLastCopy(state)
    yield 'dropped copy'
  }
  emptyLog(state)
}

/** What a person can type. A key file can be lost and shares may not come together: neither is left alone. */
const isTyped = (kind: SlotKind): boolean => kind === 'passphrase' || kind === 'recovery'

function checkSomethingRemains(directory: SlotDirectory, { add, drop }: SlotChange): void {
  const typed = directory.filter(
    (record, index) => record && isTyped(record.kind) && !drop.includes(index),
  ).length
  if (typed === 0 && !(add && isTyped(add.kind))) throw new VaultError('conflict', { slots: typed })
}

/** What a slot is sealed with: its master secret, and the ciphertext that stands in it. */
interface Sealing {
  readonly master: Secret
  readonly kem: Buffer
}

async function sealingOf(
  { sodium, header, policy }: SessionState,
  { secret, cost }: NewSlot,
  xwing: XWing,
): Promise<Sealing> {
  if ('publicKey' in secret) {
    const { ciphertext, sharedSecret } = xwing.encapsulate(secret.publicKey)
    const master = kemMaster(sodium, header.vaultId, sharedSecret)
    sharedSecret.wipe()
    return { master, kem: ciphertext }
  }
  const master = await textMaster(sodium, secret, header.kdfSalt, cost, policy)
  return { master, kem: xwing.decoy() }
}

function addSlot(
  state: SessionState,
  { cost, kind, label, entry }: NewSlot,
  { master, kem }: Sealing,
  drop: readonly number[],
): number {
  const { sodium, header, rootKey } = state
  const index = state.directory.indexOf(undefined)
  if (index < 0) throw new VaultError('conflict', { freeSlots: 0 })
  const slot = sealSlot(sodium, header, index, { cost, kem }, master, rootKey)
  const replaced = drop[0]
  const record: SlotRecord = {
    kind,
    label,
    createdAt: state.now(),
    ...(replaced === undefined ? {} : { replaces: replaced }),
  }
  const slots = header.slots.with(index, slot)
  const directory = state.directory.with(index, record)
  const also = entry ? [entry.of(index)] : []
  const next = nextHeader(state, slots, directory)
  for (const [at, appended] of storeHeader(state, next, { added: index, kind }, also).entries())
    if (also[at]) entry?.isOnDisk(also[at], appended)
  return index
}

function dropSlots(state: SessionState, xwing: XWing, drop: readonly number[]): void {
  const slots = state.header.slots.map((slot, index) =>
    // The cost stays what it was: a slot that is dropped looks like one that never was in use.
    drop.includes(index) ? unusedSlot(xwing, slot.cost) : slot,
  )
  const directory = state.directory.map((record, index) => {
    if (!record || drop.includes(index)) return undefined
    const { replaces, ...rest } = record
    return replaces === undefined || drop.includes(replaces) ? rest : record
  })
  storeHeader(state, nextHeader(state, slots, directory), { dropped: [...drop] })
}

/**
 * Opens the new slot from both copies as they are on the disk: with the master derived once more from what was
 * typed, or, where only the key file could, with the secret that its ciphertext was made with.
 */
async function prove(
  state: SessionState,
  index: number,
  { secret, cost }: NewSlot,
  sealing: Sealing,
): Promise<void> {
  const { sodium, rootKey, policy, paths } = state
  const row = storedRow(state)
  const file = readFileIfThere(paths.header)
  if (!row || !file?.equals(row)) throw new VaultError('header_damaged')
  const { header } = parseHeader(sodium, row)
  if (!header.slots[index]?.kem.equals(sealing.kem)) throw new VaultError('header_damaged')
  const isRecipient = 'publicKey' in secret
  const master = isRecipient
    ? sealing.master
    : await textMaster(sodium, secret, header.kdfSalt, cost, policy)
  const opened = openSlot(sodium, header, index, master)
  if (!isRecipient) master.wipe()
  const same = opened?.equals(rootKey) === true
  opened?.wipe()
  if (!same) throw new VaultError('header_damaged')
}

/**
 * Runs all steps and gives the index of the new slot, or −1. When one fails before the old slot is dropped, the
 * new one is taken away again as far as the disk allows; the old one opens in any case.
 */
export async function changeSlots(state: SessionState, change: SlotChange): Promise<number> {
  const before = state.directory
  try {
    for await (const _step of slotChangeSteps(state, change)) {
      // Each step is durable before the next begins.
    }
  } catch (error) {
    const xwing = await loadXWing()
    await state.ledger.writable()
    undo(state, xwing, before)
    throw error
  }
  return addedSlot(state.directory, before)
}

const addedSlot = (now: SlotDirectory, before: SlotDirectory): number =>
  now.findIndex((record, index) => record && !before[index])

function undo(state: SessionState, xwing: XWing, before: SlotDirectory): void {
  const added = addedSlot(state.directory, before)
  const oldOnesRemain = before.every((record, index) => !record || state.directory[index])
  if (added < 0 || !oldOnesRemain) return
  try {
    dropSlots(state, xwing, [added])
    writeHeaderFile(state.paths, state.headerBytes)
  } catch {
    // The directory says the change is unfinished; the next unlock goes on from there.
  }
}
