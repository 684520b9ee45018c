/** Invented answers about the keys of a vault. */
import type { KeyTask, Slot } from '../../shared/contract/keys.ts'
import type { CardSet } from '../../shared/contract/shares.ts'
import { VaultError } from '../../shared/errors.ts'
import type { DoubleHandlers } from '../shared/bridge/double.ts'

const DAY = 86_400_000

const COST = { ops: 3, memKiB: 262_144 }

const SLOTS: readonly Slot[] = [
  {
    index: 0,
    kind: 'passphrase',
    createdAt: Date.now() - 200 * DAY,
    label: '',
    current: true,
    cost: COST,
  },
  {
    index: 1,
    kind: 'recovery',
    createdAt: Date.now() - 200 * DAY,
    label: '',
    current: false,
    cost: COST,
  },
  {
    index: 2,
    kind: 'passphrase',
    createdAt: Date.now() - 31 * DAY,
    label: 'Заступниця Мар’яна, Одеса',
    current: false,
    cost: COST,
  },
  {
    index: 3,
    kind: 'keyFile',
    createdAt: Date.now() - 9 * DAY,
    label: 'Флешка в банківській скриньці',
    current: false,
    cost: null,
  },
  {
    index: 4,
    kind: 'shares',
    createdAt: Date.now() - 3 * DAY,
    label: '3 / 5',
    current: false,
    cost: COST,
  },
]

const CARD_SETS: readonly CardSet[] = [
  {
    setId: '0011223344556677',
    purpose: 'custodians',
    k: 3,
    n: 5,
    madeAt: Date.now() - 320 * DAY,
    retiredAt: null,
    inUse: true,
    slot: null,
    cards: [
      'Заступниця Мар’яна, Одеса',
      'Сейтумер-огли Абдураманов-Кефелі, Стамбул',
      'Адвокатка у Вільнюсі',
      '',
      'Правління, сейф',
    ].map((holder, at) => ({
      number: at + 1,
      holder,
      checkedAt: at === 2 ? null : Date.now() - (at * 97 + 4) * DAY,
      overdue: at > 1,
    })),
  },
  {
    setId: '8899aabbccddeeff',
    purpose: 'vault',
    k: 2,
    n: 3,
    madeAt: Date.now() - 3 * DAY,
    retiredAt: null,
    inUse: true,
    slot: 4,
    cards: ['Мар’яна', 'Ельвіна', 'Тарас'].map((holder, at) => ({
      number: at + 1,
      holder,
      checkedAt: at === 0 ? Date.now() - DAY : null,
      overdue: false,
    })),
  },
  {
    setId: '0102030405060708',
    purpose: 'vault',
    k: 2,
    n: 2,
    madeAt: Date.now() - 700 * DAY,
    retiredAt: Date.now() - 3 * DAY,
    inUse: false,
    slot: 4,
    cards: [1, 2].map((number) => ({ number, holder: '', checkedAt: null, overdue: false })),
  },
]

const HOLDERS = [
  { name: 'Мар’яна', language: 'uk' as const },
  { name: 'Ельвіна', language: 'crh' as const },
  { name: 'Тарас', language: 'uk' as const },
]

const TASKS: Readonly<Record<string, KeyTask>> = {
  'key-add': { task: 'addPassphrase', label: 'Заступниця Мар’яна, Одеса' },
  'key-file': { task: 'addKeyFile', label: 'Флешка Ельвіни', publicKey: 'emanet-key1' },
  'key-code': { task: 'newRecoveryCode', language: 'uk' },
  'key-remove': { task: 'removeSlot', slot: 2 },
  'key-cards': { task: 'makeCards', purpose: 'vault', k: 2, holders: HOLDERS },
  'key-guards': { task: 'makeCards', purpose: 'custodians', k: 2, holders: HOLDERS },
  'key-check': { task: 'checkCard' },
  'key-retire': { task: 'retireCards', setId: '8899aabbccddeeff' },
  'key-enable': { task: 'enableCustody' },
  'key-disable': { task: 'disableCustody', reason: 'Правління вирішило 14 листопада' },
  'key-custody': {
    task: 'openCustody',
    reason: 'Запит слідчого судді Подільського районного суду, справа 757/12345/25',
    minutes: 60,
  },
}

export function inventedKeys(state: string): DoubleHandlers {
  const slots = state === 'empty' ? SLOTS.slice(0, 2) : SLOTS
  return {
    'keys.list': () => ({
      slots: [...slots],
      free: 8 - slots.length,
      readOnly: state === 'readonly',
    }),
    'custody.status': () => ({
      mode: state.startsWith('custody') ? ('custodian' as const) : ('root' as const),
      isOpen: state !== 'custody-closed',
      openUntil: state === 'custody-open' ? Date.now() + 14 * 60_000 : null,
      ways: state.startsWith('custody')
        ? [
            { kind: 'shares' as const, setId: '0011223344556677', k: 3, n: 5, createdAt: 0 },
            { kind: 'passphrase' as const, createdAt: 0 },
          ]
        : [],
    }),
    'custody.close': () => ({}),
    'custody.readCard': ({ text }) => {
      if (text.length < 20) throw new VaultError('card_damaged', { word: 7 })
      return { set: 'ab'.repeat(8), number: (text.length % 5) + 1, needed: 3, made: 5 }
    },
    'custody.open': () => ({ openUntil: Date.now() + 3_600_000 }),
    'shares.status': () => ({
      sets: state === 'empty' ? [] : [...CARD_SETS],
      checkEveryDays: 183,
    }),
    'shares.chooseFolder': () => ({ token: 'b'.repeat(32), name: 'STICK' }),
    'shares.check': ({ text }) => {
      if (text.length < 40) throw new VaultError('card_damaged', { word: 3 })
      return {
        ...{ setId: '8899aabbccddeeff', purpose: 'vault' as const, number: 2, k: 2, n: 3 },
        ...{ holder: 'Ельвіна', inUse: true, recorded: true },
      }
    },
    'keys.rename': () => ({}),
    'keys.begin': () => ({}),
    'keys.task': () => {
      const task = TASKS[state]
      return task
        ? {
            task,
            slot: task.task === 'removeSlot' ? (slots[task.slot] ?? null) : null,
            fingerprint: task.task === 'addKeyFile' ? '5f1c a07e 22d4 9b3e' : null,
          }
        : null
    },
    'keys.perform': async ({ current }) => {
      await new Promise((resolve) => setTimeout(resolve, 900))
      if (current.length < 16) throw new VaultError('wrong_passphrase')
      const code =
        'abandon ability able about above absent absorb abstract absurd abuse access accident'
      return {
        recoveryCode: state === 'key-code' ? code : null,
        cards: state === 'key-cards' ? { folder: 'emanet-cards-0011aabb', count: 5 } : null,
      }
    },
  }
}
