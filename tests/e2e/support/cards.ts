/** Share cards as people have them: printed on paper, and those of a vault that has lain for half a year. */
import { execFileSync, spawnSync } from 'node:child_process'
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { createVault } from '../../../electron/vault/session/session.ts'
import { cardWords } from '../../../electron/vault/shares/cardText.ts'
import { opensVault } from '../../../electron/vault/shares/installers.ts'
import { ShareService } from '../../../electron/vault/shares/shareService.ts'
import { splitSecret } from '../../../electron/vault/shares/split.ts'
import { wordListFor } from '../../../electron/vault/shares/wordLists.ts'
import { CARD_TEXTS, type CardLanguage } from '../../../shared/shares/languages.ts'
import { giveToProgram, workFolder } from '../../support/electron/folders.ts'
import { everythingBelow } from './scan.ts'

export const CARD_WORDS = 40

export interface PaperCard {
  readonly pages: number
  /** All that can be read on it. */
  readonly text: string
  /** In the order of the numbers beside them. */
  readonly words: readonly string[]
  /** What a camera reads from it; undefined where no program for that is installed. */
  readonly qr: string | undefined
}

/** Reads a card from its PDF as its holder does, with other people's programs. */
export function readPaper(pdf: string, language: CardLanguage): PaperCard {
  const raw = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' })
  const pages = raw.split('\f').length - 1
  const { words: heading, square } = CARD_TEXTS[language]
  const grid = raw.slice(raw.indexOf(heading) + heading.length, raw.indexOf(square))
  const words: string[] = []
  for (const [, number, word] of grid.matchAll(/(\d+)\s+([\p{L}’']+)/gu))
    words[Number(number) - 1] = word ?? ''
  return { pages, text: raw, words, qr: scan(pdf) }
}

const canScan = spawnSync('zbarimg', ['--version']).status === 0

function scan(pdf: string): string | undefined {
  if (!canScan) return undefined
  const picture = execFileSync('pdftoppm', ['-r', '150', '-gray', '-png', '-singlefile', pdf], {
    maxBuffer: 64 * 1024 * 1024,
  })
  const args = ['--quiet', '--raw', '--nodbus', 'PNG:-']
  return execFileSync('zbarimg', args, { encoding: 'utf8', input: picture }).trim()
}

const AGO_MS = 200 * 86_400_000

/** A vault made 200 days ago, with three cards of which any two open it; nobody asked for one since. */
export async function vaultOfLastYear(
  passphrase: string,
): Promise<{ readonly vault: string; readonly cards: readonly string[] }> {
  const parent = await workFolder('vault')
  const folder = join(parent, 'Test.emanet')
  const sodium = await loadSodium()
  const secret = Secret.fromText(passphrase)
  const now = () => Date.now() - AGO_MS
  const deviceSecret = Secret.random(32)
  const options = {
    folder,
    passphrase: secret,
    kdf: 'moderate',
    deviceSecret,
    sodium,
    now,
  } as const
  const { vault } = await createVault(options)
  const set = await new ShareService(vault, now).prepare({
    ...{ purpose: 'vault', k: 2, n: 3 },
    holders: ['Ліля Перша', 'Діляра Друга', 'Решат Третій'],
  })
  const cards = set.cards.map((card) => cardWords(sodium, card, wordListFor('en')).join(' '))
  await set.install(opensVault(vault, secret, '2/3'))
  set.discard()
  vault.close()
  for (const path of [folder, ...(await everythingBelow(folder))])
    if (!(await lstat(path)).isSymbolicLink()) await giveToProgram(path)
  return { vault: folder, cards }
}

/** The words of a whole card that belongs somewhere else. */
export async function cardOfAnotherVault(): Promise<string> {
  const sodium = await loadSodium()
  const request = { vaultId: Buffer.alloc(16, 7), purpose: 'vault', k: 2, n: 3 } as const
  const [card] = await splitSecret(sodium, request, Secret.random(32))
  if (!card) throw new Error('a set has cards')
  return cardWords(sodium, card, wordListFor('en')).join(' ')
}
