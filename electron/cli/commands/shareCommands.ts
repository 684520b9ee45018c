/** shares make, check, status: cards of which some together open the vault, or its witness compartment. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stdin } from 'node:process'
import { VaultError } from '../../../shared/errors.ts'
import { CARD_LANGUAGES, type CardLanguage } from '../../../shared/shares/languages.ts'
import { localDay } from '../../vault/dossier/today.ts'
import { makeFolder, namesIn, tryRemove } from '../../vault/folder/durable.ts'
import { opensCompartment, opensVault } from '../../vault/shares/installers.ts'
import { renderCardInThread } from '../../vault/shares/pdf/render.ts'
import type { PendingSet } from '../../vault/shares/pendingSet.ts'
import { printedCard } from '../../vault/shares/printedCard.ts'
import type { Workspace } from '../../vault/workspace.ts'
import { type Context, type VaultOptions, withWorkspace } from '../openWorkspace.ts'
import { checkOutFolder } from '../outFile.ts'
import { readText } from '../textFile.ts'
import { type OpeningOptions, openCustody } from './custodyCommands.ts'

export interface MakeSharesOptions extends VaultOptions, OpeningOptions {
  readonly for: 'vault' | 'custodians'
  readonly k: string
  readonly n: string
  readonly holders?: string
  readonly lang: string
  readonly out: string
}

/**
 * The cards are on the disk before they open anything: a slot for cards that nobody has would be of no use, and cards of
 * a set that could not be made are taken away again.
 */
export async function makeShares(options: MakeSharesOptions, context: Context): Promise<void> {
  const n = wholeNumber(options.n)
  const request = { purpose: options.for, k: wholeNumber(options.k), n }
  const holders = options.holders === undefined ? [] : readHolders(options.holders)
  const standard = languageOf(options.lang)
  checkOutFolder(options.out, options.vault)
  if ((namesIn(options.out) ?? []).length > 0) throw new VaultError('target_not_empty')
  await withWorkspace(options, context, 'write', async ({ vault, shares, leaving }, credential) => {
    if (request.purpose === 'custodians') await openCustody(options, vault)
    const set = await shares.prepare({ ...request, holders: holders.map(({ name }) => name) })
    const files = Array.from({ length: n }, (_, at) => `card-${at + 1}-of-${n}.pdf`)
    try {
      makeFolder(options.out)
      await writeCards({ vault, leaving }, set, (at) => ({
        file: join(options.out, files[at] ?? ''),
        language: holders[at]?.language ?? standard,
      }))
      await set.install(
        request.purpose === 'vault'
          ? opensVault(vault, credential, `${request.k}/${n} ${localDay()}`)
          : opensCompartment(vault, request),
      )
    } catch (error) {
      for (const file of files) tryRemove(join(options.out, file))
      throw error
    } finally {
      set.discard()
    }
    context.output.result({ setId: set.setId, k: request.k, n, files })
  })
}

async function writeCards(
  { vault: { sodium }, leaving }: Pick<Workspace, 'vault' | 'leaving'>,
  { cards }: PendingSet,
  placeOf: (at: number) => { readonly file: string; readonly language: CardLanguage },
): Promise<void> {
  for (const [at, card] of cards.entries()) {
    const { file, language } = placeOf(at)
    const pdf = await renderCardInThread(
      printedCard(sodium, card, { language, madeOn: localDay() }),
    )
    await leaving.write(file, pdf)
    sodium.memzero(pdf)
  }
}

/** The card is on standard input, in words or as the text of its QR code. */
export async function checkShare(options: VaultOptions, context: Context): Promise<void> {
  if (options.passphraseFile === undefined && options.sharesFile === undefined)
    throw new VaultError('usage', { passphrase: 'missing' })
  const card = readFileSync(stdin.fd, 'utf8')
  await withWorkspace(options, context, 'write', ({ shares }) => {
    context.output.result({ ...shares.check(card) })
  })
}

/** A line per set, newest first, with what is overdue. */
export async function showShares(options: VaultOptions, context: Context): Promise<void> {
  await withWorkspace(options, context, 'read', ({ shares }) => {
    for (const set of shares.status()) context.output.row({ ...set })
  })
}

function wholeNumber(text: string): number {
  if (!/^\d{1,3}$/.test(text))
    throw new VaultError('usage', { shares: 'k and n are whole numbers' })
  return Number(text)
}

function languageOf(text: string): CardLanguage {
  const found = CARD_LANGUAGES.find((language) => language === text)
  if (!found) throw new VaultError('usage', { shares: 'lang' })
  return found
}

interface Holder {
  readonly name: string
  readonly language: CardLanguage | undefined
}

/** One a line, in the order of the cards' numbers: a name, and after a tab the language of the card. */
function readHolders(file: string): readonly Holder[] {
  const lines = readText(file).replace(/\r?\n$/, '')
  return lines.split(/\r?\n/).map((line) => {
    const [name = '', language] = line.split('\t')
    return { name, language: language === undefined ? undefined : languageOf(language.trim()) }
  })
}
