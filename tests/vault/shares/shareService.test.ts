import { setTimeout } from 'node:timers/promises'
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { describe, expect, it, vi } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { VaultLedger } from '../../../electron/vault/ledger/vaultLedger.ts'
import type { OpenVault } from '../../../electron/vault/session/session.ts'
import { MAX_SHARES, type ShareCard } from '../../../electron/vault/shares/card.ts'
import { cardQr, cardWords } from '../../../electron/vault/shares/cardText.ts'
import { secretOfCards } from '../../../electron/vault/shares/gather.ts'
import { opensCompartment, opensVault } from '../../../electron/vault/shares/installers.ts'
import { MAX_HOLDER_CHARS } from '../../../electron/vault/shares/ops.ts'
import type { Installer } from '../../../electron/vault/shares/pendingSet.ts'
import { type SetRequest, ShareService } from '../../../electron/vault/shares/shareService.ts'
import { CHECK_EVERY_DAYS } from '../../../electron/vault/shares/shareSets.ts'
import { VaultError } from '../../../shared/errors.ts'
import {
  failure,
  failureCode,
  flipByte,
  make,
  NATIVE,
  PASSPHRASE,
  reopen,
} from '../../support/coreVault.ts'
import { failWritesFrom } from '../../support/failingWrites.ts'

const DAY = 86_400_000
const words = (card: ShareCard) => cardWords(NATIVE, card, english).join(' ')
const passphrase = () => Secret.fromText(PASSPHRASE)
const SET = { purpose: 'vault', k: 2, n: 3, holders: ['Ліля Перша', 'Діляра Друга'] } as const

/** The service as it is after the vault was opened again. */
async function replayed(vault: OpenVault, now?: () => number): Promise<ShareService> {
  const service = new ShareService(vault, now)
  for await (const slice of vault.ledger.readSlices())
    for (const entry of slice) service.take(entry)
  return service
}

/** A whole-vault set in use, with the secret that nobody else gets to see. */
async function made(now?: () => number, request: SetRequest = SET) {
  const { vault, folder } = await make(NATIVE)
  const service = new ShareService(vault, now)
  return { vault, folder, service, ...(await makeSet(vault, service, request)) }
}

async function makeSet(vault: OpenVault, service: ShareService, request: SetRequest = SET) {
  const set = await service.prepare(request)
  let secret = Buffer.alloc(0)
  const install = opensVault(vault, passphrase(), 'cards')
  await set.install((shared, setId, entry) => {
    secret = Buffer.from(shared.bytes)
    return install(shared, setId, entry)
  })
  return { set, setId: set.setId, cards: set.cards, secret }
}

describe('making a set of cards', () => {
  it('gives cards that open what was installed, and remembers who holds them', async () => {
    const { vault, service, setId, cards, secret } = await made()
    expect(cards.map(({ number, k, n }) => [number, k, n])).toEqual([
      [1, 2, 3],
      [2, 2, 3],
      [3, 2, 3],
    ])
    const texts = [words(cards[2] as ShareCard), cardQr(NATIVE, cards[0] as ShareCard)]
    const purpose = { vaultId: vault.vaultIdBytes, purpose: 'vault' } as const
    const gathered = await secretOfCards(NATIVE, texts, purpose)
    expect(gathered.secret.bytes.equals(secret)).toBe(true)
    expect(gathered.setId).toBe(setId)
    const [status] = service.status()
    expect(status).toMatchObject({
      setId,
      purpose: 'vault',
      k: 2,
      n: 3,
      inUse: true,
      retiredAt: null,
    })
    expect(status?.cards.map(({ holder }) => holder)).toEqual(['Ліля Перша', 'Діляра Друга', ''])
    expect((await replayed(vault)).status()).toEqual(service.status())
  })

  it('writes neither the secret nor a share into the vault', async () => {
    const { vault, cards, secret } = await made()
    const entries = []
    for await (const slice of vault.ledger.readSlices()) entries.push(...slice)
    const text = JSON.stringify(entries)
    expect(text).toContain('shares.made')
    for (const bytes of [secret, ...cards.map(({ share }) => share.subarray(0, 32))])
      for (const form of ['hex', 'base64'] as const)
        expect(text).not.toContain(bytes.toString(form).replace(/=+$/, ''))
  })

  it('opens the vault with k of the cards, and no longer once its slot is gone', async () => {
    const { vault, folder, cards, service, setId } = await made()
    const vaultId = vault.vaultIdBytes
    const texts = [1, 2].map((at) => words(cards[at] as ShareCard))
    vault.close()
    const { secret } = await secretOfCards(NATIVE, texts, { vaultId, purpose: 'vault' })
    const again = await reopen(folder, NATIVE, { credential: { kind: 'shares', secret } })
    expect(again.openedWith).toBe('shares')
    const slot = service.status()[0]?.slot ?? -1
    const after = await replayed(again)
    await after.retire(setId, () => again.removeSlot(passphrase(), slot))
    again.close()
    const tried = reopen(folder, NATIVE, { credential: { kind: 'shares', secret } })
    expect(await failureCode(() => tried)).toBe('card_of_other_set')
  })

  it('opens nothing before it is installed, and leaves nothing behind when it is discarded', async () => {
    const { vault } = await make(NATIVE)
    const service = new ShareService(vault)
    const before = [vault.ledger.head().seq, vault.slots().length]
    const set = await service.prepare(SET)
    expect([vault.ledger.head().seq, vault.slots().length]).toEqual(before)
    expect(await failureCode(() => service.check(words(set.cards[0] as ShareCard)))).toBe(
      'card_of_other_set',
    )
    set.discard()
    for (const { share } of set.cards) expect(share.every((byte) => byte === 0)).toBe(true)
    await expect(set.install(async () => ({}))).rejects.toThrow('invariant')
  })

  it('is remembered only once what it opens is durable', async () => {
    const { vault } = await make(NATIVE)
    const service = new ShareService(vault)
    const set = await service.prepare(SET)
    const failing: Installer = () => Promise.reject(new Error('no slot'))
    await expect(set.install(failing)).rejects.toThrow('no slot')
    expect(service.status()).toEqual([])
    expect((await replayed(vault)).status()).toEqual([])
  })

  it('opens nothing when the vault cannot remember the set', async () => {
    const { vault } = await make(NATIVE)
    const slots = vault.slots().length
    const service = new ShareService(vault)
    const set = await service.prepare(SET)
    const spy = vi.spyOn(VaultLedger.prototype, 'commit').mockImplementation(() => {
      throw new VaultError('disk_full')
    })
    const installed = set.install(opensVault(vault, passphrase(), 'cards'))
    expect(await failureCode(() => installed)).toBe('disk_full')
    spy.mockRestore()
    expect(vault.slots()).toHaveLength(slots)
    expect(service.status()).toEqual([])
  })

  it('is not in use when its slot was not proven, and says so', async () => {
    const { vault } = await make(NATIVE)
    const slots = vault.slots().length
    const service = new ShareService(vault)
    const set = await service.prepare(SET)
    // Behind the transaction with the slot, when its copy in the folder is written.
    const failing = failWritesFrom(1, 'EIO')
    const installed = set.install(opensVault(vault, passphrase(), 'cards'))
    expect(await failureCode(() => installed)).toBe('io_failed')
    failing.repair()
    expect(vault.slots()).toHaveLength(slots)
    const [status] = service.status()
    expect(status).toMatchObject({ inUse: false, retiredAt: expect.any(Number) })
    expect((await replayed(vault)).status()).toEqual(service.status())
  })

  it('wipes the secret, whatever happens', async () => {
    const { vault } = await make(NATIVE)
    const service = new ShareService(vault)
    const secrets: Secret[] = []
    const keep = (set: Awaited<ReturnType<ShareService['prepare']>>, fail: boolean) =>
      set
        .install(async (secret) => {
          secrets.push(secret)
          if (fail) throw new Error('no')
          return {}
        })
        .catch(() => {})
    await keep(await service.prepare(SET), false)
    await keep(await service.prepare(SET), true)
    expect(secrets.map((secret) => secret.isWiped)).toEqual([true, true])
  })

  it('refuses what no set can be, before anything is made', async () => {
    const { vault, folder } = await make(NATIVE)
    const service = new ShareService(vault)
    const tried = (change: object) => failureCode(() => service.prepare({ ...SET, ...change }))
    expect(await tried({ k: 1 })).toBe('bad_input')
    expect(await tried({ k: 4 })).toBe('bad_input')
    expect(await tried({ n: MAX_SHARES + 1 })).toBe('bad_input')
    expect(await tried({ holders: ['a', 'b', 'c', 'd'] })).toBe('bad_input')
    expect(await tried({ holders: ['x'.repeat(MAX_HOLDER_CHARS + 1)] })).toBe('bad_input')
    const longest = await service.prepare({ ...SET, holders: ['x'.repeat(MAX_HOLDER_CHARS)] })
    expect(longest.holders[0]).toHaveLength(MAX_HOLDER_CHARS)
    vault.close()
    const reader = new ShareService(await reopen(folder, NATIVE, { readOnly: true }))
    expect(await failureCode(() => reader.prepare(SET))).toBe('read_only')
  })
})

describe('checking a card', () => {
  it('knows a card by itself, says who holds it and remembers when', async () => {
    let now = 1_700_000_000_000
    const { vault, cards, setId } = await made(() => now)
    const service = await replayed(vault, () => now)
    now += 5 * DAY
    const checked = service.check(words(cards[1] as ShareCard))
    expect(checked).toEqual({
      ...{ setId, purpose: 'vault', number: 2, k: 2, n: 3, holder: 'Діляра Друга' },
      ...{ inUse: true, recorded: true },
    })
    const times = service.status()[0]?.cards.map(({ checkedAt }) => checkedAt)
    expect(times).toEqual([null, expect.any(Number), null])
    expect((await replayed(vault)).status()[0]?.cards.map(({ checkedAt }) => checkedAt)).toEqual(
      times,
    )
  })

  it('is not fooled by a forged card, another set or another vault', async () => {
    const { vault, service, cards } = await made()
    const card = cards[0] as ShareCard
    const before = vault.ledger.head().seq
    const code = (text: string) => failureCode(() => service.check(text))
    for (const at of [0, 16, 32])
      expect(await code(words({ ...card, share: flipByte(card.share, at) }))).toBe(
        'card_not_genuine',
      )
    expect(await code(words({ ...card, number: 2 }))).toBe('card_not_genuine')
    expect(await code(words({ ...card, k: 3 }))).toBe('card_not_genuine')
    expect(await code(words({ ...card, n: 4 }))).toBe('card_not_genuine')
    expect(await code(words({ ...card, purpose: 'custodians' }))).toBe('card_not_genuine')
    expect(await code(words({ ...card, setId: flipByte(card.setId, 3) }))).toBe('card_of_other_set')
    const other = await made()
    expect(await code(words(other.cards[0] as ShareCard))).toBe('card_of_other_vault')
    expect(await code('nothing')).toBe('card_damaged')
    expect(vault.ledger.head().seq).toBe(before)
  })

  it('reads without a trace in a vault that is open for reading only', async () => {
    const { vault, folder, cards } = await made()
    vault.close()
    const reader = await reopen(folder, NATIVE, { readOnly: true })
    const before = reader.ledger.head().seq
    const service = await replayed(reader)
    expect(service.check(words(cards[0] as ShareCard))).toMatchObject({
      number: 1,
      recorded: false,
    })
    expect(reader.ledger.head().seq).toBe(before)
  })

  it('says of a card of a retired set that it is not in use, and remembers no check', async () => {
    const { service, cards, setId } = await made()
    const slots: (number | undefined)[] = []
    await service.retire(setId, async (slot) => {
      slots.push(slot)
    })
    expect(slots).toEqual([service.status()[0]?.slot])
    expect(service.check(words(cards[0] as ShareCard))).toMatchObject({
      inUse: false,
      recorded: false,
    })
    expect(await failureCode(() => service.retire(setId, async () => {}))).toBe('not_found')
    expect(await failureCode(() => service.retire('00'.repeat(8), async () => {}))).toBe(
      'not_found',
    )
  })

  it('keeps a set in use when what it opens could not be closed', async () => {
    const { service, setId } = await made()
    await expect(
      service.retire(setId, () => Promise.reject(new Error('the disk is full'))),
    ).rejects.toThrow()
    expect(service.status()[0]?.inUse).toBe(true)
  })
})

describe('what is overdue', () => {
  it('is each card of a set in use that half a year has not seen', async () => {
    const { vault, cards } = await made()
    let now = Date.now()
    const service = await replayed(vault, () => now)
    const overdue = () => service.status()[0]?.cards.map((card) => card.overdue)
    const madeAt = service.status()[0]?.madeAt ?? 0
    // A clock that is set back a little says nothing; made in a time to come, nobody knows when it was.
    now = madeAt - DAY
    expect(overdue()).toEqual([false, false, false])
    now -= 1
    expect(overdue()).toEqual([true, true, true])
    now = madeAt + CHECK_EVERY_DAYS * DAY
    expect(overdue()).toEqual([false, false, false])
    now += 1
    expect(overdue()).toEqual([true, true, true])
    // Entries have the time of the machine: the check is to be later than the making.
    await setTimeout(2)
    service.check(words(cards[2] as ShareCard))
    const checkedAt = service.status()[0]?.cards[2]?.checkedAt ?? 0
    now = checkedAt + CHECK_EVERY_DAYS * DAY
    expect(overdue()).toEqual([true, true, false])
    now += 1
    expect(overdue()).toEqual([true, true, true])
    await service.retire(service.status()[0]?.setId ?? '', async () => {})
    expect(overdue()).toEqual([false, false, false])
  })

  it('is no set whose slot is gone, or was given to another', async () => {
    const { vault, service, setId } = await made()
    await vault.removeSlot(passphrase(), service.status()[0]?.slot ?? -1)
    expect(service.status()[0]).toMatchObject({ setId, inUse: false, retiredAt: null })
    const second = await makeSet(vault, service)
    expect(service.status().map((set) => [set.setId, set.inUse])).toEqual([
      [second.setId, true],
      [setId, false],
    ])
    expect((await replayed(vault)).status()).toEqual(service.status())
  })
})

describe('cards of custodians', () => {
  const CUSTODIANS = { ...SET, purpose: 'custodians' } as const

  it('are remembered before they close the compartment, and open it', async () => {
    const { vault } = await make(NATIVE)
    const service = new ShareService(vault)
    const set = await service.prepare(CUSTODIANS)
    const order: string[] = []
    const install = opensCompartment(vault, CUSTODIANS)
    await set.install((secret, setId, entry) => {
      order.push(service.status()[0]?.setId === setId ? 'remembered' : 'unknown')
      return install(secret, setId, entry)
    })
    expect(order).toEqual(['remembered'])
    expect(vault.custody.status()).toMatchObject({ mode: 'custodian', isOpen: false })
    expect(service.status()[0]).toMatchObject({ inUse: true, slot: null })
    const texts = [words(set.cards[0] as ShareCard), words(set.cards[2] as ShareCard)]
    const of = { vaultId: vault.vaultIdBytes, purpose: 'custodians' } as const
    const { secret } = await secretOfCards(NATIVE, texts, of)
    const opened = await vault.custody.open({ kind: 'shares', secret }, { reason: 'a hearing' })
    expect(opened.isOpen).toBe(true)
  })

  it('are retired when they could not be installed', async () => {
    const { vault } = await make(NATIVE)
    const service = new ShareService(vault)
    const set = await service.prepare(CUSTODIANS)
    await expect(set.install(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(service.status()).toMatchObject([{ inUse: false, retiredAt: expect.any(Number) }])
  })

  it('are no longer in use when another set took their place', async () => {
    const { vault } = await make(NATIVE)
    const service = new ShareService(vault)
    const first = await service.prepare(CUSTODIANS)
    let key = Secret.random(32)
    await first.install((secret, setId, entry) => {
      key = Secret.fromBytes(secret.bytes)
      return opensCompartment(vault, CUSTODIANS)(secret, setId, entry)
    })
    await vault.custody.open({ kind: 'shares', secret: key }, { reason: 'a new set' })
    const second = await service.prepare(CUSTODIANS)
    await second.install(opensCompartment(vault, CUSTODIANS))
    expect(service.status().map(({ inUse }) => inUse)).toEqual([true, false])
    expect(service.check(words(first.cards[0] as ShareCard)).inUse).toBe(false)
  })
})

describe('entries that are not what they should be', () => {
  it('are passed over', async () => {
    const { vault } = await make(NATIVE)
    const set = { setId: '01'.repeat(8), purpose: 'vault', k: 2, n: 2, holders: ['', ''] }
    const checks = ['ab'.repeat(32), 'cd'.repeat(32)]
    const wrong = [
      { op: 'shares.made', body: { ...set, checks: checks.slice(1) } },
      { op: 'shares.made', body: { ...set, checks, k: 3 } },
      { op: 'shares.made', body: { ...set, checks, more: 1 } },
      { op: 'shares.checked', body: { setId: set.setId, number: 1 } },
      { op: 'shares.retired', body: { setId: set.setId } },
    ]
    vault.ledger.append(wrong)
    expect((await replayed(vault)).status()).toEqual([])
    vault.ledger.append([
      { op: 'shares.made', body: { ...set, checks } },
      { op: 'shares.made', body: { ...set, checks: checks.toReversed() } },
      { op: 'shares.checked', body: { setId: set.setId, number: 3 } },
      { op: 'shares.checked', body: { setId: 'ff'.repeat(8), number: 1 } },
    ])
    const [only, ...others] = (await replayed(vault)).status()
    expect(others).toEqual([])
    expect(only?.cards.map(({ checkedAt }) => checkedAt)).toEqual([null, null])
  })
})

describe('cards that were brought', () => {
  it('are named by their place when one of them does not fit', async () => {
    const { vault, cards } = await made()
    const vaultId = vault.vaultIdBytes
    const [one, two] = cards.map(words) as [string, string]
    const tried = async (texts: string[], purpose: 'vault' | 'custodians' = 'vault') => {
      const { code, details } = await failure(() =>
        secretOfCards(NATIVE, texts, { vaultId, purpose }),
      )
      return [code, details]
    }
    expect(await tried([one, two.replace(/^\S+/, 'zzzz')])).toEqual([
      'card_damaged',
      { word: 1, card: 2 },
    ])
    const other = await made()
    expect(await tried([one, words(other.cards[0] as ShareCard)])).toEqual([
      'card_of_other_vault',
      { card: 2 },
    ])
    expect(await tried([one, two], 'custodians')).toEqual(['card_of_other_set', { card: 1 }])
    expect(await tried([one, one])).toEqual(['card_repeated', { number: 1 }])
    expect(await tried([one])).toEqual(['cards_too_few', { have: 1, need: 2 }])
  })
})
