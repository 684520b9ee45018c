/** Invented answers about the keys of a vault. */
import type { KeyTask, Slot } from '../../shared/contract/keys.ts'
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

const TASKS: Readonly<Record<string, KeyTask>> = {
  'key-add': { task: 'addPassphrase', label: 'Заступниця Мар’яна, Одеса' },
  'key-code': { task: 'newRecoveryCode', language: 'uk' },
  'key-remove': { task: 'removeSlot', slot: 2 },
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
    'custody.open': () => ({ openUntil: Date.now() + 3_600_000 }),
    'keys.rename': () => ({}),
    'keys.begin': () => ({}),
    'keys.task': () => {
      const task = TASKS[state]
      return task
        ? { task, slot: task.task === 'removeSlot' ? (slots[task.slot] ?? null) : null }
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
