// The keys on the built program: each change is asked for in the workspace and done in a window of its own.
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import {
  answerOpenDialog,
  answerSaveDialog,
  PASSPHRASE,
  pageOf,
  startLocked,
} from '../support/app/program.ts'
import { workFolder } from '../support/electron/folders.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { closeKeyWindow, makeKeyFile, SLOW } from './support/keySteps.ts'
import { expectAccessible, expectAccessibleInBothThemes, openWorkspace } from './support/records.ts'
import { goOn, section, tryPassphrase, typeNewPassphrase, unlock } from './support/vaultSteps.ts'

const NEXT = 'copper meadow lattice plunge acorn'

let running: LaunchedApp | undefined
const keep = <T extends { launched: LaunchedApp }>(started: T): T => {
  running = started.launched
  return started
}
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

async function openKeys() {
  const program = keep(await openWorkspace())
  await section(program.page, en.keys.title).click()
  await expect(program.page.getByRole('row')).toHaveCount(3)
  return program
}

test('a further passphrase with a name opens the vault beside the first, until it is removed', async () => {
  const { launched, page, vault } = await openKeys()
  await page.getByRole('button', { name: en.keys.addPassphrase }).click()
  await page.getByRole('textbox', { name: en.keys.label }).fill('Одеса')
  await page.getByRole('button', { name: en.keys.goOn }).click()
  const adding = await pageOf(launched, 'unlock')
  await adding.getByLabel(en.change.current, { exact: true }).fill('not the passphrase')
  await typeNewPassphrase(adding, en.keyTask.added, NEXT)
  await adding.getByRole('button', { name: en.keyTask.addPassphrase.submit }).click()
  await expect(adding.locator('[data-code="wrong_passphrase"]')).toBeVisible()
  await adding.getByLabel(en.change.current, { exact: true }).fill(PASSPHRASE)
  await adding.getByRole('button', { name: en.keyTask.addPassphrase.submit }).click()
  await expect(adding.getByRole('heading', { name: en.keyTask.addPassphrase.done })).toBeVisible(
    SLOW,
  )
  await closeKeyWindow(adding)
  await expect(page.getByRole('row', { name: /Одеса/ })).toBeVisible()
  await launched.close()

  const again = keep(await startLocked({ args: ['--vault', vault] }))
  const second = await unlock(again.launched, NEXT)
  await section(second, en.keys.title).click()
  await expect(second.getByRole('row', { name: /Одеса/ })).toContainText(en.keys.current)
  await second.getByRole('button', { name: 'Remove: Одеса' }).click()
  await expect(second.getByText(en.keys.removeText)).toBeVisible()
  await second.getByRole('button', { name: en.keys.goOn }).click()
  const removing = await pageOf(again.launched, 'unlock')
  await removing.getByLabel(en.change.current, { exact: true }).fill(PASSPHRASE)
  await removing.getByRole('button', { name: en.keyTask.removeSlot.submit }).click()
  await expect(removing.getByRole('heading', { name: en.keyTask.removeSlot.done })).toBeVisible(
    SLOW,
  )
  await closeKeyWindow(removing)
  await expect(second.getByRole('row')).toHaveCount(3)
  await again.launched.close()

  const last = keep(await startLocked({ args: ['--vault', vault] }))
  const locked = await tryPassphrase(last.launched, NEXT)
  await expect(locked.locator('[data-code="wrong_passphrase"]')).toBeVisible()
})

test('the keys and their window are accessible in either theme, and a key is renamed on the spot', async () => {
  const { launched, page } = await openKeys()
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: `Remove: ${en.keys.kind.recovery}` }).click()
  await expect(page.getByText(en.keys.removeText)).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: en.keys.goOn }).click()
  const window = await pageOf(launched, 'unlock')
  await expect(window.getByLabel(en.change.current, { exact: true })).toBeVisible()
  await expectAccessibleInBothThemes(window)
  await closeKeyWindow(window, en.common.cancel)
  await expect.poll(() => launched.app.windows().length).toBe(1)
  await page.getByRole('button', { name: `Rename: ${en.keys.kind.passphrase}` }).click()
  await page.getByRole('textbox', { name: en.keys.label }).fill('Мар’яна')
  await page.getByRole('button', { name: en.common.save, exact: true }).click()
  await expect(page.getByRole('row', { name: /Мар’яна/ })).toBeVisible()
})

test('a key file is made, and opens the vault the next time', async () => {
  const { launched, page, vault } = await openKeys()
  const file = await makeKeyFile(launched, page, {
    ...{ label: 'Одеса', current: PASSPHRASE, passphrase: NEXT },
  })
  await launched.close()

  const again = keep(await startLocked({ args: ['--vault', vault] }))
  const locked = await pageOf(again.launched, 'unlock')
  await locked.getByRole('button', { name: en.unlock.way.keyFile }).click()
  await answerOpenDialog(again.launched, [join(vault, 'header')])
  await locked.getByRole('button', { name: en.unlock.keyFileChoose }).click()
  await expect(locked.locator('[data-code="not_a_key_file"]')).toBeVisible()
  await answerOpenDialog(again.launched, [file])
  await locked.getByRole('button', { name: en.unlock.keyFileChoose }).click()
  const passphrase = locked.getByLabel(en.unlock.keyFilePassphrase, { exact: true })
  await passphrase.fill(PASSPHRASE)
  await locked.getByRole('button', { name: en.unlock.open, exact: true }).click()
  await expect(locked.locator('[data-code="wrong_key_file_passphrase"]')).toBeVisible()
  await expectAccessible(locked)
  await passphrase.fill(NEXT)
  await locked.getByRole('button', { name: en.unlock.open, exact: true }).click()
  await goOn(again.launched, locked)
  const opened = await pageOf(again.launched, 'workspace')
  await section(opened, en.keys.title).click()
  await expect(opened.getByRole('row', { name: /Одеса/ })).toContainText(en.keys.current)
})

test('its holder makes a key file on another machine, and the public key alone adds it to the vault', async () => {
  const holder = keep(await startLocked())
  const theirs = holder.page
  const file = join(await workFolder('stick'), 'mine.emanet-key')
  await theirs.getByRole('button', { name: en.makeKeyFile.link }).click()
  await expect(theirs.getByRole('heading', { name: en.makeKeyFile.title })).toBeVisible()
  await expectAccessibleInBothThemes(theirs)
  await typeNewPassphrase(theirs, en.keyTask.keyFilePassphrase, NEXT)
  await answerSaveDialog(holder.launched, file)
  await theirs.getByRole('button', { name: en.keyTask.chooseKeyFilePlace }).click()
  await theirs.getByRole('button', { name: en.keyTask.makeKeyFile.submit }).click()
  await expect(theirs.getByRole('heading', { name: en.makeKeyFile.done })).toBeVisible(SLOW)
  await expectAccessibleInBothThemes(theirs)
  const publicKey = (await theirs.locator('code').textContent())?.trim() ?? ''
  const fingerprint = (await theirs.locator('strong.mono').textContent())?.trim() ?? ''
  await theirs.getByRole('button', { name: en.makeKeyFile.copy }).click()
  const carried = join(await workFolder('stick'), 'mine.txt')
  await answerSaveDialog(holder.launched, carried)
  await theirs.getByRole('button', { name: en.makeKeyFile.save }).click()
  await expect(theirs.getByText('Saved as “mine.txt”.')).toBeVisible()
  await expectAccessible(theirs)
  const readClipboard = () => holder.launched.app.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(readClipboard).toBe(publicKey)
  await theirs.getByRole('button', { name: en.makeKeyFile.back }).click()
  await expect(theirs.getByRole('button', { name: en.makeKeyFile.link })).toBeVisible()
  await holder.launched.close()

  const { launched, page, vault } = await openKeys()
  await page.getByRole('button', { name: en.keys.addKeyFile }).click()
  await page.getByRole('textbox', { name: en.keys.label }).fill('Одеса')
  const keyField = page.getByRole('textbox', { name: en.keys.publicKey })
  await keyField.fill(publicKey.slice(0, -1))
  await page.getByRole('button', { name: en.keys.goOn }).click()
  await expect(page.locator('[data-code="public_key_damaged"]')).toBeVisible()
  await answerOpenDialog(launched, [carried])
  await page.getByRole('button', { name: en.keys.publicKeyFromFile }).click()
  await expect(keyField).toHaveValue(publicKey)
  await expect(page.locator('[data-code="public_key_damaged"]')).toBeHidden()
  await expectAccessible(page)
  await page.getByRole('button', { name: en.keys.goOn }).click()
  const adding = await pageOf(launched, 'unlock')
  await expect(adding.getByText(fingerprint)).toBeVisible()
  await adding.getByLabel(en.change.current, { exact: true }).fill(PASSPHRASE)
  await adding.getByRole('button', { name: en.keyTask.addKeyFile.submit }).click()
  await expect(adding.getByRole('heading', { name: en.keyTask.addKeyFile.done })).toBeVisible(SLOW)
  await closeKeyWindow(adding)
  await expect(page.getByRole('row', { name: /Одеса/ })).toContainText(en.keys.kind.keyFile)
  await launched.close()

  const again = keep(await startLocked({ args: ['--vault', vault] }))
  const locked = await pageOf(again.launched, 'unlock')
  await locked.getByRole('button', { name: en.unlock.way.keyFile }).click()
  await answerOpenDialog(again.launched, [file])
  await locked.getByRole('button', { name: en.unlock.keyFileChoose }).click()
  await locked.getByLabel(en.unlock.keyFilePassphrase, { exact: true }).fill(NEXT)
  await locked.getByRole('button', { name: en.unlock.open, exact: true }).click()
  await goOn(again.launched, locked)
})
