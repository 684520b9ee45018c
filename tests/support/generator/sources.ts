/** Sources in the shape of those that real lists rest on, by publishers that do not exist; and the article. */
import type { RecordId } from '../../../shared/ids.ts'
import type { FieldValue } from '../../../shared/model/model.ts'
import type { Grade } from '../../../shared/model/statement.ts'
import { Draft, type GeneratedRecord } from './draft.ts'
import type { Random } from './random.ts'
import { PUBLISHERS, TOWNS } from './world.ts'

export interface SourceTruth {
  readonly id: RecordId
  readonly type: FieldValue<'source', 'type'>
  readonly grade: Grade
  readonly record: GeneratedRecord
}

const GRADES: Readonly<Record<SourceTruth['type'], readonly Grade[]>> = {
  article: ['C2', 'C3', 'D3'],
  court_document: ['B2', 'B3'],
  letter: ['B2', 'C2'],
  interview: ['B2', 'C2', 'C3'],
  official_reply: ['C3', 'D3'],
  adverse_party: ['E4', 'D4', 'E5'],
  own_monitoring: ['A1', 'A2', 'B2'],
  other: ['F6'],
}

const TITLES: Readonly<Record<SourceTruth['type'], readonly string[]>> = {
  article: [
    'Вирок у справі: хроніка засідань',
    'Хто чекає вдома',
    'Обшуки на світанку',
    'Ще один етап',
  ],
  court_document: [
    'Вирок першої інстанції, копія',
    'Апеляційна ухвала, копія',
    'Постанова про арешт, копія',
  ],
  letter: ['Лист із СІЗО', 'Лист із колонії'],
  interview: ['Розмова з родиною', 'Розмова після звільнення'],
  official_reply: ['Відповідь на запит про місце утримання', 'Відповідь прокуратури'],
  adverse_party: ['Повідомлення ФСБ про затримання', 'Прес-реліз суду'],
  own_monitoring: ['Спостереження за засіданням', 'Картка моніторингу'],
  other: ['Запис без назви'],
}

const PUBLIC_TYPES: ReadonlySet<string> = new Set(['article', 'official_reply', 'adverse_party'])

export function inventSource(random: Random, year: number): SourceTruth {
  const type = random.weighted<SourceTruth['type']>({
    article: 8,
    court_document: 4,
    letter: 1,
    interview: 2,
    official_reply: 1,
    adverse_party: 2,
    own_monitoring: 3,
  })
  const isPublic = PUBLIC_TYPES.has(type)
  const draft = new Draft('source', random.hex(16))
    .add('title', `${random.pick(TITLES[type])}, ${random.pick(TOWNS)}`)
    .add('type', type)
    .add('date', random.day(year, year + 1))
    .add('isPublic', isPublic)
  if (isPublic) {
    draft.add('publisher', random.pick(PUBLISHERS))
    draft.add('url', `https://example.org/${random.hex(4)}`)
  }
  if (type === 'interview') draft.add('note', 'Ім’я співрозмовника зберігається окремо.')
  return { id: draft.id, type, grade: random.pick(GRADES[type]), record: draft.record() }
}

/**
 * One public article, described and not copied: each count it carries becomes a claim with its publisher, its date
 * and what exactly was counted, because two of its own counts differ in all three.
 */
export function articleSource(id: string): GeneratedRecord {
  const cited = 'The Gaze, citing the FREEDOM TV channel'
  return new Draft('source', id)
    .add(
      'title',
      'Russia Using Terrorist Methods Against Crimean Tatars, Human Rights Defender Says',
    )
    .add('type', 'article')
    .add('publisher', 'The Gaze')
    .add('date', '2025~')
    .add('isPublic', true)
    .add(
      'note',
      'The copy at hand has no date; the year is estimated from the events it mentions. Its counts differ from those of other publishers: compare by definition, never by number alone.',
    )
    .add('claims', {
      text: 'The article’s own figure for Crimean Tatars who are in prison on charges it calls fabricated.',
      number: 300,
      publisher: 'The Gaze',
      date: '2025~',
      definition:
        'Rounded; Crimean Tatars only; imprisoned at the time of writing. No day of counting and no list of names is given.',
      figure: 'held',
    })
    .add('claims', {
      text: 'A speaker of the Centre for Civil Liberties: those imprisoned since 2014 and still held number over three hundred, all of them Muslim.',
      number: 300,
      publisher: `Centre for Civil Liberties, in ${cited}`,
      date: '2025~',
      definition:
        'A lower bound, spoken; counted from 2014 to the broadcast; by religion and not by people, so not the same group as the article’s own figure.',
    })
    .add('claims', {
      text: 'CrimeaSOS counted the people from Crimea against whom the Russian authorities acted in 2024.',
      number: 56,
      publisher: `CrimeaSOS, in ${cited}`,
      date: '2024',
      definition:
        'A lower bound for one calendar year; everybody from Crimea, not only Crimean Tatars; persecuted is wider than imprisoned, and the article does not say which acts count.',
    })
    .add('claims', {
      text: 'Turkey keeps acting as a mediator when releases are sought.',
      publisher: cited,
      date: '2025~',
      definition: 'A statement about negotiations, without cases or dates.',
    })
    .add('claims', {
      text: 'Abduction and torture are used to press people into working with the security services.',
      publisher: cited,
      date: '2025~',
      definition: 'A general allegation; no single incident is described.',
    })
    .record()
}
