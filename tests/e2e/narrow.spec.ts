// A small window, in every language: what people decide by — a name, a status, a page as it is printed, what can be
// done with a key — is in sight there, and not squeezed out by what stands beside it.
import { expect, type Locator, test } from '@playwright/test'
import { WORDS } from '../../renderer/shared/i18n/words.ts'
import { LANGUAGES } from '../../shared/i18n/languages.ts'
import { callOk } from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { look } from './support/axe.ts'
import { make, openWorkspace } from './support/records.ts'
import { follow } from './support/views.ts'

const WIDTH = 1000
const NAME = 'Вигаданенко Мурат Сейтвелієвич'
/** Those with the longest words. */
const STATUSES = ['suspended', 'supervision', 'serving_prison', 'admin_arrest'] as const
/** All that tells the four of one name apart. */
const BORN = ['1954-04-30', '1961', '1971-02-03', '1999-12-31~'] as const

let running: LaunchedApp | undefined
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

/** Whether all of the text is drawn inside its own box. */
const isWhole = (where: Locator): Promise<boolean> =>
  where.evaluate(
    ({ clientWidth, clientHeight, scrollWidth, scrollHeight }) =>
      clientWidth > 20 && scrollWidth <= clientWidth + 1 && scrollHeight <= clientHeight + 1,
  )

test('names, statuses, printed lines and the actions of a key are in sight in a small window', async () => {
  test.setTimeout(240_000)
  const { launched, page } = await openWorkspace()
  running = launched
  await launched.app.evaluate(({ BrowserWindow }, width) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentSize(width, 700)
  }, WIDTH)
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(WIDTH)
  for (const [at, status] of STATUSES.entries())
    await make(page, 'person', [
      { field: 'names', value: { text: NAME, lang: 'uk' } },
      { field: 'birthDate', value: BORN[at] },
      { field: 'status', value: status, asOf: '2019' },
      // The ground with the longest name.
      { field: 'minorChildren', value: 2 },
    ])

  for (const language of LANGUAGES) {
    const words = WORDS[language]
    await callOk(page, 'settings.set', { language })
    await expect(page.locator('html')).toHaveAttribute('lang', language)

    await follow(page, '/people')
    const listed = page.getByRole('gridcell').getByText(NAME, { exact: true })
    await expect(listed).toHaveCount(STATUSES.length)
    for (const each of await listed.all()) expect(await isWhole(each), language).toBe(true)
    const statuses = page.getByRole('gridcell').locator('[data-tone] > :last-child')
    await expect(statuses).toHaveCount(STATUSES.length)
    for (const each of await statuses.all())
      expect(await isWhole(each), `${language}: ${await each.textContent()}`).toBe(true)

    for (const screen of ['/', '/priorities', '/registers']) {
      await follow(page, screen)
      const sideways = await page
        .getByRole('main')
        .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
      expect(sideways, `${language}: ${screen}`).toBeLessThanOrEqual(0)
      const links = page.getByRole('main').getByRole('link', { name: NAME, exact: true })
      await expect(links.first()).toBeVisible()
      // On two lines at most: between its words, and not in one of them.
      for (const link of await links.all())
        expect((await link.boundingBox())?.height, `${language}: ${screen}`).toBeLessThan(52)
    }

    await follow(page, '/keys')
    const actions = page.getByRole('table', { name: words.keys.list }).getByRole('button')
    await expect(actions).toHaveCount(4)
    for (const action of await actions.all()) {
      const [box, table] = await Promise.all([
        action.boundingBox(),
        page.getByRole('main').boundingBox(),
      ])
      expect((box?.x ?? 0) + (box?.width ?? 0), language).toBeLessThanOrEqual(
        (table?.x ?? 0) + (table?.width ?? 0) - 28,
      )
    }

    await follow(page, '/dossiers')
    await page.locator('main').focus()
    await page.keyboard.press('n')
    const names = page.locator('label').getByText(NAME, { exact: true })
    await expect(names).toHaveCount(STATUSES.length)
    for (const each of await names.all()) expect(await isWhole(each), language).toBe(true)
    const rows = page.locator('label').filter({ hasText: NAME })
    for (const born of BORN) {
      const date = rows.getByText(new RegExp(born.slice(0, 4)))
      await expect(date, language).toBeVisible()
      expect(await isWhole(date), `${language}: ${await date.textContent()}`).toBe(true)
    }
    await rows.nth(0).click()
    await rows.nth(1).click()
    // Two of one name on the list: there too the years say who is who.
    const chosen = page.locator('ol').getByRole('listitem')
    await expect(chosen).toHaveText([/19\d\d/, /19\d\d/])
    await page.getByRole('button', { name: words.dossier.preview }).click()
    const line = page.getByRole('article').first().locator('dd').first()
    await expect(line).toBeVisible()
    // The day of the list, on one line.
    expect((await line.boundingBox())?.height, language).toBeLessThan(30)
    // And of its table nothing is cut off at the edge of the page.
    const sheet = page.getByRole('article').first()
    const cells = sheet.locator('table td')
    await expect(cells.first()).toBeVisible()
    const edge = await sheet.evaluate((element) => element.getBoundingClientRect().right)
    for (const cell of await cells.all())
      expect(
        await cell.evaluate((element) => element.getBoundingClientRect().right),
        `${language}: ${await cell.textContent()}`,
      ).toBeLessThanOrEqual(edge)
    await page.getByRole('button', { name: words.dossier.backToChoice }).click()
    await rows.nth(0).click()
    await rows.nth(1).click()
  }
})

test('whose column it is stays in sight in the registers, and in the window that most have all are', async () => {
  const { launched, page } = await openWorkspace({ language: 'uk' })
  running = launched
  await launched.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentSize(1280, 700)
  })
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1280)
  for (let count = 0; count < 30; count += 1)
    await make(page, 'person', [
      { field: 'names', value: { text: `${NAME} ${count}`, lang: 'uk' } },
      { field: 'status', value: 'serving_prison', asOf: '2019' },
    ])
  await follow(page, '/registers')
  const table = page.getByRole('main').getByRole('table')
  const scroller = table.locator('..')
  for (const language of LANGUAGES) {
    await look(page, { language, theme: 'light' })
    const beyond = () =>
      scroller.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    expect(`${language} ${Math.max(0, await beyond())}`).toBe(`${language} 0`)
  }

  const last = table.getByRole('row').last()
  await last.scrollIntoViewIfNeeded()
  await expect(last).toBeInViewport()
  for (const head of await table.getByRole('columnheader').all())
    await expect(head).toBeInViewport({ ratio: 1 })
})
