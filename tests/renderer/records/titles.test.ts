/** Titles as the screen shows them. */
import { describe, expect, it } from 'vitest'
import { statusTone } from '../../../renderer/workspace/records/statusTone.ts'
import { readableTitle, type TitleWords } from '../../../renderer/workspace/records/titles.ts'

const words: TitleWords = {
  date: (stored) => `<${stored}>`,
  unnamed: 'unnamed',
  age: (years) => `age ${years}`,
  born: (on) => `born ${on}`,
  arrested: (on) => `arrested ${on}`,
}

describe('a title', () => {
  it('has its dates in words where the core put stored ones', () => {
    expect(readableTitle('stay', 'SIZO-9 · 2019-03 – 2020~', words)).toBe(
      'SIZO-9 · <2019-03> – <2020~>',
    )
    expect(readableTitle('stay', 'SIZO-9 · 2019-03 – …', words)).toBe('SIZO-9 · <2019-03> – …')
    expect(readableTitle('incident', '2019-03-27 · Old Town', words)).toBe(
      '<2019-03-27> · Old Town',
    )
  })

  it('says of somebody without a name what is known', () => {
    expect(readableTitle('person', '? · ~22 · Old Town · 2024-05', words)).toBe(
      'unnamed, age 22, Old Town, arrested <2024-05>',
    )
    expect(readableTitle('person', '? · *2002~', words)).toBe('unnamed, born <2002~>')
    // In the title of another record, where a date is that record's own.
    expect(readableTitle('health', '? · ~22 · 2024-05', words)).toBe('unnamed · age 22 · <2024-05>')
  })

  it('is left alone where a person wrote it', () => {
    expect(readableTitle('source', '2019', words)).toBe('2019')
    expect(readableTitle('person', '~22', words)).toBe('~22')
    expect(readableTitle('case', 'Case · 2019', words)).toBe('Case · 2019')
  })
})

describe('the tone of a status', () => {
  it('is unknown for a code of a newer program and for names of objects', () => {
    expect(statusTone('abducted_by_newer_program')).toBe('unknown')
    expect(statusTone('constructor')).toBe('unknown')
    expect(statusTone('exchanged')).toBe('free')
  })
})
