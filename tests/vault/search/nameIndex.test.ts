import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FoldedRecord } from '../../../electron/vault/records/fold.ts'
import { NameIndex } from '../../../electron/vault/search/nameIndex.ts'
import type { AuthorId, RecordId, StatementId } from '../../../shared/ids.ts'

const record = (id: string, names: readonly string[]): FoldedRecord => ({
  id: id as RecordId,
  kind: 'person',
  ...{ createdAt: 0, updatedAt: 0, lastSeq: 1, chosen: {} },
  statements: names.map((text, place) => ({
    id: `${id}${place}` as StatementId,
    field: 'names',
    value: { text, lang: 'uk' },
    ...{ source: null, grade: 'F6', asOf: null, confidentiality: 'C1' },
    ...{ seq: 1, at: 0, author: 'a' as AuthorId, retractedBy: null },
  })),
})

const name = fc
  .array(fc.constantFrom('Едем', 'Амет', 'Сейт-Умер', 'Аметов', 'Бекіров'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join(' '))
const id = fc.constantFrom('a', 'b', 'c')

describe('the name index', () => {
  it('answers as one built anew, however records are put in and taken out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(id, fc.array(name, { maxLength: 3 })), { maxLength: 12 }),
        (steps) => {
          const index = new NameIndex()
          const now = new Map<string, FoldedRecord>()
          for (const [who, names] of steps) {
            if (names.length === 0) {
              index.remove(who as RecordId)
              now.delete(who)
            } else {
              index.put(record(who, names))
              now.set(who, record(who, names))
            }
          }
          const anew = new NameIndex()
          for (const each of now.values()) anew.put(each)
          for (const query of [['edem'], ['amet', 'bekirov'], ['seitumer'], ['seit', 'umer']]) {
            const answers = (from: NameIndex) =>
              from
                .match(query)
                .map((match) => JSON.stringify(match))
                .sort()
            expect(answers(index)).toEqual(answers(anew))
          }
        },
      ),
    )
  })

  it('uses each part of a name and of a query once', () => {
    const index = new NameIndex()
    index.put(record('a', ['Амет Аметов']))
    index.put(record('b', ['Амет Бекіров']))
    const covered = index
      .match(['amet', 'ametov'])
      .map((match) => [match.id, match.covered, match.parts.map((part) => part?.likeness)])
    expect(covered).toEqual([
      ['a', 1, ['same', 'same']],
      ['b', 0.5, ['same', undefined]],
    ])
  })

  it('counts two parts that are written as one as both', () => {
    const index = new NameIndex()
    index.put(record('a', ['Емір-Усеїн Пробний']))
    expect(index.match(['emirusein', 'probni'])).toMatchObject([
      { covered: 1, parts: [{ likeness: 'same' }, { likeness: 'same' }] },
    ])
    index.put(record('a', ['Емірусеїн']))
    expect(index.match(['emir', 'usein'])).toMatchObject([
      { covered: 1, parts: [{ likeness: 'same' }, { likeness: 'same' }] },
    ])
  })
})
