// What is chosen in the system's own dialog is remembered nowhere: GTK would write the path of every file into the
// person's list of recent ones.
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startLocked } from '../support/app/program.ts'
import { giveToProgram, workFolder } from '../support/electron/folders.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { canPoint, doubleClick } from '../support/electron/pointer.ts'
import { textNeedles } from './support/needles.ts'
import { scanFiles } from './support/scan.ts'

const NAME = 'kanarkafilename.txt'
/** Where the only file of a folder stands in GTK's dialog at the corner of a screen without a window manager. */
const ROWS = [83, 76, 90, 100, 110] as const

let running: LaunchedApp | undefined
test.afterEach(() => running?.kill())

test('a file chosen in the real dialog is in no list of recent files', async () => {
  test.skip(process.platform !== 'linux' || !canPoint(), 'needs a hand on the mouse')
  const { launched } = await startLocked()
  running = launched
  const file = join(await workFolder('chosen'), NAME)
  await writeFile(file, 'x')
  await giveToProgram(file)
  let chosen: readonly string[] | undefined
  const answer = launched.app
    .evaluate(
      ({ dialog }, defaultPath) =>
        dialog.showOpenDialog({ defaultPath, properties: ['openFile', 'dontAddToRecent'] }),
      file,
    )
    .then(({ filePaths }) => {
      chosen = filePaths
    })
  let row = 0
  await expect
    .poll(
      () => {
        if (chosen === undefined) doubleClick(237, ROWS[row++ % ROWS.length] ?? 83)
        return chosen
      },
      { timeout: 20_000, intervals: [1_500] },
    )
    .toEqual([file])
  await answer
  // GTK writes its list a moment later.
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const { home, userData, temporary } = launched.folders
  const { found } = await scanFiles([home, userData, temporary], textNeedles('its name', NAME))
  expect(found).toEqual([])
  const names = await readdir(home, { recursive: true })
  expect(names.filter((name) => name.endsWith('.xbel'))).toEqual([])
  expect(launched.output()).not.toContain(NAME)
})
