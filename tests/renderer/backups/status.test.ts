/** How safe the vault is called, by the age of its newest backup. */
import { describe, expect, it } from 'vitest'
import {
  AGEING_AFTER_MS,
  backupStatus,
  OLD_AFTER_MS,
} from '../../../renderer/workspace/backups/status.ts'

const NOW = Date.UTC(2026, 0, 31)
const aged = (age: number, seq = 10, entries = 12) =>
  backupStatus({ at: NOW - age, seq }, entries, NOW)

describe('the status of the backups', () => {
  it('has a week before it is ageing and thirty days before it is old', () => {
    expect(AGEING_AFTER_MS).toBe(7 * 24 * 3_600_000)
    expect(OLD_AFTER_MS).toBe(30 * 24 * 3_600_000)
    expect(aged(AGEING_AFTER_MS - 1).state).toBe('fresh')
    expect(aged(AGEING_AFTER_MS).state).toBe('ageing')
    expect(aged(AGEING_AFTER_MS + 1).state).toBe('ageing')
    expect(aged(OLD_AFTER_MS - 1).state).toBe('ageing')
    expect(aged(OLD_AFTER_MS).state).toBe('old')
    expect(aged(OLD_AFTER_MS + 1).state).toBe('old')
  })

  it('is never when there is none', () => {
    expect(backupStatus(undefined, 500, NOW)).toEqual({ state: 'never' })
  })

  it('counts the entries after the note of the backup itself', () => {
    expect(aged(0, 10, 10)).toMatchObject({ newer: 0 })
    expect(aged(0, 10, 11)).toMatchObject({ newer: 1 })
  })

  it('stays fresh while nothing was written, however old the backup is', () => {
    expect(aged(OLD_AFTER_MS * 12, 10, 10).state).toBe('fresh')
    expect(aged(OLD_AFTER_MS * 12, 10, 11).state).toBe('old')
  })

  it('is fresh when the clock of the machine was set back', () => {
    expect(aged(-AGEING_AFTER_MS).state).toBe('fresh')
  })
})
