/** What of a page does not fit: words cut off at their edge, and whatever makes the window scroll sideways. */
import type { Page } from '@playwright/test'
import { inPage } from '../../support/app/program.ts'

const SPEAKING =
  'h1, h2, h3, button, button *, a, a *, label, dt, th, [role=columnheader], [role=columnheader] *, legend, p'

/** Each as its text; none when everything fits. A text that ends in an ellipsis by itself is cut off as well. */
export const clipped = (page: Page): Promise<string[]> =>
  inPage(
    page,
    `(() => {
      const found = []
      const scrolls = (one) => {
        for (let box = one.parentElement; box; box = box.parentElement)
          if (/auto|scroll/.test(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth) return true
        return false
      }
      const { scrollWidth, clientWidth } = document.documentElement
      if (scrollWidth > clientWidth) found.push('the window scrolls sideways: ' + scrollWidth + ' > ' + clientWidth)
      for (const one of document.querySelectorAll(${JSON.stringify(SPEAKING)})) {
        const text = one.textContent.trim()
        const style = getComputedStyle(one)
        if (text === '' || one.clientWidth < 4 || one.closest('.visually-hidden, svg')) continue
        const lines = style.webkitLineClamp !== 'none' && one.scrollHeight > one.clientHeight + 2
        if (lines || (style.overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1)) found.push('cut off: ' + text)
        const { right, left, width } = one.getBoundingClientRect()
        if (width > 4 && (right > clientWidth + 1 || left < -1) && !scrolls(one))
          found.push('outside the window: ' + text)
      }
      return [...new Set(found)]
    })()`,
  )
