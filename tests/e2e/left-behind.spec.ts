// Nothing left behind: the program is filled with texts that stand nowhere else, worked through, and locked, quit and
// killed. Afterwards none of these texts and no byte of a key is in the memory of any process of the program, nor in
// any file that it may have written. The same search finds them before the lock, so it can fail.
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import { openKeyFile } from '../../electron/vault/keyfile/keyFile.ts'
import { readKeyFile } from '../../electron/vault/keyfile/keyFileOnDisk.ts'
import { coreLimit } from '../../electron/vault/machine/coreDumps.ts'
import { readCardText } from '../../electron/vault/shares/cardText.ts'
import { ALL_WORD_LISTS } from '../../electron/vault/shares/wordLists.ts'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import {
  answerOpenDialog,
  answerSaveDialog,
  callOk,
  pageOf,
  startLocked,
} from '../support/app/program.ts'
import { giveToProgram, workFolder } from '../support/electron/folders.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import type { ProgramProcess } from '../support/electron/processes.ts'
import { currentRun } from '../support/electron/run.ts'
import { CARD_WORDS, type PaperCard } from './support/cards.ts'
import { dropFiles } from './support/drop.ts'
import { fillEveryKind } from './support/fill.ts'
import { closeKeyWindow, makeCards, makeKeyFile, openWithCards } from './support/keySteps.ts'
import {
  CYRILLIC_MARK,
  canary,
  DOSSIER_MARK,
  keyNeedles,
  LATIN_MARK,
  MARK_NEEDLES,
  type Needle,
  textNeedles,
} from './support/needles.ts'
import { make } from './support/records.ts'
import { everythingBelow, scanFiles, scanMemory } from './support/scan.ts'
import { vaultKeys } from './support/vaultKeys.ts'
import {
  createVaultThroughScreens,
  rail,
  section,
  tryPassphrase,
  unlock,
} from './support/vaultSteps.ts'

test.describe.configure({ mode: 'serial' })
test.skip(process.platform !== 'linux', 'the memory of a process is read through /proc')

const PASSPHRASE = `velvet ${LATIN_MARK} thimble quarry`
const SECOND = `copper ${LATIN_MARK} lattice plunge`

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
/** Of what was typed and shown in the windows that take secrets, and stands on no list of words by chance. */
let parts: readonly Needle[] = []

const needles = (): readonly Needle[] => [...MARK_NEEDLES, ...keys.needles, ...parts]

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

/** Words side by side, as they are typed and shown: one alone is in the list that the program brings. */
const sideBySide = (label: string, words: readonly string[]): Needle[] =>
  textNeedles(label, words.slice(3, 6).join(' '))

async function needlesOfCards(cards: readonly PaperCard[]): Promise<readonly Needle[]> {
  const sodium = await loadSodium()
  return cards.flatMap(({ words }, at) => {
    const { share } = readCardText(sodium, words.join(' '), ALL_WORD_LISTS)
    const label = `card ${at + 1}`
    return [...sideBySide(label, words), ...keyNeedles(`share of ${label}`, share)]
  })
}

const typesOf = (processes: readonly ProgramProcess[], type: string, ones: readonly Needle[]) =>
  new Set(
    scanMemory(
      processes.filter((each) => each.type === type),
      ones,
    ).found.map(({ what }) => what),
  )

/** A key file, cards with names on them, one of them checked, and custodian mode: each in the window for it. */
async function workWithKeys(launched: LaunchedApp, page: Page): Promise<readonly PaperCard[]> {
  const sodium = await loadSodium()
  const file = await makeKeyFile(launched, page, {
    ...{ label: LATIN_MARK, current: PASSPHRASE, passphrase: SECOND },
  })
  const opened = await openKeyFile(sodium, readKeyFile(file), Secret.fromText(SECOND))
  const holders = (['uk', 'en'] as const).map((language) => ({ name: canary('holder'), language }))
  const wanted = { purpose: 'custodians', holders, current: PASSPHRASE, second: SECOND } as const
  const cards = await makeCards(launched, page, wanted)
  expect(cards.map(({ words }) => words.length)).toEqual([CARD_WORDS, CARD_WORDS])
  const ofCards = await needlesOfCards(cards)
  parts = [...parts, ...ofCards, ...keyNeedles('key of the key file', opened.privateKey.bytes)]

  await page.getByRole('button', { name: en.cards.check }).click()
  const window = await pageOf(launched, 'unlock')
  await window.getByLabel(en.keyTask.checkCard.label).fill(cards[0]?.words.join(' ') ?? '')
  // What is typed there is found there: the search for cards can fail.
  const inPages = typesOf(await launched.processes(), 'renderer', ofCards)
  expect([...inPages].some((label) => label.startsWith('card 1'))).toBe(true)
  await window.getByRole('button', { name: en.keyTask.checkCard.submit }).click()
  await expect(window.getByText(en.keyTask.checkCard.recorded)).toBeVisible()
  await closeKeyWindow(window, en.common.close)
  return cards
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
  test.setTimeout(180_000)
  const { launched } = keep(await startLocked({ env: { EMANET_RELAUNCH: 'on' } }))
  userData = launched.folders.userData
  const made = await createVaultThroughScreens(launched, PASSPHRASE)
  const { page } = made
  vault = made.vault
  parts = sideBySide('recovery code', made.recoveryCode.split(' '))
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

  const cards = await workWithKeys(launched, page)

  // Every screen, a witness's identity open in custodian mode, the history of a person.
  const sections = rail(page).getByRole('link')
  const tabs = page.getByRole('navigation', { name: en.records.section }).getByRole('link')
  expect(await sections.count()).toBeGreaterThan(12)
  for (let at = 0; at < (await sections.count()); at += 1) {
    await sections.nth(at).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    for (let tab = 1; tab < (await tabs.count()); tab += 1) {
      await tabs.nth(tab).click()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    }
  }
  for (const name of ['People', 'Witnesses', 'Cases', 'Incidents', 'Facilities', 'Sources']) {
    await section(page, name).click()
    await page.getByRole('row').nth(1).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await section(page, 'Witnesses').click()
  await page.getByRole('row').nth(1).click()
  await openWithCards(launched, page, {
    reason: canary('reason of the opening'),
    cards: cards.map(({ words }) => words.join(' ')),
  })
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

  keys = await vaultKeys(vault, { passphrase: PASSPHRASE, userData, second: SECOND })
  expect(keys.needles.length).toBeGreaterThan(20 * 5)
  const processes = await launched.processes()
  const marks = scanMemory(processes, MARK_NEEDLES)
  expect(marks.bytes).toBeGreaterThan(100 * 1024 * 1024)
  expect(marks.found.length).toBeGreaterThan(0)
  const by = (type: string, ones: readonly Needle[]) => typesOf(processes, type, ones)
  expect([...by('renderer', MARK_NEEDLES)]).toEqual(
    expect.arrayContaining(['a text in Latin (UTF-8)', 'a text in Cyrillic (UTF-16LE)']),
  )
  expect([...by('browser', keys.rootKey)]).toContain('root key (bytes)')
  // A page that stays has never a key, nor a part of one, nor has what draws it.
  for (const type of ['renderer', 'gpu-process', 'utility', 'zygote']) {
    expect([...by(type, [...keys.needles, ...parts])], type).toEqual([])
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

  // The system's library for fonts gives the folder of its own list, and what it lies in, these rights by itself.
  const fonts = [join(launched.folders.home, '.cache')]
  fonts.push(join(launched.folders.home, '.cache', 'fontconfig'))
  const open: string[] = []
  for (const folder of places(launched)) {
    for (const path of await everythingBelow(folder)) {
      if (fonts.includes(path)) continue
      const found = await stat(path).catch(() => undefined)
      if ((found?.isFile() || found?.isDirectory()) && (found.mode & 0o077) !== 0) {
        open.push(`${path} ${(found.mode & 0o777).toString(8)}`)
      }
    }
  }
  expect(open).toEqual([])
})
