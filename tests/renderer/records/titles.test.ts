/** Titles as the screen shows them. */
import { describe, expect, it } from 'vitest'
import { statusTone } from '../../../renderer/workspace/records/statusTone.ts'
import { readableTitle } from '../../../renderer/workspace/records/titles.ts'

const date = (stored: string) => `<${stored}>`

describe('a title', () => {
  it('has its dates in words where the core put stored ones', () => {
    expect(readableTitle('stay', 'SIZO-9 · 2019-03 – 2020~', date)).toBe(
      'SIZO-9 · <2019-03> – <2020~>',
    )
    expect(readableTitle('stay', 'SIZO-9 · 2019-03 – …', date)).toBe('SIZO-9 · <2019-03> – …')
    expect(readableTitle('incident', '2019-03-27 · Old Town', date)).toBe('<2019-03-27> · Old Town')
  })

  it('is left alone where a person wrote it', () => {
    expect(readableTitle('source', '2019', date)).toBe('2019')
    expect(readableTitle('case', 'Case · 2019', date)).toBe('Case · 2019')
  })
})

describe('the tone of a status', () => {
  it('is unknown for a code of a newer program and for names of objects', () => {
    expect(statusTone('abducted_by_newer_program')).toBe('unknown')
    expect(statusTone('constructor')).toBe('unknown')
    expect(statusTone('exchanged')).toBe('free')
  })
})
