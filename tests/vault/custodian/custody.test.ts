/** Custodian mode: who opens the compartment, for how long, and what is on disk before anything is readable. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../../electron/vault/crypto/sodium.ts'
import type { CustodyWays } from '../../../electron/vault/custodian/types.ts'
import type { OpenVault } from '../../../electron/vault/session/session.ts'
import {
  eachBuild,
  eachPair,
  failure,
  failureCode,
  make,
  NATIVE,
  PASSPHRASE,
  readAll,
  recordId,
  reopen,
} from '../../support/coreVault.ts'

const secret = (fill: number) => Secret.fromBytes(Buffer.alloc(32, fill))
const passphrase = (text: string) => Secret.fromText(text)
const SECOND = 'друга парольна фраза 42'
const SET_ID = Buffer.alloc(8, 9)
const shares = (fill = 1) => ({ secret: secret(fill), setId: SET_ID, k: 2, n: 3 })
const both = (): CustodyWays => ({ shares: shares(), passphrases: [passphrase(SECOND)] })
const byShares = (fill = 1) => ({ kind: 'shares', secret: secret(fill) }) as const
const byPassphrase = (text: string) =>
  ({ kind: 'passphrase', passphrase: passphrase(text) }) as const
const WHY = { reason: 'Запит слідчого судді' }

const identity = (n: number, name: string) => ({
  op: 'record.set',
  record: recordId(n),
  compartment: 1 as const,
  body: { name },
})

/** A vault with one identity, custodian mode on. */
async function kept(sodium: Sodium, ways: CustodyWays = both()) {
  const made = await make(sodium)
  const [entry] = made.vault.ledger.append([identity(1, 'Вимишлена Свідка')])
  await made.vault.custody.enable(ways)
  return { ...made, seq: entry?.seq ?? 0 }
}

const bodyOf = (vault: OpenVault, seq: number) => vault.ledger.readMany([seq])[0]

afterEach(() => {
  vi.useRealTimers()
})

eachPair('custodian mode', ({ writer, reader }) => {
  it('closes the compartment, now and after the next unlock', async () => {
    const { vault, folder, seq } = await kept(writer)
    expect(vault.custody.status()).toMatchObject({ mode: 'custodian', isOpen: false })
    expect(bodyOf(vault, seq)).toMatchObject({ state: 'closed' })
    vault.close()
    const again = await reopen(folder, reader)
    expect(bodyOf(again, seq)).toMatchObject({ state: 'closed' })
    expect((await again.ledger.verify({ signatures: true })).ok).toBe(true)
  })

  it('opens with each of its ways, and says which', async () => {
    const { vault, folder, seq } = await kept(writer)
    vault.close()
    const again = await reopen(folder, reader)
    for (const credential of [byShares(), byPassphrase(SECOND)]) {
      const status = await again.custody.open(credential, WHY)
      expect(status).toMatchObject({ mode: 'custodian', isOpen: true })
      expect(bodyOf(again, seq)).toMatchObject({ body: { name: 'Вимишлена Свідка' } })
      again.custody.close()
      expect(bodyOf(again, seq)).toMatchObject({ state: 'closed' })
    }
    const entries = (await readAll(again)) as { op: string; body: unknown }[]
    const opened = entries.filter(({ op }) => op === 'custody.opened').map(({ body }) => body)
    expect(opened).toMatchObject([
      { way: { kind: 'shares', setId: SET_ID.toString('hex'), k: 2, n: 3 }, minutes: 15, ...WHY },
      { way: { kind: 'passphrase' }, minutes: 15, ...WHY },
    ])
  })

  it('writes while it is open what is readable when it is opened again', async () => {
    const { vault, folder } = await kept(writer)
    await vault.custody.open(byShares(), WHY)
    const [entry] = vault.ledger.append([identity(2, 'Ще одна')])
    vault.close()
    const again = await reopen(folder, reader)
    await again.custody.open(byPassphrase(SECOND), WHY)
    expect(bodyOf(again, entry?.seq ?? 0)).toMatchObject({ body: { name: 'Ще одна' } })
    expect((await again.ledger.verify({ signatures: true })).ok).toBe(true)
  })
})

eachBuild('opening the compartment', (sodium) => {
  it('is refused to everything but its ways, and leaves no entry', async () => {
    const { vault, recoveryCode } = await kept(sodium)
    const { seq } = vault.ledger.head()
    const wrong = [
      byShares(2),
      byPassphrase(`${SECOND} `),
      byPassphrase(recoveryCode),
      { kind: 'shares', secret: Secret.fromBytes(Buffer.alloc(31, 1)) } as const,
    ]
    for (const credential of wrong) {
      expect(await failureCode(() => vault.custody.open(credential, WHY))).toBe('wrong_passphrase')
    }
    expect(vault.ledger.head().seq).toBe(seq)
    expect(vault.custody.status().isOpen).toBe(false)
  })

  it('needs a reason, and a time from one minute to eight hours', async () => {
    const { vault } = await kept(sodium)
    const open = (request: { reason: string; minutes?: number; who?: string }) =>
      vault.custody.open(byShares(), request)
    const bad = [
      { reason: '' },
      { reason: '   ' },
      { reason: 'x'.repeat(501) },
      { ...WHY, minutes: 0 },
      { ...WHY, minutes: 481 },
      { ...WHY, minutes: 1.5 },
      { ...WHY, minutes: Number.NaN },
      { ...WHY, who: 'x'.repeat(201) },
    ]
    for (const request of bad) expect(await failureCode(() => open(request))).toBe('bad_input')
    for (const minutes of [1, 480]) {
      const start = Date.now()
      const { openUntil } = await open({ ...WHY, reason: 'x'.repeat(500), minutes, who: 'Хтось' })
      expect(openUntil).toBeGreaterThanOrEqual(start + minutes * 60_000)
      expect(openUntil).toBeLessThanOrEqual(Date.now() + minutes * 60_000)
    }
  })

  it('is on disk before anything is readable, and does not happen when it cannot be', async () => {
    const { vault, seq } = await kept(sodium)
    const append = vi.spyOn(vault.ledger, 'append')
    append.mockImplementationOnce(() => {
      expect(bodyOf(vault, seq)).toMatchObject({ state: 'closed' })
      throw new Error('the disk is full')
    })
    await expect(vault.custody.open(byShares(), WHY)).rejects.toThrow('the disk is full')
    expect(vault.custody.status().isOpen).toBe(false)
    expect(bodyOf(vault, seq)).toMatchObject({ state: 'closed' })
  })

  it('is refused in a vault that cannot be written to', async () => {
    const { vault, folder } = await kept(sodium)
    vault.close()
    const reading = await reopen(folder, sodium, { readOnly: true })
    expect(await failureCode(() => reading.custody.open(byShares(), WHY))).toBe('read_only')
    expect(await failureCode(() => reading.custody.enable(both()))).toBe('read_only')
  })

  it('is a conflict while the root key opens it anyway', async () => {
    const { vault } = await make(sodium)
    expect(await failureCode(() => vault.custody.open(byShares(), WHY))).toBe('conflict')
    expect(await failureCode(() => vault.custody.disable('x'))).toBe('conflict')
  })
})

describe('the time', () => {
  it('ends by the timer', async () => {
    const { vault, seq } = await kept(NATIVE, { shares: shares() })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await vault.custody.open(byShares(), { ...WHY, minutes: 2 })
    vi.advanceTimersByTime(119_999)
    expect(bodyOf(vault, seq)).toMatchObject({ state: 'open' })
    vi.advanceTimersByTime(1)
    expect(bodyOf(vault, seq)).toMatchObject({ state: 'closed' })
    expect(vault.custody.status()).toMatchObject({ isOpen: false, openUntil: null })
  })

  it('ends by the clock when the timer slept with the machine', async () => {
    const { vault, folder, seq } = await kept(NATIVE, { shares: shares() })
    vault.close()
    let time = 1_800_000_000_000
    const again = await reopen(folder, NATIVE, { now: () => time })
    const { openUntil } = await again.custody.open(byShares(), { ...WHY, minutes: 2 })
    expect(openUntil).toBe(time + 120_000)
    time += 119_999
    expect(bodyOf(again, seq)).toMatchObject({ state: 'open' })
    time += 1
    expect(bodyOf(again, seq)).toMatchObject({ state: 'closed' })
    // For good: a clock that is set back does not open it again.
    time -= 60_000
    expect(bodyOf(again, seq)).toMatchObject({ state: 'closed' })
    expect(again.custody.status()).toMatchObject({ isOpen: false, openUntil: null })
  })

  it('ends though the clock was set back', async () => {
    const { vault, seq } = await kept(NATIVE, { shares: shares() })
    const start = performance.now()
    await vault.custody.open(byShares(), { ...WHY, minutes: 2 })
    const now = vi.spyOn(performance, 'now').mockReturnValue(start + 119_000)
    expect(bodyOf(vault, seq)).toMatchObject({ state: 'open' })
    now.mockReturnValue(start + 180_000)
    expect(bodyOf(vault, seq)).toMatchObject({ state: 'closed' })
    now.mockRestore()
  })

  it('starts anew when it is opened again', async () => {
    const { vault, seq } = await kept(NATIVE, { shares: shares() })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await vault.custody.open(byShares(), { ...WHY, minutes: 2 })
    vi.advanceTimersByTime(100_000)
    await vault.custody.open(byShares(), { ...WHY, minutes: 2 })
    vi.advanceTimersByTime(100_000)
    expect(bodyOf(vault, seq)).toMatchObject({ state: 'open' })
    vi.advanceTimersByTime(20_000)
    expect(bodyOf(vault, seq)).toMatchObject({ state: 'closed' })
  })

  it('ends with the session, and no timer is left', async () => {
    const { vault } = await kept(NATIVE, { shares: shares() })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await vault.custody.open(byShares(), WHY)
    expect(vi.getTimerCount()).toBe(1)
    vault.close()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('changing who opens it', () => {
  it('needs the compartment open, and drops the ways of before', async () => {
    const { vault, seq } = await kept(NATIVE)
    const next = { shares: shares(5) }
    expect(await failureCode(() => vault.custody.enable(next))).toBe('custodian_closed')
    expect(await failureCode(() => vault.custody.disable('x'))).toBe('custodian_closed')
    await vault.custody.open(byPassphrase(SECOND), WHY)
    await vault.custody.enable(next)
    expect(vault.custody.status()).toMatchObject({ isOpen: false, ways: [{ kind: 'shares' }] })
    for (const old of [byShares(), byPassphrase(SECOND)]) {
      expect(await failureCode(() => vault.custody.open(old, WHY))).toBe('wrong_passphrase')
    }
    await vault.custody.open(byShares(5), WHY)
    expect(bodyOf(vault, seq)).toMatchObject({ state: 'open' })
  })

  it('can end the mode: then the root key opens it again', async () => {
    const { vault, folder, seq } = await kept(NATIVE)
    await vault.custody.open(byShares(), { ...WHY, minutes: 1 })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    vault.custody.disable('Хранителі так вирішили')
    expect(vault.custody.status()).toEqual({
      mode: 'root',
      isOpen: true,
      openUntil: null,
      ways: [],
    })
    vault.custody.close()
    expect(bodyOf(vault, seq)).toMatchObject({ state: 'open' })
    vault.close()
    const again = await reopen(folder, NATIVE)
    expect(bodyOf(again, seq)).toMatchObject({ state: 'open' })
    expect((await again.ledger.verify({ signatures: true })).ok).toBe(true)
  })

  it('takes one to four ways, each whole', async () => {
    const { vault } = await make(NATIVE)
    const words = (count: number) =>
      Array.from({ length: count }, (_, index) => passphrase(`слова ${index}`))
    const bad: CustodyWays[] = [
      {},
      { passphrases: [] },
      { passphrases: words(5) },
      { shares: shares(), passphrases: words(4) },
      { shares: { ...shares(), k: 0 } },
      { shares: { ...shares(), k: 4 } },
      { shares: { ...shares(), setId: Buffer.alloc(7) } },
      { shares: { ...shares(), secret: Secret.fromBytes(Buffer.alloc(31)) } },
    ]
    for (const ways of bad) {
      expect(await failureCode(() => vault.custody.enable(ways))).toBe('bad_input')
    }
    expect(vault.custody.status().mode).toBe('root')
    await vault.custody.enable({ shares: shares(), passphrases: words(3) })
    expect(vault.custody.status().ways).toHaveLength(4)
    await vault.custody.open(byPassphrase('слова 2'), WHY)
  })

  it('takes no passphrase that opens the vault, then or later: who is forced to say the one must not have said both', async () => {
    const { vault, recoveryCode } = await make(NATIVE)
    for (const text of [PASSPHRASE, recoveryCode, recoveryCode.toUpperCase()]) {
      const ways = { shares: shares(), passphrases: [passphrase(SECOND), passphrase(text)] }
      const { code, details } = await failure(() => vault.custody.enable(ways))
      expect([code, details]).toEqual(['bad_input', { samePassphrase: true }])
    }
    expect(vault.custody.status().mode).toBe('root')
    await vault.custody.enable(both())
    const own = passphrase(PASSPHRASE)
    const second = passphrase(SECOND)
    expect(await failureCode(() => vault.addPassphrase(own, second, ''))).toBe('bad_input')
    expect(await failureCode(() => vault.changePassphrase(own, second))).toBe('bad_input')
    expect(vault.slots()).toHaveLength(2)
    await vault.addPassphrase(own, passphrase('ще інші слова 7'), '')
    // In mode root nothing is guarded by it.
    await vault.custody.open(byPassphrase(SECOND), WHY)
    vault.custody.disable('Кінець')
    await vault.addPassphrase(own, second, '')
  })

  it('leaves everything as it was when it cannot be stored', async () => {
    const { vault, folder } = await make(NATIVE)
    const [entry] = vault.ledger.append([identity(1, 'Ім’я')])
    const seq = entry?.seq ?? 0
    const ledger = vault.ledger as unknown as { commit: () => unknown }
    const commit = vi.spyOn(ledger, 'commit').mockImplementationOnce(() => {
      throw new Error('the disk is full')
    })
    await expect(vault.custody.enable(both())).rejects.toThrow('the disk is full')
    commit.mockRestore()
    expect(vault.custody.status().mode).toBe('root')
    expect(bodyOf(vault, seq)).toMatchObject({ state: 'open' })
    vault.close()
    expect(bodyOf(await reopen(folder, NATIVE), seq)).toMatchObject({ state: 'open' })
  })
})
