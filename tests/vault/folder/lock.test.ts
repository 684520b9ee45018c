/** One writer per folder, across processes; a crashed holder never keeps a vault closed. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { lockFolder, lockIdentity } from '../../../electron/vault/folder/lock.ts'
import { child } from '../../support/coreChild.ts'
import {
  failure,
  failureCode,
  make,
  NATIVE,
  reopen,
  tempFolder,
  WASM,
} from '../../support/coreVault.ts'

const secret = (byte: number) => Secret.fromBytes(Buffer.alloc(32, byte))
const identity = (byte = 1, now = Date.now()) => lockIdentity(NATIVE, secret(byte), now)
const lockPath = () => join(tempFolder(), 'lock')

describe('the folder lock', () => {
  it('is held against another process, which learns who holds it and since when', async () => {
    const path = lockPath()
    const before = Date.now()
    const holder = child('holdLock', path, '1')
    expect(await holder.says('held')).toBe(true)
    for (const [byte, sameDevice] of [
      [1, true],
      [2, false],
    ] as const) {
      const error = await failure(() => lockFolder(path, identity(byte)))
      expect(error.code).toBe('vault_in_use')
      expect(error.details).toMatchObject({ pid: holder.pid, sameDevice })
      const since = Number(error.details?.since)
      expect(since).toBeGreaterThanOrEqual(before)
      expect(since).toBeLessThanOrEqual(Date.now())
    }
    holder.process.stdin?.write('end\n')
    await holder.ended
    lockFolder(path, identity()).release()
  })

  it('is free at once when its holder was killed', async () => {
    const path = lockPath()
    const holder = child('holdLock', path)
    expect(await holder.says('held')).toBe(true)
    expect(await failureCode(() => lockFolder(path, identity()))).toBe('vault_in_use')
    holder.process.kill('SIGKILL')
    expect((await holder.ended).signal).toBe('SIGKILL')
    lockFolder(path, identity()).release()
  })

  it('is taken by exactly one of many that try at once', async () => {
    const path = lockPath()
    const all = Array.from({ length: 6 }, () => child('holdLock', path))
    // The losers end with an error; the winner goes on until it is told.
    const won = await Promise.all(
      all.map(async (one) => {
        const held = await Promise.race([one.says('held'), one.ended.then(() => false)])
        return held ? one : undefined
      }),
    )
    const winners = won.filter((one) => one !== undefined)
    expect(winners).toHaveLength(1)
    const error = await failure(() => lockFolder(path, identity()))
    expect(error.details?.pid).toBe(winners[0]?.pid)
  })

  it('is held within one process too, and again free after its release', async () => {
    const path = lockPath()
    const lock = lockFolder(path, identity(1, 1234))
    const error = await failure(() => lockFolder(path, identity()))
    expect(error.details).toEqual({ pid: process.pid, since: 1234, sameDevice: true })
    // A refused attempt takes nothing from the holder.
    const other = child('holdLock', path)
    expect((await other.ended).errors).toContain('vault_in_use')
    lock.release()
    lockFolder(path, identity()).release()
  })

  it('says nothing of its last holder once it was released', () => {
    const path = lockPath()
    const own = identity()
    lockFolder(path, own).release()
    expect(readFileSync(path).includes(Buffer.from(own.device))).toBe(false)
    expect(readdirSync(join(path, '..'))).toEqual(['lock'])
  })

  it('is made anew when its file was cut short or is something else', () => {
    for (const bytes of [Buffer.from('x'.repeat(5000)), Buffer.alloc(0), Buffer.alloc(100, 1)]) {
      const path = lockPath()
      writeFileSync(path, bytes)
      lockFolder(path, identity()).release()
    }
  })

  it('names a machine by a pseudonym', () => {
    expect(identity(1).device).toMatch(/^[0-9a-f]{16}$/)
    expect(identity(1).device).toBe(lockIdentity(WASM, secret(1), 0).device)
    expect(identity(1).device).not.toBe(identity(2).device)
  })
})

describe('a vault', () => {
  it('is opened for writing once, and for reading as often as wanted', async () => {
    const { vault, folder } = await make(NATIVE)
    const error = await failure(() => reopen(folder, NATIVE))
    expect(error.details).toMatchObject({ pid: process.pid, sameDevice: true })
    await reopen(folder, NATIVE, { readOnly: true })
    await reopen(folder, WASM, { readOnly: true })
    vault.ledger.append([{ op: 'note.add', body: 1 }])
    vault.close()
    await reopen(folder, NATIVE)
  })

  it('is free again after a wrong passphrase', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    expect(await failureCode(() => reopen(folder, NATIVE, { passphrase: 'x' }))).toBe(
      'wrong_passphrase',
    )
    await reopen(folder, NATIVE)
  })
})
