/**
 * The guard before the whole model, not only what a page is made of today: whatever nobody gave a group leaves for no
 * audience, of whatever kind; and what a group forbids does not leave by another kind's field of the same group.
 */
import { describe, expect, it } from 'vitest'
import { cellOf } from '../../../electron/vault/dossier/audiencePolicy.ts'
import { clear } from '../../../electron/vault/dossier/guard.ts'
import type { FoldedRecord } from '../../../electron/vault/records/fold.ts'
import { AUDIENCES } from '../../../shared/dossier/audience.ts'
import type { Field } from '../../../shared/model/field.ts'
import { KINDS, type Kind } from '../../../shared/model/kind.ts'
import { fieldsOf, isSealedKind } from '../../../shared/model/model.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import { MemoryVault, request, TODAY } from './memoryVault.ts'

function recordWith(kind: Kind, name: string, value: unknown): FoldedRecord {
  const statement = {
    ...{ id: 'b'.repeat(32), field: name, value, source: null, grade: 'A1', asOf: null },
    ...{ confidentiality: 'C0', seq: 1, at: 1, author: 'a'.repeat(32), retractedBy: null },
  } as unknown as Statement
  return {
    ...{ id: '1'.repeat(32), kind, createdAt: 1, updatedAt: 1, lastSeq: 1 },
    statements: [statement],
    chosen: {},
  } as unknown as FoldedRecord
}

/** A value of each type. Public, preferred and well sourced: nothing but its group can hold it back. */
function someValue({ type, values }: Field): unknown {
  switch (type) {
    case 'text':
    case 'longText':
      return 'Kanarka'
    case 'name':
      return { text: 'Kanarka', lang: 'en' }
    case 'date':
      return '1990-04-03'
    case 'enum':
      return values?.[0]
    case 'number':
      return 7
    case 'boolean':
      return true
    case 'ref':
      return '2'.repeat(32)
    case 'charge':
      return { article: '1' }
    case 'sentence':
      return { years: 1, months: 0 }
    case 'listEntry':
      return { list: 'Kanarka', date: '1990' }
    case 'claim':
      return { text: 'Kanarka', publisher: 'x', date: '1990', definition: 'x' }
    case 'bodyMark':
      return { view: 'front', region: 'chest', x: 1, y: 1, type: 'bruise' }
    case 'labelWords':
      return { en: 'Kanarka' }
    case 'custom':
      return 'Kanarka'
    case 'consentScope':
      return { audience: 'echr', data: 'names', level: 'public' }
  }
}

describe('a public statement of any field of any kind', () => {
  for (const kind of KINDS) {
    it(`${kind}: leaves only by a group that lets it through`, () => {
      for (const [name, field] of fieldsOf(kind)) {
        const value = someValue(field)
        expect(field.value.safeParse(value).success, `${kind}.${name}`).toBe(true)
        for (const audience of AUDIENCES) {
          const reader = { audience, today: TODAY }
          const { cleared, heldBack } = clear(reader, recordWith(kind, name, value))
          const told = [cleared.all(name as never).length, cleared.general(name as never)]
          const cell = cellOf(audience, field.disclosure)
          if (field.disclosure === 'internal' || cell === 'F' || cell === 'C') {
            expect([kind, name, audience, ...told]).toEqual([kind, name, audience, 0, undefined])
            expect(heldBack.map((one) => one.field)).toEqual([name])
          }
        }
      }
    })
  }
})

describe('a free text that can kill', () => {
  const texts = KINDS.filter((kind) => !isSealedKind(kind)).flatMap((kind) =>
    fieldsOf(kind)
      .filter(([, { danger, type }]) => danger === 4 && (type === 'text' || type === 'longText'))
      .map(([name]) => ({ kind, name })),
  )

  it.each(texts)('is looked for in a dossier: a telephone of $kind.$name', async (each) => {
    const vault = new MemoryVault()
    const draft = vault.draft(each.kind)
    draft.add(each.name as never, 'Дзвонити: +380 00 765 43 21' as never)
    vault.put(draft)
    const person = vault.draft('person').add('court', 'Суд, тел. (00) 7654321')
    const id = vault.put(person)
    const { leaks } = await vault.service().preview(request([id]))
    expect(leaks.map(({ field }) => field)).toContain('court')
  })

  it('is what the model says it is', () => {
    expect(texts.length).toBeGreaterThan(15)
  })
})

describe('people beside a prisoner', () => {
  const NAME = {
    text: 'Вигадченко Ликера',
    lang: 'uk',
    surname: 'Вигадченко',
    given: 'Ликера',
  } as const
  const leaks = async (fill: (vault: MemoryVault) => void) => {
    const vault = new MemoryVault()
    fill(vault)
    const id = vault.put(vault.draft('person').add('court', 'Суд, де була Lykera Vyhadchenko'))
    return (await vault.service().preview(request([id]))).leaks.map(({ field }) => field)
  }

  it('are found by a name in another script: a relative, a lawyer, somebody responsible', async () => {
    expect(
      await leaks((vault) => vault.put(vault.draft('relation').add('otherName', NAME))),
    ).toEqual(['court'])
    expect(await leaks((vault) => vault.put(vault.draft('counsel').add('lawyer', NAME)))).toEqual([
      'court',
    ])
    expect(
      await leaks((vault) => vault.put(vault.draft('perpetrator').add('names', NAME))),
    ).toEqual(['court'])
  })

  it('are found by the surname alone where it gives them away: who examined, who decided', async () => {
    const clinician = 'лікарка Ликера Вигадченко'
    expect(
      await leaks((vault) => vault.put(vault.draft('examination').add('clinician', clinician))),
    ).toEqual(['court'])
    expect(
      await leaks((vault) => vault.put(vault.draft('consent').add('decidedBy', clinician))),
    ).toEqual(['court'])
  })
})
