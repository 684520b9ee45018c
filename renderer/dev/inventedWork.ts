/** Invented answers about evidence, dossiers and backups, with jobs that take their time. */
import type { BridgeDouble, DoubleHandlers } from '../shared/bridge/double.ts'

export const inventedWork = (_state: string, _emit: BridgeDouble['emit']): DoubleHandlers => ({
  'backup.list': () => ({ backups: [] }),
})
