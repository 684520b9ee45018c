/**
 * The old vault during a re-key: open for reading, and locked, so that nobody writes to it meanwhile. Only in
 * custodian mode something is written to it: that its compartment was opened, and why.
 */
import { resolve } from 'node:path'
import { VaultError } from '../../../shared/errors.ts'
import { vaultPaths } from '../folder/layout.ts'
import { lockFolder, lockIdentity } from '../folder/lock.ts'
import { openSession } from '../session/openVault.ts'
import type { SessionState } from '../session/sessionState.ts'
import { VaultSession } from '../session/vaultSession.ts'
import type { RekeyOptions } from './types.ts'

export interface Source {
  readonly state: SessionState
  readonly isInCustody: boolean
  close(): void
}

/** Errors: those of opening a vault and its compartment; `custodian_closed` when nothing is given that opens it. */
export async function openSource(options: RekeyOptions): Promise<Source> {
  const { folder, credential, deviceSecret, sodium, policy, now = Date.now, custody } = options
  const rest = { deviceSecret, sodium, now, ...(policy ? { policy } : {}) }
  const toWrite = custody !== undefined
  const lock = toWrite
    ? undefined
    : lockFolder(vaultPaths(resolve(folder)).lock, lockIdentity(sodium, deviceSecret, now()))
  try {
    const opened = await openSession({ folder, credential, readOnly: !toWrite, ...rest })
    const session = new VaultSession(opened.state, opened.notices, () => {
      opened.release()
      lock?.release()
    })
    try {
      const isInCustody = session.custody.status().mode === 'custodian'
      if (isInCustody && !custody) throw new VaultError('custodian_closed')
      if (!isInCustody && custody) throw new VaultError('bad_input', { custodianMode: false })
      if (custody) await session.custody.open(custody.credential, custody.request)
      return { state: opened.state, isInCustody, close: () => session.close() }
    } catch (error) {
      session.close()
      throw error
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}
