// Drops real files onto a place of the page, as the system's file manager does: the page sees File objects and no path.
import type { Locator, Page } from '@playwright/test'

/** @param files paths that the program may read; they may be folders */
export async function dropFiles(
  page: Page,
  place: Locator,
  files: readonly string[],
): Promise<void> {
  await place.scrollIntoViewIfNeeded()
  const box = await place.boundingBox()
  if (!box) throw new Error('The place to drop on is not shown.')
  const at = { x: box.x + box.width / 3, y: box.y + box.height / 2 }
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  const session = await page.context().newCDPSession(page)
  try {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, ...at, data })
    }
  } finally {
    await session.detach()
  }
}
