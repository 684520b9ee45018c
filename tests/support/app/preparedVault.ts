/**
 * A new vault for tests that begin with one and are not about making it: made once in a run, by the program's core with
 * its real key derivation, and copied for each test. It opens as a vault does that was made in the program's own
 * settings folder, because the secret of the machine that made it is copied with it.
 */
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DEVICE_FILE, DEVICE_SECRET_BYTES } from '../../../electron/main/deviceSecret.ts'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { createVault } from '../../../electron/vault/session/session.ts'
import { giveToProgram, workFolder } from '../electron/folders.ts'
import { currentRun } from '../electron/run.ts'

/** Random words, strong enough for the program's own rule. */
export const PASSPHRASE = 'lantern orbit velvet thimble quarry'

const NAME = 'Test.emanet'
const prepared = () => join(currentRun().folder, 'prepared')

/** Once in a run, before its first test. */
export async function prepareVault(): Promise<void> {
  const folder = prepared()
  await mkdir(folder, { mode: 0o700 })
  const deviceSecret = Secret.random(DEVICE_SECRET_BYTES)
  const { vault } = await createVault({
    ...{ folder: join(folder, NAME), passphrase: Secret.fromText(PASSPHRASE), kdf: 'moderate' },
    ...{ deviceSecret, sodium: await loadSodium() },
  })
  vault.close()
  await writeFile(join(folder, DEVICE_FILE), deviceSecret.bytes, { mode: 0o600 })
  deviceSecret.wipe()
}

/**
 * A copy of it that the program may change.
 * @param userData the settings folder of the program that is to open it; a machine that has a secret already keeps it
 */
export async function copyPreparedVault(userData: string): Promise<string> {
  const vault = join(await workFolder('vault'), NAME)
  await cp(join(prepared(), NAME), vault, { recursive: true })
  const below = await readdir(vault, { recursive: true })
  await giveToProgram(vault, ...below.map((name) => join(vault, name)))
  const device = join(userData, DEVICE_FILE)
  await cp(join(prepared(), DEVICE_FILE), device, { force: false })
  await giveToProgram(device)
  return vault
}
