/**
 * The built program, driven through its bridge rather than its screens: for tests of what holds whatever the
 * screens look like. A page's code runs in the page's own world, after a timer, so that the policy of the page
 * applies to it and not the privileges of the debugger.
 */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { CallInput, CallName, CallResult } from '../../../shared/contract/contract.ts'
import type { View } from '../../../shared/contract/define.ts'
import { workFolder } from '../electron/folders.ts'
import { type LaunchedApp, type LaunchOptions, launchApp } from '../electron/launch.ts'
import { copyPreparedVault, PASSPHRASE } from './preparedVault.ts'

export { PASSPHRASE } from './preparedVault.ts'

export interface OpenProgram {
  readonly launched: LaunchedApp
  readonly page: Page
}

/** The program at its first window, the unlock view. A lock ends it for good unless the environment says else. */
export async function startLocked(options: LaunchOptions = {}): Promise<OpenProgram> {
  const env = { EMANET_RELAUNCH: 'off', ...options.env }
  const launched = await launchApp({ ...options, env })
  return { launched, page: await pageOf(launched, 'unlock') }
}

/** With a new vault, and the workspace open. */
export async function startUnlocked(
  options: LaunchOptions = {},
): Promise<OpenProgram & { readonly vault: string }> {
  const { launched, page } = await startLocked(options)
  const vault = await copyPreparedVault(launched.folders.userData)
  await answerOpenDialog(launched, [vault])
  const chosen = await callOk(page, 'session.chooseFolder', { for: 'open' })
  await callOk(page, 'vault.unlock', { folder: chosen?.token ?? '', passphrase: PASSPHRASE })
  return { launched, page: await enter(launched, page), vault }
}

/** Makes a vault from the unlock view and leaves it open there. */
export async function makeVault(launched: LaunchedApp, page: Page): Promise<string> {
  const vault = join(await workFolder('vault'), 'Test.emanet')
  await answerSaveDialog(launched, vault)
  const chosen = await callOk(page, 'session.chooseFolder', { for: 'create' })
  const folder = chosen?.token ?? ''
  await callOk(page, 'vault.create', { folder, passphrase: PASSPHRASE, kdf: 'moderate' })
  return vault
}

export async function enter(launched: LaunchedApp, unlock: Page): Promise<Page> {
  // The view may be gone before its answer has arrived.
  const answer = await call(unlock, 'vault.enter', {}).catch(() => undefined)
  if (answer?.ok === false) throw new Error(answer.error.code)
  return pageOf(launched, 'workspace')
}

export async function pageOf(launched: LaunchedApp, view: View): Promise<Page> {
  const isIt = (page: Page) => page.url().startsWith(`app://${view}/`)
  for (;;) {
    const page = launched.app.windows().find(isIt)
    if (page) {
      await page.waitForLoadState('load')
      return page
    }
    await launched.app.waitForEvent('window')
  }
}

/** Makes a call as the page itself would. */
export function call<C extends CallName>(
  page: Page,
  name: C,
  input: CallInput<C>,
): Promise<CallResult<C>> {
  return inPage(page, `window.emanet.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`)
}

export async function callOk<C extends CallName>(page: Page, name: C, input: CallInput<C>) {
  const result = await call(page, name, input)
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`)
  return result.value
}

/**
 * Runs an expression in the page, outside the debugger's own call. What it throws comes back as
 * `{ thrown: name }`.
 */
export function inPage<T>(page: Page, expression: string): Promise<T> {
  return page.evaluate(`new Promise((resolve) => setTimeout(async () => {
    try { resolve(await (${expression})) } catch (error) { resolve({ thrown: error?.name ?? String(error) }) }
  }))`) as Promise<T>
}

/** The system's dialogs answer with these from now on. */
export async function answerSaveDialog(launched: LaunchedApp, path: string): Promise<void> {
  await launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
}

export async function answerOpenDialog(launched: LaunchedApp, paths: string[]): Promise<void> {
  await launched.app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths })
  }, paths)
}
