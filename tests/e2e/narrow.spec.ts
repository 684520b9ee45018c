// A small window, in every language: what people decide by — a name, a status, a page as it is printed, what can be
// done with a key — is in sight there, and not squeezed out by what stands beside it.
import { expect, type Locator, test } from '@playwright/test'
import { WORDS } from '../../renderer/shared/i18n/words.ts'
import { LANGUAGES } from '../../shared/i18n/languages.ts'
import { callOk } from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { make, openWorkspace } from './support/records.ts'
import { follow } from './support/views.ts'

const WIDTH = 1000
const NAME = 'Вигаданенко Мурат Сейтвелієвич'
/** Those with the longest words. */
const STATUSES = ['suspended', 'supervision', 'serving_prison', 'admin_arrest'] as const

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
  for (const status of STATUSES)
    await make(page, 'person', [
      { field: 'names', value: { text: NAME, lang: 'uk' } },
      { field: 'birthDate', value: '1954-04-30' },
      { field: 'status', value: status, asOf: '2019' },
    ])

  for (const language of LANGUAGES) {
    const words = WORDS[language]
    await callOk(page, 'settings.set', { language })
    await expect(page.locator('html')).toHaveAttribute('lang', language)

    await follow(page, '/people')
    const statuses = page.getByRole('gridcell').locator('[data-tone] > :last-child')
    await expect(statuses).toHaveCount(STATUSES.length)
    for (const each of await statuses.all())
      expect(await isWhole(each), `${language}: ${await each.textContent()}`).toBe(true)

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
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: words.dossier.preview }).click()
    const line = page.getByRole('article').first().locator('dd').first()
    await expect(line).toBeVisible()
    // The day of the list, on one line.
    expect((await line.boundingBox())?.height, language).toBeLessThan(30)
    await page.getByRole('button', { name: words.dossier.backToChoice }).click()
    await page.getByRole('checkbox').first().uncheck()
  }
})
