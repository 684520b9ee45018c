import { describe, expect, it } from 'vitest'
import { byConsent, gatherHeldBack } from '../../../renderer/workspace/dossier/heldBack.ts'
import type { DossierDocument } from '../../../shared/dossier/document.ts'
import { RecordId } from '../../../shared/ids.ts'

type Withheld = DossierDocument['withheld'][number]
const person = (digit: string) => RecordId.parse(digit.repeat(32))
const one = (digit: string, field: string, why: Withheld['why']): Withheld => ({
  person: person(digit),
  group: 'internal',
  field,
  why,
})

describe('what was held back', () => {
  it('is gathered by reason, each field once, with everybody it concerns', () => {
    const groups = gatherHeldBack([
      one('1', 'relatives', 'audience'),
      one('2', 'relatives', 'audience'),
      one('2', 'court', 'confidentiality'),
      one('1', 'relatives', 'audience'),
    ])
    expect(groups).toEqual([
      {
        why: 'audience',
        fields: [{ field: 'relatives', people: [person('1'), person('2')], missing: [] }],
      },
      { why: 'confidentiality', fields: [{ field: 'court', people: [person('2')], missing: [] }] },
    ])
  })
  it('keeps a field apart for each of its reasons', () => {
    const groups = gatherHeldBack([one('1', 'court', 'audience'), one('2', 'court', 'no_consent')])
    expect(groups.map(({ why }) => why)).toEqual(['audience', 'no_consent'])
  })
  it('names first what concerns most people', () => {
    const [group] = gatherHeldBack([
      one('1', 'photo', 'audience'),
      one('1', 'diagnosis', 'audience'),
      one('2', 'diagnosis', 'audience'),
    ])
    expect(group?.fields.map(({ field }) => field)).toEqual(['diagnosis', 'photo'])
  })
  it('loses no reason that the contract knows', () => {
    const reasons = [
      'audience',
      'confidentiality',
      'no_consent',
      'generalised',
      'not_public',
    ] as const
    const groups = gatherHeldBack(reasons.map((why) => one('1', 'x', why)))
    expect(new Set(groups.map(({ why }) => why))).toEqual(new Set(reasons))
  })
  it('says of a field what is missing for a consent to open it, each once', () => {
    const needed = (digit: string, missing: Withheld['missing']): Withheld => ({
      ...one(digit, 'diagnosis', 'no_consent'),
      missing,
    })
    const [group] = gatherHeldBack([
      needed('1', 'withdrawn'),
      needed('2', 'none'),
      needed('3', 'withdrawn'),
    ])
    expect(group?.fields[0]?.missing).toEqual(['none', 'withdrawn'])
  })
  it('is nothing for nothing', () => {
    expect(gatherHeldBack([])).toEqual([])
  })
})

describe('what a consent opened', () => {
  it('is gathered by consent', () => {
    const consent = person('a')
    const opened = (field: string, by = consent) => ({
      ...{ person: person('1'), group: 'diagnosis' as const, field, consent: by },
    })
    const other = opened('names', person('b'))
    expect([...byConsent([opened('diagnosis'), other, opened('relatives')])]).toEqual([
      [consent, [opened('diagnosis'), opened('relatives')]],
      [person('b'), [other]],
    ])
  })
})
