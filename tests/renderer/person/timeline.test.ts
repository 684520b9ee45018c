/** The time line: what is on it, and that nothing lies over anything else or claims more than is known. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TimelineItem, timelineOf } from '../../../renderer/workspace/person/timeline.ts'
import { layoutTimeline } from '../../../renderer/workspace/person/timelineLayout.ts'
import type { LinkedRecord } from '../../../shared/contract/records.ts'
import { spanOf } from '../../../shared/dates/span.ts'
import { PartialDate } from '../../../shared/model/values.ts'
import { record, recordId, statement } from '../records/support.ts'

const date = (text: string) => PartialDate.parse(text)
const TODAY = Date.UTC(2026, 2, 1) / 86_400_000

const linked = (
  n: number,
  kind: LinkedRecord['kind'],
  from: string | null,
  to: string | null,
  values: LinkedRecord['values'],
): LinkedRecord => ({
  id: recordId(n),
  kind,
  title: 'Invented · 2019',
  via: 'person',
  from: from === null ? null : date(from),
  to: to === null ? null : date(to),
  values,
})

describe('the time line of a person', () => {
  const person = record('person', [
    statement(1, 'arrestDate', '2019-03-27'),
    statement(2, 'arrestPlace', 'Old Town'),
    statement(3, 'verdictDate', '2021'),
    statement(4, 'termEnd', '2036-03'),
  ])

  it('has the person’s own dates, incidents and stays in their order', () => {
    const items = timelineOf(person, [
      linked(11, 'stay', '2019-04', '2020-01', { facility: ['SIZO-9'] }),
      linked(12, 'incident', '2020-02-02', null, { type: ['transfer'], place: ['Station'] }),
      linked(13, 'evidence', '2020-02-02', null, {}),
      linked(14, 'stay', null, null, { facility: ['Colony'] }),
    ])
    expect(items.map((item) => (item.what === 'stay' ? item.place : item.type))).toEqual([
      'arrest',
      'SIZO-9',
      'transfer',
      'verdict',
      'termEnd',
    ])
    expect(items[0]).toMatchObject({ place: 'Old Town', record: null })
  })

  it('has acts, examinations and what courts decided, each once', () => {
    const items = timelineOf(person, [
      { ...linked(11, 'act', '2019-04-02', null, { type: ['torture'] }), via: 'victim' },
      linked(12, 'examination', '2019-05', null, {}),
      linked(13, 'proceeding', '2020', '2021', {
        stage: ['first_instance'],
        outcome: ['convicted'],
      }),
      linked(14, 'proceeding', '2021-05', null, { stage: ['appeal'], court: ['Invented court'] }),
      linked(15, 'health', '2019-05', null, {}),
      linked(16, 'proceeding', null, null, { stage: ['cassation'] }),
      // What an involvement or an incident leads to is nobody's own.
      { ...linked(17, 'act', '2019-04-02', null, { type: ['threat'] }), via: 'incident' },
    ])
    expect(items.map((item) => (item.what === 'stay' ? 'stay' : item.type))).toEqual([
      ...['arrest', 'torture', 'examination', 'first_instance', 'appeal', 'termEnd'],
    ])
    expect(items[3]).toMatchObject({ date: '2021', outcome: 'convicted' })
    expect(items[4]).toMatchObject({ date: '2021-05', place: 'Invented court' })
    expect(items[4]).not.toHaveProperty('outcome')
  })

  it('tells an act once when its incident says the same of the same day', () => {
    const incident = linked(11, 'incident', '2019-04-02', null, { type: ['torture'] })
    const act = (type: string, from: string) => ({
      ...linked(12, 'act', from, null, { type: [type] }),
      via: 'victim',
    })
    const count = (other: LinkedRecord) => timelineOf(person, [incident, other]).length
    expect(count(act('torture', '2019-04-02'))).toBe(4)
    expect(count(act('torture', '2019-04-03'))).toBe(5)
    expect(count(act('threat', '2019-04-02'))).toBe(5)
  })

  it('tells the arrest once when an incident tells it too', () => {
    const arrest = linked(11, 'incident', '2019-03-27', null, { type: ['arrest'] })
    expect(
      timelineOf(person, [arrest]).filter((i) => i.what === 'moment' && i.type === 'arrest'),
    ).toHaveLength(1)
    const other = linked(11, 'incident', '2019-03-28', null, { type: ['arrest'] })
    expect(
      timelineOf(person, [other]).filter((i) => i.what === 'moment' && i.type === 'arrest'),
    ).toHaveLength(2)
  })

  it('leaves out what was taken back', () => {
    const gone = record('person', [statement(1, 'arrestDate', '2019', { retractedBy: 2 })])
    expect(timelineOf(gone, [])).toEqual([])
  })
})

const stay = (from: string, to: string | null, n = 1): TimelineItem => ({
  what: 'stay',
  key: `s${n}`,
  place: 'SIZO',
  from: date(from),
  to: to === null ? null : date(to),
  record: { kind: 'stay', id: recordId(n) },
})
const moment = (at: string, n = 1): TimelineItem => ({
  what: 'moment',
  key: `m${n}`,
  type: 'hearing',
  place: '',
  date: date(at),
  record: null,
})
const measure = { width: 900, today: TODAY, labelWidth: () => 120 }

describe('the layout', () => {
  it('draws a stretch for a date that is not known to the day, a point for one that is', () => {
    const layout = layoutTimeline([moment('2020'), moment('2020-05-05', 2)], measure)
    expect(layout.moments[0]?.maybe).not.toBeNull()
    expect(layout.moments[1]?.maybe).toBeNull()
  })

  it('keeps an unfinished stay open until today, and no further', () => {
    const [bar] = layoutTimeline([stay('2020-01-01', null), stay('2019', '2030')], measure).stays
    const layout = layoutTimeline([stay('2020-01-01', null)], measure)
    expect(bar?.open).toBe(true)
    expect(layout.stays[0]?.end).toBeLessThanOrEqual(layout.today)
    expect(layout.stays[0]?.maybe).toEqual([])
  })

  it('shows only what is sure as sure', () => {
    const [bar] = layoutTimeline([stay('2019', '2021-03')], measure).stays
    expect(bar?.maybe).toHaveLength(2)
    expect(bar?.sure.from).toBeGreaterThan(bar?.x ?? Number.NaN)
    expect(bar?.sure.to).toBeLessThan(bar?.end ?? Number.NaN)
  })

  it('marks at most one year per 56 pixels', () => {
    for (const width of [200, 500, 900, 1600]) {
      const { years } = layoutTimeline([stay('1985', '2024')], { ...measure, width })
      for (let i = 1; i < years.length; i += 1) {
        expect((years[i]?.x ?? 0) - (years[i - 1]?.x ?? 0)).toBeGreaterThanOrEqual(55.9)
      }
    }
  })

  it('marks the years of a slip of the hand where they are', () => {
    const { years } = layoutTimeline([moment('0000')], { ...measure, width: 1600 })
    const places = years.map(({ x }) => x)
    expect(years[0]?.year).toBeLessThan(100)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  const anyDay = fc
    .integer({ min: 16_000, max: 20_500 })
    .chain((day) =>
      fc
        .constantFrom(4, 7, 10)
        .map((cut) => date(new Date(day * 86_400_000).toISOString().slice(0, cut))),
    )
  const anyItem: fc.Arbitrary<TimelineItem> = fc.oneof(
    anyDay.map((at) => moment(at)),
    fc
      .tuple(anyDay, fc.option(anyDay))
      .filter(([a, b]) => b === null || spanOf(a).from <= spanOf(b).from)
      .map(([a, b]) => stay(a, b)),
  )

  it('puts nothing over anything else and everything on the surface', () => {
    fc.assert(
      fc.property(
        fc.array(anyItem, { maxLength: 25 }),
        fc.integer({ min: 300, max: 1600 }),
        (items, width) => {
          const layout = layoutTimeline(items, { ...measure, width })
          const boxes = [
            ...layout.moments.map((m) => {
              const from = m.label.anchor === 'start' ? m.label.x : m.label.x - m.label.width
              return {
                row: `m${m.row}`,
                from: Math.min(from, m.maybe?.from ?? m.x),
                to: Math.max(from + m.label.width, m.maybe?.to ?? m.x),
              }
            }),
            ...layout.stays.map((s) => ({
              row: `s${s.row}`,
              from: Math.min(s.x, s.label.x),
              to: Math.max(s.end, s.label.x + s.label.width),
            })),
          ]
          for (const [i, a] of boxes.entries()) {
            expect(a.from).toBeGreaterThanOrEqual(-0.001)
            expect(a.to).toBeLessThanOrEqual(width + 0.001)
            for (const b of boxes.slice(i + 1)) {
              if (a.row === b.row) expect(a.to <= b.from || b.to <= a.from).toBe(true)
            }
          }
        },
      ),
    )
  })
})
