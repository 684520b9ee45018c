/**
 * What a restored backup proved, as a text to keep beside it: when, what was read, and whether it is what the open vault
 * has. Nothing from inside the vault stands in it.
 */
import type { Settings } from '../../shared/contract/session.ts'
import { vaultFingerprint } from '../../shared/fingerprint.ts'
import type { RestoreCertificate } from '../ipc/desktop.ts'
import type { Words } from './words/en.ts'
import { wordsOf } from './words.ts'

/** To the minute, of no time zone that somebody has to guess. */
const moment = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

export function certificateText(
  certificate: RestoreCertificate,
  language: Settings['language'],
): string {
  const words = wordsOf(language)
  const { damaged } = certificate
  return `${[
    `Emanet · ${words.certificateTitle}`,
    '',
    ...facts(certificate, words).map(([label, value]) => `${label}: ${value}`),
    '',
    ...(damaged.length === 0
      ? [words.certificateWhole]
      : [`${words.certificateDamaged}:`, ...damaged.map((id) => `  ${id}`)]),
    '',
    words.certificateWhat,
    '',
    words.certificateNoNames,
  ].join('\n')}\n`
}

const facts = (
  { restoredAt, vaultId, madeAt, snapshot, name, ...certificate }: RestoreCertificate,
  words: Words,
): [string, string][] => [
  [words.certificateRestored, moment(restoredAt)],
  [words.sheetFingerprint, vaultFingerprint(vaultId)],
  [words.certificateMade, `${moment(madeAt)} (${snapshot})`],
  [words.certificateName, name],
  [words.certificateEntries, `${certificate.entries}`],
  [words.certificateHead, certificate.head],
  [words.certificateFiles, `${certificate.files} (${certificate.bytes} B)`],
  [words.certificateCompared, compared(certificate, words)],
]

function compared(
  { beside, entriesSince }: Pick<RestoreCertificate, 'beside' | 'entriesSince'>,
  words: Words,
): string {
  if (beside === 'another') return words.certificateAnother
  if (beside === 'different') return words.certificateDifferent
  return entriesSince === 0
    ? words.certificateSame
    : `${words.certificateSame}; ${words.certificateSince}: ${entriesSince}`
}
