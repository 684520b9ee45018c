/** Choosing a vault in main's dialogs: one to open, or a backup to restore first. The view never sees a path. */
import { useState } from 'react'
import type { ChosenVault } from '../../shared/contract/session.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { call } from '../shared/bridge/client.ts'

export interface GoTo {
  readonly create: () => void
  /** Makes a key file for a vault that is somewhere else. */
  readonly keyFile: () => void
  /** `restored`: from a backup just now, with the files that it no longer had whole. */
  readonly vault: (vault: ChosenVault, restored?: readonly string[]) => void
}

export interface ChoiceFailure {
  readonly code: ErrorCode
  /** The folder's name, when one was chosen. */
  readonly name: string | undefined
}

export function useVaultChoice(goTo: GoTo) {
  const [busy, setBusy] = useState<'choosing' | 'restoring'>()
  const [failure, setFailure] = useState<ChoiceFailure>()

  const open = async () => {
    setBusy('choosing')
    setFailure(undefined)
    const answer = await call('session.chooseFolder', { for: 'open' })
    setBusy(undefined)
    if (!answer.ok) return setFailure({ code: answer.error.code, name: undefined })
    if (answer.value === null) return
    const { isVault, ...vault } = answer.value
    const { name } = vault
    if (isVault) goTo.vault(vault)
    else setFailure({ code: 'not_a_vault', name })
  }

  const restore = async () => {
    setBusy('restoring')
    setFailure(undefined)
    const answer = await call('vault.restoreBackup')
    setBusy(undefined)
    if (answer.ok) {
      if (answer.value) {
        const { token, name, damaged } = answer.value
        goTo.vault({ token, name, rekeyCutOff: false }, damaged)
      }
    } else if (answer.error.code !== 'cancelled') {
      setFailure({ code: answer.error.code, name: undefined })
    }
  }

  return { busy, failure, open, restore }
}
