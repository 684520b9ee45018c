import { describe, expect, it } from 'vitest'
import { AppSession } from '../../electron/ipc/appSession.ts'
import type { Workspace } from '../../electron/vault/workspace.ts'
import { VaultError } from '../../shared/errors.ts'

function workspaceOf() {
  const counter = { closed: 0 }
  const close = () => {
    counter.closed += 1
  }
  const workspace = { close } as unknown as Workspace
  return { workspace, counter }
}
const held = <T>() => {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

describe('the lock state', () => {
  it('goes from locked through nothing to unlocked', async () => {
    let changes = 0
    const session = new AppSession(() => {
      changes += 1
    })
    const { workspace } = workspaceOf()
    const opening = held<Workspace>()
    expect(session.lockState).toBe('locked')
    const opened = session.open(() => opening.promise)
    expect(session.lockState).toBeUndefined()
    opening.resolve(workspace)
    expect(await opened).toBe(workspace)
    expect(session.lockState).toBe('unlocked')
    expect(session.workspace).toBe(workspace)
    expect(changes).toBe(1)
  })

  it('goes back to locked when the opening failed', async () => {
    const session = new AppSession()
    await expect(
      session.open(() => Promise.reject(new VaultError('wrong_passphrase'))),
    ).rejects.toMatchObject({ code: 'wrong_passphrase' })
    expect(session.lockState).toBe('locked')
    expect(() => session.workspace).toThrow('wrong_lock_state')
  })

  it('lets one vault be opened at a time, and none after another', async () => {
    const session = new AppSession()
    const opening = held<Workspace>()
    const first = session.open(() => opening.promise)
    const refused = { code: 'wrong_lock_state' }
    await expect(session.open(async () => workspaceOf().workspace)).rejects.toMatchObject(refused)
    opening.resolve(workspaceOf().workspace)
    await first
    await expect(session.open(async () => workspaceOf().workspace)).rejects.toMatchObject(refused)
  })
})

describe('the end', () => {
  it('lets no call through while the vault is still open for what is stopping', async () => {
    const session = new AppSession()
    const { workspace, counter } = workspaceOf()
    await session.open(async () => workspace)
    session.beginEnd()
    expect(session.lockState).toBeUndefined()
    expect(() => session.workspace).toThrow('wrong_lock_state')
    expect(counter.closed).toBe(0)
    session.end()
    session.end()
    expect(counter.closed).toBe(1)
    expect(session.lockState).toBeUndefined()
  })

  it('closes a vault that comes out of its opening afterwards', async () => {
    const session = new AppSession()
    const { workspace, counter } = workspaceOf()
    const opening = held<Workspace>()
    const opened = session.open(() => opening.promise)
    session.end()
    opening.resolve(workspace)
    await expect(opened).rejects.toMatchObject({ code: 'cancelled' })
    expect(counter.closed).toBe(1)
  })

  it('is not undone by an opening that fails afterwards', async () => {
    const session = new AppSession()
    const failed = session.open(async () => {
      session.beginEnd()
      throw new VaultError('wrong_passphrase')
    })
    await expect(failed).rejects.toThrow()
    expect(session.lockState).toBeUndefined()
  })
})

describe('the recovery code', () => {
  it('is held until it is forgotten, and wiped then', async () => {
    const session = new AppSession()
    session.holdRecoveryCode('abandon ability')
    const code = session.recoveryCode
    expect(code?.bytes.toString()).toBe('abandon ability')
    const bytes = code?.bytes
    session.forgetRecoveryCode()
    expect(session.recoveryCode).toBeUndefined()
    expect([...(bytes ?? [1])].every((byte) => byte === 0)).toBe(true)
  })

  it('is wiped by the end', () => {
    const session = new AppSession()
    session.holdRecoveryCode('abandon ability')
    const code = session.recoveryCode
    session.end()
    expect(code?.isWiped).toBe(true)
  })
})
