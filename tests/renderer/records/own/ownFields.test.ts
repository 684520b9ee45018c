/** The fields that a team defined, on the screens: which a record shows, what they are called, what a form makes of them. */
import { describe, expect, it } from 'vitest'
import { changeOf } from '../../../../renderer/workspace/records/form/change.ts'
import { openDraft, reduceDraft } from '../../../../renderer/workspace/records/form/draft.ts'
import {
  isClosed,
  ownFieldsOf,
  ownSpecs,
  specOf,
  withOwnLabels,
} from '../../../../renderer/workspace/records/own/ownFields.ts'
import { factsOf } from '../../../../renderer/workspace/records/statements.ts'
import { MODEL_LABELS } from '../../../../shared/i18n/index.ts'
import { fieldLabel, valueLabel } from '../../../../shared/i18n/labels.ts'
import { type CustomDefinition, customFieldName } from '../../../../shared/model/custom.ts'
import { record, recordId, statement } from '../support.ts'

const made = (n: number, rest: Partial<CustomDefinition> = {}): CustomDefinition => ({
  ...{ id: recordId(n), field: customFieldName(recordId(n)), kind: 'person', type: 'text' },
  ...{ label: { en: `Field ${n}`, uk: `Поле ${n}` }, choices: [], searched: false, audiences: [] },
  ...{ startsAs: 'C2', retired: false, ...rest },
})

const nickname = made(1)
const mood = made(2, {
  type: 'choice',
  startsAs: 'C3',
  choices: [
    { code: 'a', label: { uk: 'спокійний' }, retired: false },
    { code: 'b', label: { en: 'upset' }, retired: true },
  ],
})
const old = made(3, { type: 'boolean', retired: true })
const ofCase = made(4, { kind: 'case' })
const all = [nickname, mood, old, ofCase]
const specs = ownSpecs(all)

describe('a record', () => {
  it('shows the fields of its kind that are in use, and whatever else it says', () => {
    expect(ownFieldsOf(all, 'person', null)).toEqual([nickname.field, mood.field])
    const undefinedField = customFieldName(recordId(9))
    const said = record('person', [
      statement(1, old.field, true),
      statement(2, undefinedField, 'x', { retractedBy: 3 }),
    ])
    expect(ownFieldsOf(all, 'person', said)).toEqual([
      ...[nickname.field, mood.field, old.field, undefinedField],
    ])
    expect(ownFieldsOf(all, 'witnessIdentity', null)).toEqual([])
  })

  it('has no statement of such a field left out of its facts', () => {
    const undefinedField = customFieldName(recordId(9))
    const said = record('person', [
      statement(1, nickname.field, 'Sokil'),
      statement(2, undefinedField, 7),
      statement(3, old.field, true, { retractedBy: 4 }),
    ])
    const facts = factsOf(said, ownFieldsOf(all, 'person', said), specs)
    const placed = facts.flatMap(({ values, retracted }) => [
      ...values.flatMap((value) => value.statements),
      ...retracted,
    ])
    expect(placed.map(({ field }) => field).toSorted()).toEqual(
      said.statements.map(({ field }) => field).toSorted(),
    )
  })

  it('takes nothing more of a field that is retired or that nobody defines', () => {
    expect([nickname, mood, old].map(({ field }) => isClosed(all, field))).toEqual([
      ...[false, false, true],
    ])
    expect(isClosed(all, customFieldName(recordId(9)))).toBe(true)
  })
})

describe('the words', () => {
  const labels = withOwnLabels(MODEL_LABELS.en, all, 'en')

  it('are the team’s, in the language of the screen or the next there is', () => {
    expect(fieldLabel(labels, 'person', nickname.field)).toBe('Field 1')
    expect(fieldLabel(withOwnLabels(MODEL_LABELS.uk, all, 'uk'), 'person', nickname.field)).toBe(
      'Поле 1',
    )
    expect(valueLabel(labels, 'person', mood.field, 'a')).toBe('спокійний')
  })

  it('say that a field is no longer used, and name a retired value all the same', () => {
    expect(fieldLabel(labels, 'person', old.field)).toBe('Field 3 (no longer used)')
    expect(valueLabel(labels, 'person', mood.field, 'b')).toBe('upset')
  })

  it('are the kind’s own, leave the model’s as they are, and never show a bare name', () => {
    expect(fieldLabel(labels, 'case', ofCase.field)).toBe('Field 4')
    expect(fieldLabel(labels, 'person', ofCase.field)).toBe(MODEL_LABELS.en.undefinedField)
    expect(fieldLabel(labels, 'person', 'names')).toBe(MODEL_LABELS.en.fields.person.names)
    expect(MODEL_LABELS.en.fields.person).not.toHaveProperty(nickname.field)
    expect(fieldLabel(MODEL_LABELS.uk, 'person', customFieldName(recordId(9)))).toBe(
      MODEL_LABELS.uk.undefinedField,
    )
  })
})

describe('a form', () => {
  it('offers only the values that can still be chosen, and starts at the level of the definition', () => {
    expect(specOf('person', mood.field, specs)).toMatchObject({ type: 'enum', values: ['a'] })
    const draft = openDraft('person', [mood.field], null, {}, specs)
    const key = draft.entries[0]?.key ?? ''
    const saved = changeOf(reduceDraft(draft, { do: 'type', key, raw: 'a' }), '2026-11-23')
    expect(saved).toMatchObject({
      ok: true,
      change: { add: [{ field: mood.field, value: 'a', confidentiality: 'C3' }] },
    })
    const wrong = changeOf(reduceDraft(draft, { do: 'type', key, raw: 'b' }), '2026-11-23')
    expect(wrong.ok).toBe(false)
  })

  it('has nothing to choose from a list whose values are all retired', () => {
    const none = { ...mood, choices: mood.choices.map((each) => ({ ...each, retired: true })) }
    const spec = specOf('person', mood.field, ownSpecs([none]))
    for (const code of ['a', 'b']) expect(spec?.value.safeParse(code).success).toBe(false)
  })
})
