// Playwright calls this before the first test of a run; what it returns, after the last one.
import { startRun } from './run.ts'

export default async function globalSetup(): Promise<() => Promise<void>> {
  const { stop } = await startRun()
  return stop
}
