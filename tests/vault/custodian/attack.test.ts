/**
 * The root key alone does not lead to an identity. The attacker here has everything but the shares and the second
 * passphrase: root key, every key that derives from it, the passphrase, the recovery code, the device secret, the
 * keys of all other records, and every byte of the folder, before and after.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import {
  compartmentWrapKey,
  custodyKey,
  keyPageKey,
} from '../../../electron/vault/crypto/keyTree.ts'
import { kdfInput } from '../../../electron/vault/crypto/passphrase.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../../electron/vault/crypto/sodium.ts'
import type { RawCompartment, RawKeyPage } from '../../../electron/vault/db/rows.ts'
import { openCompartment, openWrap } from '../../../electron/vault/ledger/compartmentRow.ts'
import { openBody, openEntry } from '../../../electron/vault/ledger/entrySeal.ts'
import { openKeyPage, placeId, placeKey } from '../../../electron/vault/ledger/keyPages.ts'
import { openRawVault } from '../../../electron/vault/ledger/raw.ts'
import { openSession } from '../../../electron/vault/session/openVault.ts'
import {
  DEVICE,
  eachBuild,
  failureCode,
  make,
  PASSPHRASE,
  readAll,
  recordId,
  reopen,
} from '../../support/coreVault.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'

const NAME = 'Вимишлена Свідка'
const LATER = 'Свідчення, дане згодом'
const SHARE_SECRET = Buffer.alloc(32, 0x5c)

const filesOf = (folder: string): Buffer[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path))

interface Loot {
  readonly folder: string
  readonly rootKey: Buffer
  readonly recoveryCode: string
  readonly before: {
    readonly row: RawCompartment
    readonly page: RawKeyPage
    readonly key: Buffer
    readonly pageKey: Buffer
  }
  readonly seqs: readonly number[]
}

const rowAndPage = (folder: string, sodium: Sodium) => {
  const raw = openRawVault(folder, sodium)
  const { compartments, keyPages, vaultId } = raw.state
  raw.close()
  const row = compartments.find(({ compartment }) => compartment === 1)
  const page = keyPages.find(({ compartment }) => compartment === 1)
  if (!row || !page) expect.fail('the compartment has a row and a page')
  return { row, page, vaultId, keyPages }
}

/** A vault that had an identity before custodian mode, and got another entry of it afterwards. */
async function plunder(sodium: Sodium): Promise<Loot> {
  const { vault, folder, recoveryCode } = await make(sodium)
  const identity = (name: string) => ({
    op: 'record.set',
    record: recordId(1),
    compartment: 1 as const,
    body: { name },
  })
  const [first] = vault.ledger.append([identity(NAME)])
  vault.ledger.append([{ op: 'record.set', record: recordId(2), body: { code: 'Сова' } }])
  vault.close()
  const session = await openSession({
    folder,
    sodium,
    credential: Secret.fromText(PASSPHRASE),
    deviceSecret: Secret.fromBytes(DEVICE),
    policy: WEAK_KDF,
  })
  const rootKey = Buffer.from(session.state.rootKey.bytes)
  session.release()
  const stored = rowAndPage(folder, sodium)
  const wrapKey = compartmentWrapKey(sodium, rootKey, 1)
  const content = openCompartment(sodium, stored.vaultId, wrapKey, stored.row)
  if (content?.mode !== 'root') expect.fail('the root key opens it before')
  const pageKey = keyPageKey(sodium, content.key, 1)
  expect(openKeyPage(sodium, stored.vaultId, pageKey, stored.page)).toBeDefined()

  const again = await reopen(folder, sodium)
  await again.custody.enable({
    shares: {
      secret: Secret.fromBytes(SHARE_SECRET),
      setId: Buffer.alloc(8, 1),
      k: 2,
      n: 3,
    },
    passphrases: [Secret.fromText('таємниця двох')],
  })
  await again.custody.open(
    { kind: 'shares', secret: Secret.fromBytes(SHARE_SECRET) },
    { reason: 'Нове свідчення' },
  )
  const [later] = again.ledger.append([identity(LATER)])
  again.close()
  return {
    ...{ folder, rootKey, recoveryCode },
    before: { row: stored.row, page: stored.page, key: content.key, pageKey },
    seqs: [first?.seq ?? 0, later?.seq ?? 0],
  }
}

/** Every context that a key is derived by, as the sources have them: one to come is tried as well. */
const CONTEXTS = (() => {
  const vault = fileURLToPath(new URL('../../../electron/vault', import.meta.url))
  const sources = readdirSync(vault, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(vault, name), 'utf8'))
  return new Set(
    sources.flatMap((text) => [...text.matchAll(/'(Em\w{6})'/g)].map(([, name = '']) => name)),
  )
})()

/** Every key the root key gives, by every context and every number that is in use. */
function derived(sodium: Sodium, rootKey: Buffer): Buffer[] {
  expect([...CONTEXTS]).toEqual(expect.arrayContaining(['EmLedger', 'EmCompar', 'EmCustod']))
  const keys = [rootKey]
  for (const context of CONTEXTS) {
    for (const id of [0, 1, 2, 3, 4, 5, 6, 7, 255]) {
      const key = sodium.deriveKey(rootKey, id, context)
      keys.push(key, keyPageKey(sodium, key, 1), custodyKey(sodium, key, 1))
    }
  }
  return keys
}

eachBuild('with the root key alone', (sodium) => {
  it('no page, no wrap and no body of an identity opens, whichever key of the vault is tried', async () => {
    const { folder, rootKey, recoveryCode, before, seqs } = await plunder(sodium)
    const { row, page, vaultId, keyPages } = rowAndPage(folder, sodium)
    const content = openCompartment(sodium, vaultId, compartmentWrapKey(sodium, rootKey, 1), row)
    if (content?.mode !== 'custodian') expect.fail('it is in custodian mode')

    const keys = [...derived(sodium, rootKey), before.key, before.pageKey]
    // What a person gave away, straight and through Argon2id with the salts that are there.
    for (const text of [PASSPHRASE, recoveryCode]) {
      const input = kdfInput(Secret.fromText(text))
      keys.push(sodium.hash([input.bytes]))
      for (const wrap of content.wraps) {
        if (wrap.kind !== 'passphrase') continue
        const master = await sodium.pwhash(input.bytes, wrap.salt, wrap.cost)
        keys.push(master, custodyKey(sodium, master, 1))
      }
    }
    const device = sodium.hash([DEVICE])
    keys.push(Buffer.from(DEVICE), device, custodyKey(sodium, DEVICE, 1))
    // The keys of all records that the root key does reach.
    const mainKey = keyPageKey(sodium, rootKey, 0)
    for (const each of keyPages.filter(({ compartment }) => compartment === 0)) {
      const plain = openKeyPage(sodium, vaultId, mainKey, each)
      if (!plain) expect.fail('the main compartment opens')
      for (let place = 0; place < 64; place += 1) keys.push(Buffer.from(placeKey(plain, place)))
    }

    for (const key of keys) {
      expect(openKeyPage(sodium, vaultId, key, page)).toBeUndefined()
      for (const [index, wrap] of content.wraps.entries()) {
        expect(openWrap(sodium, { vaultId, compartment: 1, index }, wrap, key)).toBeUndefined()
      }
    }
    const raw = openRawVault(folder, sodium)
    const context = { sodium, vaultId, entryKey: sodium.deriveKey(rootKey, 1, 'EmLedger') }
    const rows = [...raw.rows(1)].flat().filter(({ seq }) => seqs.includes(seq))
    expect(rows).toHaveLength(2)
    for (const each of rows) {
      const plain = openEntry(context, each)
      if (!plain) expect.fail('the root key opens the entry around the body')
      for (const key of keys) {
        expect(openBody(context, each.seq, recordId(1), key, plain.body)).toBeUndefined()
      }
    }
    raw.close()

    // And that the attack is one: the shares open all of it.
    const key = openWrap(
      sodium,
      { vaultId, compartment: 1, index: 0 },
      content.wraps[0] ?? expect.fail('there are shares'),
      custodyKey(sodium, SHARE_SECRET, 1),
    )
    if (!key) expect.fail('the shares open their wrap')
    const plain = openKeyPage(sodium, vaultId, keyPageKey(sodium, key, 1), page)
    if (!plain) expect.fail('and the wrap the page')
    expect(placeId(plain, 0).toString('hex')).toBe(recordId(1))
    const texts = rows.map((each) => {
      const entry = openEntry(context, each)
      const body = entry && openBody(context, each.seq, recordId(1), placeKey(plain, 0), entry.body)
      return body?.toString('utf8')
    })
    expect(texts).toEqual([JSON.stringify({ name: NAME }), JSON.stringify({ name: LATER })])
  })

  it('no 32 bytes of any file of the vault open a page or a wrap', async () => {
    const { folder, rootKey } = await plunder(sodium)
    const { row, page, vaultId } = rowAndPage(folder, sodium)
    const content = openCompartment(sodium, vaultId, compartmentWrapKey(sodium, rootKey, 1), row)
    if (content?.mode !== 'custodian') expect.fail('it is in custodian mode')
    const wrap = content.wraps[0] ?? expect.fail('there is a wrap')
    let tried = 0
    for (const bytes of filesOf(folder)) {
      // WebAssembly is too slow for every place; it tries the same files as the native build.
      const step = sodium.build === 'native' ? 1 : 16
      for (let at = 0; at + 32 <= bytes.length; at += step) {
        const key = bytes.subarray(at, at + 32)
        if (key.every((byte) => byte === 0)) continue
        tried += 1
        const opened =
          openWrap(sodium, { vaultId, compartment: 1, index: 0 }, wrap, key) ??
          openKeyPage(sodium, vaultId, key, page)
        if (opened) expect.fail('a key lies in a file')
      }
    }
    expect(tried).toBeGreaterThan(1000)
  })

  it('nothing of the old key or the old pages is left in any file', async () => {
    const { folder, before } = await plunder(sodium)
    const old = [before.row.box, before.page.box, before.key, before.pageKey]
    for (const bytes of filesOf(folder)) {
      for (const each of old) {
        expect(bytes.includes(each)).toBe(false)
        // A part of it neither: a page of SQLite may be overwritten by halves.
        expect(bytes.includes(each.subarray(0, 32))).toBe(false)
        expect(bytes.includes(each.subarray(-32))).toBe(false)
      }
    }
  })

  it('nor while the vault is still open, once custodian mode was turned on', async () => {
    const { vault, folder } = await make(sodium)
    vault.ledger.append([{ op: 'record.set', record: recordId(1), compartment: 1, body: {} }])
    const { row, page } = rowAndPage(folder, sodium)
    const shares = { secret: Secret.fromBytes(SHARE_SECRET), setId: Buffer.alloc(8), k: 1, n: 1 }
    await vault.custody.enable({ shares })
    // Not `lock`, and as the last thing: closing a file here ends this process's own locks on it.
    const files = ['vault.db', 'vault.db-wal', 'header'].map((name) => join(folder, name))
    const all = files.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    for (const path of all) {
      const bytes = readFileSync(path)
      for (const { box } of [row, page]) expect(bytes.includes(box.subarray(0, 32))).toBe(false)
    }
  })

  it('an older copy of the folder and the root key still open what was in it then, as the documents say', async () => {
    const { rootKey, before, folder } = await plunder(sodium)
    const { vaultId } = rowAndPage(folder, sodium)
    const content = openCompartment(
      sodium,
      vaultId,
      compartmentWrapKey(sodium, rootKey, 1),
      before.row,
    )
    if (content?.mode !== 'root') expect.fail('the old row is in mode root')
    const page = openKeyPage(sodium, vaultId, keyPageKey(sodium, content.key, 1), before.page)
    // The record keys in it are those of today: only re-keying makes new ones.
    expect(page && placeId(page, 0).toString('hex')).toBe(recordId(1))
  })
})

eachBuild('a session with the passphrase alone', (sodium) => {
  it('reads no identity through any call of the ledger', async () => {
    const { folder, seqs } = await plunder(sodium)
    const vault = await reopen(folder, sodium)
    const everything = JSON.stringify([
      await readAll(vault),
      vault.ledger.readMany(seqs),
      await (async () => {
        const found: unknown[] = []
        for await (const slice of vault.ledger.scanSlices()) found.push(...slice)
        return found
      })(),
    ])
    expect(everything).not.toContain(NAME)
    expect(everything).not.toContain(LATER)
    expect(vault.ledger.readMany(seqs).map(({ state }) => state)).toEqual(['closed', 'closed'])
    const write = (compartment?: 1) => () =>
      vault.ledger.append([
        {
          op: 'record.set',
          record: recordId(1),
          ...(compartment ? { compartment } : {}),
          body: {},
        },
      ])
    expect(await failureCode(write())).toBe('custodian_closed')
    expect(await failureCode(write(1))).toBe('custodian_closed')
    expect(await failureCode(() => vault.ledger.erase(recordId(1)))).toBe('custodian_closed')
  })
})
