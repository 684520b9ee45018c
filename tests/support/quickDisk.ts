/**
 * Where tests put vaults that need no real disk: in memory, where flushing takes no time. What a kill leaves is the
 * same there; what a power cut leaves no test can show either way.
 */
import { accessSync, constants, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const IN_MEMORY = '/dev/shm'
const ROOM_BYTES = 2 ** 30

export function quickTmp(): string {
  if (process.platform !== 'linux') return tmpdir()
  try {
    accessSync(IN_MEMORY, constants.W_OK | constants.X_OK)
    const { bavail, bsize } = statfsSync(IN_MEMORY)
    return bavail * bsize > ROOM_BYTES ? IN_MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}
