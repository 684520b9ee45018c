/** The program with windows. This file is the table of contents; each part can be imported without starting it. */
import { app } from 'electron'
import { setupContentsGuard } from './contentsGuard.ts'
import { endFailedStart } from './failures.ts'
import { startProgram } from './program.ts'
import { setupRecentFiles } from './recentFiles.ts'
import { setupSchemes } from './schemes.ts'
import { setupSessionGuard } from './sessionGuard.ts'
import { setupSingleInstance } from './singleInstance.ts'
import { setupSwitches } from './switches.ts'

setupSwitches()
setupRecentFiles()
setupSchemes()
setupSessionGuard()
setupContentsGuard()

if (setupSingleInstance()) {
  void app.whenReady().then(startProgram).catch(endFailedStart)
}
