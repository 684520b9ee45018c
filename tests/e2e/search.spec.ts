// The search over everything, on the built program.
import { expect, test } from '@playwright/test'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { expectAccessibleInBothThemes, make, openWorkspace } from './support/records.ts'

let running: LaunchedApp | undefined
const open = async (...args: Parameters<typeof openWorkspace>) => {
  const program = await openWorkspace(...args)
  running = program.launched
  const { page } = program
  await make(page, 'person', [
    { field: 'names', value: { text: 'Сейтвелієв Ернес', lang: 'uk' } },
    { field: 'names', value: { text: 'Seyitveliyev Ernes', lang: 'crh' } },
  ])
  await make(page, 'person', [
    { field: 'names', value: { text: 'Куртумеров Ленур', lang: 'uk' } },
    { field: 'note', value: 'Брат згадує бахчисарайський суд.' },
  ])
  await make(page, 'case', [{ field: 'label', value: 'Бахчисарайська справа' }])
  return page
}
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

test('opens from anywhere, for everybody, finds by another script and by words, and goes there by the keyboard', async () => {
  const page = await open()
  await page.keyboard.press('Control+k')
  const input = page.getByRole('combobox', { name: 'Search everything' })
  await expect(input).toBeFocused()
  await page.keyboard.type('seitveliiev')
  const options = page.getByRole('listbox').getByRole('option')
  await expect(options.first()).toContainText('Сейтвелієв Ернес')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Сейтвелієв Ернес')
  await expect(input).toBeHidden()

  await page.keyboard.press('Control+k')
  await expect(input).toBeFocused()
  await page.keyboard.type('бахчисарай')
  await expect(page.getByRole('group', { name: 'Cases' })).toContainText('Бахчисарайська справа')
  await expect(options.filter({ hasText: 'Куртумеров' })).toContainText('by a word in Note')
  const count = await options.count()
  await page.keyboard.press('ArrowUp')
  await expect(options.nth(count - 1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(input).toBeHidden()
})

test('takes every key typed right behind Ctrl+K, and gives the focus back', async () => {
  const page = await open()
  const people = page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: /^People/ })
  await people.click()
  await expect(page.getByRole('grid')).toBeVisible()
  await people.focus()
  // In one go, as the keys of a fast hand come: each is handed to what has the focus when it arrives.
  const given = await page.evaluate(() => {
    const ctrlK = { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true }
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', ctrlK))
    const focused = document.activeElement
    document.execCommand('insertText', false, 's')
    return { role: focused?.getAttribute('role'), value: (focused as HTMLInputElement).value }
  })
  expect(given).toEqual({ role: 'combobox', value: 's' })
  await page.keyboard.type('eitveliiev')
  const options = page.getByRole('listbox').getByRole('option')
  await expect(options.first()).toContainText('Сейтвелієв Ернес')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox', { name: 'Search everything' })).toBeHidden()
  await expect(people).toBeFocused()
})

test('Enter before the answer waits for it, and opens nobody found by what was typed before', async () => {
  const page = await open()
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^People/ })
    .click()
  await expect(page.getByRole('grid')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('seitveliiev')
  const list = page.getByRole('listbox')
  await expect(list).toHaveAttribute('data-answer', 'seitveliiev')
  await expect(list.getByRole('option').first()).toContainText('Сейтвелієв Ернес')
  // In one go, so that no answer can come in between.
  await page.evaluate(async () => {
    const input = document.activeElement as HTMLInputElement
    input.select()
    document.execCommand('insertText', false, 'kurtumerov')
    await Promise.resolve()
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Куртумеров Ленур')
})

test('narrows by a field with the keyboard, and keeps the search under a name', async () => {
  const page = await open()
  const held = { field: 'names', value: { text: 'Пробний Ернес', lang: 'uk' } }
  await make(page, 'person', [held, { field: 'status', value: 'serving_colony' }])
  const input = page.getByRole('combobox', { name: 'Search everything' })
  const options = page.getByRole('listbox').getByRole('option')
  const chip = page.getByRole('button', { name: /^Remove the filter “Status: serving, colony”/ })
  await page.keyboard.press('Control+k')
  await expect(input).toBeFocused()
  await page.keyboard.type('Ernes')
  await expect(options).toHaveCount(2)
  await page.keyboard.type(' status:colony')
  await expect(options.first()).toContainText('Status: serving, colony')
  await page.keyboard.press('Enter')
  await expect(chip).toBeVisible()
  await expect(input).toHaveValue('Ernes ')
  await expect(options).toHaveCount(1)
  await expect(options.first()).toContainText('Пробний Ернес')

  await page.getByRole('button', { name: 'Save this search' }).click()
  await page.keyboard.type('Held in a colony')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Rename' })).toBeVisible()
  await expect(input).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('Backspace')
  await expect(chip).toBeHidden()
  await expect(options).toHaveCount(2)

  await input.fill('')
  await expect(options).toHaveText(/Held in a colony/)
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Enter')
  await expect(chip).toBeVisible()
  await expect(input).toHaveValue('Ernes')
  await expect(options).toHaveCount(1)
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('In a colony')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('Delete “In a colony” for good?')).toBeVisible()
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('button', { name: 'Save this search' })).toBeVisible()
  await page.keyboard.press('Home')
  await page.keyboard.press('Backspace')
  await input.fill('')
  await expect(page.getByText('Narrow by a field')).toBeVisible()
  await expect(options).toHaveCount(0)

  await make(page, 'person', [
    { field: 'names', value: { text: 'Вигаданий Рустем', lang: 'uk' } },
    { field: 'note', value: 'Знає, хто такий Пробний.' },
  ])
  await input.fill('Пробний')
  await expect(options).toHaveText(['Пробний Ернес', 'Also show what matches less well'])
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(options).toHaveText([/^Пробний Ернес/, /^Вигаданий Рустем/])
})

test('says that it found nothing', async () => {
  const page = await open()
  await page.getByRole('button', { name: /Search everything/ }).click()
  await expect(page.getByRole('combobox', { name: 'Search everything' })).toBeFocused()
  await page.keyboard.type('ґґґґґ')
  await expect(page.getByText('Nothing found. Try fewer letters.')).toBeVisible()
})
