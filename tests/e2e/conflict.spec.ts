// A record that is saved elsewhere while its form is open: the new version is offered, and what was typed stays.
import { expect, test } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import { callOk } from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { expectAccessible, make, openWorkspace } from './support/records.ts'
import { section } from './support/vaultSteps.ts'

let running: LaunchedApp | undefined
test.afterEach(async () => {
  await running?.kill()
})

test('offers the new version, keeps what was typed, and saves both', async () => {
  const { launched, page } = await openWorkspace()
  running = launched
  const id = await make(page, 'person', [
    { field: 'names', value: { text: 'Vymohdana Osoba', lang: 'en' } },
  ])
  await section(page, 'People').click()
  await page.getByRole('row', { name: /Vymohdana Osoba/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Vymohdana Osoba')
  await page.keyboard.press('e')
  const input = page.getByRole('textbox', { name: 'Date of arrest' })
  await input.fill('2019-07')
  const { record } = await callOk(page, 'records.get', { id })
  const common = { source: null, grade: 'F6', asOf: null, confidentiality: 'C0' } as const
  const add = [{ field: 'birthDate', value: '1980-01', ...common }]
  await callOk(page, 'records.save', { id, basedOn: record.lastSeq, change: { add } })
  // Of the same field, so that the two saves touch.
  const again = (await callOk(page, 'records.get', { id })).record.lastSeq
  const other = [{ field: 'arrestDate', value: '2019-06', ...common }]
  await callOk(page, 'records.save', { id, basedOn: again, change: { add: other } })

  await page.keyboard.press('Control+s')
  await expect(page.locator('[data-code="conflict"]')).toBeVisible()
  await expect(input.last()).toHaveValue('2019-07')
  await page.getByRole('button', { name: en.form.loadNew }).click()
  await expect(page.getByText(en.form.newLoaded)).toBeVisible()
  await expect(page.locator('[data-code="conflict"]')).toBeHidden()
  await expectAccessible(page)
  await page.keyboard.press('Control+s')
  await expect
    .poll(async () => (await callOk(page, 'records.get', { id })).record.statements.length)
    .toBe(4)
})
