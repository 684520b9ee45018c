// A whole record by the keyboard alone, from the passphrase to a correction taken back: nothing here has a mouse, and
// the page is asked at the end whether it met a pointer.
import { expect, type Locator, type Page, test } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import { PASSPHRASE, pageOf, startLocked } from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { look, still } from './support/axe.ts'
import {
  goTo,
  press,
  tabAndPress,
  tabAndType,
  tabTo,
  takeFromMenu,
  type,
  watchPointer,
} from './support/byKeys.ts'
import { openWorkspace, THEMES } from './support/records.ts'
import { follow } from './support/views.ts'

let running: LaunchedApp | undefined
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const fact = (page: Page, field: string) => page.locator(`dl [data-field="${field}"]`)

/** Source, grades, day and level of a value, in the popover beside it. */
async function typeDetails(page: Page, field: string): Promise<void> {
  await tabAndPress(page, button(page, new RegExp(`^Source of ${field}`)), 'Enter')
  const details = page.getByRole('dialog', { name: new RegExp(field) })
  await expect(details).toBeVisible()
  const source = details.getByRole('combobox', { name: 'Source', exact: true })
  await tabAndType(page, source, 'Invented court paper')
  await press(page, 'Enter')
  await expect(source).toHaveValue('Invented court paper')
  await tabAndType(page, details.getByRole('combobox', { name: 'Source grade' }), 'b')
  await tabAndType(page, details.getByRole('combobox', { name: 'Information grade' }), '2')
  await tabAndType(page, details.getByRole('textbox', { name: 'As of' }), '03.2019')
  await tabAndType(page, details.getByRole('combobox', { name: 'Confidentiality' }), 'C1')
  await tabAndPress(page, details.getByRole('button', { name: 'Done' }), 'Enter')
  await expect(details).toBeHidden()
  await expect(button(page, `Source of ${field}: Invented court paper, B2, C1`)).toBeFocused()
}

/** Says which language the nth name is in. */
async function typeName(page: Page, nth: number, text: string, language: string): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Name as written' }).nth(nth)).toBeFocused()
  await type(page, text)
  const lang = page.getByRole('combobox', { name: 'Language' }).nth(nth)
  await tabAndType(page, lang, language)
  await expect(lang.locator('option:checked')).toHaveText(language)
}

const timeline = (page: Page): Locator => page.getByRole('list', { name: 'Time line' })

test('a whole record is entered, found, corrected and taken back by the keyboard alone', async () => {
  test.setTimeout(240_000)
  const first = await openWorkspace()
  running = first.launched
  await first.launched.close()
  const { launched, page: unlock } = await startLocked({
    userDataDir: first.launched.folders.userData,
    args: ['--vault', first.vault],
  })
  running = launched

  // The field has the focus from the start.
  await expect(unlock.getByLabel(en.passphrase.label, { exact: true })).toBeFocused()
  await type(unlock, PASSPHRASE)
  await press(unlock, 'Enter')
  const page = await pageOf(launched, 'workspace')
  await expect(page.getByRole('main')).toBeVisible()
  const pointerUses = await watchPointer(page)

  // A person: two names in two scripts, each with its language.
  await tabAndPress(page, page.getByRole('link', { name: /^People/ }), 'Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await press(page, 'n')
  await typeName(page, 0, 'Вигаданий Ельведін', 'Ukrainian')
  await tabAndPress(page, button(page, /^Add another.*Names/), 'Enter')
  await typeName(page, 1, 'Elvedin Vıgadanıy', 'Crimean Tatar')

  // A status with a source that is made on the spot, a grade, a level, and a day it held.
  await tabAndType(page, page.getByRole('combobox', { name: 'Status' }), 'remand')
  await press(page, 'Enter')
  await typeDetails(page, 'Status')

  // An arrest of which only the month is known.
  await tabAndType(page, page.getByRole('textbox', { name: 'Date of arrest' }), '06.2019')
  await expect(page.getByText('= June 2019')).toBeVisible()

  // A birth date that nobody knows exactly.
  await tabAndPress(page, button(page, /^Identity/), 'Enter')
  await tabAndType(page, page.getByRole('textbox', { name: 'Date of birth' }), 'близько 1980')

  // A case that is made on the spot, and two charges.
  await tabAndPress(page, button(page, /^Case/), 'Enter')
  const theCase = page.getByRole('combobox', { name: 'Case', exact: true })
  await tabAndType(page, theCase, 'Вигадана справа')
  await press(page, 'Enter')
  await expect(theCase).toHaveValue('Вигадана справа')
  const article = page.getByRole('textbox', { name: 'Article' })
  await tabAndType(page, article, '205.5 ч. 2')
  await tabAndPress(page, button(page, /^Add another.*Charges/), 'Enter')
  await expect(article.nth(1)).toBeFocused()
  await type(page, '278')
  await press(page, 'Control+s')
  await expect(heading(page)).toHaveText('Вигаданий Ельведін')
  await expect(page.getByText('remand (SIZO)').first()).toBeVisible()
  await expect(fact(page, 'charges')).toContainText('205.5 ч. 2')
  await expect(fact(page, 'charges')).toContainText('278')

  // A stay in custody in a facility that is made on the spot: the person is in the form already.
  await takeFromMenu(
    page,
    button(page, en.person.addAbout),
    page.getByRole('menuitem', { name: 'Stay in custody' }),
  )
  const facility = page.getByRole('combobox', { name: 'Facility', exact: true })
  await expect(facility).toBeFocused()
  await type(page, 'Вигадане СІЗО')
  await press(page, 'Enter')
  await expect(facility).toHaveValue('Вигадане СІЗО')
  await tabAndType(page, page.getByRole('textbox', { name: 'From' }), '07.2019')
  await press(page, 'Control+s')
  await expect(heading(page)).toHaveText('Вигаданий Ельведін')

  // The form is done with: back leads to the list. From there the person is found by a spelling that nobody typed.
  await press(page, 'Alt+ArrowLeft')
  await expect(heading(page)).toHaveText('People')
  await press(page, 'Control+k')
  await expect(page.getByRole('combobox', { name: 'Search everything' })).toBeFocused()
  await type(page, 'Эльведин')
  await expect(page.getByRole('option', { name: /Вигаданий Ельведін/ })).toBeVisible()
  await press(page, 'ArrowDown')
  await press(page, 'Enter')
  await expect(heading(page)).toHaveText('Вигаданий Ельведін')

  // Along the time line, in the order of time, to a stay and back.
  const part = (name: RegExp) => timeline(page).getByRole('listitem', { name })
  await tabTo(page, part(/^arrest: Jun 2019/))
  await goTo(page, part(/^Вигадане СІЗО: since Jul 2019/), 'ArrowRight')
  await press(page, 'Enter')
  await expect(heading(page)).not.toHaveText('Вигаданий Ельведін')
  await press(page, 'Alt+ArrowLeft')
  await expect(heading(page)).toHaveText('Вигаданий Ельведін')

  // A correction: the focus comes back to where it was asked for, and Ctrl+Z takes it back.
  const arrest = fact(page, 'arrestDate')
  const menu = arrest.getByRole('button', { name: /What can be done/ })
  await takeFromMenu(page, menu, page.getByRole('menuitem', { name: 'Correct' }))
  const input = page.getByRole('dialog').getByRole('textbox', { name: 'Date of arrest' })
  await expect(input).toBeFocused()
  await press(page, 'Control+a')
  await type(page, '14.06.2019')
  await press(page, 'Control+s')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(arrest).toContainText('14 Jun 2019')
  await expect(menu).toBeFocused()
  await press(page, 'Control+z')
  await expect(page.getByText('Undone. The history keeps both.')).toBeVisible()
  await expect(arrest).not.toContainText('14 Jun 2019')
  await expect(arrest).toContainText('Jun 2019')
  await expect(menu).toBeFocused()
  // It takes back what was done once, and then says that there is nothing more.
  await press(page, 'Control+z')
  await expect(page.getByText(en.records.nothingToUndo)).toBeVisible()
  await expect(arrest).toContainText('Jun 2019')

  // The key is on the list of keys.
  await press(page, '?')
  await expect(page.getByRole('dialog').getByText(en.settings.shortcut.undo)).toBeVisible()
  await press(page, 'Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await pointerUses()).toBe(0)
})

/**
 * How well the sign of the focus is told from the ground that it lies on, as WCAG measures contrast: the ring around
 * what has the focus or, of a field, its border.
 */
const focusContrast = (page: Page) =>
  page.evaluate(() => {
    const parts = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = parts(colour).map((part) => {
        const share = part / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const focused = document.activeElement ?? document.body
    const { outlineStyle, outlineWidth, outlineColor, borderColor } = getComputedStyle(focused)
    const ringed = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
    let ground: Element | null = focused.parentElement
    const transparent = (each: Element) => parts(getComputedStyle(each).backgroundColor)[3] === 0
    while (ground && transparent(ground)) ground = ground.parentElement
    const behind = getComputedStyle(ground ?? document.body).backgroundColor
    const [dark = 0, light = 0] = [ringed ? outlineColor : borderColor, behind]
      .map(luminance)
      .sort((a, b) => a - b)
    return { of: focused.outerHTML.slice(0, 120), contrast: (light + 0.05) / (dark + 0.05) }
  })

test('what has the focus is seen to have it, on a light and on a dark ground', async () => {
  const { launched, page } = await openWorkspace()
  running = launched
  await follow(page, '/keys')
  await button(page, en.cards.make).first().click()
  const dialog = page.getByRole('dialog')
  for (const theme of THEMES) {
    await look(page, { language: 'en', theme })
    await dialog.getByRole('textbox').first().focus()
    const stops = await dialog.getByRole('textbox').or(dialog.getByRole('button')).count()
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press('Tab')
      await still(page)
      const { of, contrast } = await focusContrast(page)
      expect(contrast, `${theme}: ${of}`).toBeGreaterThanOrEqual(3)
    }
  }
})
