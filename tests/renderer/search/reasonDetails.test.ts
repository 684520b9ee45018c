import { describe, expect, it } from 'vitest'
import { reasonDetails } from '../../../renderer/workspace/search/reasonDetails.ts'
import type { MatchedPart, Reason } from '../../../shared/contract/records.ts'

const part = (how: MatchedPart['how'], asked: string, met: string | null, patronymic = false) => ({
  asked,
  met,
  how,
  patronymic,
})
const nameReason = (...parts: MatchedPart[]): Reason => ({
  type: 'name_similar',
  field: 'names',
  matched: 'Эмир-Усеин Пробный',
  name: { lang: 'ru', parts },
})

describe('what is said about a hit', () => {
  it('is nothing where every part is the same in some spelling', () => {
    const reason = nameReason(
      part('same', 'эмир', 'эмир'),
      part('other_spelling', 'usein', 'усеин'),
    )
    expect(reasonDetails([reason])).toEqual([])
    expect(reasonDetails([{ type: 'word', field: 'note', matched: 'слово' }])).toEqual([])
  })

  it('names inflected and similar parts, and tells a patronymic from another missing part', () => {
    const reason = nameReason(
      part('inflected', 'эмира', 'эмир'),
      part('similar', 'пробнов', 'пробный'),
      part('missing', 'рустемович', null, true),
      part('missing', 'денизов', null),
    )
    expect(reasonDetails([reason])).toEqual([
      { how: 'inflected', asked: 'эмира', met: 'эмир' },
      { how: 'similar', asked: 'пробнов', met: 'пробный' },
      { how: 'patronymicIgnored', asked: 'рустемович', met: '' },
      { how: 'missing', asked: 'денизов', met: '' },
    ])
  })

  it('does not call missing what was found among the words', () => {
    const reason = nameReason(part('same', 'эмир', 'эмир'), part('missing', 'судак', null))
    expect(reasonDetails([reason, { type: 'word', field: 'note', matched: 'Судак' }])).toEqual([])
  })
})
