// Unlocking on the built program: each reason why a vault does not open has words of its own, and nothing is lost.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import {
  answerOpenDialog,
  callOk,
  PASSPHRASE,
  pageOf,
  startLocked,
  startUnlocked,
} from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { expectAccessible, expectAccessibleInBothThemes } from './support/records.ts'
import {
  createVaultThroughScreens,
  section,
  tryPassphrase,
  typeNewPassphrase,
  unlock,
} from './support/vaultSteps.ts'

const running: LaunchedApp[] = []
const keep = <T extends { launched: LaunchedApp }>(started: T): T => {
  running.push(started.launched)
  return started
}
test.afterEach(async () => {
  for (const launched of running.splice(0)) await launched.kill()
})

const NEXT = 'copper meadow sparrow tunnel violet'

/** The program as it is on the morning after: a vault of yesterday, the unlock view in front. */
async function nextMorning() {
  const first = keep(await startUnlocked())
  await callOk(first.page, 'settings.set', { language: 'en', theme: 'light' })
  // Closed as a person closes it: everything is in the files then.
  await first.launched.close()
  return { ...(await again(first.launched)), vault: first.vault }
}

async function again({ folders }: LaunchedApp) {
  return keep(await startLocked({ userDataDir: folders.userData }))
}

/** Changes one byte at each place where `part` stands in a file. */
async function spoil(file: string, part: Buffer): Promise<number> {
  const bytes = await readFile(file)
  let places = 0
  for (let at = bytes.indexOf(part); at >= 0; at = bytes.indexOf(part, at + 1)) {
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    places += 1
  }
  await writeFile(file, bytes)
  return places
}

const alertCode = (page: Page) => page.getByRole('alert')

test('shows what is typed, warns before anything is tried, counts down after wrong tries, and opens', async () => {
  test.setTimeout(120_000)
  const { launched, page } = await nextMorning()
  const field = page.getByLabel(en.passphrase.label, { exact: true })
  const open = page.getByRole('button', { name: en.unlock.open, exact: true })

  await test.step('names the alphabet, and shows what is typed when asked', async () => {
    await expect(field).toBeFocused()
    await page.keyboard.type('пароль')
    await expect(page.getByText('You are typing: Cyrillic letters.')).toBeVisible()
    await page.keyboard.type('x')
    await expect(page.getByText('You are typing: Latin and Cyrillic letters mixed.')).toBeVisible()
    await expect(field).toHaveAttribute('type', 'password')
    await page.getByRole('button', { name: en.passphrase.show }).click()
    await expect(field).toHaveAttribute('type', 'text')
    await page.getByRole('button', { name: en.passphrase.hide }).click()
    await expect(field).toHaveAttribute('type', 'password')
  })

  await test.step('warns of Caps Lock, and stops when it is off', async () => {
    const press = (modifierCapsLock: boolean) =>
      field.evaluate(
        (input, on) =>
          input.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'A', bubbles: true, modifierCapsLock: on }),
          ),
        modifierCapsLock,
      )
    await press(true)
    await expect(page.getByText(en.passphrase.capsLock)).toBeVisible()
    await press(false)
    await expect(page.getByText(en.passphrase.capsLock)).toBeHidden()
  })

  await test.step('shows the same keys in other layouts when asked, and tries none of them', async () => {
    await tryPassphrase(launched, 'gfhjkm')
    await expect(alertCode(page)).toHaveAttribute('data-code', 'wrong_passphrase')
    await expect(page.getByText('пароль')).toBeHidden()
    await page.getByRole('button', { name: en.passphrase.layouts }).click()
    await expect(page.getByText('пароль')).toBeVisible()
    await expectAccessible(page)
    await page
      .getByRole('button', { name: `Put in the field: ${en.passphrase.layout.uk}` })
      .first()
      .click()
    await expect(field).toHaveValue('пароль')
    // It stands in the field, and nothing was tried with it.
    await expect(field).toBeEnabled()
    await expect(open).toBeEnabled()
  })

  await test.step('slows down after the third wrong one, and takes the right one afterwards', async () => {
    // The first was the wrong layout.
    for (const text of ['wrong two', 'wrong three', 'wrong four']) {
      await expect(field).toBeEnabled()
      await tryPassphrase(launched, text)
      await expect(alertCode(page)).toHaveAttribute('data-code', 'wrong_passphrase')
      // It is still there.
      await expect(field).toHaveValue(text)
    }
    await expect(page.getByRole('button', { name: /Try again in \d seconds?/ })).toBeDisabled()
    await expect(field).toBeDisabled()
    // The wait is the same whatever is tried next; what is said of the passphrase stays with the passphrase.
    await page.getByRole('button', { name: en.unlock.way.recovery }).click()
    await expect(page.getByRole('button', { name: /Try again in \d seconds?/ })).toBeDisabled()
    await expect(alertCode(page)).toBeHidden()
    await page.getByRole('button', { name: en.unlock.way.passphrase }).click()
    await expect(field).toBeEnabled({ timeout: 15_000 })
    await tryPassphrase(launched, 'wrong five')
    await expect(alertCode(page)).toHaveAttribute('data-code', 'wrong_passphrase')
    await expect(open).toBeVisible({ timeout: 30_000 })
    // And selected: typing replaces it.
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')
    await expect((await pageOf(launched, 'workspace')).getByRole('navigation')).toBeVisible()
  })
})

test('says who holds a vault that is open already, and since when', async () => {
  const first = keep(await startUnlocked())
  const second = keep(await startLocked())
  await callOk(second.page, 'settings.set', { language: 'en' })
  await answerOpenDialog(second.launched, [first.vault])
  await second.page.getByRole('button', { name: en.unlock.openTitle }).click()
  await tryPassphrase(second.launched)
  await expect(alertCode(second.page)).toHaveAttribute('data-code', 'vault_in_use')
  await expect(second.page.getByText(/has it open, since .*\d{2}:\d{2}/)).toBeVisible()
  // The holder was not disturbed.
  expect((await callOk(first.page, 'session.info', {})).entries).toBeGreaterThan(0)
})

test('uses the copy of a damaged header, and says so before it goes on', async () => {
  const { launched, page, vault } = await nextMorning()
  const part = (await readFile(join(vault, 'header'))).subarray(32, 64)
  expect(await spoil(join(vault, 'vault.db'), part)).toBeGreaterThan(0)
  await tryPassphrase(launched)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.unlock.notices)
  await expect(page.getByText(en.notice.headerCopyUsed)).toBeVisible()
  await page.getByRole('button', { name: en.unlock.enter }).click()
  const workspace = await pageOf(launched, 'workspace')
  await expect(workspace.getByText(en.notice.headerCopyUsed)).toBeVisible()
})

test('tells a vault whose header and copy are both damaged from a wrong passphrase', async () => {
  const { launched, page, vault } = await nextMorning()
  const part = (await readFile(join(vault, 'header'))).subarray(32, 64)
  expect(await spoil(join(vault, 'vault.db'), part)).toBeGreaterThan(0)
  expect(await spoil(join(vault, 'header'), part)).toBe(1)
  await tryPassphrase(launched)
  await expect(alertCode(page)).toHaveAttribute('data-code', 'header_damaged')
})

test('opens with the recovery code as it was written down, and asks for a new passphrase', async () => {
  const { launched } = keep(await startLocked())
  const { page, recoveryCode } = await createVaultThroughScreens(launched)
  await callOk(page, 'settings.set', { language: 'en' })
  await launched.kill()
  const program = await again(launched)
  await program.page.getByRole('button', { name: en.unlock.way.recovery }).click()
  const onPaper = recoveryCode
    .split(' ')
    .map((word, index) => `${index + 1}. ${word.toUpperCase()}`)
    .join('\n')
  const code = program.page.getByLabel(en.unlock.recoveryLabel)
  const words = onPaper.split('\n')
  await code.fill([...words.slice(1), words[0]].join('\n'))
  await program.page.getByRole('button', { name: en.unlock.open, exact: true }).click()
  // It speaks of what was typed: a keyboard layout or Caps Lock would be no help.
  await expect(alertCode(program.page)).toContainText(en.unlock.wrongRecoveryTitle)
  await expect(alertCode(program.page)).not.toContainText('Caps Lock')
  await code.fill(onPaper)
  await program.page.getByRole('button', { name: en.unlock.open, exact: true }).click()
  const workspace = await pageOf(program.launched, 'workspace')
  await section(workspace, en.shell.settings).click()
  await expect(workspace.getByText(en.settings.passphraseRecovery)).toBeVisible()
})

test('changes the passphrase in a window of its own; afterwards only the new one opens', async () => {
  const { launched, page } = keep(await startUnlocked())
  await callOk(page, 'settings.set', { language: 'en' })
  await section(page, en.shell.settings).click()
  await page.getByRole('button', { name: en.settings.passphraseChange }).click()
  const window = await pageOf(launched, 'unlock')
  await window.getByLabel(en.change.current, { exact: true }).fill('this is not the right one')
  await typeNewPassphrase(window, en.passphrase.new, NEXT)
  const submit = window.getByRole('button', { name: en.change.submit })
  await submit.click()
  await expect(alertCode(window)).toHaveAttribute('data-code', 'wrong_passphrase')
  await window.getByLabel(en.change.current, { exact: true }).fill(PASSPHRASE)
  // The one that is there already is no change.
  await typeNewPassphrase(window, en.passphrase.new, PASSPHRASE)
  await expect(window.getByText(en.change.sameAsCurrent)).toBeVisible()
  await expect(submit).toBeDisabled()
  await typeNewPassphrase(window, en.passphrase.new, NEXT)
  await submit.click()
  // Argon2id runs four times for that.
  await expect(window.getByText(en.change.doneText)).toBeVisible({ timeout: 20_000 })
  const close = window.getByRole('button', { name: en.change.close })
  // The window may be gone before its click is answered; that it went is what the next line checks.
  await close.click().catch(() => undefined)
  await expect.poll(() => launched.app.windows().length).toBe(1)
  await launched.kill()

  const program = await again(launched)
  await tryPassphrase(program.launched)
  await expect(alertCode(program.page)).toHaveAttribute('data-code', 'wrong_passphrase')
  await expect((await unlock(program.launched, NEXT)).getByRole('navigation')).toBeVisible()
})

test('has nothing inaccessible in either theme', async () => {
  const { launched, page } = await nextMorning()
  await expectAccessibleInBothThemes(page)
  await tryPassphrase(launched, 'not the passphrase at all')
  await expect(alertCode(page)).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: en.unlock.way.recovery }).click()
  await expectAccessibleInBothThemes(page)
})
