// The map on the built program: circles and ways, the people behind a number, and one person's transfers.
import { expect, test } from '@playwright/test'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { expectAccessibleInBothThemes, make, openWorkspace } from './support/records.ts'

let running: LaunchedApp | undefined
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

test('shows who is held where, counts them, lists them, and follows one person’s transfers', async () => {
  const { launched, page } = await openWorkspace()
  running = launched
  const map = page.getByRole('list', { name: 'Map of the facilities' })
  await page.getByRole('link', { name: 'Map', exact: true }).click()
  await expect(page.getByText('No facility is recorded yet')).toBeVisible()

  const facility = (text: string) =>
    make(page, 'facility', [{ field: 'names', value: { text, lang: 'uk' } }])
  const remand = await facility('Вигаданий СІЗО, Сімферополь')
  const colony = await facility('Вигадана колонія, Ставрополь')
  const nowhere = await facility('Вигаданий підвал')
  const person = async (text: string, stays: readonly (readonly [string, string, string?])[]) => {
    const id = await make(page, 'person', [
      { field: 'names', value: { text, lang: 'uk' } },
      { field: 'minorChildren', value: stays.length },
    ])
    for (const [at, from, to] of stays)
      await make(page, 'stay', [
        { field: 'person', value: id },
        { field: 'facility', value: at },
        { field: 'from', value: from },
        ...(to ? [{ field: 'to', value: to }] : []),
      ])
  }
  await person('Сейтмеметов Ельведін', [
    [remand, '2019-07', '2021-03-02'],
    [colony, '2021-04~'],
  ])
  await person('Вигаданенко Юрій', [[remand, '2024-11-05']])
  await person('Безіменний Юрій', [[nowhere, '2025']])

  await expect(map.getByRole('listitem')).toHaveCount(2)
  const place = (name: RegExp) => map.getByRole('listitem', { name })
  await expect(place(/Ставрополь: 1 person held now/)).toBeVisible()
  await expect(page.getByText('Not on the map')).toBeVisible()
  await expect(map.locator('title', { hasText: '1 person moved this way' })).toHaveCount(1)
  await expectAccessibleInBothThemes(page)

  await page.getByRole('link', { name: 'Figures', exact: true }).click()
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: 'Held now: 3' }).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText('3 people')).toBeVisible()
  await expect(drawer.getByRole('listitem')).toHaveCount(3)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Вигаданий СІЗО, Сімферополь\s*1$/ }).click()
  await expect(drawer.getByRole('listitem')).toHaveText(['Вигаданенко Юрій'])
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Who first', exact: true }).click()
  await expect(page.getByRole('row')).toHaveCount(4)
  await expectAccessibleInBothThemes(page)
  await page.getByRole('link', { name: 'Registers', exact: true }).click()
  await expectAccessibleInBothThemes(page)
  // The eight bodies leave the name a line to stand in.
  const row = page.getByRole('row', { name: /^Вигаданенко Юрій/ })
  const named = await row.getByRole('link', { name: 'Вигаданенко Юрій' }).boundingBox()
  expect(named?.height).toBeLessThan(30)
  await page.getByRole('button', { name: 'Tick ICRC for Вигаданенко Юрій' }).click()
  await page.getByRole('textbox', { name: 'Reference number' }).fill('RUS-12')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: /RUS-12/ })).toBeVisible()
  await make(page, 'proceeding', [{ field: 'appealBy', value: '2020-02-03' }])
  await page.getByRole('link', { name: 'Agenda', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Overdue' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Last day for the appeal' })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page.getByRole('link', { name: 'Map', exact: true }).click()

  // By the keyboard: the circle, the list behind its number, the person.
  await place(/Сімферополь/).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 person held now · 2 in all')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Сейтмеметов Ельведін' })).toBeHidden()
  await page.getByRole('button', { name: 'Crimea', exact: true }).click()
  await expect(place(/Ставрополь/)).toHaveCount(0)
  await page.getByRole('button', { name: 'Everything in sight' }).click()
  await place(/Ставрополь/).click()
  await page.getByRole('link', { name: 'Сейтмеметов Ельведін' }).click()

  await page.locator('label', { hasText: /^Map$/ }).click()
  await expect(map.getByRole('listitem')).toHaveCount(2)
  const stops = page.getByRole('list', { name: 'Transfers' }).getByRole('listitem')
  await expect(stops).toHaveText([
    /^1.*Вигаданий СІЗО, Сімферополь.*Jul 2019 – 2 Mar 2021$/,
    /^2.*Вигадана колонія, Ставрополь.*since about Apr 2021$/,
  ])
  // A tooltip under the pointer lies outside every landmark, as tooltips do.
  await page.mouse.move(0, 0)
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await expectAccessibleInBothThemes(page)
})
