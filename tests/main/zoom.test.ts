// The size of everything: its steps, its ends, and the keys of other layouts.
import { describe, expect, it, vi } from 'vitest'
import { ZOOM_STEPS, type ZoomStep, zoomAfter, zoomStepOf } from '../../electron/main/zoom.ts'
import { Settings } from '../../shared/contract/session.ts'

vi.mock('electron', () => ({ app: {} }))

const walk = (step: ZoomStep, from: number, times: number): number[] => {
  const seen: number[] = []
  for (let at = from; seen.length < times; seen.push(at)) at = zoomAfter(at, step)
  return seen
}

describe('the size', () => {
  it('goes through every step to both ends and stays there', () => {
    expect(walk('larger', 100, 6)).toEqual([110, 125, 150, 175, 200, 200])
    expect(walk('smaller', 100, 6)).toEqual([90, 80, 75, 67, 50, 50])
  })

  it('goes from any percentage to the next step, and back to the actual size', () => {
    expect([zoomAfter(133, 'larger'), zoomAfter(133, 'smaller')]).toEqual([150, 125])
    expect([zoomAfter(199, 'larger'), zoomAfter(51, 'smaller')]).toEqual([200, 50])
    expect(zoomAfter(67, 'actual')).toBe(100)
  })

  it('has no step that the settings refuse, and the settings none beyond', () => {
    const takes = (zoom: number) => Settings.shape.zoom.safeParse(zoom).success
    expect(ZOOM_STEPS.filter((step) => !takes(step))).toEqual([])
    expect([49, 50, 200, 201, 99.5].map(takes)).toEqual([false, true, true, false, false])
  })
})

describe('a key', () => {
  const pressed = (key: string, code: string, change: object = {}) =>
    zoomStepOf({ type: 'keyDown', key, code, control: true, meta: false, alt: false, ...change })

  it.each([
    ['+ with shift', '+', 'Equal', 'larger'],
    ['= without', '=', 'Equal', 'larger'],
    ['− of a Turkish keyboard, where others have =', '-', 'Equal', 'smaller'],
    ['+ of a German keyboard', '+', 'BracketRight', 'larger'],
    ['+ of the number pad', '+', 'NumpadAdd', 'larger'],
    ['− of the number pad', '-', 'NumpadSubtract', 'smaller'],
    ['0', '0', 'Digit0', 'actual'],
    ['0 of a French keyboard', 'à', 'Digit0', 'actual'],
    ['0 of the number pad without Num Lock', 'Insert', 'Numpad0', 'actual'],
  ])('%s with Ctrl', (_what, key, code, step) => {
    expect(pressed(key, code)).toBe(step)
  })

  it('does nothing without Ctrl, with Alt, when it is let go, or when it is another', () => {
    expect(pressed('+', 'Equal', { control: false })).toBeUndefined()
    expect(pressed('+', 'Equal', { control: false, meta: true })).toBe('larger')
    expect(pressed('+', 'Equal', { alt: true })).toBeUndefined()
    expect(pressed('+', 'Equal', { type: 'keyUp' })).toBeUndefined()
    expect(pressed('9', 'Digit9')).toBeUndefined()
  })
})
