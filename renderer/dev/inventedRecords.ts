/** Invented answers about records. */
import type { DoubleHandlers } from '../shared/bridge/double.ts'

export const inventedRecords = (_state: string): DoubleHandlers => ({
  'records.list': () => ({ total: 0, rows: [] }),
})
