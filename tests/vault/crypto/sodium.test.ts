/** Both libsodium builds give the same bytes, refuse the same things, and hold the main thread no longer than they must. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { domain, randomBytes, readU64, u64 } from '../../../electron/vault/crypto/bytes.ts'
import { DOMAIN_TEXTS, DOMAINS } from '../../../electron/vault/crypto/domains.ts'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { eachBuild, failureCode, flipByte, NATIVE, WASM } from '../../support/coreVault.ts'

const bytes = (max: number) => fc.uint8Array({ maxLength: max }).map((b) => Buffer.from(b))
const exactly = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((b) => Buffer.from(b))
const hex = (buffer: Uint8Array) => Buffer.from(buffer).toString('hex')

describe('the two builds', () => {
  it('hash alike, in parts or whole, keyed or not, at once or as a stream', () => {
    fc.assert(
      fc.property(fc.array(bytes(200), { maxLength: 4 }), exactly(32), (parts, key) => {
        const whole = Buffer.concat(parts)
        const expected = hex(NATIVE.hash([whole]))
        for (const sodium of [NATIVE, WASM]) {
          expect(hex(sodium.hash(parts))).toBe(expected)
          const stream = sodium.hashStream()
          for (const part of parts) stream.update(part)
          expect(hex(stream.final())).toBe(expected)
        }
        expect(hex(WASM.hash(parts, key))).toBe(hex(NATIVE.hash(parts, key)))
        expect(hex(NATIVE.hash(parts, key))).not.toBe(expected)
      }),
    )
  })

  it('derive, seal and sign alike', () => {
    fc.assert(
      fc.property(bytes(300), bytes(60), exactly(24), exactly(32), (plain, aad, nonce, key) => {
        expect(hex(WASM.deriveKey(key, 7, 'EmSlot__'))).toBe(
          hex(NATIVE.deriveKey(key, 7, 'EmSlot__')),
        )
        expect(hex(WASM.seal(plain, aad, nonce, key))).toBe(
          hex(NATIVE.seal(plain, aad, nonce, key)),
        )
        for (const sodium of [NATIVE, WASM]) {
          const into = Buffer.alloc(plain.length + 16)
          expect(sodium.seal(plain, aad, nonce, key, into)).toBe(into)
          expect(hex(into)).toBe(hex(NATIVE.seal(plain, aad, nonce, key)))
        }
        const pair = NATIVE.signKeyPair(key)
        expect(hex(WASM.signKeyPair(key).publicKey)).toBe(hex(pair.publicKey))
        expect(hex(WASM.sign(plain, pair.secretKey))).toBe(hex(NATIVE.sign(plain, pair.secretKey)))
      }),
      { numRuns: 30 },
    )
  })

  it('derive the same key from a passphrase, and only with the same cost and salt', async () => {
    const salt = Buffer.alloc(16, 3)
    const cost = { ops: 2, memKiB: 64 }
    const password = Buffer.from('пароль')
    const native = hex(await NATIVE.pwhash(password, salt, cost))
    expect(hex(await WASM.pwhash(password, salt, cost))).toBe(native)
    expect(hex(await WASM.pwhash(password, salt, { ops: 3, memKiB: 64 }))).not.toBe(native)
    expect(hex(await WASM.pwhash(password, Buffer.alloc(16, 4), cost))).not.toBe(native)
    expect(password.toString()).toBe('пароль')
  })

  it('are chosen by name, and one of them always loads', async () => {
    expect((await loadSodium('native')).build).toBe('native')
    expect((await loadSodium('wasm')).build).toBe('wasm')
    expect(['native', 'wasm']).toContain((await loadSodium()).build)
  })
})

eachBuild('sealed bytes', (sodium) => {
  const key = randomBytes(32)
  const nonce = randomBytes(24)
  const aad = Buffer.from('place')
  const box = sodium.seal(Buffer.from('witness'), aad, nonce, key)

  it('open with exactly what sealed them', () => {
    expect(sodium.open(box, aad, nonce, key)?.toString()).toBe('witness')
    for (let at = 0; at < box.length; at += 1) {
      expect(sodium.open(flipByte(box, at), aad, nonce, key)).toBeNull()
    }
    expect(sodium.open(box, flipByte(aad, 0), nonce, key)).toBeNull()
    expect(sodium.open(box, aad, flipByte(nonce, 0), key)).toBeNull()
    expect(sodium.open(box, aad, nonce, flipByte(key, 0))).toBeNull()
    expect(sodium.open(Buffer.concat([box, Buffer.alloc(1)]), aad, nonce, key)).toBeNull()
    expect(sodium.open(box.subarray(0, 15), aad, nonce, key)).toBeNull()
    expect(sodium.open(Buffer.alloc(0), aad, nonce, key)).toBeNull()
  })

  it('open into given memory when they fit', () => {
    for (const room of [6, 7, 8]) {
      expect(sodium.open(box, aad, nonce, key, Buffer.alloc(room))?.toString()).toBe('witness')
    }
  })

  it('open as chunks the same way', () => {
    const chunkNonce = randomBytes(12)
    const chunk = Buffer.alloc(7 + 16)
    sodium.sealChunk(chunk, Buffer.from('witness'), aad, chunkNonce, key)
    const plain = Buffer.alloc(7)
    expect(sodium.openChunk(plain, chunk, aad, chunkNonce, key)).toBe(true)
    expect(plain.toString()).toBe('witness')
    expect(sodium.openChunk(plain, flipByte(chunk, 3), aad, chunkNonce, key)).toBe(false)
    expect(sodium.openChunk(plain, Buffer.alloc(15), aad, chunkNonce, key)).toBe(false)
  })

  it('verify a signature over exactly the signed bytes', () => {
    const { publicKey, secretKey } = sodium.signKeyPair(randomBytes(32))
    const message = Buffer.from('entry')
    const signature = sodium.sign(message, secretKey)
    expect(sodium.verifySignature(signature, message, publicKey)).toBe(true)
    expect(sodium.verifySignature(signature, Buffer.from('Entry'), publicKey)).toBe(false)
    expect(sodium.verifySignature(flipByte(signature, 5), message, publicKey)).toBe(false)
    expect(sodium.verifySignature(signature, message, flipByte(publicKey, 5))).toBe(false)
  })

  it('leaves the main thread free while it derives a key', async () => {
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 1)
    await sodium.pwhash(Buffer.from('x'), Buffer.alloc(16), { ops: 2, memKiB: 32 * 1024 })
    clearInterval(timer)
    expect(turns).toBeGreaterThan(0)
  })

  it('wipes', () => {
    const secret = randomBytes(64)
    sodium.memzero(secret)
    expect(secret.equals(Buffer.alloc(64))).toBe(true)
  })
})

describe('memory that cannot be had', () => {
  it('is an error of its own', async () => {
    // More than the WebAssembly build can address.
    const cost = { ops: 1, memKiB: 4 * 1024 * 1024 - 1 }
    expect(await failureCode(() => WASM.pwhash(Buffer.from('x'), Buffer.alloc(16), cost))).toBe(
      'out_of_memory',
    )
  })
})

describe('bytes', () => {
  it('write and read 64-bit integers up to the largest safe one', () => {
    const edges = [0, 1, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER]
    for (const value of edges) expect(readU64(u64(value), 0)).toBe(value)
    expect(u64(1).toString('hex')).toBe('0100000000000000')
    expect(() => u64(-1)).toThrow('invariant')
    expect(() => u64(Number.MAX_SAFE_INTEGER + 1)).toThrow('invariant')
    expect(readU64(Buffer.alloc(8, 0xff), 0)).toBeNaN()
  })

  it('pad every domain string to 16 bytes, and no two are alike', () => {
    for (const text of Object.values(DOMAIN_TEXTS)) expect(domain(text)).toHaveLength(16)
    const all = Object.values(DOMAINS).map((bytes) => bytes.toString('hex'))
    expect(new Set(all).size).toBe(all.length)
    expect(() => domain('12345678901234567')).toThrow('invariant')
  })
})
