/** The world fails at any point: what was acknowledged is there, what was not is not, and the vault opens. */
import { describe, expect, it } from 'vitest'
import { deriveDeviceKey } from '../../../electron/vault/crypto/deviceKey.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { openDatabase } from '../../../electron/vault/db/sqlite.ts'
import { VaultDb } from '../../../electron/vault/db/vaultDb.ts'
import { vaultPaths } from '../../../electron/vault/folder/layout.ts'
import { openLedger } from '../../../electron/vault/session/openLedger.ts'
import { openSession } from '../../../electron/vault/session/openVault.ts'
import { child } from '../../support/coreChild.ts'
import {
  DEVICE,
  failureCode,
  make,
  NATIVE,
  PASSPHRASE,
  readAll,
  recordId,
  reopen,
  tempFolder,
} from '../../support/coreVault.ts'
import { canMount, onOwnDisk } from '../../support/ownDisk.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'

describe('a killed program', () => {
  it('loses no acknowledged save, whenever it is killed', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    let known = 2
    for (const saves of [1, 7, 40]) {
      const writer = child('appendUntilKilled', folder, PASSPHRASE)
      await writer.says(String(known + 1 + saves))
      writer.process.kill('SIGKILL')
      const acknowledged = (await writer.ended).output.trim().split('\n').map(Number)
      const session = await reopen(folder, NATIVE)
      // At most one more than was acknowledged: the one whose acknowledgement was under way.
      const stored = session.ledger.head().seq - 1
      expect(stored - (acknowledged.at(-1) ?? 0)).toBeLessThanOrEqual(1)
      expect(stored).toBeGreaterThanOrEqual(acknowledged.at(-1) ?? Number.POSITIVE_INFINITY)
      expect((await session.ledger.verify({ signatures: true })).ok).toBe(true)
      known = session.ledger.head().seq
      session.close()
    }
  })
})

describe.skipIf(!canMount)('a disk of its own', () => {
  it('that fills up in the middle of a save loses nothing, and works again with room', () => {
    const result = onOwnDisk(tempFolder(), '3m', [{ script: 'fullDisk' }]) as {
      afterFull: { acknowledged: number; head: number }
      afterChange: { head: number }
      before: number
    }
    const { acknowledged } = result.afterFull
    expect(acknowledged).toBeGreaterThan(5)
    expect(result).toMatchObject({
      afterFull: {
        saved: 'disk_full',
        head: acknowledged,
        entries: acknowledged,
        ok: true,
      },
      afterLarge: { saved: 'disk_full', head: acknowledged },
      // The first step of the change may have found room; then the old passphrase still opens all the same.
      afterChange: { change: 'disk_full', inTheLog: 'disk_full' },
      opened: 'disk_full',
      readOnly: { entries: result.afterChange.head },
    })
    expect(result.before).toBe(result.afterChange.head + 1)
  })

  it('that a bulk does not fit on keeps nothing of it, and takes it once there is room', () => {
    const result = onOwnDisk(tempFolder(), '12m', [{ script: 'bulkFullDisk' }]) as {
      before: { head: number }
    }
    const { head } = result.before
    expect(result).toMatchObject({
      bulk: 'disk_full',
      after: { head, first: 'unknown', ok: true },
      save: 'done',
      again: 'done',
      last: { head: head + 1 + 1200, first: 'known', ok: true },
    })
  })

  it('that is read-only says so, and is read all the same, entries in the log included', () => {
    const result = onOwnDisk(tempFolder(), '16m', [
      { script: 'readOnlyDisk', args: ['prepare'] },
      { script: 'readOnlyDisk', args: ['check'], readOnly: true },
    ])
    expect(result).toEqual({
      create: 'read_only',
      closed: ['read_only', 3, 3],
      killed: ['read_only', 3, 3],
    })
  })
})

describe('a save that SQLite refuses', () => {
  it('leaves ledger, keys and disk as they were, and the next one works', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    const connection = openDatabase(vaultPaths(folder).database)
    const db = VaultDb.over(connection, 'write')
    const session = await openSession({
      folder,
      credential: Secret.fromText(PASSPHRASE),
      deviceSecret: Secret.fromBytes(DEVICE),
      sodium: NATIVE,
      policy: WEAK_KDF,
      readOnly: true,
    })
    const { rootKey, header } = session.state
    const device = deriveDeviceKey(NATIVE, rootKey.bytes, header.vaultId, Secret.fromBytes(DEVICE))
    const ledger = await openLedger({
      sodium: NATIVE,
      db,
      vaultId: header.vaultId,
      rootKey,
      device,
      closedCompartments: [],
      tolerated: undefined,
      now: Date.now,
    })
    const before = ledger.head()
    const pages = Number(connection.pragma('page_count', { simple: true }))
    connection.pragma(`max_page_count = ${pages}`)
    const large = () =>
      ledger.append([{ op: 'record.set', record: recordId(1), body: 'x'.repeat(200_000) }])
    expect(await failureCode(large)).toBe('disk_full')
    expect(ledger.head()).toEqual(before)
    expect(ledger.recordState(recordId(1))).toBe('unknown')
    expect((await ledger.verify({ signatures: true })).ok).toBe(true)
    connection.pragma('max_page_count = 1000000')
    expect(large()[0]?.seq).toBe(before.seq + 1)
    db.close()
    session.release()
    expect(await readAll(await reopen(folder, NATIVE))).toHaveLength(4)
  })
})
