// Witnesses on the built program: an identity opens only for a reason, and hides.
import { expect, type Page, test } from '@playwright/test'
import type { CallInput } from '../../shared/contract/contract.ts'
import type { RecordId } from '../../shared/ids.ts'
import { callOk, inPage } from '../support/app/program.ts'
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

const SECRET = 'Вигадана Захищена Особа'

async function openWitness(page: Page, sealed = true): Promise<RecordId> {
  const witness = await make(page, 'witness', [
    { field: 'codeName', value: 'Шипшина-7', confidentiality: 'C1' },
    { field: 'connection', value: 'witness', confidentiality: 'C3' },
  ])
  if (sealed) {
    const statement = {
      field: 'name',
      value: { text: SECRET, lang: 'uk' },
      source: null,
      grade: 'F6',
      asOf: null,
      confidentiality: 'C3',
    } as const
    const change = { add: [statement] } as CallInput<'witness.saveIdentity'>['change']
    await callOk(page, 'witness.saveIdentity', { witness, change })
  }
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Witnesses/ })
    .click()
  await page.getByRole('row').nth(1).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Шипшина-7')
  return witness
}

async function reveal(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the identity…' }).click()
  await page.keyboard.type('Meeting of the witness with a lawyer')
  await page.keyboard.press('Enter')
}

test('opens an identity only for a reason, which the history keeps', async () => {
  const page = await open()
  const witness = await openWitness(page)
  await expect(page.getByText('The identity is sealed')).toBeVisible()
  await page.getByRole('button', { name: 'Open the identity…' }).click()
  await expect(page.getByRole('button', { name: 'Write the reason and open' })).toBeDisabled()
  await page.getByLabel('Why do you need it?').fill('   ')
  await expect(page.getByRole('button', { name: 'Write the reason and open' })).toBeDisabled()
  await page.getByLabel('Why do you need it?').fill('Meeting of the witness with a lawyer')
  await expect(page.getByText(SECRET)).toHaveCount(0)
  await page.getByRole('button', { name: 'Write the reason and open' }).click()
  await expect(page.getByText(SECRET)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Hide now' })).toBeFocused()

  const { entries } = await callOk(page, 'records.history', { id: witness })
  expect(entries[0]).toMatchObject({ reason: 'Meeting of the witness with a lawyer' })
  await page.getByRole('button', { name: 'Show the history' }).click()
  await expect(page.getByText('Reason: Meeting of the witness with a lawyer')).toBeVisible()
})

test('hides an identity by its button, on leaving, and by itself after a minute', async () => {
  const page = await open()
  await openWitness(page)
  await page.clock.install()
  await reveal(page)
  await expect(page.getByText(SECRET)).toBeVisible()
  await page.getByRole('button', { name: 'Hide now' }).click()
  await expect(page.getByText(SECRET)).toHaveCount(0)

  await reveal(page)
  await expect(page.getByText(SECRET)).toBeVisible()
  await page.clock.fastForward(59_000)
  await expect(page.getByText(SECRET)).toBeVisible()
  await page.clock.fastForward(2_000)
  await expect(page.getByText(SECRET)).toHaveCount(0)
  await expect(page.getByText('The identity is sealed')).toBeVisible()

  await reveal(page)
  await expect(page.getByText(SECRET)).toBeVisible()
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Witnesses/ })
    .click()
  await expect(page.getByRole('row').nth(1)).toContainText('Шипшина-7')
  await page.getByRole('row').nth(1).click()
  await expect(page.getByText('The identity is sealed')).toBeVisible()
  await expect(page.getByText(SECRET)).toHaveCount(0)
})

test('keeps an identity out of the title, the path, the list and the search', async () => {
  const page = await open()
  await openWitness(page)
  await reveal(page)
  await expect(page.getByText(SECRET)).toBeVisible()
  expect(await page.title()).toBe('Emanet')
  expect(page.url()).not.toContain(encodeURIComponent('Вигадана'))
  const path = await inPage<string>(page, 'JSON.stringify(window.history.state ?? null)')
  expect(path).not.toContain('Вигадана')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type(SECRET)
  await expect(page.getByText('Nothing found.')).toBeVisible()
})

test('records an identity where there was none, and seals it', async () => {
  const page = await open()
  const witness = await openWitness(page, false)
  await reveal(page)
  await expect(page.getByText('No identity has been recorded')).toBeVisible()
  await page.getByRole('button', { name: 'Record the identity' }).click()
  await page.getByLabel('Name as written').fill(SECRET)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('The identity is sealed')).toBeVisible()
  await expect(page.getByText(SECRET)).toHaveCount(0)
  const { identity } = await callOk(page, 'witness.reveal', { witness, reason: 'test' })
  const names = identity?.statements.filter(({ field }) => field === 'name')
  expect(names?.map(({ value }) => value)).toEqual([{ text: SECRET, lang: 'uk' }])
})

test('the page of a witness can be used by everybody in either theme', async () => {
  const page = await open()
  await openWitness(page)
  await expectAccessibleInBothThemes(page)
  await reveal(page)
  await expect(page.getByText(SECRET)).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: 'Edit the identity' }).click()
  await expectAccessibleInBothThemes(page)
})
