/**
 * Puts the parts of the running program together, once the app is ready. Everything a part needs is passed to it
 * here; nothing is found through a global.
 */
import { join } from 'node:path'
import { app, clipboard, nativeTheme, powerMonitor } from 'electron'
import type { Settings } from '../../shared/contract/session.ts'
import type { App } from '../ipc/app.ts'
import { AppSession } from '../ipc/appSession.ts'
import { Views } from '../ipc/callers.ts'
import { ClipboardGuard } from '../ipc/clipboard.ts'
import { DRAFTS_FOLDER, Drafts } from '../ipc/drafts.ts'
import { createEmit } from '../ipc/events.ts'
import { EvidenceLinks } from '../ipc/evidenceLinks.ts'
import { FolderTokens } from '../ipc/folderTokens.ts'
import { createGate } from '../ipc/gate.ts'
import { createHandlers } from '../ipc/handlers.ts'
import { Jobs } from '../ipc/jobs.ts'
import { StrengthMeter } from '../ipc/passphrase/strengthMeter.ts'
import { Uploads } from '../ipc/uploads.ts'
import { WrongTries } from '../ipc/wrongTries.ts'
import { loadSodium } from '../vault/crypto/loadSodium.ts'
import { makeFolder } from '../vault/folder/durable.ts'
import { forbidCoreDumps } from '../vault/machine/coreDumps.ts'
import { LEAVING_FOLDER } from '../vault/machine/leavingFiles.ts'
import { HEADS_FOLDER } from '../vault/machine/seenHead.ts'
import { turn } from '../vault/slices.ts'
import { setupAutoLock } from './autoLock.ts'
import { vaultArgument } from './commandLine.ts'
import { createDesktop, DialogCount } from './desktop.ts'
import { deviceSecret } from './deviceSecret.ts'
import { backupDocuments } from './documents.ts'
import { createEnd } from './ending.ts'
import { serveEvidence } from './evidenceProtocol.ts'
import { setupFailures } from './failures.ts'
import { createSend, setupGate } from './gateway.ts'
import { IdleClock } from './idle.ts'
import { log } from './log.ts'
import { showMenu } from './menu.ts'
import { runtimeNotices } from './runtime.ts'
import { SettingsStore } from './settingsStore.ts'
import { Windows } from './windows.ts'
import { setupZoomKeys, type ZoomStep, zoomAfter } from './zoom.ts'

export async function startProgram(): Promise<void> {
  const userData = app.getPath('userData')
  makeFolder(userData)
  const sodium = await loadSodium()
  // Loading a library, putting the parts together and making a window each keep the thread for as long as one may.
  await turn()
  const settings = new SettingsStore(userData, app.getLocale())
  const dialogs = new DialogCount()
  const meter = new StrengthMeter()
  const links = new EvidenceLinks()
  const views = new Views()
  const emit = createEmit(createSend(views), (notice) => log('event_refused', { notice }))
  const jobs = new Jobs(emit)
  const uploads = new Uploads()
  const drafts = new Drafts(join(userData, DRAFTS_FOLDER), emit)
  const copies = new ClipboardGuard(clipboard)
  const session = new AppSession(() => {
    log('unlocked')
    refreshMenu()
  })
  const windows = new Windows({
    views,
    zoomFactor: () => settings.get().zoom / 100,
    onWorkspaceSession: (own) => serveEvidence(own, { links, session }),
    // A vault is not left open behind a window for passphrases.
    onWorkspaceClosing: () => void end({ reason: 'windows_closed', relaunch: false }),
  })
  const end = createEnd({
    session,
    jobs,
    uploads,
    windows,
    drafts,
    clipboard: copies,
    log,
    release: () => {
      meter.stop()
      links.clear()
    },
  })

  const handling: App = {
    session,
    settings,
    jobs,
    uploads,
    drafts,
    clipboard: copies,
    links,
    tries: new WrongTries(),
    meter,
    emit,
    sodium,
    folders: new FolderTokens(),
    desktop: createDesktop({ windows, settings, dialogs, end }),
    deviceSecret: () => deviceSecret(userData),
    headsFolder: join(userData, HEADS_FOLDER),
    leavingFolder: join(userData, LEAVING_FOLDER),
    notices: runtimeNotices(process.versions.electron, sodium.build, forbidCoreDumps()),
    documents: backupDocuments(app.getAppPath()),
    vaultArgument: vaultArgument(process.argv.slice(1), process.cwd()),
  }
  setupGate(
    createGate({
      handlers: createHandlers(handling),
      views,
      lockState: () => session.lockState,
      onFailure: (call, code) => log('call_failed', { call, code }),
    }),
  )

  const isUnlocked = (): boolean => session.lockState === 'unlocked'
  const change = (part: Partial<Settings>): void => {
    settings.set(part)
    emit('settings.changed', {})
  }
  const onZoom = (step: ZoomStep): void => change({ zoom: zoomAfter(settings.get().zoom, step) })
  const refreshMenu = (): void =>
    showMenu({
      settings: settings.get(),
      unlocked: isUnlocked(),
      onLock: () => void end({ reason: 'asked', relaunch: true }),
      onTheme: (theme) => change({ theme }),
      onZoom,
    })
  const applySettings = (): void => {
    nativeTheme.themeSource = settings.get().theme
    windows.applyZoom()
    refreshMenu()
  }
  settings.onChange(applySettings)
  applySettings()
  setupZoomKeys(onZoom)

  setupFailures({ end, log, isUnlocked })
  setupAutoLock({
    idle: new IdleClock({
      now: () => performance.now() / 1000,
      systemIdle: () => powerMonitor.getSystemIdleTime(),
      dialogOpen: () => dialogs.any,
      jobsRunning: () => jobs.running + uploads.running > 0,
    }),
    idleLockMinutes: () => settings.get().idleLockMinutes,
    isUnlocked,
    lock: (reason, urgent) => {
      if (session.lockState !== 'locked')
        void end({ reason, relaunch: reason !== 'shutdown', urgent })
    },
  })
  app.on('window-all-closed', () => void end({ reason: 'windows_closed', relaunch: false }))
  app.on('before-quit', (event) => {
    event.preventDefault()
    void end({ reason: 'asked', relaunch: false })
  })

  await turn()
  await windows.open('unlock')
  log('started')
}
