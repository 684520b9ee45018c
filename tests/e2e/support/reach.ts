/**
 * What cannot be reached on a page as it stands: it scrolls sideways, a control is cut off, or whoever comes to it by
 * the keyboard does not see it. Measured, after the browser itself has scrolled to what has the focus.
 */
import type { Page } from '@playwright/test'

/** One line for each thing that is wrong. */
export const unreachable = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const wrong: string[] = []
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40) || element.outerHTML.slice(0, 80)}`
    const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1)
    for (const scroller of [document.documentElement, document.querySelector('main'), dialog]) {
      if (scroller && scroller.scrollWidth > scroller.clientWidth + 1)
        wrong.push(
          `scrolls sideways by ${scroller.scrollWidth - scroller.clientWidth}: ${name(scroller)}`,
        )
    }
    const { scrollHeight, clientHeight } = document.documentElement
    const screen = document.querySelector('main')
    const scrollsItself = screen !== null && getComputedStyle(screen).overflowY === 'auto'
    if (scrollsItself && scrollHeight > clientHeight + 1)
      wrong.push('the window scrolls beside its screen')
    if (dialog) {
      const box = dialog.getBoundingClientRect()
      if (box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
        wrong.push(`does not fit: ${name(dialog)}`)
    }
    const focusable =
      'a[href], button:not(:disabled), input:not(:disabled):not([type="hidden"]), select, textarea, summary, [tabindex="0"]'
    const before = document.activeElement
    for (const element of (dialog ?? document).querySelectorAll<HTMLElement>(focusable)) {
      if (element.tabIndex < 0 || !element.checkVisibility() || element.closest('.skip-link'))
        continue
      element.focus()
      if (document.activeElement !== element) continue
      // A box that only draws its label, as a checkbox behind its mark does: the label is what is seen.
      const seen = element.closest('label') ?? element
      const box = (element.clientWidth < 2 ? seen : element).getBoundingClientRect()
      if (box.width === 0) continue
      if (box.left < -1 || box.right > innerWidth + 1) wrong.push(`is cut off: ${name(element)}`)
      const top = Math.max(0, box.top)
      const bottom = Math.min(innerHeight, box.bottom)
      const x = Math.min(innerWidth - 1, Math.max(0, (box.left + box.right) / 2))
      const places = [0.25, 0.5, 0.75].map((part) =>
        document.elementFromPoint(x, top + (bottom - top) * part),
      )
      const shows = places.some(
        (place) =>
          place && (element.contains(place) || seen.contains(place) || place.contains(element)),
      )
      // All of what fits is to be seen, not only its edge.
      const tall =
        element.matches('textarea, [role="grid"], main, [role="tabpanel"]') ||
        box.height > innerHeight / 2
      if (!shows || bottom <= top || (!tall && (box.top < -1 || box.bottom > innerHeight + 1)))
        wrong.push(`is hidden with the focus on it: ${name(element)}`)
      const style = getComputedStyle(element)
      if (
        element.matches('button, a') &&
        style.overflowX === 'hidden' &&
        style.textOverflow !== 'ellipsis' &&
        element.scrollWidth > element.clientWidth + 1
      )
        wrong.push(`has its words cut off: ${name(element)}`)
    }
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    return wrong
  })
