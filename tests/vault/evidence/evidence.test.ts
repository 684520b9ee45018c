import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { EvidenceFiles } from '../../../electron/vault/evidence/evidenceFiles.ts'
import { EvidenceService } from '../../../electron/vault/evidence/evidenceService.ts'
import { objectPath } from '../../../electron/vault/folder/layout.ts'
import type { NewEntry, OpenedEntry } from '../../../electron/vault/ledger/types.ts'
import { ObjectStore } from '../../../electron/vault/objects/store.ts'
import { Journal } from '../../../electron/vault/records/journal.ts'
import { RecordStore } from '../../../electron/vault/records/recordStore.ts'
import type { Workspace } from '../../../electron/vault/workspace.ts'
import { VaultError } from '../../../shared/errors.ts'
import type { ObjectId, RecordId } from '../../../shared/ids.ts'
import { failureCode } from '../../support/coreVault.ts'
import {
  adding,
  makeWorkspace,
  person,
  reopenWorkspace,
  state,
  statement,
} from '../records/support.ts'
import { writeTestFile } from './support.ts'

let workspace: Workspace
let folder: string
let evidence: RecordId

beforeEach(async () => {
  ;({ workspace, folder } = await makeWorkspace())
  evidence = workspace.records.create('evidence', adding(statement('title', 'Лист'))).id
})

const attach = (content: string | Uint8Array, name = 'лист.txt') =>
  workspace.evidence.attachFile(evidence, writeTestFile(folder, content), { name })
const read = async (of: Workspace, objectId: ObjectId): Promise<Buffer> => {
  const reader = await of.evidence.openReader(evidence, objectId)
  try {
    return await reader.read(0, reader.size)
  } finally {
    await reader.close()
  }
}
const objects = (): string[] =>
  readdirSync(join(folder, 'objects'), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ name }) => name)

describe('an attached file', () => {
  it('makes its record once it is taken in, and none when it cannot be', async () => {
    const { evidence: files, records } = workspace
    const make = () => records.create('evidence', adding(statement('title', 'Новий'))).id
    const before = records.counts().evidence
    const missing = join(dirname(folder), 'nothing here')
    const attached = () => files.attachToNew(make, missing, { name: 'лист.txt' })
    expect(await failureCode(attached)).toBe('file_unreadable')
    const failing = () => {
      throw new VaultError('disk_full')
    }
    const path = writeTestFile(folder, 'лист')
    const kept = objects()
    expect(await failureCode(() => files.attachToNew(failing, path, { name: 'x' }))).toBe(
      'disk_full',
    )
    expect([records.counts().evidence, objects()]).toEqual([before, kept])
    const { record, file } = await files.attachToNew(make, path, { name: 'лист.txt' })
    expect(files.files(record)).toEqual([file])
  })

  it('has its hash, size and type in the ledger, and reads back after a reopening', async () => {
    const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3000)])
    const file = await attach(content, 'вирок.pdf')
    const sha256 = createHash('sha256').update(content).digest('hex')
    expect(file).toMatchObject({
      name: 'вирок.pdf',
      size: content.length,
      sha256,
      mime: 'application/pdf',
    })
    expect(workspace.evidence.files(evidence)).toEqual([file])
    expect(state(workspace, evidence)).toMatchObject({ lastSeq: file.seq, updatedAt: file.addedAt })
    expect(await read(workspace, file.objectId)).toEqual(content)
    workspace.close()
    const again = await reopenWorkspace(folder)
    expect(again.evidence.files(evidence)).toEqual([file])
    expect(await read(again, file.objectId)).toEqual(content)
    expect(again.records.history(evidence).map(({ op }) => op)).toEqual([
      'object.add',
      'record.set',
    ])
  })

  it('can be empty, and can come twice', async () => {
    const empty = await attach('')
    expect(empty).toMatchObject({ size: 0, mime: 'application/octet-stream' })
    expect(await read(workspace, empty.objectId)).toEqual(Buffer.alloc(0))
    const [one, other] = [await attach('x'), await attach('x')]
    expect(one.objectId).not.toBe(other.objectId)
    expect(one.sha256).toBe(other.sha256)
    expect(workspace.evidence.files(evidence).map(({ objectId }) => objectId)).toEqual(
      [empty, one, other].map(({ objectId }) => objectId),
    )
  })

  it('arrives piece by piece as well', async () => {
    const intake = workspace.evidence.begin(evidence, { name: 'фото.jpg' })
    await intake.write(Buffer.from('\xff\xd8\xff', 'latin1'))
    await intake.write(Buffer.from('решта'))
    const file = await intake.finish()
    expect(file).toMatchObject({ name: 'фото.jpg', mime: 'image/jpeg' })
    expect((await read(workspace, file.objectId)).subarray(3).toString()).toBe('решта')
  })

  it('given up leaves nothing', async () => {
    const intake = workspace.evidence.begin(evidence, { name: 'a' })
    await intake.write(Buffer.from('x'))
    await intake.abort()
    expect(workspace.evidence.files(evidence)).toEqual([])
    expect(objects()).toEqual([])
  })

  it('does not take a save of the record for a conflict', async () => {
    const { lastSeq: basedOn } = state(workspace, evidence)
    await attach('x')
    const change = adding(statement('description', 'x'))
    workspace.records.save({ id: evidence, basedOn, change })
  })

  it('tells that its record changed', async () => {
    const heard: RecordId[] = []
    workspace.records.onChanged((ids) => heard.push(...ids))
    await attach('x')
    expect(heard).toEqual([evidence])
  })
})

describe('the name of a file', () => {
  const NAMES: ReadonlyArray<readonly [string, string]> = [
    ['../../etc/passwd', 'path'],
    ['C:\\Windows\\win.ini', 'path'],
    ['звіт\u0000\u0007\n.txt', 'control characters'],
    ['фото\u202egpj.exe', 'a turned reading direction'],
    ['.hidden', 'a leading dot'],
    ['con.txt', 'a device'],
    ['н'.repeat(1000), 'a thousand letters'],
    ['н'.repeat(4096), 'the longest'],
    ['\ud800', 'half a letter'],
    [' ', 'a blank'],
  ]
  for (const [given, what] of NAMES) {
    it(`with ${what} keeps no file out, is kept as it was, and shown clean`, async () => {
      const { name, seq } = await attach('x', given)
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}/\\:]|^\.|^\s*$/u)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
      const [entry] = workspace.vault.ledger.readMany([seq])
      if (entry?.state !== 'open') expect.fail('it is open')
      expect((entry.body as { name: unknown }).name).toEqual({ text: given })
      workspace.close()
      expect((await reopenWorkspace(folder)).evidence.files(evidence)[0]?.name).toBe(name)
    })
  }

  it('is refused when it is empty or absurd, before anything is read', async () => {
    for (const given of ['', 'н'.repeat(4097)]) {
      expect(await failureCode(() => attach('x', given))).toBe('bad_file_name')
      expect(
        await failureCode(async () => workspace.evidence.begin(evidence, { name: given })),
      ).toBe('bad_file_name')
    }
    expect(objects()).toEqual([])
  })
})

describe('a file is refused', () => {
  it('for a record that is none of evidence', async () => {
    const somebody = person(workspace, 'Особа')
    const path = writeTestFile(folder, 'x')
    const other = (record: RecordId) =>
      failureCode(() => workspace.evidence.attachFile(record, path, { name: 'a' }))
    expect(await other(somebody)).toBe('not_found')
    expect(await other('0'.repeat(32) as RecordId)).toBe('not_found')
    await workspace.records.erase(evidence, 'x')
    expect(await other(evidence)).toBe('erased')
    expect(objects()).toEqual([])
  })

  it('when it is not there', async () => {
    const path = join(folder, '..', 'none')
    const code = await failureCode(() =>
      workspace.evidence.attachFile(evidence, path, { name: 'a' }),
    )
    expect(code).toBe('file_unreadable')
  })

  it('by a vault that is open for reading only, before it is read', async () => {
    workspace.close()
    const reader = await reopenWorkspace(folder, { readOnly: true })
    const path = join(folder, '..', 'none')
    expect(await failureCode(() => reader.evidence.attachFile(evidence, path, { name: 'a' }))).toBe(
      'read_only',
    )
  })

  it('when it is cancelled', async () => {
    const signal = AbortSignal.abort()
    const path = writeTestFile(folder, 'x')
    expect(
      await failureCode(() => workspace.evidence.attachFile(evidence, path, { name: 'a', signal })),
    ).toBe('cancelled')
    expect(objects()).toEqual([])
  })

  it('whose record was erased while it was read, and leaves nothing', async () => {
    const intake = workspace.evidence.begin(evidence, { name: 'a' })
    await intake.write(Buffer.from('x'))
    await workspace.records.erase(evidence, 'x')
    expect(await failureCode(() => intake.finish())).toBe('erased')
    expect(objects()).toEqual([])
  })
})

describe('a file that the ledger cannot take', () => {
  const withLedger = async (code: 'disk_full' | 'io_failed') => {
    const { vault } = workspace
    const append = (entries: readonly NewEntry[]) => {
      if (entries.some(({ op }) => op === 'object.add')) throw new VaultError(code)
      return vault.ledger.append(entries)
    }
    const head = () => vault.ledger.head()
    const writable = () => vault.ledger.writable()
    const ledger = Object.assign(Object.create(vault.ledger), { append, head, writable })
    const store = new RecordStore()
    const files = new EvidenceFiles()
    for await (const slice of vault.ledger.readSlices())
      for (const entry of slice) store.take(entry)
    const parts = { journal: new Journal(ledger, [store, files]), store, files, readOnly: false }
    const made = new ObjectStore({ folder, vaultId: vault.vaultIdBytes, sodium: vault.sodium })
    const service = new EvidenceService({ ...parts, objects: made })
    const path = writeTestFile(folder, 'x')
    expect(await failureCode(() => service.attachFile(evidence, path, { name: 'a' }))).toBe(code)
    await made.close()
    return files
  }

  it('is taken off the disk again', async () => {
    expect((await withLedger('disk_full')).objectIds().size).toBe(0)
    expect(objects()).toEqual([])
  })

  it('stays while nobody knows whether the ledger has it, until the next opening', async () => {
    await withLedger('io_failed')
    expect(objects()).toHaveLength(1)
    workspace.close()
    const again = await reopenWorkspace(folder)
    await again.evidence.sweep()
    expect(objects()).toEqual([])
  })
})

describe('letting a file out', () => {
  it('writes what was taken in, and says its hash', async () => {
    const file = await attach('зміст')
    const to = join(dirname(folder), 'out.txt')
    expect(await workspace.evidence.exportTo(evidence, file.objectId, to)).toEqual({
      sha256: file.sha256,
    })
    expect(readFileSync(to, 'utf8')).toBe('зміст')
    expect(await workspace.evidence.exportObject(file.objectId, to)).toBe(file.sha256)
  })

  it('knows no object of another record, none that is unknown and none that was erased', async () => {
    const file = await attach('x')
    const other = workspace.records.create('evidence', adding()).id
    const to = join(dirname(folder), 'out.txt')
    expect(await failureCode(() => workspace.evidence.openReader(other, file.objectId))).toBe(
      'not_found',
    )
    expect(await failureCode(() => workspace.evidence.exportTo(other, file.objectId, to))).toBe(
      'not_found',
    )
    const nothing = '0'.repeat(64) as ObjectId
    expect(await failureCode(() => workspace.evidence.exportObject(nothing, to))).toBe('not_found')
    await workspace.records.erase(evidence, 'x')
    expect(await failureCode(() => workspace.evidence.openReader(evidence, file.objectId))).toBe(
      'erased',
    )
    expect(await failureCode(() => workspace.evidence.exportObject(file.objectId, to))).toBe(
      'not_found',
    )
    expect(existsSync(to)).toBe(false)
  })
})

describe('the sweep at an opening', () => {
  /** Made while the vault is closed: the sweep of the opening before may still be on its way. */
  const orphan = (): string => {
    const path = objectPath(folder, randomBytes(32).toString('hex'))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, 'x')
    return path
  }

  it('removes what no entry names, and nothing else', async () => {
    const file = await attach('x')
    workspace.close()
    const lost = orphan()
    const again = await reopenWorkspace(folder)
    await again.evidence.sweep()
    expect(existsSync(lost)).toBe(false)
    expect(objects()).toEqual([file.objectId])
    expect(await read(again, file.objectId)).toEqual(Buffer.from('x'))
  })

  it('finishes an erasure that was cut off', async () => {
    const file = await attach('x')
    workspace.vault.ledger.erase(evidence, { reason: 'x' })
    workspace.close()
    expect(objects()).toEqual([file.objectId])
    const again = await reopenWorkspace(folder)
    await again.evidence.sweep()
    expect(objects()).toEqual([])
  })

  it('removes no object when there is something in the ledger that it cannot read', async () => {
    workspace.vault.ledger.append([
      { op: 'object.add', record: evidence, body: { from: 'a newer program' } },
    ])
    workspace.close()
    const lost = orphan()
    const again = await reopenWorkspace(folder)
    expect(again.unread).toBe(1)
    expect(await again.evidence.sweep()).toEqual({ temporaries: 0, objects: 0 })
    expect(existsSync(lost)).toBe(true)
  })

  it('touches nothing in a vault that is open for reading only', async () => {
    workspace.close()
    const lost = orphan()
    const reader = await reopenWorkspace(folder, { readOnly: true })
    expect(await reader.evidence.sweep()).toBeUndefined()
    expect(existsSync(lost)).toBe(true)
  })
})

describe('files from the ledger', () => {
  it('whose entries are damaged in content are set aside and counted', () => {
    const whole = {
      ...{ objectId: 'a'.repeat(64), sha256: 'b'.repeat(64), size: 1, storedSize: 1 },
      ...{ fileKey: Buffer.alloc(32).toString('base64'), name: { text: 'x' }, mime: 'a/b' },
    }
    const entry = (body: unknown): OpenedEntry =>
      ({
        seq: 1,
        time: 1,
        author: 'c'.repeat(32),
        op: 'object.add',
        record: evidence,
        state: 'open',
        body,
      }) as OpenedEntry
    const files = new EvidenceFiles()
    files.take(entry(whole))
    expect(files.unread).toBe(0)
    const broken = [
      null,
      {},
      { ...whole, fileKey: Buffer.alloc(31).toString('base64') },
      { ...whole, objectId: 'A'.repeat(64) },
      { ...whole, size: -1 },
      { ...whole, name: 'x' },
      { ...whole, name: { text: '' } },
      { ...whole, more: 1 },
    ]
    for (const body of broken) files.take(entry(body))
    expect(files.unread).toBe(broken.length)
    expect(files.of(evidence)).toHaveLength(1)
  })
})
