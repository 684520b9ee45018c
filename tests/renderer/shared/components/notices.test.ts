// Every notice of the core reaches the person with words of its own.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  NOTICE_TONES,
  NOTICE_WORDS,
  stopsAtTheDoor,
} from '../../../../renderer/shared/components/notices.ts'
import { en } from '../../../../renderer/shared/i18n/en/index.ts'
import { uk } from '../../../../renderer/shared/i18n/uk/index.ts'
import { NOTICES } from '../../../../shared/contract/session.ts'

/** The names of the union as the core declares it, so that a new one cannot be forgotten here. */
function noticesOfTheCore(): readonly string[] {
  const file = new URL('../../../../electron/vault/session/types.ts', import.meta.url)
  const [, union = ''] =
    /export type VaultNotice =([\s\S]*?)\n\n/.exec(readFileSync(file, 'utf8')) ?? []
  return [...union.matchAll(/^ {2}\| '(\w+)'/gm)].map(([, name]) => name ?? '')
}

describe('the notices of a session', () => {
  it('hold every notice of the core', () => {
    const core = noticesOfTheCore()
    expect(core.length).toBeGreaterThanOrEqual(9)
    expect(core.filter((name) => !(NOTICES as readonly string[]).includes(name))).toEqual([])
  })

  it('have words in both languages, and no two the same', () => {
    for (const words of [en.notice, uk.notice]) {
      const said = NOTICES.map((name) => {
        const key = NOTICE_WORDS[name].replace('notice.', '') as keyof typeof words
        return words[key]
      })
      expect(said.every((text) => text.length > 20)).toBe(true)
      expect(new Set(said).size).toBe(NOTICES.length)
    }
  })

  it('stop a person at the door exactly when there is something to be done or feared', () => {
    for (const name of NOTICES) expect(stopsAtTheDoor(name)).toBe(NOTICE_TONES[name] !== 'info')
    expect(stopsAtTheDoor('header_tampered')).toBe(true)
    expect(stopsAtTheDoor('rolled_back')).toBe(true)
    expect(stopsAtTheDoor('new_device')).toBe(false)
  })
})
