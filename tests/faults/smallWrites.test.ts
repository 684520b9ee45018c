/**
 * What is written beside saves and backups, with every write of the file layer failing in turn: each failure has its
 * code or costs nothing, what was there before is still there, and the same works when the disk is well again.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import { DraftBook } from '../../electron/vault/drafts/draftBook.ts'
import { checkKeyFile } from '../../electron/vault/keyfile/keyFile.ts'
import { createKeyFile, readKeyFile } from '../../electron/vault/keyfile/keyFileOnDisk.ts'
import { openWorkspace } from '../../electron/vault/workspace.ts'
import { isVaultError } from '../../shared/errors.ts'
import type { RecordId } from '../../shared/ids.ts'
import type { FormDraft } from '../../shared/model/draft.ts'
import { make, NATIVE, reopen, tempFolder } from '../support/coreVault.ts'
import { FAULTS, type Fault, failEveryWrite } from '../support/failingWrites.ts'
import { WEAK_KDF } from '../support/weakKdf.ts'

const KINDS = Object.keys(FAULTS) as Fault[]
const codeOf = (error: unknown) =>
  error === undefined ? 'done' : isVaultError(error) ? error.code : String(error)
const expectCode = (fault: Fault, error: unknown, nth: number) =>
  expect([nth, codeOf(error)]).toEqual([nth, error === undefined ? 'done' : FAULTS[fault]])

const title = {
  add: [
    {
      ...{ field: 'title', value: 'Лист', source: null, grade: 'F6', asOf: null },
      confidentiality: 'C1' as const,
    },
  ],
  retract: [],
  prefer: {},
}

describe.each(KINDS)('with %s at any write', (fault) => {
  it('a file that is attached or exported is there whole or not at all', async () => {
    const { vault, folder } = await make(NATIVE)
    const workspace = await openWorkspace(vault)
    await workspace.evidence.sweep()
    const record = workspace.records.create('evidence', title).id
    const source = join(tempFolder(), 'лист')
    const content = Buffer.alloc(5000, 7)
    writeFileSync(source, content)
    const files = () => workspace.evidence.files(record)
    let attached = 0
    const points = await failEveryWrite(
      fault,
      async (arm) => {
        arm()
        await workspace.evidence.attachFile(record, source, { name: 'лист' })
        attached += 1
      },
      (error, nth) => {
        expectCode(fault, error, nth)
        expect(files()).toHaveLength(attached)
      },
    )
    expect(points).toBeGreaterThan(3)
    expect(attached).toBeGreaterThan(0)
    const [file] = files()
    const out = join(tempFolder(), 'копія')
    const exports = await failEveryWrite(
      fault,
      async (arm) => {
        arm()
        await workspace.evidence.exportTo(record, file?.objectId as never, out)
      },
      (error, nth) => {
        expectCode(fault, error, nth)
        if (existsSync(out)) expect(readFileSync(out).equals(content)).toBe(true)
        rmSync(out, { force: true })
      },
    )
    expect(exports).toBeGreaterThan(1)
    expect(readFileSync(out).equals(content)).toBe(true)
    workspace.close()
    const again = await openWorkspace(await reopen(folder, NATIVE))
    await again.search.ready()
    await again.evidence.sweep()
    expect(again.evidence.files(record)).toHaveLength(attached)
    expect((await again.backups.verify(true)).damaged).toEqual([])
    expect(readdirSync(join(folder, 'objects')).filter((name) => name.startsWith('tmp-'))).toEqual(
      [],
    )
    again.close()
  })

  it('a key file is made whole or not at all', async () => {
    const path = join(tempFolder(), 'a.emanet-key')
    const points = await failEveryWrite(
      fault,
      async (arm) => {
        arm()
        await createKeyFile(NATIVE, path, Secret.fromText('фраза'), { policy: WEAK_KDF })
      },
      (error, nth) => {
        expectCode(fault, error, nth)
        // From a disk that is gone nothing can be taken away.
        if (fault === 'ENOSPC') expect(existsSync(path)).toBe(false)
        rmSync(path, { force: true })
      },
    )
    expect(points).toBeGreaterThan(2)
    checkKeyFile(NATIVE, readKeyFile(path), WEAK_KDF)
  })

  it('a draft keeps what it was before, and is kept once it can be', async () => {
    const { vault } = await make(NATIVE)
    const folder = join(tempFolder(), 'drafts')
    const draft = (text: string): FormDraft => ({
      ...{ id: 'd'.repeat(32), kind: 'person', record: null, about: null },
      defaults: { source: null, grade: 'F6', asOf: '' },
      entries: [{ key: 'entry-1', field: 'note', raw: text, own: {}, corrects: null }],
      ...{ retract: [], prefer: {} },
    })
    const kept = () => new DraftBook({ vault, folder }).offered
    const points = await failEveryWrite(
      fault,
      async (arm) => {
        const book = new DraftBook({ vault, folder })
        await book.keep(draft('раніше'))
        arm()
        await book.keep(draft('пізніше'))
      },
      (error, nth) => {
        expectCode(fault, error, nth)
        const [found] = kept()
        expect(['раніше', 'пізніше']).toContain(found?.draft.entries[0]?.raw)
      },
    )
    expect(points).toBeGreaterThan(2)
  })

  it('the snapshot of the index costs nothing when it is not written', async () => {
    const { vault, folder } = await make(NATIVE)
    const workspace = await openWorkspace(vault)
    const record: RecordId = workspace.records.create('evidence', title).id
    const points = await failEveryWrite(
      fault,
      async (arm) => {
        arm()
        // False is its way to say that it is not in place; nobody waits for it.
        if (!(await workspace.saveIndex())) throw new Error('not in place')
      },
      (error, nth) => expect([nth, String(error)]).toEqual([nth, 'Error: not in place']),
    )
    expect(points).toBeGreaterThan(2)
    workspace.close()
    const again = await openWorkspace(await reopen(folder, NATIVE))
    expect(again.knownFromSnapshot).toBeGreaterThan(0)
    expect(JSON.stringify(again.records.get(record))).toContain('Лист')
    again.close()
  })
})
