/** History in words: a correction is one step, and nothing of an entry is left untold. */
import { describe, expect, it } from 'vitest'
import { stepsOf } from '../../../../renderer/workspace/records/page/historyWords.ts'
import type { HistoryEntry } from '../../../../shared/contract/records.ts'
import { AuthorId } from '../../../../shared/ids.ts'
import { statement, statementId } from '../support.ts'

const entry = (part: Partial<HistoryEntry>): HistoryEntry => ({
  seq: 9,
  at: 0,
  author: AuthorId.parse('a'.repeat(32)),
  op: 'record.set',
  added: [],
  retracted: [],
  preferred: {},
  reason: null,
  ...part,
})
const court = statement(1, 'court', 'old')
const better = statement(2, 'court', 'new')
const name = statement(3, 'names', { text: 'A', lang: 'en' })

describe('an entry', () => {
  it('tells a retraction with an addition of the same field as a correction', () => {
    const told = entry({ added: [better], retracted: [court], preferred: { court: better.id } })
    expect(stepsOf(told, [court, better])).toEqual([
      { type: 'corrected', field: 'court', from: court, to: better },
    ])
  })

  it('keeps additions, retractions and preferences of different fields apart', () => {
    const told = entry({ added: [name], retracted: [court], preferred: { arrestDate: court.id } })
    expect(stepsOf(told, [court, name]).map(({ type, field }) => `${type} ${field}`)).toEqual([
      'added names',
      'retracted court',
      'preferred arrestDate',
    ])
  })

  it('corrects one by one when several were taken back', () => {
    const other = statement(4, 'court', 'older')
    const told = entry({ added: [better], retracted: [court, other] })
    expect(stepsOf(told, []).map(({ type }) => type)).toEqual(['corrected', 'retracted'])
  })

  it('leaves out a preference for a statement that nobody knows', () => {
    expect(stepsOf(entry({ preferred: { court: statementId(77) } }), [court])).toEqual([])
  })
})
