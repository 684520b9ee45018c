/**
 * The type of a file by its first bytes, from a short list of what the program can do something with. Neither
 * the name nor what the sender says about the type is believed; anything else is a stream of bytes.
 */

/** Bytes from the beginning that are enough to tell. */
export const SNIFF_BYTES = 64

export const UNKNOWN_TYPE = 'application/octet-stream'

interface Signature {
  readonly mime: string
  readonly parts: ReadonlyArray<{ readonly at: number; readonly bytes: Buffer }>
}

const ascii = (text: string, at = 0) => ({ at, bytes: Buffer.from(text, 'latin1') })

const SIGNATURES: readonly Signature[] = [
  { mime: 'image/jpeg', parts: [ascii('\xff\xd8\xff')] },
  { mime: 'image/png', parts: [ascii('\x89PNG\r\n\x1a\n')] },
  { mime: 'image/gif', parts: [ascii('GIF87a')] },
  { mime: 'image/gif', parts: [ascii('GIF89a')] },
  { mime: 'image/webp', parts: [ascii('RIFF'), ascii('WEBP', 8)] },
  { mime: 'image/tiff', parts: [ascii('II*\0')] },
  { mime: 'image/tiff', parts: [ascii('MM\0*')] },
  { mime: 'application/pdf', parts: [ascii('%PDF-')] },
  { mime: 'audio/wav', parts: [ascii('RIFF'), ascii('WAVE', 8)] },
  { mime: 'audio/mpeg', parts: [ascii('ID3')] },
  { mime: 'audio/mpeg', parts: [ascii('\xff\xfb')] },
  { mime: 'audio/ogg', parts: [ascii('OggS')] },
  { mime: 'video/webm', parts: [ascii('\x1aE\xdf\xa3'), ascii('webm', 24)] },
  { mime: 'video/webm', parts: [ascii('\x1aE\xdf\xa3'), ascii('webm', 31)] },
  { mime: 'application/zip', parts: [ascii('PK\x03\x04')] },
]

/** Brands of the ISO base media format (the word after `ftyp`). */
const BRANDS: Readonly<Record<string, string>> = {
  isom: 'video/mp4',
  iso2: 'video/mp4',
  iso5: 'video/mp4',
  iso6: 'video/mp4',
  mp41: 'video/mp4',
  mp42: 'video/mp4',
  avc1: 'video/mp4',
  'M4V ': 'video/mp4',
  'M4A ': 'audio/mp4',
  'qt  ': 'video/quicktime',
  '3gp4': 'video/3gpp',
  '3gp5': 'video/3gpp',
  heic: 'image/heic',
  mif1: 'image/heic',
  avif: 'image/avif',
}

export function sniffType(head: Buffer): string {
  const found = SIGNATURES.find(({ parts }) =>
    parts.every(({ at, bytes }) => head.subarray(at, at + bytes.length).equals(bytes)),
  )
  if (found) return found.mime
  const brand = head.toString('latin1', 4, 8) === 'ftyp' ? head.toString('latin1', 8, 12) : ''
  return (Object.hasOwn(BRANDS, brand) ? BRANDS[brand] : undefined) ?? UNKNOWN_TYPE
}
