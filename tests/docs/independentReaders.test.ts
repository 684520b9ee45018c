/**
 * Second readers of what recover.py does not read: key files and the slots they open, the slot directory, compartments
 * in custodian mode, share cards, and the index. Written from docs/format.md with libsodium and Node alone; nothing of
 * the program is imported. They come to what every vector of theirs says, so the document says enough.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import lib from 'libsodium-wrappers-sumo'
import { describe, expect, it } from 'vitest'
import { readVectors, type Vector, type VectorFolder } from '../support/vectors.ts'

await lib.ready
const doc = readFileSync(fileURLToPath(new URL('../../docs/format.md', import.meta.url)), 'utf8')

/** §2 */
const domain = (text: string) => Buffer.concat([Buffer.from(text), Buffer.alloc(16 - text.length)])
const H = (...parts: Uint8Array[]) =>
  Buffer.from(lib.crypto_generichash(32, Buffer.concat(parts), null))
const kdf = (key: Uint8Array, id: number, context: string) =>
  Buffer.from(lib.crypto_kdf_derive_from_key(32, id, context, key))
const u32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer)
const argon2 = (input: string | Uint8Array, salt: Uint8Array, passes: number, kib: number) =>
  Buffer.from(
    lib.crypto_pwhash(32, input, salt, passes, kib * 1024, lib.crypto_pwhash_ALG_ARGON2ID13),
  )
function open(box: Uint8Array, aad: Uint8Array, nonce: Uint8Array, key: Uint8Array) {
  try {
    const decrypt = lib.crypto_aead_xchacha20poly1305_ietf_decrypt
    return Buffer.from(decrypt(null, box, aad, nonce, key))
  } catch {
    return undefined
  }
}
const hex = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('hex')
const allZero = (bytes: Buffer) => bytes.every((byte) => byte === 0)
/** What is typed becomes this (§4); the vectors here have no recovery codes. */
const normal = (text: string) => text.normalize('NFKC')
/** The limits of the vectors are those of weak keys (tests/vectors/README.md); of a real vault those in §4. */
const tooDear = (passes: number, kib: number) => passes < 1 || passes > 4 || kib < 8 || kib > 64

/** Every vector of that kind comes to its outcome. */
function readsAll(
  folder: VectorFolder,
  what: string,
  prefix: string,
  reader: (v: Vector) => string,
) {
  const vectors = readVectors(folder).filter(
    (vector) => vector.text('what') === what && vector.name.startsWith(prefix),
  )
  it.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
    expect(reader(vector)).toBe(vector.text('outcome'))
  })
  expect(vectors.length).toBeGreaterThan(5)
}

/** §14 */
function keyFile(vector: Vector): string {
  const file = vector.bytes
  if (file.toString('latin1', 0, 8) !== 'EMNKEY\r\n') return 'not_a_key_file'
  if (file.length < 42) return 'key_file_damaged'
  const body = file.subarray(0, -32)
  if (!H(domain('EmKeyFileSum1'), body).equals(file.subarray(-32))) return 'key_file_damaged'
  const version = file.readUInt16LE(8)
  if (version > 1) return 'newer_format'
  if (version !== 1 || file.length !== 138) return 'key_file_damaged'
  const [passes, kib] = [file.readUInt32LE(10), file.readUInt32LE(14)]
  if (tooDear(passes, kib)) return 'kdf_out_of_range'
  const master = argon2(normal(vector.text('passphrase')), file.subarray(18, 34), passes, kib)
  const aad = Buffer.concat([domain('EmKeyFile1'), file.subarray(0, 34)])
  const seed = open(file.subarray(58, 106), aad, file.subarray(34, 58), kdf(master, 1, 'EmKeyFil'))
  if (!seed) return 'wrong_key_file_passphrase'
  expect(hex(seed)).toBe(vector.text('private key'))
  const { publicKey } = lib.crypto_kem_xwing_seed_keypair(seed)
  const sha256 = createHash('sha256').update(publicKey).digest('hex')
  expect(sha256).toBe(vector.text('public key sha256'))
  return 'opens'
}

/** §14, the public key as text */
function publicKey(vector: Vector): string {
  const text = vector.bytes.toString('utf8').replace(/\s+/g, '')
  if (!/^emanet-key1[A-Za-z0-9_-]+$/.test(text)) return 'public_key_damaged'
  const bytes = Buffer.from(text.slice(11), 'base64url')
  const key = bytes.subarray(0, 1216)
  const check = H(domain('EmKeyText1'), key).subarray(0, 4)
  const isWhole = bytes.length === 1220 && check.equals(bytes.subarray(1216))
  return isWhole && bytes.toString('base64url') === text.slice(11) ? 'opens' : 'public_key_damaged'
}

/** §5, compartments of format 2 */
function compartment(vector: Vector): string {
  const [vaultId, number] = [vector.hex('vault id'), u32(vector.number('compartment'))]
  const key = kdf(vector.hex('root key'), vector.number('compartment'), 'EmCompar')
  const aad = Buffer.concat([domain('EmCompart1'), vaultId, number])
  const plain = open(vector.bytes, aad, vector.hex('nonce'), key)
  if (plain?.length !== 512) return 'keys_damaged'
  if (plain[0] === 0)
    return allZero(plain.subarray(33)) ? opened(plain.subarray(1, 33)) : 'keys_damaged'
  if (plain[0] !== 1) return 'keys_damaged'
  const wraps: Buffer[] = []
  while (wraps.length < 4 && plain[1 + 107 * wraps.length] !== 0) {
    const start = 1 + 107 * wraps.length
    wraps.push(plain.subarray(start, start + 107))
  }
  const rest = plain.subarray(1 + 107 * wraps.length)
  if (wraps.length === 0 || !allZero(rest) || !wraps.every(isWhole)) return 'keys_damaged'
  const [shares, passphrase] = [vector.optional('shares'), vector.optional('passphrase')]
  if (shares === undefined && passphrase === undefined) return 'custodian_closed'
  for (const [index, wrap] of wraps.entries()) {
    const cost = [wrap.readUInt32LE(17), wrap.readUInt32LE(21)] as const
    if (wrap[0] !== (shares === undefined ? 2 : 1)) continue
    if (shares === undefined && tooDear(...cost)) return 'kdf_out_of_range'
    const secret =
      passphrase === undefined
        ? vector.hex('shares')
        : argon2(normal(passphrase), wrap.subarray(1, 17), ...cost)
    const place = [domain('EmCustody1'), vaultId, number, Buffer.of(index), wrap.subarray(0, 35)]
    const wrapKey = kdf(secret, vector.number('compartment'), 'EmCustod')
    const found = open(wrap.subarray(59), Buffer.concat(place), wrap.subarray(35, 59), wrapKey)
    if (found) return opened(found)
  }
  return 'wrong_passphrase'

  function opened(found: Buffer): string {
    expect(hex(found)).toBe(vector.text('key'))
    expect(hex(kdf(found, 1, 'EmKeyPag'))).toBe(vector.text('page key'))
    return 'opens'
  }
}

function isWhole(wrap: Buffer): boolean {
  const [k = 0, n = 0] = [wrap[25], wrap[26]]
  if (wrap[0] === 1) return allZero(wrap.subarray(9, 25)) && k >= 1 && k <= n
  return wrap[0] === 2 && k === 0 && n === 0
}

/** §13 */
function card(vector: Vector): string {
  const bytes = vector.bytes
  if (bytes.length !== 55) return 'card_damaged'
  const check = H(domain('EmShareCard1'), bytes.subarray(0, 52)).subarray(0, 3)
  if (!check.equals(bytes.subarray(52))) return 'card_damaged'
  const [first = 0, second = 0, third = 0] = bytes
  if (first >> 4 !== 1) return 'newer_format'
  const purpose = { 1: 'vault', 2: 'custodians' }[first & 15]
  const [number, k, n] = [(second >> 4) + 1, (second & 15) + 1, (third >> 4) + 1]
  if (!purpose || (third & 15) !== 0 || k < 2 || k > n || number > n) return 'card_damaged'
  const names = { vaultMark: [3, 11], setId: [11, 19], share: [19, 52] } as const
  const parts = Object.entries(names).map(([name, [from, to]]) => [
    name,
    hex(bytes.subarray(from, to)),
  ])
  expect({ purpose, number, k, n, ...Object.fromEntries(parts) }).toEqual(vector.json('card'))
  expect(inWords(bytes, 'en')).toBe(vector.text('english'))
  expect(inWords(bytes, 'uk')).toBe(vector.text('ukrainian'))
  return 'opens'
}

const bitsOf = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')

function inWords(bytes: Uint8Array, language: string): string {
  const listed = new RegExp(`\`\`\`words-${language}\n([^\`]*)\`\`\``).exec(doc)?.[1] ?? ''
  const list = listed.trim().split(/\s+/)
  return (bitsOf(bytes).match(/.{11}/g) ?? [])
    .map((bits) => list[Number.parseInt(bits, 2)])
    .join(' ')
}

/** The field of AES: x^8 + x^4 + x^3 + x + 1. */
function times(a: number, b: number): number {
  let product = 0
  for (let bit = 0, shifted = a; bit < 8; bit += 1) {
    if ((b >> bit) & 1) product ^= shifted
    shifted = (shifted << 1) ^ (shifted & 0x80 ? 0x11b : 0)
  }
  return product
}
const inverse = (a: number) =>
  Array.from({ length: 256 }, (_, b) => b).find((b) => times(a, b) === 1) ?? 0

/** Lagrange interpolation at 0 over the first k shares, byte by byte. */
function combine(shares: readonly Buffer[]): Buffer {
  const places = shares.map((share) => share[32] ?? 0)
  const secret = Buffer.alloc(32)
  for (const [index, share] of shares.entries()) {
    const x = places[index] ?? 0
    const others = places.filter((_, at) => at !== index)
    const weight = others.reduce(
      (product, other) => times(product, times(other, inverse(other ^ x))),
      1,
    )
    for (let at = 0; at < 32; at += 1)
      secret[at] = (secret[at] ?? 0) ^ times(share[at] ?? 0, weight)
  }
  return secret
}

function bytesOfQr(text: string): Buffer {
  const digits = text.replace('EMANET-SHARE-1:', '')
  const numbers = [...digits].map((digit) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(digit))
  const bits = numbers.map((number) => number.toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

describe('a reader written from the document', () => {
  describe('of key files', () => readsAll('keyfiles', 'keyfile', '', keyFile))
  describe('of public keys as text', () => readsAll('keyfiles', 'public key', '', publicKey))
  describe('of compartments', () => readsAll('core', 'compartment', 'compartment-v2', compartment))
  describe('of share cards', () => readsAll('cards', 'card', '', card))

  it('puts a secret together from share cards, and knows it by the name of its set', () => {
    const sets = readVectors('cards').filter(
      (vector) => vector.text('what') === 'cards' && vector.text('outcome') === 'opens',
    )
    expect(sets.length).toBeGreaterThan(2)
    for (const vector of sets) {
      const first = bytesOfQr(vector.text('card 1'))
      const k = ((first[1] ?? 0) & 15) + 1
      const cards = Array.from({ length: k }, (_, at) => bytesOfQr(vector.text(`card ${at + 1}`)))
      const secret = combine(cards.map((bytes) => bytes.subarray(19, 52)))
      expect(hex(secret)).toBe(vector.text('secret'))
      const about = Buffer.of((first[0] ?? 0) & 15, k, ((first[2] ?? 0) >> 4) + 1)
      const setId = H(domain('EmShareSet1'), first.subarray(3, 11), about, secret).subarray(0, 8)
      expect(hex(setId)).toBe(hex(first.subarray(11, 19)))
    }
  })

  it('opens a slot with a key file, and the directory of slots', () => {
    const vector = readVectors('core').find(
      ({ name }) => name === 'header-v2-opens-with-its-key-file',
    )
    if (!vector) expect.fail('the vector is there')
    const header = vector.bytes
    const vaultId = header.subarray(14, 30)
    const found = Array.from({ length: 8 }, (_, index) => {
      const slot = header.subarray(46 + index * 1201, 46 + (index + 1) * 1201)
      const shared = lib.crypto_kem_xwing_dec(slot.subarray(81), vector.hex('key file'))
      const key = kdf(H(domain('EmKemSlot1'), vaultId, shared), index, 'EmSlot__')
      const place = [domain('EmSlot1'), header.subarray(8, 10), vaultId, Buffer.of(index)]
      const aad = Buffer.concat([...place, slot.subarray(0, 9), H(slot.subarray(81))])
      return open(slot.subarray(33, 81), aad, slot.subarray(9, 33), key)
    })
    const index = found.findIndex((each) => each)
    const root = found[index] ?? expect.fail('a slot opens')
    expect([index, hex(root)]).toEqual([vector.number('slot'), vector.text('root key')])
    const aad = Buffer.concat([
      domain('EmSlotDir1'),
      header.subarray(8, 10),
      vaultId,
      header.subarray(10, 14),
    ])
    const nonce = header.subarray(9654, 9678)
    const plain = open(header.subarray(9678, 10206), aad, nonce, kdf(root, 2, 'EmHeader'))
    const said = vector.json('directory') as ({ kind: string; label: string } | null)[]
    const kinds = [undefined, 'passphrase', 'recovery', 'keyFile', 'shares']
    for (const [at, entry] of said.entries()) {
      const bytes = plain?.subarray(at * 64, (at + 1) * 64) ?? Buffer.alloc(64)
      expect(kinds[bytes[0] ?? 0]).toBe(entry?.kind)
      expect(bytes.toString('utf8', 11, 11 + (bytes[10] ?? 0))).toBe(entry?.label ?? '')
    }
  })

  it('opens the header of an index', () => {
    const vector = readVectors('index').find(({ name }) => name === 'index-opens')
    if (!vector) expect.fail('the vector is there')
    const [header, vaultId] = [vector.bytes, vector.hex('vault id')]
    const aad = Buffer.concat([domain('EmSnapshot1'), vaultId, header.subarray(0, 10)])
    const key = kdf(vector.hex('root key'), 1, 'EmSnapsh')
    const plain = open(header.subarray(34, 162), aad, header.subarray(10, 34), key)
    if (!plain) expect.fail('the header opens')
    expect(header.toString('latin1', 0, 8)).toBe('EMINDEX\n')
    expect(hex(plain.subarray(0, 32))).toBe(vector.text('file key'))
    expect(plain.readBigUInt64LE(32)).toBe(BigInt(vector.number('seq')))
    expect(hex(plain.subarray(40, 72))).toBe(vector.text('hash'))
    expect(plain.readBigUInt64LE(72)).toBe(BigInt(vector.number('image bytes')))
    expect(hex(plain.subarray(80))).toBe(vector.text('schema'))
  })
})
