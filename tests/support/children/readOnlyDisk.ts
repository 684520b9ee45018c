/**
 * Child process on a disk of its own. `prepare` leaves two vaults, one closed and one whose writer was
 * killed, with entries still in the log; `check` tells as JSON how they open once the disk is read-only.
 */
import { join } from 'node:path'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { openRawVault } from '../../../electron/vault/ledger/raw.ts'
import { createVault, openVault } from '../../../electron/vault/session/session.ts'
import { isVaultError } from '../../../shared/errors.ts'
import { WEAK_KDF } from '../weakKdf.ts'

const [step = '', disk = ''] = process.argv.slice(2)
const sodium = await loadSodium()
const options = (name: string) => ({
  folder: join(disk, name),
  passphrase: Secret.fromText('x y z'),
  credential: Secret.fromText('x y z'),
  deviceSecret: Secret.fromBytes(Buffer.alloc(32, 0x11)),
  sodium,
  policy: WEAK_KDF,
})

async function tryOpen(name: string, readOnly: boolean): Promise<number | string> {
  try {
    const vault = await openVault({ ...options(name), readOnly })
    let entries = 0
    for await (const slice of vault.ledger.readSlices()) entries += slice.length
    vault.close()
    return entries
  } catch (error) {
    return isVaultError(error) ? error.code : String(error)
  }
}

async function tryCreate(): Promise<string> {
  try {
    await createVault({ ...options('new'), kdf: 'moderate' })
    return 'made'
  } catch (error) {
    return isVaultError(error) ? error.code : String(error)
  }
}

function rawEntries(name: string): number {
  const raw = openRawVault(join(disk, name), sodium)
  try {
    return [...raw.rows(1)].flat().length
  } finally {
    raw.close()
  }
}

if (step === 'prepare') {
  for (const name of ['closed', 'killed']) {
    const { vault } = await createVault({ ...options(name), kdf: 'moderate' })
    vault.ledger.append([{ op: 'note.add', body: 1 }])
    if (name === 'closed') vault.close()
  }
  process.kill(process.pid, 'SIGKILL')
}
process.stdout.write(
  JSON.stringify({
    create: await tryCreate(),
    closed: [await tryOpen('closed', false), await tryOpen('closed', true), rawEntries('closed')],
    killed: [await tryOpen('killed', false), await tryOpen('killed', true), rawEntries('killed')],
  }),
)
