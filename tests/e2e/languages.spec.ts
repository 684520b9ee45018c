// The program in each of its languages: chosen in the settings and before the unlock, marked where a machine drafted
// it, accessible in both themes, and with every word of the frame in full on the smallest window it is made for.
import { expect, test } from '@playwright/test'
import { WORDS } from '../../renderer/shared/i18n/words.ts'
import { LANGUAGES, languageFacts } from '../../shared/i18n/languages.ts'
import { callOk, startLocked } from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { clipped } from './support/clipped.ts'
import {
  expectAccessible,
  expectAccessibleInBothThemes,
  make,
  openWorkspace,
} from './support/records.ts'

let running: LaunchedApp | undefined
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

test('the settings offer each language in itself, say which are drafts, and change at once', async () => {
  test.setTimeout(240_000)
  const { launched, page } = await openWorkspace()
  running = launched
  let spoken = WORDS.en
  await page.getByRole('link', { name: spoken.settings.title, exact: true }).click()
  for (const language of [...LANGUAGES.slice(1), LANGUAGES[0]]) {
    const { name, draft } = languageFacts(language)
    await page.getByRole('combobox', { name: spoken.settings.language }).click()
    const option = page.getByRole('option', { name })
    await expect(option).toHaveText(draft ? `${name}${draft}` : name)
    await option.click()
    spoken = WORDS[language]
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(spoken.settings.title)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    const note = page
      .getByRole('main')
      .getByRole('note')
      .filter({ hasText: draft ?? /qaralama/ })
    await expect(note).toHaveCount(draft ? 1 : 0)
    await expectAccessibleInBothThemes(page)
  }
})

test('before the unlock each language can be chosen, and the welcome speaks it', async () => {
  test.setTimeout(120_000)
  const { launched, page } = await startLocked()
  running = launched
  await callOk(page, 'settings.set', { language: 'en', theme: 'light' })
  for (const language of [...LANGUAGES.slice(1), LANGUAGES[0]]) {
    const { name, draft } = languageFacts(language)
    await page.getByText(name, { exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      WORDS[language].unlock.welcomeTitle,
    )
    await expect(page.getByRole('complementary').getByRole('note')).toHaveText(draft ? [draft] : [])
    // Without scrolling, however long the card is.
    await expect(page.getByRole('radiogroup')).toBeInViewport({ ratio: 1 })
    expect(await clipped(page)).toEqual([])
    await expectAccessible(page)
  }
})

test('every section has its words in full in every language', async () => {
  test.setTimeout(300_000)
  const { launched, page } = await openWorkspace()
  running = launched
  const facility = await make(page, 'facility', [
    { field: 'names', value: { text: 'Вигаданий СІЗО, Сімферополь', lang: 'uk' } },
  ])
  const person = await make(page, 'person', [
    {
      field: 'names',
      value: { text: 'Абдулджеміль-огли Сейтмеметов-Кирим’ярський', lang: 'uk' },
    },
    { field: 'status', value: 'incommunicado' },
    { field: 'healthCategory', value: 'serious_illness_urgent' },
    { field: 'arrestDate', value: '2019-06-10' },
  ])
  await make(page, 'stay', [
    { field: 'person', value: person },
    { field: 'facility', value: facility },
    { field: 'from', value: '2019-07' },
  ])
  const navigation = page.getByRole('navigation').first()
  const sections = await navigation
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(sections.length).toBeGreaterThan(15)
  for (const language of LANGUAGES) {
    await callOk(page, 'settings.set', { language })
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    for (const section of sections) {
      const link = navigation.locator(`a[href="${section}"]`)
      await link.click()
      await expect(link).toHaveAttribute('aria-current', 'page')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await clipped(page), `${language} ${section}`).toEqual([])
    }
  }
})
