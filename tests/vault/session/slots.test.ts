/** What opens a vault beside passphrases, a slot's name and its cost; and that slots in use look like the others. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { randomBytes } from '../../../electron/vault/crypto/bytes.ts'
import type { KdfPolicy } from '../../../electron/vault/crypto/kdf.ts'
import { formatPublicKey } from '../../../electron/vault/crypto/publicKeyText.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { loadXWing } from '../../../electron/vault/crypto/xwing.ts'
import type { Slot } from '../../../electron/vault/header/header.ts'
import { type KeyFileKey, kemMaster } from '../../../electron/vault/session/credential.ts'
import { openSession } from '../../../electron/vault/session/openVault.ts'
import { slotChangeSteps } from '../../../electron/vault/session/slotChange.ts'
import { raiseSteps, renameSteps } from '../../../electron/vault/session/slotRewrite.ts'
import { sealSlot, unusedSlot } from '../../../electron/vault/session/slots.ts'
import {
  DEVICE,
  eachPair,
  failureCode,
  make,
  NATIVE,
  PASSPHRASE,
  readAll,
  reopen,
  tempFolder,
} from '../../support/coreVault.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'

const secret = (text: string) => Secret.fromText(text)
const by = () => secret(PASSPHRASE)
const xwing = await loadXWing()

/** As a key file has it, without the file. */
function newKey(): { readonly credential: KeyFileKey; readonly publicKey: string } {
  const privateKey = Secret.random(32)
  const publicKey = formatPublicKey(NATIVE, xwing.publicKeyOf(privateKey))
  return { credential: { kind: 'keyFile', privateKey }, publicKey }
}

/** What the default will be when machines are faster. */
const HIGHER: KdfPolicy = {
  ...WEAK_KDF,
  levels: { moderate: { ops: 2, memKiB: 16 }, sensitive: { ops: 4, memKiB: 64 } },
}
const costs = (vault: { slots(): readonly { cost?: unknown }[] }) =>
  vault.slots().map(({ cost }) => cost)
const LOW = { ops: 1, memKiB: 8 }
const HIGH = { ops: 2, memKiB: 16 }

eachPair('a slot for a key file and one for shares', ({ writer, reader }) => {
  it('open the vault with what they are for, and with nothing else', async () => {
    const { vault, folder } = await make(writer)
    const { credential, publicKey } = newKey()
    expect(await vault.addKeyFile(by(), publicKey, 'Шухляда')).toBe(2)
    const shared = Secret.random(32)
    expect(await vault.addShares(by(), shared, '2/3')).toBe(3)
    vault.close()

    const shares = { kind: 'shares', secret: shared } as const
    for (const [kind, each] of [
      ['keyFile', credential],
      ['shares', shares],
    ] as const) {
      const opened = await reopen(folder, reader, { credential: each })
      expect(opened.openedWith).toBe(kind)
      const current = opened.slots().find((slot) => slot.current)
      expect(current?.kind).toBe(kind)
      opened.close()
    }
    const wrongKey = () => reopen(folder, reader, { credential: newKey().credential })
    expect(await failureCode(wrongKey)).toBe('wrong_key_file')
    const wrongShares = { kind: 'shares', secret: Secret.random(32) } as const
    expect(await failureCode(() => reopen(folder, reader, { credential: wrongShares }))).toBe(
      'card_of_other_set',
    )
  })
})

describe('slots', () => {
  it('for a key file and for shares need someone who can open the vault, and a whole public key', async () => {
    const { vault } = await make(NATIVE)
    const { publicKey } = newKey()
    const wrong = secret('wrong')
    expect(await failureCode(() => vault.addKeyFile(wrong, publicKey, ''))).toBe('wrong_passphrase')
    expect(await failureCode(() => vault.addShares(wrong, Secret.random(32), ''))).toBe(
      'wrong_passphrase',
    )
    for (const text of ['', publicKey.slice(0, -1), `${publicKey}A`, publicKey.replace('1', '2')])
      expect(await failureCode(() => vault.addKeyFile(by(), text, ''))).toBe('public_key_damaged')
    expect(vault.slots()).toHaveLength(2)
  })

  it('never leave a key file or shares alone: they can be lost', async () => {
    const { vault } = await make(NATIVE)
    const { credential, publicKey } = newKey()
    await vault.addKeyFile(by(), publicKey, '')
    await vault.addShares(by(), Secret.random(32), '')
    await vault.removeSlot(by(), 1)
    expect(await failureCode(() => vault.removeSlot(credential, 0))).toBe('conflict')
    expect(vault.slots().map(({ index }) => index)).toEqual([0, 2, 3])
    await vault.removeSlot(credential, 2)
    expect(await failureCode(() => vault.authorise(credential))).toBe('wrong_key_file')
  })

  it('take another name without a credential, durably, and say so in the ledger', async () => {
    const { vault, folder } = await make(NATIVE)
    await vault.renameSlot(0, 'Мар’яна')
    expect(await failureCode(() => vault.renameSlot(4, 'x'))).toBe('not_found')
    vault.close()
    const again = await reopen(folder, NATIVE)
    expect(again.slots().map(({ label }) => label)).toEqual(['Мар’яна', ''])
    expect(again.notices).toEqual([])
    const entries = (await readAll(again)) as { op: string; body: unknown }[]
    expect(entries.filter(({ op }) => op === 'slot.changed').map(({ body }) => body)).toEqual([
      { generation: 2, renamed: 0 },
    ])
    again.close()
    const reading = await reopen(folder, NATIVE, { readOnly: true })
    expect(await failureCode(() => reading.renameSlot(0, 'x'))).toBe('read_only')
  })

  it('change one after the other, and are settled when the last has ended, well or badly', async () => {
    const { vault } = await make(NATIVE)
    const ended: string[] = []
    const note = (what: string) => () => void ended.push(what)
    void vault.addPassphrase(by(), secret('second'), '').then(note('added'))
    vault.removeSlot(secret('wrong'), 0).catch(note('refused'))
    void vault.renameSlot(0, 'x').then(note('renamed'))
    expect(ended).toEqual([])
    await vault.settled()
    expect(ended).toEqual(['added', 'refused', 'renamed'])
  })
})

describe('when the usual cost has risen', () => {
  it('the next unlock raises the slot that opened, and no other', async () => {
    const { vault, folder, recoveryCode } = await make(NATIVE)
    vault.close()
    const raised = await reopen(folder, NATIVE, { policy: HIGHER })
    expect(costs(raised)).toEqual([LOW, LOW])
    await raised.settled()
    expect(costs(raised)).toEqual([HIGH, LOW])
    const entries = (await readAll(raised)) as { op: string; body: unknown }[]
    expect(entries.at(-1)).toMatchObject({ op: 'slot.changed', body: { raised: 0 } })
    raised.close()
    for (const passphrase of [PASSPHRASE, recoveryCode]) {
      const again = await reopen(folder, NATIVE, { passphrase, readOnly: true })
      expect([again.notices, costs(again)]).toEqual([[], [HIGH, LOW]])
      again.close()
    }
  })

  it('nothing is written for a reader, for a key file, or where the cost is high enough', async () => {
    const { vault, folder } = await make(NATIVE)
    const { credential, publicKey } = newKey()
    await vault.addKeyFile(by(), publicKey, '')
    vault.close()
    for (const how of [{ readOnly: true, policy: HIGHER }, { credential, policy: HIGHER }, {}]) {
      const opened = await reopen(folder, NATIVE, how)
      const { seq } = opened.ledger.head()
      await opened.settled()
      expect(opened.ledger.head().seq).toBe(seq)
      expect(costs(opened)).toEqual([LOW, LOW, undefined])
      opened.close()
    }
  })

  it('a vault that is closed meanwhile stays as it is, and the next unlock tries again', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    const hasty = await reopen(folder, NATIVE, { policy: HIGHER })
    hasty.close()
    await hasty.settled()
    const next = await reopen(folder, NATIVE, { policy: HIGHER })
    expect([next.notices, costs(next)]).toEqual([[], [LOW, LOW]])
    await next.settled()
    expect(costs(next)).toEqual([HIGH, LOW])
  })
})

describe('a change in its place that is cut off', () => {
  /** A copy of the folder at every step, as a kill at that moment would leave it. */
  async function cutOff(change: 'rename' | 'raise') {
    const { vault, folder, recoveryCode } = await make(NATIVE)
    vault.close()
    const { state, release } = await openSession({
      ...{ folder, sodium: NATIVE, policy: HIGHER, credential: by() },
      deviceSecret: Secret.fromBytes(DEVICE),
    })
    const steps =
      change === 'rename' ? renameSteps(state, 0, 'Нова') : raiseSteps(state, 0, by(), HIGH)
    const left: { step: string; folder: string }[] = []
    for await (const step of steps) {
      const copy = join(tempFolder(), 'Cut.emanet')
      cpSync(folder, copy, { recursive: true })
      left.push({ step, folder: copy })
    }
    state.ledger.wipe()
    release()
    return { left, recoveryCode }
  }

  it.each(['rename', 'raise'] as const)('(%s) leaves a vault that opens', async (change) => {
    const { left, recoveryCode } = await cutOff(change)
    expect(left.map(({ step }) => step)).toEqual(['proven', 'stored', 'copied'])
    for (const { step, folder } of left) {
      const isNew = step !== 'proven'
      const opened = await reopen(folder, NATIVE)
      // Between the row and the copy, the copy is one generation older.
      expect([step, opened.notices]).toEqual([
        step,
        step === 'stored' ? ['header_copy_repaired'] : [],
      ])
      const [slot] = opened.slots()
      if (change === 'rename') expect(slot?.label).toBe(isNew ? 'Нова' : '')
      else expect(slot?.cost).toEqual(isNew ? HIGH : LOW)
      expect((await opened.ledger.verify({ signatures: true })).ok).toBe(true)
      opened.close()
      const other = await reopen(folder, NATIVE, { passphrase: recoveryCode })
      expect(other.notices).toEqual([])
      other.close()
    }
  })
})

describe('a recovery code whose making was cut off', () => {
  it('before the old one was dropped, opens nothing after the next unlock: nobody saw it', async () => {
    const { vault, folder, recoveryCode } = await make(NATIVE)
    vault.close()
    const { state, release } = await openSession({
      ...{ folder, sodium: NATIVE, policy: WEAK_KDF, credential: by() },
      deviceSecret: Secret.fromBytes(DEVICE),
    })
    const unseen = 'код, якого ніхто не бачив'
    const add = { secret: secret(unseen), cost: LOW, kind: 'recovery', label: '' } as const
    const cut: { step: string; folder: string }[] = []
    for await (const step of slotChangeSteps(state, { add, drop: [1] })) {
      if (step.startsWith('dropped')) break
      const copy = join(tempFolder(), 'Cut.emanet')
      cpSync(folder, copy, { recursive: true })
      cut.push({ step, folder: copy })
    }
    state.ledger.wipe()
    release()
    expect(cut.map(({ step }) => step)).toEqual(['added', 'added copy', 'proven'])
    for (const [n, each] of cut.entries()) {
      const [first, other] = n % 2 === 0 ? [PASSPHRASE, recoveryCode] : [recoveryCode, PASSPHRASE]
      ;(await reopen(each.folder, NATIVE, { passphrase: unseen, readOnly: true })).close()
      const opened = await reopen(each.folder, NATIVE, { passphrase: first })
      expect(opened.slots().map(({ kind }) => kind)).toEqual(['passphrase', 'recovery'])
      expect((await opened.ledger.verify({ signatures: true })).ok).toBe(true)
      opened.close()
      const open = () => reopen(each.folder, NATIVE, { passphrase: unseen })
      expect(await failureCode(open)).toBe('wrong_passphrase')
      ;(await reopen(each.folder, NATIVE, { passphrase: other })).close()
    }
  })
})

describe('slots in use and slots that are not', () => {
  const COUNT = 300
  const cost = LOW
  const header = { version: 2, vaultId: randomBytes(16) } as const
  const publicKey = xwing.publicKeyOf(Secret.random(32))
  const rootKey = Secret.random(32)
  const bytesOf = ({ nonce, box, kem }: Slot) => Buffer.concat([nonce, box, kem])

  function forKeyFile(): Buffer {
    const { ciphertext, sharedSecret } = xwing.encapsulate(publicKey)
    const master = kemMaster(NATIVE, header.vaultId, sharedSecret)
    return bytesOf(sealSlot(NATIVE, header, 0, { cost, kem: ciphertext }, master, rootKey))
  }
  const forPassphrase = () =>
    bytesOf(sealSlot(NATIVE, header, 0, { cost, kem: xwing.decoy() }, Secret.random(32), rootKey))
  const unused = () => bytesOf(unusedSlot(xwing, cost))
  const random = () => randomBytes(24 + 48 + 1120)
  const sample = (one: () => Buffer) => Array.from({ length: COUNT }, one)

  /** The bit that most tells two samples apart, in standard deviations. */
  function farthestBit(one: readonly Buffer[], other: readonly Buffer[]): number {
    let farthest = 0
    const ones = (of: readonly Buffer[], at: number, bit: number) =>
      of.reduce((sum, bytes) => sum + (((bytes[at] ?? 0) >> bit) & 1), 0)
    for (let place = 0; place < 8 * (one[0]?.length ?? 0); place += 1) {
      const [a, b] = [one, other].map((of) => ones(of, place >> 3, place & 7)) as [number, number]
      const p = (a + b) / (2 * COUNT)
      const deviation = Math.sqrt(2 * COUNT * p * (1 - p))
      if (deviation > 0) farthest = Math.max(farthest, Math.abs(a - b) / deviation)
    }
    return farthest
  }

  /** How far the numbers of each byte value lie apart, in standard deviations of chi-squared. */
  function valuesApart(one: readonly Buffer[], other: readonly Buffer[]): number {
    const count = (of: readonly Buffer[]) => {
      const counts = new Array<number>(256).fill(0)
      for (const bytes of of) for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1
      return counts
    }
    const [a, b] = [count(one), count(other)]
    const chi = a.reduce((sum, n, value) => {
      const m = b[value] ?? 0
      return n + m === 0 ? sum : sum + (n - m) ** 2 / (n + m)
    }, 0)
    return Math.abs(chi - 255) / Math.sqrt(2 * 255)
  }

  // By chance seven deviations in one of 9,536 bits come once in forty million runs.
  const FAR = 7

  it.each([
    ['a key file', forKeyFile],
    ['a passphrase', forPassphrase],
  ] as const)('differ in no bit and no byte value: %s', (_what, used) => {
    const [inUse, notInUse] = [sample(used), sample(unused)]
    expect(farthestBit(inUse, notInUse)).toBeLessThan(FAR)
    expect(valuesApart(inUse, notInUse)).toBeLessThan(FAR)
  })

  it('would differ if unused ones held random bytes', () => {
    expect(farthestBit(sample(forKeyFile), sample(random))).toBeGreaterThan(FAR)
  })
})
