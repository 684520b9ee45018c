/** A snapshot of the working index is what the ledger makes it, or it is not used. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import {
  CHUNK_BYTES,
  HEADER_BYTES,
  SEALED_CHUNK_BYTES,
} from '../../../electron/vault/snapshot/format.ts'
import { WORTH_WRITING } from '../../../electron/vault/snapshot/indexSnapshots.ts'
import { readSnapshot } from '../../../electron/vault/snapshot/readSnapshot.ts'
import { SnapshotWriter } from '../../../electron/vault/snapshot/writeSnapshot.ts'
import type { Workspace } from '../../../electron/vault/workspace.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { failureCode, flipByte, tamper } from '../../support/coreVault.ts'
import { generateVault } from '../../support/generator/generate.ts'
import { indexOf } from '../../support/indexImage.ts'
import { indexTables } from '../../support/indexTables.ts'
import {
  adding,
  makeWorkspace,
  name,
  person,
  reopenWorkspace,
  save,
  state,
  statement,
  titles,
} from '../records/support.ts'

const fileOf = (folder: string): string => path.join(folder, 'index')

const contextOf = ({ vault }: Workspace) => ({
  sodium: vault.sodium,
  vaultId: vault.vaultIdBytes,
  key: vault.deriveKey('EmSnapsh', 1).bytes,
})

/** Everything that the snapshot beside a vault holds. */
async function tablesOf(workspace: Workspace): Promise<Record<string, string[]>> {
  expect(await workspace.saveIndex()).toBe(true)
  const read = await readSnapshot(contextOf(workspace), fileOf(workspace.vault.folder), () => true)
  if (!read) throw new Error('there is a snapshot')
  const db = indexOf(read.image)
  const tables = indexTables(db)
  db.close()
  return tables
}

/** Opened anew without a snapshot. */
async function rebuilt(folder: string): Promise<Workspace> {
  rmSync(fileOf(folder), { force: true })
  const workspace = await reopenWorkspace(folder)
  expect(workspace.knownFromSnapshot).toBe(0)
  return workspace
}

const QUERIES = ['Аметов', 'Ametov Server', 'суд', 'Сімферополь', 'Em', 'справа']
const answers = (workspace: Workspace) => QUERIES.map((query) => workspace.search.query(query, 50))

async function generated() {
  const { workspace, folder } = await makeWorkspace()
  const made = generateVault({ people: 25, entriesPerPerson: 8, files: 0 })
  workspace.records.createMany(made.records)
  for (const { witness, change } of made.identities) workspace.records.saveIdentity(witness, change)
  const half = Math.floor(made.saves.length / 2)
  for (const { id, change } of made.saves.slice(0, half)) save(workspace, id, change)
  return { workspace, folder, made, left: made.saves.slice(half) }
}

/** A vault of two people with a snapshot, closed. */
async function withSnapshot() {
  const { workspace, folder } = await makeWorkspace()
  const ids = [person(workspace, 'Особа'), person(workspace, 'Інша')] as const
  expect(await workspace.saveIndex()).toBe(true)
  workspace.close()
  return { folder, ids, bytes: readFileSync(fileOf(folder)) }
}

/** Refused, and as if it had never been there. */
async function expectRebuilt(folder: string, expected: readonly string[] = ['Інша', 'Особа']) {
  const workspace = await reopenWorkspace(folder)
  expect(workspace.knownFromSnapshot).toBe(0)
  expect(titles(workspace)).toEqual(expected)
  expect(workspace.search.query('Osoba', 5)).toHaveLength(1)
  workspace.close()
}

describe('an index from a snapshot', () => {
  it('equals the one built from the ledger in every table and answer, with what came later too', async () => {
    const { workspace, folder, made, left } = await generated()
    await tablesOf(workspace)
    for (const { id, change } of left) save(workspace, id, change)
    const renamed = made.people[0]?.id as RecordId
    save(workspace, renamed, adding(name('Ааа Перейменована', 'uk', { surname: 'Ааа' })))
    workspace.close()

    const loaded = await reopenWorkspace(folder)
    expect(loaded.knownFromSnapshot).toBeGreaterThan(100)
    const fromSnapshot = {
      answers: answers(loaded),
      people: titles(loaded),
      stays: titles(loaded, { kind: 'stay', sort: { by: 'person', descending: false } }),
      counts: loaded.records.counts(),
      states: made.records.map(({ id }) => state(loaded, id)),
      unread: loaded.unread,
    }
    const tables = await tablesOf(loaded)
    loaded.close()

    const anew = await rebuilt(folder)
    expect(fromSnapshot).toEqual({
      answers: answers(anew),
      people: titles(anew),
      stays: titles(anew, { kind: 'stay', sort: { by: 'person', descending: false } }),
      counts: anew.records.counts(),
      states: made.records.map(({ id }) => state(anew, id)),
      unread: anew.unread,
    })
    const rebuiltTables = await tablesOf(anew)
    for (const [table, rows] of Object.entries(tables)) {
      // One entry says that the vault was unlocked once more; nothing of it is in the index.
      expect(rows, table).toEqual(rebuiltTables[table])
    }
    expect(tables.name?.length).toBeGreaterThan(50)
    expect(tables.word?.length).toBeGreaterThan(500)
    anew.close()
  }, 60_000)

  it('lists nobody who was merged into another, before the rest is indexed too', async () => {
    const { folder, ids } = await withSnapshot()
    const workspace = await reopenWorkspace(folder)
    workspace.records.merge(ids[0], ids[1])
    workspace.close()
    const loaded = await reopenWorkspace(folder)
    expect(titles(loaded)).toEqual(['Особа'])
    loaded.close()
    const anew = await rebuilt(folder)
    expect(titles(anew)).toEqual(['Особа'])
    anew.records.unmerge(ids[0], ids[1])
    expect(titles(anew)).toEqual(['Інша', 'Особа'])
  })

  it('has nothing of the identities of witnesses', async () => {
    const { workspace, folder } = await makeWorkspace()
    const witness = workspace.records.create(
      'witness',
      adding(statement('codeName', 'Свідок-7')),
    ).id
    const canary = 'Таємниця-Канарейка'
    workspace.records.saveIdentity(witness, adding(statement('name', { text: canary, lang: 'uk' })))
    await tablesOf(workspace)
    const read = await readSnapshot(contextOf(workspace), fileOf(folder), () => true)
    expect(read?.image.includes('Свідок-7')).toBe(true)
    expect(read?.image.includes('анарейка')).toBe(false)
    expect(read?.image.includes('kanareika')).toBe(false)
    expect(readFileSync(fileOf(folder)).includes('Свідок')).toBe(false)
  })

  it('remembers for the services what they keep', async () => {
    const { workspace, folder } = await makeWorkspace()
    person(workspace, 'Особа')
    const to = path.join(path.dirname(folder), 'backup')
    const { snapshot } = await workspace.backups.make(to)
    await workspace.saveIndex()
    workspace.close()
    const again = await reopenWorkspace(folder)
    expect(again.knownFromSnapshot).toBeGreaterThan(0)
    expect(again.backups.list().map((each) => each.snapshot)).toEqual([snapshot])
  })

  it('opens for reading only, and is not written then', async () => {
    const { folder, ids } = await withSnapshot()
    const reading = await reopenWorkspace(folder, { readOnly: true })
    expect(reading.knownFromSnapshot).toBeGreaterThan(0)
    expect(state(reading, ids[0]).title).toBe('Особа')
    expect(await reading.saveIndex()).toBe(false)
  })
})

describe('a snapshot that is not of this vault as it is', () => {
  it('is refused with any bit flipped', async () => {
    const { folder, bytes } = await withSnapshot()
    const places = [0, 8, 9, 10, 33, 34, HEADER_BYTES - 1, HEADER_BYTES, HEADER_BYTES + 5000]
    for (const place of [...places, HEADER_BYTES + CHUNK_BYTES, bytes.length - 1]) {
      writeFileSync(fileOf(folder), flipByte(bytes, place))
      await expectRebuilt(folder)
    }
  }, 30_000)

  it('is refused cut off, or with something behind its end, or empty', async () => {
    const { folder, bytes } = await withSnapshot()
    const cut = [bytes.length - 1, bytes.length - SEALED_CHUNK_BYTES, HEADER_BYTES, 9, 0]
    for (const length of cut) {
      writeFileSync(fileOf(folder), bytes.subarray(0, length))
      await expectRebuilt(folder)
    }
    writeFileSync(fileOf(folder), Buffer.concat([bytes, Buffer.alloc(1)]))
    await expectRebuilt(folder)
  }, 30_000)

  it('is refused when it is another vault’s', async () => {
    const { folder } = await withSnapshot()
    const other = await withSnapshot()
    writeFileSync(fileOf(folder), other.bytes)
    await expectRebuilt(folder)
  })

  it('is refused when it is of another branch, or of what is to come', async () => {
    const { folder } = await withSnapshot()
    const branch = `${folder}-branch`
    cpSync(folder, branch, { recursive: true })
    const there = await reopenWorkspace(branch)
    person(there, 'Третя')
    person(there, 'Четверта')
    await there.saveIndex()
    there.close()
    // Put back to the state before: the snapshot knows entries that are not there.
    cpSync(fileOf(branch), fileOf(folder))
    await expectRebuilt(folder)
    // As many entries as the branch has, and other ones.
    const here = await reopenWorkspace(folder)
    while (here.vault.ledger.head().seq < there.vault.ledger.head().seq + 3) person(here, 'Пʼята')
    here.close()
    cpSync(fileOf(branch), fileOf(folder))
    const again = await reopenWorkspace(folder)
    expect(again.knownFromSnapshot).toBe(0)
    expect(titles(again)).not.toContain('Третя')
  })

  it('is refused when another program built it', async () => {
    const { folder } = await withSnapshot()
    const workspace = await reopenWorkspace(folder)
    const { ledger } = workspace.vault
    const read = await readSnapshot(contextOf(workspace), fileOf(folder), () => true)
    const writer = new SnapshotWriter(contextOf(workspace), fileOf(folder))
    const seq = read?.seq ?? 0
    const hash = ledger.hashAt(seq) as Buffer
    const content = { image: [read?.image as Buffer], seq, hash, schema: Buffer.alloc(32, 1) }
    expect(await writer.write(content)).toBe(true)
    workspace.close()
    await expectRebuilt(folder)
  })

  it('only costs the reading of what came later when it is an older one of the same ledger', async () => {
    const { folder, bytes } = await withSnapshot()
    const workspace = await reopenWorkspace(folder)
    person(workspace, 'Третя')
    await workspace.saveIndex()
    workspace.close()
    writeFileSync(fileOf(folder), bytes)
    const again = await reopenWorkspace(folder)
    expect(again.knownFromSnapshot).toBeGreaterThan(0)
    expect(titles(again)).toEqual(['Інша', 'Особа', 'Третя'])
  })
})

describe('an erased record', () => {
  it('is in no snapshot: the one there is goes before it', async () => {
    const { folder, ids } = await withSnapshot()
    const workspace = await reopenWorkspace(folder)
    await workspace.records.erase(ids[0], 'прохання')
    expect(existsSync(fileOf(folder))).toBe(false)
    const { record, name: names, word } = await tablesOf(workspace)
    expect(record?.some((row) => row.includes(ids[0].toUpperCase()))).toBe(true)
    expect(names).toHaveLength(1)
    expect(word?.some((row) => row.includes('особа'))).toBe(false)
    const read = await readSnapshot(contextOf(workspace), fileOf(folder), () => true)
    expect(read?.image.includes('Особа')).toBe(false)
  })

  it('is gone although somebody puts the snapshot back', async () => {
    const { folder, ids, bytes } = await withSnapshot()
    const workspace = await reopenWorkspace(folder)
    await workspace.records.erase(ids[0], 'прохання')
    workspace.close()
    writeFileSync(fileOf(folder), bytes)
    const again = await reopenWorkspace(folder)
    expect(again.knownFromSnapshot).toBeGreaterThan(0)
    expect(titles(again)).toEqual(['Інша'])
    expect(again.search.query('Особа', 5)).toEqual([])
    expect(await failureCode(async () => again.records.get(ids[0]))).toBe('erased')
  })

  it('stops a snapshot that is being written', async () => {
    const { workspace, folder } = await makeWorkspace()
    const id = person(workspace, 'Особа')
    await workspace.search.ready()
    const writing = workspace.saveIndex()
    await Promise.resolve()
    await workspace.records.erase(id, 'прохання')
    await writing
    const read = await readSnapshot(contextOf(workspace), fileOf(folder), () => true)
    expect(read?.image.includes('Особа') ?? false).toBe(false)
  })
})

describe('a lock', () => {
  it('does not wait for a snapshot that is being written, and leaves nothing of it', async () => {
    const { workspace, folder } = await makeWorkspace()
    person(workspace, 'Особа')
    await workspace.search.ready()
    const writing = workspace.saveIndex()
    await Promise.resolve()
    workspace.close()
    expect(await writing).toBe(false)
    const names = readdirSync(folder).filter((each) => each.includes('index'))
    expect(names).toEqual([])
    expect(titles(await reopenWorkspace(folder))).toEqual(['Особа'])
  })
})

describe('what a snapshot spares an unlock', () => {
  it('is read behind the open vault, and damage in it is told', async () => {
    const { folder, ids } = await withSnapshot()
    tamper(folder, (connection) => {
      const row = connection.prepare('SELECT box FROM ledger WHERE seq = 3').get() as {
        box: Buffer
      }
      connection.prepare('UPDATE ledger SET box = ? WHERE seq = 3').run(flipByte(row.box, 20))
    })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const workspace = await reopenWorkspace(folder)
      expect(workspace.knownFromSnapshot).toBeGreaterThan(3)
      const read = async () => workspace.records.get(ids[0])
      expect(await failureCode(read)).toBe('ledger_damaged')
      expect(titles(workspace, { query: 'Інша' })).toEqual(['Інша'])
      vi.advanceTimersByTime(3000)
      const report = await workspace.checked
      expect(report?.ok).toBe(false)
      expect(report?.damaged).toContainEqual(expect.objectContaining({ seq: 3 }))
    } finally {
      vi.useRealTimers()
    }
  })

  it('is not read again when the ledger was', async () => {
    const { workspace } = await makeWorkspace()
    expect(await workspace.checked).toBeUndefined()
  })

  it('is given up when the vault is closed', async () => {
    const { folder } = await withSnapshot()
    const workspace = await reopenWorkspace(folder)
    workspace.close()
    expect(await workspace.checked).toBeUndefined()
  })
})

describe('another language of the lists', () => {
  const sortedIn = async (workspace: Workspace) => {
    const file = fileOf(workspace.vault.folder)
    const read = await readSnapshot(contextOf(workspace), file, () => true)
    if (!read) return undefined
    const db = indexOf(read.image)
    const { language } = db.sorting
    db.close()
    return language
  }
  /** Until the snapshot is in that language; the pause after which one is written is passed over. */
  const writtenIn = (workspace: Workspace, language: string) =>
    vi.waitFor(
      async () => {
        await vi.advanceTimersByTimeAsync(5000)
        expect(await sortedIn(workspace)).toBe(language)
      },
      { timeout: 20_000 },
    )

  it('is written into the snapshot, so that no later opening puts everything in order again', async () => {
    const { workspace, folder } = await makeWorkspace()
    for (let n = 0; n < WORTH_WRITING; n += 1) person(workspace, `Особа ${n}`)
    expect(await workspace.saveIndex()).toBe(true)
    expect(await sortedIn(workspace)).toBe('uk')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      expect(workspace.orderBy('tr')).toBe(true)
      await writtenIn(workspace, 'tr')
      workspace.close()
      const later = await reopenWorkspace(folder, { language: 'crh' })
      expect(later.knownFromSnapshot).toBeGreaterThan(WORTH_WRITING)
      await writtenIn(later, 'crh')
    } finally {
      vi.useRealTimers()
    }
  })
})
