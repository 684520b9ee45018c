/**
 * Changes of a slot in its place: another name, or the same passphrase under a higher cost. What opens the vault
 * is the same before and after, so one transaction is enough and no interruption can lock anyone out. Sequences
 * are generators so that a test can cut them off anywhere.
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import type { KdfPolicy } from '../crypto/kdf.ts'
import type { Secret } from '../crypto/secret.ts'
import type { PwhashCost } from '../crypto/sodium.ts'
import { loadXWing } from '../crypto/xwing.ts'
import { parseHeader } from '../header/header.ts'
import { type SharesSecret, textMaster } from './credential.ts'
import type { SessionState } from './sessionState.ts'
import {
  emptyLog,
  type NextHeader,
  nextHeader,
  storedRow,
  storeHeader,
  writeLastCopy,
} from './slotStore.ts'
import { openSlot, sealSlot } from './slots.ts'

export type RewriteStep = 'proven' | 'stored' | 'copied'

/** What the usual cost asks for beyond this one, in passes or in memory; undefined when it is enough. */
export function raisedCost(cost: PwhashCost, { levels }: KdfPolicy): PwhashCost | undefined {
  const { ops, memKiB } = levels.moderate
  if (cost.ops >= ops && cost.memKiB >= memKiB) return undefined
  return { ops: Math.max(cost.ops, ops), memKiB: Math.max(cost.memKiB, memKiB) }
}

/** Errors: `not_found`, `disk_full`, `read_only`, `io_failed`. */
export function* renameSteps(
  state: SessionState,
  index: number,
  label: string,
): Generator<RewriteStep> {
  const record = state.directory[index]
  if (!record) throw new VaultError('not_found')
  const next = nextHeader(
    state,
    state.header.slots,
    state.directory.with(index, { ...record, label }),
  )
  yield 'proven'
  yield* put(state, next, { renamed: index })
}

/**
 * Seals one slot anew under a higher cost. The new bytes are proven to open with what was typed before they are
 * stored, and compared with what a second connection reads.
 */
export async function* raiseSteps(
  state: SessionState,
  index: number,
  credential: Secret | SharesSecret,
  cost: PwhashCost,
): AsyncGenerator<RewriteStep> {
  const { sodium, header, rootKey, policy } = state
  const master = await textMaster(sodium, credential, header.kdfSalt, cost, policy)
  const kem = (await loadXWing()).decoy()
  const slot = sealSlot(sodium, header, index, { cost, kem }, master, rootKey)
  master.wipe()
  const next = nextHeader(state, header.slots.with(index, slot), state.directory)
  await prove(state, next, index, credential, cost)
  await state.ledger.writable()
  yield 'proven'
  yield* put(state, next, { raised: index })
}

async function prove(
  { sodium, rootKey, policy }: SessionState,
  next: NextHeader,
  index: number,
  credential: Secret | SharesSecret,
  cost: PwhashCost,
): Promise<void> {
  const { header } = parseHeader(sodium, next.bytes)
  const again = await textMaster(sodium, credential, header.kdfSalt, cost, policy)
  const opened = openSlot(sodium, header, index, again)
  again.wipe()
  const same = opened?.equals(rootKey) === true
  opened?.wipe()
  invariant(same, 'a slot that was just sealed opens')
}

function* put(
  state: SessionState,
  next: NextHeader,
  body: Readonly<Record<string, unknown>>,
): Generator<RewriteStep> {
  const { slots } = state.header
  const { directory } = state
  storeHeader(state, next, body)
  yield 'stored'
  if (!storedRow(state)?.equals(next.bytes)) {
    storeHeader(state, nextHeader(state, slots, directory), {})
    throw new VaultError('header_damaged')
  }
  writeLastCopy(state)
  yield 'copied'
  emptyLog(state)
}
