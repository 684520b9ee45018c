// Playwright calls this before the first test of a run; what it returns, after the last one.
import type { FullConfig } from '@playwright/test'
import { prepareVault } from '../app/preparedVault.ts'
import { startRun } from './run.ts'

export default async function globalSetup(config: FullConfig): Promise<() => Promise<void>> {
  const { stop } = await startRun({ screens: config.workers })
  await prepareVault()
  return stop
}
