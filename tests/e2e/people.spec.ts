// Making and finding people on the built program, by the keyboard as far as a hand would.
import { expect, test } from '@playwright/test'
import { callOk } from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { expectAccessibleInBothThemes, make, openWorkspace } from './support/records.ts'

let running: LaunchedApp | undefined
const open = async (...args: Parameters<typeof openWorkspace>) => {
  const program = await openWorkspace(...args)
  running = program.launched
  return program.page
}
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

const people = (page: Awaited<ReturnType<typeof open>>) =>
  page.getByRole('navigation').getByRole('link', { name: /^People/ })

test('makes the first person by the keyboard and finds them by another script', async () => {
  const page = await open()
  await people(page).press('Enter')
  await expect(page.getByText('Record the first person')).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByRole('heading', { name: 'New person' })).toBeVisible()
  await expect(page.getByLabel('Name as written')).toBeFocused()
  await page.keyboard.type('Эмир-Усеинов Марлен Зекирья-оглу')
  await expect(page.getByLabel('Language')).toHaveValue('ru')
  await page.getByRole('combobox', { name: 'Status' }).focus()
  await page.keyboard.type('remand')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('remand (SIZO)')
  await page.getByRole('textbox', { name: 'Date of arrest' }).focus()
  await page.keyboard.type('близько 03.2019')
  await expect(page.getByText('= about March 2019')).toBeVisible()
  await page.keyboard.press('Control+s')

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Эмир-Усеинов Марлен Зекирья-оглу',
  )
  await expect(page.getByText('remand (SIZO)').first()).toBeVisible()
  await expect(page.getByText('about Mar 2019').first()).toBeVisible()

  await people(page).press('Enter')
  await expect(page.getByRole('grid')).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('emirüsein zekirya')
  const rows = page.getByRole('row').filter({ hasText: 'Эмир-Усеинов' })
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Эмир-Усеинов')
})

test('Enter in a menu takes what was typed, even in one go', async () => {
  const page = await open()
  await people(page).press('Enter')
  await expect(page.getByText('Record the first person')).toBeVisible()
  await page.keyboard.press('n')
  const status = page.getByRole('combobox', { name: 'Status' })
  await status.focus()
  // As a paste does, or fingers that are faster than the menu.
  await page.keyboard.insertText('remand')
  await expect(page.getByRole('option', { name: 'remand (SIZO)' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(status).toHaveValue('remand (SIZO)')
})

test('says by which spelling a person was found, and what nobody has confirmed for long', async () => {
  const page = await open()
  await make(page, 'person', [
    { field: 'names', value: { text: 'Сейтвелієв Ернес', lang: 'uk' } },
    { field: 'names', value: { text: 'Ernes Seytveliyev', lang: 'crh' } },
    { field: 'names', value: { text: 'Тимур Прізвисько', lang: 'uk', type: 'alias' } },
    { field: 'status', value: 'remand', asOf: '2019-03' },
  ])
  await people(page).click()
  await expect(page.getByRole('row')).toHaveCount(2)
  const old = page.getByRole('row').nth(1).getByRole('img', { name: 'as of Mar 2019' })
  await expect(old).toBeVisible()
  const onlyOld = page.getByRole('button', { name: 'Not confirmed for long' })
  await onlyOld.click()
  await expect(onlyOld).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('row')).toHaveCount(2)
  await onlyOld.click()
  await page.keyboard.press('/')
  await page.keyboard.type('тимур')
  await expect(page.getByRole('row').nth(1)).toContainText('Тимур Прізвисько')
  await expect(page.getByRole('row').nth(1)).toContainText('Сейтвелієв Ернес')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('щось зовсім інше')
  await expect(page.getByText('Nothing found')).toBeVisible()
})

test('keeps what was typed when a value is wrong, and asks before it is left', async () => {
  const page = await open()
  await people(page).click()
  await expect(page.getByText('Record the first person')).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByLabel('Name as written')).toBeFocused()
  await page.keyboard.type('Неназвана Людина')
  await page.getByRole('textbox', { name: 'Date of arrest' }).fill('31.02.2019')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('There is no such day.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Date of arrest' })).toBeFocused()
  const { total } = await callOk(page, 'records.list', { kind: 'person', limit: 1 })
  expect(total).toBe(0)

  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Cases/ })
    .click()
  await expect(page.getByText('Leave without saving?')).toBeVisible()
  await page.getByRole('button', { name: 'Stay here' }).click()
  await expect(page.getByLabel('Name as written')).toHaveValue('Неназвана Людина')
  await page.getByRole('textbox', { name: 'Date of arrest' }).fill('28.02.2019')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Неназвана Людина')
})

test('lists hundreds of people, holds only some of them, and moves by the keyboard', async () => {
  const page = await open()
  // More than two pages of rows.
  for (let i = 0; i < 240; i += 1) {
    await make(page, 'person', [
      { field: 'names', value: { text: `Вигаданий ${String(i).padStart(3, '0')}`, lang: 'uk' } },
    ])
  }
  await people(page).click()
  await expect(page.getByRole('status').getByText('240 records')).toBeVisible()
  expect(await page.getByRole('row').count()).toBeLessThan(60)
  await page.getByRole('grid').focus()
  await page.keyboard.press('End')
  await expect(page.getByRole('row', { selected: true })).toContainText('Вигаданий 239')
  await page.keyboard.press('Home')
  await expect(page.getByRole('row', { selected: true })).toContainText('Вигаданий 000')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Вигаданий 001')
})

test('the list, the empty list and the form can be used by everybody in either theme', async () => {
  const page = await open()
  await people(page).click()
  await expect(page.getByText('Record the first person')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await make(page, 'person', [
    {
      field: 'names',
      value: { text: 'Абдулджеміль-огли Сейтмеметов-Кирим’ярський', lang: 'uk' },
    },
    { field: 'status', value: 'punishment_cell' },
    { field: 'arrestDate', value: '2019-03' },
    { field: 'arrestDate', value: '2019-04' },
  ])
  await expect(page.getByRole('row')).toHaveCount(2)
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: 'New person' }).click()
  await page.getByRole('button', { name: /^Identity/ }).click()
  await page.getByRole('button', { name: /^Source of Names/ }).click()
  await expectAccessibleInBothThemes(page)
})
