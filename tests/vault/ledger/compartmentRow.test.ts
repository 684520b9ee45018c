/** The row of a compartment: one size in both modes, one spelling, and wraps that open only where they were made. */
import { describe, expect, it } from 'vitest'
import { randomBytes } from '../../../electron/vault/crypto/bytes.ts'
import { DOMAINS } from '../../../electron/vault/crypto/domains.ts'
import {
  COMPARTMENT_PLAIN_BYTES,
  MAX_WRAPS,
  openCompartment,
  openWrap,
  sealCompartment,
  sealWrap,
  WRAP_BYTES,
  type Wrap,
  type WrapKind,
} from '../../../electron/vault/ledger/compartmentRow.ts'
import { eachPair, flipByte, NATIVE } from '../../support/coreVault.ts'

const VAULT = Buffer.alloc(16, 3)
const ROOT_WRAP = Buffer.alloc(32, 4)
const KEY = Buffer.alloc(32, 5)
const WAY = Buffer.alloc(32, 6)
const SHARES: WrapKind = { kind: 'shares', setId: Buffer.alloc(8, 7), k: 2, n: 3 }
const PASSPHRASE: WrapKind = {
  kind: 'passphrase',
  salt: Buffer.alloc(16, 8),
  cost: { ops: 3, memKiB: 262_144 },
}
const place = (index: number) => ({ vaultId: VAULT, compartment: 1, index })
const wrapAt = (index: number, kind: WrapKind = index % 2 ? PASSPHRASE : SHARES): Wrap =>
  sealWrap(NATIVE, place(index), kind, 1_700_000_000_000, WAY, KEY)

const aad = Buffer.concat([DOMAINS.compartment, VAULT, Buffer.from([1, 0, 0, 0])])
const sealPlain = (plain: Buffer) => {
  const nonce = randomBytes(24)
  return { compartment: 1, nonce, box: NATIVE.seal(plain, aad, nonce, ROOT_WRAP) }
}
const openPlain = (plain: Buffer) => openCompartment(NATIVE, VAULT, ROOT_WRAP, sealPlain(plain))
const plainOf = (wraps: readonly Wrap[]) => {
  const row = sealCompartment(NATIVE, VAULT, ROOT_WRAP, 1, { mode: 'custodian', wraps })
  return NATIVE.open(row.box, aad, row.nonce, ROOT_WRAP) as Buffer
}

eachPair('a compartment row', ({ writer, reader }) => {
  it('has one size whatever its mode and however many wraps', () => {
    const contents = [
      { mode: 'root', key: KEY } as const,
      ...[1, 2, 3, MAX_WRAPS].map(
        (count) =>
          ({
            mode: 'custodian',
            wraps: Array.from({ length: count }, (_, index) => wrapAt(index)),
          }) as const,
      ),
    ]
    for (const content of contents) {
      const row = sealCompartment(writer, VAULT, ROOT_WRAP, 1, content)
      expect(row.box.length).toBe(COMPARTMENT_PLAIN_BYTES + 16)
      expect(openCompartment(reader, VAULT, ROOT_WRAP, row)).toEqual(content)
    }
  })

  it('opens in its vault and at its number, and nowhere else', () => {
    const row = sealCompartment(writer, VAULT, ROOT_WRAP, 1, { mode: 'root', key: KEY })
    expect(openCompartment(reader, VAULT, ROOT_WRAP, { ...row, compartment: 2 })).toBeUndefined()
    expect(openCompartment(reader, Buffer.alloc(16), ROOT_WRAP, row)).toBeUndefined()
    expect(openCompartment(reader, VAULT, KEY, row)).toBeUndefined()
  })

  it('wraps the key so that it opens at its index, in its compartment and vault, with its own head', () => {
    for (const kind of [SHARES, PASSPHRASE]) {
      const wrap = sealWrap(writer, place(1), kind, 5, WAY, KEY)
      expect(openWrap(reader, place(1), wrap, WAY)).toEqual(KEY)
      const others = [
        openWrap(reader, place(0), wrap, WAY),
        openWrap(reader, { ...place(1), compartment: 2 }, wrap, WAY),
        openWrap(reader, { ...place(1), vaultId: Buffer.alloc(16) }, wrap, WAY),
        openWrap(reader, place(1), wrap, KEY),
        openWrap(reader, place(1), { ...wrap, createdAt: 6 }, WAY),
        openWrap(reader, place(1), { ...wrap, box: flipByte(wrap.box, 0) }, WAY),
        openWrap(reader, place(1), { ...wrap, ...(kind === SHARES ? PASSPHRASE : SHARES) }, WAY),
      ]
      expect(others).toEqual(others.map(() => undefined))
    }
    const weaker = { ...PASSPHRASE, cost: { ops: 3, memKiB: 262_143 } } as WrapKind
    const wrap = sealWrap(writer, place(0), PASSPHRASE, 5, WAY, KEY)
    expect(openWrap(reader, place(0), { ...wrap, ...weaker } as Wrap, WAY)).toBeUndefined()
  })
})

describe('the plaintext of a compartment row', () => {
  it('of format 1 is the bare key', () => {
    expect(openPlain(KEY)).toEqual({ mode: 'root', key: KEY })
  })

  it('has no other length', () => {
    for (const length of [0, 31, 33, COMPARTMENT_PLAIN_BYTES - 1, COMPARTMENT_PLAIN_BYTES + 1]) {
      expect(openPlain(Buffer.alloc(length))).toBeUndefined()
    }
  })

  it('has no other mode', () => {
    for (const mode of [2, 255]) {
      const plain = plainOf([wrapAt(0)])
      plain.writeUInt8(mode, 0)
      expect(openPlain(plain)).toBeUndefined()
    }
  })

  it('is zero where nothing stands', () => {
    const root = Buffer.alloc(COMPARTMENT_PLAIN_BYTES)
    KEY.copy(root, 1)
    expect(openPlain(root)).toEqual({ mode: 'root', key: KEY })
    for (const at of [33, COMPARTMENT_PLAIN_BYTES - 1]) {
      expect(openPlain(flipByte(root, at))).toBeUndefined()
    }
    const two = plainOf([wrapAt(0), wrapAt(1)])
    expect(openPlain(two)).toBeDefined()
    for (const at of [1 + 2 * WRAP_BYTES + 1, COMPARTMENT_PLAIN_BYTES - 1]) {
      expect(openPlain(flipByte(two, at))).toBeUndefined()
    }
  })

  it('has at least one wrap in custodian mode, of a kind that is known', () => {
    const none = Buffer.alloc(COMPARTMENT_PLAIN_BYTES)
    none.writeUInt8(1, 0)
    expect(openPlain(none)).toBeUndefined()
    for (const kind of [3, 255]) {
      const plain = plainOf([wrapAt(0)])
      plain.writeUInt8(kind, 1)
      expect(openPlain(plain)).toBeUndefined()
    }
  })

  it('has a threshold that can be met, and nothing else beside it', () => {
    const at = (offset: number, value: number) => {
      const plain = plainOf([wrapAt(0, SHARES)])
      plain.writeUInt8(value, 1 + offset)
      return openPlain(plain)
    }
    // k stands at 25 of a wrap, n at 26: 2 of 3.
    expect([at(25, 0), at(25, 4), at(26, 1)]).toEqual([undefined, undefined, undefined])
    expect([at(25, 1), at(25, 3), at(26, 2)].map((each) => each?.mode)).toEqual(
      Array.from({ length: 3 }, () => 'custodian'),
    )
    // Zeros behind the set's name, and no cost.
    for (const offset of [9, 16, 17, 24]) expect(at(offset, 1)).toBeUndefined()
  })

  it('takes no more wraps than there are places', () => {
    const five = Array.from({ length: MAX_WRAPS + 1 }, (_, index) => wrapAt(index))
    expect(() => plainOf(five)).toThrow('invariant')
    expect(() => plainOf([])).toThrow('invariant')
  })
})
