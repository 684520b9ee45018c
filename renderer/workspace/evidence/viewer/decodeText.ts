/**
 * Bytes of a text file as text: by its byte order mark, as UTF-8 where that fits, otherwise as Windows-1251, in which
 * most older Ukrainian and Russian text files are written.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    // Cut in the middle of a character, the last one is left out instead of spoiling all.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}
