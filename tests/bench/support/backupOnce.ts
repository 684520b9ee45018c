/** One backup in a program of its own, bundled as it is shipped: `backupOnce.ts VAULT TO` prints its milliseconds. */
import { makeBackup } from '../../../electron/vault/backup/makeBackup.ts'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { peakMemoryMB } from './peakMemory.ts'

const [vaultFolder = '', to = ''] = process.argv.slice(2)
const sodium = await loadSodium()
const start = performance.now()
const { copiedObjects } = await makeBackup({ vaultFolder, to, sodium })
const ms = performance.now() - start
process.stdout.write(JSON.stringify({ ms, copiedObjects, peakMemoryMB: peakMemoryMB() }))
