/** Handlers of the calls about re-keying a vault that is closed (shared/contract/rekey.ts). */
import { codeLanguageFor } from '../../../shared/contract/keys.ts'
import type { rekeyCalls } from '../../../shared/contract/rekey.ts'
import { Secret } from '../../vault/crypto/secret.ts'
import { rekeyInThread } from '../../vault/rekey/rekeyThread.ts'
import { discardRekey } from '../../vault/rekey/rekeyVault.ts'
import { openVault } from '../../vault/session/session.ts'
import type { App } from '../app.ts'
import { doorOf } from '../door.ts'
import type { Handlers } from '../gate.ts'

export function rekeyHandlers(app: App): Pick<Handlers, keyof typeof rekeyCalls> {
  const { folders, headsFolder, meter, session, settings, sodium, tries } = app
  const { openOnce, tellProgress } = doorOf(app)
  const policy = app.kdfPolicy ? { policy: app.kdfPolicy } : {}
  let running: AbortController | undefined
  const begin = (): AbortController => {
    running = new AbortController()
    return running
  }

  return {
    'vault.rekey': async ({ folder: token, current, next, kdf }) => {
      const folder = folders.resolve(token)
      // Before anything is waited for: from now on the page offers to stop.
      const { signal } = begin()
      const credential = Secret.fromText(current)
      const passphrase = Secret.fromText(next)
      const deviceSecret = app.deviceSecret()
      try {
        await meter.require(next)
        const done = await tries.attempt(() =>
          rekeyInThread({
            ...{ folder, credential, passphrase, kdf, deviceSecret, sodium, ...policy },
            recoveryLanguage: codeLanguageFor(settings.get().language),
            onProgress: tellProgress('rekeying'),
            signal,
          }),
        )
        await openOnce(() =>
          openVault({
            ...{ folder, credential: passphrase, deviceSecret, headsFolder, sodium },
            ...policy,
          }),
        )
        settings.rememberVault(folder)
        session.holdRecoveryCode(done.recoveryCode)
        const { recoveryCode, entries, objects, before, notKept } = done
        return { recoveryCode, entries, objects, before, notKept }
      } finally {
        running = undefined
        for (const secret of [credential, passphrase, deviceSecret]) secret.wipe()
      }
    },

    'vault.cancelRekey': () => {
      running?.abort()
      return {}
    },

    'vault.discardRekey': ({ folder }) => {
      const deviceSecret = app.deviceSecret()
      try {
        discardRekey({ folder: folders.resolve(folder), sodium, deviceSecret })
      } finally {
        deviceSecret.wipe()
      }
      return {}
    },
  }
}
