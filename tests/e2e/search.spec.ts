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

test('opens from anywhere, finds by another script and by words, and goes there by the keyboard', async () => {
  const page = await open()
  await page.keyboard.press('Control+k')
  const input = page.getByRole('combobox', { name: 'Search everything' })
  await expect(input).toBeFocused()
  await page.keyboard.type('seitveliiev')
  const options = page.getByRole('listbox').getByRole('option')
  await expect(options.first()).toContainText('Сейтвелієв Ернес')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
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

test('says that it found nothing', async () => {
  const page = await open()
  await page.getByRole('button', { name: /Search everything/ }).click()
  await expect(page.getByRole('combobox', { name: 'Search everything' })).toBeFocused()
  await page.keyboard.type('ґґґґґ')
  await expect(page.getByText('Nothing found. Try fewer letters.')).toBeVisible()
})

test('can be used by everybody in either theme', async () => {
  const page = await open()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search everything' })).toBeFocused()
  await page.keyboard.type('Сейтвелієв')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await expectAccessibleInBothThemes(page)
})
