/** Backups are made, verified and restored without a key; damage is always named; nothing is ever overwritten. */
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listObjects, makeBackup } from '../../../electron/vault/backup/makeBackup.ts'
import { restoreBackup } from '../../../electron/vault/backup/restoreBackup.ts'
import { verifyBackup, verifyStoredVault } from '../../../electron/vault/backup/verifyBackup.ts'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import type { SodiumBuild } from '../../../electron/vault/crypto/sodium.ts'
import { objectPath, vaultPaths } from '../../../electron/vault/folder/layout.ts'
import type { OpenVault } from '../../../electron/vault/session/session.ts'
import { tamper } from '../../support/coreVault.ts'
import {
  makeTestVault,
  openTestVault,
  plantObject,
  removeFolder,
  tempFolder,
} from '../../support/testVault.ts'

const files = (folder: string, below: string) =>
  existsSync(path.join(folder, below)) ? readdirSync(path.join(folder, below)) : []
const everyFile = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

const bodies = async (vault: OpenVault) => {
  const found: unknown[] = []
  for await (const slice of vault.ledger.readSlices())
    for (const entry of slice)
      if (entry.op === 'test.note' && entry.state === 'open') found.push(entry.body)
  return found
}

describe.each<SodiumBuild>(['native', 'wasm'])('a backup (%s)', (build) => {
  const load = () => loadSodium(build)
  let root = ''
  let vaultFolder = ''
  let to = ''
  let vault: OpenVault

  beforeEach(async () => {
    root = tempFolder()
    vaultFolder = path.join(root, 'A.emanet')
    to = path.join(root, 'backup')
    vault = (await makeTestVault(vaultFolder, await load())).vault
    note('one')
  })
  afterEach(() => {
    vault.close()
    removeFolder(root)
  })

  const note = (text: string) => vault.ledger.append([{ op: 'test.note', body: { text } }])
  const backUp = async (extra = {}) =>
    makeBackup({ vaultFolder, to, sodium: await load(), ...extra })
  const verify = async (full = true) => verifyBackup({ folder: to, full, sodium: await load() })

  it('holds entries and objects while the vault is open, and restores to an equal vault', async () => {
    const sodium = await load()
    const ids = [plantObject(vaultFolder, sodium, 70_000), plantObject(vaultFolder, sodium, 17, 1)]
    const report = await backUp()
    expect(report).toMatchObject({ copiedObjects: 2, copiedBytes: 70_017 })
    expect(await verify()).toMatchObject({ ok: true, objects: 2, bytes: 70_017, damaged: [] })

    const restored = path.join(root, 'B.emanet')
    const result = await restoreBackup({ backup: to, to: restored, sodium })
    expect(result).toMatchObject({ snapshot: report.snapshot, objects: 2, damagedObjects: [] })
    for (const id of ids)
      expect(readFileSync(objectPath(restored, id))).toEqual(
        readFileSync(objectPath(vaultFolder, id)),
      )
    const second = await openTestVault(restored, sodium)
    expect(await bodies(second)).toEqual([{ text: 'one' }])
    expect(second.vaultId).toBe(vault.vaultId)
    expect(await second.ledger.verify({ signatures: true })).toMatchObject({ ok: true })
    second.close()
  })

  it('copies nothing and makes no snapshot when nothing changed', async () => {
    plantObject(vaultFolder, await load(), 5000)
    const first = await backUp()
    const before = everyFile(to).map((file) => [file, statSync(file).mtimeMs])
    expect(await backUp()).toEqual({
      snapshot: first.snapshot,
      ...{ copiedObjects: 0, copiedBytes: 0, goneObjects: [], keptObjects: 0 },
    })
    expect(everyFile(to).map((file) => [file, statSync(file).mtimeMs])).toEqual(before)
  })

  it('adds only what is new and keeps every earlier snapshot restorable', async () => {
    const sodium = await load()
    const first = await backUp()
    const before = new Map(everyFile(to).map((file) => [file, readFileSync(file)]))
    note('two')
    plantObject(vaultFolder, sodium, 100)
    const second = await backUp()
    expect(second.copiedObjects).toBe(1)
    for (const [file, content] of before) expect(readFileSync(file)).toEqual(content)
    expect(files(to, 'ledger')).toHaveLength(2)

    for (const [snapshot, expected] of [
      [first.snapshot, [{ text: 'one' }]],
      [second.snapshot, [{ text: 'one' }, { text: 'two' }]],
    ] as const) {
      const folder = path.join(root, snapshot)
      await restoreBackup({ backup: to, to: folder, snapshot, sodium })
      const restored = await openTestVault(folder, sodium)
      expect(await bodies(restored)).toEqual(expected)
      restored.close()
    }
  })

  it('carries a changed passphrase and a destroyed key in the next snapshot', async () => {
    const sodium = await load()
    await backUp()
    const record = 'ab'.repeat(16) as never
    vault.ledger.append([{ op: 'test.secret', record, body: { text: 'gone' } }])
    vault.ledger.erase(record)
    await backUp()
    const folder = path.join(root, 'C.emanet')
    await restoreBackup({ backup: to, to: folder, sodium })
    const restored = await openTestVault(folder, sodium)
    expect(restored.ledger.recordState(record)).toBe('erased')
    restored.close()
  })

  it('knows the newest snapshot even when the clock was set back', async () => {
    const first = await backUp({ now: () => 2_000_000_000_000 })
    note('two')
    const second = await backUp({ now: () => 1_000_000_000_000 })
    expect(second.snapshot > first.snapshot).toBe(true)
    const result = await restoreBackup({
      backup: to,
      to: path.join(root, 'G'),
      sodium: await load(),
    })
    expect(result.snapshot).toBe(second.snapshot)
  })

  it('refuses a folder with other things in it and leaves it as it was', async () => {
    mkdirSync(to)
    writeFileSync(path.join(to, 'letter.txt'), 'mine')
    await expect(backUp()).rejects.toThrow('target_not_empty')
    expect(readdirSync(to)).toEqual(['letter.txt'])
  })

  it('refuses the backup of another vault, and a vault that fell behind its backup', async () => {
    const sodium = await load()
    const other = path.join(root, 'Other.emanet')
    ;(await makeTestVault(other, sodium)).vault.close()
    await makeBackup({ vaultFolder: other, to, sodium })
    await expect(backUp()).rejects.toThrow('backup_of_other_vault')

    const own = path.join(root, 'own')
    const old = path.join(root, 'Old.emanet')
    vault.close()
    cpSync(vaultFolder, old, { recursive: true })
    vault = await openTestVault(vaultFolder, sodium)
    note('later')
    await backUp({ to: own })
    await expect(makeBackup({ vaultFolder: old, to: own, sodium })).rejects.toThrow('conflict')
  })

  it('refuses another branch of the same vault', async () => {
    const sodium = await load()
    const branch = path.join(root, 'Branch.emanet')
    vault.close()
    cpSync(vaultFolder, branch, { recursive: true })
    vault = await openTestVault(vaultFolder, sodium)
    note('here')
    await backUp()
    const other = await openTestVault(branch, sodium)
    for (const text of ['there', 'and', 'further'])
      other.ledger.append([{ op: 'test.note', body: { text } }])
    other.close()
    await expect(makeBackup({ vaultFolder: branch, to, sodium })).rejects.toThrow('conflict')
  })

  it('does not restore over anything, and leaves nothing behind when it fails', async () => {
    const sodium = await load()
    await backUp()
    const target = path.join(root, 'full')
    mkdirSync(target)
    writeFileSync(path.join(target, 'x'), 'x')
    await expect(restoreBackup({ backup: to, to: target, sodium })).rejects.toThrow(
      'target_not_empty',
    )
    expect(readdirSync(target)).toEqual(['x'])
    const segment = path.join(to, 'ledger', files(to, 'ledger')[0] ?? '')
    truncateSync(segment, statSync(segment).size - 1)
    const before = readdirSync(root).toSorted()
    await expect(
      restoreBackup({ backup: to, to: path.join(root, 'D.emanet'), sodium }),
    ).rejects.toThrow('backup_damaged')
    expect(readdirSync(root).toSorted()).toEqual(before)
  })

  it('restores into the folder one stands in, and behind a link', async () => {
    const sodium = await load()
    await backUp()
    const here = path.join(root, 'here')
    mkdirSync(here)
    symlinkSync(here, path.join(root, 'link'))
    const from = process.cwd()
    try {
      process.chdir(here)
      await restoreBackup({ backup: to, to: '.', sodium })
    } finally {
      process.chdir(from)
    }
    expect(readdirSync(here)).toContain('vault.db')
    rmSync(here, { recursive: true })
    mkdirSync(here)
    await restoreBackup({ backup: to, to: path.join(root, 'link'), sodium })
    expect(readdirSync(here)).toContain('vault.db')
    expect(readdirSync(root).filter((name) => name.includes('restoring'))).toEqual([])
  })

  it('restores over no file, and not into the backup', async () => {
    const sodium = await load()
    await backUp()
    const file = path.join(root, 'file')
    writeFileSync(file, 'x')
    for (const place of [file, path.join(to, 'V.emanet')]) {
      const restoring = restoreBackup({ backup: to, to: place, sodium })
      await expect(restoring).rejects.toThrow('target_not_empty')
    }
    expect(readFileSync(file, 'utf8')).toBe('x')
    expect(files(to, 'V.emanet')).toEqual([])
  })

  it('is not begun for a vault that is not there, nor inside the vault', async () => {
    const sodium = await load()
    const vaultFolderOf = (name: string) => path.join(root, name)
    const nowhere = makeBackup({ vaultFolder: vaultFolderOf('nowhere'), to, sodium })
    await expect(nowhere).rejects.toThrow('not_a_vault')
    expect(existsSync(to)).toBe(false)
    const inside = path.join(vaultFolder, 'backup')
    await expect(makeBackup({ vaultFolder, to: inside, sodium })).rejects.toThrow(
      'target_not_empty',
    )
    expect(existsSync(inside)).toBe(false)
  })

  it('passes over unfinished files of a run that was cut off', async () => {
    await backUp()
    writeFileSync(path.join(to, 'snapshots', '.20260101T000000000Z-00000000.snapshot-ab'), '{')
    writeFileSync(path.join(to, 'ledger', '.new-0011'), 'x')
    mkdirSync(path.join(to, 'objects', 'aa'), { recursive: true })
    writeFileSync(path.join(to, 'objects', 'aa', `${'a'.repeat(64)}.part`), 'x')
    expect(await verify()).toMatchObject({ ok: true })
    note('two')
    await backUp()
    expect(await verify()).toMatchObject({ ok: true })
  })

  it('names every damaged part', async () => {
    const sodium = await load()
    const id = plantObject(vaultFolder, sodium, 300_000)
    const { snapshot } = await backUp()
    const object = objectPath(to, id)
    const segment = path.join(to, 'ledger', files(to, 'ledger')[0] ?? '')
    const snapshotPath = path.join(to, 'snapshots', `${snapshot}.snapshot`)
    const damages: [string, () => void, ...unknown[]][] = [
      [
        'a flipped byte of an object',
        () => flip(object, 250_000),
        { what: 'object', id, why: 'object_damaged' },
      ],
      [
        'a cut object',
        () => truncateSync(object, 299_999),
        { what: 'object', id, why: 'object_truncated' },
      ],
      [
        'a grown object',
        () => appendFileSync(object, 'x'),
        { what: 'object', id, why: 'object_damaged' },
      ],
      ['a missing object', () => rmSync(object), { what: 'object', id, why: 'object_missing' }],
      [
        'a flipped byte of a segment',
        () => flip(segment, 200),
        { what: 'snapshot', id: snapshot, why: 'backup_damaged' },
        { what: 'entry', id: '1', why: 'ledger_damaged' },
      ],
      [
        'a segment with a byte more',
        () => appendFileSync(segment, 'x'),
        { what: 'snapshot', id: snapshot, why: 'backup_damaged' },
      ],
      [
        'a missing segment',
        () => rmSync(segment),
        { what: 'snapshot', id: snapshot, why: 'backup_damaged' },
        { what: 'entry', id: '1-3', why: 'ledger_truncated' },
      ],
      [
        'a flipped byte of a snapshot',
        () => flip(snapshotPath, 500),
        { what: 'snapshot', id: snapshot, why: 'backup_damaged' },
      ],
      [
        'a cut snapshot',
        () => truncateSync(snapshotPath, 500),
        { what: 'snapshot', id: snapshot, why: 'backup_damaged' },
      ],
    ]
    const good = path.join(root, 'good')
    cpSync(to, good, { recursive: true })
    for (const [what, damage, ...expected] of damages) {
      removeFolder(to)
      cpSync(good, to, { recursive: true })
      damage()
      const report = await verify()
      expect([what, report.ok, report.damaged]).toEqual([what, false, expected])
    }
  })

  it('notices a byte flipped anywhere in a segment or a snapshot', async () => {
    await backUp()
    const segment = path.join(to, 'ledger', files(to, 'ledger')[0] ?? '')
    const snapshot = path.join(to, 'snapshots', files(to, 'snapshots')[0] ?? '')
    for (const file of [segment, snapshot]) {
      const { size } = statSync(file)
      const step = Math.ceil(size / 60)
      for (let at = 0; at < size; at += step) {
        flip(file, at)
        expect((await verify(false)).ok, `${path.basename(file)} at ${at}`).toBe(false)
        flip(file, at)
      }
    }
    expect((await verify(false)).ok).toBe(true)
  })

  it('restores what is whole when an object is damaged, and names the damaged one', async () => {
    const sodium = await load()
    const bad = plantObject(vaultFolder, sodium, 1000)
    const good = plantObject(vaultFolder, sodium, 1000)
    await backUp()
    flip(objectPath(to, bad), 10)
    const folder = path.join(root, 'E.emanet')
    const report = await restoreBackup({ backup: to, to: folder, sodium })
    expect(report.damagedObjects).toEqual([bad])
    expect(existsSync(objectPath(folder, good))).toBe(true)
    expect(existsSync(objectPath(folder, bad))).toBe(false)
    expect(everyFile(folder).some((file) => file.endsWith('.part'))).toBe(false)
  })

  it('backs up everything else when an object of the vault is damaged, and says so', async () => {
    const sodium = await load()
    const bad = plantObject(vaultFolder, sodium, 1000)
    const good = plantObject(vaultFolder, sodium, 1000)
    flip(objectPath(vaultFolder, bad), 10)
    await expect(backUp()).rejects.toThrow('object_damaged')
    expect(existsSync(objectPath(to, good))).toBe(true)
    expect(existsSync(objectPath(to, bad))).toBe(false)
    expect(await verify()).toMatchObject({ ok: true, objects: 1 })
  })

  describe('of a vault that has lost an object', () => {
    const lose = (id: string) => rmSync(objectPath(vaultFolder, id))
    const restoredIds = async () => {
      const restored = path.join(root, `R${restores}.emanet`)
      restores += 1
      await restoreBackup({ backup: to, to: restored, sodium: await load() })
      return listObjects(restored).map(({ id }) => id)
    }
    let restores = 0

    it('says so, and its newest snapshot still has what the backup had', async () => {
      const sodium = await load()
      const lost = plantObject(vaultFolder, sodium, 1000)
      const other = plantObject(vaultFolder, sodium, 1000)
      const first = await backUp()
      lose(lost)
      note('two')
      const second = await backUp()
      expect(second).toMatchObject({ copiedObjects: 0, goneObjects: [lost], keptObjects: 1 })
      expect(second.snapshot).not.toBe(first.snapshot)
      expect(await verify()).toMatchObject({ ok: true, objects: 2 })
      expect(await restoredIds()).toEqual([lost, other].sort())
      // Again and again, without a snapshot that says nothing new.
      expect(await backUp()).toMatchObject({
        ...{ snapshot: second.snapshot, goneObjects: [lost], keptObjects: 1 },
      })
    })

    it('says how many of them the backup has not', async () => {
      const sodium = await load()
      const ids = [plantObject(vaultFolder, sodium, 100), plantObject(vaultFolder, sodium, 200)]
      await backUp()
      for (const id of ids) lose(id)
      rmSync(objectPath(to, ids[0] ?? ''))
      expect(await backUp()).toMatchObject({ goneObjects: [...ids].sort(), keptObjects: 1 })
      // And one that was cut off is none.
      const [, second = ''] = ids
      chmodSync(objectPath(to, second), 0o600)
      truncateSync(objectPath(to, second), 3)
      expect(await backUp()).toMatchObject({ goneObjects: [second], keptObjects: 0 })
    })

    it('knows by the ledger what is lost, also in a first backup, and lets go of what was erased', async () => {
      const sodium = await load()
      const [lost, erased] = [
        plantObject(vaultFolder, sodium, 30),
        plantObject(vaultFolder, sodium, 40),
      ]
      const never = 'ab'.repeat(32)
      expect(await backUp({ named: [lost, erased, never] })).toMatchObject({
        ...{ goneObjects: [never], keptObjects: 0 },
      })
      lose(lost)
      lose(erased)
      expect(await backUp({ named: [lost, never] })).toMatchObject({
        ...{ goneObjects: [lost, never], keptObjects: 1 },
      })
      expect(await restoredIds()).toEqual([lost])
    })

    it('keeps its whole copy of one that was damaged or cut off there', async () => {
      const sodium = await load()
      const bad = plantObject(vaultFolder, sodium, 1000)
      await backUp()
      const before = readFileSync(objectPath(to, bad))
      chmodSync(objectPath(vaultFolder, bad), 0o600)
      truncateSync(objectPath(vaultFolder, bad), 10)
      note('two')
      await expect(backUp()).rejects.toThrow('object_damaged')
      expect(readFileSync(objectPath(to, bad))).toEqual(before)
      expect(await verify()).toMatchObject({ ok: true, objects: 1 })
      expect(await restoredIds()).toEqual([bad])
    })
  })

  it('copies an object again that is damaged in length in the backup', async () => {
    const sodium = await load()
    const id = plantObject(vaultFolder, sodium, 1000)
    await backUp()
    chmodSync(objectPath(to, id), 0o600)
    truncateSync(objectPath(to, id), 10)
    expect(await backUp()).toMatchObject({ copiedObjects: 1 })
    expect(await verify()).toMatchObject({ ok: true })
  })

  it('stops when it is cancelled and leaves the earlier snapshot as it was', async () => {
    const first = await backUp()
    for (let index = 0; index < 5; index += 1) plantObject(vaultFolder, await load(), 2 << 20)
    note('two')
    const controller = new AbortController()
    const run = backUp({
      signal: controller.signal,
      onProgress: (done: number) => {
        if (done > 0) controller.abort()
      },
    })
    await expect(run).rejects.toThrow('cancelled')
    expect(everyFile(to).some((file) => file.endsWith('.part'))).toBe(false)
    expect(files(to, 'snapshots').sort()).toEqual([
      `${first.snapshot}.copy`,
      `${first.snapshot}.snapshot`,
    ])
    expect(await verify()).toMatchObject({ ok: true })
  })

  it('takes documents along', async () => {
    await backUp({ documents: { 'FORMAT.md': Buffer.from('how to read this') } })
    expect(readFileSync(path.join(to, 'FORMAT.md'), 'utf8')).toBe('how to read this')
  })

  it('is told apart from other folders', async () => {
    const sodium = await load()
    const empty = path.join(root, 'empty')
    mkdirSync(empty)
    await expect(verifyBackup({ folder: empty, full: false, sodium })).rejects.toThrow(
      'not_a_backup',
    )
    await expect(
      restoreBackup({ backup: vaultFolder, to: path.join(root, 'F'), sodium }),
    ).rejects.toThrow('not_a_backup')
    await expect(
      restoreBackup({ backup: to, to: path.join(root, 'F'), snapshot: 'none', sodium }),
    ).rejects.toThrow('not_a_backup')
  })

  it('verifies a vault at rest without a key and names what is damaged', async () => {
    const sodium = await load()
    const id = plantObject(vaultFolder, sodium, 1000)
    vault.close()
    const check = () => verifyStoredVault({ folder: vaultFolder, full: true, sodium })
    expect(await check()).toMatchObject({ ok: true, objects: 1 })
    flip(objectPath(vaultFolder, id), 3)
    expect((await check()).damaged).toEqual([{ what: 'object', id, why: 'object_damaged' }])
    renameSync(objectPath(vaultFolder, id), `${objectPath(vaultFolder, id)}-away`)
    expect(await check()).toMatchObject({ ok: true, objects: 0 })
    // Only whoever has the key knows that it ought to be there.
    const named = { folder: vaultFolder, full: false, sodium, named: [id] }
    expect((await verifyStoredVault(named)).damaged).toEqual([
      { what: 'object', id, why: 'object_missing' },
    ])
  })

  it('notices without a key when what a vault holds twice is no longer the same twice', async () => {
    const sodium = await load()
    vault.close()
    const { header } = vaultPaths(vaultFolder)
    const check = async () =>
      (await verifyStoredVault({ folder: vaultFolder, full: false, sodium })).damaged
    const whole = readFileSync(header)
    flip(header, 100)
    const copy = [{ what: 'header', id: 'copy', why: 'header_damaged' }]
    expect(await check()).toEqual(copy)
    rmSync(header)
    expect(await check()).toEqual(copy)
    writeFileSync(header, whole)
    expect(await check()).toEqual([])
    tamper(vaultFolder, (connection) => {
      connection.exec('UPDATE keycopy SET box = zeroblob(length(box)) WHERE place = 0')
    })
    expect(await check()).toEqual([{ what: 'keys', id: 'copy', why: 'keys_damaged' }])
  })
})

function flip(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x01, at)
  chmodSync(file, 0o600)
  writeFileSync(file, bytes)
}
