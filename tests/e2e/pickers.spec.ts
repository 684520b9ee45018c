// What is typed into a picker: Enter takes what is meant, and text that chose nothing is never taken for a choice.
import { expect, type Page, test } from '@playwright/test'
import { callOk } from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { expectAccessibleInBothThemes, make, openWorkspace } from './support/records.ts'

let running: LaunchedApp | undefined
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

/** The form of a new person with a name in it, in a vault with these sources. */
async function openForm(sources: readonly string[]): Promise<Page> {
  const { launched, page } = await openWorkspace()
  running = launched
  for (const value of sources) await make(page, 'source', [{ field: 'title', value }])
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^People/ })
    .click()
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Name as written' })).toBeFocused()
  await page.keyboard.type('Вигаданий Ельведін')
  return page
}

const sourceField = (page: Page) => page.getByRole('combobox', { name: 'Source', exact: true })
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const titles = async (page: Page, kind: 'source' | 'case') => {
  const { rows } = await callOk(page, 'records.list', { kind, query: '', limit: 20 })
  return rows.map(({ title }) => title).sort()
}

test('Enter that comes before the answer takes the only record that fits, and a save waits for it', async () => {
  const page = await openForm(['Invented court paper', 'Another letter'])
  await sourceField(page).focus()
  await page.keyboard.type('court')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await expect(heading(page)).toHaveText('Вигаданий Ельведін')
  await expect(page.getByRole('button', { name: /Invented court paper/ }).first()).toBeVisible()
  expect(await titles(page, 'source')).toEqual(['Another letter', 'Invented court paper'])
})

test('Enter makes a source of a text that fits none, once, however quickly it is pressed', async () => {
  const page = await openForm([])
  await sourceField(page).focus()
  await page.keyboard.type('Wholly new paper')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await expect(heading(page)).toHaveText('Вигаданий Ельведін')
  await expect(page.getByRole('button', { name: /Wholly new paper/ }).first()).toBeVisible()
  expect(await titles(page, 'source')).toEqual(['Wholly new paper'])
})

test('text that chose nothing says so, holds the save up, and goes by Escape', async () => {
  const page = await openForm(['Invented paper one', 'Invented paper two'])
  const source = sourceField(page)
  await source.focus()
  await page.keyboard.type('Invented')
  await page.keyboard.press('Enter')
  await expect(source).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText(/^Several fit “Invented”/).first()).toBeVisible()

  // Left as it is, it still says that it is no choice.
  await page.keyboard.press('End')
  await page.keyboard.type(' pap')
  await page.keyboard.press('Tab')
  await expect(page.getByText(/^“Invented pap” is not chosen yet/).first()).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Control+s')
  await expect(source).toBeFocused()
  await expect(page.getByText('1 value needs another look')).toBeVisible()
  await expect(heading(page)).not.toHaveText('Вигаданий Ельведін')

  await page.keyboard.press('Escape')
  await expect(source).toHaveValue('')
  await expect(source).not.toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('Control+s')
  await expect(heading(page)).toHaveText('Вигаданий Ельведін')
})

test('details of a value close only when what was typed as their source is chosen or gone', async () => {
  const page = await openForm(['Invented paper one', 'Invented paper two'])
  await page.getByRole('button', { name: /^Source of Names/ }).press('Enter')
  const details = page.getByRole('dialog', { name: /Names/ })
  const source = details.getByRole('combobox', { name: 'Source', exact: true })
  await source.focus()
  await page.keyboard.type('Invented')
  await details.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(source).toBeFocused()
  await expect(details.getByText(/is not chosen yet/).first()).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(details).toBeVisible()
  await source.press('End')
  await page.keyboard.type(' paper two')
  await page.keyboard.press('Enter')
  await details.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(details).toBeHidden()
  await expect(
    page.getByRole('button', { name: /^Source of Names: Invented paper two/ }),
  ).toBeFocused()
})

test('a case is made where it is referred to', async () => {
  const page = await openForm([])
  await page.getByRole('button', { name: /^Case/ }).press('Enter')
  await page.getByRole('combobox', { name: 'Case', exact: true }).focus()
  await page.keyboard.type('Invented case')
  await expect(page.getByRole('option', { name: 'Case: make “Invented case”' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await expect(heading(page)).toHaveText('Вигаданий Ельведін')
  await expect(page.getByRole('link', { name: 'Invented case' }).first()).toBeVisible()
  expect(await titles(page, 'case')).toEqual(['Invented case'])
})
