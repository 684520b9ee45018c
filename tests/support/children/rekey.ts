/**
 * Child process: re-keys a vault and is killed, as by a power cut, right after the step in its arguments, or as soon
 * as the progress reaches a share of all (`0.37`). Nothing is closed, flushed or told.
 */
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { rekey } from '../rekeying.ts'

const [folder = '', point = ''] = process.argv.slice(2)
const kill = () => process.kill(process.pid, 'SIGKILL')
const share = /^[\d.]+$/.test(point) ? Number(point) : undefined
await rekey(folder, await loadSodium(), {
  onStep: (step) => {
    if (step === point) kill()
  },
  onProgress: (done, total) => {
    if (share !== undefined && done >= share * total) kill()
  },
})
process.stdout.write('done\n')
