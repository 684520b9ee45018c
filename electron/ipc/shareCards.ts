/**
 * Making a set of share cards and taking one out of use, for the open program. The cards are on the disk before they
 * open anything, and are taken away again when the set could not be put to use.
 */
import { basename, join } from 'node:path'
import type { KeyTask } from '../../shared/contract/keys.ts'
import type { NewCards } from '../../shared/contract/shares.ts'
import { VaultError } from '../../shared/errors.ts'
import type { Secret } from '../vault/crypto/secret.ts'
import { localDay } from '../vault/dossier/today.ts'
import { makeFolder, tryRemove } from '../vault/folder/durable.ts'
import { isThreshold } from '../vault/shares/card.ts'
import { opensCompartment, opensVault } from '../vault/shares/installers.ts'
import { renderCardInThread } from '../vault/shares/pdf/render.ts'
import { printedCard } from '../vault/shares/printedCard.ts'
import type { Workspace } from '../vault/workspace.ts'

export interface WrittenCards {
  /** The new folder's name, without the path to it. */
  readonly folder: string
  readonly count: number
}

/**
 * Refuses, before a passphrase is typed, what cannot be done. Errors: `bad_input` for numbers that make no set and for
 * cards that guard the compartment now, `not_found` for an unknown set, `custodian_closed`.
 */
export function checkCardTask({ vault, shares }: Workspace, task: KeyTask): void {
  if (task.task === 'makeCards' && !isThreshold(task.k, task.holders.length))
    throw new VaultError('bad_input')
  if (task.task === 'retireCards') {
    const set = shares.status().find(({ setId }) => setId === task.setId)
    if (!set || set.retiredAt !== null) throw new VaultError('not_found')
    // Another set takes its place, or custodian mode is turned off: else nothing would open the compartment.
    if (set.inUse && set.purpose === 'custodians') throw new VaultError('bad_input')
  }
  const changesCustody =
    task.task === 'enableCustody' ||
    task.task === 'disableCustody' ||
    (task.task === 'makeCards' && task.purpose === 'custodians')
  if (changesCustody && !vault.custody.status().isOpen) throw new VaultError('custodian_closed')
}

/**
 * Writes a page for each holder into a new folder inside `folder`, then puts the set to use. Errors: `wrong_passphrase`,
 * `conflict` when no slot is free, `custodian_closed`, those of writing.
 */
export async function makeCards(
  { vault, shares, leaving }: Workspace,
  { purpose, k, holders }: NewCards,
  given: {
    readonly current: Secret
    /** Open the compartment beside the cards. */
    readonly passphrases: readonly Secret[]
    readonly folder: string
  },
): Promise<WrittenCards> {
  const n = holders.length
  const { current, passphrases, folder } = given
  await vault.authorise(current)
  const set = await shares.prepare({ purpose, k, n, holders: holders.map(({ name }) => name) })
  // The set's own name: no two sets meet in one folder.
  const target = join(folder, `emanet-cards-${set.setId.slice(0, 8)}`)
  const fileOf = (number: number) => join(target, `card-${number}-of-${n}.pdf`)
  try {
    makeFolder(target)
    const madeOn = localDay()
    for (const [at, card] of set.cards.entries()) {
      const language = holders[at]?.language ?? 'en'
      const pdf = await renderCardInThread(printedCard(vault.sodium, card, { language, madeOn }))
      try {
        await leaving.write(fileOf(card.number), pdf)
      } finally {
        vault.sodium.memzero(pdf)
      }
    }
    await set.install(
      purpose === 'vault'
        ? opensVault(vault, current, `${k}/${n} ${madeOn}`)
        : opensCompartment(vault, { k, n }, passphrases),
    )
  } catch (error) {
    for (const { number } of set.cards) tryRemove(fileOf(number))
    throw error
  } finally {
    set.discard()
  }
  return { folder: basename(target), count: n }
}

/** A set that opens the vault opens it no longer; what opens nothing is only marked. Errors: `wrong_passphrase`, `not_found`. */
export async function retireCards(
  { vault, shares }: Workspace,
  setId: string,
  current: Secret,
): Promise<void> {
  await vault.authorise(current)
  const inUse = shares.status().some((set) => set.setId === setId && set.inUse)
  await shares.retire(setId, async (slot) => {
    if (inUse && slot !== undefined) await vault.removeSlot(current, slot)
  })
}
