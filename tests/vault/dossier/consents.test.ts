/** Consents in the dossier guard: what one opens and for whom, and that nothing less, older, other or withdrawn opens it. */
import { describe, expect, it } from 'vitest'
import { cellOf } from '../../../electron/vault/dossier/audiencePolicy.ts'
import { AUDIENCES, type Audience } from '../../../shared/dossier/audience.ts'
import type { ConsentGap } from '../../../shared/dossier/document.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { CONSENT_DATA, IDENTITY_LEVELS } from '../../../shared/model/consentScope.ts'
import { DISCLOSURE_GROUPS } from '../../../shared/model/disclosure.ts'
import { MemoryVault, request, TODAY, textOf } from './memoryVault.ts'

type Scope = { audience: Audience; data: (typeof CONSENT_DATA)[number]; level: string }
type Said = Readonly<Record<string, readonly unknown[]>>

const scope = (rest: Partial<Scope> = {}): Scope => ({
  ...{ audience: 'icc', data: 'diagnosis', level: 'public', ...rest },
})
/** Of the whole: what was left out is not said. */
const GIVEN: Said = { givenBy: ['self'], date: ['2025-01-10'], scope: [scope()] }

class Asked {
  readonly vault = new MemoryVault()
  readonly person: RecordId

  constructor() {
    this.person = this.vault.put(
      this.vault
        .draft('person')
        .add('names', { text: 'Проба Тестенко', lang: 'ru', type: 'court_ru' })
        .add('diagnosis', 'Kanarka', { confidentiality: 'C1' }),
    )
  }

  consent(said: Said = {}, subjects: readonly RecordId[] = [this.person]): RecordId {
    const draft = this.vault.draft('consent')
    for (const subject of subjects) draft.add('subject', subject)
    for (const [field, values] of Object.entries({ ...GIVEN, ...said }))
      for (const value of values) draft.add(field as 'note', value as string)
    return this.vault.put(draft)
  }

  preview = (audience: Audience = 'icc') =>
    this.vault.service().preview(request([this.person], { audience }))

  /** What is missing for the diagnosis, or nothing when it is printed. */
  async gap(audience: Audience = 'icc'): Promise<ConsentGap | undefined> {
    const document = await this.preview(audience)
    const held = document.withheld.find(({ field }) => field === 'diagnosis')
    // One of the two, never both and never neither.
    expect(textOf(document).includes('Kanarka')).toBe(held === undefined)
    expect(document.opened.some(({ field }) => field === 'diagnosis')).toBe(held === undefined)
    if (held) expect(held.why).toBe('no_consent')
    return held?.missing
  }
}

const gapWith = async (said: Said): Promise<ConsentGap | undefined> => {
  const asked = new Asked()
  asked.consent(said)
  return asked.gap()
}

describe('a consent', () => {
  it('opens what it names, and the preview says which it was', async () => {
    const asked = new Asked()
    expect(await asked.gap()).toBe('none')
    const consent = asked.consent()
    expect(await asked.gap()).toBeUndefined()
    expect((await asked.preview()).opened).toEqual([
      { person: asked.person, group: 'diagnosis', field: 'diagnosis', consent },
    ])
  })

  it('opens for its audience alone', async () => {
    for (const meant of AUDIENCES) {
      const asked = new Asked()
      asked.consent({ scope: [scope({ audience: meant })] })
      for (const audience of AUDIENCES) {
        const isOpen = textOf(await asked.preview(audience)).includes('Kanarka')
        const mayBe = audience === meant && cellOf(audience, 'diagnosis') === 'C'
        expect(isOpen, `${meant} read by ${audience}`).toBe(mayBe)
      }
    }
  })

  it('opens its data alone', async () => {
    for (const data of CONSENT_DATA) {
      const isOpen = (await gapWith({ scope: [scope({ data })] })) === undefined
      expect(isOpen, data).toBe(data === 'diagnosis' || data === 'everything')
    }
  })

  it('never opens what is forbidden or internal, whatever it says', async () => {
    for (const audience of AUDIENCES) {
      const asked = new Asked()
      const person = asked.vault.put(
        asked.vault
          .draft('person')
          .add('lawyerNotes', 'Kanarnotes', { confidentiality: 'C0' })
          .add('note', 'Kanarnote', { confidentiality: 'C0' })
          .add('physicalMarks', 'Kanarmarks', { confidentiality: 'C0' })
          .add('diagnosis', 'Kanardiagnosis', { confidentiality: 'C0' }),
      )
      const rows = CONSENT_DATA.map((data) => scope({ audience, data }))
      asked.consent({ scope: rows }, [person])
      const document = await asked.vault.service().preview(request([person], { audience }))
      for (const field of ['notes', 'note"', 'marks'])
        expect(textOf(document)).not.toContain(`Kanar${field}`)
      if (cellOf(audience, 'diagnosis') === 'F')
        expect(textOf(document)).not.toContain('Kanardiagnosis')
    }
    expect(DISCLOSURE_GROUPS).toContain('internal')
    expect(CONSENT_DATA).not.toContain('internal')
  })

  it('opens only as openly as its audience reads', async () => {
    const least = {
      icc: 'named_confidential',
      echr: 'named_to_state',
      wgad: 'named_to_state',
    } as const
    for (const [audience, needed] of Object.entries(least) as [Audience, string][]) {
      for (const level of IDENTITY_LEVELS) {
        const asked = new Asked()
        asked.consent({ scope: [scope({ audience, level })] })
        const enough = IDENTITY_LEVELS.indexOf(level) >= IDENTITY_LEVELS.indexOf(needed as 'public')
        expect(await asked.gap(audience), `${audience} ${level}`).toBe(enough ? undefined : 'level')
      }
    }
  })

  it('takes the lower of two levels, and the row for the data before the one for everything', async () => {
    const low = scope({ level: 'statistics' })
    const everything = scope({ data: 'everything' })
    expect(await gapWith({ scope: [low, scope()] })).toBe('level')
    expect(await gapWith({ scope: [everything, low] })).toBe('level')
    expect(await gapWith({ scope: [scope(), { ...everything, level: 'nothing' }] })).toBeUndefined()
  })

  it('does not lift the confidentiality of a statement', async () => {
    for (const confidentiality of ['C2', 'C3', 'C4'] as const) {
      const asked = new Asked()
      const person = asked.vault.put(
        asked.vault.draft('person').add('diagnosis', 'Kanarsecret', { confidentiality }),
      )
      asked.consent({}, [person])
      const document = await asked.vault.service().preview(request([person], { audience: 'icc' }))
      expect(textOf(document)).not.toContain('Kanar')
      expect(document.opened).toEqual([])
      expect(document.withheld.map(({ why }) => why)).toEqual(['confidentiality'])
    }
  })
})

describe('what is no consent', () => {
  it('is a decision of others, an unasked question, a refusal, or nobody’s word', async () => {
    for (const giver of ['best_interest', 'not_possible'])
      expect(await gapWith({ givenBy: [giver] }), giver).toBe('decided_by_others')
    expect(await gapWith({ givenBy: [] })).toBe('decided_by_others')
    expect(await gapWith({ givenBy: ['refused'] })).toBe('refused')
    // Two statements that disagree: the one that closes counts.
    expect(await gapWith({ givenBy: ['self', 'refused'] })).toBe('refused')
    expect(await gapWith({ givenBy: ['self', 'best_interest'] })).toBe('decided_by_others')
    for (const giver of ['next_of_kin', 'lawyer_with_mandate'])
      expect(await gapWith({ givenBy: [giver] }), giver).toBeUndefined()
  })

  it('is another person’s, or one that names two', async () => {
    const asked = new Asked()
    const other = asked.vault.put(asked.vault.draft('person').add('court', 'Суд'))
    asked.consent({}, [other])
    asked.consent({}, [other, asked.person])
    asked.consent({}, [])
    expect(await asked.gap()).toBe('none')
  })

  it('is one without rows, without a date, or of a day to come', async () => {
    expect(await gapWith({ scope: [] })).toBe('scope')
    expect(await gapWith({ date: [] })).toBe('undated')
    expect(await gapWith({ date: ['2026-11-24'] })).toBe('undated')
    expect(await gapWith({ date: ['2025-01-10', '2027'] })).toBe('undated')
    expect(await gapWith({ date: [TODAY] })).toBeUndefined()
  })
})

describe('a consent in time', () => {
  it('holds to the day before it expires, whatever part of its last date is known', async () => {
    expect(await gapWith({ expiresOn: ['2026-11-24'] })).toBeUndefined()
    expect(await gapWith({ expiresOn: [TODAY] })).toBe('expired')
    expect(await gapWith({ expiresOn: ['2026-11-22'] })).toBe('expired')
    expect(await gapWith({ expiresOn: ['2026-11'] })).toBe('expired')
    expect(await gapWith({ expiresOn: ['2026'] })).toBe('expired')
    expect(await gapWith({ expiresOn: ['2026-11-28~'] })).toBe('expired')
    expect(await gapWith({ expiresOn: ['2030', '2026-01-01'] })).toBe('expired')
  })

  it('holds to the day on which it is to be looked at again', async () => {
    expect(await gapWith({ reviewOn: ['2026-11-24'] })).toBeUndefined()
    expect(await gapWith({ reviewOn: [TODAY] })).toBeUndefined()
    expect(await gapWith({ reviewOn: ['2026-11-22'] })).toBe('review_due')
  })

  it('is closed by a withdrawal, whatever its date, and opened again by none of its own statements', async () => {
    for (const date of ['2025-06-01', TODAY, '2030-01-01', '1990'])
      expect(await gapWith({ withdrawnOn: [date] }), date).toBe('withdrawn')
    expect(await gapWith({ withdrawnOn: ['2025-06-01'], expiresOn: ['2040'] })).toBe('withdrawn')
  })

  it('closes again when it is withdrawn after a dossier, and the next preview says so', async () => {
    const asked = new Asked()
    const consent = asked.consent()
    const issued = await asked.vault.service().issue(request([asked.person], { audience: 'icc' }))
    expect(asked.vault.appended.at(-1)?.body).toMatchObject({ consents: [consent] })
    expect(new TextDecoder().decode(issued.pdf)).toContain('Kanarka')
    const withdrawn = {
      ...{ field: 'withdrawnOn', value: TODAY, source: null, grade: 'A1', asOf: null },
      confidentiality: 'C3' as const,
    }
    asked.vault.write('consent', consent, { add: [withdrawn], retract: [], prefer: {} })
    expect(await asked.gap()).toBe('withdrawn')
    const again = await asked.vault.service().issue(request([asked.person], { audience: 'icc' }))
    expect(new TextDecoder().decode(again.pdf)).not.toContain('Kanarka')
    expect(asked.vault.appended.at(-1)?.body).not.toHaveProperty('consents')
  })

  it('is ended by a later refusal or withdrawal of the same, and not by an earlier one or one of something else', async () => {
    const given = { date: ['2025-01-10'] }
    const cases: readonly [Said, ConsentGap | undefined][] = [
      [{ givenBy: ['refused'], date: ['2025-01-11'] }, 'refused'],
      [{ givenBy: ['refused'], date: ['2025-01-10'] }, 'refused'],
      [{ givenBy: ['refused'], date: ['2025'] }, 'refused'],
      [{ givenBy: ['refused'], date: [] }, 'refused'],
      [{ givenBy: ['refused'], date: ['2025-02'], scope: [] }, 'refused'],
      [
        { givenBy: ['refused'], date: ['2025-02'], scope: [scope({ data: 'everything' })] },
        'refused',
      ],
      [{ withdrawnOn: ['2025-03-01'] }, 'withdrawn'],
      [{ givenBy: ['refused'], date: ['2025-01-09'] }, undefined],
      [{ date: ['2024-01-01'], withdrawnOn: ['2024-06-01'] }, undefined],
      [
        { givenBy: ['refused'], date: ['2025-02'], scope: [scope({ audience: 'public' })] },
        undefined,
      ],
      [{ givenBy: ['refused'], date: ['2025-02'], scope: [scope({ data: 'torture' })] }, undefined],
    ]
    for (const [other, gap] of cases) {
      for (const first of [given, other]) {
        const asked = new Asked()
        asked.consent(first)
        asked.consent(first === given ? other : given)
        expect(await asked.gap(), JSON.stringify(other)).toBe(gap)
      }
    }
  })

  it('says of several what the nearest lacks', async () => {
    const asked = new Asked()
    asked.consent({ scope: [scope({ audience: 'public' })] })
    expect(await asked.gap()).toBe('scope')
    asked.consent({ expiresOn: ['2026-01-01'] })
    expect(await asked.gap()).toBe('expired')
    asked.consent({ expiresOn: ['2027-01-01'] })
    expect(await asked.gap()).toBeUndefined()
  })
})

describe('a record of several people', () => {
  const told = async (consenting: 'one' | 'both', merged = false) => {
    const asked = new Asked()
    const other = asked.vault.put(asked.vault.draft('person').add('court', 'Суд'))
    const row = { scope: [scope({ data: 'torture' })] }
    asked.consent(row)
    if (consenting === 'both') asked.consent(row, [other])
    if (merged) {
      const marker = {
        ...{ field: 'mergedFrom', value: other, source: null, grade: 'F6', asOf: null },
        confidentiality: 'C1' as const,
      }
      asked.vault.write('person', asked.person, { add: [marker], retract: [], prefer: {} })
    }
    asked.vault.put(
      asked.vault
        .draft('incident')
        .add('type', 'torture')
        .add('people', asked.person)
        .add('people', other)
        .add('description', 'Kanarstory', { confidentiality: 'C1' }),
    )
    return textOf(await asked.preview()).includes('Kanarstory')
  }

  it('is told when each of them consented, and the records of one person are one', async () => {
    expect(await told('one')).toBe(false)
    expect(await told('both')).toBe(true)
    expect(await told('one', true)).toBe(true)
  })

  it('is closed for the person by a refusal recorded before a merge', async () => {
    const asked = new Asked()
    asked.consent()
    const other = asked.vault.put(asked.vault.draft('person').add('court', 'Суд'))
    asked.consent({ givenBy: ['refused'], date: ['2026-01-01'] }, [other])
    expect(await asked.gap()).toBeUndefined()
    const marker = {
      ...{ field: 'mergedFrom', value: other, source: null, grade: 'F6', asOf: null },
      confidentiality: 'C1' as const,
    }
    asked.vault.write('person', asked.person, { add: [marker], retract: [], prefer: {} })
    expect(await asked.gap()).toBe('refused')
  })
})

describe('the search for leaks', () => {
  const NAME = {
    text: 'Вигадченко Ликера',
    lang: 'uk',
    surname: 'Вигадченко',
    given: 'Ликера',
  } as const

  it('lets a relative stand in the field that was opened, and nowhere else', async () => {
    const asked = new Asked()
    const row = scope({ data: 'relatives' })
    const person = asked.vault.put(
      asked.vault
        .draft('person')
        .add('relatives', 'мати Вигадченко Ликера, +380 00 765 43 21', { confidentiality: 'C1' }),
    )
    asked.vault.put(asked.vault.draft('relation').add('person', person).add('otherName', NAME))
    asked.consent({ scope: [row], givenBy: ['next_of_kin'], giver: ['Вигадченко Ликера'] }, [
      person,
    ])
    const ask = () => asked.vault.service().preview(request([person], { audience: 'icc' }))
    const document = await ask()
    expect(textOf(document)).toContain('Вигадченко')
    expect(document.leaks).toEqual([])
    asked.vault.write('person', person, {
      ...{ retract: [], prefer: {} },
      add: [
        {
          ...{ field: 'court', value: 'Суд, де була Ликера Вигадченко', source: null },
          ...{ grade: 'A1', asOf: null, confidentiality: 'C1' },
        },
      ],
    })
    expect((await ask()).leaks).toEqual([{ person, field: 'court' }])
  })

  it('still stops a witness in a field that was opened', async () => {
    const asked = new Asked()
    const person = asked.vault.put(
      asked.vault
        .draft('person')
        .add('relatives', 'сестра бачила Яблуко-7', { confidentiality: 'C1' }),
    )
    asked.vault.put(asked.vault.draft('witness').add('codeName', 'Яблуко-7'))
    asked.consent({ scope: [scope({ data: 'everything' })] }, [person])
    const document = await asked.vault.service().preview(request([person], { audience: 'icc' }))
    expect(document.leaks).toEqual([{ person, field: 'relatives' }])
  })
})
