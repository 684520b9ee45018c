/**
 * The handlers with everything real behind them but the desktop: vaults with weak key derivation, and dialogs that
 * answer what a test says.
 */

import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import type { App } from '../../../electron/ipc/app.ts'
import { AppSession } from '../../../electron/ipc/appSession.ts'
import { pageUrl, Views } from '../../../electron/ipc/callers.ts'
import { ClipboardGuard, type ClipboardPort } from '../../../electron/ipc/clipboard.ts'
import type { Desktop, RecoverySheet } from '../../../electron/ipc/desktop.ts'
import { Drafts } from '../../../electron/ipc/drafts.ts'
import { createEmit } from '../../../electron/ipc/events.ts'
import { EvidenceLinks } from '../../../electron/ipc/evidenceLinks.ts'
import { FolderTokens } from '../../../electron/ipc/folderTokens.ts'
import { createGate } from '../../../electron/ipc/gate.ts'
import { createHandlers } from '../../../electron/ipc/handlers.ts'
import { Jobs } from '../../../electron/ipc/jobs.ts'
import { StrengthMeter } from '../../../electron/ipc/passphrase/strengthMeter.ts'
import { Uploads } from '../../../electron/ipc/uploads.ts'
import { WrongTries } from '../../../electron/ipc/wrongTries.ts'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { LEAVING_FOLDER } from '../../../electron/vault/machine/leavingFiles.ts'
import { HEADS_FOLDER } from '../../../electron/vault/machine/seenHead.ts'
import {
  type CallInput,
  type CallName,
  type CallResult,
  CONTRACT,
} from '../../../shared/contract/contract.ts'
import type { View } from '../../../shared/contract/define.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/contract/session.ts'
import type { EventPayload, JobOutcome } from '../../../shared/contract/work.ts'
import { WEAK_KDF } from '../weakKdf.ts'

/** What the dialogs answer; absent is cancelled. */
export interface Answers {
  vault?: string
  newVault?: string
  files?: string[]
  table?: string
  backup?: string
  cards?: string
  keyFile?: string
  publicKey?: string
  file?: string
  printed?: boolean
}

export interface FakeApp {
  readonly app: App
  readonly answers: Answers
  readonly events: { readonly name: string; readonly payload: unknown }[]
  /** What the desktop was told, in order. */
  readonly told: string[]
  readonly sheets: RecoverySheet[]
  readonly clipboard: FakeClipboard
  /** Through the gate, from the first view that may make the call. */
  call<C extends CallName>(name: C, input: CallInput<C>): Promise<CallResult<C>>
  callOk<C extends CallName>(
    name: C,
    input: CallInput<C>,
  ): Promise<Extract<CallResult<C>, { ok: true }>['value']>
  /** Waits for the end of a job that a call has started. */
  ended(job: string | undefined): Promise<EventPayload<'job.ended'>['result']>
  outcome(job: string | undefined): Promise<z.infer<typeof JobOutcome>>
  close(): void
}

/** A machine's clipboard, which any other program can write to as well. */
export interface FakeClipboard extends ClipboardPort {
  text: string
}

export function fakeClipboard(): FakeClipboard {
  const made: FakeClipboard = {
    text: '',
    readText: () => made.text,
    writeText: (text) => {
      made.text = text
    },
    clear: () => {
      made.text = ''
    },
  }
  return made
}

export async function fakeApp(): Promise<FakeApp> {
  const answers: Answers = {}
  const events: FakeApp['events'] = []
  const told: string[] = []
  const sheets: RecoverySheet[] = []
  let hasWorkspace = false
  const desktop: Desktop = {
    chooseVault: async () => answers.vault,
    chooseNewVault: async () => answers.newVault,
    chooseFiles: async () => answers.files,
    chooseTable: async () => answers.table,
    chooseBackup: async () => answers.backup,
    chooseKeyFile: async () => answers.keyFile,
    choosePublicKey: async () => answers.publicKey,
    chooseCardFolder: async () => answers.cards,
    chooseFileToWrite: async () => answers.file,
    async printRecoverySheet(_caller, sheet) {
      sheets.push(sheet)
      return answers.printed ?? false
    },
    recoveryText: (sheet) => `code: ${sheet.code}`,
    certificateText: (certificate) => JSON.stringify(certificate),
    get hasWorkspace() {
      return hasWorkspace
    },
    async enterWorkspace() {
      hasWorkspace = true
      told.push('enter')
    },
    async openPassphraseWindow({ anew }) {
      told.push(anew ? 'new passphrase window' : 'passphrase window')
    },
    lock: () => void told.push('lock'),
  }
  const draftsFolder = join(tmpdir(), `emanet-drafts-${randomUUID()}`)
  const clipboard = fakeClipboard()
  let settings: Settings = DEFAULT_SETTINGS
  let lastVault: string | undefined
  const emit = createEmit((_view, name, payload) => void events.push({ name, payload }))
  const device = Secret.random(32)
  const meter = new StrengthMeter()
  const app: App = {
    session: new AppSession(),
    desktop,
    settings: {
      get: () => settings,
      set(change) {
        settings = { ...settings, ...(change as Partial<Settings>) }
        return settings
      },
      get lastVault() {
        return lastVault
      },
      rememberVault(folder) {
        lastVault = folder
      },
    },
    folders: new FolderTokens(),
    jobs: new Jobs(emit),
    uploads: new Uploads(),
    drafts: new Drafts(draftsFolder, emit),
    leavingFolder: join(draftsFolder, LEAVING_FOLDER),
    headsFolder: join(draftsFolder, HEADS_FOLDER),
    clipboard: new ClipboardGuard(clipboard),
    links: new EvidenceLinks(),
    tries: new WrongTries(),
    meter,
    emit,
    sodium: await loadSodium(),
    deviceSecret: () => Secret.fromBytes(device.bytes),
    notices: ['runtime_out_of_support'],
    documents: { 'FORMAT.md': Buffer.from('the format') },
    vaultArgument: undefined,
    kdfPolicy: WEAK_KDF,
  }
  const views = new Views()
  const ids: Readonly<Record<View, number>> = { unlock: 1, workspace: 2 }
  for (const view of ['unlock', 'workspace'] as const) views.add(ids[view], view)
  const gate = createGate({
    handlers: createHandlers(app),
    views,
    lockState: () => app.session.lockState,
  })

  const made: FakeApp = {
    app,
    answers,
    events,
    told,
    sheets,
    clipboard,
    async call(name, input) {
      const [view] = CONTRACT[name].views
      const page = { url: pageUrl(view), parent: null, frameTreeNodeId: 1 }
      const sender = { id: ids[view], mainFrame: page }
      return (await gate({ sender, senderFrame: page }, name, input)) as never
    },
    async callOk(name, input) {
      const result = await made.call(name, input)
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
      return result.value as never
    },
    async ended(job) {
      for (;;) {
        for (const { name, payload } of events) {
          const end = payload as EventPayload<'job.ended'>
          if (name === 'job.ended' && end.job === job) return end.result
        }
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    async outcome(job) {
      const result = await made.ended(job)
      if (!result.ok) throw new Error(`the job ended with ${JSON.stringify(result.error)}`)
      return result.outcome
    },
    close() {
      app.drafts.end()
      app.clipboard.clearNow()
      app.session.end()
      meter.stop()
      rmSync(draftsFolder, { recursive: true, force: true })
    },
  }
  return made
}
