/**
 * Somebody with a keyboard and nothing else: goes to things by Tab, notices when the focus is lost on the way, and can
 * show that no pointer had a part in what was done.
 */
import { expect, type Locator, type Page } from '@playwright/test'

const LONGEST_WAY = 250

const hasFocus = (target: Locator) =>
  target.evaluateAll((found) => found.some((element) => element === document.activeElement))

/** Goes on by Tab, or back by Shift and Tab, until `target` has the focus. */
export async function tabTo(page: Page, target: Locator, back = false): Promise<void> {
  await goTo(page, target, back ? 'Shift+Tab' : 'Tab')
}

/** Goes on by `key` until `target` has the focus: an arrow in a menu or along a drawing. */
export async function goTo(page: Page, target: Locator, key: string): Promise<void> {
  const way: string[] = []
  for (let steps = 0; steps < LONGEST_WAY; steps += 1) {
    if (await hasFocus(target)) return
    await page.keyboard.press(key)
    way.push(await focused(page))
  }
  throw new Error(
    `${key} does not lead to ${target}; it leads through ${[...new Set(way)].join(' → ')}`,
  )
}

/** What has the focus, in a few words; `nothing` when it was lost. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body) return 'nothing'
    return `${at.tagName.toLowerCase()} ${(at.getAttribute('aria-label') ?? at.textContent ?? '').slice(0, 30)}`
  })

export async function tabAndPress(page: Page, target: Locator, key: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

export const press = (page: Page, key: string): Promise<void> => page.keyboard.press(key)
export const type = (page: Page, text: string): Promise<void> => page.keyboard.type(text)

/** Goes to a field and types into it. */
export async function tabAndType(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.type(text)
}

/** Opens the menu of a button and takes an item of it. */
export async function takeFromMenu(page: Page, of: Locator, item: Locator): Promise<void> {
  await tabAndPress(page, of, 'Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await goTo(page, item, 'ArrowDown')
  await page.keyboard.press('Enter')
}

/** Counts from now on what a pointer does in this page; a key that presses a button is no pointer. */
export async function watchPointer(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { pointerUses: number }
    counted.pointerUses = 0
    for (const event of ['pointerdown', 'mousedown', 'touchstart', 'wheel'])
      window.addEventListener(event, () => (counted.pointerUses += 1), true)
  })
  return () => page.evaluate(() => (window as unknown as { pointerUses: number }).pointerUses)
}
