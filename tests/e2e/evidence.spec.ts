// Evidence on the built program: real files are dropped, looked at through evidence:// and let out again.
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import type { RecordId } from '../../shared/ids.ts'
import { answerOpenDialog, answerSaveDialog, callOk } from '../support/app/program.ts'
import { giveToProgram, workFolder } from '../support/electron/folders.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { dropFiles } from './support/drop.ts'
import { expectAccessibleInBothThemes, make, openWorkspace } from './support/records.ts'
import { section } from './support/vaultSteps.ts'

let running: LaunchedApp | undefined
async function open(...args: Parameters<typeof openWorkspace>) {
  const program = await openWorkspace(...args)
  running = program.launched
  return program
}
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A folder the program may read, with these files in it. */
async function files(content: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const folder = await workFolder('files')
  for (const [name, bytes] of Object.entries(content)) {
    const path = join(folder, name)
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, bytes)
    await giveToProgram(path)
  }
  return folder
}

/** A true PNG of `width` × `height` pixels of one colour (W3C PNG, colour type 2). */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length)
    body.copy(out, 4)
    out.writeUInt32BE(crc32(body), body.length + 4)
    return out
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x5a)])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

const filesTable = (page: Page) => page.getByRole('table', { name: en.evidence.files })
const dropZone = (page: Page) => page.getByText(en.evidence.dropHere)

/** An evidence record with nothing in it, on screen. */
async function emptyItem(page: Page, title = 'Invented item'): Promise<RecordId> {
  const record = await make(page, 'evidence', [{ field: 'title', value: title }])
  await section(page, 'Evidence').click()
  await page.getByRole('link', { name: title }).click()
  await expect(dropZone(page)).toBeVisible()
  return record
}

test('makes an item of a dropped picture, with its hash, and shows the picture', async () => {
  const { page } = await open()
  const picture = png(320, 200)
  const folder = await files({ 'дім після обшуку.png': picture })
  await section(page, 'Evidence').click()
  await dropFiles(page, page.getByText(en.evidence.dropTitle), [
    join(folder, 'дім після обшуку.png'),
  ])
  await expect(page.getByRole('textbox', { name: en.evidence.newLabel })).toHaveValue(
    'дім після обшуку',
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('дім після обшуку')
  await expect(filesTable(page).getByText('дім після обшуку.png')).toBeVisible()
  const hash = sha256(picture)
  await expect(filesTable(page).getByText(`${hash.slice(0, 8)}…${hash.slice(-8)}`)).toBeVisible()

  await filesTable(page).getByRole('button', { name: /^View/ }).first().click()
  const shown = page.getByRole('img', { name: 'дім після обшуку.png' })
  await expect(shown).toBeVisible()
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(320)
  expect(await shown.getAttribute('src')).toMatch(/^evidence:\/\/file\/[0-9a-f]{32}$/)
  // Turned in the view only.
  await page.keyboard.press('r')
  await expect(shown).toHaveCSS('transform', /matrix\(0, 1, -1, 0/)
  await page.keyboard.press('Escape')
  await expect(shown).toBeHidden()
})

test('takes the files of a dropped folder, and shows text as text', async () => {
  const { page } = await open()
  const text = 'Вигаданий лист.\n<script>document.title = "run"</script>\n'
  const folder = await files({
    'теки/лист.txt': Buffer.from(text),
    'теки/глибше/дані.bin': randomBytes(3000),
  })
  const record = await emptyItem(page)
  await giveToProgram(join(folder, 'теки'), join(folder, 'теки', 'глибше'))
  await dropFiles(page, dropZone(page), [join(folder, 'теки')])
  await expect(filesTable(page).getByRole('row')).toHaveCount(3)

  await page.getByRole('button', { name: 'View лист.txt' }).first().click()
  await expect(page.getByRole('region', { name: 'лист.txt' })).toHaveText(text.trim())
  expect(await page.title()).toBe('Emanet')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'View дані.bin' }).first().click()
  await expect(page.getByText(en.viewer.notShownTitle)).toBeVisible()
  expect((await callOk(page, 'evidence.files', { record })).files).toHaveLength(2)
})

test('says that a picture which is none cannot be shown', async () => {
  const { page } = await open()
  const folder = await files({
    'зламане.png': Buffer.concat([png(4, 4).subarray(0, 30), randomBytes(200)]),
  })
  await emptyItem(page)
  await dropFiles(page, dropZone(page), [join(folder, 'зламане.png')])
  await page.getByRole('button', { name: 'View зламане.png' }).first().click()
  await expect(page.getByText(en.viewer.failedTitle)).toBeVisible()
})

test('adds what was chosen in the dialog, and names the reason for what it could not read', async () => {
  const { launched, page } = await open()
  const folder = await files({ 'a.txt': Buffer.from('A'), 'b.txt': Buffer.from('B') })
  await emptyItem(page)
  await answerOpenDialog(launched, [join(folder, 'a.txt'), join(folder, 'gone.txt')])
  await page.getByRole('button', { name: en.evidence.chooseFiles }).click()
  await expect(filesTable(page).getByText('a.txt')).toBeVisible()
  const told = page.getByRole('alert').filter({ hasText: '1 file was not added' })
  await expect(told).toContainText('gone.txt')
})

test('leaves nothing of a file whose adding was cancelled', async () => {
  const { page } = await open()
  const folder = await files({ 'велике.bin': randomBytes(96 << 20) })
  const record = await emptyItem(page)
  await dropFiles(page, dropZone(page), [join(folder, 'велике.bin')])
  await page.getByRole('button', { name: 'Cancel adding велике.bin' }).click()
  await expect(page.getByRole('button', { name: 'Cancel adding велике.bin' })).toBeHidden()
  expect((await callOk(page, 'evidence.files', { record })).files).toHaveLength(0)
  // The next one comes in as if nothing had been.
  const small = await files({ 'мале.txt': Buffer.from('ok') })
  await dropFiles(page, dropZone(page), [join(small, 'мале.txt')])
  await expect(filesTable(page).getByText('мале.txt')).toBeVisible()
})

test('goes on adding while another screen is open', async () => {
  const { page } = await open()
  const bytes = randomBytes(48 << 20)
  const folder = await files({ 'довге.bin': bytes })
  const record = await emptyItem(page)
  await dropFiles(page, dropZone(page), [join(folder, 'довге.bin')])
  await section(page, 'People').click()
  await expect
    .poll(async () => (await callOk(page, 'evidence.files', { record })).files[0]?.sha256, {
      timeout: 30_000,
    })
    .toBe(sha256(bytes))
})

test('lets a copy out byte for byte, after it has said that the copy is not protected', async () => {
  const { launched, page } = await open()
  const bytes = randomBytes(70_000)
  const folder = await files({ 'доказ.bin': bytes })
  await emptyItem(page)
  await dropFiles(page, dropZone(page), [join(folder, 'доказ.bin')])
  await page.getByRole('button', { name: 'Save a copy of доказ.bin' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(en.evidence.exportText)).toBeVisible()
  const out = join(await workFolder('out'), 'copy.bin')
  await answerSaveDialog(launched, out)
  await dialog.getByRole('button', { name: en.evidence.saveCopy }).click()
  await expect(dialog.getByText(en.evidence.exportDone)).toBeVisible()
  expect(sha256(await readFile(out))).toBe(sha256(bytes))
})

test('shows nothing of a file that is damaged on the disk', async () => {
  const { launched, page, vault } = await open()
  const folder = await files({ 'фото.png': png(64, 64) })
  await emptyItem(page)
  await dropFiles(page, dropZone(page), [join(folder, 'фото.png')])
  await expect(filesTable(page).getByText('фото.png')).toBeVisible()
  await damageObjects(vault)
  await page.getByRole('button', { name: 'View фото.png' }).first().click()
  await expect(page.getByText(en.viewer.failedTitle)).toBeVisible()
  await page.keyboard.press('Escape')
  const out = join(await workFolder('out'), 'copy.png')
  await answerSaveDialog(launched, out)
  await page.getByRole('button', { name: 'Save a copy of фото.png' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: en.evidence.saveCopy }).click()
  await expect(dialog.getByRole('alert')).toHaveAttribute('data-code', 'object_damaged')
  expect(await stat(out).catch(() => undefined)).toBeUndefined()
})

async function damageObjects(vault: string): Promise<void> {
  const root = join(vault, 'objects')
  for (const name of await readdir(root, { recursive: true })) {
    const path = join(root, name)
    if (!(await stat(path)).isFile()) continue
    const bytes = await readFile(path)
    const middle = bytes.length >> 1
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
    await writeFile(path, bytes)
  }
}

test('copies a hash whole to the clipboard, without a permission', async () => {
  const { launched, page } = await open()
  const bytes = Buffer.from('hash me')
  const folder = await files({ 'h.txt': bytes })
  await emptyItem(page)
  await dropFiles(page, dropZone(page), [join(folder, 'h.txt')])
  await page.getByRole('button', { name: 'Copy SHA-256' }).click()
  await expect(page.getByRole('button', { name: en.common.copied })).toBeVisible()
  expect(await launched.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(sha256(bytes))
})

test('has nothing inaccessible in either theme', async () => {
  const { page } = await open()
  await section(page, 'Evidence').click()
  await expect(page.getByText(en.evidence.emptyTitle)).toBeVisible()
  await expectAccessibleInBothThemes(page)
  const folder = await files({ 'фото.png': png(900, 700), 'b.txt': Buffer.from('B') })
  await emptyItem(page)
  await dropFiles(page, dropZone(page), [join(folder, 'фото.png'), join(folder, 'b.txt')])
  await expect(filesTable(page).getByText('b.txt')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: 'View фото.png' }).first().click()
  await expect(page.getByRole('img', { name: 'фото.png' })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Save a copy of b.txt' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: en.common.cancel }).click()
  await section(page, 'Evidence').click()
  await expect(page.getByRole('table')).toBeVisible()
  await expectAccessibleInBothThemes(page)
})
