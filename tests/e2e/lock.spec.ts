// Locking and opening again as a person does it: by the key, the screens and the passphrase.
import { expect, test } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import { PASSPHRASE, pageOf, startLocked } from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { make, openWorkspace } from './support/records.ts'
import {
  createVaultThroughScreens,
  goOn,
  section,
  tryPassphrase,
  unlock,
} from './support/vaultSteps.ts'

let running: LaunchedApp | undefined
const keep = <T extends { launched: LaunchedApp }>(started: T): T => {
  running = started.launched
  return started
}
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

test('Ctrl+L ends every process, and the next start opens with the passphrase alone', async () => {
  const first = keep(await startLocked())
  const { page, recoveryCode } = await createVaultThroughScreens(first.launched)
  await make(page, 'person', [{ field: 'names', value: { text: 'Вигадана Людина', lang: 'uk' } }])
  // The page may be gone before the key is up again.
  await page.keyboard.press('Control+l').catch(() => {})
  expect(await first.launched.exited()).toEqual({ code: 0, signal: null })
  await expect.poll(() => first.launched.processes()).toEqual([])

  const { userData } = first.launched.folders
  const second = keep(await startLocked({ userDataDir: userData }))
  const locked = await tryPassphrase(second.launched, `${PASSPHRASE}!`)
  const refusal = locked.locator('[data-code="wrong_passphrase"]')
  await expect(refusal).toBeVisible()
  await expect(refusal).toContainText('The vault is intact')
  const opened = await unlock(second.launched)
  await section(opened, 'People').click()
  await expect(opened.getByRole('row').filter({ hasText: 'Вигадана Людина' })).toHaveCount(1)
  await second.launched.kill()

  const third = keep(await startLocked({ userDataDir: userData }))
  await third.page.getByRole('button', { name: en.unlock.way.recovery }).click()
  await third.page.getByLabel(en.unlock.recoveryLabel).fill(recoveryCode)
  await third.page.getByRole('button', { name: en.unlock.open, exact: true }).click()
  await goOn(third.launched, third.page)
  await pageOf(third.launched, 'workspace')
})

test('the button locks as the key does', async () => {
  const { launched, page } = keep(await openWorkspace())
  await page
    .getByRole('button', { name: en.shell.lock })
    .click()
    .catch(() => {})
  expect((await launched.exited()).code).toBe(0)
  await expect.poll(() => launched.processes()).toEqual([])
})
