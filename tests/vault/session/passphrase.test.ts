/** Changing what opens a vault: at no moment, and after no interruption, is anyone locked out. */
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { parseHeader } from '../../../electron/vault/header/header.ts'
import type { OpenVault } from '../../../electron/vault/session/session.ts'
import { MAX_LABEL_BYTES } from '../../../electron/vault/session/slotDirectory.ts'
import { child } from '../../support/coreChild.ts'
import {
  eachPair,
  failureCode,
  make,
  NATIVE,
  PASSPHRASE,
  readAll,
  reopen,
  tamper,
} from '../../support/coreVault.ts'

const secret = (text: string) => Secret.fromText(text)
const NEXT = 'новий пароль 8'
const headerOf = (folder: string) =>
  parseHeader(NATIVE, readFileSync(join(folder, 'header'))).header
const opens = async (folder: string, passphrase: string, sodium = NATIVE): Promise<boolean> => {
  try {
    ;(await reopen(folder, sodium, { passphrase, readOnly: true })).close()
    return true
  } catch (error) {
    expect(await failureCode(() => Promise.reject(error))).toBe('wrong_passphrase')
    return false
  }
}
const kinds = (vault: OpenVault) => vault.slots().map(({ kind }) => kind)

eachPair('a changed passphrase', ({ writer, reader }) => {
  it('opens, the old one no longer does, and the recovery code still does', async () => {
    const { vault, folder, recoveryCode } = await make(writer)
    await vault.changePassphrase(secret(PASSPHRASE), secret(NEXT))
    expect(kinds(vault).sort()).toEqual(['passphrase', 'recovery'])
    vault.close()
    expect(await opens(folder, NEXT, reader)).toBe(true)
    expect(await opens(folder, PASSPHRASE, reader)).toBe(false)
    expect(await opens(folder, recoveryCode, reader)).toBe(true)
    const again = await reopen(folder, reader, { passphrase: NEXT })
    expect(again.notices).toEqual([])
    expect(again.slots().filter(({ current }) => current)).toHaveLength(1)
    const entries = (await readAll(again)) as { op: string; body: unknown }[]
    expect(entries.filter(({ op }) => op === 'slot.changed').map(({ body }) => body)).toEqual([
      { generation: 2, added: 2, kind: 'passphrase' },
      { generation: 3, dropped: [0] },
    ])
    expect((await again.ledger.verify({ signatures: true })).ok).toBe(true)
  })
})

describe('a change that is cut off', () => {
  const steps = ['none', 'added', 'added copy', 'proven', 'dropped', 'dropped copy']
  it.each(steps)('after “%s” leaves a vault that opens', async (step) => {
    const { vault, folder, recoveryCode } = await make(NATIVE)
    vault.close()
    const killed = await child('changePassphrase', folder, PASSPHRASE, NEXT, step).ended
    expect([killed.signal, killed.output, killed.errors]).toEqual(['SIGKILL', '', ''])
    const oldWorks = steps.indexOf(step) < steps.indexOf('dropped')
    const newWorks = step !== 'none'
    expect(await opens(folder, PASSPHRASE)).toBe(oldWorks)
    expect(await opens(folder, NEXT)).toBe(newWorks)
    expect(await opens(folder, recoveryCode)).toBe(true)

    // Opened with the new one, the change is finished; both header copies are alike again.
    const passphrase = newWorks ? NEXT : PASSPHRASE
    const session = await reopen(folder, NATIVE, { passphrase })
    expect(session.notices.includes('passphrase_change_finished')).toBe(oldWorks && newWorks)
    expect(kinds(session).sort()).toEqual(['passphrase', 'recovery'])
    expect((await session.ledger.verify({ signatures: true })).ok).toBe(true)
    session.close()
    expect(await opens(folder, PASSPHRASE)).toBe(!newWorks)
    expect((await reopen(folder, NATIVE, { passphrase })).notices).toEqual([])
  })

  it('and opened with the old one keeps both and says so, until it is changed again', async () => {
    const { vault, folder } = await make(NATIVE)
    vault.close()
    await child('changePassphrase', folder, PASSPHRASE, NEXT, 'added copy').ended
    const session = await reopen(folder, NATIVE)
    expect(session.notices).toEqual(['passphrase_change_unfinished'])
    await session.changePassphrase(secret(PASSPHRASE), secret('third'))
    expect(kinds(session).sort()).toEqual(['passphrase', 'recovery'])
    session.close()
    expect(await opens(folder, PASSPHRASE)).toBe(false)
    expect(await opens(folder, NEXT)).toBe(false)
    expect(await opens(folder, 'third')).toBe(true)
  })

  it('and opened from an older copy of the header says that a change may be missing', async () => {
    const { vault, folder } = await make(NATIVE)
    const old = join(folder, '..', 'old-header')
    copyFileSync(join(folder, 'header'), old)
    await vault.changePassphrase(secret(PASSPHRASE), secret(NEXT))
    vault.close()
    copyFileSync(old, join(folder, 'header'))
    const repaired = await reopen(folder, NATIVE, { passphrase: NEXT })
    expect(repaired.notices).toEqual(['header_copy_repaired'])
    repaired.close()
    copyFileSync(old, join(folder, 'header'))
    tamper(folder, (db) => db.exec("UPDATE header SET bytes = x'00'"))
    const session = await reopen(folder, NATIVE)
    expect(session.notices).toEqual(['header_copy_used', 'header_copy_older'])
    session.close()
    expect((await reopen(folder, NATIVE)).notices).toEqual([])
  })
})

describe('slots', () => {
  it('need someone who can open one', async () => {
    const { vault } = await make(NATIVE)
    const wrong = secret('wrong')
    const attempts = [
      () => vault.changePassphrase(wrong, secret(NEXT)),
      () => vault.addPassphrase(wrong, secret(NEXT), ''),
      () => vault.replaceRecoveryCode(wrong),
      () => vault.removeSlot(wrong, 0),
    ]
    for (const attempt of attempts) expect(await failureCode(attempt)).toBe('wrong_passphrase')
    expect(kinds(vault)).toEqual(['passphrase', 'recovery'])
    const empty = () => vault.changePassphrase(secret(PASSPHRASE), secret(''))
    expect(await failureCode(empty)).toBe('passphrase_too_weak')
  })

  it('can be given the passphrase they have already', async () => {
    const { vault, folder } = await make(NATIVE)
    await vault.changePassphrase(secret(PASSPHRASE), secret(PASSPHRASE), 'sensitive')
    expect(kinds(vault).sort()).toEqual(['passphrase', 'recovery'])
    vault.close()
    expect(await opens(folder, PASSPHRASE)).toBe(true)
  })

  it('let the recovery code replace a forgotten passphrase', async () => {
    const { vault, folder, recoveryCode } = await make(NATIVE)
    vault.close()
    const session = await reopen(folder, NATIVE, { passphrase: recoveryCode })
    await session.changePassphrase(secret(recoveryCode), secret(NEXT))
    expect(kinds(session).sort()).toEqual(['passphrase', 'recovery'])
    session.close()
    expect(await opens(folder, PASSPHRASE)).toBe(false)
    expect(await opens(folder, NEXT)).toBe(true)
    expect(await opens(folder, recoveryCode)).toBe(true)
  })

  it('keep other people’s passphrases when the recovery code adds one', async () => {
    const { vault, folder, recoveryCode } = await make(NATIVE)
    await vault.addPassphrase(secret(PASSPHRASE), secret('second'), 'Друга людина')
    await vault.changePassphrase(secret(recoveryCode), secret(NEXT))
    expect(kinds(vault).filter((kind) => kind === 'passphrase')).toHaveLength(3)
    vault.close()
    for (const passphrase of [PASSPHRASE, 'second', NEXT]) {
      expect(await opens(folder, passphrase)).toBe(true)
    }
  })

  it('replace the recovery code', async () => {
    const { vault, folder, recoveryCode } = await make(NATIVE)
    const code = await vault.replaceRecoveryCode(secret(PASSPHRASE))
    vault.close()
    expect(await opens(folder, recoveryCode)).toBe(false)
    expect(await opens(folder, code)).toBe(true)
  })

  it('are eight, and the last one stays', async () => {
    const { vault, folder } = await make(NATIVE)
    const add = (n: number) => vault.addPassphrase(secret(PASSPHRASE), secret(`p${n}`), `n${n}`)
    for (let n = 3; n <= 8; n += 1) await add(n)
    expect(await failureCode(() => add(9))).toBe('conflict')
    const change = () => vault.changePassphrase(secret(PASSPHRASE), secret(NEXT))
    expect(await failureCode(change)).toBe('conflict')
    expect(vault.slots()).toHaveLength(8)
    for (let index = 1; index < 8; index += 1) await vault.removeSlot(secret(PASSPHRASE), index)
    expect(await failureCode(() => vault.removeSlot(secret(PASSPHRASE), 0))).toBe('conflict')
    expect(await failureCode(() => vault.removeSlot(secret(PASSPHRASE), 5))).toBe('not_found')
    vault.close()
    expect(await opens(folder, PASSPHRASE)).toBe(true)
    expect(await opens(folder, 'p8')).toBe(false)
  })

  it('keep their labels, cut at a whole character', async () => {
    const { vault, folder } = await make(NATIVE)
    const label = 'Її'.repeat(30)
    await vault.addPassphrase(secret(PASSPHRASE), secret('x'), label)
    vault.close()
    const session = await reopen(folder, NATIVE)
    const kept = session.slots()[2]?.label ?? ''
    expect(label.startsWith(kept)).toBe(true)
    expect(Buffer.byteLength(kept)).toBe(MAX_LABEL_BYTES - (MAX_LABEL_BYTES % 2))
  })

  it('look alike from outside: only what was touched changes between two headers', async () => {
    const { vault, folder } = await make(NATIVE)
    const before = headerOf(folder)
    await vault.addPassphrase(secret(PASSPHRASE), secret('x'), '')
    const added = headerOf(folder)
    const changed = (one: typeof before, other: typeof before) =>
      one.slots.flatMap((slot, index) =>
        slot.box.equals(other.slots[index]?.box ?? slot.nonce) ? [] : [index],
      )
    expect(changed(before, added)).toEqual([2])
    await vault.removeSlot(secret(PASSPHRASE), 2)
    const removed = headerOf(folder)
    expect(changed(added, removed)).toEqual([2])
    for (const header of [before, added, removed]) {
      expect(new Set(header.slots.map(({ cost }) => JSON.stringify(cost))).size).toBe(1)
      expect(new Set(header.slots.map(({ box }) => box.toString('hex'))).size).toBe(8)
    }
    // A dropped slot is gone from every file, the log included.
    const dropped = added.slots[2]?.box ?? Buffer.alloc(0)
    for (const name of ['vault.db', 'vault.db-wal', 'header']) {
      expect(readFileSync(join(folder, name)).includes(dropped)).toBe(false)
    }
  })

  it('open with a higher cost than the others have', async () => {
    const { vault, folder, recoveryCode } = await make(NATIVE)
    await vault.changePassphrase(secret(PASSPHRASE), secret(NEXT), 'sensitive')
    vault.close()
    expect(new Set(headerOf(folder).slots.map(({ cost }) => cost.ops))).toEqual(new Set([1, 2]))
    for (const [passphrase, right] of [
      [NEXT, true],
      [recoveryCode, true],
      ['x', false],
    ] as const) {
      expect(await opens(folder, passphrase)).toBe(right)
    }
  })
})
