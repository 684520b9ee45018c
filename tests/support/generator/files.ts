/** Small evidence files made by code: a picture, a note and a PDF. Nothing of a real document is in them. */
import { deflateSync } from 'node:zlib'
import type { Random } from './random.ts'

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc32 = (bytes: Uint8Array): number => {
  let c = 0xffffffff
  for (const byte of bytes) c = (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), out.length - 4)
  return out
}

/** An RGB picture, `pixel` giving each point's colour. */
function png(
  width: number,
  height: number,
  pixel: (x: number, y: number) => readonly [number, number, number],
): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows.set(pixel(x, y), y * (1 + width * 3) + 1 + x * 3)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Looks like a scanned page: paper, lines of "text", a stamp. */
export function scannedPage(random: Random): Buffer {
  const width = 420
  const height = 594
  const lines = Array.from({ length: 22 }, (_, i) => ({
    y: 90 + i * 20,
    left: 48 + (i % 5 === 0 ? 18 : 0),
    right: random.int(220, 372),
  }))
  const stamp = { x: random.int(270, 330), y: random.int(470, 520), r: 38 }
  const phase = random.int(0, 997)
  return png(width, height, (x, y) => {
    const grain = ((x * 31 + y * 17 + phase) % 7) - 3
    const paper: readonly [number, number, number] = [247 + grain, 244 + grain, 235 + grain]
    const ring = Math.hypot(x - stamp.x, y - stamp.y)
    if (Math.abs(ring - stamp.r) < 2.5 || Math.abs(ring - stamp.r + 9) < 1) return [64, 74, 160]
    if (y > 44 && y < 54 && x > 120 && x < 300) return [52, 52, 58]
    const line = lines.find((one) => y >= one.y && y < one.y + 7)
    // Gaps between the "words" of a line.
    const gap = (x * 7 + Math.floor(y / 20) * 13 + phase) % 61 < 6
    return line && x >= line.left && x <= line.right && !gap ? [88, 88, 96] : paper
  })
}

/** Looks like a photograph of a street: sky, hills, a building with windows. */
export function drawnPhoto(random: Random): Buffer {
  const width = 480
  const height = 320
  const hill = random.int(130, 170)
  const houseX = random.int(90, 230)
  const warm = random.int(0, 40)
  return png(width, height, (x, y) => {
    const ridge = hill + Math.sin(x / 37) * 14 + Math.sin(x / 11) * 5
    const inHouse = x > houseX && x < houseX + 150 && y > 150 && y < 262
    if (inHouse) {
      const window =
        (x - houseX) % 38 > 12 &&
        (x - houseX) % 38 < 30 &&
        (y - 150) % 40 > 12 &&
        (y - 150) % 40 < 32
      return window ? [70, 84, 104] : [206 + warm / 2, 190, 168]
    }
    if (y > 262) return [120, 116, 108]
    if (y > ridge) return [96 + warm, 122, 92]
    return [150 + Math.round(y / 4) + warm / 4, 190 + Math.round(y / 8), 226]
  })
}

/** A one-page PDF in the base font, by hand so that its bytes never change. */
export function plainPdf(lines: readonly string[]): Buffer {
  const quoted = (text: string) => text.replace(/[\\()]/g, (c) => `\\${c}`)
  const stream = `BT /F1 11 Tf 60 780 Td 16 TL ${lines.map((l) => `(${quoted(l)}) Tj T*`).join(' ')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.indexOf('xref\n')}\n%%EOF\n`
  return Buffer.from(body, 'latin1')
}
