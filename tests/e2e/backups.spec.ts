// Making, checking and restoring a backup on the built program, by its screens; damage is real bytes on the disk.
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import { vaultFingerprint } from '../../shared/fingerprint.ts'
import {
  answerOpenDialog,
  answerSaveDialog,
  callOk,
  inPage,
  startLocked,
} from '../support/app/program.ts'
import { workFolder } from '../support/electron/folders.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { expectAccessibleInBothThemes, make, openWorkspace } from './support/records.ts'
import { section, unlock } from './support/vaultSteps.ts'

let running: LaunchedApp | undefined
const keep = <T extends { launched: LaunchedApp }>(started: T): T => {
  running = started.launched
  return started
}
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

/** An open vault with one evidence record of one file. */
async function filledVault() {
  const { launched, page, vault } = keep(await openWorkspace())
  const record = await make(page, 'evidence', [{ field: 'title', value: 'Invented letter' }])
  const { job } = await callOk(page, 'evidence.uploadBegin', {
    record,
    name: 'letter.txt',
    size: 4,
  })
  await inPage(
    page,
    `window.emanet.call('evidence.uploadChunk', { job: '${job}', bytes: new Uint8Array([65, 66, 67, 10]) })`,
  )
  await callOk(page, 'evidence.uploadEnd', { job, complete: true })
  return { launched, page, vault }
}

/** From any screen, by the section of backups, into a new folder. */
async function makeBackup(launched: LaunchedApp, page: Page): Promise<string> {
  const folder = await workFolder('backup')
  await section(page, en.backup.title).click()
  await answerOpenDialog(launched, [folder])
  await page.getByRole('button', { name: en.backup.make }).click()
  await expect(page.getByText(en.backup.made, { exact: true })).toBeVisible()
  return folder
}

/** Changes one bit in the middle of the only object below a folder. */
async function damageObject(folder: string): Promise<void> {
  const names = await readdir(join(folder, 'objects'), { recursive: true })
  for (const name of names) {
    const path = join(folder, 'objects', name)
    if (!(await stat(path)).isFile()) continue
    const bytes = await readFile(path)
    const middle = bytes.length >> 1
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
    await writeFile(path, bytes)
    return
  }
  throw new Error('there is no object')
}

test('says that there is no backup until one is made, and lists it then', async () => {
  const { launched, page } = await filledVault()
  await section(page, en.backup.title).click()
  await expect(page.getByRole('heading', { name: en.backup.neverTitle })).toBeVisible()
  await expect(page.getByText(en.backup.listEmpty)).toBeVisible()
  await expectAccessibleInBothThemes(page)

  const folder = await makeBackup(launched, page)
  expect((await readdir(folder)).length).toBeGreaterThan(0)
  await expect(page.getByRole('heading', { name: 'Last backup just now' })).toBeVisible()
  await expect(page.getByText(en.backup.newerNone)).toBeVisible()
  await expect(page.getByText('1 evidence file was new and is copied')).toBeVisible()
  const rows = page.getByRole('table', { name: en.backup.list }).getByRole('row')
  await expect(rows).toHaveCount(2)

  await make(page, 'person', [{ field: 'names', value: { text: 'Вигадана Людина', lang: 'uk' } }])
  await expect(page.getByText('1 ledger entry is newer than it.')).toBeVisible()
})

test('says that the vault has lost a file, and whether a backup still has it', async () => {
  const { launched, page, vault } = await filledVault()
  const folder = await makeBackup(launched, page)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await rm(join(vault, 'objects'), { recursive: true })

  await answerOpenDialog(launched, [folder])
  await page.getByRole('button', { name: en.backup.make }).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('1 evidence file is no longer in this vault')
  await expect(alert).toContainText(en.backup.goneAllKept)
  // In the tray it does not pass as finished either.
  await expect(page.getByText('1 file is no longer in the vault', { exact: true })).toBeVisible()
  await expect(page.getByText(en.backup.made, { exact: true })).toBeVisible()
  await expectAccessibleInBothThemes(page)

  await answerOpenDialog(launched, [await workFolder('another')])
  await page.getByRole('button', { name: en.backup.make }).click()
  await expect(alert).toContainText(en.backup.goneNone)
  await page.screenshot({ path: 'test-results/lost-file.png' })

  const parent = await workFolder('restored')
  await answerOpenDialog(launched, [folder])
  await answerSaveDialog(launched, join(parent, 'Again'))
  await page.getByRole('button', { name: en.backup.restoreStart }).click()
  await expect(page.getByText(/Restored as “Again/)).toBeVisible()
  const [name = ''] = await readdir(parent)
  expect((await readdir(join(parent, name, 'objects'), { recursive: true })).length).toBe(2)
})

test('a closed dialog changes nothing on the screen', async () => {
  const { launched, page } = keep(await openWorkspace())
  await section(page, en.backup.title).click()
  await answerOpenDialog(launched, [])
  for (const name of [en.backup.make, en.backup.verifyStart, en.backup.restoreStart]) {
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('button', { name })).toBeEnabled()
  }
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: en.backup.neverTitle })).toBeVisible()
})

test('checks the open vault without a dialog, and its backup, and finds both intact', async () => {
  const { launched, page } = await filledVault()
  const folder = await makeBackup(launched, page)
  await answerOpenDialog(launched, [])
  await page.getByRole('button', { name: en.backup.verifyVault }).click()
  await expect(page.getByText(en.backup.verifyOk)).toBeVisible()
  await expect(page.getByText(en.backup.checkedQuick)).toBeVisible()
  await expectAccessibleInBothThemes(page)

  await page.getByText(en.backup.full, { exact: true }).click()
  await answerOpenDialog(launched, [folder])
  await page.getByRole('button', { name: en.backup.verifyStart }).click()
  await expect(page.getByText(en.backup.checkedFull)).toBeVisible()
  await expect(page.getByText(en.backup.verifyOk)).toBeVisible()
})

test('names the damaged file, keeps the result for who looks elsewhere, and restores all but that file', async () => {
  const { launched, page } = await filledVault()
  const folder = await makeBackup(launched, page)
  await damageObject(folder)
  await page.getByText(en.backup.full, { exact: true }).click()
  // The dialog stays open until the other screen is there, so that the check ends while nobody looks at it.
  await launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () =>
      new Promise((resolve) => {
        Object.assign(globalThis, {
          answerDialog: () => resolve({ canceled: false, filePaths: [filePath] }),
        })
      })
  }, folder)
  await page.getByRole('button', { name: en.backup.verifyStart }).click()
  await section(page, en.settings.title).click()
  await expect(page.getByRole('heading', { level: 1, name: en.settings.title })).toBeVisible()
  await launched.app.evaluate(() =>
    (globalThis as unknown as { answerDialog(): void }).answerDialog(),
  )
  const notice = page.getByRole('alert').filter({ hasText: '1 part is damaged' })
  await expect(notice).toBeVisible()

  await section(page, en.backup.title).click()
  await expect(page.locator('[id="backup.damage"]')).toHaveCount(0)
  await expect(notice).toBeVisible()
  const row = page.getByRole('table', { name: en.backup.damagedTable }).getByRole('row').nth(1)
  await expect(row).toContainText('letter.txt')
  await expect(row).toContainText('This evidence file is damaged on the disk.')
  await row.getByRole('link', { name: 'Invented letter' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Invented letter')

  await section(page, en.backup.title).click()
  await answerOpenDialog(launched, [folder])
  await answerSaveDialog(launched, join(await workFolder('part'), 'Part.emanet'))
  await page.getByRole('button', { name: en.backup.restoreStart }).click()
  const part = page.getByRole('alert').filter({ hasText: '1 evidence file could not be restored' })
  await expect(part).toContainText('Restored as “Part”')
  // In the tray it does not pass as finished either.
  await expect(page.getByText('1 file could not be restored', { exact: true })).toBeVisible()
  const tables = page.getByRole('table', { name: en.backup.damagedTable })
  await expect(tables.last().getByRole('row').nth(1)).toContainText('letter.txt')
})

test('a quick check does not promise what only a full one sees', async () => {
  const { launched, page } = await filledVault()
  const folder = await makeBackup(launched, page)
  await damageObject(folder)
  await answerOpenDialog(launched, [folder])
  await page.getByRole('button', { name: en.backup.verifyStart }).click()
  await expect(page.getByText(en.backup.checkedQuick)).toBeVisible()
})

test('refuses a folder that is no backup, in words', async () => {
  const { launched, page } = keep(await openWorkspace())
  await section(page, en.backup.title).click()
  await answerOpenDialog(launched, [await workFolder('empty')])
  await page.getByRole('button', { name: en.backup.verifyStart }).click()
  await expect(page.locator('[data-code="not_a_backup"]')).toBeVisible()
})

test('restores a backup into a new vault that opens with the same passphrase', async () => {
  const { launched, page } = await filledVault()
  const folder = await makeBackup(launched, page)
  const restored = join(await workFolder('restored'), 'Restored.emanet')
  await answerSaveDialog(launched, restored)
  await page.getByRole('button', { name: en.backup.restoreStart }).click()
  await expect(page.getByText('Restored as “Restored”')).toBeVisible()
  await expect(page.getByText(en.backup.restoredBeside.same)).toBeVisible()
  expect((await readdir(folder)).length).toBeGreaterThan(0)
  const certificate = join(await workFolder('certificate'), 'certificate.txt')
  await answerSaveDialog(launched, certificate)
  await page.getByRole('button', { name: en.backup.certificate }).click()
  await expect(page.getByText(en.backup.certificateKept)).toBeVisible()
  const info = await callOk(page, 'session.info', {})
  const text = await readFile(certificate, 'utf8')
  expect(text).toContain(vaultFingerprint(info.vaultId))
  expect(text).toContain('the same to its last entry; entries made since then: 1')
  expect(text).not.toContain('Invented')
  await launched.kill()

  const again = keep(await startLocked({ args: ['--vault', restored] }))
  const opened = await unlock(again.launched)
  await section(opened, 'Evidence').click()
  await expect(opened.getByRole('link', { name: 'Invented letter' })).toBeVisible()
})
