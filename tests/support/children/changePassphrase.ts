/**
 * Child process: changes the passphrase of a vault and is killed, as by a power cut, right after the step
 * in its arguments. Nothing is closed, flushed or told.
 */
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { openSession } from '../../../electron/vault/session/openVault.ts'
import { slotChangeSteps } from '../../../electron/vault/session/slotChange.ts'
import { WEAK_KDF } from '../weakKdf.ts'

const [folder = '', old = '', next = '', lastStep = ''] = process.argv.slice(2)
const { state } = await openSession({
  folder,
  credential: Secret.fromText(old),
  deviceSecret: Secret.fromBytes(Buffer.alloc(32, 0x11)),
  sodium: await loadSodium(),
  policy: WEAK_KDF,
})
const change = {
  add: {
    secret: Secret.fromText(next),
    cost: WEAK_KDF.levels.moderate,
    kind: 'passphrase' as const,
    label: '',
  },
  drop: [state.slot],
}
const kill = () => process.kill(process.pid, 'SIGKILL')
if (lastStep === 'none') kill()
for await (const step of slotChangeSteps(state, change)) if (step === lastStep) kill()
process.stdout.write('all steps done\n')
