// People who may be one, on the built program: beside the form, over the whole vault, merged and taken apart.
import { expect, type Page, test } from '@playwright/test'
import { callOk } from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { expectAccessibleInBothThemes, make, openWorkspace } from './support/records.ts'

// Two looks by axe at a whole form are slow where others work at the same time.
test.describe.configure({ timeout: 180_000 })

let running: LaunchedApp | undefined
const open = async (): Promise<Page> => {
  const program = await openWorkspace()
  running = program.launched
  return program.page
}
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

const person = (page: Page, text: string, lang: string, born?: string) =>
  make(page, 'person', [
    { field: 'names', value: { text, lang } },
    ...(born ? [{ field: 'birthDate', value: born }] : []),
  ])
const toPeople = (page: Page) =>
  page
    .getByRole('navigation')
    .getByRole('link', { name: /^People/ })
    .click()

test('offers who is recorded while a person is typed, keeps the draft, and remembers who is another', async () => {
  const page = await open()
  await person(page, 'Emir Huseyin', 'en')
  await toPeople(page)
  const begin = async () => {
    await page.getByRole('button', { name: 'New person' }).first().click()
    await page.locator('[data-field="names"] input').first().fill('Эмир-Усеин')
  }
  await begin()
  const panel = page.getByRole('status', { name: 'Perhaps recorded already' })
  await expect(panel).toContainText('Emir Huseyin')
  await expect(panel).toContainText('Name, Cyrillic and Latin: Эмир-Усеин and Emir Huseyin')
  // It takes nobody's focus.
  await expect(page.locator('[data-field="names"] input').first()).toBeFocused()
  await expectAccessibleInBothThemes(page)

  // A look at the record keeps what is typed, and offers to go on.
  await panel.getByRole('button', { name: /^Open Emir Huseyin/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Emir Huseyin')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.locator('[data-field="names"] input').first()).toHaveValue('Эмир-Усеин')

  await panel.getByRole('button', { name: 'Emir Huseyin is a different person' }).press('Enter')
  await expect(panel).toContainText('A different person: Emir Huseyin')
  await expect(panel.getByRole('button', { name: /^Open/ })).toHaveCount(0)
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Эмир-Усеин')

  // Told more of, the two are not offered as one again.
  await page.getByRole('button', { name: 'Edit' }).first().click()
  await page.getByRole('button', { name: /^Identity/ }).click()
  await page.locator('[data-field="birthDate"] input').first().fill('1980')
  // Longer than it waits before it asks.
  await page.waitForTimeout(1500)
  await expect(panel).toHaveCount(0)
})

test('finds a pair over the whole vault, merges it, and takes it apart again', async () => {
  const page = await open()
  const kept = await person(page, 'Тестенко Рустем', 'uk', '1980-03-12')
  const from = await person(page, 'Rüstem Testenko', 'tr', '1980-03-12')
  await person(page, 'Образцовий Айдер', 'uk')
  await toPeople(page)
  await page.getByRole('link', { name: 'Possible duplicates' }).click()
  await page.getByRole('button', { name: 'Compare all people' }).click()
  const pairs = page.getByRole('list', { name: 'To be decided' }).getByRole('listitem', {
    name: /^(Тестенко Рустем and Rüstem Testenko|Rüstem Testenko and Тестенко Рустем)$/,
  })
  await expect(pairs).toHaveCount(1)
  await expect(pairs).toContainText('Same')
  await expect(pairs).toContainText('Born on the same day')
  await expectAccessibleInBothThemes(page)

  const states = async () =>
    Promise.all(
      [kept, from].map(async (id) => {
        const { record, mergedInto } = await callOk(page, 'records.get', { id })
        const held = record.statements.filter(({ retractedBy }) => retractedBy === null)
        return [mergedInto, held.map(({ field, value }) => [field, value])]
      }),
    )
  const before = await states()

  await pairs.getByRole('button', { name: 'Merge…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /Тестенко Рустем/ }).check()
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByText('No two people look like one')).toBeVisible()
  expect(await states()).not.toEqual(before)
  await page.getByRole('button', { name: 'Take apart' }).click()
  await expect(pairs).toHaveCount(1)
  expect(await states()).toEqual(before)

  await pairs.getByRole('button', { name: 'Different people' }).click()
  await expect(pairs).toHaveCount(0)
  const apart = page.getByRole('list', { name: 'Called different people' })
  await expect(apart).toContainText('Rüstem Testenko')
  await apart.getByRole('button', { name: 'Take back' }).click()
  await expect(pairs).toHaveCount(1)
})

test('offers on the page of somebody what they resemble after a merge, to merge on or call another', async () => {
  const page = await open()
  const kept = await person(page, 'Тестенко Рустем', 'uk')
  const from = await make(page, 'person', [
    { field: 'names', value: { text: 'Rüstem Testenko', lang: 'tr' } },
    { field: 'names', value: { text: 'Вигаданий Айдер', lang: 'uk' } },
    { field: 'birthDate', value: '1980-03-12' },
  ])
  const third = await person(page, 'Vyhadanyi Aider', 'en', '1980-03-12')
  await person(page, 'Вигаданий Айдер', 'uk', '1951-01-02')
  await toPeople(page)
  await page.getByRole('row').filter({ hasText: 'Тестенко Рустем' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Тестенко Рустем')
  const offers = page.getByRole('list', { name: 'One more record of this person?' })
  const offer = offers.getByRole('listitem', { name: 'Vyhadanyi Aider' })
  await expect(offers).toHaveCount(0)

  await callOk(page, 'records.merge', { into: kept, from })
  await expect(offer).toContainText('Same')
  await expect(offer).toContainText('Born on the same day')
  await expect(offer).toContainText('Вигаданий Айдер and Vyhadanyi Aider')
  await expectAccessibleInBothThemes(page)

  // Taken apart, it resembles them no longer; merged anew, it does again.
  await page.getByRole('button', { name: 'Take apart' }).click()
  await expect(offers).toHaveCount(0)
  await callOk(page, 'records.merge', { into: kept, from })
  await offer.getByRole('button', { name: 'Vyhadanyi Aider is a different person' }).click()
  await expect(offer).toHaveCount(0)
  expect((await callOk(page, 'duplicates.different', {})).pairs).toHaveLength(1)
  await callOk(page, 'duplicates.judge', { a: kept, b: third, verdict: 'open' })

  await offer.getByRole('button', { name: 'Merge…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: /Тестенко Рустем/ })).toBeChecked()
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(offer).toHaveCount(0)
  expect((await callOk(page, 'records.get', { id: third })).mergedInto).toBe(kept)
})
