/** The figures of the body chart, and how a mark gets its place. */
import { describe, expect, it } from 'vitest'
import {
  middleOf,
  regionAt,
  SHAPES,
} from '../../../../renderer/workspace/records/bodyChart/figure.ts'
import {
  placedAt,
  placedIn,
} from '../../../../renderer/workspace/records/form/controls/markPlace.ts'
import { blankRaw, isBlank, readRaw } from '../../../../renderer/workspace/records/form/raw.ts'
import { BODY_REGIONS, BODY_VIEWS } from '../../../../shared/model/bodyMark.ts'
import { fieldOf } from '../../../../shared/model/model.ts'

describe('a figure', () => {
  it('shows every part of the body on one side or the other', () => {
    for (const region of BODY_REGIONS)
      expect(
        BODY_VIEWS.some((view) => SHAPES[view].some((each) => each.region === region)),
        region,
      ).toBe(true)
  })

  it('finds a part under its own middle', () => {
    for (const view of BODY_VIEWS)
      for (const { region } of SHAPES[view]) {
        const middle = middleOf(view, region)
        expect([view, region, middle && regionAt(view, middle)]).toEqual([view, region, region])
      }
  })

  it('has the person’s own right on the reader’s left in front, and the other way round behind', () => {
    expect(middleOf('front', 'hand_right')?.x).toBeLessThan(500)
    expect(middleOf('front', 'hand_left')?.x).toBeGreaterThan(500)
    expect(middleOf('back', 'hand_right')?.x).toBeGreaterThan(500)
  })

  it('has nothing beside it', () => {
    for (const view of BODY_VIEWS)
      for (const [x, y] of [
        [0, 0],
        [1000, 0],
        [500, 1000],
        [0, 1000],
        [500, 0],
        [330, 300],
      ] as const)
        expect(regionAt(view, { x, y }), `${view} ${x} ${y}`).toBeUndefined()
    expect(middleOf('back', 'face')).toBeUndefined()
  })
})

describe('a mark', () => {
  const blank = blankRaw('bodyMark') as Record<string, string>

  it('is placed by a click, which names the part, and stays on the drawing', () => {
    expect(placedAt(blank, 'front', 500.4, 250)).toMatchObject({
      view: 'front',
      region: 'chest',
      x: '500',
      y: '250',
    })
    expect(placedAt(blank, 'back', 500, 250)).toMatchObject({ region: 'upper_back' })
    expect(placedAt({ ...blank, region: 'neck' }, 'front', -9, 1001)).toMatchObject({
      region: 'neck',
      x: '0',
      y: '1000',
    })
  })

  it('is placed by the part that is chosen, on the figure that shows it', () => {
    expect(placedIn(blank, 'buttocks')).toMatchObject({ view: 'back', region: 'buttocks' })
    expect(placedIn({ ...blank, view: 'back' }, 'knee_left')).toMatchObject({ view: 'back' })
    const here = placedAt(blank, 'front', 520, 260)
    expect(placedIn(here, 'chest')).toEqual(here)
    expect(placedIn(here, '')).toMatchObject({ region: '', x: '520' })
  })

  it('is read as the model takes it, and is missing what it needs', () => {
    const spec = fieldOf('examination', 'marks')
    if (!spec) throw new Error('no such field')
    expect(isBlank(blank)).toBe(true)
    const placed = { ...placedAt(blank, 'front', 520, 260), type: 'burn', sizeMm: '30' }
    expect(readRaw(spec, placed, '2024-01-01')).toEqual({
      state: 'value',
      value: { view: 'front', region: 'chest', x: 520, y: 260, type: 'burn', sizeMm: 30 },
    })
    expect(readRaw(spec, { ...placed, type: '' }, '2024-01-01').state).toBe('error')
    expect(readRaw(spec, { ...placed, x: '1001' }, '2024-01-01').state).toBe('error')
    expect(readRaw(spec, { ...placed, sizeMm: '0' }, '2024-01-01').state).toBe('error')
  })
})
