/**
 * The size of everything in the windows, one for all of them and remembered in the settings: by the menu, by
 * Ctrl and +, − or 0, and by Ctrl with the wheel. Between 50 and 200 percent, in steps as browsers have them.
 *
 * The keys are taken before the page and the menu see them: the menu's own accelerators miss the number pad and the
 * `=` that is the same key as `+`, and go by the key's place in layouts where + and − lie elsewhere.
 */
import { app, type Input } from 'electron'

export type ZoomStep = 'larger' | 'smaller' | 'actual'

const ACTUAL = 100
export const ZOOM_STEPS = [50, 67, 75, 80, 90, ACTUAL, 110, 125, 150, 175, 200] as const

/** The next step from any percentage, also one that is none of them. */
export function zoomAfter(percent: number, step: ZoomStep): number {
  if (step === 'actual') return ACTUAL
  if (step === 'larger') return ZOOM_STEPS.find((each) => each > percent) ?? ZOOM_STEPS.at(-1) ?? 0
  return ZOOM_STEPS.findLast((each) => each < percent) ?? ZOOM_STEPS[0]
}

const KEYS: Readonly<Record<string, ZoomStep>> = {
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  _: 'smaller',
  '0': 'actual',
}
/** Where the key writes something else: the zero of a French keyboard, the number pad without Num Lock. */
const PLACES: Readonly<Record<string, ZoomStep>> = { Digit0: 'actual', Numpad0: 'actual' }

type Pressed = Pick<Input, 'type' | 'key' | 'code' | 'control' | 'meta' | 'alt'>

export function zoomStepOf(pressed: Pressed): ZoomStep | undefined {
  const { type, key, code, control, meta, alt } = pressed
  if (type !== 'keyDown' || alt || !(control || meta)) return undefined
  return KEYS[key] ?? PLACES[code]
}

export function setupZoomKeys(onZoom: (step: ZoomStep) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('before-input-event', (event, input) => {
      const step = zoomStepOf(input)
      if (!step) return
      event.preventDefault()
      onZoom(step)
    })
    contents.on('zoom-changed', (_zoom, direction) =>
      onZoom(direction === 'in' ? 'larger' : 'smaller'),
    )
  })
}
