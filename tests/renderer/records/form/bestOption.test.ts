import { describe, expect, it } from 'vitest'
import { bestOption } from '../../../../renderer/workspace/records/form/bestOption.ts'

describe('what Enter takes in a picker', () => {
  it('takes the one that is called just so, whatever else was found', () => {
    expect(bestOption(['Paper two', 'Paper', 'Paper three'], ' pApEr ', true)).toBe(1)
  })
  it('takes the only one that was found, in another script too', () => {
    expect(bestOption(['Вигадане СІЗО'], 'Vyhadane', true)).toBe(0)
  })
  it('makes a new one only where nothing was found', () => {
    expect(bestOption([], 'Paper', true)).toBe(0)
    expect(bestOption([], 'Paper', false)).toBeNull()
  })
  it('asks where several fit, and where two are called the same', () => {
    expect(bestOption(['Paper one', 'Paper two'], 'paper', true)).toBeNull()
    expect(bestOption(['Paper', 'Paper'], 'Paper', true)).toBeNull()
  })
  it('knows a letter however it is composed', () => {
    expect(bestOption(['Другий', 'Їжакове'], 'І\u0308жакове', false)).toBe(1)
  })
})
