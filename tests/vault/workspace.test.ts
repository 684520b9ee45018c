import { readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyBackup } from '../../electron/vault/backup/verifyBackup.ts'
import { objectPath } from '../../electron/vault/folder/layout.ts'
import { openWorkspace } from '../../electron/vault/workspace.ts'
import {
  failureCode,
  flipByte,
  make,
  makeFilled,
  NATIVE,
  reopen,
  tamper,
} from '../support/coreVault.ts'
import { writeTestFile } from './evidence/support.ts'
import {
  adding,
  makeWorkspace,
  name,
  person,
  reopenWorkspace,
  state,
  statement,
  titles,
} from './records/support.ts'

describe('a workspace', () => {
  it('reopens to what was saved', async () => {
    const { workspace, folder } = await makeWorkspace()
    const id = person(workspace, 'Особа', 'Особа-друга')
    const before = state(workspace, id)
    workspace.close()
    const again = await reopenWorkspace(folder)
    expect(state(again, id)).toEqual(before)
    expect(again.search.query('Osoba', 5)).toMatchObject([{ id, title: 'Особа' }])
  })

  it('says how far it is', async () => {
    const { workspace, folder } = await makeWorkspace()
    workspace.records.createMany(
      Array.from({ length: 40 }, (_, number) => ({
        id: `${number + 1}`.padStart(32, '0') as ReturnType<typeof person>,
        kind: 'person' as const,
        change: adding(name(`Особа ${number}`)),
      })),
    )
    workspace.close()
    const told: [number, number][] = []
    const again = await openWorkspace(await reopen(folder, NATIVE), {
      onProgress: (done, total) => told.push([done, total]),
    })
    expect(titles(again)).toHaveLength(40)
    expect(told.length).toBeGreaterThan(0)
    for (const [done, total] of told) expect(done).toBeLessThanOrEqual(total)
    const entries = again.vault.ledger.head().seq
    expect(told.at(-1)).toEqual([entries, entries])
    again.close()
  })

  it('does not open over a damaged ledger, and frees the vault then', async () => {
    const folder = await makeFilled(NATIVE, 6)
    tamper(folder, (connection) => {
      const row = connection.prepare('SELECT box FROM ledger WHERE seq = 5').get() as {
        box: Buffer
      }
      connection.prepare('UPDATE ledger SET box = ? WHERE seq = 5').run(flipByte(row.box, 20))
    })
    const open = async () => openWorkspace(await reopen(folder, NATIVE))
    expect(await failureCode(open)).toBe('ledger_damaged')
    expect(await failureCode(open)).toBe('ledger_damaged')
  })

  it('can be given up while it opens', async () => {
    const { vault, folder } = await make(NATIVE)
    for (let number = 0; number < 20; number += 1) vault.ledger.append([{ op: 'x', body: {} }])
    vault.close()
    const controller = new AbortController()
    controller.abort()
    const open = async () =>
      openWorkspace(await reopen(folder, NATIVE), { signal: controller.signal })
    const outcome = await failureCode(open)
    expect(outcome).toBe('cancelled')
    ;(await openWorkspace(await reopen(folder, NATIVE))).close()
  })

  it('backs up a vault that is open for reading only', async () => {
    const { workspace, folder } = await makeWorkspace()
    workspace.close()
    const reader = await openWorkspace(await reopen(folder, NATIVE, { readOnly: true }))
    const to = join(dirname(folder), 'stick')
    const { snapshot } = await reader.backups.make(to)
    expect(reader.backups.list()).toEqual([])
    reader.close()
    expect(readdirSync(join(to, 'snapshots'))).toContain(`${snapshot}.snapshot`)
    expect((await verifyBackup({ folder: to, sodium: NATIVE, full: true })).ok).toBe(true)
  })

  it('notices by a verification that an evidence file is gone', async () => {
    const { workspace, folder } = await makeWorkspace()
    const record = workspace.records.create('evidence', adding(statement('title', 'Лист'))).id
    const path = writeTestFile(folder, 'лист')
    const { objectId } = await workspace.evidence.attachFile(record, path, { name: 'лист.txt' })
    expect(await workspace.backups.verify(false)).toMatchObject({ ok: true, objects: 1 })
    rmSync(objectPath(folder, objectId))
    const report = await workspace.backups.verify(false)
    expect(report.damaged).toEqual([{ what: 'object', id: objectId, why: 'object_missing' }])
    workspace.close()
  })

  it('closes once', async () => {
    const { workspace, folder } = await makeWorkspace()
    workspace.close()
    workspace.close()
    expect(titles(await reopenWorkspace(folder))).toEqual([])
  })
})
