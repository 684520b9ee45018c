/** A re-key: everything is there afterwards, under keys that nobody had before, and the old vault is as it was. */
import {
  chmodSync,
  cpSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { keyPageKey } from '../../../electron/vault/crypto/keyTree.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../../electron/vault/crypto/sodium.ts'
import { objectPath, vaultPaths } from '../../../electron/vault/folder/layout.ts'
import { lockFolder, lockIdentity } from '../../../electron/vault/folder/lock.ts'
import type { CarriedEntry } from '../../../electron/vault/ledger/carry.ts'
import { openEntry } from '../../../electron/vault/ledger/entrySeal.ts'
import { openKeyPage, placeKey } from '../../../electron/vault/ledger/keyPages.ts'
import { openRawVault } from '../../../electron/vault/ledger/raw.ts'
import type { OpenedEntry } from '../../../electron/vault/ledger/types.ts'
import { VaultLedger } from '../../../electron/vault/ledger/vaultLedger.ts'
import { rekeyPlaces } from '../../../electron/vault/rekey/places.ts'
import { discardRekey, isRekeyCutOff } from '../../../electron/vault/rekey/rekeyVault.ts'
import { openSession } from '../../../electron/vault/session/openVault.ts'
import type { RecordId } from '../../../shared/ids.ts'
import {
  eachBuild,
  failureCode,
  NATIVE,
  readAll,
  tempFolder,
  WASM,
} from '../../support/coreVault.ts'
import {
  contentOf,
  NEXT_PASSPHRASE,
  openRekeyed,
  rekey,
  rekeyOptions,
} from '../../support/rekeying.ts'
import { makeRichVault, RICH_PASSPHRASE, type RichOptions } from '../../support/richVault.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'

const rich = (sodium: Sodium, more: Partial<RichOptions> = {}) =>
  makeRichVault(tempFolder(), { sodium, policy: WEAK_KDF, people: 3, ...more })

const filesOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => [path.slice(folder.length), readFileSync(path).toString('base64')]),
  )

const besideOf = (folder: string) =>
  readdirSync(dirname(folder)).filter((name) => name !== 'sources')

const keysOf = async (folder: string, passphrase: string) => {
  const session = await openSession({
    folder,
    sodium: NATIVE,
    credential: Secret.fromText(passphrase),
    deviceSecret: Secret.fromBytes(Buffer.alloc(32, 9)),
    policy: WEAK_KDF,
    readOnly: true,
  })
  const root = Buffer.from(session.state.rootKey.bytes)
  session.release()
  const raw = openRawVault(folder, NATIVE)
  const { vaultId, keyPages } = raw.state
  const rows = [...raw.rows(1)].flat()
  raw.close()
  const pages = keyPages.filter(({ compartment }) => compartment === 0)
  const records = pages.flatMap((page) => {
    const plain = openKeyPage(NATIVE, vaultId, keyPageKey(NATIVE, root, 0), page)
    if (!plain) expect.fail('a page opens')
    return Array.from({ length: 64 }, (_, place) => placeKey(plain, place).toString('hex'))
  })
  const used = records.filter((key) => !/^0+$/.test(key))
  return { root, vaultId, rows, pages, records: new Set(used) }
}

eachBuild('a re-keyed vault', (sodium) => {
  it('holds what the old one held, and the old one still does', async () => {
    const { folder, recoveryCode, witness, erased } = await rich(sodium)
    const before = await contentOf(folder, sodium, RICH_PASSPHRASE)
    const result = await rekey(folder, sodium)
    expect(result).toMatchObject({ resumed: false, objects: 6, before: 'Rich.before-rekey' })
    expect(result.notKept).toEqual({ passphrases: 0, keyFiles: 0, shares: 0 })
    expect(besideOf(folder).sort()).toEqual(['Rich.before-rekey', 'Rich.emanet'])
    const old = join(dirname(folder), result.before)
    expect(await contentOf(folder, sodium, NEXT_PASSPHRASE)).toEqual(before)
    expect(await contentOf(old, sodium, RICH_PASSPHRASE)).toEqual(before)

    for (const passphrase of [RICH_PASSPHRASE, recoveryCode]) {
      const open = () => openRekeyed(folder, sodium, { passphrase })
      expect(await failureCode(open)).toBe('wrong_passphrase')
    }
    const byCode = await openRekeyed(folder, sodium, { passphrase: result.recoveryCode })
    expect(byCode.vaultId).toBe(result.vaultId)
    expect((await byCode.ledger.verify({ signatures: true })).ok).toBe(true)
    expect(byCode.ledger.recordState(erased)).toBe('erased')
    expect(byCode.ledger.recordState(witness)).toBe('known')
    byCode.close()
  })

  it('keeps the time, the author and the order of every entry, and says where they come from', async () => {
    const { folder } = await rich(sodium)
    const vault = await openRekeyed(folder, sodium, { passphrase: RICH_PASSPHRASE })
    const old = (await readAll(vault)) as OpenedEntry[]
    const { vaultId } = vault
    vault.close()
    const { entries } = await rekey(folder, sodium)
    expect(entries).toBe(old.length)
    const next = await openRekeyed(folder, sodium)
    const all = (await readAll(next)) as OpenedEntry[]
    next.close()
    expect(all.slice(0, 3).map(({ op }) => op)).toEqual([
      'device.add',
      'vault.created',
      'vault.rekeyed',
    ])
    expect(all[2]).toMatchObject({ body: { from: vaultId, entries } })
    expect(all[2]).not.toHaveProperty('carried')
    const about = ({ time, author, op, record, state }: OpenedEntry) => {
      return { time, author, op, record, state }
    }
    const carried = all.filter((each) => each.carried)
    expect(carried.map(about)).toEqual(old.map(about))
  })

  it('takes the place of the old one where that lies, when it was opened by a link', async () => {
    const { folder } = await rich(sodium, { sizes: [1], people: 1 })
    const before = await contentOf(folder, sodium, RICH_PASSPHRASE)
    const link = join(tempFolder(), 'link')
    symlinkSync(folder, link)
    expect((await rekey(link, sodium)).before).toBe('Rich.before-rekey')
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(besideOf(link)).toEqual(['link'])
    expect(besideOf(folder).sort()).toEqual(['Rich.before-rekey', 'Rich.emanet'])
    for (const path of [folder, link])
      expect(await contentOf(path, sodium, NEXT_PASSPHRASE)).toEqual(before)
  })

  it('can be re-keyed again, and still knows who wrote what first', async () => {
    const { folder } = await rich(sodium, { sizes: [1], people: 1 })
    const before = await contentOf(folder, sodium, RICH_PASSPHRASE)
    await rekey(folder, sodium)
    const again = { credential: Secret.fromText(NEXT_PASSPHRASE) }
    const third = 'третя фраза 60 слів немає'
    const result = await rekey(folder, sodium, { ...again, passphrase: Secret.fromText(third) })
    expect(result.before).toBe('Rich.before-rekey-2')
    expect(await contentOf(folder, sodium, third)).toEqual(before)
  })
})

describe('the new keys', () => {
  it('have nothing in common with the old ones, and the old ones open nothing', async () => {
    const { folder } = await rich(NATIVE)
    const { before } = await rekey(folder, NATIVE)
    const old = await keysOf(join(dirname(folder), before), RICH_PASSPHRASE)
    const next = await keysOf(folder, NEXT_PASSPHRASE)
    expect(next.root.equals(old.root)).toBe(false)
    expect(next.vaultId.equals(old.vaultId)).toBe(false)
    expect(next.records.size).toBe(old.records.size)
    expect([...next.records].filter((key) => old.records.has(key))).toEqual([])
    for (const { vaultId } of [old, next]) {
      const entryKey = NATIVE.deriveKey(old.root, 1, 'EmLedger')
      for (const row of next.rows) {
        expect(openEntry({ sodium: NATIVE, vaultId, entryKey }, row)).toBeUndefined()
      }
      for (const page of next.pages) {
        const key = keyPageKey(NATIVE, old.root, 0)
        expect(openKeyPage(NATIVE, vaultId, key, page)).toBeUndefined()
      }
    }
  })

  it('seal every file anew', async () => {
    const { folder } = await rich(NATIVE)
    const objects = (vault: string) =>
      readdirSync(join(vault, 'objects'), { recursive: true, encoding: 'utf8' }).filter((name) =>
        /[0-9a-f]{64}$/.test(name),
      )
    const { before } = await rekey(folder, NATIVE)
    const old = new Set(objects(join(dirname(folder), before)))
    const next = objects(folder)
    expect(next).toHaveLength(6)
    expect(next.filter((name) => old.has(name))).toEqual([])
  })

  it('leave nothing of what an erased record said', async () => {
    const { folder, erased } = await rich(NATIVE)
    const bodies = async (passphrase: string, place: string) => {
      const vault = await openRekeyed(place, NATIVE, { passphrase })
      const all = (await readAll(vault)) as OpenedEntry[]
      vault.close()
      return all.filter(({ record, op }) => record === erased && op === 'record.set')
    }
    const old = await bodies(RICH_PASSPHRASE, folder)
    await rekey(folder, NATIVE)
    const next = await bodies(NEXT_PASSPHRASE, folder)
    expect(next.map(({ state }) => state)).toEqual(old.map(() => 'erased'))
    expect(next.length).toBeGreaterThan(0)
    // Not even the ciphertext, which a key from an old backup would open.
    const { root, vaultId, rows } = await keysOf(folder, NEXT_PASSPHRASE)
    const context = { sodium: NATIVE, vaultId, entryKey: NATIVE.deriveKey(root, 1, 'EmLedger') }
    const lengths = next.map(({ seq }) => {
      const row = rows.find((each) => each.seq === seq)
      return row && openEntry(context, row)?.body.length
    })
    expect(lengths).toEqual(next.map(() => 40))
  })
})

describe('a vault of format 1', () => {
  it('becomes one of the newest format', async () => {
    const folder = join(tempFolder(), 'V1.emanet')
    const golden = fileURLToPath(new URL('../../vectors/vaults/v1-core.emanet', import.meta.url))
    cpSync(golden, folder, { recursive: true })
    const credential = Secret.fromText('золотий взірець 1')
    const { entries } = await rekey(folder, NATIVE, { credential })
    const vault = await openRekeyed(folder, WASM, { readOnly: false })
    expect([vault.formatVersion, vault.readOnly]).toEqual([2, false])
    const all = (await readAll(vault)) as OpenedEntry[]
    const carried = all.filter((each) => each.carried)
    expect(carried).toHaveLength(entries)
    expect(carried[2]).toMatchObject({ op: 'record.set', body: { name: 'Ґалаґан Їжакевич' } })
    expect(carried[4]).toMatchObject({ state: 'erased' })
    vault.close()
  })
})

describe('what stands in the way', () => {
  const unchanged = async (folder: string, work: () => Promise<unknown>) => {
    const before = filesOf(folder)
    const code = await failureCode(work)
    // SQLite's shared memory and the lock come and go; what is stored does not.
    const stored = (files: Map<string, string>) =>
      [...files].filter(([name]) => !/-(shm|wal)$|lock/.test(name))
    expect(stored(filesOf(folder))).toEqual(stored(before))
    return code
  }

  it('is a wrong passphrase, a vault in use, a damaged file: the old vault stays as it was', async () => {
    const { folder } = await rich(NATIVE)
    const wrong = { credential: Secret.fromText('щось інше') }
    expect(await unchanged(folder, () => rekey(folder, NATIVE, wrong))).toBe('wrong_passphrase')
    expect(besideOf(folder)).toEqual(['Rich.emanet'])

    const open = await openRekeyed(folder, NATIVE, {
      passphrase: RICH_PASSPHRASE,
      readOnly: false,
    })
    expect(await failureCode(() => rekey(folder, NATIVE))).toBe('vault_in_use')
    open.close()

    const [object] = readdirSync(join(folder, 'objects'), { recursive: true, encoding: 'utf8' })
      .map((name) => name.split('/').at(-1) ?? '')
      .filter((name) => /^[0-9a-f]{64}$/.test(name))
    const path = objectPath(folder, object ?? '')
    const bytes = readFileSync(path)
    bytes[100] = (bytes[100] ?? 0) ^ 1

    chmodSync(path, 0o600)
    writeFileSync(path, bytes)
    expect(await unchanged(folder, () => rekey(folder, NATIVE))).toBe('object_damaged')
    const which = rekeyOptions(folder, NATIVE)
    // Not under the hands of a run that is still at it.
    const { lock } = vaultPaths(rekeyPlaces(folder).vault)
    const held = lockFolder(lock, lockIdentity(NATIVE, which.deviceSecret, Date.now()))
    expect(await failureCode(() => discardRekey(which))).toBe('vault_in_use')
    held.release()
    expect(isRekeyCutOff(folder)).toBe(true)
    expect(discardRekey(which)).toBe(true)
    expect(besideOf(folder)).toEqual(['Rich.emanet'])
    expect(isRekeyCutOff(folder)).toBe(false)
    expect(discardRekey(which)).toBe(false)
  })

  it('is a cancellation at any time: nothing of the new vault is left', async () => {
    const { folder } = await rich(NATIVE)
    for (const share of [0, 0.2, 0.5, 0.8]) {
      const controller = new AbortController()
      const onProgress = (done: number, total: number) => {
        if (done >= share * total) controller.abort()
      }
      const options = { onProgress, signal: controller.signal }
      expect(await unchanged(folder, () => rekey(folder, NATIVE, options))).toBe('cancelled')
      expect(besideOf(folder)).toEqual(['Rich.emanet'])
    }
    await rekey(folder, NATIVE)
  })

  it('reports progress to its end, and never backwards', async () => {
    const { folder } = await rich(NATIVE)
    const seen: number[] = []
    let last = 0
    await rekey(folder, NATIVE, {
      onProgress: (done, total) => {
        seen.push(done)
        last = total
      },
    })
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen[0]).toBe(0)
    expect(seen.at(-1)).toBeLessThanOrEqual(last)
    expect(seen.at(-1)).toBeGreaterThan(last * 0.4)
  })
})

describe('the proof before the swap', () => {
  const refused = async (spoil: (entry: CarriedEntry, index: number) => CarriedEntry[]) => {
    const { folder } = await rich(NATIVE, { sizes: [100] })
    const carry = VaultLedger.prototype.carry
    let index = 0
    const spy = vi.spyOn(VaultLedger.prototype, 'carry').mockImplementation(function (
      this: VaultLedger,
      entries,
    ) {
      const spoiled = entries.flatMap((entry) => {
        index += 1
        return spoil(entry, index)
      })
      carry.call(this, spoiled)
    })
    const code = await failureCode(() => rekey(folder, NATIVE))
    spy.mockRestore()
    expect(besideOf(folder).sort()).toEqual(['.Rich.emanet.rekey-work', 'Rich.emanet'])
    const vault = await openRekeyed(folder, NATIVE, { passphrase: RICH_PASSPHRASE })
    expect((await vault.ledger.verify({ signatures: true })).ok).toBe(true)
    vault.close()
    return code
  }
  const AT = 20
  const other = '01'.repeat(16)

  it('notices one entry that is missing, twice there, or out of its order', async () => {
    expect(await refused((entry, index) => (index === AT ? [] : [entry]))).toBe('conflict')
    expect(await refused((entry, index) => (index === AT ? [entry, entry] : [entry]))).toBe(
      'conflict',
    )
    let held: CarriedEntry | undefined
    const swapped = (entry: CarriedEntry, index: number) => {
      if (index === AT) held = entry
      return index === AT ? [] : index === AT + 1 && held ? [entry, held] : [entry]
    }
    expect(await refused(swapped)).toBe('conflict')
  })

  it('notices another time, author, operation, record or body of one entry', async () => {
    const changes: ((entry: CarriedEntry) => Partial<CarriedEntry>)[] = [
      ({ time }) => ({ time: time + 1 }),
      () => ({ author: other as CarriedEntry['author'] }),
      () => ({ op: 'something.else' }),
      () => ({ record: other as RecordId }),
      ({ body }) => ({ body: Buffer.from(String(body).replace(/"ids":"./, '"ids":"x')) }),
      () => ({ body: 'erased' }),
    ]
    for (const change of changes) {
      const spoil = (entry: CarriedEntry) => [{ ...entry, ...change(entry) }]
      let done = false
      const one = (entry: CarriedEntry) => {
        const fits = entry.op === 'record.set' && entry.body !== 'erased' && !done
        done ||= fits
        return fits ? spoil(entry) : [entry]
      }
      expect(await refused(one)).toMatch(/^(conflict|keys_damaged)$/)
    }
  })

  it('reads every file of the new vault through', async () => {
    const { folder } = await rich(NATIVE)
    const work = join(dirname(folder), '.Rich.emanet.rekey-work', 'vault')
    const flip = () => {
      const names = readdirSync(join(work, 'objects'), { recursive: true, encoding: 'utf8' })
      const largest = names
        .map((name) => join(work, 'objects', name))
        .filter((path) => statSync(path).isFile())
        .sort((a, b) => statSync(b).size - statSync(a).size)[0]
      const path = largest ?? expect.fail('there is an object')
      chmodSync(path, 0o600)
      const bytes = readFileSync(path)
      bytes[5000] = (bytes[5000] ?? 0) ^ 1
      writeFileSync(path, bytes)
    }
    const onStep = (step: string) => step === 'slots' && flip()
    expect(await failureCode(() => rekey(folder, NATIVE, { onStep }))).toBe('object_damaged')
    expect(besideOf(folder)).toContain('Rich.emanet')
  })
})

describe('custodian mode', () => {
  const SHARES = { secret: Secret.fromBytes(Buffer.alloc(32, 3)), setId: Buffer.alloc(8, 1) }
  const kept = () =>
    rich(NATIVE, {
      sizes: [],
      before: ({ vault }) => vault.custody.enable({ shares: { ...SHARES, k: 2, n: 3 } }),
    })
  const request = { reason: 'Новий ключ після обшуку' }
  const credential = { kind: 'shares', secret: SHARES.secret } as const
  const ways = { passphrases: [Secret.fromText('фраза хранителів')] }

  it('refuses a re-key that cannot read the identities', async () => {
    const { folder } = await kept()
    expect(await failureCode(() => rekey(folder, NATIVE))).toBe('custodian_closed')
    const wrong = { kind: 'shares', secret: Secret.fromBytes(Buffer.alloc(32, 4)) } as const
    const custody = { credential: wrong, request, ways }
    expect(await failureCode(() => rekey(folder, NATIVE, { custody }))).toBe('wrong_passphrase')
    expect(besideOf(folder)).toEqual(['Rich.emanet'])
  })

  it('is on in the new vault too, with the new ways only, and the identities are there', async () => {
    const { folder, witness } = await kept()
    const { before } = await rekey(folder, NATIVE, { custody: { credential, request, ways } })
    const vault = await openRekeyed(folder, NATIVE, { readOnly: false })
    expect(vault.custody.status()).toMatchObject({ mode: 'custodian', isOpen: false })
    const identities = async () =>
      ((await readAll(vault)) as OpenedEntry[]).filter(
        (each) => each.state === 'open' && JSON.stringify(each.body).includes(witness),
      )
    expect(await identities()).toEqual([])
    expect(await failureCode(() => vault.custody.open(credential, request))).toBe(
      'wrong_passphrase',
    )
    const way = { kind: 'passphrase', passphrase: Secret.fromText('фраза хранителів') } as const
    await vault.custody.open(way, request)
    expect((await identities()).length).toBeGreaterThan(0)
    expect((await vault.ledger.verify({ signatures: true })).ok).toBe(true)
    vault.close()
    const old = await openRekeyed(join(dirname(folder), before), NATIVE, {
      passphrase: RICH_PASSPHRASE,
    })
    const ops = ((await readAll(old)) as OpenedEntry[]).map(({ op }) => op)
    expect(ops.at(-1)).toBe('custody.opened')
    old.close()
  })

  it('that is off is not turned on by the way', async () => {
    const { folder } = await rich(NATIVE, { sizes: [], people: 1 })
    const custody = { credential, request, ways }
    expect(await failureCode(() => rekey(folder, NATIVE, { custody }))).toBe('bad_input')
  })
})
