/**
 * File names come from whoever sent the file. The name is kept as it was given, because it is part of the
 * evidence; what is shown, and offered when a file leaves the vault, is cleaned: no path, no control or
 * direction characters, nothing a file system takes for something else. No file is refused for its name, unless
 * that is empty or of absurd length.
 */
import { VaultError } from '../../../shared/errors.ts'

export const LONGEST_GIVEN_NAME = 4096
/** Bytes of UTF-8: what file systems and archives take, with room for " (2)" and the like. */
export const LONGEST_SHOWN_BYTES = 240
const LONGEST_EXTENSION_BYTES = 20
const NAMELESS = 'file'

/** The name as it is kept. Errors: `bad_file_name`. */
export function givenFileName(name: string): string {
  if (name === '' || name.length > LONGEST_GIVEN_NAME) throw new VaultError('bad_file_name')
  // Half of a surrogate pair cannot be written as UTF-8: it becomes U+FFFD here and not somewhere later.
  return Buffer.from(name, 'utf8').toString('utf8')
}

/** Never empty. */
export function shownFileName(given: string): string {
  const clean = given
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    // A leading dot hides a file; Windows drops trailing dots and spaces by itself.
    .replace(/^[. ]+|[. ]+$/g, '')
  if (clean === '') return NAMELESS
  const whole = RESERVED.test(clean) ? `_${clean}` : clean
  return shortened(whole)
}

/** Names of devices on Windows, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

function shortened(name: string): string {
  if (byteLength(name) <= LONGEST_SHOWN_BYTES) return name
  const dot = name.lastIndexOf('.')
  const extension =
    dot > 0 && byteLength(name.slice(dot)) <= LONGEST_EXTENSION_BYTES ? name.slice(dot) : ''
  const stem = name.slice(0, name.length - extension.length)
  const room = LONGEST_SHOWN_BYTES - byteLength(extension) - byteLength('…')
  let kept = ''
  let length = 0
  // By code points: a cut never falls inside one.
  for (const letter of stem) {
    length += byteLength(letter)
    if (length > room) break
    kept += letter
  }
  return `${kept.trimEnd()}…${extension}`
}

const byteLength = (text: string): number => Buffer.byteLength(text, 'utf8')
