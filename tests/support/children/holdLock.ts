/** Child process: takes the lock of the folder in its arguments, says `held`, and keeps it until it is told to end. */

import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { lockFolder, lockIdentity } from '../../../electron/vault/folder/lock.ts'

const [path = '', device = '1'] = process.argv.slice(2)
const sodium = await loadSodium()
const secret = Secret.fromBytes(Buffer.alloc(32, Number(device)))
const lock = lockFolder(path, lockIdentity(sodium, secret, Date.now()))
process.stdout.write('held\n')
process.stdin.once('data', () => {
  lock.release()
  process.exit(0)
})
