import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexDb } from '../../../electron/vault/db/indexDb.ts'
import type { FoldedRecord } from '../../../electron/vault/records/fold.ts'
import { NameIndex } from '../../../electron/vault/search/nameIndex.ts'
import { atOnce } from '../../../electron/vault/slices.ts'
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

/** The key of a record in the working index. */
const key = (who: string): number => who.charCodeAt(0)

const nameIndex = (): NameIndex => new NameIndex(new IndexDb().names)
const put = (index: NameIndex, each: FoldedRecord): void => {
  index.put(key(each.id), each)
}
const answer = (index: NameIndex, query: readonly string[]) =>
  atOnce(index.match(query)).map((each) => ({ record: each.record, ...each.weigh() }))

describe('the name index', () => {
  it('answers as one built anew, however records are put in and taken out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(id, fc.array(name, { maxLength: 3 })), { maxLength: 12 }),
        (steps) => {
          const index = nameIndex()
          const now = new Map<string, FoldedRecord>()
          for (const [who, names] of steps) {
            if (names.length === 0) {
              index.remove(key(who))
              now.delete(who)
            } else {
              put(index, record(who, names))
              now.set(who, record(who, names))
            }
          }
          const anew = nameIndex()
          for (const each of now.values()) put(anew, each)
          for (const query of [['edem'], ['amet', 'bekirov'], ['seitumer'], ['seit', 'umer']]) {
            const answers = (from: NameIndex) =>
              answer(from, query)
                .map((match) => JSON.stringify(match))
                .sort()
            expect(answers(index)).toEqual(answers(anew))
          }
        },
      ),
    )
  })

  it('uses each part of a name and of a query once', () => {
    const index = nameIndex()
    put(index, record('a', ['Амет Аметов']))
    put(index, record('b', ['Амет Бекіров']))
    const covered = answer(index, ['amet', 'ametov']).map((match) => [
      match.record,
      match.covered,
      match.parts.map((part) => part?.likeness),
    ])
    expect(covered).toEqual([
      [key('a'), 1, ['same', 'same']],
      [key('b'), 0.5, ['same', undefined]],
    ])
  })

  it('counts two parts that are written as one as both', () => {
    const index = nameIndex()
    put(index, record('a', ['Емір-Усеїн Пробний']))
    expect(answer(index, ['emirusein', 'probni'])).toMatchObject([
      { covered: 1, parts: [{ likeness: 'same' }, { likeness: 'same' }] },
    ])
    put(index, record('a', ['Емірусеїн']))
    expect(answer(index, ['emir', 'usein'])).toMatchObject([
      { covered: 1, parts: [{ likeness: 'same' }, { likeness: 'same' }] },
    ])
  })
})
