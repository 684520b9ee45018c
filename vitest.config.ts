// Unit tests, on plain Node: everything but the windows. Files run in processes of their own,
// because the native modules and the key derivation's memory are not shared well by threads.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    unstubEnvs: true,
    // The same on a developer's machine as elsewhere: no `.only` left in, no new snapshot by the way.
    allowOnly: false,
    passWithNoTests: false,
    update: 'none',
  },
})
