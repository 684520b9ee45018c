/**
 * The name a file had where it came from: chosen by a stranger, so never a path and never a string. It can
 * be shown (`display`), used as the name of an exported file (`forExport`), and kept as evidence exactly as
 * it was (`toEvidence`, which goes into the sealed ledger entry only).
 */
import { VaultError } from '../../../shared/errors.ts'

/** A file system gives at most 255; what comes over the bridge or in an archive may say anything. */
export const MAX_NAME_CHARS = 4096

/** The longest name that ext4, APFS and NTFS all take, in UTF-8 bytes. */
export const MAX_EXPORT_BYTES = 255
/** Longer endings are part of the name, not its type. */
const MAX_EXTENSION_CHARS = 16

const FALLBACK = 'file'
const REPLACEMENT = '\uFFFD'

/** Control and format characters (bidirectional overrides, zero-width ones, tags), line separators, lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
/** Path separators, and what Windows refuses or gives another meaning (`:` names a stream of a file). */
const RESERVED = /[/\\:*?"<>|]/g
/** Windows devices, with any ending: opening `aux.txt` opens the device. The digits include superscripts. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00B9\u00B2\u00B3]) *(?:\.|$)/i

/** How a name is kept in a sealed entry. `base64` for bytes that are not UTF-8. */
export type EvidenceName = { readonly text: string } | { readonly base64: string }

export class UntrustedFileName {
  readonly #text: string
  readonly #bytes: Buffer | undefined

  private constructor(text: string, bytes?: Buffer) {
    if (text.length === 0 || text.length > MAX_NAME_CHARS) throw new VaultError('bad_file_name')
    this.#text = text
    this.#bytes = bytes
  }

  /** Errors: `bad_file_name` when it is empty or longer than MAX_NAME_CHARS. */
  static fromText(text: string): UntrustedFileName {
    return new UntrustedFileName(text)
  }

  /** As a file system or an archive holds it; need not be UTF-8. Errors: `bad_file_name`. */
  static fromBytes(bytes: Uint8Array): UntrustedFileName {
    const copy = Buffer.from(bytes)
    const text = copy.toString('utf8')
    const isUtf8 = Buffer.from(text, 'utf8').equals(copy)
    return new UntrustedFileName(text, isUtf8 ? undefined : copy)
  }

  /** The last part of a path of this machine. */
  static fromPath(path: string): UntrustedFileName {
    const parts = path.split(process.platform === 'win32' ? /[/\\]/ : '/')
    return new UntrustedFileName(parts.findLast((part) => part.length > 0) ?? '')
  }

  static fromEvidence(name: EvidenceName): UntrustedFileName {
    return 'text' in name
      ? UntrustedFileName.fromText(name.text)
      : UntrustedFileName.fromBytes(Buffer.from(name.base64, 'base64'))
  }

  /** Exactly what was given. Only for sealed metadata. */
  toEvidence(): EvidenceName {
    return this.#bytes ? { base64: this.#bytes.toString('base64') } : { text: this.#text }
  }

  /**
   * One line that cannot pretend: what is invisible or turns the reading direction shows as U+FFFD. Longer
   * than `limit` characters, the middle is left out, so that the ending is always seen. Still text from a
   * stranger: it is shown as text, never as markup.
   */
  display(limit: number | 'all'): string {
    const visible = [...this.#text.replace(INVISIBLE, REPLACEMENT)]
    if (limit === 'all' || visible.length <= limit) return visible.join('')
    const tail = Math.floor((limit - 1) / 2)
    return `${visible.slice(0, limit - 1 - tail).join('')}…${visible.slice(visible.length - tail).join('')}`
  }

  /**
   * A name that is safe as one part of a path on Linux, macOS and Windows: at most `limit` bytes, no
   * separators, no device, not hidden, not an option of a command, no dot or blank at the end.
   */
  forExport(limit = MAX_EXPORT_BYTES): string {
    const cleaned = this.#text
      .replace(INVISIBLE, '_')
      .replace(RESERVED, '_')
      .replace(/^[\s.-]+/u, (start) => '_'.repeat(Math.min(start.length, 1)))
      .replace(/[\s.]+$/u, '')
    // What was cut off may have been all that made it a name, or no device: only blanks between `con` and the cut.
    const name = shorten(cleaned, limit)
    if (/^[\s_]*$/u.test(name)) return FALLBACK
    return DEVICE.test(name) ? shorten(`_${name}`, limit) : name
  }

  toJSON(): string {
    return '[file name]'
  }

  toString(): string {
    return '[file name]'
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[file name]'
  }
}

/** Cut between whole characters; the ending stays, because programs go by it. */
function shorten(name: string, limit: number): string {
  if (Buffer.byteLength(name) <= limit) return name
  const dot = name.lastIndexOf('.')
  const hasExtension = dot > 0 && name.length - dot <= MAX_EXTENSION_CHARS
  const extension = hasExtension ? name.slice(dot) : ''
  const room = limit - Buffer.byteLength(extension)
  let stem = ''
  let bytes = 0
  for (const char of hasExtension ? name.slice(0, dot) : name) {
    bytes += Buffer.byteLength(char)
    if (bytes > room) break
    stem += char
  }
  return stem.replace(/[\s.]+$/u, '') + extension
}
