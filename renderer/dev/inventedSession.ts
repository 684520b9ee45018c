/** Invented answers about the vault as a whole. */
import { VaultError } from '../../shared/errors.ts'
import type { RecordId } from '../../shared/ids.ts'
import type { DoubleHandlers } from '../shared/bridge/double.ts'

const HOUR = 3_600_000
const TOKEN = 'a'.repeat(32)

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export const inventedSession = (state: string): DoubleHandlers => ({
  'session.info': () => ({
    vaultId: '0'.repeat(32),
    name: 'Qırım arhivi.emanet',
    counts:
      state === 'empty'
        ? {
            person: 0,
            witness: 0,
            witnessIdentity: 0,
            case: 0,
            incident: 0,
            facility: 0,
            stay: 0,
            source: 0,
            organisation: 0,
            evidence: 0,
            dossier: 0,
          }
        : {
            person: 300,
            witness: 14,
            witnessIdentity: 9,
            case: 61,
            incident: 412,
            facility: 38,
            stay: 655,
            source: 127,
            organisation: 12,
            evidence: 5,
            dossier: 3,
          },
    entries: 10_482,
    head: '5f1c'.repeat(16),
    slotsInUse: 2,
    openedWith: state === 'recovery' ? 'recovery' : 'passphrase',
    notices: state === 'notices' ? ['header_copy_used', 'runtime_out_of_support'] : [],
    lastBackupAt: state === 'empty' ? null : Date.now() - 50 * HOUR,
  }),
  'drafts.offered': () => ({
    drafts:
      state === 'drafts'
        ? [
            {
              id: '1'.repeat(32),
              kind: 'person',
              record: '2'.repeat(32) as RecordId,
              about: null,
              title: 'Вигаданий Ельдар Серверович',
              at: Date.now() - HOUR,
            },
            {
              id: '3'.repeat(32),
              kind: 'source',
              record: null,
              about: null,
              title: null,
              at: Date.now() - 2 * HOUR,
            },
          ]
        : [],
    lost: state === 'drafts',
  }),
  'drafts.keep': () => ({}),
  'drafts.drop': () => ({}),
  'clipboard.copy': () => ({}),
  'clipboard.copied': () => ({}),
  'session.lock': async () => {
    await sleep(1500)
    return {}
  },
  'session.openPassphraseWindow': () => ({}),
  'session.start': () => ({
    state: state === 'change' ? 'unlocked' : 'locked',
    vault: state === 'first' ? null : { token: TOKEN, name: 'Qırım arhivi.emanet' },
    purpose: state === 'change' ? 'changePassphrase' : 'unlock',
    notices: state === 'notices' ? ['runtime_out_of_support', 'wasm_crypto'] : [],
  }),
  'session.chooseFolder': ({ for: purpose }) => ({
    token: TOKEN,
    name: purpose === 'create' ? 'Yañı arhiv.emanet' : 'Qırım arhivi.emanet',
    isVault: purpose === 'open',
  }),
  'passphrase.strength': ({ passphrase }) => {
    const log10Seconds = passphrase.length * 0.62 - 2
    return {
      score: Math.max(0, Math.min(4, Math.floor(passphrase.length / 5))),
      log10Seconds,
      acceptable: passphrase.length >= 16,
    }
  },
  'vault.create': async () => {
    await sleep(900)
    return {
      recoveryCode:
        'abandon ability able about above absent absorb abstract absurd abuse access accident',
    }
  },
  'vault.keepRecoveryCode': () => ({ kept: true }),
  'vault.unlock': async ({ passphrase }) => {
    await sleep(700)
    if (passphrase === 'used') {
      throw new VaultError('vault_in_use', { host: 'ofis-2', since: Date.now() - 2 * HOUR })
    }
    if (passphrase === 'damaged') throw new VaultError('header_damaged')
    if (passphrase === 'newer') throw new VaultError('newer_format', { version: 2 })
    if (passphrase.length < 16) throw new VaultError('wrong_passphrase')
    return { notices: [] }
  },
  'vault.enter': () => ({}),
  'vault.changePassphrase': async ({ current }) => {
    await sleep(900)
    if (current.length < 16) throw new VaultError('wrong_passphrase')
    return {}
  },
  'vault.restoreBackup': () => ({ token: TOKEN, name: 'Qırım arhivi.emanet' }),
})
