/**
 * What evidence may be called when a page loads it. A file is what somebody sent, so its type is taken only from
 * this list; SVG and HTML, which can hold scripts and references, are bytes like anything else that is not on it.
 */
const SHOWN = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
  'application/pdf',
  'text/plain',
  'audio/mpeg',
  'audio/mp4',
  'audio/aac',
  'audio/ogg',
  'audio/wav',
  'audio/flac',
  'audio/webm',
  'video/mp4',
  'video/webm',
  'video/ogg',
] as const

export const BYTES = 'application/octet-stream'

export function servedType(mime: string): string {
  const plain = mime.toLowerCase().replace(/;.*$/s, '').trim()
  if (plain === 'text/plain') return 'text/plain; charset=utf-8'
  return (SHOWN as readonly string[]).includes(plain) ? plain : BYTES
}
