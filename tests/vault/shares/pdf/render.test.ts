import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../../../../electron/vault/crypto/secret.ts'
import type { ShareCard } from '../../../../electron/vault/shares/card.ts'
import { readCardText } from '../../../../electron/vault/shares/cardText.ts'
import type { PrintedCard } from '../../../../electron/vault/shares/pdf/layout.ts'
import { renderCard, renderCardInThread } from '../../../../electron/vault/shares/pdf/render.ts'
import { printedCard } from '../../../../electron/vault/shares/printedCard.ts'
import { splitSecret } from '../../../../electron/vault/shares/split.ts'
import { ALL_WORD_LISTS } from '../../../../electron/vault/shares/wordLists.ts'
import { CARD_LANGUAGES, CARD_TEXTS } from '../../../../shared/shares/languages.ts'
import { NATIVE, tempFolder } from '../../../support/coreVault.ts'
import { pdfObjects, pdfPages } from '../../../support/pdfText.ts'

const VAULT = Buffer.from('0123456789abcdef0123456789abcdef', 'hex')
const canScan = spawnSync('zbarimg', ['--version']).status === 0

let card: ShareCard
let print: PrintedCard
const spaceless = (text: string): string => text.replace(/\s+/g, '')

beforeAll(async () => {
  const request = { vaultId: VAULT, purpose: 'vault', k: 3, n: 5 } as const
  const cards = await splitSecret(NATIVE, request, Secret.random(32))
  card = cards[1] as ShareCard
  print = printedCard(NATIVE, card, { language: 'en', madeOn: '2026-11-24' })
})

describe('a printed card', () => {
  it('is one page in every language, and says all that its holder needs', async () => {
    for (const language of CARD_LANGUAGES) {
      const texts = CARD_TEXTS[language]
      for (const purpose of ['vault', 'custodians'] as const) {
        // Words as long as any list has: 12 letters.
        const words = print.words.map((_, index) => `господарств${index % 2 === 0 ? 'о' : 'а'}`)
        const widest = { ...print, language, purpose, number: 16, k: 16, n: 16, words }
        const pages = pdfPages(await renderCard(widest))
        expect(pages).toHaveLength(1)
        const text = spaceless(pages.join(''))
        for (const line of [
          texts.title,
          texts.number(16, 16),
          texts.opens[purpose](16, 16),
          '0123 4567 89ab cdef',
          '2026-11-24',
          ...texts.keep,
          texts.found,
          texts.draft ?? '',
        ])
          expect(text).toContain(spaceless(line))
        expect(text).not.toContain('\ufffd')
      }
    }
  })

  it('numbers its words as they are to be read', async () => {
    const text = spaceless(pdfPages(await renderCard(print)).join(''))
    for (const [index, word] of print.words.entries()) expect(text).toContain(`${index + 1}${word}`)
    expect(readCardText(NATIVE, print.words.join(' '), ALL_WORD_LISTS)).toEqual(card)
  })

  it('holds a text in its QR code that reads as the card', () => {
    expect(readCardText(NATIVE, print.qr, ALL_WORD_LISTS)).toEqual(card)
  })

  it.skipIf(!canScan)('is read by a camera, from the page as a printer gives it', async () => {
    const folder = tempFolder()
    const pdf = path.join(folder, 'card.pdf')
    writeFileSync(pdf, await renderCard(print))
    execFileSync('pdftoppm', ['-r', '100', '-gray', '-png', '-singlefile', pdf, pdf])
    const scanned = execFileSync('zbarimg', ['--quiet', '--raw', '--nodbus', `${pdf}.png`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    expect(scanned.trim()).toBe(print.qr)
  })

  it('names no vault, no record and no program in its data, and has no date in it', async () => {
    const pdf = await renderCard(print)
    const raw = Buffer.from(pdf).toString('latin1')
    const info = pdfObjects(pdf).get(Number(/\/Info (\d+) 0 R/.exec(raw)?.[1]))
    expect(info?.dictionary.replace(/\s/g, '')).toBe('<<>>')
    expect(raw).not.toMatch(/pdfmake|pdfkit|CreationDate|ModDate|Author|Producer|\/Metadata/i)
    expect(raw).not.toMatch(/\/(JavaScript|JS|EmbeddedFile|URI|Annots|OpenAction|AcroForm)\b/)
  })

  it('is the same in bytes from a thread', async () => {
    const [here, there] = [await renderCard(print), await renderCardInThread(print)]
    expect(Buffer.from(there).equals(Buffer.from(here))).toBe(true)
  })

  it('of a machine-drafted language says so, and the others do not', () => {
    const drafts = CARD_LANGUAGES.filter((language) => CARD_TEXTS[language].draft !== undefined)
    expect(drafts).toEqual(['tr', 'crh', 'ru'])
  })
})

describe('the words of a card', () => {
  it('count cards as Ukrainian does', () => {
    const { opens } = CARD_TEXTS.uk
    expect(opens.vault(2, 3)).toContain('2 картки з 3')
    expect(opens.vault(4, 5)).toContain('4 картки з 5')
    expect(opens.vault(5, 7)).toContain('5 карток з 7')
    expect(opens.vault(16, 16)).toContain('16 карток з 16')
  })
})
