/**
 * Every view of the workspace, and how to come to it from any other: for tests of what must hold in all of them. By
 * addresses and keys only, so that the same steps work in every language and at every size.
 */
import { expect, type Page } from '@playwright/test'
import { pathOf, RAIL, VAULT_ENTRIES } from '../../../renderer/workspace/shell/navigation.ts'
import { still } from './axe.ts'

export interface AnyView {
  readonly name: string
  readonly open: (page: Page) => Promise<void>
}

/** A click of the page's own: what hides a link is what other tests are about. */
export async function follow(page: Page, href: string): Promise<void> {
  await leave(page)
  const menu = page.locator('header button[aria-haspopup="dialog"][aria-expanded]')
  const link = page.locator(`a[href="${href}"]`).first()
  if ((await link.count()) === 0 && (await menu.count()) > 0) await menu.dispatchEvent('click')
  await link.dispatchEvent('click')
  await expect(page.locator('[role="dialog"]')).toHaveCount(0)
  await settled(page)
}

/** Closes what is open above the screen, and goes on from a form without asking. */
async function leave(page: Page): Promise<void> {
  const dialog = page.locator('[role="dialog"]')
  for (let tries = 0; tries < 3 && (await dialog.count()) > 0; tries += 1) {
    await page.keyboard.press('Escape')
    await expect(dialog)
      .toHaveCount(0, { timeout: 2_000 })
      .catch(() => {})
  }
}

/** Nothing of the screen is still on its way. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main h1, [role="dialog"]').first()).toBeVisible()
  await expect(page.locator('[aria-busy="true"], .mantine-Loader-root')).toHaveCount(0)
  await still(page)
}

const at = (href: string): AnyView => ({ name: href, open: (page) => follow(page, href) })

/** From a list, by a key of the list. */
const byKey = (
  name: string,
  list: string,
  key: string,
  rest = async (_page: Page) => {},
): AnyView => ({
  name,
  async open(page) {
    await follow(page, list)
    await page.locator('main').focus()
    await page.keyboard.press(key)
    await expect(page.locator('main form, main h1').first()).toBeVisible()
    await rest(page)
    await settled(page)
  },
})

async function openFirst(page: Page, list: string): Promise<void> {
  await follow(page, list)
  await page.locator('[role="grid"]').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.locator('[role="grid"]')).toHaveCount(0)
  await settled(page)
}

const first = (list: string): AnyView => ({
  name: `${list}/first`,
  open: (page) => openFirst(page, list),
})

const above = (name: string, open: (page: Page) => Promise<unknown>): AnyView => ({
  name,
  async open(page) {
    await follow(page, '/keys')
    await page.locator('main').focus()
    await open(page)
    await expect(page.locator('[role="dialog"]')).toBeVisible()
    await settled(page)
  },
})

export const EVERY_VIEW: readonly AnyView[] = [
  at('/'),
  ...[...RAIL.flatMap(({ entries }) => entries), ...VAULT_ENTRIES].map((entry) =>
    at(pathOf(entry)),
  ),
  {
    name: '/settings/fields',
    open: (page) => follow(page, '/settings').then(() => follow(page, '/settings/fields')),
  },
  { name: '/import', open: (page) => follow(page, '/people').then(() => follow(page, '/import')) },
  ...['/people', '/witnesses', '/cases', '/dossiers'].map(first),
  {
    name: '/evidence/first',
    async open(page) {
      await follow(page, '/evidence')
      await page.locator('main td a').first().dispatchEvent('click')
      await expect(page.locator('main td a')).toHaveCount(0)
      await settled(page)
    },
  },
  byKey('/people/new', '/people', 'n'),
  byKey('/facilities/new', '/facilities', 'n'),
  byKey('/dossiers/new', '/dossiers', 'n'),
  {
    name: '/people/first/edit',
    async open(page) {
      await openFirst(page, '/people')
      await page.locator('main').focus()
      await page.keyboard.press('e')
      await expect(page.locator('main form')).toBeVisible()
      await settled(page)
    },
  },
  above('the list of keys', (page) => page.keyboard.press('?')),
  above('the search, empty', (page) => page.keyboard.press('Control+k')),
  above('the search, with hits', async (page) => {
    await page.keyboard.press('Control+k')
    await expect(page.locator('[role="dialog"] [role="combobox"]')).toBeFocused()
    await page.keyboard.type('kanarka')
    await expect(page.locator('[role="dialog"] [role="option"]').first()).toBeVisible()
  }),
]
