/** Opening: the right passphrase and nothing else, and a clear answer to everything that can be wrong. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { KDF_POLICY } from '../../../electron/vault/crypto/kdf.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { openDatabase } from '../../../electron/vault/db/sqlite.ts'
import { parseHeader, writeHeader } from '../../../electron/vault/header/header.ts'
import { PLACES_PER_PAGE } from '../../../electron/vault/ledger/keyPages.ts'
import { createVault } from '../../../electron/vault/session/session.ts'
import {
  DEVICE,
  eachPair,
  failure,
  failureCode,
  flipByte,
  flipInFile,
  make,
  NATIVE,
  OTHER_DEVICE,
  PASSPHRASE,
  readAll,
  recordId,
  reopen,
  tamper,
  tempFolder,
  WASM,
} from '../../support/coreVault.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'

const headerRow = (folder: string): Buffer => {
  let bytes: Buffer = Buffer.alloc(0)
  tamper(folder, (db) => {
    bytes = (db.prepare('SELECT bytes FROM header').get() as { bytes: Buffer }).bytes
  })
  return bytes
}
const putHeaderRow = (folder: string, bytes: Buffer) =>
  tamper(folder, (db) => db.prepare('UPDATE header SET bytes = ?').run(bytes))
const headerFile = (folder: string) => join(folder, 'header')

eachPair('a vault', ({ writer, reader }) => {
  it('opens with its passphrase and with its recovery code, and shows what was saved', async () => {
    const { vault, folder, recoveryCode } = await make(writer)
    vault.ledger.append([{ op: 'record.set', record: recordId(1), body: { name: 'Мустафа' } }])
    vault.close()
    const again = await reopen(folder, reader)
    expect(again.openedWith).toBe('passphrase')
    expect(await readAll(again)).toContainEqual(
      expect.objectContaining({ op: 'record.set', body: { name: 'Мустафа' } }),
    )
    again.close()
    const recovered = await reopen(folder, reader, { passphrase: recoveryCode.toUpperCase() })
    expect(recovered.openedWith).toBe('recovery')
    expect(recovered.vaultId).toBe(vault.vaultId)
  })

  it('opens with the same letters typed in another way', async () => {
    const { vault, folder } = await make(writer, 'мо\u0439 \u0130zmir')
    vault.close()
    const again = await reopen(folder, reader, { passphrase: 'мо\u0438\u0306 I\u0307zmir' })
    expect(again.notices).toEqual([])
  })

  it('refuses a wrong passphrase as wrong, not as damage, and opens afterwards', async () => {
    const { vault, folder } = await make(writer)
    vault.close()
    const wrong = [`${PASSPHRASE} `, PASSPHRASE.toUpperCase(), 'x', 'велосипед']
    for (const passphrase of wrong) {
      expect(await failureCode(() => reopen(folder, reader, { passphrase }))).toBe(
        'wrong_passphrase',
      )
    }
    expect((await reopen(folder, reader)).ledger.head().seq).toBe(3)
  })

  it('uses the copy when the header in the database is damaged, says so, and repairs it', async () => {
    const { vault, folder } = await make(writer)
    vault.close()
    putHeaderRow(folder, flipByte(headerRow(folder), 100))
    const copied = await reopen(folder, reader)
    expect(copied.notices).toEqual(['header_copy_used'])
    copied.close()
    expect((await reopen(folder, reader)).notices).toEqual([])
  })

  it('repairs a copy that is damaged or missing', async () => {
    const { vault, folder } = await make(writer)
    vault.close()
    const whole = readFileSync(headerFile(folder))
    for (const harm of [
      () => flipInFile(headerFile(folder), 20),
      () => rmSync(headerFile(folder)),
      () => writeFileSync(headerFile(folder), ''),
    ]) {
      harm()
      const repaired = await reopen(folder, reader)
      expect(repaired.notices).toEqual(['header_copy_repaired'])
      repaired.close()
      expect(readFileSync(headerFile(folder)).equals(whole)).toBe(true)
    }
  })

  it('says that the header is damaged when both copies are, and changes nothing', async () => {
    const { vault, folder } = await make(writer)
    vault.close()
    const row = headerRow(folder)
    putHeaderRow(folder, flipByte(row, 60))
    flipInFile(headerFile(folder), 700)
    for (const readOnly of [false, true]) {
      expect(await failureCode(() => reopen(folder, reader, { readOnly }))).toBe('header_damaged')
    }
    putHeaderRow(folder, row)
    expect((await reopen(folder, reader)).notices).toEqual(['header_copy_repaired'])
  })
})

describe('a header that someone changed on purpose', () => {
  const forge = (bytes: Buffer, change: object) =>
    writeHeader(NATIVE, { ...parseHeader(NATIVE, bytes).header, ...change }, Buffer.alloc(32))

  it('is refused as tampered when both copies were forged, after the right passphrase only', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    const forged = forge(headerRow(folder), { generation: 77 })
    putHeaderRow(folder, forged)
    writeFileSync(headerFile(folder), forged)
    expect(await failureCode(() => reopen(folder, NATIVE))).toBe('header_tampered')
    expect(await failureCode(() => reopen(folder, NATIVE, { passphrase: 'x' }))).toBe(
      'wrong_passphrase',
    )
  })

  it('is set aside when the copy is genuine, and said', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    putHeaderRow(folder, forge(headerRow(folder), { generation: 77 }))
    const opened = await reopen(folder, NATIVE)
    expect(opened.notices).toEqual(['header_tampered', 'header_copy_used'])
    opened.close()
    expect((await reopen(folder, NATIVE)).notices).toEqual([])
  })

  it('cannot ask for more memory than the policy allows', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    const { header } = parseHeader(NATIVE, headerRow(folder))
    const slots = header.slots.map((slot) => ({
      ...slot,
      cost: { ops: 3, memKiB: KDF_POLICY.maximum.memKiB + 1 },
    }))
    const forged = forge(headerRow(folder), { slots })
    putHeaderRow(folder, forged)
    writeFileSync(headerFile(folder), forged)
    for (const policy of [WEAK_KDF, KDF_POLICY]) {
      expect(await failureCode(() => reopen(folder, NATIVE, { policy }))).toBe('kdf_out_of_range')
    }
  })

  it('cannot ask for a weak key derivation', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    expect(await failureCode(() => reopen(folder, NATIVE, { policy: KDF_POLICY }))).toBe(
      'kdf_out_of_range',
    )
  })
})

describe('a folder that is not a vault', () => {
  const notAVault = async (folder: string) => {
    for (const readOnly of [false, true]) {
      expect(await failureCode(() => reopen(folder, NATIVE, { readOnly }))).toBe('not_a_vault')
    }
  }

  it('is said to be none: absent, empty, a file, other files', async () => {
    const folder = tempFolder()
    await notAVault(join(folder, 'absent'))
    await notAVault(folder)
    writeFileSync(join(folder, 'file'), 'x')
    await notAVault(join(folder, 'file'))
    await notAVault(folder)
    expect(readdirSync(folder)).toEqual(['file'])
  })

  it('is said to be none: a vault.db that is no database, or another program’s', async () => {
    for (const bytes of [Buffer.from('hello'), Buffer.alloc(0), Buffer.alloc(8192, 7)]) {
      const folder = tempFolder()
      writeFileSync(join(folder, 'vault.db'), bytes)
      await notAVault(folder)
      expect(readdirSync(folder)).toEqual(['vault.db'])
      expect(readFileSync(join(folder, 'vault.db')).equals(bytes)).toBe(true)
    }
    const folder = tempFolder()
    const other = openDatabase(join(folder, 'vault.db'))
    other.exec('CREATE TABLE header (id INTEGER)')
    other.close()
    await notAVault(folder)
  })

  it('is a damaged vault when the header is there and the database is not', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    for (const harm of [
      () => flipInFile(join(folder, 'vault.db'), 0),
      () => writeFileSync(join(folder, 'vault.db'), 'hello'),
      () => writeFileSync(join(folder, 'vault.db'), ''),
      () => rmSync(join(folder, 'vault.db')),
    ]) {
      harm()
      expect(await failureCode(() => reopen(folder, NATIVE))).toBe('ledger_damaged')
    }
  })

  it('is refused when its tables are not exactly ours', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    tamper(folder, (db) => db.exec('CREATE TABLE more (id INTEGER)'))
    expect(await failureCode(() => reopen(folder, NATIVE))).toBe('ledger_damaged')
  })
})

describe('a vault of a newer format', () => {
  it('is said to be newer, by its database or by its header', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    tamper(folder, (db) => db.pragma('user_version = 3'))
    expect((await failure(() => reopen(folder, NATIVE))).details).toEqual({ version: 3 })
    tamper(folder, (db) => db.pragma('user_version = 2'))

    const body = headerRow(folder).subarray(0, -64)
    body.writeUInt16LE(3, 8)
    const checksum = NATIVE.hash([Buffer.from('EmHeaderSum1\0\0\0\0'), body])
    const newer = Buffer.concat([body, checksum, Buffer.alloc(32)])
    putHeaderRow(folder, newer)
    writeFileSync(headerFile(folder), newer)
    expect(await failureCode(() => reopen(folder, NATIVE))).toBe('newer_format')
  })
})

describe('making a vault', () => {
  const create = (folder: string) =>
    createVault({
      folder,
      passphrase: Secret.fromText(PASSPHRASE),
      kdf: 'sensitive',
      deviceSecret: Secret.fromBytes(DEVICE),
      sodium: NATIVE,
      policy: WEAK_KDF,
    })

  it('takes an absent or an empty folder, and no other', async () => {
    const folder = tempFolder()
    const { vault } = await create(folder)
    vault.close()
    expect(await failureCode(() => create(folder))).toBe('vault_exists')
    expect((await reopen(folder, NATIVE)).slots()).toHaveLength(2)
    const other = tempFolder()
    writeFileSync(join(other, 'letter.txt'), 'x')
    expect(await failureCode(() => create(other))).toBe('target_not_empty')
    expect(await failureCode(() => create(join(other, 'letter.txt')))).toBe('target_not_empty')
    expect(readFileSync(join(other, 'letter.txt'), 'utf8')).toBe('x')
  })

  it('leaves nothing behind when it fails on the way', async () => {
    const parent = tempFolder()
    writeFileSync(join(parent, 'file'), '')
    expect(await failureCode(() => create(join(parent, 'file', 'V.emanet')))).toBe('io_failed')
    mkdirSync(join(parent, 'empty'))
    const weak = createVault({
      folder: join(parent, 'empty'),
      passphrase: Secret.fromText(''),
      kdf: 'moderate',
      deviceSecret: Secret.fromBytes(DEVICE),
      sodium: NATIVE,
      policy: WEAK_KDF,
    })
    expect(await failureCode(() => weak)).toBe('passphrase_too_weak')
    expect(readdirSync(join(parent, 'empty'))).toEqual([])
  })

  it('writes the device, the making, and every unlock into the ledger', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    const again = await reopen(folder, WASM)
    expect(again.notices).toEqual([])
    again.close()
    const elsewhere = await reopen(folder, NATIVE, {
      deviceSecret: Secret.fromBytes(OTHER_DEVICE),
    })
    expect(elsewhere.notices).toEqual(['new_device'])
    const entries = (await readAll(elsewhere)) as { op: string; author: string }[]
    expect(entries.map(({ op }) => op)).toEqual([
      'device.add',
      'vault.created',
      'vault.unlocked',
      'device.add',
      'vault.unlocked',
    ])
    expect(new Set(entries.map(({ author }) => author)).size).toBe(2)
    expect(elsewhere.ledger.device).toBe(entries[4]?.author)
  })
})

describe('reading only', () => {
  it('takes no lock, writes nothing, and refuses to write', async () => {
    const { vault, folder } = await make(NATIVE)
    const first = await reopen(folder, NATIVE, { readOnly: true })
    expect([first.readOnly, first.ledger.readOnly, first.ledger.device]).toEqual([
      true,
      true,
      undefined,
    ])
    vault.ledger.append([{ op: 'note.add', body: 'while another reads' }])
    const append = () => first.ledger.append([{ op: 'note.add', body: 'x' }])
    expect(await failureCode(append)).toBe('read_only')
    expect(await failureCode(() => first.removeSlot(Secret.fromText(PASSPHRASE), 1))).toBe(
      'read_only',
    )
    // It sees the moment of its opening; a new reader sees the entry.
    expect(await readAll(first)).toHaveLength(2)
    expect(await readAll(await reopen(folder, NATIVE, { readOnly: true }))).toHaveLength(3)
  })
})

/** With `pages` pages of keys, opened with a turn after each. */
async function withManyPages(pages: number) {
  const { vault, folder } = await make(NATIVE)
  const entries = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ op: 'record.set', record: recordId(from + index), body: { n: from + index } },
    }))
  vault.ledger.append(entries(1, pages * PLACES_PER_PAGE))
  let clock = 0
  vi.spyOn(performance, 'now').mockImplementation(() => {
    clock += 100
    return clock
  })
  return { vault, folder, entries }
}

describe('opening a vault with many keys', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('lets others have a turn between the pages', async () => {
    const { vault, folder } = await withManyPages(20)
    vault.close()
    let turns = 0
    let isOpen = false
    const count = () => {
      turns += 1
      if (!isOpen) setImmediate(count)
    }
    setImmediate(count)
    const again = await reopen(folder, NATIVE)
    isOpen = true
    expect(turns).toBeGreaterThan(20)
    expect(await readAll(again)).toHaveLength(3 + 20 * PLACES_PER_PAGE)
  })

  it('sees one moment, whatever another process writes between the pages', async () => {
    const { vault, folder, entries } = await withManyPages(10)
    const before = vault.ledger.head().seq
    let written = 0
    let isOpen = false
    // New pages, changed pages and another head, in every turn.
    const write = () => {
      if (isOpen) return
      vault.ledger.append(entries(10_000 + written * 100, 100))
      written += 1
      setImmediate(write)
    }
    const opening = reopen(folder, NATIVE, { readOnly: true })
    setImmediate(write)
    const reader = await opening
    isOpen = true
    expect(written).toBeGreaterThan(8)
    const entriesRead = (await readAll(reader)) as { state: string }[]
    // From one of those moments, and every key that it speaks of is there.
    expect((entriesRead.length - before) % 100).toBe(0)
    expect(entriesRead.length).toBeLessThan(vault.ledger.head().seq)
    expect(entriesRead.every(({ state }) => state === 'open')).toBe(true)
  })

  it('that fails in the middle leaves the folder free and nothing open', async () => {
    const { vault, folder } = await withManyPages(10)
    vault.close()
    const spoil = (at: number) =>
      tamper(folder, (db) => {
        const page = db.prepare('SELECT box FROM keypage WHERE place = 5').get() as { box: Buffer }
        db.prepare('UPDATE keypage SET box = ? WHERE place = 5').run(flipByte(page.box, at))
      })
    spoil(9)
    for (const readOnly of [false, true, false])
      expect(await failureCode(() => reopen(folder, NATIVE, { readOnly }))).toBe('keys_damaged')
    // With the last connection its log goes.
    expect(existsSync(join(folder, 'vault.db-wal'))).toBe(false)
    spoil(9)
    expect((await readAll(await reopen(folder, NATIVE))).length).toBe(3 + 10 * PLACES_PER_PAGE)
  })
})

describe('closing', () => {
  it('can be done twice, frees the folder, and ends the use of the keys', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    vault.close()
    expect(existsSync(join(folder, 'vault.db-wal'))).toBe(false)
    expect(() => vault.ledger.append([{ op: 'note.add', body: 'x' }])).toThrow()
    expect(() => vault.deriveKey('EmSnapsh', 1)).toThrow('invariant')
    await reopen(folder, NATIVE)
  })

  it('derives the same named keys in every session, and different ones per id', async () => {
    const { vault, folder } = await make(NATIVE)
    const one = vault.deriveKey('EmSnapsh', 1)
    expect(one.equals(vault.deriveKey('EmSnapsh', 2))).toBe(false)
    vault.close()
    expect((await reopen(folder, WASM)).deriveKey('EmSnapsh', 1).equals(one)).toBe(true)
  })
})

describe('secrets', () => {
  it('are in no error, no JSON, no printed object and no stored byte', async () => {
    const canary = 'канарка-canary-42'
    const { vault, folder, recoveryCode } = await make(NATIVE, canary)
    vault.ledger.append([{ op: 'record.set', record: recordId(1), body: { canary } }])
    const error = await failure(() =>
      reopen(folder, NATIVE, { passphrase: `${canary}!`, readOnly: true }),
    )
    const shown = [
      inspect(vault, { depth: 12, showHidden: true, maxArrayLength: null, maxStringLength: null }),
      JSON.stringify(vault),
      inspect(error, { depth: 9, showHidden: true }),
      JSON.stringify(error),
      String(error.stack),
    ].join('\n')
    for (const secret of [canary, recoveryCode, Buffer.from(canary).toString('hex')]) {
      expect(shown).not.toContain(secret)
    }
    vault.close()
    for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue
      const bytes = readFileSync(join(name.parentPath, name.name))
      for (const text of ['канарка', 'canary', recoveryCode, 'record.set', recordId(1)]) {
        expect(bytes.includes(Buffer.from(text))).toBe(false)
      }
    }
  })
})
