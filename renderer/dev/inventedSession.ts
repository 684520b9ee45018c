/** Invented answers about the vault as a whole. */
import { VaultError } from '../../shared/errors.ts'
import type { RecordId } from '../../shared/ids.ts'
import type { BridgeDouble, DoubleHandlers } from '../shared/bridge/double.ts'

const HOUR = 3_600_000
const TOKEN = 'a'.repeat(32)

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export const inventedSession = (state: string, emit: BridgeDouble['emit']): DoubleHandlers => ({
  'session.info': () => ({
    vaultId: '0'.repeat(32),
    name: 'Qırım arhivi.emanet',
    counts:
      state === 'empty'
        ? {
            person: 0,
            relation: 0,
            counsel: 0,
            consent: 0,
            proceeding: 0,
            act: 0,
            involvement: 0,
            perpetrator: 0,
            place: 0,
            health: 0,
            examination: 0,
            intervention: 0,
            exchange: 0,
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
            customField: 0,
            valueList: 0,
          }
        : {
            person: 300,
            relation: 212,
            counsel: 96,
            consent: 41,
            proceeding: 118,
            act: 260,
            involvement: 77,
            perpetrator: 54,
            place: 38,
            health: 64,
            examination: 9,
            intervention: 31,
            exchange: 12,
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
            customField: 2,
            valueList: 1,
          },
    entries: 10_482,
    head: '5f1c'.repeat(16),
    slotsInUse: 2,
    readOnly: state === 'readonly',
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
    state: state === 'change' || state.startsWith('key-') ? 'unlocked' : 'locked',
    vault:
      state === 'first'
        ? null
        : { token: TOKEN, name: 'Qırım arhivi.emanet', rekeyCutOff: state === 'rekey' },
    purpose: state === 'change' ? 'changePassphrase' : state.startsWith('key-') ? 'keys' : 'unlock',
    notices: state === 'notices' ? ['runtime_out_of_support', 'wasm_crypto'] : [],
  }),
  'session.chooseFolder': ({ for: purpose }) => ({
    token: TOKEN,
    name: purpose === 'create' ? 'Yañı arhiv.emanet' : 'Qırım arhivi.emanet',
    isVault: purpose === 'open',
    rekeyCutOff: false,
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
  'keys.chooseKeyFilePlace': () => ({ token: TOKEN, name: 'Шухляда.emanet-key' }),
  'keyFile.choosePlace': () => ({ token: TOKEN, name: 'key.emanet-key' }),
  'keyFile.make': async () => {
    await sleep(700)
    return {
      publicKey: `emanet-key1${'q9xk3p7vw2mzt5hd8cy4nf6b'.repeat(68)}`,
      fingerprint: '5f1c a07e 22d4 9b3e',
    }
  },
  'vault.chooseKeyFile': () => ({ token: TOKEN, name: 'Шухляда.emanet-key' }),
  'vault.unlock': async ({ passphrase = '' }) => {
    await sleep(700)
    if (passphrase === 'used') {
      throw new VaultError('vault_in_use', { host: 'ofis-2', since: Date.now() - 2 * HOUR })
    }
    if (passphrase === 'ledger') throw new VaultError('ledger_damaged', { seq: 812 })
    if (passphrase === 'readonly') throw new VaultError('read_only')
    if (passphrase === 'wait') throw new VaultError('wrong_passphrase', { retryAfterMs: 8000 })
    if (passphrase === 'damaged') throw new VaultError('header_damaged')
    if (passphrase === 'newer') throw new VaultError('newer_format', { version: 3 })
    if (passphrase.length < 16) throw new VaultError('wrong_passphrase')
    return { notices: [] }
  },
  'vault.enter': () => ({}),
  'vault.changePassphrase': async ({ current }) => {
    await sleep(900)
    if (current.length < 16) throw new VaultError('wrong_passphrase')
    return {}
  },
  'vault.restoreBackup': async () => {
    for (let done = 0; done <= 20; done += 1) {
      emit('session.progress', {
        step: 'restoring',
        done: done * 120_586_240,
        total: 2_411_724_800,
      })
      await sleep(120)
    }
    return {
      token: TOKEN,
      name: 'Qırım arhivi.emanet',
      files: 412,
      damaged: state === 'damaged' ? ['5f1c'.repeat(16), 'a07e'.repeat(16)] : [],
    }
  },
  'vault.cancelRestore': () => ({}),
  'vault.cancelRekey': () => ({}),
  'vault.discardRekey': () => ({}),
  'vault.rekey': async ({ current }) => {
    if (current.length < 16) throw new VaultError('wrong_passphrase')
    for (let done = 0; done <= 40; done += 1) {
      emit('session.progress', { step: 'rekeying', done: done * 60_000_000, total: 2_400_000_000 })
      await sleep(150)
    }
    return {
      recoveryCode:
        'abandon ability able about above absent absorb abstract absurd abuse access accident',
      entries: 10_482,
      objects: 412,
      before: 'Qırım arhivi.before-rekey',
      notKept: { passphrases: 2, keyFiles: 1, shares: 1 },
    }
  },
  'vault.examine': async () => {
    await sleep(700)
    return {
      entries: 10_482,
      readable: 10_475,
      damaged: [
        { from: 812, to: 812 },
        { from: 7011, to: 7016 },
      ],
      keysDamaged: false,
      endDamaged: false,
      records: { person: 299, witness: 14, case: 61, incident: 412, source: 127, evidence: 5 },
    }
  },
  'vault.readCard': async ({ text }) => {
    if (text.length < 20) throw new VaultError('card_damaged')
    return { set: 'ab'.repeat(8), number: (text.length % 5) + 1, needed: 3, made: 5 }
  },
})
