/** The sheet with the recovery code, as text for a file and as a page for the printer. */
import type { Settings } from '../../shared/contract/session.ts'
import { vaultFingerprint } from '../../shared/fingerprint.ts'
import type { RecoverySheet } from '../ipc/desktop.ts'
import type { Words } from './words/en.ts'
import { wordsOf } from './words.ts'

/** `1. word`, `2. word`, …: the order matters. */
const numberedWords = (code: string): readonly string[] =>
  code.split(' ').map((word, index) => `${index + 1}. ${word}`)

const facts = (sheet: RecoverySheet, words: Words, today: Date): [string, string][] => [
  [words.sheetVault, sheet.vaultName],
  [words.sheetFingerprint, vaultFingerprint(sheet.vaultId)],
  [words.sheetDate, today.toISOString().slice(0, 10)],
]

export function recoveryText(
  sheet: RecoverySheet,
  language: Settings['language'],
  today = new Date(),
): string {
  const words = wordsOf(language)
  return `${[
    `Emanet · ${words.sheetTitle}`,
    '',
    ...facts(sheet, words, today).map(([label, value]) => `${label}: ${value}`),
    '',
    `${words.sheetCode}:`,
    ...numberedWords(sheet.code).map((line) => `  ${line}`),
    '',
    words.sheetWhat,
    '',
    words.sheetKeep,
    '',
    words.sheetFile,
  ].join('\n')}\n`
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const STYLE = `
  body { font: 12pt/1.5 'Noto Sans', sans-serif; color: #000; margin: 24mm 22mm; }
  h1 { font-size: 20pt; margin: 0 0 8mm; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 6mm; margin: 0 0 8mm; }
  dt { color: #555; } dd { margin: 0; }
  ol { columns: 2; border: 1px solid #000; padding: 6mm 6mm 6mm 14mm; font: 14pt/1.9 monospace; }
`

export function recoveryHtml(
  sheet: RecoverySheet,
  language: Settings['language'],
  today = new Date(),
): string {
  const words = wordsOf(language)
  const rows = facts(sheet, words, today)
    .map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`)
    .join('')
  const code = sheet.code
    .split(' ')
    .map((word) => `<li>${escapeHtml(word)}</li>`)
    .join('')
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Emanet</title><style>${STYLE}</style></head>
<body><h1>${escapeHtml(words.sheetTitle)}</h1><dl>${rows}</dl><ol>${code}</ol>
<p>${escapeHtml(words.sheetWhat)}</p><p>${escapeHtml(words.sheetKeep)}</p></body></html>`
}
