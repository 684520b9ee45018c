/**
 * A program of its own: `keyInMemory.ts FOLDER SOURCE` stores SOURCE, wipes its key as the ledger's writer
 * would, and then says where in its own memory, all threads included, the key and 32 bytes of the plaintext
 * still are: the kind and size of each region, once for each time. What it looks for is only held inverted.
 * `control` is found when looking works.
 */
import { randomFillSync } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { loadSodium } from '../../../../electron/vault/crypto/loadSodium.ts'
import { ObjectStore } from '../../../../electron/vault/objects/store.ts'

const [folder = '', source = ''] = process.argv.slice(2)

const inverted = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff))

function invertedPlaintext(): Buffer {
  const piece = Buffer.alloc(32)
  const file = openSync(source, 'r')
  readSync(file, piece, 0, piece.length, 3_000_000)
  closeSync(file)
  const result = inverted(piece)
  piece.fill(0)
  return result
}

function findInMemory(wanted: Buffer): string[] {
  const memory = openSync('/proc/self/mem', 'r')
  const window = Buffer.alloc(1 << 20)
  const found: string[] = []
  for (const line of readFileSync('/proc/self/maps', 'latin1').split('\n')) {
    const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
    if (from === undefined || to === undefined || line.includes('[v')) continue
    const end = Number.parseInt(to, 16)
    const step = window.length - wanted.length
    for (let at = Number.parseInt(from, 16); at < end; at += step) {
      const length = read(memory, window, Math.min(window.length, end - at), at)
      const times = occurrences(window.subarray(0, length), wanted)
      const name = line.split(' ').slice(5).join('').trim() || 'anonymous'
      for (let time = 0; time < times; time += 1)
        found.push(`${name}, ${end - Number.parseInt(from, 16)} bytes`)
      window.fill(0)
    }
  }
  closeSync(memory)
  return found
}

function read(memory: number, into: Buffer, length: number, at: number): number {
  try {
    return readSync(memory, into, 0, length, at)
  } catch {
    // A region that went away meanwhile, or one that cannot be read.
    return 0
  }
}

function occurrences(bytes: Buffer, wanted: Buffer): number {
  const first = (wanted[0] ?? 0) ^ 0xff
  let count = 0
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === (byte ^ 0xff))) count += 1
  }
  return count
}

const store = new ObjectStore({
  folder,
  vaultId: Buffer.alloc(16),
  sodium: await loadSodium('native'),
})
const { fileKey } = await store.put(source)
const key = inverted(fileKey.bytes)
fileKey.wipe()
const plaintext = invertedPlaintext()
const present = randomFillSync(Buffer.alloc(32))

const counts = {
  control: findInMemory(inverted(present)).length > 0,
  key: findInMemory(key),
  plaintext: findInMemory(plaintext),
}
process.stdout.write(JSON.stringify(counts))
await store.close()
