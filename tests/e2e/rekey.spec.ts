/**
 * Re-keying on the built program: it can be stopped, is offered again after the program was killed at it, and in the end
 * everything opens with the new passphrase and with no old one.
 */
import { existsSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import { callOk, PASSPHRASE, pageOf, startLocked, startUnlocked } from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { expectAccessible } from './support/records.ts'
import { tryPassphrase, typeNewPassphrase } from './support/vaultSteps.ts'

const NEXT = 'copper meadow lattice plunge acorn'

let running: LaunchedApp | undefined
const keep = <T extends { launched: LaunchedApp }>(started: T): T => {
  running = started.launched
  return started
}
test.afterEach(() => running?.kill())

async function fill(page: Page, current: string, label: string): Promise<void> {
  await page.getByLabel(en.change.current, { exact: true }).fill(current)
  await typeNewPassphrase(page, label, NEXT)
}

test('is stopped on request, offered after a kill, gone on with, and leaves the old vault aside', async () => {
  test.setTimeout(120_000)
  const first = keep(await startUnlocked())
  const { vault } = first
  await callOk(first.page, 'records.create', { kind: 'person', change: {} })
  await first.launched.close()
  const beside = () => readdirSync(dirname(vault)).sort()

  const { launched, page } = keep(await startLocked({ args: ['--vault', vault] }))
  await page.getByRole('button', { name: en.rekey.link }).click()
  await fill(page, 'not the passphrase', en.rekey.next)
  const submit = page.getByRole('button', { name: en.rekey.submit })
  await submit.click()
  await expect(page.locator('[data-code="wrong_passphrase"]')).toBeVisible()
  await fill(page, PASSPHRASE, en.rekey.next)
  await submit.click()
  await expect(page.getByText(en.rekey.working)).toBeVisible()
  await page.getByRole('button', { name: en.common.cancel }).click()
  // Argon2id goes on to its end.
  await expect(page.locator('[data-code="cancelled"]')).toBeVisible({ timeout: 20_000 })
  expect(beside()).toEqual(['Test.emanet'])

  await typeNewPassphrase(page, en.rekey.next, NEXT)
  await submit.click()
  await expect.poll(() => beside().length, { intervals: [10] }).toBeGreaterThan(1)
  await launched.kill()
  expect(existsSync(vault)).toBe(true)

  const again = keep(await startLocked({ args: ['--vault', vault] }))
  const offer = again.page
  await expect(offer.getByText(en.rekey.cutOff)).toBeVisible()
  await expectAccessible(offer)
  await offer.getByRole('button', { name: en.rekey.goOn }).click()
  await expect(offer.getByText(en.rekey.cutOffSame)).toBeVisible()
  await expectAccessible(offer)
  await fill(offer, PASSPHRASE, en.rekey.nextSame)
  await offer.getByRole('button', { name: en.rekey.goOnNow, exact: true }).click()
  const words = offer.getByRole('list', { name: en.create.recoveryList }).getByRole('listitem')
  await expect(words).toHaveCount(12, { timeout: 20_000 })
  expect(beside()).toEqual(['Test.before-rekey', 'Test.emanet'])
  await offer.getByLabel(en.create.putAway).check()
  await offer.getByRole('button', { name: en.unlock.enter }).click()
  const inside = await pageOf(again.launched, 'workspace')
  expect((await callOk(inside, 'session.info', {})).counts.person).toBe(1)
  await again.launched.close()

  const last = keep(await startLocked({ args: ['--vault', vault] }))
  await expect(last.page.getByText(en.rekey.cutOff)).toHaveCount(0)
  const locked = await tryPassphrase(last.launched)
  await expect(locked.locator('[data-code="wrong_passphrase"]')).toBeVisible()
})
