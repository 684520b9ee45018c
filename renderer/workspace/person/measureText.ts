/** How wide words of the time line are, and as much of them as fits. SVG itself neither wraps nor cuts. */

const FONT = "13px 'Noto Sans Variable', system-ui, sans-serif"
const APART = '…'

let pen: CanvasRenderingContext2D | null | undefined

/** Width in pixels; an estimate by letters where there is no canvas. */
export function textWidth(text: string): number {
  if (pen === undefined) {
    pen = document.createElement('canvas').getContext('2d')
    if (pen) pen.font = FONT
  }
  return pen ? pen.measureText(text).width + 2 : text.length * 7.5
}

export function fitText(text: string, room: number): string {
  if (textWidth(text) <= room) return text
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
  while (letters.length > 1 && textWidth(letters.join('').trimEnd() + APART) > room) letters.pop()
  return letters.join('').trimEnd() + APART
}
