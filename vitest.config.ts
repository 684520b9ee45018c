// Unit tests, on plain Node: everything but the windows. Files run in processes of their own,
// because the native modules and the key derivation's memory are not shared well by threads.
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'forks',
    // One core is left to the machine where there are enough of them: on two, half the time went by waiting for children.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Programs that tests start take half as long when they need not strip the types of every file again.
    env: {
      NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/emanet', import.meta.url)),
    },
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
