/** An invented vault that lives in the page: enough for every screen to have something to show. */
import { DEFAULT_SETTINGS, type Settings } from '../../shared/contract/session.ts'
import { LANGUAGES } from '../../shared/i18n/languages.ts'
import { type BridgeDouble, createDouble, type DoubleHandlers } from '../shared/bridge/double.ts'
import { inventedKeys } from './inventedKeys.ts'
import { inventedRecords } from './inventedRecords.ts'
import { inventedSession } from './inventedSession.ts'
import { inventedWork } from './inventedWork.ts'

export function inventedBridge(choices: URLSearchParams): BridgeDouble {
  let settings: Settings = {
    ...DEFAULT_SETTINGS,
    language: LANGUAGES.find((each) => each === choices.get('language')) ?? 'en',
    theme: choices.get('theme') === 'dark' ? 'dark' : 'light',
  }
  const state = choices.get('state') ?? 'full'
  const handlers: DoubleHandlers = {
    'settings.get': () => settings,
    'settings.set': (part) => {
      settings = { ...settings, ...Object.fromEntries(Object.entries(part)) }
      queueMicrotask(() => double.emit('settings.changed', {}))
      return settings
    },
    ...inventedSession(state, (name, payload) => double.emit(name, payload)),
    ...inventedKeys(state),
    ...inventedRecords(state, (name, payload) => double.emit(name, payload)),
    ...inventedWork(state, (name, payload) => double.emit(name, payload)),
  }
  const double = createDouble(handlers)
  return double
}
