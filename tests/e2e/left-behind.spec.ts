// Nothing left behind: the program is filled with texts that stand nowhere else, worked through, and locked, quit and
// killed. Afterwards none of these texts and no byte of a key is in the memory of any process of the program, nor in
// any file that it may have written. The same search finds them before the lock, so it can fail.
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { coreLimit } from '../../electron/vault/machine/coreDumps.ts'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import { answerOpenDialog, answerSaveDialog, callOk, startLocked } from '../support/app/program.ts'
import { giveToProgram, workFolder } from '../support/electron/folders.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { currentRun } from '../support/electron/run.ts'
import { dropFiles } from './support/drop.ts'
import { fillEveryKind } from './support/fill.ts'
import {
  CYRILLIC_MARK,
  canary,
  DOSSIER_MARK,
  LATIN_MARK,
  MARK_NEEDLES,
  type Needle,
} from './support/needles.ts'
import { make } from './support/records.ts'
import { everythingBelow, scanFiles, scanMemory } from './support/scan.ts'
import { vaultKeys } from './support/vaultKeys.ts'
import { createVaultThroughScreens, section, tryPassphrase, unlock } from './support/vaultSteps.ts'

test.describe.configure({ mode: 'serial' })
test.skip(process.platform !== 'linux', 'the memory of a process is read through /proc')

const PASSPHRASE = `velvet ${LATIN_MARK} thimble quarry`

let running: LaunchedApp | undefined
const keep = <T extends { launched: LaunchedApp }>(started: T): T => {
  running = started.launched
  return started
}
test.afterAll(() => running?.kill())

let userData = ''
let vault = ''
let backup = ''
let keys: Awaited<ReturnType<typeof vaultKeys>>

const needles = (): readonly Needle[] => [...MARK_NEEDLES, ...keys.needles]

/** Types a draft that is not saved, searches, and copies: what lies open when the vault is locked. */
async function leaveThingsOpen(page: Page): Promise<void> {
  await section(page, 'People').click()
  await page.getByRole('button', { name: en.records.new.person }).click()
  await page.getByRole('textbox', { name: en.form.part.text }).first().fill(canary('draft'))
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  // Long enough for the draft to be on the disk, sealed.
  await page.waitForTimeout(1_500)
}

async function searchEverywhere(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(`${LATIN_MARK} search`)
  await page.waitForTimeout(300)
  await page.keyboard.press('Escape')
}

/** Every place on this machine that the program can write to. */
const places = (launched: LaunchedApp): string[] => [
  launched.folders.userData,
  launched.folders.home,
  launched.folders.temporary,
  vault,
  backup,
]

/** What the program's user has left in the folders that everybody shares. */
async function sharedFiles(): Promise<string[]> {
  const uid = currentRun().user?.uid ?? process.getuid?.()
  const own: string[] = []
  for (const folder of new Set([tmpdir(), '/tmp', '/var/tmp', '/dev/shm'])) {
    // What lies in the run's own folder is looked at by itself, or is the program.
    for (const path of await everythingBelow(folder, (each) => each === currentRun().folder)) {
      const found = await stat(path).catch(() => undefined)
      if (found?.isFile() && found.uid === uid) own.push(path)
    }
  }
  return own
}

async function expectNothingInFiles(launched: LaunchedApp): Promise<void> {
  const { found, files } = await scanFiles(places(launched), needles())
  expect(files).toBeGreaterThan(10)
  expect(found).toEqual([])
  expect((await scanFiles(await sharedFiles(), needles())).found).toEqual([])
}

test('before the lock the search finds every mark and the root key', async () => {
  test.setTimeout(90_000)
  const { launched } = keep(await startLocked({ env: { EMANET_RELAUNCH: 'on' } }))
  userData = launched.folders.userData
  const made = await createVaultThroughScreens(launched, PASSPHRASE)
  const { page } = made
  vault = made.vault
  await callOk(page, 'settings.set', { language: 'en' })

  // A dossier that leaves the vault, by the screens; before the witnesses, whose every word its guard holds back.
  await make(page, 'person', [
    { field: 'names', value: { text: `Dossier ${DOSSIER_MARK}`, lang: 'en' } },
    { field: 'status', value: 'remand' },
  ])
  await section(page, 'Dossiers').click()
  await page.getByRole('button', { name: 'New dossier' }).first().click()
  await page.getByRole('textbox', { name: en.dossier.search }).fill(`Dossier ${DOSSIER_MARK}`)
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('checkbox') })
  await rows.getByText(`Dossier ${DOSSIER_MARK}`).first().click()
  await page.getByRole('textbox', { name: en.dossier.recipient }).fill(`${DOSSIER_MARK} recipient`)
  await page.getByRole('button', { name: en.dossier.preview }).click()
  await expect(page.getByRole('article').first()).toBeVisible()
  const issued = await workFolder('issued')
  await answerSaveDialog(launched, join(issued, 'list.pdf'))
  await page.getByRole('button', { name: en.dossier.issue }).click()
  await expect(page.getByText(en.dossier.issuedTitle)).toBeVisible({ timeout: 20_000 })

  const { ids, texts } = await fillEveryKind(page)
  expect(texts).toBeGreaterThan(60)

  // Evidence: a name and a content to know, dropped, read and seen.
  const folder = await workFolder('plain')
  const letter = join(folder, `${canary('file name')}.txt`)
  await writeFile(letter, `${canary('file content')}\n`.repeat(3_000))
  await giveToProgram(letter)
  await section(page, 'Evidence').click()
  await dropFiles(page, page.getByText(en.evidence.dropTitle), [letter])
  await page.keyboard.press('Enter')
  await page
    .getByRole('table', { name: en.evidence.files })
    .getByRole('button', { name: /^View/ })
    .first()
    .click()
  await expect(page.getByText(/file content/).first()).toBeVisible()
  await page.keyboard.press('Escape')

  // A backup, which is searched afterwards like the vault.
  backup = join(await workFolder('backup'), 'backup')
  await mkdir(backup)
  await giveToProgram(backup)
  await section(page, en.backup.title).click()
  await answerOpenDialog(launched, [backup])
  await page.getByRole('button', { name: en.backup.make }).click()
  await expect(page.getByText(en.backup.made, { exact: true })).toBeVisible({ timeout: 20_000 })

  // Every screen, a witness's identity open, the history of a person.
  for (const name of ['People', 'Witnesses', 'Cases', 'Incidents', 'Facilities', 'Sources']) {
    await section(page, name).click()
    await page.getByRole('row').nth(1).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await section(page, 'Witnesses').click()
  await page.getByRole('row').nth(1).click()
  await page.getByRole('button', { name: en.witness.reveal }).click()
  await page.keyboard.type(`${LATIN_MARK} reason`)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/witnessIdentity/).first()).toBeVisible()
  await callOk(page, 'records.history', { id: ids.person })
  await section(page, en.settings.title).click()
  await page
    .getByRole('button', { name: en.settings.copyNamed.replace('{{name}}', en.settings.vaultId) })
    .click()
  await searchEverywhere(page)
  await leaveThingsOpen(page)

  // The files' side of the search finds what lies open in a file and in its name.
  const plain = await scanFiles([folder], MARK_NEEDLES)
  expect(new Set(plain.found.map(({ what }) => what))).toEqual(
    new Set(['a text in Latin (UTF-8)', 'a text in Cyrillic (UTF-8)']),
  )
  expect(plain.found.some(({ where }) => where.startsWith('the name of'))).toBe(true)

  keys = await vaultKeys(vault, PASSPHRASE, userData)
  expect(keys.needles.length).toBeGreaterThan(20 * 5)
  const processes = await launched.processes()
  const marks = scanMemory(processes, MARK_NEEDLES)
  expect(marks.bytes).toBeGreaterThan(100 * 1024 * 1024)
  expect(marks.found.length).toBeGreaterThan(0)
  const by = (type: string, ones: readonly Needle[]) =>
    new Set(
      scanMemory(
        processes.filter((each) => each.type === type),
        ones,
      ).found.map(({ what }) => what),
    )
  expect([...by('renderer', MARK_NEEDLES)]).toEqual(
    expect.arrayContaining(['a text in Latin (UTF-8)', 'a text in Cyrillic (UTF-16LE)']),
  )
  expect([...by('browser', keys.rootKey)]).toContain('root key (bytes)')
  // A page never has a key, nor has what draws it.
  for (const type of ['renderer', 'gpu-process', 'utility', 'zygote']) {
    expect([...by(type, keys.needles)], type).toEqual([])
  }
  // Core dumps are off in every one of them, though the program was started with them on.
  expect(processes.map(({ pid }) => coreLimit(pid) ?? 0).filter((limit) => limit > 1)).toEqual([])
})

test('after a lock nothing is in the memory of the program that was started anew, nor in a file', async () => {
  const launched = running as LaunchedApp
  const before = (await launched.processes()).map(({ pid }) => pid)
  const page = launched.app.windows().find((each) => each.url().startsWith('app://workspace/'))
  await page?.keyboard.press('Control+l').catch(() => {})
  const { firstWindow } = await launched.reattach()
  await expect(firstWindow.getByLabel(en.passphrase.label, { exact: true })).toBeVisible()
  await expect
    .poll(async () => (await launched.processes()).filter(({ pid }) => before.includes(pid)))
    .toEqual([])
  const after = scanMemory(await launched.processes(), needles())
  expect(after.processes).toBeGreaterThan(2)
  expect(after.bytes).toBeGreaterThan(50 * 1024 * 1024)
  expect(after.found).toEqual([])
  await expectNothingInFiles(launched)
  await launched.kill()
})

test('after a wrong and a right passphrase and an ordinary quit nothing is in a file, nor on the clipboard', async () => {
  const { launched } = keep(await startLocked({ userDataDir: userData }))
  const locked = await tryPassphrase(launched, canary('wrong passphrase'))
  await expect(locked.locator('[data-code="wrong_passphrase"]')).toBeVisible()
  const page = await unlock(launched, PASSPHRASE)
  await page.getByRole('button', { name: en.draft.discard }).click()
  await searchEverywhere(page)
  await leaveThingsOpen(page)
  const copied = await launched.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain(CYRILLIC_MARK)
  await launched.close()
  expect(await launched.processes()).toEqual([])
  await expectNothingInFiles(launched)

  // Another program on the same screen asks.
  const other = await startLocked()
  try {
    const text = await other.launched.app.evaluate(({ clipboard }) => clipboard.readText())
    expect(text).toBe('')
  } finally {
    await other.launched.kill()
  }
})

test('after a kill nothing is in a file, and every file of the program is for its user alone', async () => {
  const { launched } = keep(await startLocked({ userDataDir: userData }))
  const page = await unlock(launched, PASSPHRASE)
  await section(page, 'People').click()
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await leaveThingsOpen(page)
  await launched.kill()
  expect(await launched.processes()).toEqual([])
  await expectNothingInFiles(launched)

  const open: string[] = []
  for (const folder of places(launched)) {
    for (const path of await everythingBelow(folder)) {
      const found = await stat(path).catch(() => undefined)
      if ((found?.isFile() || found?.isDirectory()) && (found.mode & 0o077) !== 0) {
        open.push(`${path} ${(found.mode & 0o777).toString(8)}`)
      }
    }
  }
  expect(open).toEqual([])
})
