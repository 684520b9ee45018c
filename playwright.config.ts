// End-to-end tests: the real program, built, with Chromium's sandbox on. One at a time, because
// they measure what a person would see on one screen; never tried again, because a test that fails
// now and then has found something.
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'support/electron/*.spec.ts'],
  globalSetup: './tests/support/electron/globalSetup.ts',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 60_000,
  // The same on a developer's machine as elsewhere: no `.only` left in, no new snapshot by the way.
  forbidOnly: true,
  updateSnapshots: 'none',
  reporter: 'list',
})
