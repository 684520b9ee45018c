/**
 * The vault is not in its place any more while it is open: its stick was taken out, its folder moved or removed.
 * Nothing is acknowledged then that nobody would find, nothing is made in its place, and once it is back, the same
 * session goes on.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import { vaultPaths } from '../../electron/vault/folder/layout.ts'
import { openWorkspace, type Workspace } from '../../electron/vault/workspace.ts'
import type { RecordId } from '../../shared/ids.ts'
import { failureCode, make, NATIVE, PASSPHRASE, reopen, tempFolder } from '../support/coreVault.ts'

const title = (value: string) => ({
  add: [
    {
      ...{ field: 'title', value, source: null, grade: 'F6', asOf: null },
      confidentiality: 'C1' as const,
    },
  ],
  retract: [],
  prefer: {},
})
const NEXT = 'зовсім інша довга фраза'
const by = () => Secret.fromText(PASSPHRASE)

const BULK = 3000

/** Some thousand entries in one transaction; `halfway` is done when half of them are made. */
const bulk = ({ vault }: Workspace, halfway = () => {}) =>
  vault.ledger.appendBulk(async () => ({
    entries: (function* () {
      for (let n = 0; n < BULK; n += 1) {
        if (n === BULK / 2) halfway()
        yield { op: 'backup.made', body: { n } }
      }
    })(),
  }))

async function opened() {
  const { vault, folder } = await make(NATIVE)
  const workspace = await openWorkspace(vault)
  const record = workspace.records.create('evidence', title('Перед тим')).id
  const source = join(tempFolder(), 'лист')
  writeFileSync(source, Buffer.alloc(5000, 7))
  return { workspace, folder, record, source }
}

type Work = (workspace: Workspace, record: RecordId, source: string) => unknown

const WORKS: Record<string, Work> = {
  'a save': ({ records }) => records.create('evidence', title('Після того')),
  'an import': async ({ imports }) => {
    const session = await imports.begin(Buffer.from('name_uk,facility\nВигаданий Петро,СІЗО\n'))
    try {
      await session.read(session.preview.guess)
      await session.compare()
      await session.decideOthers('same', 'new')
      await session.decideOthers('possible', 'new')
      await session.write()
    } finally {
      session.close()
    }
  },
  'an attach': ({ evidence }, record, source) =>
    evidence.attachFile(record, source, { name: 'лист' }),
  'a new recovery code': ({ vault }) => vault.replaceRecoveryCode(by()),
  'a backup': ({ backups }) => backups.make(join(tempFolder(), 'stick')),
  'an erasure': ({ records }, record) => records.erase(record, 'на прохання'),
  'a change of the passphrase': ({ vault }) => vault.changePassphrase(by(), Secret.fromText(NEXT)),
}

/** Each takes the vault's folder away and gives it back. */
const GONE: Record<string, (folder: string) => () => void> = {
  'its folder was moved': (folder) => {
    renameSync(folder, `${folder} (moved)`)
    return () => renameSync(`${folder} (moved)`, folder)
  },
  'the place where its stick was is empty': (folder) => {
    renameSync(dirname(folder), `${dirname(folder)} (stick)`)
    mkdirSync(dirname(folder))
    return () => {
      rmdirSync(dirname(folder))
      renameSync(`${dirname(folder)} (stick)`, dirname(folder))
    }
  },
  'only its database was moved': (folder) => {
    const { database } = vaultPaths(folder)
    renameSync(database, `${database}.moved`)
    return () => renameSync(`${database}.moved`, database)
  },
}

it.each(Object.keys(GONE))(
  'when %s, whatever is done says so, and works once it is back',
  async (how) => {
    const { workspace, folder, record, source } = await opened()
    for (const [name, work] of Object.entries(WORKS)) {
      const head = workspace.vault.ledger.head()
      const putBack = GONE[how]?.(folder) ?? (() => {})
      const code = await failureCode(() => work(workspace, record, source))
      // A backup opens the database anew, and finds none.
      const codes = name === 'a backup' ? ['not_a_vault', 'ledger_damaged'] : ['io_failed']
      expect([name, codes.includes(code)]).toEqual([name, true])
      expect(workspace.vault.ledger.head()).toEqual(head)
      if (how !== 'only its database was moved') expect(existsSync(folder)).toBe(false)
      putBack()
      await work(workspace, record, source)
      expect(workspace.vault.ledger.head().seq).toBeGreaterThan(head.seq)
    }
    const { seq } = workspace.vault.ledger.head()
    workspace.close()
    const again = await openWorkspace(await reopen(folder, NATIVE, { passphrase: NEXT }))
    expect(again.vault.notices).toEqual([])
    expect(again.vault.ledger.head().seq).toBe(seq + 1)
    expect((await again.backups.verify(true)).damaged).toEqual([])
    again.close()
  },
)

it('acknowledges no save behind a folder that was removed, and closes', async () => {
  const { workspace, folder } = await opened()
  rmSync(folder, { recursive: true })
  const save = () => workspace.records.create('evidence', title('Після того'))
  expect(await failureCode(save)).toBe('io_failed')
  workspace.close()
  expect(existsSync(folder)).toBe(false)
})

it('commits no bulk whose folder was moved while it was written, or another put in its place', async () => {
  for (const copies of [false, true]) {
    const { workspace, folder } = await opened()
    const { ledger } = workspace.vault
    const head = ledger.head()
    const away = () => {
      renameSync(folder, `${folder} (moved)`)
      // The thread has the one file open, and whoever comes next would open the other.
      if (copies) cpSync(`${folder} (moved)`, folder, { recursive: true })
    }
    expect([copies, await failureCode(() => bulk(workspace, away))]).toEqual([copies, 'io_failed'])
    expect(ledger.head()).toEqual(head)
    rmSync(folder, { recursive: true, force: true })
    renameSync(`${folder} (moved)`, folder)
    await bulk(workspace)
    expect(ledger.head().seq).toBe(head.seq + BULK)
    expect((await workspace.backups.verify(true)).damaged).toEqual([])
    workspace.close()
  }
})

it('acknowledges no save when an older copy was put in its place while it is open', async () => {
  const { workspace, folder } = await opened()
  const copy = join(tempFolder(), 'Copy.emanet')
  cpSync(folder, copy, { recursive: true })
  workspace.records.create('evidence', title('Новіше'))
  renameSync(folder, `${folder} (moved)`)
  cpSync(copy, folder, { recursive: true })
  const save = () => workspace.records.create('evidence', title('Після того'))
  expect(await failureCode(save)).toBe('io_failed')
  expect(await failureCode(() => bulk(workspace))).toBe('io_failed')
  rmSync(folder, { recursive: true })
  renameSync(`${folder} (moved)`, folder)
  save()
  await bulk(workspace)
  workspace.close()
})
