// End-to-end tests: the real program, built, with Chromium's sandbox on. Two files at a time: each program has
// a screen, folders and processes of its own, and most of a test is waiting. What searches the whole machine for
// traces runs alone, afterwards. Never tried again, because a test that fails now and then has found something.
import { defineConfig } from '@playwright/test'
import { hasPresentDisplay } from './tests/support/electron/display.ts'

/** Reads every file and process of the machine that it may. */
const ALONE = ['e2e/left-behind.spec.ts']

export default defineConfig({
  testDir: 'tests',
  projects: [
    {
      name: 'windows',
      testMatch: ['e2e/**/*.spec.ts', 'support/electron/*.spec.ts'],
      testIgnore: ALONE,
    },
    { name: 'traces', testMatch: ALONE, dependencies: ['windows'] },
  ],
  globalSetup: './tests/support/electron/globalSetup.ts',
  outputDir: 'test-results',
  // One where they would share a person's screen, with its clipboard and its focus.
  workers: process.platform === 'linux' && !hasPresentDisplay(process.getuid?.() === 0) ? 2 : 1,
  fullyParallel: false,
  retries: 0,
  // How fast it is, the benchmarks say: here a slow machine is only waited for.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // The same on a developer's machine as elsewhere: no `.only` left in, no new snapshot by the way.
  forbidOnly: true,
  updateSnapshots: 'none',
  reporter: 'list',
})
